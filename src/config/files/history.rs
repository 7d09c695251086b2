//! Reading a market history: `date,NAME,…`, a row a month.

mod plausible;
#[cfg(test)]
mod tests;

use ndarray::Array2;

use super::Table;
use super::rows::TableRow;
use crate::config::problem::{Place, Problem};
use crate::plan::{History, SeriesKind};
use crate::texts::message;
use crate::units::Month;

/// The most series in a file.
pub const MOST_COLUMNS: usize = 100;

/// Reads a history from a file's content.
///
/// The first column is `date`: a month, or its last or first day, every month once, oldest first. Every other column is
/// a series. It holds simple returns over the month as fractions: 0.05 is 5 %, inflation too. A column of prices or of
/// an index is made returns. One of [`SeriesKind::Rate`] holds rates a year as fractions. Kinds are those of `kinds`,
/// else what names tell. An empty cell is a value that is not available.
///
/// Values that are more likely in another unit are refused: percent given as numbers, rates among returns, rows of
/// zeros.
///
/// # Errors
/// The first thing wrong, with file, line and column (counted in fields); a kind of a column that there is not.
pub fn read(
    file: &str,
    content: &[u8],
    least_months: usize,
    kinds: &[(String, SeriesKind)],
) -> Result<History, Problem> {
    let limits = (MOST_COLUMNS, super::limits::MOST_MONTHS);
    let table = Table::read_wide(file.to_owned(), content, (&message!(history_columns), &["date"]), limits)?;
    let months = months(&table)?;
    let names = &table.names()[1..];
    if let Some((unknown, _)) = kinds.iter().find(|(name, _)| !names.contains(name)) {
        let (place, allowed) = (Place::Option("--role".into()), message!(one_of, names = names.join(", ")));
        return Err(Problem::new(place, "", message!(the_column, column = unknown), allowed));
    }
    let mut values = Array2::from_elem((months.len(), names.len()), f64::NAN);
    for (row, record) in table.rows.iter().enumerate() {
        for column in 0..names.len() {
            values[(row, column)] = cell(&table, record, column + 1)?;
        }
    }
    let first = months.first().copied();
    let history = first.and_then(|first| History::new(first, names.to_vec(), values));
    let history = history.ok_or_else(|| table.without_rows())?;
    let history = plausible::checked(&table, history.with_kinds(kinds))?;
    if let Some(last) = table.rows.last()
        && history.months().len() < least_months
    {
        let found = message!(months_of_history, months = history.months().len());
        return Err(table.problem(last, 0, found, message!(at_least, number = least_months)));
    }
    Ok(history)
}

/// Each row's month: the one after that of the row before.
fn months(table: &Table) -> Result<Vec<Month>, Problem> {
    let months = table.months()?;
    for (pair, row) in months.windows(2).zip(&table.rows[1..]) {
        let since = pair[1].months_since(pair[0]);
        if since != 1 {
            let allowed = message!(month_after_the_row_before, month = pair[0].plus(1).to_string());
            let hint = match since {
                0 => message!(month_once),
                1.. => message!(month_with_empty_cells),
                _ => message!(oldest_first),
            };
            return Err(table.problem(row, 0, table.text(row, 0), allowed).hinted(hint));
        }
    }
    Ok(months)
}

/// A number, or NaN for an empty cell.
fn cell(table: &Table, row: &TableRow, column: usize) -> Result<f64, Problem> {
    let text = table.text(row, column);
    if text.is_empty() {
        return Ok(f64::NAN);
    }
    table.fraction(row, column, || message!(fraction_or_empty)).map_err(|problem| {
        let hint = if text.chars().any(char::is_alphabetic) || ["-", ".", "..", "…", "–", "#"].contains(&text) {
            Some(message!(leave_the_cell_empty))
        } else {
            None
        };
        Problem { hint: hint.map(Into::into).or(problem.hint), ..problem }
    })
}
