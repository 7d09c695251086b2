//! The keys of a pool.

mod floor;
mod flows;
mod rebalancing;
mod rule;

pub use floor::*;
pub use flows::*;
pub use rebalancing::*;
pub use rule::*;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::plan::Label;
use crate::units::{CostShare, Mnkr, Rate, Share};

/// One pool of capital.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PoolConfig {
    /// Name in reports; the key if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Market value at the start, in million kronor.
    #[schemars(extend("minimum" = 1e-6, "x-usual" = [0.1, 1e6]))]
    pub opening_value_mnkr: Mnkr,
    /// What the equities and the fixed income held at the start have cost, in million kronor. It parts results into
    /// realised and unrealised ones. A leg whose cost is given in neither way has cost its value.
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
    #[schemars(extend("x-usual" = [0.0, 0.03]))]
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
