//! A solution as a table of what was tried, and in words.

use super::{Style, grid};
use crate::numerics::real;
use crate::plan::Plan;
use crate::stats::summary::VERSION;
use crate::study::limits::Limit;
use crate::study::solve::{Solution, decimals_of_error};
use crate::texts::{Language, message};

/// The values tried with the figure at each, and the solution.
#[must_use]
pub fn page(plan: &Plan, (key, target, of): (&str, &Limit, &Solution), language: Language, style: Style) -> String {
    let number = |value: f64| language.number(value, decimals(value).max(of.decimals));
    let rows = of.points.iter().map(|point| {
        let decimals = decimals_of_error(point.figure.standard_error);
        [
            number(point.value),
            language.number(point.figure.value, decimals),
            language.number(point.figure.half_width(), decimals),
            language.text(if point.meets(target) { message!(solve_yes) } else { message!(solve_no) }),
        ]
    });
    let [error, met] = language.texts([message!(solve_error), message!(solve_met)]);
    let table = grid(style, [key, &target.figure.to_string(), &error, &met], rows, 0..4);
    let condition = target.to_string();
    let end = |end: Option<f64>| end.map_or_else(|| language.text(message!(solve_beyond)), number);
    let [low, high] = of.interval.map(end);
    let (value, safe) = (number(of.value), end(of.safe));
    let neighbour = end(of.neighbours.into_iter().find(|other| other.to_bits() != of.value.to_bits()));
    let mut solved = language.text(message!(solve_solved, key, value, condition, neighbour, low, high, safe));
    if of.crossings > 1 {
        solved = format!("{solved} {}", language.text(message!(solve_crosses_again)));
    }
    let paths = language.number(real(plan.paths()), 0);
    let caption =
        language.text(message!(solve_caption, paths, count = plan.paths(), seed = plan.seed, version = VERSION));
    format!("{table}\n{solved}\n{caption}\n")
}

/// Decimals that a number is written with.
fn decimals(value: f64) -> usize {
    value.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len())
}
