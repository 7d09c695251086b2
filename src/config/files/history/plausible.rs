//! Whether numbers can be in the unit that their column says.

use crate::config::files::{Table, plausible};
use crate::config::problem::Problem;
use crate::plan::{History, SeriesKind};
use crate::texts::{Message, message};

/// The greatest typical size, the median of the absolute values, of a month's returns. Greater ones are taken for
/// percent: 15 % in a typical month would be a volatility near 80 % a year.
const MOST_TYPICAL_RETURN: f64 = 0.15;
/// The greatest mean return a month over two years or more: 4 % a month is 60 % a year.
const MOST_MEAN_RETURN: f64 = 0.04;
const LEAST_FOR_MEAN: usize = 24;
/// Rates a year whose typical size is above this are taken for percent.
const MOST_TYPICAL_RATE: f64 = 0.3;
/// Returns that are all positive and typically above this are prices, index levels, growth factors or percent.
const LEAST_TYPICAL_PRICE: f64 = 0.5;
/// Numbers that are all above this, of which none is half or twice the one before, are prices or index levels.
const LEAST_PRICE: f64 = 20.0;
/// A series that typically moves more than this does not stand still in the same month as another.
const MOVES: f64 = 0.01;

/// The history with prices made returns. What is more likely another unit is refused.
pub(super) fn checked(table: &Table, mut history: History) -> Result<History, Problem> {
    for column in 0..history.columns().len() {
        if holds_prices(table, &history, column)? {
            history = history.with_returns_of(column);
        }
    }
    check(table, &history)?;
    Ok(history)
}

/// Whether a column holds prices or index levels.
fn holds_prices(table: &Table, history: &History, column: usize) -> Result<bool, Problem> {
    let values = history.values().column(column);
    let levels = present(history, column).all(|(_, value)| value > LEAST_PRICE) && present(history, column).count() > 1;
    if history.kinds()[column] == SeriesKind::Rate || !levels {
        return Ok(false);
    }
    for row in 1..values.len() {
        let growth = values[row] / values[row - 1];
        if !growth.is_nan() {
            plausible(table, &table.rows[row], column + 1, growth)?;
        }
    }
    Ok(true)
}

fn check(table: &Table, history: &History) -> Result<(), Problem> {
    let typical: Vec<f64> = (0..history.columns().len()).map(|column| typical(history, column)).collect();
    for (column, &typical) in typical.iter().enumerate() {
        whole_column(table, history, column, typical)?;
        each_cell(table, history, column)?;
    }
    no_row_of_zeros(table, history, &typical)
}

/// The values of a column with their rows.
fn present(history: &History, column: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
    history.values().column(column).into_iter().copied().enumerate().filter(|(_, value)| !value.is_nan())
}

/// The median of the absolute values; NaN for an empty column.
fn typical(history: &History, column: usize) -> f64 {
    let mut sizes: Vec<f64> = present(history, column).map(|(_, value)| value.abs()).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(f64::NAN)
}

fn mean(history: &History, column: usize) -> f64 {
    let (count, sum) = present(history, column).fold((0.0, 0.0), |(count, sum), (_, value)| (count + 1.0, sum + value));
    sum / count
}

fn whole_column(table: &Table, history: &History, column: usize, typical: f64) -> Result<(), Problem> {
    let name = &history.columns()[column];
    let Some((first, _)) = present(history, column).next() else {
        let problem = table.at_heading(column + 1, message!(no_value_in, column = name), message!(at_least_one));
        return Err(problem.hinted(message!(leave_the_column_out)));
    };
    let problem = |found: Message, allowed: Message, hint: Message| {
        let problem = table.problem(&table.rows[first], column + 1, found, allowed);
        Err(problem.hinted(hint))
    };
    let found = message!(column_typically, column = name, typical = short(typical));
    if history.kinds()[column] == SeriesKind::Rate {
        let wrong = typical > MOST_TYPICAL_RATE;
        return if wrong { problem(found, message!(rates_as_fractions), message!(percent_rate)) } else { Ok(()) };
    }
    let allowed = message!(returns_as_fractions);
    if typical > LEAST_TYPICAL_PRICE && present(history, column).all(|(_, value)| value > 0.0) {
        let found = message!(column_typically_positive, column = name, typical = short(typical));
        return problem(found, allowed, message!(prices_or_rates));
    }
    if typical > MOST_TYPICAL_RETURN {
        return problem(found, allowed, message!(percent_return));
    }
    let mean = mean(history, column);
    if mean.abs() > MOST_MEAN_RETURN && present(history, column).count() >= LEAST_FOR_MEAN {
        let found = message!(column_mean, column = name, mean = short(mean));
        return problem(found, allowed, message!(percent_or_rates));
    }
    Ok(())
}

fn each_cell(table: &Table, history: &History, column: usize) -> Result<(), Problem> {
    let rate = history.kinds()[column] == SeriesKind::Rate;
    let (low, allowed) = if rate {
        (-0.5, message!(a_rate))
    } else {
        // The least number above -1.
        (-1.0 + f64::EPSILON, message!(a_return))
    };
    let wrong = present(history, column).find(|(_, value)| !(low..=1.0).contains(value));
    let Some((row, value)) = wrong else { return Ok(()) };
    let hint =
        if value <= -1.0 && value > -2.0 && !rate { message!(loss_of_everything) } else { message!(percent_number) };
    let record = &table.rows[row];
    let problem = table.problem(record, column + 1, table.text(record, column + 1), allowed);
    Err(problem.hinted(hint))
}

/// A month in which two series or more stand still, one of them a lively one, is a hole filled with zeros.
fn no_row_of_zeros(table: &Table, history: &History, typical: &[f64]) -> Result<(), Problem> {
    for (row, record) in table.rows.iter().enumerate() {
        let values = history.values().row(row);
        let present = || values.iter().enumerate().filter(|(_, value)| !value.is_nan());
        let still = present().all(|(_, value)| value.abs() <= 0.0);
        if still && present().count() > 1 && present().any(|(column, _)| typical[column] > MOVES) {
            let problem = table.problem(record, 1, message!(a_row_of_zeros), message!(the_months_values));
            return Err(problem.hinted(message!(leave_cells_empty)));
        }
    }
    Ok(())
}

/// A number to three digits or so.
fn short(number: f64) -> String {
    if number.abs() >= 1.0 { format!("{number:.1}") } else { format!("{number:.3}") }
}
