//! The keys of worlds made of history: bootstrap, replay, and a crisis in a simulated world.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::units::Month;

/// For `bootstrap`: how months of history become months of paths.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BootstrapConfig {
    /// Mean length of a block in months; `"automatic"` takes it from history: the longest that the assets ask for by Politis &
    /// White (2004), as corrected in 2009.
    pub mean_block_months: BlockLength,
    /// Blocks begin only at rows of the calendar month that is due: for a history with seasons, as of prices that are not seasonally
    /// adjusted. Whole years of history are used; the oldest months beyond are left out.
    pub align_calendar_months: bool,
    /// Filtered historical simulation: returns are drawn in units of the volatility they came in, and each path has a volatility that
    /// follows its own returns. Inflation is not filtered.
    pub filtered: bool,
    /// For `filtered`: how much of last month's variance stays in this month's. 0.97 when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.9, max = 0.999))]
    pub lambda: Option<f64>,
    /// The first month of history that is drawn from; the first in which all columns used have values if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Month>,
    /// The last one; the last in which all columns used have values if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Month>,
    /// The column of consumer prices' rise over the month, drawn with the assets; left out, `inflation` holds on every path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inflation_column: Option<String>,
}

impl Default for BootstrapConfig {
    fn default() -> Self {
        Self {
            mean_block_months: BlockLength::Months(12.0),
            align_calendar_months: false,
            filtered: false,
            lambda: None,
            from: None,
            until: None,
            inflation_column: None,
        }
    }
}

/// The mean length of a block.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum BlockLength {
    /// So many months; 1 draws each month by itself.
    Months(#[schemars(range(min = 1.0, max = 600.0))] f64),
    /// A word.
    Word(BlockLengthWord),
}

/// The mean length of a block, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BlockLengthWord {
    /// Found from history.
    Automatic,
}

/// For `replay`: what is replayed. One of `crisis`, and `from` in the market's `file`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReplayConfig {
    /// The name of a crisis, as `2007-09 financial`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crisis: Option<String>,
    /// The month of history that is the run's first; of a crisis, its first if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Month>,
    /// The last month that is replayed; the last there is if left out. Assets then earn their expected return.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Month>,
    /// The column of consumer prices' rise over the month (`inflation` for a crisis); where it has no value, and where the key is left
    /// out, the configuration's `inflation` holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inflation_column: Option<String>,
}

/// A crisis in a simulated world: its months take the place of as many simulated ones, for the assets of which it knows the returns.
/// One of `name` and `file`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CrisisConfig {
    /// The name of a crisis, as `2007-09 financial`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A CSV file of monthly history with the crisis in it, as for the model `bootstrap`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The crisis' first month in history; the first there is if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Month>,
    /// The crisis' last month in history; the last there is if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Month>,
    /// The month of the run in which it begins, as YYYY-MM; or `random`: on each path another one.
    pub at: String,
    /// For `random`: the first and the last month in which it may begin; if left out, the months from which all of it lies before the
    /// horizon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub between: Option<[Month; 2]>,
    /// In a world that simulates inflation: the column of consumer prices' rise over the month; `inflation` if left out, where there is
    /// one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inflation_column: Option<String>,
}

impl Default for CrisisConfig {
    fn default() -> Self {
        Self {
            name: None,
            file: None,
            from: None,
            until: None,
            at: "random".to_owned(),
            between: None,
            inflation_column: None,
        }
    }
}
