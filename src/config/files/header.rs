//! The header of a table: which column each of its fields is.

use csv::StringRecord;

use super::{headings, rows};
use crate::config::problem::{Place, Problem};
use crate::texts::{Message, message};

/// Columns of which only growth matters.
pub(super) const PRICES: [&str; 2] = ["price", "equity_price"];

/// Columns by their names, as a message lists them.
pub(super) fn listed(columns: &[&[&str]]) -> String {
    columns.iter().map(|names| names.join("|")).collect::<Vec<_>>().join(",")
}

/// The name and the field of each wanted column.
pub(super) fn order(
    file: &str,
    header: &StringRecord,
    columns: &[&[&str]],
    wanted: &Message,
) -> Result<(Vec<String>, Vec<usize>), Problem> {
    let place = |names: &&[&str]| -> Option<(String, usize)> {
        names.iter().find_map(|name| {
            let exactly = header.iter().position(|heading| heading == *name);
            let place = exactly.or_else(|| header.iter().position(|heading| headings::names(heading, name)))?;
            Some(((*name).to_owned(), place))
        })
    };
    let order: Option<(Vec<String>, Vec<usize>)> = columns.iter().map(place).collect();
    if let Some(again) = twice(header, |heading| known(heading, &columns.concat())) {
        return Err(at(
            (file, header),
            again,
            message!(column_again, column = &header[again]),
            message!(each_column_once),
        ));
    }
    match order {
        Some(order) if header.len() == columns.len() => Ok(order),
        _ => Err(wrong(file, header, wanted)),
    }
}

/// The names of the columns of a wide table.
pub(super) fn wide(
    file: &str,
    header: &StringRecord,
    (wanted, known_names): (&Message, &[&str]),
    most: usize,
) -> Result<Vec<String>, Problem> {
    if header.len() > most + 1 {
        let (found, first) = (message!(some_columns, number = header.len()), "date");
        return Err(at((file, header), most + 1, found, message!(at_most_beside, most, first)));
    }
    if header.len() < 2 || !headings::names(&header[0], "date") {
        return Err(wrong(file, header, wanted));
    }
    if let Some(place) = header.iter().position(str::is_empty) {
        return Err(at((file, header), place, message!(column_without_name), message!(a_name_for_each_column)));
    }
    if let Some(again) = twice(header, |heading| known(heading, known_names)) {
        return Err(at(
            (file, header),
            again,
            message!(column_again, column = &header[again]),
            message!(each_column_once),
        ));
    }
    let others = header.iter().skip(1).map(|heading| known(heading, known_names));
    Ok(std::iter::once("date".to_owned()).chain(others).collect())
}

/// A problem at a field of the header.
fn at((file, header): (&str, &StringRecord), field: usize, found: Message, allowed: Message) -> Problem {
    let line = usize::try_from(rows::line(header)).unwrap_or(usize::MAX).max(1);
    Problem::new(Place::File { file: file.to_owned(), line, column: field + 1 }, "", found, allowed)
}

/// The column's name that a heading is a word for, or the heading itself.
fn known(heading: &str, names: &[&str]) -> String {
    let exactly = names.iter().find(|name| **name == heading);
    exactly
        .or_else(|| names.iter().find(|name| headings::names(heading, name)))
        .map_or(heading, |name| *name)
        .to_owned()
}

/// The place of a column that stands there before.
fn twice(header: &StringRecord, name: impl Fn(&str) -> String) -> Option<usize> {
    let names: Vec<String> = header.iter().map(name).collect();
    let mut seen = std::collections::BTreeSet::new();
    names.iter().position(|name| !name.is_empty() && !seen.insert(name))
}

/// A file of another kind, given for a table.
pub(super) fn no_text(file: &str, wanted: &Message) -> Problem {
    at((file, &StringRecord::new()), 0, message!(bytes_no_text), wanted.clone()).hinted(message!(save_as_csv))
}

fn wrong(file: &str, header: &StringRecord, wanted: &Message) -> Problem {
    if header.iter().any(|name| name.chars().any(char::is_control)) {
        return no_text(file, wanted);
    }
    let columns = header.iter().collect::<Vec<_>>().join(",");
    let found = if columns.is_empty() { message!(no_header) } else { message!(the_columns, columns) };
    at((file, header), 0, found, wanted.clone())
}
