//! The keys of a floor and its high.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::plan::HighOf;
use crate::units::{Rate, Share};

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
        #[schemars(extend("x-usual" = [0.5, 1.0]))]
        share: Share,
    },
    /// A given level.
    Fixed {
        /// The level at the start, the opening price being 1.
        #[schemars(extend("x-usual" = [0.5, 1.0]))]
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
    Months(#[schemars(range(min = 1, max = 1200), extend("x-usual" = [3, 120]))] u32),
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
