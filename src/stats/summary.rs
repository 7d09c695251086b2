//! A run's figures as data: what `summary.json` holds and what every report is made from.
//!
//! A figure's name is its path here, with dots: `pools.long.breach.ex_post.y10`.

mod region;
mod waterfall;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Estimate;
use super::histogram::Histogram;
use crate::plan::HighOf;

pub use region::{BudgetYear, Likelihood, RegionSummary};
pub use waterfall::{Waterfall, WaterfallPart};

/// Estimates by year: `y1`, `y5`, …, and `horizon`.
pub type ByYear<T> = IndexMap<String, T>;

/// Every estimate of a run. A function of config, data, seed, paths and version alone.
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

/// Mean and quantiles (`q05` is the 5 % quantile) of one quantity.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Distribution {
    /// The mean.
    pub mean: Estimate,
    /// The quantiles.
    #[serde(flatten)]
    pub quantiles: IndexMap<String, Estimate>,
}

impl Distribution {
    /// The distribution of the numbers times a positive factor.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        let quantiles = self.quantiles.into_iter().map(|(key, estimate)| (key, estimate.scaled(factor)));
        Self { mean: self.mean.scaled(factor), quantiles: quantiles.collect() }
    }
}

/// The figures of one pool, or of the total. Groups that the configuration leaves out are missing.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct PoolSummary {
    /// Value, SEK.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub value: ByYear<Distribution>,
    /// Annualised return.
    #[serde(rename = "return", skip_serializing_if = "IndexMap::is_empty")]
    pub returns: ByYear<ReturnSummary>,
    /// Losses over the first 12 months and the horizon.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub loss: ByYear<LossSummary>,
    /// Breaches of the floor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub breach: Option<BreachSummary>,
    /// The path's deepest fall from the rolling high.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawdown_rolling: Option<FallSummary>,
    /// The path's deepest fall from the all-time high.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawdown_all_time: Option<FallSummary>,
    /// Recovery from the path's deepest fall from the all-time high.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recovery: Option<RecoverySummary>,
    /// Equity share after trading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<ShareSummary>,
    /// Floor, SEK.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub floor: ByYear<Distribution>,
    /// Trades.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trading: Option<TradingSummary>,
    /// Jumps of the allowed share from roll-off of the high.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roll_off: Option<RollOffSummary>,
    /// Money in and out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flows: Option<FlowSummary>,
    /// What not knowing the expected returns does, where it is simulated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter_uncertainty: Option<UncertaintySummary>,
}

/// What not knowing the expected returns does to a unit's log growth to the horizon.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct UncertaintySummary {
    /// Share of its variance that comes from the expected returns drawn, `R²`.
    pub share_of_variance: Estimate,
    /// Share of the fan's width that comes from them: `1 - √(1 - R²)`, by how much narrower it would be without.
    pub share_of_width: Estimate,
}

/// Annualised return of a unit over a span from the start, net of fees and costs, flows left out.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ReturnSummary {
    /// Nominal.
    pub nominal: Distribution,
    /// Real: after inflation.
    pub real: Distribution,
    /// Probability of less than the policy's expected return.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub p_below_expected: Option<Estimate>,
}

/// Losses of a unit over a span from the start, as fractions of the opening price, a loss being positive.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct LossSummary {
    /// Probability of a loss.
    pub p_loss: Estimate,
    /// Value at risk at 95 %: the 95 % quantile of the loss.
    pub var95: Estimate,
    /// Value at risk at 99 %.
    pub var99: Estimate,
    /// Expected shortfall at 95 %: the mean of the worst 5 % of losses.
    pub es95: Estimate,
    /// Expected shortfall at 99 %.
    pub es99: Estimate,
}

/// Breaches of the floor. *Ex ante*: below the floor known the observation before; *ex post*: below the floor of the day.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct BreachSummary {
    /// Probability of at least one ex-ante breach since the start.
    pub ex_ante: ByYear<Estimate>,
    /// Probability of at least one ex-post breach since the start.
    pub ex_post: ByYear<Estimate>,
    /// Probability of being below the floor of the day, at that month-end.
    pub below: ByYear<Estimate>,
    /// Mean number of episodes (consecutive observations below, ex post) a path.
    pub episodes: Estimate,
    /// Mean number of months below (ex post) a path.
    pub months_below: Estimate,
    /// The path's deepest ex-ante breach as a share of the floor, given that there is one.
    pub depth_ex_ante: DepthSummary,
    /// The path's deepest ex-post breach as a share of the floor, given that there is one.
    pub depth_ex_post: DepthSummary,
}

/// Depth of breaches.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct DepthSummary {
    /// The mean.
    pub mean: Estimate,
    /// The 95 % quantile.
    pub q95: Estimate,
}

/// The deepest fall of a path.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct FallSummary {
    /// The deepest fall as a fraction of the high.
    pub depth: Distribution,
    /// Probability of a fall deeper than so many percent: `p_over_15` for 15 %.
    #[serde(flatten)]
    pub p_over: IndexMap<String, Estimate>,
}

/// Recovery from the path's deepest fall from the all-time high.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct RecoverySummary {
    /// Probability that the old high is not regained by the horizon.
    pub p_not_recovered: Estimate,
    /// Months from the high before the fall until it is regained, for paths that regain it.
    pub months: Distribution,
}

/// Equity share after trading, over `t = 0 … n-1`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ShareSummary {
    /// Mean over time and paths.
    pub mean: Estimate,
    /// Share of time in cash-lock; none of a pool that never holds equities.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub cash_lock: Option<Estimate>,
    /// At the beginning of each year's last month, where asked for.
    #[serde(skip_serializing_if = "IndexMap::is_empty", default)]
    pub by_year: ByYear<Distribution>,
}

/// Trades.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct TradingSummary {
    /// `Σ |Δw|` traded, a year.
    pub turnover_per_year: Estimate,
    /// Trading cost, SEK a year.
    pub cost_per_year: Estimate,
}

/// Rises of the allowed share that come only from an old high leaving the window.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct RollOffSummary {
    /// Probability of at least one jump of at least the configured size.
    pub p_jump: Estimate,
    /// Mean number of such jumps a year.
    pub jumps_per_year: Estimate,
    /// The path's largest jump.
    pub largest: Distribution,
}

/// Money in and out over the horizon, SEK in the money of its day.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct FlowSummary {
    /// Contributions.
    pub contributed: Estimate,
    /// Payments due.
    pub due: Estimate,
    /// Mean of payments due that the pool could not make.
    pub unpaid: Estimate,
    /// Probability that some payment could not be made since the start.
    pub p_unpaid: ByYear<Estimate>,
}

/// One month-end of one pool: a row of `months.csv`.
#[derive(Debug, Clone)]
pub struct MonthRow {
    /// Months since the start.
    pub month: u32,
    /// Value, SEK.
    pub value: Option<Distribution>,
    /// Equity share after trading; none at the horizon, where nothing is traded.
    pub share: Option<Distribution>,
    /// Floor, SEK.
    pub floor: Option<Distribution>,
    /// Probability of an ex-ante breach since the start.
    pub breached_ex_ante: Option<Estimate>,
    /// Probability of an ex-post breach since the start.
    pub breached_ex_post: Option<Estimate>,
    /// Probability of being below the floor.
    pub below: Option<Estimate>,
    /// Probability that some payment could not be made since the start.
    pub unpaid: Option<Estimate>,
}

/// What a run finds about one pool beyond its summary.
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
    /// Value in SEK, by the keys of `value` that charts show.
    pub value: ByYear<Histogram>,
    /// Growth factor of a unit since the start, and the years it took, by the keys of `return`.
    pub growth: ByYear<(f64, Histogram)>,
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
    /// What the region's rules brought to the pool less what they took from it at the month-end, beside its own flows, SEK: pensions
    /// that it bears, contributions by rule, transfers of the buffer.
    pub region: Vec<f64>,
    /// Rise of the allowed share that comes only from an old high having left the window; empty where no figure of it is wanted.
    pub jump: Vec<f64>,
    /// Stress of equities that the rule reckons with; empty for a static rule. From here on: at every month-end but the last.
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
    /// What high, floor and breach are of: the unit price, or the value.
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
    /// By pool, and `total` last where there are several pools: months and distributions.
    pub details: IndexMap<String, PoolDetail>,
    /// By pool: paths.
    pub traces: IndexMap<String, Traces>,
    /// From the budget's result of one year to its 5 % outcome, where accounts are given.
    pub waterfall: Option<Waterfall>,
}
