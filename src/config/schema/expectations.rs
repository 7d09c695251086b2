//! The keys of what a world is meant to resemble.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::units::{AnnualReturn, Deviation, Drawdown, Level, MonthReturn, YearDeviation};

/// Figures of a real history of an asset: of monthly simple returns, as fractions. At least one of them.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetConfig {
    /// The asset.
    pub asset: String,
    /// Where the figures come from.
    #[schemars(length(min = 1, max = 200))]
    pub source: String,
    /// Length of the history in months: simulated histories are as long.
    #[schemars(range(min = 24, max = 1200))]
    pub months: u32,
    /// Standard deviation of the months, times √12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volatility: Option<Deviation>,
    /// Skewness of the months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -35.0, max = 35.0))]
    pub skew: Option<f64>,
    /// Excess kurtosis of the months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -2.0, max = 1200.0))]
    pub excess_kurtosis: Option<f64>,
    /// Correlation of a month with the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -1.0, max = 1.0))]
    pub autocorrelation: Option<f64>,
    /// Correlation of a month's squared deviation with the next month's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -1.0, max = 1.0))]
    pub autocorrelation_of_squares: Option<f64>,
    /// Standard deviation of the returns over all twelve consecutive months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deviation_of_12_months: Option<YearDeviation>,
    /// The lowest month: -0.2 is a fall of 20 %.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-usual" = [-0.6, 0.2]))]
    pub worst_month: Option<MonthReturn>,
    /// The lowest return over twelve consecutive months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-usual" = [-0.95, 0.5]))]
    pub worst_12_months: Option<AnnualReturn>,
    /// The deepest fall from the highest value so far: -0.5 is a fall by half.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_drawdown: Option<Drawdown>,
}

/// An event of a calendar year.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct EventConfig {
    /// An asset, or `inflation`.
    pub of: String,
    /// The bound of the year's return, or of its rise of prices.
    #[serde(flatten)]
    pub bound: EventBoundConfig,
    /// The least probability a calendar year that is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probability_at_least: Option<Level>,
}

/// The bound of a year's return, or of its rise of prices.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EventBoundConfig {
    /// It is no more: -0.17 is a fall of 17 %.
    AtMost(AnnualReturn),
    /// It is no less.
    AtLeast(AnnualReturn),
}
