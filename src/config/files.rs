//! The tables that a configuration names, as CSV or in workbooks: read whole, checked whole.

pub(super) mod date;
mod encoding;
mod header;
mod headings;
pub mod history;
mod limits;
mod number;
mod rows;
pub(super) mod scenarios;
mod table;
pub mod values;
mod workbook;

use std::path::{Path, PathBuf};

use super::bounded_file;
use super::content::Input;
use super::into_plan::Reader;
use super::problem::Problem;
use crate::plan::UnitPrices;
use crate::texts::{Argument, Worded, message};
use crate::units::Month;

pub use limits::MOST_MIB;
pub(super) use rows::TableRow;
pub(super) use table::Table;
pub(crate) use workbook::file_and_sheet;

/// The greatest change of a price from one row to the next, as a factor.
const MOST_CHANGE: f64 = 2.0;
/// The most by which prices of an opening history may differ, as a ratio to the first.
const MOST_GROWN: f64 = 1e6;

impl Reader<'_> {
    /// What is read of a named file, whose content is then one of the inputs.
    pub(super) fn read_file<T>(
        &mut self,
        key: &str,
        name: &str,
        read: impl FnOnce(String, &[u8]) -> Result<T, Problem>,
    ) -> Option<T> {
        let path = self.base.join(file_and_sheet(name).0);
        let content = bounded_file::read(&path, MOST_MIB).map_err(|error| {
            let (file, error) = (path.display().to_string(), error.message());
            self.problem(key, message!(file_unreadable, file, error), message!(a_named_file_of, mib = MOST_MIB));
        });
        let content = content.ok()?;
        let found = read(self.base.join(name).display().to_string(), &content);
        let found = found.map_err(|problem| self.report_of_file(&path, problem)).ok();
        self.inputs.push(Input { name: name.to_owned(), path, content: content.into() });
        found
    }

    /// Notes a problem in a file. Of one that lies outside the configuration's folder nothing is shown.
    pub(super) fn report_of_file(&mut self, path: &Path, problem: Problem) {
        let folder = if self.base.as_os_str().is_empty() { Path::new(".") } else { &self.base };
        let outside = |(file, folder): (PathBuf, PathBuf)| !file.starts_with(folder);
        let hidden = path.canonicalize().ok().zip(folder.canonicalize().ok()).is_none_or(outside);
        self.report(if hidden {
            Problem { found: message!(not_shown).into(), hint: None, ..problem }
        } else {
            problem
        });
    }

    /// Unit prices at the month-ends before the start, relative to the price at the start; oldest first.
    pub(super) fn history(&mut self, pool: &str, name: Option<&str>, start: Month) -> Option<UnitPrices> {
        let Some(name) = name else { return Some(UnitPrices::default()) };
        let mut prices = self.read_file(&format!("{pool}.history"), name, |file, content| {
            prices(&Table::read(file, content, &[&["date"], &["price"]])?, start)
        })?;
        let opening = prices.pop().unwrap_or(1.0);
        UnitPrices::new(prices.into_iter().map(|price| price / opening).collect()).ok()
    }
}

/// Growth over one row that is no slip of the pen.
fn plausible(table: &Table, row: &TableRow, column: usize, growth: f64) -> Result<(), Problem> {
    if (1.0 / MOST_CHANGE..=MOST_CHANGE).contains(&growth) {
        return Ok(());
    }
    let found = message!(growth_by, value = table.text(row, column), growth = Argument::of_six_figures(growth));
    Err(table.problem(row, column, found, message!(half_to_twice)))
}

/// Positive prices, month after month without gaps, the last at the start.
fn prices(table: &Table, start: Month) -> Result<Vec<f64>, Problem> {
    let mut prices = Vec::with_capacity(table.rows.len());
    let mut before: Option<Month> = None;
    for (row, month) in table.rows.iter().zip(table.months()?) {
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
        if let Some(last) = prices.last() {
            plausible(table, row, 1, price / last)?;
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
