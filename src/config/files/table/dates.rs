//! The dates of a table's first column, in the one way in which all of them can be read.

use super::super::date::{DayOf, DayOfMonth, WAYS, WrittenDate};
use super::super::rows::TableRow;
use super::Table;
use crate::config::problem::Problem;
use crate::texts::{Message, message};
use crate::units::{Day, Month};

/// The numbers that Excel has for the days of 1927 to 2173, where a cell has not the format of a date.
const DAYS_OF_EXCEL: std::ops::Range<u32> = 10_000..100_000;

impl Table {
    /// The month of each row: a month, its last or its first day, or the last or first on which funds are priced.
    pub(in crate::config::files) fn months(&self) -> Result<Vec<Month>, Problem> {
        let read = |written: WrittenDate, way| written.month(way);
        self.column(&WAYS, read, &message!(month_or_last_day))
    }

    /// The first and the last month of each row: its month, or those of its year.
    pub(in crate::config) fn spans(&self) -> Result<Vec<(Month, Month)>, Problem> {
        let read = |written: WrittenDate, way| match written {
            WrittenDate::Year(year) => Month::new(year, 1).zip(Month::new(year, 12)),
            written => written.month(way).map(|month| (month, month)),
        };
        self.column(&WAYS, read, &message!(month_or_year))
    }

    /// The day of each row; of a month, its last.
    pub(in crate::config::files) fn days(&self) -> Result<Vec<Day>, Problem> {
        let read = |written: WrittenDate, (day_of, _): (DayOf, DayOfMonth)| written.day(day_of);
        self.column(&WAYS[..2], read, &message!(day_or_month))
    }

    /// Whether a field's date may stand for a month.
    pub(in crate::config::files) fn may_be_month(&self, row: &TableRow, field: usize, month: Month) -> bool {
        let written = WrittenDate::of(self.text(row, field));
        written.is_some_and(|written| WAYS.iter().any(|&way| written.month(way) == Some(month)))
    }

    /// The first column's dates, in the one way in which all of them can be read, each after the one before.
    fn column<T: PartialEq + PartialOrd>(
        &self,
        ways: &[(DayOf, DayOfMonth)],
        read: impl Fn(WrittenDate, (DayOf, DayOfMonth)) -> Option<T>,
        allowed: &Message,
    ) -> Result<Vec<T>, Problem> {
        let wrong = |row: &TableRow| {
            let text = self.text(row, 0);
            let problem = self.problem(row, 0, format!("\"{text}\""), allowed.clone());
            let day = text.parse().is_ok_and(|number: u32| DAYS_OF_EXCEL.contains(&number));
            if day { problem.hinted(message!(a_number_of_excel)) } else { problem }
        };
        let mut written = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            written.push(WrittenDate::of(self.text(row, 0)).ok_or_else(|| wrong(row))?);
        }
        let all = |way| written.iter().map(|&written| read(written, way)).collect::<Option<Vec<T>>>();
        let mut found: Vec<Vec<T>> = Vec::new();
        for way in ways {
            let column = all(*way);
            found.extend(column.filter(|column| !found.contains(column)));
        }
        if found.len() > 1 && found.iter().any(|column| column.is_sorted_by(|a, b| a < b)) {
            found.retain(|column| column.is_sorted_by(|a, b| a < b));
        }
        if found.len() == 1 {
            return Ok(found.swap_remove(0));
        }
        // The first date of two readings, or else the first that cannot be read in the way that reads most.
        let reach =
            |way: (DayOf, DayOfMonth)| written.iter().take_while(|&&written| read(written, way).is_some()).count();
        let most = ways.iter().map(|&way| reach(way)).max().unwrap_or(0);
        let place =
            if found.is_empty() { most } else { written.iter().position(|date| date.two().is_some()).unwrap_or(0) };
        let row = &self.rows[place.min(self.rows.len() - 1)];
        Err(match WrittenDate::of(self.text(row, 0)).and_then(WrittenDate::two) {
            Some([one, other]) => {
                let [one, other] = [one, other].map(|day| day.to_string());
                let found = message!(two_dates, text = self.text(row, 0), one, other);
                self.problem(row, 0, found, message!(a_date_of_one_reading))
            }
            None => wrong(row),
        })
    }
}
