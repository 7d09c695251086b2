//! The lines of a validation: one for each moment, target and event, each with its verdict.

use serde::Serialize;

use crate::plan::{EventBound, HistoryStatistic};
use crate::stats::Estimate;
use crate::stats::moments::Moments;

/// The verdict of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It lies within four standard errors, or inside the middle 90 %.
    Agrees,
    /// Further apart.
    Differs,
    /// Nothing to compare with.
    None,
}

/// A moment of the simulated world.
#[derive(Debug, Clone, Serialize)]
pub struct MomentLine {
    /// The asset or factor, or two assets.
    pub of: String,
    /// The moment.
    pub moment: Moment,
    /// As simulated.
    pub found: Estimate,
    /// As the law says; none where it has no closed form.
    pub exact: Option<f64>,
}

impl MomentLine {
    fn is_within(&self, exact: f64, distance: f64) -> bool {
        (self.found.value - exact).abs() <= distance
    }

    /// Whether it is the exact one to four standard errors.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.exact {
            None => Verdict::None,
            Some(_) if self.found.value.is_nan() => Verdict::None,
            // The rounding of sums over a path, where nothing is random.
            Some(exact) if self.is_within(exact, 1e-12 + 1e-9 * exact.abs()) => Verdict::Agrees,
            // Of so few paths no error is known.
            Some(_) if self.found.standard_error.is_nan() => Verdict::None,
            Some(exact) if self.is_within(exact, 4.0 * self.found.standard_error) => Verdict::Agrees,
            Some(_) => Verdict::Differs,
        }
    }
}

/// A moment of monthly log returns, or of a factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// Mean log return, times 12.
    MeanLog,
    /// Standard deviation of log returns about the exact mean, times √12.
    Volatility,
    /// Third central moment over the exact variance to the power 3/2.
    Skew,
    /// Fourth central moment over the exact variance squared, less 3.
    ExcessKurtosis,
    /// Covariance of a month with the next, over the exact variance.
    Autocorrelation,
    /// Covariance of a month's square with the next month's, over the exact variance of squares.
    AutocorrelationOfSquares,
    /// Mean growth over twelve months, less 1.
    ArithmeticReturn,
    /// Covariance of two assets' months over the deviations found.
    Correlation,
    /// Mean of a factor at the horizon.
    FactorMean,
    /// Standard deviation of a factor at the horizon about the exact mean.
    FactorDeviation,
    /// Mean log growth of consumer prices a year, over the horizon.
    MeanInflation,
}

/// A figure of a history, against the same figure of simulated histories of the same length.
#[derive(Debug, Clone, Serialize)]
pub struct TargetLine {
    /// The asset.
    pub of: String,
    /// The figure.
    pub statistic: HistoryStatistic,
    /// Length of the histories in months.
    pub months: u32,
    /// The history's.
    pub target: f64,
    /// 5 %, 50 % and 95 % quantile of the simulated ones.
    pub simulated: [f64; 3],
    /// Share of the simulated ones that are lower.
    pub share_lower: Estimate,
}

impl TargetLine {
    /// Whether the history would not stand out among simulated ones: it lies in their middle 90 %.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        if (self.simulated[0]..=self.simulated[2]).contains(&self.target) { Verdict::Agrees } else { Verdict::Differs }
    }
}

/// How often an event comes in a calendar year.
#[derive(Debug, Clone, Serialize)]
pub struct EventLine {
    /// The asset or factor; none for all events in one year.
    pub of: Option<String>,
    /// The bound on its growth over the year, a fraction.
    pub bound: Option<EventBound>,
    /// Probability a calendar year, over the years of the horizon.
    pub probability: Estimate,
    /// The least that is asked for.
    pub at_least: Option<f64>,
}

impl EventLine {
    /// Whether it comes as often as asked for; not known while the least lies inside the interval.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.at_least {
            Some(least) if self.probability.value >= least => Verdict::Agrees,
            Some(least) if self.probability.interval[1] < least => Verdict::Differs,
            // Too few paths to tell, or nothing asked for.
            _ => Verdict::None,
        }
    }
}

/// Errors of moments are known from so many paths on: of fewer, four standard errors are passed by chance.
pub const LEAST_PATHS: u64 = 100;

/// The mean of one number of each path, in the order of paths, with its error.
pub(super) fn mean(numbers: impl Iterator<Item = f64>) -> Estimate {
    let numbers: Vec<f64> = numbers.collect();
    let mean = Moments::of(&numbers).mean();
    if (numbers.len() as u64) < LEAST_PATHS { Estimate { value: mean.value, ..Estimate::UNKNOWN } } else { mean }
}
