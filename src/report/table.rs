//! Tables: the main figures of a run, pools side by side, and what they mean for the region.

pub(crate) mod backtest;
pub(crate) mod breaches;
pub mod compare;
pub(crate) mod explain;
mod grid;
mod region;
mod settings;
pub(crate) mod solve;
pub(crate) mod stress;
pub(crate) mod sweep;
pub(crate) mod today;
pub mod validation;

pub use grid::Style;
pub use settings::settings;

pub(super) use grid::{BUT_FIRST, grid, wide_grid};

use super::headlines;
use crate::plan::Plan;
use crate::stats::figure::{Branch, Figure};
use crate::stats::summary::Summary;
use crate::texts::{Language, message};

/// The main figures, pools side by side, then those of the region.
#[must_use]
pub fn page(summary: &Summary, plan: &Plan, language: Language, style: Style) -> String {
    let mut sections = vec![main(summary, plan, language, style)];
    sections.extend(region::sections(summary, plan, language, style));
    sections.push(caption(summary, language) + "\n");
    sections.join("\n")
}

fn caption(summary: &Summary, language: Language) -> String {
    let paths = language.number(crate::numerics::real(summary.paths), 0);
    language.text(message!(table_caption, paths, count = summary.paths, seed = summary.seed, version = &summary.skans))
}

fn main(summary: &Summary, plan: &Plan, language: Language, style: Style) -> String {
    let columns: Vec<Branch> = summary.branches().filter(|branch| *branch != Branch::Region).collect();
    let labels = columns.iter().map(|branch| branch.label(plan, language));
    let head: Vec<String> = std::iter::once(language.text(message!(table_figure))).chain(labels).collect();
    let mut openings: Vec<f64> = plan.pools.iter().map(|pool| pool.opening_value.get()).collect();
    if summary.total.is_some() {
        openings.push(openings.iter().fold(0.0, |sum, value| sum + value));
    }
    let openings = openings.into_iter().map(|value| language.millions(value, 0));
    let mut rows: Vec<Vec<String>> =
        vec![std::iter::once(language.text(message!(figure_opening))).chain(openings).collect()];
    for figure in headlines::of_pools(plan).into_iter().map(Figure::from) {
        let cell = |branch: &Branch| summary.get(branch, figure).map(|found| language.figure(found, figure.unit()));
        let cells: Vec<String> = columns.iter().map(|branch| cell(branch).unwrap_or_default()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(std::iter::once(figure.name(plan.time.years(), language)).chain(cells).collect());
        }
    }
    grid(style, head, rows, BUT_FIRST)
}
