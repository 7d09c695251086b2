//! The numbers of a table's other columns, with the decimals that the whole file has.

use super::super::header;
use super::super::number::{self, Decimals, Readings};
use super::super::rows::TableRow;
use super::Table;
use crate::config::problem::Problem;
use crate::texts::{Message, message};

impl Table {
    /// A finite number in a field, which is no fraction: without a percent sign.
    pub(in crate::config) fn number(
        &self,
        row: &TableRow,
        field: usize,
        allowed: impl FnOnce() -> Message,
    ) -> Result<f64, Problem> {
        let text = self.text(row, field);
        if number::is_percentage(text) {
            return Err(self.problem(row, field, message!(a_percentage, text), allowed()));
        }
        self.read_number(row, field, allowed)
    }

    /// A finite fraction in a field: a number, or a percentage where its column has only percentages.
    pub(in crate::config) fn fraction(
        &self,
        row: &TableRow,
        field: usize,
        allowed: impl FnOnce() -> Message,
    ) -> Result<f64, Problem> {
        if let Some((line, found)) = self.signs[field].two() {
            return Err(self.at(line, self.order[field], found, message!(one_sign_of_percent)));
        }
        self.read_number(row, field, allowed)
    }

    /// A finite fraction in a field of a text that is read row by row: it is written as those of the rows before.
    pub(in crate::config::files) fn next_fraction(
        &mut self,
        row: &TableRow,
        field: usize,
        allowed: impl FnOnce() -> Message,
    ) -> Result<f64, Problem> {
        // What programs write takes the short way.
        if self.decimals == Decimals::Point
            && self.signs[field].are_bare()
            && let Ok(number) = self.text(row, field).parse::<f64>()
            && number.is_finite()
        {
            return Ok(number);
        }
        self.learn(row, field)?;
        self.fraction(row, field, allowed)
    }

    /// A finite number in a field, with a percent sign or without.
    fn read_number(&self, row: &TableRow, field: usize, allowed: impl FnOnce() -> Message) -> Result<f64, Problem> {
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
            Decimals::Typed | Decimals::Untold => readings.any(),
        };
        number.ok_or_else(|| self.problem(row, field, format!("\"{text}\""), allowed()))
    }

    /// How numbers are written, by all fields but those of the first column.
    pub(super) fn with_decimals(mut self) -> Result<Self, Problem> {
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

    /// Learns from a field how numbers are written.
    fn learn(&mut self, row: &TableRow, field: usize) -> Result<(), Problem> {
        let text = self.text(row, field);
        self.signs[field].learn(row, text);
        if self.decimals == Decimals::Typed {
            return Ok(());
        }
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
