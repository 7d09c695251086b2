//! Rows of a table of amounts that are allowed, and plausible only as slips.

use crate::config::files::{Table, TableRow};
use crate::config::warning::Warning;
use crate::numerics::real;
use crate::texts::{Message, message};
use crate::units::Month;

/// How many times larger or smaller than both its neighbours an amount is that is taken for a slip. A unit is off by a
/// thousand, a percentage by a hundred; a growing table moves far less.
const MOST_TIMES: f64 = 50.0;

/// A row of a table of amounts.
pub(in crate::config) struct Dated<'t> {
    /// The row.
    pub row: &'t TableRow,
    /// Its first month.
    pub first: Month,
    /// Its last month.
    pub last: Month,
    /// Its amount, in any unit.
    pub amount: f64,
}

impl Dated<'_> {
    fn months(&self) -> i64 {
        self.last.months_since(self.first) + 1
    }

    /// The amount of a month.
    fn a_month(&self) -> f64 {
        self.amount / real(usize::try_from(self.months()).unwrap_or(1))
    }
}

/// Warnings of the rows of a table, oldest first.
pub(in crate::config) fn of(table: &Table, rows: &[Dated]) -> Vec<Warning> {
    let mut found = mixed(table, rows);
    found.extend(gaps(rows).into_iter().map(|at| {
        let text = message!(rows_apart, date = table.text(rows[at].row, 0), before = table.text(rows[at - 1].row, 0));
        warning(table, &rows[at], 0, text)
    }));
    found.extend(rows.windows(3).filter(|three| is_apart(three)).map(|three| {
        let [before, amount, after] = [0, 1, 2].map(|at| table.text(three[at].row, 1));
        warning(table, &three[1], 1, message!(unlike_its_neighbours, amount, before, after))
    }));
    found
}

fn warning(table: &Table, dated: &Dated, field: usize, text: Message) -> Warning {
    Warning::new(table.place(dated.row, field), "", text)
}

/// The first row that is a year's among those of months, or a month's among those of years.
fn mixed(table: &Table, rows: &[Dated]) -> Vec<Warning> {
    let other = rows.iter().find(|dated| dated.months() != rows[0].months());
    let warned = other.map(|dated| {
        let (date, amount) = (table.text(dated.row, 0), table.text(dated.row, 1));
        let text = if dated.months() == 1 {
            message!(month_among_years, date, amount, year = dated.first.year().to_string())
        } else {
            message!(year_among_months, date, amount, first = dated.first.to_string())
        };
        warning(table, dated, 0, text)
    });
    warned.into_iter().collect()
}

/// The rows before which one may be missing. Most rows have as many months between them and the next, or at least half
/// of those that are years. A wider hole before the same month of several years is a season.
fn gaps(rows: &[Dated]) -> Vec<usize> {
    let holes: Vec<i64> = rows.windows(2).map(|pair| pair[1].first.months_since(pair[0].last)).collect();
    let count = |hole: i64| holes.iter().filter(|&&other| other == hole).count();
    let years = rows.iter().all(|dated| dated.months() > 1);
    let least = if years { holes.len().div_ceil(2) } else { holes.len() / 2 + 1 };
    let usual = holes.iter().copied().max_by_key(|&hole| (count(hole), -hole));
    let Some(usual) = usual.filter(|&hole| holes.len() > 1 && count(hole) >= least) else { return Vec::new() };
    let wide: Vec<usize> = (1..rows.len()).filter(|&at| holes[at - 1] > usual).collect();
    let season = |at: usize| (rows[at].first.month_of_year(), holes[at - 1]);
    let once = |at: &usize| years || wide.iter().filter(|&&other| season(other) == season(*at)).count() == 1;
    wide.iter().copied().filter(once).collect()
}

/// Whether the amount between two others is far above both, or far below both.
fn is_apart(three: &[Dated]) -> bool {
    let [before, own, after] = [0, 1, 2].map(|at| three[at].a_month());
    let (least, most) = (before.min(after), before.max(after));
    least > 0.0 && own > 0.0 && (own >= MOST_TIMES * most || own * MOST_TIMES <= least)
}
