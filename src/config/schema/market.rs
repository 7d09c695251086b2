//! The keys of the market.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{BootstrapConfig, CrisisConfig, EventConfig, LabelConfig, ReplayConfig, TargetConfig};
use crate::units::{Correlation, Deviation, Level, Rate, Reversion, Years};

/// Assets and the law of their returns.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarketConfig {
    /// The law: `lognormal` is correlated geometric Brownian motion; `regime-switching` the same in two regimes that follow each
    /// other; `bootstrap` draws blocks of months from history; `replay` is one path of history; `given` reads paths from a file.
    pub model: ModelName,
    /// A CSV file of simple returns as fractions, packed with gzip or not. For `bootstrap` and `replay` with the columns `date` and one
    /// for each series; for `given` with `path`, `step` (or `date`), one for each asset, and `inflation` if the set has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// For `given`: a CSV file with the columns `path` and `weight`: the run's paths then draw those of the set, each by its weight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<String>,
    /// The assets, each a table `[market.assets.NAME]`. The name keys the asset's random numbers.
    pub assets: IndexMap<String, AssetConfig>,
    /// For `lognormal`: correlations of the log returns, each pair of lognormal assets once: `equity.bonds = 0.1`. The factors
    /// (`short_rate`, `credit_spread`, `inflation`) may be paired too, by the noise that moves them; what is left out is 0.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub correlations: IndexMap<String, IndexMap<String, Correlation>>,
    /// For `regime-switching`: the two regimes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regimes: Option<RegimesConfig>,
    /// For `lognormal` and `regime-switching`: how returns depend on each other beyond their correlations. A normal copula if left
    /// out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copula: Option<CopulaConfig>,
    /// For `lognormal` and `regime-switching`: a short rate of interest, which bond funds follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_rate: Option<ShortRateConfig>,
    /// For `lognormal` and `regime-switching`: a credit spread above what is usual, which bond funds may follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_spread: Option<CreditSpreadConfig>,
    /// For `lognormal` and `regime-switching`: simulated inflation, in place of the one number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inflation: Option<InflationConfig>,
    /// For `bootstrap`: how months are drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bootstrap: Option<BootstrapConfig>,
    /// For `replay`: what is replayed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replay: Option<ReplayConfig>,
    /// For `lognormal`, `regime-switching` and `bootstrap`: a crisis that takes the place of some simulated months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crisis: Option<CrisisConfig>,
    /// Real histories that the world is meant to resemble, each a table `[[market.targets]]`: `validate` compares.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20))]
    pub targets: Vec<TargetConfig>,
    /// Events that the world must be able to bring, each a table `[[market.events]]`: `validate` says how often they come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20))]
    pub events: Vec<EventConfig>,
}

/// The law of the market.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ModelName {
    /// Correlated geometric Brownian motion, exact at any step.
    Lognormal,
    /// The same in two regimes, a calm and a turbulent one.
    RegimeSwitching,
    /// Blocks of months drawn from history.
    Bootstrap,
    /// One path of history.
    Replay,
    /// Paths given in a file.
    Given,
}

impl ModelName {
    /// Its name in a configuration.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lognormal => "lognormal",
            Self::RegimeSwitching => "regime-switching",
            Self::Bootstrap => "bootstrap",
            Self::Replay => "replay",
            Self::Given => "given",
        }
    }
}

/// An asset that pools hold through funds.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssetConfig {
    /// On which side of the rule the asset stands.
    pub class: ClassName,
    /// Name in reports; the key if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<LabelConfig>,
    /// For `bootstrap`, `replay` and a crisis: the column of history that holds the asset's returns; its name if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The expected return a year, total return in SEK after fund fees. One of its three keys. For `regime-switching` it may be left
    /// out; given, both regimes' means are moved alike so that it holds in the long run. So for `bootstrap`, which moves history's
    /// mean. For `replay`: what the asset earns where history has no value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_return: Option<ExpectedReturnConfig>,
    /// For `lognormal`: the standard deviation a year. One of its two keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volatility: Option<VolatilityConfig>,
    /// Standard error of the expected return, a year: the mean log return is drawn once a path around its value. Taken as known if left
    /// out. Not for `given`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_return_error: Option<Deviation>,
    /// Makes a fixed-income asset a fund of bonds that follows the short rate, in place of expected return and volatility.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fund: Option<FundConfig>,
}

/// A fund of bonds kept at its duration: over a step it earns its yield and what it gains by rolling down the curve, less duration times the yield's rise, plus half its
/// convexity times the square of it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FundConfig {
    /// Duration in years.
    pub duration: Years,
    /// Convexity in years²; the square of the duration if left out, as of a single payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 10_000.0))]
    pub convexity: Option<f64>,
    /// Yield above the government's, a year, as it usually is.
    #[serde(default = "zero_rate")]
    pub spread: Rate,
    /// Duration to the market's credit spread, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spread_duration: Option<Years>,
}

fn zero_rate() -> Rate {
    Rate::try_from(0.0).expect("0 is a rate")
}

/// On which side of the allocation rule an asset stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClassName {
    /// Equity funds.
    Equity,
    /// Fixed-income funds.
    FixedIncome,
}

/// An expected return a year, which says what kind it is. Exactly one key.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ExpectedReturnConfig {
    /// `exp(E ln(1 + R)) - 1`: the growth of the median.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geometric: Option<Rate>,
    /// `E[1 + R] - 1`: the growth of the mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arithmetic: Option<Rate>,
    /// μ in `d ln S = (μ - σ²/2) dt + σ dW`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continuous_arithmetic: Option<Rate>,
}

/// A standard deviation a year, which says of what. Exactly one key.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct VolatilityConfig {
    /// Of the log return `ln(1 + R)`: σ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log: Option<Deviation>,
    /// Of the simple return `R` over one year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simple: Option<Deviation>,
}

/// Two regimes that follow each other as a Markov chain, a step of it at each month-end.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegimesConfig {
    /// The regime of the first month: `stationary` draws it as often as it comes in the long run.
    #[serde(default)]
    pub start: StartRegime,
    /// The calm regime.
    pub calm: RegimeConfig,
    /// The turbulent regime.
    pub turbulent: RegimeConfig,
}

/// The regime of the first month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StartRegime {
    /// Drawn as often as it comes in the long run.
    #[default]
    Stationary,
    /// The calm one.
    Calm,
    /// The turbulent one.
    Turbulent,
}

/// What holds in a regime.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegimeConfig {
    /// Probability a month of leaving the regime.
    pub leave_per_month: Level,
    /// Each lognormal asset's log returns in the regime, a table by name.
    pub assets: IndexMap<String, RegimeAssetConfig>,
    /// Volatility of a factor in the regime, by name; the factor's own if left out.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub factor_volatility: IndexMap<String, Deviation>,
    /// Correlations in the regime, as in `[market.correlations]`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub correlations: IndexMap<String, IndexMap<String, Correlation>>,
}

/// An asset's log returns in a regime.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegimeAssetConfig {
    /// Mean of the log return, a year.
    #[schemars(range(min = -3.0, max = 3.0))]
    pub log_mean: f64,
    /// Standard deviation of the log return, a year.
    pub volatility: Deviation,
}

/// How returns depend on each other beyond their correlations.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CopulaConfig {
    /// The family.
    pub kind: CopulaName,
    /// For `t`: the fewer, the more falls together.
    #[schemars(range(min = 2.1, max = 200.0))]
    pub degrees_of_freedom: f64,
}

/// A family of copulas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CopulaName {
    /// Student's t.
    T,
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
    #[serde(default = "zero_rate")]
    pub premium: Rate,
}

/// A credit spread above what is usual, which reverts to 0.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreditSpreadConfig {
    /// The spread above what is usual at the start, a year.
    #[serde(default = "zero_rate")]
    pub start: Rate,
    /// As of the short rate.
    pub reversion: Reversion,
    /// Standard deviation of its moves, a year.
    pub volatility: Deviation,
}

/// Inflation as an autoregressive process of order one, in continuous time.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InflationConfig {
    /// The rate at the start, a year, continuously compounded.
    pub start: Rate,
    /// The mean to which it reverts, a year.
    pub mean: Rate,
    /// What is left after a year of the rate's distance from its mean, as a share: the correlation of the rate with itself a year
    /// later. A calendar year's inflation is the rate's average over it, and years are more alike: 0.35 makes them follow each other
    /// with a correlation of 0.53, 0.6 with 0.72. `calibrate` gives the rate's, from a history of years.
    #[schemars(range(min = 0.01, max = 0.99))]
    pub persistence: f64,
    /// Standard deviation of what a year adds to the rate.
    pub volatility: Deviation,
}
