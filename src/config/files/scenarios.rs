//! A set of scenarios in a file: `path,step,ASSET,…` by path and step, both counted from 1 without gaps. The months of
//! the run may stand as `date` in place of `step`; `inflation` is there if the set has it. The file is read row by row,
//! and only the set's numbers are held.

use std::io::Read;

use ndarray::Array3;

use super::headings;
use super::limits::Limits;
use super::rows::{Rows, TableRow};
use super::table::Table;
use crate::config::problem::Problem;
use crate::plan::{Asset, Scenarios, TimeGrid};
use crate::texts::message;
use crate::units::Month;

/// The most numbers of a scenario set: 1 GiB held.
const MOST_NUMBERS: usize = 1 << 27;
/// Rows are counted by their numbers.
const LIMITS: Limits = Limits { mib: u64::MAX >> 20, fields: 1 << 14, rows: 1 << 20 };
/// The column of consumer prices' rise over the step.
const INFLATION: &str = "inflation";

/// The shape that the set must have.
pub(in crate::config) struct Shape<'a> {
    /// Columns of returns.
    pub assets: &'a [Asset],
    /// The run's grid.
    pub time: TimeGrid,
    /// `t = 0`.
    pub start: Month,
}

/// Reads a set, and checks every number of it.
///
/// # Errors
/// The first thing wrong, with file, line and column (counted in fields).
pub(in crate::config) fn read(file: &str, content: impl Read, shape: &Shape) -> Result<Scenarios, Problem> {
    let mut rows = Rows::open(file, content, LIMITS)?;
    let table = Table::streamed(file.to_owned(), &mut rows, |header| columns(header, shape))?;
    let fields = table.names().len();
    let inflation = fields > shape.assets.len() + 2;
    let mut set = ScenarioSet {
        dated: table.names()[1] == "date",
        file: table,
        shape,
        grown: vec![1.0; fields - 2],
        returns: Vec::new(),
        rows: 0,
        line: 1,
    };
    let mut row = TableRow::new();
    while set.file.next(&mut rows, &mut row)? {
        set.take(&row)?;
    }
    set.finish(inflation)
}

/// The columns that are wanted of a file with this header.
fn columns(header: &TableRow, shape: &Shape) -> Vec<String> {
    let assets = shape.assets.iter().map(|asset| asset.name.as_str());
    let has = |name: &str| {
        let own = |heading: &str| assets.clone().any(|asset| asset == heading);
        header.iter().any(|heading| headings::names(heading, name) && !own(heading))
    };
    let time = if has("date") { "date" } else { "step" };
    let inflation = has(INFLATION).then_some(INFLATION);
    ["path", time].into_iter().chain(assets).chain(inflation).map(str::to_owned).collect()
}

/// A set as far as it is read.
struct ScenarioSet<'a> {
    file: Table,
    shape: &'a Shape<'a>,
    /// Whether steps are months' names.
    dated: bool,
    /// Growth of each series since the path's start.
    grown: Vec<f64>,
    returns: Vec<f64>,
    rows: usize,
    /// The line of the last row.
    line: u64,
}

impl ScenarioSet<'_> {
    fn take(&mut self, row: &TableRow) -> Result<(), Problem> {
        let steps = self.shape.time.steps();
        let (path, step) = (self.rows / steps + 1, self.rows % steps + 1);
        self.counted(row, 0, path)?;
        if self.dated {
            self.month(row, step)?;
        } else {
            self.counted(row, 1, step)?;
        }
        if step == 1 {
            self.grown.fill(1.0);
        }
        if self.returns.len() + self.grown.len() > MOST_NUMBERS {
            let found = message!(more_than_numbers, most = MOST_NUMBERS);
            return Err(self.file.problem(row, 0, found, message!(at_most_numbers, most = MOST_NUMBERS)));
        }
        for (series, grown) in self.grown.iter_mut().enumerate() {
            self.returns.push(simple_return(&mut self.file, row, series + 2, grown)?);
        }
        self.rows += 1;
        self.line = row.position().map_or(0, csv::Position::line);
        Ok(())
    }

    fn counted(&self, row: &TableRow, field: usize, expected: usize) -> Result<(), Problem> {
        let text = self.file.text(row, field);
        if text.parse() == Ok(expected) {
            return Ok(());
        }
        let steps = self.shape.time.steps();
        let allowed = message!(path_and_step, expected, steps);
        Err(self.file.problem(row, field, format!("\"{text}\""), allowed))
    }

    fn month(&self, row: &TableRow, step: usize) -> Result<(), Problem> {
        let due = self.shape.start.plus(u32::try_from(step).unwrap_or(u32::MAX));
        if self.shape.time.steps_per_month() != 1 {
            let found = message!(months_in_steps, steps = self.shape.time.steps_per_month());
            return Err(self.file.at_heading(1, found, message!(the_column_step)));
        }
        if self.file.may_be_month(row, 1, due) {
            return Ok(());
        }
        let months = self.shape.time.months();
        let text = self.file.text(row, 1);
        let allowed = message!(month_of_the_path, month = due.to_string(), months);
        Err(self.file.problem(row, 1, format!("\"{text}\""), allowed))
    }

    /// The set, if its last path is whole.
    fn finish(self, inflation: bool) -> Result<Scenarios, Problem> {
        let steps = self.shape.time.steps();
        if self.rows == 0 {
            return Err(self.file.without_rows());
        }
        let paths = self.rows / steps;
        let found = message!(steps_of_the_last_path, steps = self.rows % steps);
        Array3::from_shape_vec((paths, steps, self.grown.len()), self.returns)
            .ok()
            .and_then(|returns| Scenarios::new(returns, inflation).ok())
            .ok_or_else(|| self.file.at(self.line, 1, found, message!(steps_of_every_path, steps)))
    }
}

/// The simple return in a field; `grown` is the growth since the path's start.
fn simple_return(table: &mut Table, row: &TableRow, field: usize, grown: &mut f64) -> Result<f64, Problem> {
    let allowed = || message!(scenario_return);
    let simple = table.next_fraction(row, field, allowed)?;
    if !(simple > -1.0 && simple <= 1.0) {
        return Err(table.problem(row, field, simple.to_string(), allowed()));
    }
    *grown *= 1.0 + simple;
    if !(1e-100..1e100).contains(grown) {
        let found = message!(growth_to, growth = format!("{grown:e}"));
        return Err(table.problem(row, field, found, message!(growth_allowed)));
    }
    Ok(simple)
}

/// The weight of each path of a set: `path,weight`, by path from 1.
///
/// # Errors
/// The first thing wrong, with file, line and column (counted in fields).
pub(in crate::config) fn weights(file: &str, content: impl Read, paths: usize) -> Result<Vec<f64>, Problem> {
    let mut rows = Rows::open(file, content, LIMITS)?;
    let mut table = Table::streamed(file.to_owned(), &mut rows, |_| ["path", "weight"].map(str::to_owned).to_vec())?;
    let mut weights = Vec::with_capacity(paths);
    let (mut row, mut line) = (TableRow::new(), 1);
    while table.next(&mut rows, &mut row)? {
        let index = weights.len();
        line = row.position().map_or(0, csv::Position::line);
        if table.text(&row, 0).parse() != Ok(index + 1) || index >= paths {
            let allowed = message!(path_of_weight, path = (index + 1).min(paths), paths);
            return Err(table.problem(&row, 0, format!("\"{}\"", table.text(&row, 0)), allowed));
        }
        let allowed = || message!(a_weight);
        let weight = table.next_fraction(&row, 1, allowed)?;
        if !(0.0..=1e12).contains(&weight) {
            return Err(table.problem(&row, 1, weight.to_string(), allowed()));
        }
        weights.push(weight);
    }
    if weights.len() < paths {
        return Err(table.at(line, 0, message!(some_weights, number = weights.len()), message!(a_weight_each, paths)));
    }
    if weights.iter().all(|&weight| weight <= 0.0) {
        return Err(table.at(line, 1, message!(weights_of_zero), message!(a_weight_above_zero)));
    }
    Ok(weights)
}
