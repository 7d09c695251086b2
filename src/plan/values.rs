//! An office's own observations of a pool.

use crate::units::{Day, Exposure};

/// Observations of a pool, row by row, oldest first; every month from the first to the last has a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Values {
    /// The days.
    pub days: Vec<Day>,
    /// Price of a unit.
    pub price: Vec<f64>,
    /// Market value after the day's flow, SEK; empty where only prices are known.
    pub value: Vec<f64>,
    /// Growth of the equity leg since the row before, 1 in the first row; empty where it is not known.
    pub equity_growth: Vec<f64>,
    /// Equity share of the last row, where it is known.
    pub share: Option<Exposure>,
}

impl Values {
    /// Whether some month has several rows: days, not month-ends.
    #[must_use]
    pub fn is_daily(&self) -> bool {
        self.days.windows(2).any(|pair| pair[0].month() == pair[1].month())
    }
}
