//! A CSV file's rows, by the names of its columns.

use std::collections::BTreeSet;
use std::io::Read;

use super::packed;
use crate::config::problem::{Place, Problem};
use crate::texts::{Argument, Message, message};

/// A table with a header.
pub(in crate::config) struct Table {
    file: String,
    /// The field of a record that each wanted column is.
    order: Vec<usize>,
    pub(in crate::config) rows: Vec<csv::StringRecord>,
}

/// A row of a table.
pub(in crate::config) type Row = csv::StringRecord;

impl Table {
    /// Reads rows under a header that holds exactly these columns, in any order; fields come in the order of `columns`.
    ///
    /// # Errors
    /// If the text is no such table, or has no rows.
    pub(in crate::config) fn read(file: String, content: &[u8], columns: &[&str]) -> Result<Self, Problem> {
        let mut table = Self { file, order: Vec::new(), rows: Vec::new() };
        let mut reader = reader(content);
        let wanted = message!(the_columns, columns = columns.join(","));
        let header = header(&table, &mut reader, &wanted)?;
        table.order = order(&table, &header, columns, &wanted)?;
        table.take_rows(reader, columns.len(), usize::MAX)?;
        Ok(table)
    }

    /// Reads rows under a header whose first column is `first` and whose others have names of their own, all different;
    /// `wanted` tells which. Fields come in the file's order. At most so many columns and rows.
    ///
    /// # Errors
    /// If the text is no such table, or has no rows.
    pub(in crate::config) fn read_wide(
        file: String,
        content: &[u8],
        (first, wanted): (&str, &Message),
        (most_columns, most_rows): (usize, usize),
    ) -> Result<(Self, Vec<String>), Problem> {
        let mut table = Self { file, order: Vec::new(), rows: Vec::new() };
        let mut reader = reader(content);
        let header = header(&table, &mut reader, wanted)?;
        names_its_columns(&table, &header, (first, wanted), most_columns)?;
        table.order = (0..header.len()).collect();
        table.take_rows(reader, header.len(), most_rows)?;
        Ok((table, header.iter().map(str::to_owned).collect()))
    }

    /// The place of a text that is read row by row, without rows yet. Its header must hold exactly the wanted columns;
    /// fields come in their order.
    ///
    /// # Errors
    /// If the text has another header.
    pub(super) fn streamed(
        file: String,
        reader: &mut csv::Reader<impl Read>,
        columns: impl FnOnce(&Row) -> Vec<String>,
    ) -> Result<(Self, Vec<String>), Problem> {
        let mut table = Self { file, order: Vec::new(), rows: Vec::new() };
        let header = header(&table, reader, &message!(a_header))?;
        let columns = columns(&header);
        let names: Vec<&str> = columns.iter().map(String::as_str).collect();
        table.order = order(&table, &header, &names, &message!(the_columns, columns = names.join(",")))?;
        Ok((table, columns))
    }

    /// A problem at a field (counted from 0) of a row.
    pub(in crate::config) fn problem(
        &self,
        row: &Row,
        field: usize,
        found: impl Into<Argument>,
        allowed: impl Into<Argument>,
    ) -> Problem {
        self.at(row.position().map_or(0, csv::Position::line), field, found, allowed)
    }

    /// A problem at a field of a line of the file.
    pub(super) fn at(
        &self,
        line: u64,
        field: usize,
        found: impl Into<Argument>,
        allowed: impl Into<Argument>,
    ) -> Problem {
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        Problem::new(Place::File { file: self.file.clone(), line, column: field + 1 }, "", found, allowed)
    }

    fn take_rows(&mut self, mut reader: csv::Reader<&[u8]>, columns: usize, most: usize) -> Result<(), Problem> {
        for record in reader.records() {
            let record = record.map_err(|error| self.unreadable(&error, 0, columns))?;
            if self.rows.len() == most {
                return Err(self.problem(
                    &record,
                    0,
                    message!(some_rows_at_most, most),
                    message!(at_most, number = most),
                ));
            }
            self.rows.push(record);
        }
        if self.rows.is_empty() {
            return Err(self.at(2, 0, message!(no_rows), message!(a_row_under_the_header)));
        }
        Ok(())
    }

    /// What is wrong with a row that is none, at the line reached where the error knows of no other.
    pub(super) fn unreadable(&self, error: &csv::Error, reached: u64, columns: usize) -> Problem {
        let line = error.position().map_or(reached, csv::Position::line);
        let found = match error.kind() {
            csv::ErrorKind::UnequalLengths { len, .. } => message!(some_fields, number = *len).into(),
            csv::ErrorKind::Utf8 { .. } => message!(not_utf8_text).into(),
            csv::ErrorKind::Io(error) => return self.at(line, 0, packed::broken(error), message!(a_whole_file)),
            _ => Argument::from(error.to_string()),
        };
        let mut problem = self.at(line, 0, found, message!(fields_as_in_the_header, number = columns));
        if matches!(error.kind(), csv::ErrorKind::UnequalLengths { len, .. } if *len > columns as u64) {
            problem = problem.hinted(message!(decimals_with_a_point));
        }
        problem
    }

    /// The text of a field.
    pub(in crate::config) fn text<'r>(&self, row: &'r Row, field: usize) -> &'r str {
        &row[self.order[field]]
    }

    /// A finite number in a field.
    pub(in crate::config) fn number(
        &self,
        row: &Row,
        field: usize,
        allowed: impl FnOnce() -> Message,
    ) -> Result<f64, Problem> {
        let text = self.text(row, field);
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(number),
            _ => {
                let mut problem = self.problem(row, field, format!("\"{text}\""), allowed());
                if text.contains(',') {
                    problem = problem.hinted(message!(decimals_and_commas));
                }
                Err(problem)
            }
        }
    }
}

fn reader(content: &[u8]) -> csv::Reader<&[u8]> {
    let content = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
    csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(content)
}

fn header(table: &Table, reader: &mut csv::Reader<impl Read>, wanted: &Message) -> Result<Row, Problem> {
    reader.headers().cloned().map_err(|error| match error.kind() {
        csv::ErrorKind::Io(error) => table.at(1, 0, packed::broken(error), message!(a_whole_file)),
        csv::ErrorKind::Utf8 { .. } => no_text(table, wanted),
        _ => table.at(1, 0, message!(no_header, error = error.to_string()), wanted.clone()),
    })
}

/// The field that each wanted column is.
fn order(table: &Table, header: &Row, columns: &[&str], wanted: &Message) -> Result<Vec<usize>, Problem> {
    let found: Vec<&str> = header.iter().collect();
    let distinct: BTreeSet<&str> = found.iter().copied().collect();
    let order: Option<Vec<usize>> = columns.iter().map(|name| found.iter().position(|column| column == name)).collect();
    match order {
        Some(order) if found.len() == columns.len() && distinct.len() == found.len() => Ok(order),
        _ => Err(wrong_header(table, &found, wanted)),
    }
}

/// A workbook, say, given for a table of text.
fn no_text(table: &Table, wanted: &Message) -> Problem {
    table.at(1, 0, message!(bytes_no_text), wanted.clone()).hinted(message!(save_as_csv))
}

fn wrong_header(table: &Table, found: &[&str], wanted: &Message) -> Problem {
    if found.iter().any(|name| name.chars().any(|c| c.is_control() && c != '\t')) {
        return no_text(table, wanted);
    }
    let mut problem = table.at(1, 0, message!(the_columns, columns = found.join(",")), wanted.clone());
    if found.len() == 1 && found[0].contains([';', '\t']) {
        problem = problem.hinted(message!(commas_not_semicolons));
    }
    problem
}

fn names_its_columns(
    table: &Table,
    header: &Row,
    (first, wanted): (&str, &Message),
    most: usize,
) -> Result<(), Problem> {
    let found: Vec<&str> = header.iter().collect();
    if found.len() > most + 1 {
        return Err(table.at(
            1,
            most + 1,
            message!(some_columns, number = found.len()),
            message!(at_most_beside, most, first),
        ));
    }
    if found.len() < 2 || found[0] != first {
        return Err(wrong_header(table, &found, wanted));
    }
    let again = |place: usize| found[..place].contains(&found[place]);
    match (1..found.len()).find(|&place| found[place].is_empty() || again(place)) {
        Some(place) if found[place].is_empty() => {
            Err(table.at(1, place, message!(column_without_name), message!(a_name_for_each_column)))
        }
        Some(place) => {
            Err(table.at(1, place, message!(column_again, column = found[place]), message!(each_column_once)))
        }
        None => Ok(()),
    }
}
