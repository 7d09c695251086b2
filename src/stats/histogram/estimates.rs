//! Quantiles and tail means of what was counted.

use super::super::probability::{binomial_quantile, real};
use super::super::{Estimate, Z_95};
use super::Histogram;

/// A quantile's level, with the ranks between which it lies with a probability of 95 % in a sample of `n`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rank {
    level: f64,
    /// Numbers below the lower end of the interval; none where a sample of `n` has no number below which the quantile lies so
    /// rarely.
    lower: Option<f64>,
    upper: Option<f64>,
}

impl Rank {
    /// The ranks of a level in a sample of `n`: the binomial law's 2.5 % and 97.5 % quantiles (David & Nagaraja 2003,
    /// *Order Statistics*, 7.1), between whole ranks by interpolation, so that the interval holds the quantile in 95 % of samples
    /// and not in more.
    #[must_use]
    pub fn new(n: u64, level: f64) -> Self {
        let lower = binomial_quantile(n, level, 0.025);
        let upper = binomial_quantile(n, level, 0.975);
        Self { level, lower: (lower > 0.5).then_some(lower), upper: (upper < real(n) - 0.5).then_some(upper) }
    }
}

/// Tail means of fewer numbers have no error that could be trusted.
const LEAST_IN_TAIL: f64 = 10.0;

/// The quantiles of what was counted.
pub struct Quantiles<'a> {
    histogram: &'a Histogram,
    /// Numbers up to the end of each bin stored.
    up_to: Vec<u64>,
}

impl Quantiles<'_> {
    /// The quantile at a rank, linear inside its bin: the point at which the binned distribution function reaches `level`. Its
    /// interval is that of the binomial ranks, widened by what interpolation may miss; its standard error the interval's width
    /// over 2 · 1.96. An interval open at one end has NaN there.
    #[must_use]
    pub fn at(&self, rank: Rank) -> Estimate {
        let n = real(self.up_to.last().copied().unwrap_or(self.histogram.zeros));
        if n == 0.0 || self.histogram.disordered {
            return Estimate::UNKNOWN;
        }
        let (value, _) = self.at_count(rank.level * n);
        let lower = rank.lower.map_or(f64::NAN, |rank| {
            let (value, missed) = self.at_count(rank);
            value - missed
        });
        let upper = rank.upper.map_or(f64::NAN, |rank| {
            let (value, missed) = self.at_count(rank);
            value + missed
        });
        Estimate { value, standard_error: (upper - lower) / (2.0 * Z_95), interval: [lower, upper] }
    }

    /// The point at which the cumulative count reaches `wanted`, and by how much linear interpolation may miss it: with the
    /// density changing by a share `s` across the bin of width `w`, `w s / 8`.
    pub(super) fn at_count(&self, wanted: f64) -> (f64, f64) {
        let zeros = self.histogram.zeros;
        if zeros > 0 && wanted <= real(zeros) {
            return (0.0, 0.0);
        }
        let place = self.up_to.partition_point(|&sum| sum == 0 || real(sum) < wanted);
        if place == self.up_to.len() {
            return (self.histogram.greatest, 0.0);
        }
        let bin = self.histogram.stored(place);
        let (width, before) = (bin.high - bin.low, real(self.up_to[place]) - bin.count);
        (bin.low + width * ((wanted - before) / bin.count).max(0.0), width * bin.slope / 8.0)
    }
}

impl Histogram {
    /// Its quantiles.
    #[must_use]
    pub fn quantiles(&self) -> Quantiles<'_> {
        let sums = self.counts.iter().scan(self.zeros, |sum, &count| {
            *sum += u64::from(count);
            Some(*sum)
        });
        Quantiles { histogram: self, up_to: sums.collect() }
    }

    /// The quantile at a rank ([`Quantiles::at`]).
    #[must_use]
    pub fn quantile(&self, rank: Rank) -> Estimate {
        self.quantiles().at(rank)
    }

    /// The mean of the lowest share `level` of the numbers, each bin at its middle. Standard error
    /// `√((Var(X | X < q) + (1 - level)(q - mean)²) / (n level))` (Manistre & Hancock 2005, *North American Actuarial Journal*
    /// 9(2)), the interval by Student's t. The error is
    /// unknown where fewer than ten numbers lie in the tail.
    #[must_use]
    pub fn tail_mean(&self, level: f64) -> Estimate {
        self.tail_mean_of(level, |x| x)
    }

    /// The same of an increasing function of the numbers.
    #[must_use]
    pub fn tail_mean_of(&self, level: f64, of: impl Fn(f64) -> f64) -> Estimate {
        let wanted = level * real(self.count());
        if wanted == 0.0 || self.disordered {
            return Estimate::UNKNOWN;
        }
        let (mut taken, mut mean, mut squares, mut quantile) = (0.0, 0.0, 0.0, self.least);
        for bin in self.bins() {
            let part = bin.count.min(wanted - taken);
            if part <= 0.0 {
                break;
            }
            quantile = bin.low + (bin.high - bin.low) * (part / bin.count);
            let middle = of(0.5 * (bin.low + quantile));
            let difference = middle - mean;
            taken += part;
            mean += difference * (part / taken);
            squares += part * difference * (middle - mean);
        }
        if wanted < LEAST_IN_TAIL {
            return Estimate { value: mean, ..Estimate::UNKNOWN };
        }
        let beyond = of(quantile) - mean;
        let variance = squares / (taken - 1.0) + (1.0 - level) * beyond * beyond;
        Estimate::student(mean, (variance / wanted).sqrt(), wanted - 1.0)
    }

    /// How many numbers lie in `[low, high)`, linear inside bins.
    #[must_use]
    pub fn count_between(&self, low: f64, high: f64) -> f64 {
        self.bins()
            .map(|bin| {
                if bin.high <= bin.low {
                    return if (low..high).contains(&bin.low) { bin.count } else { 0.0 };
                }
                bin.count * ((bin.high.min(high) - bin.low.max(low)) / (bin.high - bin.low)).max(0.0)
            })
            .fold(0.0, |sum, part| sum + part)
    }
}
