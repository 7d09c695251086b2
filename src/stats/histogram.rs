//! Counts in fixed bins: quantiles and tail means of any number of paths in bounded memory.

mod estimates;
mod grid;
#[cfg(test)]
mod tests;
mod valid;

pub use estimates::{Quantiles, Rank};
pub use grid::Scale;

use serde::{Deserialize, Serialize};

use grid::Grid;

use super::bits;
use super::probability::real;
use crate::lanes::LANES;

/// Counts of non-negative numbers in fixed bins, with zero in its own, and the exact least and greatest.
///
/// Bins lie at the same places in every histogram of a scale and a shape, so that parts merge exactly and in any order. Only the
/// range of bins met so far is stored; where that would be more than `most`, neighbours are joined two by two, which depends on
/// the least and the greatest number alone and so not on the order either. A shape is taken from a pilot's spread
/// ([`shaped`](Self::shaped)): 40 bins or more to a standard deviation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Histogram {
    grid: Grid,
    /// Bins at most.
    most: u32,
    zeros: u64,
    /// Number of the first bin stored; 0 is that of zero, and never stored.
    first: u32,
    #[serde(deserialize_with = "valid::tight")]
    counts: Vec<u32>,
    #[serde(with = "bits")]
    least: f64,
    #[serde(with = "bits")]
    least_above_zero: f64,
    #[serde(with = "bits")]
    greatest: f64,
    /// Whether something came that is no finite, non-negative number: then there are no estimates.
    disordered: bool,
}

impl Histogram {
    /// No numbers yet, in the finest bins that some thousands can follow: for a pilot.
    #[must_use]
    pub const fn pilot(scale: Scale) -> Self {
        Self::empty(Grid::finest(scale), 4096)
    }

    const fn empty(grid: Grid, most: u32) -> Self {
        Self {
            grid,
            most,
            zeros: 0,
            first: 0,
            counts: Vec::new(),
            least: f64::INFINITY,
            least_above_zero: f64::INFINITY,
            greatest: f64::NEG_INFINITY,
            disordered: false,
        }
    }

    /// No numbers yet, in bins fit for numbers like these: a 40th of their standard deviation (as told by the quartiles) or
    /// finer, `most` of them at most.
    ///
    /// Linear interpolation in a bin of width `w` misplaces a quantile by at most `w² |f'| / 8f`: for a normal law and `w = σ/40`,
    /// `8e-5 z σ`, which is a sixteenth or less of the standard error at a million numbers. The pilot's spread may be a quarter
    /// too large before it is a tenth.
    #[must_use]
    pub fn shaped(&self, most: u32) -> Self {
        let quantiles = self.quantiles();
        let at = |level: f64| quantiles.at_count(level * real(self.count())).0;
        let spread = match [at(0.25), at(0.75)] {
            [low, high] if high > low => (high - low) / 1.349,
            _ => (self.greatest - self.least) / 6.0,
        };
        let scale = self.grid.scale;
        let grid = match at(0.5) {
            // Of no numbers, or of equal ones; or whole ones.
            _ if spread.is_nan() || spread <= 0.0 || scale == Scale::Whole => Grid::finest(scale),
            0.0 if scale == Scale::Relative => Grid::of_width(scale, spread / 40.0, self.greatest),
            middle => Grid::of_width(scale, spread / 40.0, middle),
        };
        Self::empty(grid, most)
    }

    /// Adds numbers, at most a block's.
    pub fn add(&mut self, numbers: &[f64]) {
        let mut bins = [0_u32; LANES];
        if numbers.is_empty() {
            return;
        }
        let range = self.grid.find(numbers, &mut bins);
        if range.greatest >= f64::INFINITY.to_bits() {
            self.disordered = true;
            return;
        }
        self.least = self.least.min(f64::from_bits(range.least));
        self.greatest = self.greatest.max(f64::from_bits(range.greatest));
        if range.greatest > 0
            && self.cover(f64::from_bits(range.least_above_zero.wrapping_add(1)), f64::from_bits(range.greatest))
        {
            self.grid.find(numbers, &mut bins);
        }
        if range.least == 0 {
            self.zeros += bins[..numbers.len()].iter().filter(|&&bin| bin == 0).count() as u64;
        }
        let (first, counts) = (self.first, self.counts.as_mut_slice());
        for &bin in &bins[..numbers.len()] {
            // Zeros fall below the first bin, where there is none to count them.
            if let Some(count) = counts.get_mut(bin.wrapping_sub(first) as usize) {
                *count += 1;
            }
        }
    }

    /// Takes in another part of the same scale and shape.
    pub fn merge(&mut self, other: &Self) {
        self.zeros += other.zeros;
        self.disordered |= other.disordered;
        self.least = self.least.min(other.least);
        self.greatest = self.greatest.max(other.greatest);
        if other.counts.is_empty() {
            return;
        }
        self.cover(other.least_above_zero, other.greatest);
        let joined = self.grid.shift - other.grid.shift.min(self.grid.shift);
        for (bin, &count) in (other.first..).zip(&other.counts).filter(|&(_, &count)| count > 0) {
            let bin = ((bin - 1) >> joined) + 1;
            self.counts[(bin - self.first) as usize] += count;
        }
    }

    /// Makes room for positive numbers of a range, with some to spare; whether that took wider bins.
    fn cover(&mut self, least: f64, greatest: f64) -> bool {
        const SPARE: u32 = 32;
        self.least_above_zero = self.least_above_zero.min(least);
        let (least, greatest) = (self.least_above_zero, self.greatest.max(greatest));
        let mut joined = 0;
        while self.grid.bin(greatest) - self.grid.bin(least) >= self.most {
            self.grid.shift += 1;
            joined += 1;
        }
        if joined > 0 {
            self.join(joined);
        }
        let (low, high) = (self.grid.bin(least), self.grid.bin(greatest));
        if self.counts.is_empty() {
            self.first = low.saturating_sub(SPARE).max(1);
            self.counts = vec![0; (high + SPARE + 1 - self.first) as usize];
        }
        if low < self.first {
            let first = low.saturating_sub(SPARE).max(1);
            self.counts.splice(..0, std::iter::repeat_n(0, (self.first - first) as usize));
            self.first = first;
        }
        let stored = u32::try_from(self.counts.len()).unwrap_or(u32::MAX);
        if high - self.first >= stored {
            self.counts.resize((high + SPARE + 1 - self.first) as usize, 0);
        }
        joined > 0
    }

    /// Joins each `2^by` neighbouring bins.
    fn join(&mut self, by: u32) {
        if self.counts.is_empty() {
            return;
        }
        let first = ((self.first - 1) >> by) + 1;
        let last = u32::try_from(self.counts.len() - 1).unwrap_or(u32::MAX) + self.first;
        let mut counts = vec![0; ((((last - 1) >> by) + 1) - first + 1) as usize];
        for (bin, count) in (self.first..).zip(&self.counts) {
            counts[(((bin - 1) >> by) + 1 - first) as usize] += count;
        }
        (self.first, self.counts) = (first, counts);
    }

    /// Gives back the room to spare: the same numbers, however they came, make the same histogram then.
    pub fn trim(&mut self) {
        let used = |count: &u32| *count > 0;
        let (Some(low), Some(high)) = (self.counts.iter().position(used), self.counts.iter().rposition(used)) else {
            self.counts = Vec::new();
            return;
        };
        self.first += u32::try_from(low).unwrap_or(0);
        self.counts = self.counts[low..=high].to_vec();
    }

    /// How many numbers were added.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.zeros + self.counts.iter().map(|&count| u64::from(count)).sum::<u64>()
    }

    /// The least number added.
    #[must_use]
    pub const fn least(&self) -> f64 {
        self.least
    }

    /// The greatest number added.
    #[must_use]
    pub const fn greatest(&self) -> f64 {
        self.greatest
    }

    /// The non-empty bins in increasing order, zero first.
    fn bins(&self) -> impl Iterator<Item = Bin> + '_ {
        let zero = (self.zeros > 0).then_some(Bin { low: 0.0, high: 0.0, count: real(self.zeros), slope: 0.0 });
        let places = (0..self.counts.len()).filter(|&place| self.counts[place] > 0);
        zero.into_iter().chain(places.map(|place| self.stored(place)))
    }

    /// A bin by its place among those stored.
    fn stored(&self, place: usize) -> Bin {
        #[allow(clippy::cast_possible_truncation, reason = "a bin's number has at most 32 bits")]
        let bin = self.first + place as u32;
        let low = self.grid.edge(bin).max(self.least);
        let high = if self.grid.scale == Scale::Whole { low } else { self.grid.edge(bin + 1).min(self.greatest) };
        let count_at = |place: Option<usize>| place.and_then(|place| self.counts.get(place)).copied().unwrap_or(0);
        let (before, after) = (count_at(place.checked_sub(1)), count_at(place.checked_add(1)));
        let count = f64::from(self.counts[place]);
        Bin { low, high, count, slope: (0.5 * f64::from(before.abs_diff(after)) / count).min(1.0) }
    }
}

/// A bin with numbers in it, its edges held to the least and the greatest number.
struct Bin {
    low: f64,
    high: f64,
    count: f64,
    /// By how much the density changes across it, as a share of the density, held to 1.
    slope: f64,
}
