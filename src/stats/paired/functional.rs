//! The functional of a path's number that a figure is.

use crate::stats::histogram::Bins;
use crate::stats::variable::Variable;

/// The functional of a variable that a figure is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Functional {
    /// Its mean.
    Mean,
    /// Its standard deviation, about a mean that lies near here.
    Deviation(f64),
    /// The probability that it is 1.
    Happened,
    /// The probability that it is below a bound (`true`), or above.
    Beyond {
        /// The bound.
        bound: f64,
        /// Whether the lower side is meant.
        below: bool,
    },
    /// A quantile that lies in a bin with these edges.
    Quantile([f64; 2]),
    /// The mean of what lies below a quantile that lies near here, each number in the middle of its bin.
    TailMean(f64, Bins),
    /// The mean, near here, over those paths that have the number.
    MeanOfGiven(f64),
    /// A quantile over those paths that have the number: the edges of its bin, and its level.
    QuantileOfGiven([f64; 2], f64),
}

/// The number of each path. A figure is to first order the mean of these numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// The number.
    pub variable: Variable,
    /// The functional of it.
    pub of: Functional,
}

impl Functional {
    /// The scores of numbers, in their place.
    pub fn apply(self, numbers: &mut [f64]) {
        let each = |numbers: &mut [f64], of: &dyn Fn(f64) -> f64| numbers.iter_mut().for_each(|x| *x = of(*x));
        let given = |x: f64, score: f64| if x.is_nan() { 0.0 } else { score };
        match self {
            Self::Mean | Self::Happened => {}
            Self::Deviation(mean) => each(numbers, &|x| (x - mean) * (x - mean)),
            Self::Beyond { bound, below: true } => each(numbers, &|x| f64::from(x < bound)),
            Self::Beyond { bound, below: false } => each(numbers, &|x| f64::from(x > bound)),
            Self::Quantile(bin) => each(numbers, &|x| above_bin(x, bin)),
            Self::TailMean(bound, bins) => each(numbers, &|x| (bound - bins.middle(x)).max(0.0)),
            Self::MeanOfGiven(mean) => each(numbers, &|x| given(x, x - mean)),
            Self::QuantileOfGiven(bin, level) => {
                each(numbers, &|x| given(x, above_bin(x, bin) - (1.0 - level)));
            }
        }
    }

    /// Whether the figure is a quantile.
    #[must_use]
    pub fn is_quantile(self) -> bool {
        match self {
            Self::Quantile(_) | Self::QuantileOfGiven(..) => true,
            Self::Mean
            | Self::Deviation(_)
            | Self::Happened
            | Self::Beyond { .. }
            | Self::TailMean(..)
            | Self::MeanOfGiven(_) => false,
        }
    }

    /// Whether the figure is a probability.
    #[must_use]
    pub fn is_probability(self) -> bool {
        match self {
            Self::Happened | Self::Beyond { .. } => true,
            Self::Mean
            | Self::Deviation(_)
            | Self::Quantile(_)
            | Self::TailMean(..)
            | Self::MeanOfGiven(_)
            | Self::QuantileOfGiven(..) => false,
        }
    }
}

/// Whether a number lies above a bin; half where it lies inside.
fn above_bin(x: f64, [low, high]: [f64; 2]) -> f64 {
    0.5 * (f64::from(x >= low) + f64::from(x >= high))
}
