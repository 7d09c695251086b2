//! The keys of the file and their defaults.

mod outputs;
mod pool;

pub use outputs::*;
pub use pool::*;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::units::{Correlation, Deviation, Month, Rate, Share};

/// A run's configuration.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Config {
    /// Short name of the run, and of its folder under `output/`: letters, digits, `-` and `_`. The file's name if left out,
    /// with `-` for other characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Title of the run in reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<LabelConfig>,
    /// The month-end of the opening values, `t = 0`.
    pub start: Month,
    /// The horizon in months.
    #[schemars(range(min = 1, max = 1200))]
    pub horizon_months: u32,
    /// Steps a month: 1, or 4 for weeks, 21 for trading days, to study what happens between month-ends.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 31))]
    pub steps_per_month: u32,
    /// Number of simulated paths.
    #[serde(default = "default_paths")]
    #[schemars(range(min = 1, max = 1_000_000_000))]
    pub paths: u64,
    /// Seed of all random numbers; 0 is a seed. The same file, seed and version give the same figures on any machine.
    #[schemars(range(min = 0, max = 9_007_199_254_740_991_u64))]
    pub seed: u64,
    /// Inflation a year, the same on every path: real returns and indexed flows are reckoned with it.
    #[serde(default = "zero_rate")]
    pub inflation: Rate,
    /// Assets and the law of their returns.
    pub market: MarketConfig,
    /// The pools of capital, each a table `[pools.NAME]`.
    pub pools: IndexMap<String, PoolConfig>,
    /// Which figures and files are made.
    #[serde(default)]
    pub outputs: OutputsConfig,
    /// Bounds on figures: a table `"pools.long.breach.ex_post.y10" = { max = 0.1 }`. A broken bound ends the run with exit code 3.
    #[serde(default)]
    pub limits: IndexMap<String, BoundsConfig>,
}

/// A text in English and Swedish.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LabelConfig {
    /// English.
    #[schemars(length(min = 1, max = 60))]
    pub en: String,
    /// Swedish.
    #[schemars(length(min = 1, max = 60))]
    pub sv: String,
}

/// Assets and the law of their returns.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarketConfig {
    /// The law: `lognormal` is correlated geometric Brownian motion; `given` reads paths from a file.
    pub model: ModelName,
    /// For `given`: a CSV file with the columns `path`, `step` and one for each asset; simple returns as fractions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The assets, each a table `[market.assets.NAME]`. The name keys the asset's random numbers.
    pub assets: IndexMap<String, AssetConfig>,
    /// For `lognormal`: correlations of the log returns, each pair once: `equity.bonds = 0.1`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub correlations: IndexMap<String, IndexMap<String, Correlation>>,
}

/// The law of the market.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ModelName {
    /// Correlated geometric Brownian motion, exact at any step.
    Lognormal,
    /// Paths given in a file.
    Given,
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
    /// For `lognormal`: the expected return a year, total return in SEK after fund fees. One of its three keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_return: Option<ExpectedReturnConfig>,
    /// For `lognormal`: the standard deviation a year. One of its two keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volatility: Option<VolatilityConfig>,
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
const fn one() -> u32 {
    1
}

const fn default_paths() -> u64 {
    100_000
}

fn zero_rate() -> Rate {
    Rate::try_from(0.0).expect("0 is a rate")
}

fn zero_share() -> Share {
    Share::try_from(0.0).expect("0 is a share")
}
