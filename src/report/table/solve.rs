//! A solution as a table of what was tried, and in words.

use super::{Style, grid};
use crate::numerics::real;
use crate::plan::Plan;
use crate::study::limits::Limit;
use crate::study::solve::Solution;
use crate::texts::{Language, message};

/// The values tried with the figure at each, and the solution.
#[must_use]
pub fn page(plan: &Plan, (key, target, of): (&str, &Limit, &Solution), language: Language, style: Style) -> String {
    let most = if of.neighbours.is_some() { 0 } else { decimals(of) };
    let of_points = if of.neighbours.is_some() { 0 } else { most + 1 };
    let rows = of.points.iter().map(|point| {
        let met = target.breaks.holds(point.figure.value, target.bound);
        [
            language.number(point.value, of_points),
            language.number(point.figure.value, figure_decimals(point.figure.standard_error)),
            language.number(1.96 * point.figure.standard_error, figure_decimals(point.figure.standard_error)),
            language.text(if met { message!(solve_yes) } else { message!(solve_no) }),
        ]
    });
    let [error, met] = language.texts([message!(solve_error), message!(solve_met)]);
    let table = grid(style, [key, &target.figure, &error, &met], rows, 0..4);
    let sign = target.breaks.sign();
    let number = |value: f64| language.number(value, most);
    let condition = format!("{} {sign} {}", target.figure, target.bound);
    let end = |end: Option<f64>| end.map_or_else(|| language.text(message!(solve_beyond)), number);
    let [low, high] = of.interval.map(end);
    let (value, safe) = (number(of.value), end(of.safe));
    let neighbour = of.neighbours.map(|both| both.into_iter().find(|at| (at - of.value).abs() > 0.5));
    let mut solved = language.text(match neighbour {
        Some(other) => {
            message!(solve_solved_whole, key, value, condition, neighbour = end(other), low, high, safe)
        }
        None => message!(solve_solved, key, value, condition, low, high, safe),
    });
    if of.crossings > 1 {
        solved = format!("{solved} {}", language.text(message!(solve_crosses_again)));
    }
    let paths = language.number(real(plan.paths), 0);
    let caption = language.text(message!(
        solve_caption,
        paths,
        count = plan.paths,
        seed = plan.seed,
        version = env!("CARGO_PKG_VERSION")
    ));
    format!("{table}\n{solved}\n{caption}\n")
}

/// Decimals of the setting: two digits of its interval.
fn decimals(of: &Solution) -> usize {
    let [low, high] = of.interval.map(|end| end.unwrap_or(of.value));
    figure_decimals((high - low) / 4.0)
}

/// Decimals that show two digits of an error.
fn figure_decimals(error: f64) -> usize {
    let places = 1.0 - libm::floor(libm::log10(error));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 9")]
    if places.is_finite() { places.clamp(0.0, 9.0) as usize } else { 6 }
}
