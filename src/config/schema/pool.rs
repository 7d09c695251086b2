//! The keys of a pool.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::equity_stress::EquityStressConfig;
use super::label::LabelConfig;
use crate::plan::{AfterBreach, HighOf};
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
    /// What the equities and the fixed income that are held at the start have cost, in million kronor: from it results
    /// are parted into realised and unrealised ones. A leg whose cost is given in neither way is taken to have cost its
    /// value.
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
    /// What the fixed-income leg is made of: weights of fixed-income assets, adding up to 1, restored at every step at
    /// no cost.
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
    /// Fee a year as a share of the value, charged at every step. Returns are after fund fees: this is what the pool
    /// itself costs.
    #[serde(default = "no_fee")]
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

const fn no_fee() -> Share {
    Share::ZERO
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
#[schemars(deny_unknown_fields)]
pub struct RuleConfig {
    /// The rule.
    #[serde(flatten)]
    pub kind: RuleKind,
    /// Steps between a decision and its trade.
    #[serde(default)]
    #[schemars(range(min = 0, max = 120))]
    pub lag: u32,
    /// The share held at the start; what the rule says if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening_share: Option<Exposure>,
    /// `rule` goes on by the rule after a breach; `locked` holds no equities from the first ex-ante breach on.
    #[serde(default)]
    pub after_breach: AfterBreach,
}

/// A kind of allocation rule.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum RuleKind {
    /// One share always.
    Static {
        /// The share.
        share: Exposure,
    },
    /// What the distance to the floor allows.
    Dynamic {
        /// The worst loss of equities over the time it takes to react, `s_E`: a number, or a table that ties it to the
        /// risk in the equity market. With 0.25 the multiplier is 4.
        #[serde(default)]
        equity_stress: EquityStressConfig,
        /// The worst loss of the fixed-income part over the same time, `s_B`.
        #[serde(default = "no_stress")]
        fixed_income_stress: Stress,
        /// The least share.
        #[serde(default = "no_equities")]
        min_share: Exposure,
        /// The largest share; above 1 the rest is borrowed at the fixed-income return.
        #[serde(default = "all_equities")]
        max_share: Exposure,
    },
}

const fn no_stress() -> Stress {
    Stress::ZERO
}

const fn no_equities() -> Exposure {
    Exposure::ZERO
}

const fn all_equities() -> Exposure {
    Exposure::WHOLE
}

/// When trades are made, and what they cost.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RebalancingConfig {
    /// Months between rebalancing days, counted from the start; `"step"` for every step, `"never"` for none.
    pub every_months: RebalancingInterval,
    /// A trade is made only when the share is further than this from the target: 0.05 is 5 percentage points. With
    /// `every_months = "step"` the band alone decides. Left out, every rebalancing day trades to the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Share>,
    /// Cost in basis points of the amount traded, taken from both legs in proportion.
    pub cost_bp: BasisPoints,
}

impl Default for RebalancingConfig {
    fn default() -> Self {
        Self { every_months: RebalancingInterval::Months(1), band: None, cost_bp: BasisPoints::ZERO }
    }
}

/// How often a pool is rebalanced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum RebalancingInterval {
    /// Every so many months.
    Months(#[schemars(range(min = 1, max = 1200))] u32),
    /// One that has a name.
    Named(NamedInterval),
}

/// An interval that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NamedInterval {
    /// Every step.
    Step,
    /// Never: the shares drift.
    Never,
}

/// The protection level, and the high that it follows.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FloorConfig {
    /// The protection level. It is observed also where the rule does not act on it.
    #[serde(flatten)]
    pub kind: FloorKind,
    /// Months over which the high is taken; `"none"` since the beginning.
    #[serde(default)]
    pub window_months: Window,
    /// Whether the observation exactly `window_months` ago counts (`closed`: 25 month-ends for 24 months) or not
    /// (`half-open`).
    #[serde(default)]
    pub window_edge: Edge,
    /// Whether high, floor, breach and falls are observed at month-ends only or at every step.
    #[serde(default)]
    pub observe: Observe,
    /// Whether they are observed in the price of a unit, so that flows make no high and no breach, or in the raw market
    /// value.
    #[serde(default)]
    pub high: HighOf,
}

impl Default for FloorConfig {
    fn default() -> Self {
        Self {
            kind: FloorKind::None {},
            window_months: Window::default(),
            window_edge: Edge::default(),
            observe: Observe::default(),
            high: HighOf::default(),
        }
    }
}

/// A kind of floor.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FloorKind {
    /// No floor.
    None {},
    /// A share of the rolling high.
    RollingHigh {
        /// The share.
        #[serde(default = "floor_share")]
        share: Share,
    },
    /// A given level.
    Fixed {
        /// The level at the start, the opening price being 1.
        level: Share,
        /// Growth a year.
        #[serde(default = "no_growth")]
        growth: Rate,
    },
}

const fn floor_share() -> Share {
    const { Share::new(0.85).expect("a share") }
}

const fn no_growth() -> Rate {
    Rate::ZERO
}

/// The length of the high's window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Window {
    /// So many months.
    Months(#[schemars(range(min = 1, max = 1200))] u32),
    /// Without an end.
    Unbounded(Unbounded),
}

/// A window without an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unbounded {
    /// Since the beginning.
    None,
}

impl Default for Window {
    fn default() -> Self {
        Self::Months(24)
    }
}

/// Which edge of the window is in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Edge {
    /// The observation at `t - window` counts.
    #[default]
    Closed,
    /// It does not.
    HalfOpen,
}

/// When high, floor, breach and falls are observed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Observe {
    /// At month-ends.
    #[default]
    MonthEnd,
    /// At every step.
    Step,
}

/// Money paid in or out: from a file, or by a formula of a yearly amount.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FlowConfig {
    /// The amounts.
    #[serde(flatten)]
    pub amounts: FlowAmounts,
    /// Whether amounts are in the money of the start and rise with inflation from there.
    #[serde(default)]
    pub indexed: bool,
}

/// Amounts that flow.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum FlowAmounts {
    /// From a file.
    File {
        /// A CSV file with the columns `date` and `amount_sek`; a date is a month (`2040-06`), or a year (`2040`),
        /// whose amount is paid in twelve equal parts.
        file: String,
    },
    /// By a formula.
    Formula {
        /// The amount in the first year, in million kronor.
        amount_mnkr: Mnkr,
        /// The first month.
        from: Month,
        /// The last month; the horizon if left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Month>,
        /// Whether a twelfth is paid every month, or the whole once a year in the month of `from`.
        every: FlowEvery,
        /// The growth a year, from one year's amount to the next.
        #[serde(default = "no_growth")]
        growth: Rate,
    },
}

impl FlowAmounts {
    /// The name of its file, if it is from one.
    pub const fn file_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::File { file } => Some(file),
            Self::Formula { .. } => None,
        }
    }
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
