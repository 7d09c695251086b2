//! A CSV file's rows, by the names of its columns.

use std::collections::BTreeSet;

use crate::config::problem::{Place, Problem};

/// A table with a header.
pub(in crate::config) struct Table {
    file: String,
    /// Which field of a record each wanted column is.
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
        fill(&mut table, content, columns)?;
        if table.rows.is_empty() {
            return Err(table.at(2, 0, "no rows", "at least one row under the header"));
        }
        Ok(table)
    }

    /// A problem at a field (counted from 0) of a row.
    pub(in crate::config) fn problem(
        &self,
        row: &Row,
        field: usize,
        found: impl Into<String>,
        allowed: &str,
    ) -> Problem {
        self.at(row.position().map_or(0, csv::Position::line), field, found, allowed)
    }

    /// A problem at a field of a line of the file.
    pub(super) fn at(&self, line: u64, field: usize, found: impl Into<String>, allowed: &str) -> Problem {
        Problem {
            place: Place::File {
                file: self.file.clone(),
                line: usize::try_from(line).unwrap_or(usize::MAX),
                column: field + 1,
            },
            key: String::new(),
            found: found.into(),
            allowed: allowed.to_owned(),
            hint: None,
        }
    }

    /// The text of a field.
    pub(in crate::config) fn text<'r>(&self, row: &'r Row, field: usize) -> &'r str {
        &row[self.order[field]]
    }

    /// A finite number in a field.
    pub(in crate::config) fn number(&self, row: &Row, field: usize, allowed: &str) -> Result<f64, Problem> {
        let text = self.text(row, field);
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(number),
            _ => {
                let mut problem = self.problem(row, field, format!("\"{text}\""), allowed);
                if text.contains(',') {
                    problem.hint = Some("write decimals with a point, and fields apart with commas".to_owned());
                }
                Err(problem)
            }
        }
    }
}

fn fill(table: &mut Table, content: &[u8], columns: &[&str]) -> Result<(), Problem> {
    let content = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(content);
    let wanted = format!("the columns {}", columns.join(","));
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => return Err(table.at(1, 0, format!("no header ({error})"), &wanted)),
    };
    let found: Vec<&str> = header.iter().collect();
    let distinct: BTreeSet<&str> = found.iter().copied().collect();
    let order: Option<Vec<usize>> = columns.iter().map(|name| found.iter().position(|column| column == name)).collect();
    table.order = match order {
        Some(order) if found.len() == columns.len() && distinct.len() == found.len() => order,
        _ => {
            let mut problem = table.at(1, 0, format!("the columns {}", found.join(",")), &wanted);
            if found.len() == 1 && found[0].contains(';') {
                problem.hint = Some("set columns apart with commas, not semicolons".to_owned());
            }
            return Err(problem);
        }
    };
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(table, &error, columns.len()))?;
        table.rows.push(record);
    }
    Ok(())
}

fn unreadable(table: &Table, error: &csv::Error, columns: usize) -> Problem {
    let line = error.position().map_or(0, csv::Position::line);
    let found = match error.kind() {
        csv::ErrorKind::UnequalLengths { len, .. } => format!("{len} fields"),
        csv::ErrorKind::Utf8 { .. } => "bytes that are not UTF-8 text".to_owned(),
        _ => error.to_string(),
    };
    table.at(line, 0, found, &format!("{columns} fields of UTF-8 text, as in the header"))
}
