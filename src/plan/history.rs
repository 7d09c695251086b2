//! Joint monthly history of markets.

use std::ops::Range;

use ndarray::Array2;

use crate::units::Month;

/// How the name of a column of rates a year begins; all other columns are returns.
pub const RATE_PREFIX: &str = "rate_";

/// Monthly joint history, one row a month without gaps, oldest first.
///
/// A column is a simple return `R` over the month that ends at the row's month-end (inflation is such a return of the price
/// level), as a fraction; or, if its name begins with `rate_`, an interest rate a year at that month-end, as a fraction.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// The month-end of each row.
    pub months: Vec<Month>,
    /// The name of each column.
    pub columns: Vec<String>,
    /// By (month, column); NaN where a value is not available.
    pub values: Array2<f64>,
}

impl History {
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
        let history = History {
            months: (0..6).map(|month| start.plus(month)).collect(),
            columns: vec!["a".to_owned(), "b".to_owned()],
            values: array![[0.1, nan], [0.1, 0.1], [nan, 0.1], [0.1, 0.1], [0.1, 0.1], [0.1, nan]],
        };
        assert_eq!(history.joint_rows(&[0, 1]), 3..5);
        assert_eq!(history.joint_rows(&[0]), 3..6);
        assert_eq!(history.joint_rows(&[1]), 1..5);
        let none = History { values: Array2::from_elem((6, 2), nan), ..history };
        assert!(none.joint_rows(&[0]).is_empty());
    }
}
