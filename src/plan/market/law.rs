//! The law of the world: which model it is, and what every model is asked.

mod bootstrap;
mod diffusion;
mod log_growth;
mod regimes;
mod scenarios;

use crate::plan::Replay;
use crate::texts::{Message, message};
use crate::units::{Month, Rate};

pub use bootstrap::{BlockStarts, Bootstrap, RowChain};
pub use diffusion::{AssetLaw, BondFund, Copula, Diffusion, Factor, FactorKind};
pub use log_growth::LogGrowth;
pub use regimes::{Chain, Regime, Regimes};
pub use scenarios::{Scenarios, ScenariosError};

/// Paths of a run at most, whatever the law.
pub const MOST_PATHS: u64 = 1_000_000_000;

/// The law of the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Law {
    /// Assets and factors driven by correlated normal numbers, in one regime or two.
    Diffusion(Diffusion),
    /// Months drawn from history.
    Bootstrap(Bootstrap),
    /// One path of history.
    Replay(Replay),
    /// Paths given from elsewhere.
    Given(Scenarios),
}

impl Law {
    /// Its name in results that a machine reads.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Diffusion(law) if law.chain().is_some() => "regime-switching",
            Self::Diffusion(_) => "lognormal",
            Self::Bootstrap(law) if law.lambda.is_some() => "filtered bootstrap",
            Self::Bootstrap(_) => "bootstrap",
            Self::Replay(_) => "replay",
            Self::Given(_) => "given scenarios",
        }
    }

    /// Its name in reports.
    #[must_use]
    pub const fn label(&self) -> Message {
        match self {
            Self::Diffusion(law) if law.chain().is_some() => message!(world_regimes),
            Self::Diffusion(_) => message!(world_lognormal),
            Self::Bootstrap(law) if law.lambda.is_some() => message!(world_filtered),
            Self::Bootstrap(_) => message!(world_bootstrap),
            Self::Replay(_) => message!(world_replay),
            Self::Given(_) => message!(world_given),
        }
    }

    /// The first and the last month of the history that it takes months from, if it takes any.
    #[must_use]
    pub fn months_of_history(&self) -> Option<[Month; 2]> {
        match self {
            Self::Bootstrap(law) => Some(law.span()),
            Self::Replay(path) => path.source().map(|span| [span.first, span.last]),
            Self::Diffusion(_) | Self::Given(_) => None,
        }
    }

    /// Whether it is one path, for which nothing is drawn.
    #[must_use]
    pub const fn is_one_path(&self) -> bool {
        match self {
            Self::Replay(_) => true,
            Self::Diffusion(_) | Self::Bootstrap(_) | Self::Given(_) => false,
        }
    }

    /// Whether its paths may be longer than the horizon: those that are given, or happened, end there.
    #[must_use]
    pub const fn goes_on(&self) -> bool {
        match self {
            Self::Diffusion(_) => true,
            Self::Bootstrap(_) | Self::Replay(_) | Self::Given(_) => false,
        }
    }

    /// The paths that a run may have at most: those of a set of scenarios, the one of a replay, or what counts can
    /// hold.
    #[must_use]
    pub fn most_paths(&self) -> u64 {
        match self {
            Self::Given(scenarios) if scenarios.weights().is_none() => scenarios.paths() as u64,
            Self::Replay(_) => 1,
            Self::Given(_) | Self::Diffusion(_) | Self::Bootstrap(_) => MOST_PATHS,
        }
    }

    /// Whether it says how consumer prices move.
    #[must_use]
    pub fn simulates_prices(&self) -> bool {
        match self {
            Self::Diffusion(law) => law.factor(FactorKind::Inflation).is_some(),
            Self::Bootstrap(law) => law.inflation,
            Self::Replay(path) => path.has_inflation(),
            Self::Given(scenarios) => scenarios.has_inflation(),
        }
    }

    /// The diffusion that it is, if it is one.
    #[must_use]
    pub const fn diffusion(&self) -> Option<&Diffusion> {
        match self {
            Self::Diffusion(law) => Some(law),
            Self::Bootstrap(_) | Self::Replay(_) | Self::Given(_) => None,
        }
    }

    /// Lets it begin as it is in the long run, whatever it is said to begin in.
    pub fn begin_in_long_run(&mut self) {
        match self {
            Self::Diffusion(law) => law.begin_in_long_run(),
            Self::Bootstrap(_) | Self::Replay(_) | Self::Given(_) => {}
        }
    }

    /// Its factors, in the order in which their levels are simulated.
    #[must_use]
    pub fn factors(&self) -> &[Factor] {
        self.diffusion().map_or(&[], |law| law.factors())
    }

    /// The place of a factor among its factors.
    #[must_use]
    pub fn factor(&self, kind: FactorKind) -> Option<usize> {
        self.factors().iter().position(|factor| factor.kind == kind)
    }

    /// The level that the short rate returns to, where it is simulated.
    #[must_use]
    pub fn mean_short_rate(&self) -> Option<Rate> {
        self.factor(FactorKind::ShortRate).map(|place| self.factors()[place].mean)
    }

    /// The fund of bonds that an asset is, if it is one.
    #[must_use]
    pub fn bond_fund(&self, asset: usize) -> Option<BondFund> {
        match self.diffusion()?.assets()[asset] {
            AssetLaw::BondFund(fund) => Some(fund),
            AssetLaw::Lognormal => None,
        }
    }

    /// Whether the same draws mean the same in both.
    #[must_use]
    pub fn same_draws(&self, other: &Self) -> bool {
        match self {
            Self::Diffusion(one) => other.diffusion().is_some_and(|other| one.same_draws(other)),
            Self::Bootstrap(one) => matches!(other, Self::Bootstrap(other) if one.same_history(other)),
            Self::Replay(_) | Self::Given(_) => self == other,
        }
    }
}
