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
use crate::stats::figure::{Figure, TOTAL};
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
    let pools = plan.pools.iter().map(|pool| (format!("pools.{}", pool.name), language.of(&pool.label)));
    let total = language.text(message!(total));
    let columns: Vec<(String, &str)> =
        pools.chain(summary.total.is_some().then(|| (TOTAL.to_owned(), total.as_str()))).collect();
    let figure = language.text(message!(table_figure));
    let head = std::iter::once(figure.as_str()).chain(columns.iter().map(|(_, label)| *label));
    let mut openings: Vec<f64> = plan.pools.iter().map(|pool| pool.opening_value.get()).collect();
    if summary.total.is_some() {
        openings.push(openings.iter().fold(0.0, |sum, value| sum + value));
    }
    let openings = openings.into_iter().map(|value| language.millions(value, 0));
    let mut rows: Vec<Vec<String>> =
        vec![std::iter::once(language.text(message!(figure_opening))).chain(openings).collect()];
    for figure in headlines::of_pools(plan).into_iter().map(Figure::from) {
        let cell = |branch: &str| summary.get(branch, figure).map(|found| language.figure(found, figure.unit()));
        let cells: Vec<String> = columns.iter().map(|(branch, _)| cell(branch).unwrap_or_default()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(std::iter::once(figure.name(plan.time.years(), language)).chain(cells).collect());
        }
    }
    grid(style, head.collect::<Vec<_>>(), rows, BUT_FIRST)
}
