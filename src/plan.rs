//! The words of the policy: what is simulated, without a trace of the file it came from.
//!
//! Each value is valid by its type. Places of pools and assets are places in the lists of the same plan. Of a plan that
//! is read from a configuration this has been checked.

mod accounts;
mod crisis;
mod expectations;
mod flows;
mod history;
mod market;
mod on_path;
mod outputs;
mod pool;
mod pools;
mod region;
mod rule;
mod scenario;
mod time_grid;
mod values;

use std::sync::Arc;

use indexmap::IndexMap;

use crate::units::{Month, TypedNumber};

pub use accounts::{Accounts, AccountsOpening, AccountsYear, Reservation, ReserveKind};
pub use crisis::{Crisis, CrisisName, CrisisStart, HistorySpan, MonthRange, NamedCrisis, Replay, ReplayError, crises};
pub use expectations::{CalendarEvent, EventBound, EventSeries, HistoryStatistic, HistoryTarget};
pub use flows::{Amounts, Flows, Money};
pub use history::{History, LeftOut, SeriesKind};
pub use market::*;
pub use outputs::{FigureGroup, KeptMonths, Outputs, Quantiles};
pub use pool::{AfterBreach, Floor, High, HighOf, Mix, OpeningCost, Pool, Rebalancing, UnitPrices};
pub use pools::Pools;
pub use region::{
    Buffer, BufferBound, ContributionSize, Liability, LiabilityPart, MarketRate, PaidByPools, Region, RuledContribution,
};
pub use rule::{AllocationRule, DynamicRule, EquityStress, RiskMeasure, RuleError, TiedStress};
pub use scenario::Scenario;
pub use time_grid::TimeGrid;
pub use values::Values;

pub use crate::texts::Label;

/// The greatest seed: every whole number to here is one in JSON too.
pub const MOST_SEED: u64 = (1 << 53) - 1;

/// Everything that a run is a function of, apart from the program's version.
///
/// # Examples
/// ```
/// let plan = skans::from_text("reference-job", include_str!("../configs/reference-job.toml"))?.with_paths(2000);
/// assert_eq!((plan.pools[0].name.as_str(), plan.paths(), plan.time.months()), ("long", 2000, 240));
/// # Ok::<(), skans::Problems>(())
/// ```
#[derive(Debug, Clone)]
pub struct Plan {
    /// Short name; names the run's folder.
    pub name: String,
    /// Title in reports.
    pub title: Label,
    /// The month-end of the opening values, `t = 0`.
    pub start: Month,
    /// The grid.
    pub time: TimeGrid,
    /// Number of paths, 1 to [`Plan::most_paths`].
    pub(crate) paths: u64,
    /// Seed of all random numbers.
    pub seed: u64,
    /// The assets and their law, which plans may share.
    pub market: Arc<Market>,
    /// The pools, in the file's order.
    pub pools: Pools,
    /// The region that owns the capital, if the configuration has one.
    pub region: Option<Region>,
    /// The figures and files of a run.
    pub outputs: Outputs,
    /// Bounds on figures, by the figure's name.
    pub limits: IndexMap<String, Bounds>,
    /// Scenarios of its own for stress tests.
    pub scenarios: Vec<Scenario>,
}

impl Plan {
    /// Whether the pools are added up to a total; with one pool, the total is that pool.
    #[must_use]
    pub fn has_total(&self) -> bool {
        self.pools.len() > 1 && self.outputs.total
    }

    /// The pool of this name.
    #[must_use]
    pub fn pool(&self, name: &str) -> Option<&Pool> {
        self.pools.iter().find(|pool| pool.name == name)
    }

    /// Number of paths.
    #[must_use]
    pub const fn paths(&self) -> u64 {
        self.paths
    }

    /// The same with another number of paths, held to 1 and [`Self::most_paths`].
    #[must_use]
    pub fn with_paths(self, paths: u64) -> Self {
        Self { paths: paths.clamp(1, self.most_paths()), ..self }
    }

    /// The paths that a run may have at most, by the law of the market.
    #[must_use]
    pub fn most_paths(&self) -> u64 {
        self.market.law.most_paths()
    }

    /// The calendar year that ends so many years, less one, after the start, where that is the end of one.
    #[must_use]
    pub fn year(&self, after: usize) -> i32 {
        i32::try_from(after).map_or(i32::MAX, |after| self.start.year().saturating_add(1).saturating_add(after))
    }

    /// How many calendar years end up to the horizon, where the start is the end of one.
    #[must_use]
    pub const fn years(&self) -> u32 {
        self.time.months() / 12
    }

    /// The last calendar year that ends up to the horizon.
    #[must_use]
    pub fn last_year(&self) -> i32 {
        self.month(12 * self.years()).year()
    }

    /// The month-end `months` after the start.
    #[must_use]
    pub fn month(&self, months: u32) -> Month {
        self.start.plus(months)
    }
}

/// Bounds on a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The least value allowed.
    pub min: Option<TypedNumber>,
    /// The greatest value allowed.
    pub max: Option<TypedNumber>,
}
