//! One of two regimes.

use serde::Serialize;

use crate::stats::Estimate;

/// One regime.
#[derive(Debug, Clone, Serialize)]
pub struct FittedRegime {
    /// The probability to leave it, a month.
    pub leave_per_month: Estimate,
    /// The part of all months spent in it in the long run.
    pub share: Estimate,
    /// 12 times the mean log return of each asset.
    pub log_mean: Vec<Estimate>,
    /// √12 times the standard deviation of the log return of each asset.
    pub volatility: Vec<Estimate>,
    /// Correlations of the log returns, by (asset, asset).
    pub correlations: Vec<Vec<Estimate>>,
    /// Whether they had to be repaired to form a correlation matrix.
    pub repaired: bool,
}
