//! Counts in fixed bins: quantiles and tail means of any number of paths in bounded memory.

mod estimates;

pub use estimates::Rank;

use serde::{Deserialize, Serialize};

use super::bits;
use super::probability::real;
use crate::kernel::kernel;
use crate::random::LANES;

/// How bins lie.
///
/// A number is placed by the upper bits of `offset + x`, read as an integer: bins are equally wide within an octave of
/// `offset + x`, and twice as wide in the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scale {
    /// By the bits of `x`: bins in proportion to the number. For values and growth factors.
    Relative,
    /// By the bits of `1 + x`: bins of equal width below 1, at most `2^-14`. For shares and falls.
    Absolute,
    /// A bin for each whole number. For counts of observations.
    Whole,
}

/// Bins below this many bits would have numbers beyond 32 bits: the finest are `2^-20` of an octave, fit for spreads from 5e-5
/// on; of a smaller one the interval still holds what interpolation may miss.
const FINEST: u32 = 32;

impl Scale {
    const fn offset(self) -> f64 {
        match self {
            Self::Relative => 0.0,
            Self::Absolute => 1.0,
            // The numbers from 2^52 to 2^53 are the whole ones.
            Self::Whole => 4_503_599_627_370_496.0,
        }
    }

    /// The bits below the widest bins that are allowed to start with.
    const fn widest(self) -> u32 {
        match self {
            Self::Relative => 52 - 6,
            Self::Absolute => 52 - 14,
            Self::Whole => 0,
        }
    }
}

/// Counts of non-negative numbers in fixed bins, with zero in its own, and the exact least and greatest.
///
/// Bins lie at the same places in every histogram of a scale and a shape, so that parts merge exactly and in any order. Only the
/// range of bins met so far is stored; where that would be more than `most`, neighbours are joined two by two, which depends on
/// the least and the greatest number alone and so not on the order either. A shape is taken from a pilot's spread
/// ([`shaped`](Self::shaped)): about 64 bins to a standard deviation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Histogram {
    scale: Scale,
    /// Bits of a number below its bin.
    shift: u32,
    /// Bins at most.
    most: u32,
    zeros: u64,
    /// Number of the first bin stored; 0 is that of zero, and never stored.
    first: u32,
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

/// What is found about a block's numbers on the way to their bins, as bits, which are ordered as the numbers are.
struct Range {
    least: u64,
    /// Less one, so that zero comes last.
    least_above_zero: u64,
    greatest: u64,
}

kernel! {
    /// The bins of non-negative numbers, and their range.
    #[allow(clippy::cast_possible_truncation, reason = "a bin's number has at most 32 bits")]
    fn find_bins(numbers: &[f64], offset: f64, shift: u32, bins: &mut [u32; LANES]) -> Range {
        let base = offset.to_bits();
        let (mut least, mut above_zero, mut greatest) = (u64::MAX, u64::MAX, 0);
        for (bin, &x) in bins.iter_mut().zip(numbers) {
            // -0 becomes 0.
            let bits = (x + 0.0).to_bits();
            least = least.min(bits);
            above_zero = above_zero.min(bits.wrapping_sub(1));
            greatest = greatest.max(bits);
            let place = ((x + offset).to_bits().wrapping_sub(base) >> shift) as u32 + 1;
            *bin = if bits == 0 { 0 } else { place };
        }
        Range { least, least_above_zero: above_zero, greatest }
    }
}

impl Histogram {
    /// No numbers yet, in the finest bins that some thousands can follow: for a pilot.
    #[must_use]
    pub const fn pilot(scale: Scale) -> Self {
        let shift = if matches!(scale, Scale::Whole) { 0 } else { FINEST };
        Self::empty(scale, shift, 4096)
    }

    const fn empty(scale: Scale, shift: u32, most: u32) -> Self {
        Self {
            scale,
            shift,
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

    /// No numbers yet, in bins fit for numbers like these: a 64th of their standard deviation (as told by the quartiles) or
    /// finer, `most` of them at most.
    ///
    /// Linear interpolation in a bin of width `w` misplaces a quantile by at most `w² |f'| / 8f`: for a normal law and `w = σ/64`,
    /// `3e-5 z σ`, against a standard error of at least `1.25e-3 σ` at a million numbers.
    #[must_use]
    pub fn shaped(&self, most: u32) -> Self {
        let spread = match [0.25, 0.75].map(|level| self.at_count(level * real(self.count())).0) {
            [low, high] if high > low => (high - low) / 1.349,
            _ => (self.greatest - self.least) / 6.0,
        };
        let middle = match self.at_count(0.5 * real(self.count())).0 + self.scale.offset() {
            middle if middle > 0.0 => middle,
            _ => self.greatest,
        };
        let shift = match self.scale {
            Scale::Whole => 0,
            // Of no numbers, or of equal ones.
            _ if spread.is_nan() || spread <= 0.0 => FINEST,
            // The width of a bin is 2^(e + shift - 52), e the exponent of the number.
            _ => (libm::ilogb(spread / 64.0) + 52 - libm::ilogb(middle))
                .max(0)
                .unsigned_abs()
                .clamp(FINEST, self.scale.widest()),
        };
        Self::empty(self.scale, shift, most)
    }

    /// The number of the bin of a positive number.
    #[allow(clippy::cast_possible_truncation, reason = "a bin's number has at most 32 bits")]
    fn bin(&self, x: f64) -> u32 {
        let offset = self.scale.offset();
        ((x + offset).to_bits().wrapping_sub(offset.to_bits()) >> self.shift) as u32 + 1
    }

    /// Lower edge of a bin other than 0; its upper edge is the next one's lower.
    fn edge(&self, bin: u32) -> f64 {
        let offset = self.scale.offset();
        f64::from_bits(offset.to_bits() + (u64::from(bin - 1) << self.shift)) - offset
    }

    /// Adds numbers, at most a block's.
    pub fn add(&mut self, numbers: &[f64]) {
        let mut bins = [0_u32; LANES];
        if numbers.is_empty() {
            return;
        }
        let range = find_bins(numbers, self.scale.offset(), self.shift, &mut bins);
        if range.greatest >= f64::INFINITY.to_bits() {
            self.disordered = true;
            return;
        }
        self.least = self.least.min(f64::from_bits(range.least));
        self.greatest = self.greatest.max(f64::from_bits(range.greatest));
        if range.greatest > 0
            && self.cover(f64::from_bits(range.least_above_zero.wrapping_add(1)), f64::from_bits(range.greatest))
        {
            find_bins(numbers, self.scale.offset(), self.shift, &mut bins);
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

    /// Whether the other one may be merged: the same scale and bound on bins.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        (self.scale, self.most) == (other.scale, other.most)
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
        let joined = self.shift - other.shift.min(self.shift);
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
        while self.bin(greatest) - self.bin(least) >= self.most {
            self.shift += 1;
            joined += 1;
        }
        if joined > 0 {
            self.join(joined);
        }
        let (low, high) = (self.bin(least), self.bin(greatest));
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
        let others = self.counts.iter().enumerate().filter(|&(_, &count)| count > 0).map(|(place, &count)| {
            #[allow(clippy::cast_possible_truncation, reason = "a bin's number has at most 32 bits")]
            let bin = self.first + place as u32;
            let low = self.edge(bin).max(self.least);
            let high = if self.scale == Scale::Whole { low } else { self.edge(bin + 1).min(self.greatest) };
            let neighbour = |place: Option<usize>| place.and_then(|place| self.counts.get(place)).copied().unwrap_or(0);
            let (before, after) = (neighbour(place.checked_sub(1)), neighbour(place.checked_add(1)));
            let slope = 0.5 * f64::from(before.abs_diff(after)) / f64::from(count);
            Bin { low, high, count: f64::from(count), slope: slope.min(1.0) }
        });
        zero.into_iter().chain(others)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Stream;

    fn normals(seed: u64, blocks: u64) -> Vec<f64> {
        let mut stream = Stream::new(seed, "histogram");
        let mut all = Vec::new();
        for block in 0..blocks {
            let mut out = vec![0.0; LANES];
            stream.begin(block);
            stream.normals(&mut out);
            all.extend(out);
        }
        all
    }

    fn histogram(scale: Scale, numbers: &[f64]) -> Histogram {
        let mut histogram = Histogram::pilot(scale);
        numbers.chunks(LANES).for_each(|chunk| histogram.add(chunk));
        histogram
    }

    #[test]
    fn quantiles_lie_within_a_bin_of_the_sorted_sample() {
        let mut numbers: Vec<f64> = normals(1, 40).iter().map(|z| libm::exp(0.2 * z)).collect();
        let histogram = histogram(Scale::Relative, &numbers);
        numbers.sort_by(f64::total_cmp);
        for (level, index) in [(0.01, 204), (0.05, 1023), (0.5, 10_239), (0.99, 20_275)] {
            let found = histogram.quantile(Rank::new(20_480, level)).value;
            assert!((found / numbers[index] - 1.0).abs() < 1e-3, "{level}: {found} against {}", numbers[index]);
        }
    }

    #[test]
    fn parts_merge_to_the_whole_in_any_order() {
        let numbers: Vec<f64> = normals(2, 8).iter().map(|z| z.max(0.0)).collect();
        let whole = histogram(Scale::Absolute, &numbers);
        let (left, right) = numbers.split_at(LANES);
        let (left, right) = (histogram(Scale::Absolute, left), histogram(Scale::Absolute, right));
        for (first, second) in [(&left, &right), (&right, &left)] {
            let mut merged = first.clone();
            merged.merge(second);
            let rank = Rank::new(whole.count(), 0.9);
            assert_eq!(merged.quantile(rank), whole.quantile(rank));
            assert_eq!((merged.count(), merged.zeros), (whole.count(), whole.zeros));
        }
    }

    /// At a million numbers interpolation misses a quantile by less than a tenth of its standard error, down to a spread of 5e-5.
    #[test]
    fn bins_follow_the_spread_of_a_pilot() {
        let level = 0.01;
        for sigma in [5e-5, 1e-3, 0.05, 0.9] {
            // A normal sample without noise: its quantiles at the ranks' middles.
            let numbers: Vec<f64> = (0..1_000_000_u32)
                .map(|rank| libm::exp(sigma * standard_normal_quantile((f64::from(rank) + 0.5) / 1e6)))
                .collect();
            let mut shaped = histogram(Scale::Relative, &numbers[..].iter().step_by(2003).copied().collect::<Vec<_>>())
                .shaped(1 << 16);
            numbers.chunks(LANES).for_each(|chunk| shaped.add(chunk));
            let estimate = shaped.quantile(Rank::new(1_000_000, level));
            let exact = libm::exp(sigma * standard_normal_quantile(level));
            let missed = (estimate.value - exact).abs() / estimate.standard_error;
            assert!(missed < 0.1, "σ {sigma}: {missed} standard errors");
            assert!(shaped.counts.len() < 4096);
        }
    }

    /// By bisection of the distribution function of an independent library.
    fn standard_normal_quantile(p: f64) -> f64 {
        let (mut low, mut high) = (-9.0, 9.0);
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            let below = 0.5 * libm::erfc(-middle / std::f64::consts::SQRT_2) < p;
            (low, high) = if below { (middle, high) } else { (low, middle) };
        }
        0.5 * (low + high)
    }

    /// Numbers over six hundred decades take no more bins than allowed, and merge to the same whole in any order.
    #[test]
    fn memory_is_bounded_whatever_comes() {
        let wild: Vec<f64> = (0..2000_u32).map(|i| libm::pow(10.0, f64::from(i * 7919 % 601) - 300.0)).collect();
        let shape = histogram(Scale::Relative, &wild[..LANES]).shaped(1 << 11);
        let fill = |numbers: &[f64]| {
            let mut filled = shape.clone();
            numbers.chunks(LANES).for_each(|chunk| filled.add(chunk));
            filled
        };
        let whole = fill(&wild);
        assert!(whole.counts.len() <= (1 << 11) + 64 && whole.count() == 2000);
        let (left, right) = (fill(&[1.0; 10]), fill(&wild[1..]));
        let (mut one, mut other) = (left.clone(), right.clone());
        one.merge(&right);
        other.merge(&left);
        let rank = Rank::new(one.count(), 0.3);
        assert_eq!((one.quantile(rank), one.shift, one.count()), (other.quantile(rank), other.shift, other.count()));
    }

    #[test]
    fn what_is_no_number_leaves_no_estimate() {
        for wrong in [f64::NAN, f64::INFINITY, -1.0] {
            let quantile = histogram(Scale::Relative, &[1.0, wrong, 2.0]).quantile(Rank::new(3, 0.5));
            assert!(quantile.value.is_nan(), "{wrong}");
        }
    }

    #[test]
    fn an_interval_that_the_sample_cannot_close_is_open() {
        let numbers: Vec<f64> = (1..=100_u32).map(f64::from).collect();
        let quantile = histogram(Scale::Whole, &numbers).quantile(Rank::new(100, 0.01));
        assert!(quantile.interval[0].is_nan() && quantile.interval[1].is_finite() && quantile.standard_error.is_nan());
        assert_eq!(quantile.value.to_bits(), 1f64.to_bits());
    }

    #[test]
    fn equal_numbers_have_that_quantile_exactly() {
        for number in [0.0, 0.6, 1.0, 5_200_000_000.0] {
            let histogram = histogram(Scale::Relative, &[number; 1000]);
            let quantile = histogram.quantile(Rank::new(1000, 0.05));
            assert_eq!((quantile.value, quantile.interval), (number, [number; 2]));
            assert!((histogram.tail_mean(0.05).value - number).abs() <= 1e-15 * number);
        }
    }

    /// Case `se_quantile_cte`: the mean estimated standard errors over many samples of 10 000, against their asymptotic values
    /// and against the spread of the estimates themselves. Numbers are shifted by 10 to be positive, which moves no error.
    #[test]
    fn standard_errors_of_quantile_and_tail_mean_are_the_asymptotic_ones() {
        let samples = 300;
        let rank = Rank::new(10_000, 0.05);
        let mut sums = [0.0; 2];
        let mut estimates = [Vec::new(), Vec::new()];
        for sample in 0..samples {
            let mut numbers = normals(100 + sample, 20);
            numbers.truncate(10_000);
            for z in &mut numbers {
                *z += 10.0;
            }
            let histogram = histogram(Scale::Absolute, &numbers);
            for (index, estimate) in [histogram.quantile(rank), histogram.tail_mean(0.05)].into_iter().enumerate() {
                sums[index] += estimate.standard_error / real(samples);
                estimates[index].push(estimate.value);
            }
        }
        for (index, expected) in [0.021_131_875_109_690_845, 0.024_655_729_418_081_394].into_iter().enumerate() {
            assert!((sums[index] - expected).abs() < 0.0006, "{} against {expected}", sums[index]);
            let spread = crate::stats::moments::Moments::of(&estimates[index]).deviation();
            assert!((spread / expected - 1.0).abs() < 4.0 / 24.5, "spread {spread} against {expected}");
        }
    }

    #[test]
    fn counts_between_add_up() {
        let histogram = histogram(Scale::Absolute, &[0.0, 0.0, 0.1, 0.25, 0.25, 0.9]);
        assert!((histogram.count_between(0.0, 0.05) - 2.0).abs() < 1e-12);
        assert!((histogram.count_between(0.05, 1.0) - 4.0).abs() < 1e-9);
    }
}
