//! A run's figures as data: what `summary.json` holds and what every report is made from.
//!
//! A figure's name is its path here, with dots: `pools.long.breach.ex_post.y10`.

mod distribution;
mod month;
mod pool;
mod region;
mod schema;
mod waterfall;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Estimate;
use super::figure::{Branch, Figure, FigureName, Term};
use super::histogram::Histogram;
use crate::plan::HighOf;

pub use distribution::Distribution;
pub use month::{MonthFigure, MonthRow};
pub use pool::PoolSummary;
pub use region::{BudgetYear, Likelihood, RegionSummary};
pub use waterfall::{Waterfall, WaterfallPart};

/// The version of skans, which results tell.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Every estimate of a run. It is a function of config, data, seed, paths and version alone.
///
/// # Examples
/// ```
/// # use std::ops::ControlFlow;
/// # use skans::{Branch, PoolFigure, Term};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let plan = skans::from_text("job", include_str!("../../configs/reference-job.toml"))?.with_paths(512);
/// let summary = skans::run(&plan, &mut |_| ControlFlow::Continue(()))?.summary;
/// let breach = summary.get(&Branch::pool("long"), PoolFigure::BreachExPost(Term::Horizon));
/// assert_eq!(breach, Some(summary.pools["long"][PoolFigure::BreachExPost(Term::Horizon)]));
/// assert!(summary.figures().iter().any(|(name, _)| name.to_string() == "pools.long.breach.ex_post.horizon"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// Version of skans that made it.
    pub skans: String,
    /// The run's name.
    pub name: String,
    /// The month-end of the opening values.
    pub start: String,
    /// The horizon in months.
    pub horizon_months: u32,
    /// Steps a month.
    pub steps_per_month: u32,
    /// Paths simulated.
    pub paths: u64,
    /// Seed of all random numbers.
    pub seed: u64,
    /// The law of the market, in a few words.
    pub world: String,
    /// What the figures mean: signs, quantiles, intervals, units.
    pub conventions: IndexMap<String, String>,
    /// The figures of each pool.
    pub pools: IndexMap<String, PoolSummary>,
    /// The figures of all pools together, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<PoolSummary>,
    /// What it means for the region, where anything is told of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionSummary>,
}

impl Summary {
    /// Its branches: the pools, the total, the region.
    pub fn branches(&self) -> impl Iterator<Item = Branch> {
        let pools = self.pools.keys().map(|pool| Branch::pool(pool));
        let total = self.total.as_ref().map(|_| Branch::Total);
        pools.chain(total).chain(self.region.as_ref().map(|_| Branch::Region))
    }

    /// The figures of a pool, or of the total; none of the region.
    #[must_use]
    pub fn pool(&self, branch: &Branch) -> Option<&PoolSummary> {
        match branch {
            Branch::Pool(name) => self.pools.get(name),
            Branch::Total => self.total.as_ref(),
            Branch::Region => None,
        }
    }

    /// A figure of a branch.
    #[must_use]
    pub fn get(&self, branch: &Branch, figure: impl Into<Figure>) -> Option<Estimate> {
        match figure.into() {
            Figure::Pool(figure) => self.pool(branch)?.get(figure),
            Figure::Region(figure) => self.region.as_ref().filter(|_| *branch == Branch::Region)?.get(figure),
        }
    }

    /// A figure by its name; one that the run does not have is unknown.
    #[must_use]
    pub fn estimate(&self, name: &FigureName) -> Estimate {
        self.get(&name.branch, name.figure).unwrap_or(Estimate::UNKNOWN)
    }

    /// Every figure by its name, in their order: `pools.long.breach.ex_post.y10` and its estimate.
    #[must_use]
    pub fn figures(&self) -> Vec<(FigureName, Estimate)> {
        let of_branch = |branch: Branch| {
            let figures = self.figures_of(&branch).into_iter();
            figures.map(move |(figure, estimate)| (FigureName { branch: branch.clone(), figure }, estimate))
        };
        self.branches().flat_map(of_branch).collect()
    }

    /// The figures of a branch, in their order.
    #[must_use]
    pub fn figures_of(&self, branch: &Branch) -> Vec<(Figure, Estimate)> {
        let pool = self.pool(branch).into_iter().flat_map(PoolSummary::iter);
        let region = self.region.iter().filter(|_| *branch == Branch::Region).flat_map(RegionSummary::iter);
        let pool = pool.map(|(figure, estimate)| (figure.into(), estimate));
        pool.chain(region.map(|(figure, estimate)| (figure.into(), estimate))).collect()
    }
}

/// The months and distributions of one pool in a run, beyond its summary.
#[derive(Debug, Clone)]
pub struct PoolDetail {
    /// Every month-end, from the start to the horizon.
    pub months: Vec<MonthRow>,
    /// Distributions for charts.
    pub densities: Densities,
}

/// Distributions over paths, kept whole for the charts.
#[derive(Debug, Clone, Default)]
pub struct Densities {
    /// Value in SEK, by term.
    pub value: IndexMap<Term, Histogram>,
    /// Growth factor of a unit since the start, and the years it took, by term.
    pub growth: IndexMap<Term, (f64, Histogram)>,
    /// Deepest fall from the rolling high.
    pub drawdown_rolling: Option<Histogram>,
    /// Deepest fall from the all-time high.
    pub drawdown_all_time: Option<Histogram>,
}

/// One path of one pool, month-end by month-end from the start.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PathTrace {
    /// Number of the path in the run, from 0.
    pub path: u64,
    /// Unit price, 1 at the start.
    pub price: Vec<f64>,
    /// Value, SEK.
    pub value: Vec<f64>,
    /// Rolling high, in what is observed (unit price or SEK).
    pub high: Vec<f64>,
    /// Floor, in what is observed; empty where there is none.
    pub floor: Vec<f64>,
    /// Floor for the day that was known an observation before, 0 at the start; empty where there is none.
    pub known_floor: Vec<f64>,
    /// Growth of the equity leg over the month up to the month-end, 1 at the start.
    pub equity_growth: Vec<f64>,
    /// The same of the fixed-income leg.
    pub fixed_income_growth: Vec<f64>,
    /// Level of consumer prices, 1 at the start.
    pub price_level: Vec<f64>,
    /// Payments due at the month-end that could not be made, SEK.
    pub unpaid: Vec<f64>,
    /// Money that the region's rules brought to the pool less what they took from it at the month-end, SEK. It consists
    /// of contributions by rule, pensions that it bears, and transfers of the buffer; the pool's own flows are not in
    /// it.
    pub region: Vec<f64>,
    /// Rise of the allowed share that comes only from an old high having left the window; empty where no figure of it
    /// is wanted.
    pub jump: Vec<f64>,
    /// Stress of equities that the rule reckons with; empty for a static rule. From here on: at every month-end but the
    /// last.
    pub stress: Vec<f64>,
    /// Equity share the rule allows.
    pub target: Vec<f64>,
    /// Equity share that a trade goes to: the one decided the lag before.
    pub due: Vec<f64>,
    /// Equity share after trading.
    pub share: Vec<f64>,
    /// Change of the equity share by trading.
    pub traded: Vec<f64>,
    /// Cost of trading, SEK.
    pub cost: Vec<f64>,
}

impl PathTrace {
    /// The numbers that high, floor and breach are of: the unit price, or the value.
    #[must_use]
    pub fn observed(&self, of: HighOf) -> &[f64] {
        match of {
            HighOf::UnitPrice => &self.price,
            HighOf::MarketValue => &self.value,
        }
    }
}

/// Paths of one pool drawn in charts.
#[derive(Debug, Clone)]
pub struct Traces {
    /// The path with the lowest unit price at the horizon.
    pub worst: PathTrace,
    /// The run's first paths.
    pub samples: Vec<PathTrace>,
}

/// All that a run finds, as data.
#[derive(Debug, Clone)]
pub struct RunResult {
    /// Every estimate.
    pub summary: Summary,
    /// Months and distributions of each pool, and of the total where there are several.
    pub details: IndexMap<Branch, PoolDetail>,
    /// The sample paths of each pool.
    pub traces: IndexMap<String, Traces>,
    /// From the budget's result of one year to its 5 % outcome, where accounts are given.
    pub waterfall: Option<Waterfall>,
}
