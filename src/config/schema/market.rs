//! The keys of the market.

mod assets;
mod factors;
mod regimes;

pub use assets::*;
pub use factors::*;
pub use regimes::*;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::expectations::{EventConfig, TargetConfig};
use super::history_worlds::{BootstrapConfig, CrisisConfig, ReplayConfig};
use crate::plan::Label;
use crate::units::Month;

/// The most assets of a market.
const MOST_ASSETS: usize = 100;

/// Assets and the law of their returns.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MarketConfig {
    /// The law.
    #[serde(flatten)]
    pub law: LawConfig,
    /// Real histories that the world is meant to resemble, each a table `[[market.targets]]`: `validate` compares.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20))]
    pub targets: Vec<TargetConfig>,
    /// Events that the world must be able to bring, each a table `[[market.events]]`: `validate` says how often they
    /// come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 20))]
    pub events: Vec<EventConfig>,
}

/// The law of the market.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "model", rename_all = "kebab-case")]
#[allow(clippy::large_enum_variant, reason = "a run has one")]
pub enum LawConfig {
    /// Correlated geometric Brownian motion, exact at any step.
    Lognormal(LognormalConfig),
    /// The same in two regimes that follow each other, a calm and a turbulent one.
    RegimeSwitching(RegimeSwitchingConfig),
    /// Blocks of months drawn from history.
    Bootstrap(DrawnHistoryConfig),
    /// One path of history.
    Replay(ReplayedHistoryConfig),
    /// Paths given in a file.
    Given(GivenConfig),
}

/// Correlated geometric Brownian motion.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LognormalConfig {
    /// The assets, each a table `[market.assets.NAME]`. The name keys the asset's random numbers.
    #[schemars(extend("minProperties" = 1, "maxProperties" = MOST_ASSETS))]
    pub assets: IndexMap<String, AssetConfig<SimulatedAsset>>,
    /// Correlations of the log returns, each pair of lognormal assets once: `equity.bonds = 0.1`. The factors
    /// (`short_rate`, `credit_spread`, `inflation`) may be paired too, by the noise that moves them; what is left out
    /// is 0.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub correlations: Pairs,
    /// The factors, and the copula.
    #[serde(flatten)]
    pub factors: FactorsConfig,
    /// A crisis that takes the place of some simulated months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crisis: Option<CrisisConfig>,
}

/// Geometric Brownian motion in two regimes.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RegimeSwitchingConfig {
    /// The assets, each a table `[market.assets.NAME]`. The name keys the asset's random numbers.
    #[schemars(extend("minProperties" = 1, "maxProperties" = MOST_ASSETS))]
    pub assets: IndexMap<String, AssetConfig<SimulatedAsset>>,
    /// The two regimes.
    pub regimes: RegimesConfig,
    /// The factors, and the copula.
    #[serde(flatten)]
    pub factors: FactorsConfig,
    /// A crisis that takes the place of some simulated months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crisis: Option<CrisisConfig>,
}

/// Blocks of months drawn from history.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DrawnHistoryConfig {
    /// A CSV file of simple returns as fractions, packed with gzip or not, with the columns `date` and one for each
    /// series.
    pub file: String,
    /// The assets, each a table `[market.assets.NAME]`. The name keys the asset's random numbers.
    #[schemars(extend("minProperties" = 1, "maxProperties" = MOST_ASSETS))]
    pub assets: IndexMap<String, AssetConfig<HistoryAsset>>,
    /// How months are drawn.
    #[serde(default)]
    pub bootstrap: BootstrapConfig,
    /// A crisis that takes the place of some simulated months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crisis: Option<CrisisConfig>,
}

/// One path of history.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplayedHistoryConfig {
    /// A CSV file of simple returns as fractions, packed with gzip or not, with the columns `date` and one for each
    /// series. This or `replay.crisis`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The assets, each a table `[market.assets.NAME]`.
    #[schemars(extend("minProperties" = 1, "maxProperties" = MOST_ASSETS))]
    pub assets: IndexMap<String, AssetConfig<ReplayedAsset>>,
    /// What is replayed.
    #[serde(default)]
    pub replay: ReplayConfig,
}

/// Paths given in a file.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GivenConfig {
    /// A CSV file of simple returns as fractions, which may be packed with gzip. Its columns are `path`, `step` (or
    /// `date`), one for each asset, and `inflation` if the set has it.
    pub file: String,
    /// A CSV file with the columns `path` and `weight`: the run's paths then draw those of the set, each by its weight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<String>,
    /// The assets, each a table `[market.assets.NAME]`.
    #[schemars(extend("minProperties" = 1, "maxProperties" = MOST_ASSETS))]
    pub assets: IndexMap<String, AssetConfig<GivenAsset>>,
}

impl LawConfig {
    /// The assets, whatever the law: each by its name.
    #[must_use]
    pub fn assets(&self) -> Vec<(&String, AssetKeys<'_>)> {
        match self {
            Self::Lognormal(LognormalConfig { assets, .. })
            | Self::RegimeSwitching(RegimeSwitchingConfig { assets, .. }) => keys_of(assets),
            Self::Bootstrap(law) => keys_of(&law.assets),
            Self::Replay(law) => keys_of(&law.assets),
            Self::Given(law) => keys_of(&law.assets),
        }
    }

    /// The names that the assets have in reports, each with the asset's name.
    pub fn labels_mut(&mut self) -> Vec<(&String, &mut Option<Label>)> {
        match self {
            Self::Lognormal(LognormalConfig { assets, .. })
            | Self::RegimeSwitching(RegimeSwitchingConfig { assets, .. }) => labels_of(assets),
            Self::Bootstrap(law) => labels_of(&mut law.assets),
            Self::Replay(law) => labels_of(&mut law.assets),
            Self::Given(law) => labels_of(&mut law.assets),
        }
    }

    /// The factors of a law that has any.
    #[must_use]
    pub const fn factors(&self) -> Option<&FactorsConfig> {
        match self {
            Self::Lognormal(LognormalConfig { factors, .. })
            | Self::RegimeSwitching(RegimeSwitchingConfig { factors, .. }) => Some(factors),
            Self::Bootstrap(_) | Self::Replay(_) | Self::Given(_) => None,
        }
    }

    /// The crisis in a simulated world.
    #[must_use]
    pub const fn crisis(&self) -> Option<&CrisisConfig> {
        match self {
            Self::Lognormal(LognormalConfig { crisis, .. })
            | Self::RegimeSwitching(RegimeSwitchingConfig { crisis, .. })
            | Self::Bootstrap(DrawnHistoryConfig { crisis, .. }) => crisis.as_ref(),
            Self::Replay(_) | Self::Given(_) => None,
        }
    }

    /// The same, to be changed.
    pub const fn crisis_mut(&mut self) -> Option<&mut CrisisConfig> {
        match self {
            Self::Lognormal(LognormalConfig { crisis, .. })
            | Self::RegimeSwitching(RegimeSwitchingConfig { crisis, .. })
            | Self::Bootstrap(DrawnHistoryConfig { crisis, .. }) => crisis.as_mut(),
            Self::Replay(_) | Self::Given(_) => None,
        }
    }

    /// The first and the last month of the history that the law takes months from, as far as they are given.
    pub const fn span_mut(&mut self) -> Option<[&mut Option<Month>; 2]> {
        match self {
            Self::Bootstrap(DrawnHistoryConfig { bootstrap, .. }) => Some([&mut bootstrap.from, &mut bootstrap.until]),
            Self::Replay(ReplayedHistoryConfig { replay, .. }) => Some([&mut replay.from, &mut replay.until]),
            Self::Lognormal(_) | Self::RegimeSwitching(_) | Self::Given(_) => None,
        }
    }

    /// Whether an asset's column is one of the history that the law itself takes months from.
    #[must_use]
    pub const fn has_own_history(&self) -> bool {
        match self {
            Self::Bootstrap(_) | Self::Replay(_) => true,
            Self::Lognormal(_) | Self::RegimeSwitching(_) | Self::Given(_) => false,
        }
    }

    /// Fills in what follows from the law's own keys.
    pub fn fill_in(&mut self) {
        match self {
            Self::Lognormal(LognormalConfig { assets, .. })
            | Self::RegimeSwitching(RegimeSwitchingConfig { assets, .. }) => {
                for fund in assets.values_mut().filter_map(|asset| asset.law.fund.as_mut()) {
                    fund.convexity = Some(fund.effective_convexity());
                }
            }
            Self::Bootstrap(DrawnHistoryConfig { bootstrap, .. }) => {
                bootstrap.lambda = bootstrap.lambda.or_else(|| bootstrap.effective_lambda());
            }
            Self::Replay(_) | Self::Given(_) => {}
        }
        if self.has_own_history() {
            for (name, column) in self.columns_mut() {
                column.get_or_insert_with(|| name.clone());
            }
        }
    }

    /// The columns of history that the assets name, each with the asset's name.
    pub fn columns_mut(&mut self) -> Vec<(&String, &mut Option<String>)> {
        match self {
            Self::Lognormal(LognormalConfig { assets, .. })
            | Self::RegimeSwitching(RegimeSwitchingConfig { assets, .. }) => {
                assets.iter_mut().map(|(name, asset)| (name, &mut asset.law.column)).collect()
            }
            Self::Bootstrap(law) => law.assets.iter_mut().map(|(name, asset)| (name, &mut asset.law.column)).collect(),
            Self::Replay(law) => law.assets.iter_mut().map(|(name, asset)| (name, &mut asset.law.column)).collect(),
            Self::Given(_) => Vec::new(),
        }
    }

    /// The names of the files that the law is read from.
    pub fn files_mut(&mut self) -> Vec<&mut String> {
        match self {
            Self::Lognormal(LognormalConfig { crisis, .. })
            | Self::RegimeSwitching(RegimeSwitchingConfig { crisis, .. }) => crisis_file(crisis),
            Self::Bootstrap(law) => [&mut law.file].into_iter().chain(crisis_file(&mut law.crisis)).collect(),
            Self::Replay(law) => law.file.iter_mut().collect(),
            Self::Given(law) => [&mut law.file].into_iter().chain(&mut law.weights).collect(),
        }
    }
}

fn crisis_file(crisis: &mut Option<CrisisConfig>) -> Vec<&mut String> {
    crisis.iter_mut().filter_map(|crisis| crisis.source.file_mut()).collect()
}
