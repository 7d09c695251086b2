//! The kinds of columns of a history.

use serde::Serialize;

use crate::plan::History;

/// What a column is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Returns of an equity fund or index: the name contains `equity`.
    Equity,
    /// Returns of any other asset.
    FixedIncome,
    /// Inflation of a month: the name contains `cpi` or `inflation`.
    Inflation,
    /// A rate a year: the name begins with `rate_`.
    Rate,
}

impl Kind {
    /// By the column's name.
    #[must_use]
    pub fn of(column: &str) -> Self {
        if History::is_rate(column) {
            Self::Rate
        } else if History::is_inflation(column) {
            Self::Inflation
        } else if column.to_lowercase().contains("equity") {
            Self::Equity
        } else {
            Self::FixedIncome
        }
    }

    pub(super) const fn is_asset(self) -> bool {
        matches!(self, Self::Equity | Self::FixedIncome)
    }
}
