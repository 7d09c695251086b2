//! Reading a market history: `date,NAME,…`, a row a month, as CSV or as CSV packed with gzip.

mod plausible;
#[cfg(test)]
mod tests;

use std::io::Read;

use flate2::read::MultiGzDecoder;
use ndarray::Array2;

use super::{Row, Table, month, packed};
use crate::config::problem::{Place, Problem};
use crate::plan::History;
use crate::texts::{Message, message};
use crate::units::Month;

/// The largest history read, after unpacking.
pub const MOST_MIB: u64 = 16;
/// The most series in a file.
pub const MOST_COLUMNS: usize = 100;
/// The most months in a file: the years that a month may have.
const MOST_ROWS: usize = 12 * 501;

/// Reads a history from a file's content.
///
/// The first column is `date`: a month as YYYY-MM, or its last day as YYYY-MM-DD, every month once, oldest first. Every
/// other column is a series. It holds simple returns over the month as fractions: 0.05 is 5 %, inflation too. A column
/// whose name begins with `rate_` holds rates a year as fractions. An empty cell is a value that is not available. A
/// byte-order mark and any line ends are fine, and so is gzip, up to 16 MiB unpacked.
///
/// Values that are more likely in another unit are refused: percent given as numbers, prices, rates among returns, rows
/// of zeros.
///
/// # Errors
/// The first thing wrong, with file, line and column (counted in fields).
pub fn read(file: &str, content: &[u8], least_months: usize) -> Result<History, Problem> {
    let unpacked = unpack(file, content)?;
    let limits = (MOST_COLUMNS, MOST_ROWS);
    let (table, header) = Table::read_wide(
        file.to_owned(),
        unpacked.as_deref().unwrap_or(content),
        ("date", &message!(history_columns)),
        limits,
    )?;
    let months = months(&table)?;
    let mut values = Array2::from_elem((months.len(), header.len() - 1), f64::NAN);
    for (row, record) in table.rows.iter().enumerate() {
        for column in 1..header.len() {
            values[(row, column - 1)] = cell(&table, record, column)?;
        }
    }
    let first = months.first().copied();
    let history = first.and_then(|first| History::new(first, header[1..].to_vec(), values));
    let history = history.ok_or_else(|| table.at(2, 0, message!(no_rows), message!(a_row_under_the_header)))?;
    plausible::check(&table, &history)?;
    if let Some(last) = table.rows.last()
        && history.months().len() < least_months
    {
        let found = message!(months_of_history, months = history.months().len());
        return Err(table.problem(last, 0, found, message!(at_least, number = least_months)));
    }
    Ok(history)
}

/// The content of a gzip file; `None` where it is none.
fn unpack(file: &str, content: &[u8]) -> Result<Option<Vec<u8>>, Problem> {
    let problem = |found: Message| {
        let allowed = message!(csv_or_gzip_of, mib = MOST_MIB);
        Problem::new(Place::Whole(file.to_owned()), "", found, allowed)
    };
    let most = MOST_MIB << 20;
    if !content.starts_with(&packed::GZIP) {
        let large = content.len() as u64 > most;
        return if large { Err(problem(message!(more_than_mib, mib = MOST_MIB))) } else { Ok(None) };
    }
    let mut unpacked = Vec::new();
    let read = MultiGzDecoder::new(content).take(most + 1).read_to_end(&mut unpacked);
    match read {
        Err(error) => {
            // What was read before stands in `unpacked`.
            let line = unpacked.split(|&byte| byte == b'\n').count();
            let place = Place::File { file: file.to_owned(), line, column: 1 };
            Err(Problem::new(place, "", packed::broken(&error), message!(a_whole_file)))
        }
        Ok(_) if unpacked.len() as u64 > most => Err(problem(message!(more_than_mib_unpacked, mib = MOST_MIB))),
        Ok(_) => Ok(Some(unpacked)),
    }
}

/// Each row's month: the one after that of the row before.
fn months(table: &Table) -> Result<Vec<Month>, Problem> {
    let mut months: Vec<Month> = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let month = month(table, row, 0)?;
        if let Some(&before) = months.last()
            && month.months_since(before) != 1
        {
            let allowed = message!(month_after_the_row_before, month = before.plus(1).to_string());
            let hint = match month.months_since(before) {
                0 => message!(month_once),
                1.. => message!(month_with_empty_cells),
                _ => message!(oldest_first),
            };
            let problem = table.problem(row, 0, table.text(row, 0), allowed);
            return Err(problem.hinted(hint));
        }
        months.push(month);
    }
    Ok(months)
}

/// A number, or NaN for an empty cell.
fn cell(table: &Table, row: &Row, column: usize) -> Result<f64, Problem> {
    let text = table.text(row, column);
    if text.is_empty() {
        return Ok(f64::NAN);
    }
    table.number(row, column, || message!(fraction_or_empty)).map_err(|problem| {
        let hint = if text.contains('%') {
            Some(message!(percent_as_fraction))
        } else if text.starts_with('\u{2212}') {
            Some(message!(minus_as_hyphen))
        } else if text.chars().any(char::is_alphabetic) || ["-", ".", "..", "…", "–", "#"].contains(&text) {
            Some(message!(leave_the_cell_empty))
        } else {
            None
        };
        Problem { hint: hint.map(Into::into).or(problem.hint), ..problem }
    })
}
