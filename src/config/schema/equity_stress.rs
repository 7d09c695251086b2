//! The keys of the stress that equities are assumed to suffer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::units::{DecayFactor, Deviation, Level, Multiple, Share, Stress};

/// The worst loss of equities over the time it takes to react.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum EquityStressConfig {
    /// The same always.
    Constant(Stress),
    /// Tied to the risk in the equity market.
    Tied(TiedStressConfig),
}

impl Default for EquityStressConfig {
    fn default() -> Self {
        Self::Constant(const { Stress::new(0.25).expect("a stress") })
    }
}

/// A stress tied to a measure of risk, `s_E,t = clip(multiple × measure_t, min, max)`. The measure comes from the
/// returns of the pool's equity leg between observations (`floor.observe`) up to `t`, and none later.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TiedStressConfig {
    /// The measure of risk.
    #[serde(flatten)]
    pub measure: RiskMeasureConfig,
    /// What the measure is multiplied by. With 1.5, a volatility of 16 % a year gives a stress of 24 %.
    pub multiple: Multiple,
    /// The least stress, above `fixed_income_stress`.
    pub min: Stress,
    /// The greatest stress.
    pub max: Stress,
    /// Volatility of equities a year before the start. Returns of this size fill the window, or the average, until real
    /// ones replace them.
    pub opening_volatility: Deviation,
}

/// A measure of the risk in the equity market.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "measure", rename_all = "kebab-case")]
pub enum RiskMeasureConfig {
    /// Volatility a year by an exponentially weighted moving average of squared log returns.
    Ewma {
        /// The weight that is left of a return after a month.
        #[serde(default = "lambda")]
        lambda: Share,
    },
    /// Volatility a year: the root of the mean squared log return of a window.
    Rolling {
        /// Months in the window.
        #[serde(default = "window_months")]
        #[schemars(range(min = 1, max = 360))]
        window_months: u32,
    },
    /// A quantile of the losses of a window.
    Quantile {
        /// Months in the window.
        #[serde(default = "window_months")]
        #[schemars(range(min = 1, max = 360))]
        window_months: u32,
        /// The share of the window's returns that lose at least the quantile.
        #[serde(default = "level")]
        level: Level,
    },
}

const fn lambda() -> Share {
    Share::nearest(DecayFactor::OF_A_MONTH.get())
}

const fn window_months() -> u32 {
    36
}

const fn level() -> Level {
    const { Level::new(0.05).expect("a level") }
}
