//! The keys of a pool.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{EquityStressConfig, LabelConfig, zero_share};
use crate::units::{BasisPoints, CostShare, Exposure, Mnkr, Month, Rate, Share, Stress};

/// One pool of capital.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PoolConfig {
    /// Name in reports; the key if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<LabelConfig>,
    /// Market value at the start, in million kronor.
    pub opening_value_mnkr: Mnkr,
    /// What the equities and the fixed income that are held at the start have cost, in million kronor: from it results are parted into
    /// realised and unrealised ones. A leg whose cost is given in neither way is taken to have cost its value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening_cost_mnkr: Option<LegsConfig<Mnkr>>,
    /// The same as a share of the leg's value at the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening_cost_share: Option<LegsConfig<CostShare>>,
    /// The return a year that the policy expects of the pool, geometric: the probability of missing it is reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_return: Option<Rate>,
    /// What the equity leg is made of: weights of equity assets, adding up to 1, restored at every step at no cost.
    #[serde(default)]
    pub equities: IndexMap<String, Share>,
    /// What the fixed-income leg is made of: weights of fixed-income assets, adding up to 1, restored at every step at no cost.
    #[serde(default)]
    pub fixed_income: IndexMap<String, Share>,
    /// How large a share of equities is held.
    pub rule: RuleConfig,
    /// When trades are made, and what they cost.
    #[serde(default)]
    pub rebalancing: RebalancingConfig,
    /// The protection level, and the high that it follows.
    #[serde(default)]
    pub floor: FloorConfig,
    /// Fee a year as a share of the value, charged at every step. Returns are after fund fees: this is what the pool itself costs.
    #[serde(default = "zero_share")]
    pub fee: Share,
    /// A CSV file with the columns `date` and `price`: unit prices at the month-ends up to and including the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history: Option<String>,
    /// Money paid in, each a table `[[pools.NAME.contributions]]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributions: Vec<FlowConfig>,
    /// Pensions paid out, each a table `[[pools.NAME.payments]]` with the keys of contributions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<FlowConfig>,
}

/// A number for each leg of a pool.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct LegsConfig<T> {
    /// Of the equities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equities: Option<T>,
    /// Of the fixed income.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fixed_income: Option<T>,
}

/// How large a share of equities is held.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleConfig {
    /// `static` holds one share always; `dynamic` holds what the distance to the floor allows.
    pub kind: RuleName,
    /// For `static`: the share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Exposure>,
    /// For `dynamic`: the worst loss of equities over the time it takes to react, `s_E`: a number, or a table that ties it to the
    /// risk in the equity market. 0.25 when left out: the multiplier is 4.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equity_stress: Option<EquityStressConfig>,
    /// For `dynamic`: the worst loss of the fixed-income part over the same time, `s_B`. 0 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_income_stress: Option<Stress>,
    /// For `dynamic`: the least share. 0 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_share: Option<Exposure>,
    /// For `dynamic`: the largest share; above 1 the rest is borrowed at the fixed-income return. 1 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_share: Option<Exposure>,
    /// Steps between a decision and its trade.
    #[serde(default)]
    #[schemars(range(min = 0, max = 120))]
    pub lag: u32,
    /// The share held at the start; what the rule says if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening_share: Option<Exposure>,
    /// `rule` goes on by the rule after a breach; `locked` holds no equities from the first ex-ante breach on.
    #[serde(default)]
    pub after_breach: AfterBreachName,
}

/// A kind of allocation rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RuleName {
    /// One share always.
    Static,
    /// What the distance to the floor allows.
    Dynamic,
}

/// What happens after the first ex-ante breach.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AfterBreachName {
    /// The pool goes on by its rule.
    #[default]
    Rule,
    /// No equities from then on.
    Locked,
}

/// When trades are made, and what they cost.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RebalancingConfig {
    /// Months between rebalancing days, counted from the start; `"step"` for every step, `"never"` for none.
    pub every_months: Every,
    /// A trade is made only when the share is further than this from the target: 0.05 is 5 percentage points. With
    /// `every_months = "step"` the band alone decides. Left out, every rebalancing day trades to the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Share>,
    /// Cost in basis points of the amount traded, taken from both legs in proportion.
    pub cost_bp: BasisPoints,
}

impl Default for RebalancingConfig {
    fn default() -> Self {
        Self { every_months: Every::Months(1), band: None, cost_bp: BasisPoints::try_from(0.0).expect("0 is a cost") }
    }
}

/// How often a pool is rebalanced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Every {
    /// Every so many months.
    Months(#[schemars(range(min = 1, max = 1200))] u32),
    /// A word.
    Word(EveryWord),
}

/// How often, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EveryWord {
    /// Every step.
    Step,
    /// Never: the shares drift.
    Never,
}

/// The protection level, and the high that it follows.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FloorConfig {
    /// `rolling-high` is a share of the rolling high; `fixed` a given level; `none` no floor. A floor is observed also
    /// where the rule does not act on it.
    pub kind: FloorName,
    /// For `rolling-high`: the share. 0.85 when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// For `fixed`: the level at the start, the opening price being 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Share>,
    /// For `fixed`: growth a year. 0 when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub growth: Option<Rate>,
    /// Months over which the high is taken; `"none"` since the beginning.
    pub window_months: Window,
    /// Whether the observation exactly `window_months` ago counts (`closed`: 25 month-ends for 24 months) or not (`half-open`).
    pub window_edge: Edge,
    /// Whether high, floor, breach and falls are observed at month-ends only or at every step.
    pub observe: Observe,
    /// Whether they are observed in the price of a unit, so that flows make no high and no breach, or in the raw market value.
    pub high: HighName,
}

impl Default for FloorConfig {
    fn default() -> Self {
        Self {
            kind: FloorName::None,
            share: None,
            level: None,
            growth: None,
            window_months: Window::Months(24),
            window_edge: Edge::Closed,
            observe: Observe::MonthEnd,
            high: HighName::UnitPrice,
        }
    }
}

/// A kind of floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FloorName {
    /// No floor.
    None,
    /// A share of the rolling high.
    RollingHigh,
    /// A given level.
    Fixed,
}

/// The length of the high's window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Window {
    /// So many months.
    Months(#[schemars(range(min = 1, max = 1200))] u32),
    /// A word.
    Word(WindowWord),
}

/// The window in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WindowWord {
    /// Since the beginning.
    None,
}

/// Which edge of the window is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Edge {
    /// The observation at `t - window` counts.
    Closed,
    /// It does not.
    HalfOpen,
}

/// When high, floor, breach and falls are observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Observe {
    /// At month-ends.
    MonthEnd,
    /// At every step.
    Step,
}

/// What is observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HighName {
    /// The price of a unit.
    UnitPrice,
    /// The market value, flows included.
    MarketValue,
}

/// Money paid in or out: from a file, or by a formula of a yearly amount.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FlowConfig {
    /// A CSV file with the columns `date` and `amount_sek`; a date is a month (`2040-06`), or a year (`2040`), whose amount is
    /// paid in twelve equal parts. Instead of the formula.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The formula's amount in the first year, in million kronor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_mnkr: Option<Mnkr>,
    /// The formula's first month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Month>,
    /// The formula's last month; the horizon if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Month>,
    /// Whether the formula pays a twelfth every month, or the whole once a year in the month of `from`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<FlowEvery>,
    /// The formula's growth a year, from one year's amount to the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub growth: Option<Rate>,
    /// Whether amounts are in the money of the start and rise with inflation from there.
    #[serde(default)]
    pub indexed: bool,
}

/// How often a yearly amount is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FlowEvery {
    /// A twelfth at every month-end.
    Month,
    /// The whole once a year.
    Year,
}
