//! The keys of rebalancing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::units::{BasisPoints, Share};

/// When trades are made, and what they cost.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RebalancingConfig {
    /// Months between rebalancing days, counted from the start; `"step"` for every step, `"never"` for none.
    pub every_months: RebalancingInterval,
    /// A trade is made only when the share is further than this from the target: 0.05 is 5 percentage points. With
    /// `every_months = "step"` the band alone decides. Left out, every rebalancing day trades to the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-usual" = [0.0, 0.3]))]
    pub band: Option<Share>,
    /// Cost in basis points of the amount traded, taken from both legs in proportion.
    #[schemars(extend("x-usual" = [0.0, 200.0]))]
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
    Months(#[schemars(range(min = 1, max = 1200), extend("x-usual" = [1, 12]))] u32),
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
