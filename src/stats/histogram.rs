//! Counts in fixed bins: quantiles and tail means of any number of paths in bounded memory.

mod atom;
mod bins;
mod estimates;
mod grid;
mod kept;
mod segments;
mod shape;
#[cfg(test)]
mod tests;
mod valid;

pub use bins::Bins;
pub use estimates::{Boundary, CountedQuantiles, Rank};
pub use grid::Scale;

use serde::{Deserialize, Serialize};

use atom::Atom;
use grid::Grid;
use kept::Kept;

use super::bits;
use crate::lanes::LANES;

/// Counts of numbers in fixed bins, with zero in its own, and the exact least and greatest. Numbers are non-negative,
/// unless the scale is that of numbers of either sign.
///
/// The places of bins come from a pilot ([`shaped`](Self::shaped)). They follow the spread of its numbers; a value that
/// it has several times (a cap, an opening floor) is counted apart, as zero is. Histograms of one shape have their bins
/// at the same places, so that parts merge exactly and in any order. Only the range of bins met so far is stored. Where
/// that would be more than `most`, neighbours are joined two by two. The joins depend on the least and the greatest
/// number alone, and so not on the order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Histogram {
    grid: Grid,
    atoms: Vec<Atom>,
    /// Bins at most.
    most: u32,
    /// Each `2^joined` neighbouring bins of the grid count as one.
    joined: u32,
    zeros: u64,
    kept: Kept,
    #[serde(with = "bits")]
    least: f64,
    /// The least number that has a bin: the least above zero, but of numbers of either sign the least.
    #[serde(with = "bits")]
    least_binned: f64,
    #[serde(with = "bits")]
    greatest: f64,
    /// Whether something came that the scale has no bin for (NaN, infinity, a negative number): then there are no
    /// estimates.
    disordered: bool,
}

impl Histogram {
    /// Keeps the numbers themselves, some hundreds, and has no estimates: for a pilot.
    #[must_use]
    pub const fn pilot(scale: Scale) -> Self {
        Self {
            grid: Grid::finest(scale),
            atoms: Vec::new(),
            most: 0,
            joined: 0,
            zeros: 0,
            kept: Kept::Numbers(Vec::new()),
            least: f64::INFINITY,
            least_binned: f64::INFINITY,
            greatest: f64::NEG_INFINITY,
            disordered: false,
        }
    }

    /// An empty histogram of the same shape that keeps the bins of some thousands until another takes them in
    /// ([`merge`](Self::merge)). It has no estimates of its own, and is small however many bins there are.
    #[must_use]
    pub fn list(&self) -> Self {
        let mut list = self.clone();
        list.kept = Kept::Bins { bins: Vec::new(), used: 0 };
        list.clear();
        list
    }

    /// Forgets what was added, and keeps the room.
    pub fn clear(&mut self) {
        match &mut self.kept {
            Kept::Numbers(numbers) => numbers.clear(),
            Kept::Bins { used, .. } => *used = 0,
            Kept::Counts { counts, .. } => counts.clear(),
        }
        self.atoms.iter_mut().for_each(|atom| atom.count = 0);
        (self.zeros, self.joined, self.disordered) = (0, 0, false);
        (self.least, self.least_binned, self.greatest) = (f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY);
    }

    /// Adds numbers, at most a block's.
    pub fn add(&mut self, numbers: &[f64]) {
        if numbers.is_empty() {
            return;
        }
        match std::mem::take(&mut self.kept) {
            Kept::Numbers(mut kept) => {
                self.find(numbers, &mut [0; LANES]);
                kept.extend(numbers);
                self.kept = Kept::Numbers(kept);
            }
            Kept::Bins { mut bins, used } => {
                let end = used + numbers.len();
                if end > bins.len() {
                    bins.resize(end.next_power_of_two(), 0);
                }
                let used = if self.find(numbers, &mut bins[used..end]) { end } else { used };
                self.kept = Kept::Bins { bins, used };
            }
            counts @ Kept::Counts { .. } => {
                let mut bins = [0; LANES];
                self.kept = counts;
                if self.find(numbers, &mut bins) {
                    self.cover();
                    self.kept.tally(&bins[..numbers.len()], self.joined);
                }
            }
        }
    }

    /// The bins of numbers; whether they have some. Bins of those that are counted apart are 0.
    fn find(&mut self, numbers: &[f64], bins: &mut [u32]) -> bool {
        let bins = &mut bins[..numbers.len()];
        let range = self.grid.find(numbers, bins);
        let Some(range) = range else {
            self.disordered = true;
            return false;
        };
        self.least = self.least.min(range.least);
        self.least_binned = self.least_binned.min(range.least_binned);
        self.greatest = self.greatest.max(range.greatest);
        if range.least == 0.0 && self.grid.scale != Scale::Signed {
            self.zeros += bins.iter().filter(|&&bin| bin == 0).count() as u64;
        }
        for atom in &mut self.atoms {
            atom.count += grid::take_out(numbers, atom.low, atom.high, bins);
        }
        true
    }

    /// Takes in another part of the same shape.
    pub fn merge(&mut self, other: &Self) {
        self.zeros += other.zeros;
        self.disordered |= other.disordered;
        self.least = self.least.min(other.least);
        self.least_binned = self.least_binned.min(other.least_binned);
        self.greatest = self.greatest.max(other.greatest);
        self.atoms.iter_mut().zip(&other.atoms).for_each(|(mine, theirs)| mine.count += theirs.count);
        match (&mut self.kept, &other.kept) {
            (Kept::Numbers(mine), Kept::Numbers(theirs)) => mine.extend(theirs),
            (Kept::Counts { .. }, Kept::Bins { bins, used }) if *used > 0 => {
                self.cover();
                self.kept.tally(&bins[..*used], self.joined);
            }
            (Kept::Counts { .. }, Kept::Counts { first, counts }) => {
                // Also for a part with nothing but atoms: bins follow the range of all numbers.
                self.cover();
                self.kept.add_counts(*first, counts, self.joined - other.joined.min(self.joined));
            }
            // A list only gives.
            _ => {}
        }
    }

    /// The number of the stored bin of a number other than zero.
    fn stored_bin(&self, x: f64) -> u32 {
        ((self.grid.bin(x) - 1) >> self.joined) + 1
    }

    /// Makes room for the range of the numbers that have bins, with some to spare.
    fn cover(&mut self) {
        if self.least_binned > self.greatest {
            return;
        }
        let (mut low, mut high) = (self.stored_bin(self.least_binned), self.stored_bin(self.greatest));
        while high - low >= self.most {
            self.joined += 1;
            (low, high) = (self.stored_bin(self.least_binned), self.stored_bin(self.greatest));
            self.kept.join();
        }
        self.kept.cover(low, high);
    }

    /// Gives back the room to spare: the same numbers, however they came, make the same histogram then.
    pub fn trim(&mut self) {
        self.kept.trim();
    }

    /// The number of numbers added, if it counts.
    #[must_use]
    pub fn count(&self) -> u64 {
        let apart = self.zeros + self.atoms.iter().map(|atom| atom.count).sum::<u64>();
        match &self.kept {
            Kept::Counts { counts, .. } => apart + counts.iter().map(|&count| u64::from(count)).sum::<u64>(),
            Kept::Numbers(numbers) => numbers.len() as u64,
            Kept::Bins { used, .. } => *used as u64,
        }
    }

    /// The number of those that were exactly zero.
    #[must_use]
    pub fn zeros(&self) -> u64 {
        let atoms = self.atoms.iter().filter(|atom| atom.value == 0.0);
        self.zeros + atoms.map(|atom| atom.count).sum::<u64>()
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
}
