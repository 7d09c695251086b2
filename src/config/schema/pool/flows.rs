//! The keys of money paid in or out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::units::{Mnkr, Month, Rate};

/// Money paid in or out: from a file, or by a formula of a yearly amount.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum FlowAmounts {
    /// From a file.
    File {
        /// A CSV file or a workbook's sheet (`flows.xlsx#Payments`) with the columns `date` and `amount_mnkr` (or
        /// `amount_sek`). A date is a month (`2040-06`), or a year (`2040`), whose amount is paid in twelve equal
        /// parts.
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

const fn no_growth() -> Rate {
    Rate::ZERO
}
