//! A file's rows, by the names of its columns: CSV as programs and Excel write it, or a sheet of a workbook.

mod dates;

use super::header;
use super::limits::{Limits, MOST_MIB, MOST_MONTHS};
use super::number::{self, Decimals, Readings};
use super::rows::{self, Rows, TableRow};
use crate::config::problem::{Place, Problem};
use crate::texts::{Argument, Message, message};

/// A table with a header.
pub(in crate::config) struct Table {
    file: String,
    /// The names of its columns.
    names: Vec<String>,
    /// The field of a record that each column is.
    order: Vec<usize>,
    decimals: Decimals,
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
        (table.names, table.order) = header::order(&table.file, &header, columns, &wanted)?;
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
        table.names = header::wide(&table.file, &header, (wanted, known), most_columns)?;
        table.order = (0..header.len()).collect();
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
        (table.names, table.order) = header::order(&table.file, &header, &columns, &wanted)?;
        Ok(table)
    }

    fn empty(file: String) -> Self {
        Self { file, names: Vec::new(), order: Vec::new(), decimals: Decimals::Untold, rows: Vec::new() }
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
        let field = self.order.get(field).copied().unwrap_or(field);
        self.at(rows::line(row), field, found, allowed)
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

    /// The table with its rows, at most so many.
    fn take(mut self, mut rows: Rows, most: usize) -> Result<Self, Problem> {
        let fields = self.order.len();
        let mut row = TableRow::new();
        while self.next(&mut rows, &mut row, fields)? {
            if self.rows.len() == most {
                let (found, allowed) = (message!(some_rows_at_most, most), message!(at_most, number = most));
                return Err(self.problem(&row, 0, found, allowed));
            }
            self.rows.push(row.clone());
        }
        if self.rows.is_empty() {
            return Err(self.at(2, 0, message!(no_rows), message!(a_row_under_the_header)));
        }
        self.with_decimals()
    }

    fn header(&mut self, rows: &mut Rows, wanted: &Message) -> Result<TableRow, Problem> {
        if rows.is_typed() {
            self.decimals = Decimals::Typed;
        }
        rows.header().map_err(|error| match error.kind() {
            csv::ErrorKind::Io(error) => self.at(1, 0, rows::broken(error), rows::whole(error)),
            csv::ErrorKind::Utf8 { .. } => header::no_text(&self.file, wanted),
            _ => self.at(1, 0, message!(header_unreadable, error = error.to_string()), wanted.clone()),
        })
    }

    /// Reads the next row; false at the end.
    pub(super) fn next(&self, rows: &mut Rows, row: &mut TableRow, fields: usize) -> Result<bool, Problem> {
        rows.next(row).map_err(|error| self.unreadable(&error, rows.line(), fields))
    }

    /// What is wrong with a row that is none, at the line reached where the error knows of no other.
    fn unreadable(&self, error: &csv::Error, reached: u64, columns: usize) -> Problem {
        let line = error.position().map_or(reached, csv::Position::line);
        let found = match error.kind() {
            csv::ErrorKind::UnequalLengths { len, .. } => message!(some_fields, number = *len).into(),
            csv::ErrorKind::Utf8 { .. } => message!(not_utf8_text).into(),
            csv::ErrorKind::Io(error) => return self.at(line, 0, rows::broken(error), rows::whole(error)),
            _ => Argument::from(error.to_string()),
        };
        let problem = self.at(line, 0, found, message!(fields_as_in_the_header, number = columns));
        match error.kind() {
            csv::ErrorKind::UnequalLengths { len, .. } if *len > columns as u64 => {
                problem.hinted(message!(decimals_and_separators))
            }
            _ => problem,
        }
    }

    /// The text of a field.
    pub(in crate::config) fn text<'r>(&self, row: &'r TableRow, field: usize) -> &'r str {
        &row[self.order[field]]
    }

    /// A finite number in a field.
    pub(in crate::config) fn number(
        &self,
        row: &TableRow,
        field: usize,
        allowed: impl FnOnce() -> Message,
    ) -> Result<f64, Problem> {
        let text = self.text(row, field);
        let readings = Readings::of(text);
        if self.decimals == Decimals::Untold
            && let Some((point, comma)) = readings.two()
        {
            let found = number::two(text, point, comma);
            return Err(self.problem(row, field, found, message!(a_number_of_one_reading)));
        }
        let number = match self.decimals {
            Decimals::Comma => readings.comma,
            Decimals::Point => readings.point,
            Decimals::Typed | Decimals::Untold => readings.point.or(readings.comma),
        };
        number.ok_or_else(|| self.problem(row, field, format!("\"{text}\""), allowed()))
    }

    /// A finite number in a field of a text that is read row by row: its decimals are those of the rows before.
    pub(super) fn next_number(
        &mut self,
        row: &TableRow,
        field: usize,
        allowed: impl FnOnce() -> Message,
    ) -> Result<f64, Problem> {
        // What programs write takes the short way.
        if self.decimals == Decimals::Point
            && let Ok(number) = self.text(row, field).parse::<f64>()
            && number.is_finite()
        {
            return Ok(number);
        }
        self.learn(row, field)?;
        self.number(row, field, allowed)
    }

    /// How decimals are written, by all fields but those of the first column.
    fn with_decimals(mut self) -> Result<Self, Problem> {
        let rows = std::mem::take(&mut self.rows);
        for row in &rows {
            for field in 1..self.order.len() {
                self.learn(row, field)?;
            }
        }
        self.rows = rows;
        self.let_prices_be();
        Ok(self)
    }

    /// Learns from a field how decimals are written.
    fn learn(&mut self, row: &TableRow, field: usize) -> Result<(), Problem> {
        if self.decimals == Decimals::Typed {
            return Ok(());
        }
        let text = self.text(row, field);
        match Readings::of(text).told() {
            Some(told) if self.decimals == Decimals::Untold => self.decimals = told,
            Some(told) if self.decimals != told => {
                let (found, allowed) = (message!(other_decimals, text), message!(one_decimal_sign));
                return Err(self.problem(row, field, found, allowed));
            }
            _ => {}
        }
        Ok(())
    }

    /// Prices that are all two numbers, one always a thousand times the other, grow by the same either way.
    fn let_prices_be(&mut self) {
        let two = |row: &TableRow, field: usize| Readings::of(self.text(row, field)).two();
        let price = |field: &usize| header::PRICES.contains(&self.names[*field].as_str());
        let fields: Vec<usize> = (1..self.order.len()).collect();
        let all_two = |field: &usize| self.rows.iter().all(|row| two(row, *field).is_some());
        let Some(first) = self.rows.first() else { return };
        let only_prices = fields.iter().all(|field| price(field) && all_two(field));
        let with_a_point = |field: &usize| self.text(first, *field).contains('.');
        if self.decimals == Decimals::Untold && only_prices {
            self.decimals = if fields.iter().all(with_a_point) { Decimals::Point } else { Decimals::Comma };
        }
    }
}
