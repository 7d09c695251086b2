//! Joint monthly history of markets.

mod kind;

use std::ops::Range;

use ndarray::{Array2, s};
use serde::Serialize;

use crate::texts::{Message, message};
use crate::units::Month;
pub use kind::SeriesKind;

/// Monthly joint history, one row a month without gaps, oldest first.
///
/// A column is a simple return `R` over the month that ends at the row's month-end, as a fraction. Inflation is such a
/// return of the price level. A column of [`SeriesKind::Rate`] holds interest rates a year at that month-end, as
/// fractions.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    months: Vec<Month>,
    columns: Vec<String>,
    kinds: Vec<SeriesKind>,
    from_prices: Vec<String>,
    values: Array2<f64>,
}

impl History {
    /// Makes it from its first month, the names of its columns, and values by (month, column), NaN where one is not
    /// available. A column's name tells its kind. `None` if there are not as many names as columns.
    #[must_use]
    pub fn new(first: Month, columns: Vec<String>, values: Array2<f64>) -> Option<Self> {
        let months = (0..).map(|months| first.plus(months)).take(values.nrows()).collect();
        let kinds = columns.iter().map(|name| SeriesKind::of(name)).collect();
        (columns.len() == values.ncols()).then_some(Self { months, columns, kinds, from_prices: Vec::new(), values })
    }

    /// The same with columns of the kinds given, by name.
    #[must_use]
    pub fn with_kinds(mut self, kinds: &[(String, SeriesKind)]) -> Self {
        for (name, kind) in kinds {
            if let Some(column) = self.column(name) {
                self.kinds[column] = *kind;
            }
        }
        self
    }

    /// Some of its rows.
    #[must_use]
    pub fn rows(&self, rows: Range<usize>) -> Self {
        Self {
            months: self.months[rows.clone()].to_vec(),
            columns: self.columns.clone(),
            kinds: self.kinds.clone(),
            from_prices: self.from_prices.clone(),
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

    /// The same with a column of prices or levels made returns: each value over the one a month before, less 1. The
    /// first one has none.
    #[must_use]
    pub fn with_returns_of(mut self, column: usize) -> Self {
        let levels = self.values.column(column).to_vec();
        self.values.column_mut(column).fill(f64::NAN);
        for (row, pair) in levels.windows(2).enumerate() {
            self.values[(row + 1, column)] = pair[1] / pair[0] - 1.0;
        }
        self.from_prices.push(self.columns[column].clone());
        self
    }

    /// The columns that held prices or levels, and were made returns.
    #[must_use]
    pub fn from_prices(&self) -> &[String] {
        &self.from_prices
    }

    /// Notes on what was made of its columns.
    pub fn notes(&self) -> impl Iterator<Item = Message> {
        let columns = Some(self.from_prices.join(", ")).filter(|columns| !columns.is_empty());
        columns.into_iter().map(|columns| message!(from_prices, columns))
    }

    /// The kind of each column.
    #[must_use]
    pub fn kinds(&self) -> &[SeriesKind] {
        &self.kinds
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

    /// The months before and after the longest stretch in which all these columns have values, if some of them have one
    /// there.
    #[must_use]
    pub fn left_out(&self, columns: &[usize]) -> Vec<LeftOut> {
        let stretch = self.joint_rows(columns);
        let has = |row: usize, column: usize| !self.values[(row, column)].is_nan();
        let outside = |rows: Range<usize>, edge: usize| {
            let some = rows.clone().any(|row| columns.iter().any(|&column| has(row, column)));
            let column = columns.iter().find(|&&column| some && !has(edge, column))?;
            let (from, until) = (*self.months.get(rows.start)?, *self.months.get(rows.end - 1)?);
            Some(LeftOut { from, until, column: self.columns[*column].clone(), empty: self.months[edge] })
        };
        let before = (stretch.start > 0).then(|| outside(0..stretch.start, stretch.start - 1));
        let after = (stretch.end < self.months.len()).then(|| outside(stretch.end..self.months.len(), stretch.end));
        before.into_iter().chain(after).flatten().collect()
    }
}

/// Months outside the stretch in which all columns have values, though some of them have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The first of them.
    pub from: Month,
    /// The last of them.
    pub until: Month,
    /// A column without a value in the month that ends the stretch.
    pub column: String,
    /// The month without a value.
    pub empty: Month,
}

impl LeftOut {
    /// A note on them.
    #[must_use]
    pub fn note(&self) -> Message {
        let [from, until, empty] = [self.from, self.until, self.empty].map(|month| month.to_string());
        message!(months_left_out, from, until, column = &self.column, empty)
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
        let said: Vec<String> = history.left_out(&[0, 1]).iter().map(|left| left.note().to_string()).collect();
        assert_eq!(
            said,
            [
                "2000-01 to 2000-03 are left out: a has no value for 2000-03",
                "2000-06 to 2000-06 are left out: b has no value for 2000-06",
            ]
        );
        assert_eq!(history.left_out(&[1]), [], "months without any value are none");
        assert_eq!(history.rows(1..3).span(), Some((start.plus(1), start.plus(2))));
        assert_eq!(History::new(start, vec!["a".to_owned()], Array2::zeros((6, 2))), None);
    }
}
