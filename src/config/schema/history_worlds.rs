//! The keys of worlds made of history: bootstrap, replay, and a crisis in a simulated world.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::units::{DecayFactor, Month};

/// How months of history become months of paths.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BootstrapConfig {
    /// Mean length of a block in months; `"automatic"` takes it from history. It is the longest that the assets ask for
    /// by Politis & White (2004), as corrected in 2009.
    pub mean_block_months: BlockLength,
    /// Blocks begin only at rows of the calendar month that is due: for a history with seasons, as of prices that are
    /// not seasonally adjusted. Whole years of history are used; the oldest months beyond are left out.
    pub align_calendar_months: bool,
    /// Filtered historical simulation: returns are drawn in units of the volatility they came in, and each path has a
    /// volatility that follows its own returns. Inflation is not filtered.
    pub filtered: bool,
    /// For `filtered`: how much of last month's variance stays in this month's; 0.97 if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lambda: Option<DecayFactor>,
    /// The first month of history that is drawn from; the first in which all columns used have values if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Month>,
    /// The last one; the last in which all columns used have values if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Month>,
    /// The column of consumer prices' rise over the month, drawn with the assets; left out, `inflation` holds on every
    /// path.
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

impl BootstrapConfig {
    /// How much of last month's variance stays in this month's; none where returns are not filtered.
    #[must_use]
    pub fn effective_lambda(&self) -> Option<DecayFactor> {
        self.filtered.then(|| self.lambda.unwrap_or(DecayFactor::OF_A_MONTH))
    }
}

/// The mean length of a block.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum BlockLength {
    /// So many months; 1 draws each month by itself.
    Months(#[schemars(range(min = 1.0, max = 600.0))] f64),
    /// As history asks for.
    FromHistory(FromHistory),
}

/// A length that is found from history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FromHistory {
    /// Found from history.
    Automatic,
}

/// The months that are replayed: those of a `crisis`, or from `from` on in the market's `file`.
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
    /// The column of consumer prices' rise over the month (`inflation` for a crisis). Where it has no value, or the key
    /// is left out, the configuration's `inflation` holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inflation_column: Option<String>,
}

/// A crisis in a simulated world: its months take the place of as many simulated ones, for the assets of which it knows
/// the returns.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CrisisConfig {
    /// The crisis.
    #[serde(flatten)]
    pub source: CrisisSource,
    /// The crisis' first month in history; the first there is if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Month>,
    /// The crisis' last month in history; the last there is if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Month>,
    /// The month of the run in which it begins, as YYYY-MM; or `random`: on each path another one.
    #[serde(default = "random")]
    pub at: String,
    /// For `random`: the first and the last month in which it may begin. If left out, all of it lies before the
    /// horizon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub between: Option<[Month; 2]>,
    /// In a world that simulates inflation: the column of consumer prices' rise over the month; `inflation` if left
    /// out, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inflation_column: Option<String>,
}

impl CrisisConfig {
    /// The column of consumer prices where no other is named.
    pub const INFLATION: &str = "inflation";
    /// The beginning that is drawn on each path.
    pub const RANDOM: &str = "random";
}

/// Where a crisis is from.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CrisisSource {
    /// The name of a crisis, as `2007-09 financial`.
    Name(String),
    /// A CSV file of monthly history with the crisis in it, as for the model `bootstrap`.
    File(String),
}

impl CrisisSource {
    /// The name of its file, if it is from one.
    pub const fn file_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::Name(_) => None,
            Self::File(file) => Some(file),
        }
    }
}

fn random() -> String {
    CrisisConfig::RANDOM.to_owned()
}
