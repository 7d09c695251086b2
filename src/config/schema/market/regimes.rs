//! The keys of two regimes.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::units::{Correlation, Deviation, Level, RegimeMean};

/// Correlations of pairs: `equity.bonds = 0.1`.
pub type Pairs = IndexMap<String, IndexMap<String, Correlation>>;

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
    pub correlations: Pairs,
}

/// An asset's log returns in a regime.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegimeAssetConfig {
    /// Mean of the log return, a year.
    pub log_mean: RegimeMean,
    /// Standard deviation of the log return, a year.
    pub volatility: Deviation,
}
