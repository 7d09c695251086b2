//! The keys of an allocation rule.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::config::schema::equity_stress::EquityStressConfig;
use crate::plan::AfterBreach;
use crate::units::{Exposure, Stress};

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
        #[schemars(extend("x-usual" = [0.0, 1.5]))]
        share: Exposure,
    },
    /// What the distance to the floor allows.
    Dynamic {
        /// The worst loss of equities over the time it takes to react, `s_E`. A table ties it to the risk in the equity
        /// market. With 0.25 the multiplier is 4.
        #[serde(default)]
        #[schemars(extend("x-usual" = [0.05, 0.6]))]
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
