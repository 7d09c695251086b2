//! The market of a plan.

mod law;
mod notes;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CalendarEvent, Crisis, HistoryTarget, Label};
use crate::units::{Deviation, Rate};

pub use law::*;

/// The assets, the price level, and the law by which they move.
#[derive(Debug, Clone, PartialEq)]
pub struct Market {
    /// The assets, in the file's order.
    pub assets: Vec<Asset>,
    /// The law by which they move together.
    pub law: Law,
    /// How consumer prices move.
    pub prices: Prices,
    /// A crisis that replaces some simulated months.
    pub crisis: Option<Crisis>,
    /// Histories that the market should resemble.
    pub targets: Vec<HistoryTarget>,
    /// Events that must be possible in it.
    pub events: Vec<CalendarEvent>,
}

/// How consumer prices move.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Prices {
    /// They rise by the same rate a year on every path.
    Constant(Rate),
    /// They follow the law of the market, path by path.
    Simulated,
}

impl Prices {
    /// The rate of every path, if prices rise by one.
    #[must_use]
    pub const fn constant(self) -> Option<Rate> {
        match self {
            Self::Constant(rate) => Some(rate),
            Self::Simulated => None,
        }
    }
}

/// An asset that pools hold through funds.
#[derive(Debug, Clone, PartialEq)]
pub struct Asset {
    /// Its name, which also keys its stream of random numbers.
    pub name: String,
    /// Its name in reports.
    pub label: Label,
    /// Its class, which puts it into one leg of a pool.
    pub class: AssetClass,
    /// Standard error of its mean log return a year, drawn once a path; 0 where it is taken as known.
    pub expected_return_error: Deviation,
}

/// The class of an asset: the leg of a pool that may hold it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AssetClass {
    /// Equity funds.
    Equity,
    /// Fixed-income funds.
    FixedIncome,
}

impl Market {
    /// Places of the assets whose expected return is drawn once a path.
    pub fn uncertain_assets(&self) -> impl Iterator<Item = usize> {
        self.assets
            .iter()
            .enumerate()
            .filter(|(_, asset)| asset.expected_return_error > Deviation::ZERO)
            .map(|(place, _)| place)
    }
}
