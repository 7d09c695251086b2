//! The keys of the stress that equities are assumed to suffer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::units::{Deviation, Level, Multiple, Share, Stress};

/// The worst loss of equities over the time it takes to react.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum EquityStressConfig {
    /// The same always.
    Constant(Stress),
    /// Tied to the risk in the equity market.
    Tied(TiedStressConfig),
}

/// A stress tied to a measure of risk, `s_E,t = clip(multiple × measure_t, min, max)`. The measure comes from the returns of the
/// pool's equity leg between observations (`floor.observe`) up to `t`, and none later.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TiedStressConfig {
    /// `ewma`: volatility a year by an exponentially weighted moving average of squared log returns; `rolling`: volatility a year,
    /// the root of the mean squared log return of a window; `quantile`: a quantile of the losses of a window.
    pub measure: RiskMeasureName,
    /// What the measure is multiplied by. With 1.5, a volatility of 16 % a year gives a stress of 24 %.
    pub multiple: Multiple,
    /// The least stress, above `fixed_income_stress`.
    pub min: Stress,
    /// The greatest stress.
    pub max: Stress,
    /// Volatility of equities a year that stands for the time before the start: returns of this size fill the window, or the
    /// average, until real ones replace them.
    pub opening_volatility: Deviation,
    /// For `ewma`: the weight that is left of a return after a month. 0.97 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lambda: Option<Share>,
    /// For `rolling` and `quantile`: months in the window. 36 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 360))]
    pub window_months: Option<u32>,
    /// For `quantile`: the share of the window's returns that lose at least the quantile. 0.05 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
}

/// A measure of the risk in the equity market.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RiskMeasureName {
    /// Exponentially weighted volatility.
    Ewma,
    /// Volatility of a window.
    Rolling,
    /// Quantile of a window's losses.
    Quantile,
}
