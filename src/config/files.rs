//! The CSV files that a configuration names: read whole, checked whole.

pub mod history;
mod packed;
pub(super) mod scenarios;
mod table;
pub mod values;

use super::bounded_file;
use super::content::Input;
use super::into_plan::Reader;
use super::problem::Problem;
use crate::texts::{Worded, message};
use crate::units::Month;

pub(super) use table::{Row, Table};

/// The largest table read.
const MOST_MIB: u64 = 256;
/// The most by which prices of an opening history may differ, as a ratio to the first.
const MOST_GROWN: f64 = 1e6;

impl Reader<'_> {
    /// The content of a named file of at most so many MiB.
    pub(super) fn content(&mut self, key: &str, name: &str, most: u64) -> Option<Vec<u8>> {
        let path = self.base.join(name);
        bounded_file::read(&path, most)
            .map_err(|error| {
                let (file, error) = (path.display().to_string(), error.message());
                self.problem(key, message!(file_unreadable, file, error), message!(a_named_file_of, mib = most));
            })
            .ok()
    }

    /// A table whose header holds exactly these columns, in any order; fields come in the order of `columns`.
    pub(super) fn table(&mut self, key: &str, name: &str, columns: &[&str]) -> Option<Table> {
        let content = self.content(key, name, MOST_MIB)?;
        let file = self.base.join(name).display().to_string();
        let table = Table::read(file, &content, columns);
        self.inputs.push(Input { name: name.to_owned(), path: self.base.join(name), content: content.into() });
        table.map_err(|problem| self.report(problem)).ok()
    }

    /// Unit prices at the month-ends before the start, relative to the price at the start; oldest first.
    pub(super) fn history(&mut self, pool: &str, name: Option<&str>, start: Month) -> Option<Vec<f64>> {
        let Some(name) = name else { return Some(Vec::new()) };
        let table = self.table(&format!("{pool}.history"), name, &["date", "price"])?;
        match prices(&table, start) {
            Ok(mut prices) => {
                let opening = prices.pop().unwrap_or(1.0);
                Some(prices.into_iter().map(|price| price / opening).collect())
            }
            Err(problem) => {
                self.report(problem);
                None
            }
        }
    }
}

fn month(table: &Table, row: &Row, field: usize) -> Result<Month, Problem> {
    Month::try_from(table.text(row, field).to_owned())
        .map_err(|error| table.problem(row, field, format!("\"{}\"", error.found), message!(month_or_last_day)))
}

/// Positive prices, month after month without gaps, the last at the start.
fn prices(table: &Table, start: Month) -> Result<Vec<f64>, Problem> {
    let mut prices = Vec::with_capacity(table.rows.len());
    let mut before: Option<Month> = None;
    for row in &table.rows {
        let month = month(table, row, 0)?;
        if let Some(before) = before
            && month.months_since(before) != 1
        {
            let allowed = message!(month_after_the_row_before, month = before.plus(1).to_string());
            return Err(table.problem(row, 0, month.to_string(), allowed));
        }
        before = Some(month);
        let price = table.number(row, 1, || message!(a_price))?;
        if !(price > 0.0 && price <= 1e12) {
            return Err(table.problem(row, 1, price.to_string(), message!(a_price)));
        }
        // Against the oldest price: no ratio of two prices is then beyond the square of the bound.
        let oldest = prices.first().copied().unwrap_or(price);
        if !(1.0 / MOST_GROWN..=MOST_GROWN).contains(&(price / oldest)) {
            let allowed = message!(a_price_near_the_first, first = oldest.to_string());
            return Err(table.problem(row, 1, table.text(row, 1).to_owned(), allowed));
        }
        prices.push(price);
    }
    match (before, table.rows.last()) {
        (Some(last), Some(row)) if last != start => {
            Err(table.problem(row, 0, last.to_string(), message!(start_in_the_last_row, start = start.to_string())))
        }
        _ => Ok(prices),
    }
}
