//! The two sides of a comparison.

use serde::Serialize;

use crate::stats::Estimate;
use crate::stats::figure::Branch;

/// The difference of a figure between two plans.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Difference {
    /// The difference with its error.
    #[serde(flatten)]
    pub estimate: Estimate,
    /// The factor by which its standard error would be larger from independent runs; null where one of the errors is
    /// unknown.
    pub gain: f64,
    /// Whether 0 lies outside the interval.
    pub differs: bool,
    /// Whether the error is that of common paths, not of independent runs. It needs common paths, a quantile at no
    /// value that many paths have, and the number on some of the first paths.
    pub paired: bool,
}

impl Difference {
    pub(super) fn new((estimate, paired): (Estimate, bool), independent: Estimate) -> Self {
        let [low, high] = estimate.interval;
        let gain = independent.standard_error / estimate.standard_error;
        Self { estimate, gain, differs: low > 0.0 || high < 0.0, paired }
    }
}

/// Two subjects side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sides {
    /// Place of the other plan; 0 where both are of the first.
    pub plan: usize,
    /// Branches of the summaries: of the first, and of the other.
    pub branches: [Branch; 2],
    /// Whether both were simulated on the same paths: in the same model of the market, perhaps with other parameters.
    /// Another model has a seed of its own, and the errors are those of independent runs.
    pub paired: bool,
}

impl Sides {
    /// A difference of theirs whose error could not be paired although the paths are common.
    #[must_use]
    pub fn marks(&self, difference: &Difference) -> bool {
        self.paired && !difference.paired
    }
}
