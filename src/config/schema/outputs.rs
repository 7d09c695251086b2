//! The keys of what a run makes, and of what it must keep within.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::plan::FigureGroup;
use crate::units::{Fall, Level, Mnkr, Share, TypedNumber};

/// Which figures and files are made.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OutputsConfig {
    /// The groups of figures.
    pub figures: Vec<FigureGroup>,
    /// Whether the total of the pools is reported: not where the pools are alternatives to each other.
    pub total: bool,
    /// Levels of the reported quantiles, increasing.
    #[schemars(length(min = 1, max = 50))]
    pub quantiles: Vec<Level>,
    /// Years over which returns are annualised; the horizon is always added.
    #[schemars(length(max = 50), inner(range(min = 1, max = 100)))]
    pub return_years: Vec<u32>,
    /// Falls whose probability is reported: 0.1 is 10 %.
    #[schemars(length(max = 50))]
    pub falls: Vec<Fall>,
    /// Values in million kronor: the probability of at least so much at each year's end, and at the horizon, is
    /// reported (`value.y16.p_at_least_1200`).
    #[schemars(length(max = 50))]
    pub value_at_least_mnkr: Vec<Mnkr>,
    /// Equity shares below this count as cash-lock.
    #[schemars(extend("x-usual" = [0.0, 0.5]))]
    pub cash_lock: Share,
    /// Rises of the allowed share by at least this, that come only from an old high leaving the window, count as jumps.
    #[schemars(extend("x-usual" = [0.01, 0.5]))]
    pub jump: Share,
    /// Whether `months.csv` is written.
    pub months: bool,
    /// Whether charts are drawn.
    pub charts: bool,
    /// How many paths the charts of sample paths show beside the worst one.
    #[schemars(range(min = 0, max = 50))]
    pub sample_paths: u32,
}

impl Default for OutputsConfig {
    fn default() -> Self {
        let share = |number: f64| Share::try_from(number).expect("a default is a share");
        let levels = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];
        Self {
            figures: FigureGroup::ALL.to_vec(),
            total: true,
            quantiles: levels.map(|level| Level::try_from(level).expect("a default is a level")).to_vec(),
            return_years: vec![1, 3, 5, 10],
            falls: [0.1, 0.15].map(|fall| Fall::try_from(fall).expect("a default is a fall")).to_vec(),
            value_at_least_mnkr: Vec::new(),
            cash_lock: share(0.05),
            jump: share(0.1),
            months: true,
            charts: true,
            sample_paths: 12,
        }
    }
}

/// Bounds on a figure. A share or a rate is a percentage, `"10 %"`, or a fraction. An amount has its unit,
/// `"4900 mnkr"` (or `mdkr`, `tkr`, `kr`), or is in kronor. Other figures are numbers, as in `summary.json`.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BoundsConfig {
    /// The least value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<TypedNumber>,
    /// The greatest value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<TypedNumber>,
}
