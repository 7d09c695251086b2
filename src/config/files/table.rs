//! A file's rows, by the names of its columns: CSV as programs and Excel write it, or a sheet of a workbook.

mod dates;
mod numbers;
mod signs;

use super::header;
use super::limits::{Limits, MOST_MIB, MOST_MONTHS};
use super::number::Decimals;
use super::rows::{self, Rows, TableRow};
use crate::config::problem::{Place, Problem};
use crate::texts::{Argument, Message, message};
use signs::Signs;

/// A table with a header.
pub(in crate::config) struct Table {
    file: String,
    /// The names of its columns.
    names: Vec<String>,
    /// The field of a record that each column is.
    order: Vec<usize>,
    decimals: Decimals,
    /// How the numbers of each column are written.
    signs: Vec<Signs>,
    /// The line of the header.
    line: u64,
    /// Fields of the header, with empty ones at its end.
    headings: usize,
    pub(in crate::config) rows: Vec<TableRow>,
}

impl Table {
    /// Reads rows under a header that names exactly these columns, in any order; fields come in the order of `columns`.
    /// The table has one of the names given of each column.
    ///
    /// # Errors
    /// If the file is no such table, is too large, or has no rows.
    pub(in crate::config) fn read(file: String, content: &[u8], columns: &[&[&str]]) -> Result<Self, Problem> {
        let mut table = Self::empty(file);
        let wanted = message!(the_columns, columns = header::listed(columns));
        // One field more tells that there is one too many.
        let limits = Limits { mib: MOST_MIB, fields: columns.len() + 1, rows: MOST_MONTHS };
        let mut rows = Rows::open(&table.file, content, limits)?;
        let header = table.header(&mut rows, &wanted)?;
        table.have(header::order(&table.file, &header, columns, &wanted)?);
        table.take(rows, limits.rows)
    }

    /// Reads rows under a header whose first column is `date` and whose others have names of their own, all different;
    /// `wanted` tells which. Columns of the names `known` are called so whatever word their heading is. Fields come in
    /// the file's order. At most so many columns beside the date, and rows.
    ///
    /// # Errors
    /// If the file is no such table, is too large, or has no rows.
    pub(in crate::config) fn read_wide(
        file: String,
        content: &[u8],
        (wanted, known): (&Message, &[&str]),
        (most_columns, most_rows): (usize, usize),
    ) -> Result<Self, Problem> {
        let mut table = Self::empty(file);
        let limits = Limits { mib: MOST_MIB, fields: most_columns + 2, rows: most_rows };
        let mut rows = Rows::open(&table.file, content, limits)?;
        let header = table.header(&mut rows, wanted)?;
        let names = header::wide(&table.file, &header, (wanted, known), most_columns)?;
        table.have((names, (0..header.len()).collect()));
        table.take(rows, limits.rows)
    }

    /// The place of a text that is read row by row, without rows yet. Its header must name exactly the wanted columns;
    /// fields come in their order.
    ///
    /// # Errors
    /// If the text has another header.
    pub(super) fn streamed(
        file: String,
        rows: &mut Rows,
        columns: impl FnOnce(&TableRow) -> Vec<String>,
    ) -> Result<Self, Problem> {
        let mut table = Self::empty(file);
        let header = table.header(rows, &message!(a_header))?;
        let columns = columns(&header);
        let columns: Vec<[&str; 1]> = columns.iter().map(|name| [name.as_str()]).collect();
        let columns: Vec<&[&str]> = columns.iter().map(|name| &name[..]).collect();
        let wanted = message!(the_columns, columns = header::listed(&columns));
        table.have(header::order(&table.file, &header, &columns, &wanted)?);
        Ok(table)
    }

    fn empty(file: String) -> Self {
        Self {
            file,
            names: Vec::new(),
            order: Vec::new(),
            decimals: Decimals::Untold,
            signs: Vec::new(),
            line: 1,
            headings: 0,
            rows: Vec::new(),
        }
    }

    fn have(&mut self, (names, order): (Vec<String>, Vec<usize>)) {
        self.signs = vec![Signs::default(); order.len()];
        (self.names, self.order) = (names, order);
    }

    /// The names of its columns.
    pub(in crate::config) fn names(&self) -> &[String] {
        &self.names
    }

    /// A problem at a field (counted from 0) of a row.
    pub(in crate::config) fn problem(
        &self,
        row: &TableRow,
        field: usize,
        found: impl Into<Argument>,
        allowed: impl Into<Argument>,
    ) -> Problem {
        Problem::new(self.place(row, field), "", found, allowed)
    }

    /// The place of a field of a row.
    pub(in crate::config) fn place(&self, row: &TableRow, field: usize) -> Place {
        self.place_at(rows::line(row), self.order.get(field).copied().unwrap_or(field))
    }

    /// A problem at a heading.
    pub(super) fn at_heading(&self, field: usize, found: Message, allowed: Message) -> Problem {
        self.at(self.line, field, found, allowed)
    }

    /// A problem at a field of a line of the file.
    pub(super) fn at(
        &self,
        line: u64,
        field: usize,
        found: impl Into<Argument>,
        allowed: impl Into<Argument>,
    ) -> Problem {
        Problem::new(self.place_at(line, field), "", found, allowed)
    }

    fn place_at(&self, line: u64, field: usize) -> Place {
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        Place::File { file: self.file.clone(), line, column: field + 1 }
    }

    /// The table with its rows, at most so many.
    fn take(mut self, mut rows: Rows, most: usize) -> Result<Self, Problem> {
        let mut row = TableRow::new();
        while self.next(&mut rows, &mut row)? {
            if self.rows.len() == most {
                let (found, allowed) = (message!(some_rows_at_most, most), message!(at_most, number = most));
                return Err(self.problem(&row, 0, found, allowed));
            }
            self.rows.push(row.clone());
        }
        if self.rows.is_empty() {
            return Err(self.without_rows());
        }
        self.with_decimals()
    }

    /// What is wrong with a table that has only a header.
    pub(super) fn without_rows(&self) -> Problem {
        self.at(self.line + 1, 0, message!(no_rows), message!(a_row_under_the_header))
    }

    fn header(&mut self, rows: &mut Rows, wanted: &Message) -> Result<TableRow, Problem> {
        if rows.is_typed() {
            self.decimals = Decimals::Typed;
        }
        let mut header = TableRow::new();
        rows.next(&mut header).map_err(|error| match error.kind() {
            csv::ErrorKind::Io(error) => self.at(1, 0, rows::broken(error), rows::whole(error)),
            csv::ErrorKind::Utf8 { .. } => header::no_text(&self.file, wanted),
            _ => self.at(1, 0, message!(header_unreadable, error = error.to_string()), wanted.clone()),
        })?;
        (self.line, self.headings) = (rows::line(&header).max(1), header.len());
        // Excel leaves separators where columns were.
        while header.iter().next_back().is_some_and(str::is_empty) {
            header.truncate(header.len() - 1);
        }
        Ok(header)
    }

    /// Reads the next row, without empty fields that have no heading; false at the end.
    pub(super) fn next(&self, rows: &mut Rows, row: &mut TableRow) -> Result<bool, Problem> {
        if !rows.next(row).map_err(|error| self.unreadable(&error, rows.line()))? {
            return Ok(false);
        }
        let (fields, wanted) = (row.len(), self.order.len());
        if fields < wanted || fields > self.headings {
            let problem = self.at(rows::line(row), 0, message!(some_fields, number = fields), self.as_in_the_header());
            return Err(if fields > wanted { problem.hinted(message!(decimals_and_separators)) } else { problem });
        }
        if let Some(beside) = (wanted..fields).find(|&field| !row[field].is_empty()) {
            let found = message!(under_no_heading, text = &row[beside]);
            return Err(self.at(rows::line(row), beside, found, message!(a_name_for_each_column)));
        }
        if fields > wanted {
            row.truncate(wanted);
        }
        Ok(true)
    }

    fn as_in_the_header(&self) -> Message {
        message!(fields_as_in_the_header, number = self.order.len())
    }

    /// What is wrong with a row that is none, at the line reached where the error knows of no other.
    fn unreadable(&self, error: &csv::Error, reached: u64) -> Problem {
        let line = error.position().map_or(reached, csv::Position::line);
        let found = match error.kind() {
            csv::ErrorKind::Utf8 { .. } => message!(not_utf8_text).into(),
            csv::ErrorKind::Io(error) => return self.at(line, 0, rows::broken(error), rows::whole(error)),
            _ => Argument::from(error.to_string()),
        };
        self.at(line, 0, found, self.as_in_the_header())
    }

    /// The text of a field.
    pub(in crate::config) fn text<'r>(&self, row: &'r TableRow, field: usize) -> &'r str {
        &row[self.order[field]]
    }
}
