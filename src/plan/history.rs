//! Joint monthly history of markets.

use std::ops::Range;

use ndarray::{Array2, s};

use crate::units::Month;

/// How the name of a column of rates a year begins; all other columns are returns.
pub const RATE_PREFIX: &str = "rate_";

/// Monthly joint history, one row a month without gaps, oldest first.
///
/// A column is a simple return `R` over the month that ends at the row's month-end, as a fraction. Inflation is such a
/// return of the price level. A column whose name begins with `rate_` is an interest rate a year at that month-end, as
/// a fraction.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    months: Vec<Month>,
    columns: Vec<String>,
    values: Array2<f64>,
}

impl History {
    /// From its first month, the names of its columns, and values by (month, column), NaN where one is not available.
    /// `None` if there are not as many names as columns.
    #[must_use]
    pub fn new(first: Month, columns: Vec<String>, values: Array2<f64>) -> Option<Self> {
        let months = (0..).map(|months| first.plus(months)).take(values.nrows()).collect();
        (columns.len() == values.ncols()).then_some(Self { months, columns, values })
    }

    /// Some of its rows.
    #[must_use]
    pub fn rows(&self, rows: Range<usize>) -> Self {
        Self {
            months: self.months[rows.clone()].to_vec(),
            columns: self.columns.clone(),
            values: self.values.slice(s![rows, ..]).to_owned(),
        }
    }

    /// The month-end of each row.
    #[must_use]
    pub fn months(&self) -> &[Month] {
        &self.months
    }

    /// The first month and the last; `None` without a row.
    #[must_use]
    pub fn span(&self) -> Option<(Month, Month)> {
        self.months.first().copied().zip(self.months.last().copied())
    }

    /// The name of each column.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The values by (month, column); NaN where one is not available.
    #[must_use]
    pub const fn values(&self) -> &Array2<f64> {
        &self.values
    }

    /// Whether a column holds rates a year rather than returns over a month.
    #[must_use]
    pub fn is_rate(column: &str) -> bool {
        column.starts_with(RATE_PREFIX)
    }

    /// Whether a column holds the rise of consumer prices.
    #[must_use]
    pub fn is_inflation(column: &str) -> bool {
        let name = column.to_lowercase();
        !Self::is_rate(column) && (name.contains("cpi") || name.contains("inflation"))
    }

    /// The place of a column.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// The longest stretch of rows in which all these columns have values; the latest of equally long ones.
    #[must_use]
    pub fn joint_rows(&self, columns: &[usize]) -> Range<usize> {
        let mut longest = 0..0;
        let mut from = 0;
        for row in 0..=self.months.len() {
            let whole = row < self.months.len() && columns.iter().all(|&column| !self.values[(row, column)].is_nan());
            if !whole {
                if row - from >= longest.len() {
                    longest = from..row;
                }
                from = row + 1;
            }
        }
        longest
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    #[test]
    fn joint_rows_are_the_longest_stretch_without_a_gap() {
        let nan = f64::NAN;
        let start = Month::new(2000, 1).unwrap();
        let of = |values| History::new(start, vec!["a".to_owned(), "b".to_owned()], values).unwrap();
        let history = of(array![[0.1, nan], [0.1, 0.1], [nan, 0.1], [0.1, 0.1], [0.1, 0.1], [0.1, nan]]);
        assert_eq!(history.joint_rows(&[0, 1]), 3..5);
        assert_eq!(history.joint_rows(&[0]), 3..6);
        assert_eq!(history.joint_rows(&[1]), 1..5);
        assert!(of(Array2::from_elem((6, 2), nan)).joint_rows(&[0]).is_empty());
        assert_eq!(history.rows(1..3).span(), Some((start.plus(1), start.plus(2))));
        assert_eq!(History::new(start, vec!["a".to_owned()], Array2::zeros((6, 2))), None);
    }
}
