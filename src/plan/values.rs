//! An office's own observations of a pool.

use crate::units::{Day, Exposure};

/// Observations of a pool, row by row, oldest first; every month from the first to the last has a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Values {
    days: Vec<Day>,
    price: Vec<f64>,
    value: Vec<f64>,
    equity_growth: Vec<f64>,
    share: Option<Exposure>,
}

impl Values {
    /// Makes it from days and the price of a unit on each. There may be as many market values, and growths of the
    /// equity leg since the row before, or none. `None` if there is no day, or the numbers are not as many.
    #[must_use]
    pub fn new(days: Vec<Day>, price: Vec<f64>, value: Vec<f64>, equity_growth: Vec<f64>) -> Option<Self> {
        let rows = days.len();
        let fit = |numbers: &[f64]| numbers.is_empty() || numbers.len() == rows;
        let right = rows > 0 && price.len() == rows && fit(&value) && fit(&equity_growth);
        right.then_some(Self { days, price, value, equity_growth, share: None })
    }

    /// The same with the equity share of the last row.
    #[must_use]
    pub fn with_share(self, share: Option<Exposure>) -> Self {
        Self { share, ..self }
    }

    /// The days, one at least.
    #[must_use]
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// Price of a unit.
    #[must_use]
    pub fn price(&self) -> &[f64] {
        &self.price
    }

    /// Market value after the day's flow, SEK; empty where only prices are known.
    #[must_use]
    pub fn value(&self) -> &[f64] {
        &self.value
    }

    /// Growth of the equity leg since the row before, 1 in the first row; empty where it is not known.
    #[must_use]
    pub fn equity_growth(&self) -> &[f64] {
        &self.equity_growth
    }

    /// Equity share of the last row, where it is known.
    #[must_use]
    pub const fn share(&self) -> Option<Exposure> {
        self.share
    }

    /// Whether some month has several rows: days, not month-ends.
    #[must_use]
    pub fn is_daily(&self) -> bool {
        self.days.windows(2).any(|pair| pair[0].month() == pair[1].month())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Month;

    #[test]
    fn every_day_has_its_numbers_or_none_has() {
        let values = |days: usize, price: usize, value: usize, growth: usize| {
            let days: Vec<Day> =
                (1..=12).filter_map(|month| Some(Month::new(2024, month)?.into())).take(days).collect();
            Values::new(days, vec![1.0; price], vec![1e6; value], vec![1.0; growth]).is_some()
        };
        assert!(values(3, 3, 0, 0) && values(3, 3, 3, 3));
        assert!(!values(0, 0, 0, 0) && !values(3, 2, 0, 0) && !values(3, 3, 2, 0) && !values(3, 3, 3, 4));
    }
}
