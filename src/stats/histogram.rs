//! Counts in fixed bins: quantiles and tail means of any number of paths in bounded memory.

use multiversion::multiversion;

use super::probability::{binomial_quantile, real};
use super::{Estimate, Z_95};
use crate::random::LANES;

/// The bits of a `f64` below a logarithmic bin: 1024 bins an octave.
const LOG_SHIFT: u32 = 42;

/// How bins lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scale {
    /// 1024 bins of equal width in each octave: a bin is at most 0.1 % wide. For values and growth factors.
    Log,
    /// Bins of equal width. For shares and falls.
    Linear {
        /// The width.
        width: f64,
    },
}

impl Scale {
    /// Bins of width 0.0001.
    pub const BASIS_POINTS: Self = Self::Linear { width: 1e-4 };

    /// The bin of a positive number: 0 is for zero.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a bin's number is positive and below 2^22"
    )]
    fn bin(self, x: f64) -> usize {
        match self {
            Self::Log => (x.to_bits() >> LOG_SHIFT) as usize,
            Self::Linear { width } => (x / width) as usize + 1,
        }
    }

    /// Lower edge of a bin other than 0; its upper edge is the next one's lower.
    #[allow(clippy::cast_precision_loss, reason = "a bin's number is below 2^22")]
    fn edge(self, bin: usize) -> f64 {
        match self {
            Self::Log => f64::from_bits((bin as u64) << LOG_SHIFT),
            Self::Linear { width } => (bin - 1) as f64 * width,
        }
    }
}

/// Counts of non-negative numbers in fixed bins, with zero in its own, and the exact least and greatest.
///
/// Bins lie at the same places in every histogram of a scale, so that parts merge exactly and in any order. Only the range of
/// bins met so far is stored. A quantile lies within its bin; where the density is smooth, interpolation leaves an error of the
/// order of the bin's width squared.
#[derive(Debug, Clone, PartialEq)]
pub struct Histogram {
    scale: Scale,
    zeros: u64,
    first: usize,
    counts: Vec<u32>,
    least: f64,
    greatest: f64,
}

/// A quantile's level, with the ranks between which it lies with a probability of 95 % in a sample of `n`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rank {
    level: f64,
    lower: f64,
    upper: f64,
}

impl Rank {
    /// The ranks of a level in a sample of `n`: the binomial law's 2.5 % and 97.5 % quantiles (David & Nagaraja 2003,
    /// *Order Statistics*, 7.1).
    #[must_use]
    pub fn new(n: u64, level: f64) -> Self {
        Self {
            level,
            lower: real(binomial_quantile(n, level, 0.025)),
            upper: real((binomial_quantile(n, level, 0.975) + 1).min(n)),
        }
    }
}

/// The range of some numbers.
#[derive(Clone, Copy)]
struct Range {
    least: f64,
    least_above_zero: f64,
    greatest: f64,
}

impl Range {
    /// From the bits of non-negative numbers, which are ordered as the numbers are; `None` of no numbers.
    fn of_bits(least: u64, least_above_zero: u64, greatest: u64) -> Option<Self> {
        (least <= greatest).then(|| Self {
            least: f64::from_bits(least),
            least_above_zero: f64::from_bits(least_above_zero.wrapping_add(1)),
            greatest: f64::from_bits(greatest),
        })
    }
}

/// The logarithmic bins of non-negative numbers, and their range.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn log_bins(numbers: &[f64], bins: &mut [u32; LANES]) -> Option<Range> {
    let (mut least, mut above_zero, mut greatest) = (u64::MAX, u64::MAX, 0);
    for (bin, &x) in bins.iter_mut().zip(numbers) {
        let bits = (x + 0.0).to_bits();
        least = least.min(bits);
        above_zero = above_zero.min(bits.wrapping_sub(1));
        greatest = greatest.max(bits);
        *bin = (bits >> LOG_SHIFT) as u32;
    }
    Range::of_bits(least, above_zero, greatest)
}

/// The linear bins of non-negative numbers, and their range.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a bin's number is positive and below 2^22")]
fn linear_bins(numbers: &[f64], width: f64, bins: &mut [u32; LANES]) -> Option<Range> {
    let (mut least, mut above_zero, mut greatest) = (u64::MAX, u64::MAX, 0);
    for (bin, &x) in bins.iter_mut().zip(numbers) {
        let bits = (x + 0.0).to_bits();
        least = least.min(bits);
        above_zero = above_zero.min(bits.wrapping_sub(1));
        greatest = greatest.max(bits);
        *bin = if bits == 0 { 0 } else { (x / width) as u32 + 1 };
    }
    Range::of_bits(least, above_zero, greatest)
}

impl Histogram {
    /// No numbers yet.
    #[must_use]
    pub const fn new(scale: Scale) -> Self {
        Self { scale, zeros: 0, first: 0, counts: Vec::new(), least: f64::INFINITY, greatest: f64::NEG_INFINITY }
    }

    /// Adds numbers, at most a block's.
    pub fn add(&mut self, numbers: &[f64]) {
        let mut bins = [0_u32; LANES];
        let Some(range) = (match self.scale {
            Scale::Log => log_bins(numbers, &mut bins),
            Scale::Linear { width } => linear_bins(numbers, width, &mut bins),
        }) else {
            return;
        };
        self.least = self.least.min(range.least);
        self.greatest = self.greatest.max(range.greatest);
        if range.greatest > 0.0 {
            self.cover(self.scale.bin(range.least_above_zero), self.scale.bin(range.greatest));
        }
        let zeros = if range.least > 0.0 { 0 } else { bins[..numbers.len()].iter().filter(|&&bin| bin == 0).count() };
        self.zeros += zeros as u64;
        for &bin in &bins[..numbers.len()] {
            // Zeros fall below the first bin, where there is none to count them.
            if let Some(count) = self.counts.get_mut((bin as usize).wrapping_sub(self.first)) {
                *count += 1;
            }
        }
    }

    /// Takes in another part of the same scale.
    pub fn merge(&mut self, other: &Self) {
        self.zeros += other.zeros;
        self.least = self.least.min(other.least);
        self.greatest = self.greatest.max(other.greatest);
        if other.counts.is_empty() {
            return;
        }
        self.cover(other.first, other.first + other.counts.len() - 1);
        for (sum, count) in self.counts[other.first - self.first..].iter_mut().zip(&other.counts) {
            *sum += count;
        }
    }

    /// Makes room for the bins `low..=high`, with some to spare.
    fn cover(&mut self, low: usize, high: usize) {
        const SPARE: usize = 32;
        if self.counts.is_empty() {
            self.first = low.saturating_sub(SPARE).max(1);
            self.counts = vec![0; high + SPARE + 1 - self.first];
            return;
        }
        if low < self.first {
            let first = low.saturating_sub(SPARE).max(1);
            self.counts.splice(..0, std::iter::repeat_n(0, self.first - first));
            self.first = first;
        }
        if high >= self.first + self.counts.len() {
            self.counts.resize(high + SPARE + 1 - self.first, 0);
        }
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

    /// The non-empty bins in increasing order, as (lower edge, upper edge, count), zero first; edges are held to the least and
    /// the greatest number.
    fn bins(&self) -> impl Iterator<Item = (f64, f64, f64)> + '_ {
        let zero = (self.zeros > 0).then_some((self.least.min(0.0), 0.0, real(self.zeros)));
        let others = self.counts.iter().enumerate().filter(|&(_, &count)| count > 0).map(|(offset, &count)| {
            let bin = self.first + offset;
            let low = self.scale.edge(bin).max(self.least);
            (low, self.scale.edge(bin + 1).min(self.greatest), f64::from(count))
        });
        zero.into_iter().chain(others)
    }

    /// The quantile at a rank, linear inside its bin: the point at which the binned distribution function reaches `level`. Its
    /// interval is that of the binomial ranks, its standard error the interval's width over 2 · 1.96.
    #[must_use]
    pub fn quantile(&self, rank: Rank) -> Estimate {
        let n = real(self.count());
        if n == 0.0 {
            return Estimate::UNKNOWN;
        }
        let [lower, value, upper] = self.at_counts([rank.lower, rank.level * n, rank.upper]);
        Estimate { value, standard_error: (upper - lower) / (2.0 * Z_95), interval: [lower, upper] }
    }

    /// The points at which the cumulative count reaches each of three increasing counts.
    fn at_counts(&self, counts: [f64; 3]) -> [f64; 3] {
        let mut found = [self.greatest; 3];
        let (mut next, mut sum) = (0, 0.0);
        for (low, high, count) in self.bins() {
            while next < 3 && counts[next] <= sum + count {
                found[next] = low + (high - low) * ((counts[next] - sum) / count).max(0.0);
                next += 1;
            }
            if next == 3 {
                break;
            }
            sum += count;
        }
        found
    }

    /// The mean of the lowest share `level` of the numbers, each bin at its middle. Standard error
    /// `√((Var(X | X < q) + (1 - level)(q - mean)²) / (n level))` (Manistre & Hancock 2005, *North American Actuarial Journal*
    /// 9(2)).
    #[must_use]
    pub fn tail_mean(&self, level: f64) -> Estimate {
        self.tail_mean_of(level, |x| x)
    }

    /// The same of an increasing function of the numbers.
    #[must_use]
    pub fn tail_mean_of(&self, level: f64, of: impl Fn(f64) -> f64) -> Estimate {
        let n = real(self.count());
        let wanted = level * n;
        if n == 0.0 {
            return Estimate::UNKNOWN;
        }
        let (mut taken, mut mean, mut squares, mut quantile) = (0.0, 0.0, 0.0, self.least);
        for (low, high, count) in self.bins() {
            let part = count.min(wanted - taken);
            if part <= 0.0 {
                break;
            }
            quantile = low + (high - low) * (part / count);
            let middle = of(0.5 * (low + quantile));
            let difference = middle - mean;
            taken += part;
            mean += difference * (part / taken);
            squares += part * difference * (middle - mean);
        }
        let beyond = of(quantile) - mean;
        let variance = squares / taken + (1.0 - level) * beyond * beyond;
        Estimate::normal(mean, (variance / wanted).sqrt())
    }

    /// How many numbers lie in `[low, high)`, linear inside bins.
    #[must_use]
    pub fn count_between(&self, low: f64, high: f64) -> f64 {
        self.bins()
            .map(|(from, to, count)| {
                if to <= from {
                    return if (low..high).contains(&from) { count } else { 0.0 };
                }
                count * ((to.min(high) - from.max(low)) / (to - from)).max(0.0)
            })
            .fold(0.0, |sum, part| sum + part)
    }
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
        let mut histogram = Histogram::new(scale);
        numbers.chunks(LANES).for_each(|chunk| histogram.add(chunk));
        histogram
    }

    #[test]
    fn quantiles_lie_within_a_bin_of_the_sorted_sample() {
        let mut numbers: Vec<f64> = normals(1, 40).iter().map(|z| libm::exp(0.2 * z)).collect();
        let histogram = histogram(Scale::Log, &numbers);
        numbers.sort_by(f64::total_cmp);
        for (level, index) in [(0.01, 204), (0.05, 1023), (0.5, 10_239), (0.99, 20_275)] {
            let found = histogram.quantile(Rank::new(20_480, level)).value;
            assert!((found / numbers[index] - 1.0).abs() < 1e-3, "{level}: {found} against {}", numbers[index]);
        }
    }

    #[test]
    fn parts_merge_to_the_whole_in_any_order() {
        let numbers: Vec<f64> = normals(2, 8).iter().map(|z| z.max(0.0)).collect();
        let whole = histogram(Scale::BASIS_POINTS, &numbers);
        let (left, right) = numbers.split_at(LANES);
        let (left, right) = (histogram(Scale::BASIS_POINTS, left), histogram(Scale::BASIS_POINTS, right));
        for (first, second) in [(&left, &right), (&right, &left)] {
            let mut merged = first.clone();
            merged.merge(second);
            let rank = Rank::new(whole.count(), 0.9);
            assert_eq!(merged.quantile(rank), whole.quantile(rank));
            assert_eq!((merged.count(), merged.zeros), (whole.count(), whole.zeros));
        }
    }

    #[test]
    fn equal_numbers_have_that_quantile_exactly() {
        for number in [0.0, 0.6, 1.0, 5_200_000_000.0] {
            let histogram = histogram(Scale::Log, &[number; 100]);
            let quantile = histogram.quantile(Rank::new(100, 0.05));
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
            let histogram = histogram(Scale::BASIS_POINTS, &numbers);
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
        let histogram = histogram(Scale::BASIS_POINTS, &[0.0, 0.0, 0.1, 0.25, 0.25, 0.9]);
        assert!((histogram.count_between(0.0, 0.05) - 2.0).abs() < 1e-12);
        assert!((histogram.count_between(0.05, 1.0) - 4.0).abs() < 1e-9);
    }
}
