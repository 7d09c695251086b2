//! A set of scenarios in a file: `path,step,ASSET,…` by path and step, both counted from 1 without gaps.

use ndarray::Array3;

use super::table::{Row, Table};
use crate::config::problem::Problem;
use crate::plan::Scenarios;

/// The most numbers of a scenario set: 1 GiB held.
const MOST_NUMBERS: usize = 1 << 27;

/// The simple returns of a table's rows, for paths of so many steps.
pub(super) fn scenarios(table: &Table, assets: usize, steps: usize) -> Result<Scenarios, Problem> {
    let whole = |row: &Row, field: usize, expected: usize| {
        let text = table.text(row, field);
        let allowed =
            format!("{expected}: paths and steps counted from 1, by path and then by step, {steps} steps a path");
        if text.parse() == Ok(expected) {
            Ok(())
        } else {
            Err(table.problem(row, field, format!("\"{text}\""), &allowed))
        }
    };
    if table.rows.len().saturating_mul(assets) > MOST_NUMBERS {
        let allowed = format!("at most {MOST_NUMBERS} numbers (1 GiB)");
        return Err(table.at(1, 0, format!("{} rows of {assets} assets", table.rows.len()), &allowed));
    }
    let mut returns = Vec::with_capacity(table.rows.len() * assets);
    let mut grown = vec![1.0_f64; assets];
    for (index, row) in table.rows.iter().enumerate() {
        whole(row, 0, index / steps + 1)?;
        whole(row, 1, index % steps + 1)?;
        if index % steps == 0 {
            grown.fill(1.0);
        }
        for (asset, grown) in grown.iter_mut().enumerate() {
            returns.push(simple_return(table, row, asset + 2, grown)?);
        }
    }
    let paths = table.rows.len() / steps;
    let last = table.rows.len() - 1;
    Array3::from_shape_vec((paths, steps, assets), returns).map(|returns| Scenarios { returns }).map_err(|_| {
        let found = format!("{} steps of the last path", table.rows.len() % steps);
        table.problem(&table.rows[last], 1, found, &format!("{steps} steps of every path"))
    })
}

/// The simple return in a field; `grown` is the growth since the path's start.
fn simple_return(table: &Table, row: &Row, field: usize, grown: &mut f64) -> Result<f64, Problem> {
    let allowed = "a simple return above -1, at most 1: a fraction (0.01 is 1 %)";
    let simple = table.number(row, field, allowed)?;
    if !(simple > -1.0 && simple <= 1.0) {
        return Err(table.problem(row, field, simple.to_string(), allowed));
    }
    *grown *= 1.0 + simple;
    if !(1e-100..1e100).contains(grown) {
        let allowed = "growth since the path's start between 1e-100 and 1e100";
        return Err(table.problem(row, field, format!("growth to {grown:e}"), allowed));
    }
    Ok(simple)
}
