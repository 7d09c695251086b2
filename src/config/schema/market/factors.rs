//! The keys of the factors of a simulated world, and of its copula.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::units::{DegreesOfFreedom, Deviation, Rate, Reversion};

/// The factors of a simulated world, and its copula.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct FactorsConfig {
    /// How returns depend on each other beyond their correlations. A normal copula if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copula: Option<CopulaConfig>,
    /// A short rate of interest, which bond funds follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_rate: Option<ShortRateConfig>,
    /// A credit spread above what is usual, which bond funds may follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_spread: Option<CreditSpreadConfig>,
    /// Simulated inflation, in place of the one number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inflation: Option<InflationConfig>,
}

/// How returns depend on each other beyond their correlations.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum CopulaConfig {
    /// Student's t.
    T {
        /// The fewer, the more falls together.
        degrees_of_freedom: DegreesOfFreedom,
    },
}

/// A short rate of interest (Vasicek): `dr = reversion (mean - r) dt + volatility dW`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShortRateConfig {
    /// The rate at the start, a year, continuously compounded.
    pub start: Rate,
    /// The mean to which it reverts, a year.
    pub mean: Rate,
    /// The share of the distance that is made good a year, as a rate: a shock's half-life is `ln 2 / reversion` years.
    pub reversion: Reversion,
    /// Standard deviation of its moves, a year.
    pub volatility: Deviation,
    /// What the market adds to the mean when it prices longer bonds, a year: makes the yield curve slope upwards.
    #[serde(default = "no_premium")]
    pub premium: Rate,
}

/// A credit spread above what is usual, which reverts to 0.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreditSpreadConfig {
    /// The spread above what is usual at the start, a year.
    #[serde(default = "usual")]
    pub start: Rate,
    /// As of the short rate.
    pub reversion: Reversion,
    /// Standard deviation of its moves, a year.
    pub volatility: Deviation,
}

/// Inflation as an autoregressive process of order one, in continuous time. The rate falls back to its mean within the
/// years too, not from one year to the next. From 8 % with a mean of 2 % and a persistence of 0.6, ten years add up to
/// 0.317 in logarithms. The yearly process with the same numbers gives 0.289.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InflationConfig {
    /// The rate at the start, a year, continuously compounded.
    pub start: Rate,
    /// The mean to which it reverts, a year.
    #[schemars(extend("x-usual" = [-0.02, 0.1]))]
    pub mean: Rate,
    /// The share of the rate's distance from its mean that is left after a year: the rate's correlation with itself a
    /// year later. A calendar year's inflation is the rate's average over it. So years are more alike: 0.35 gives them
    /// a correlation of 0.53, 0.6 one of 0.72. `calibrate` gives the rate's, from a history of years.
    #[schemars(range(min = 0.01, max = 0.99))]
    pub persistence: f64,
    /// Standard deviation of what a year adds to the rate.
    pub volatility: Deviation,
}

const fn no_premium() -> Rate {
    Rate::ZERO
}

const fn usual() -> Rate {
    Rate::ZERO
}
