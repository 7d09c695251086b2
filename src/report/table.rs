//! The main figures as a table, pools side by side, what they mean for the region, and the settings of a run.

pub(crate) mod backtest;
pub(crate) mod breaches;
pub mod compare;
pub(crate) mod explain;
mod region;
pub(crate) mod solve;
pub(crate) mod stress;
pub(crate) mod sweep;
pub(crate) mod today;
pub mod validation;

use std::fmt::Write;
use std::ops::Range;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets};

use super::headlines::headlines;
use super::settings::Setting;
use crate::plan::Plan;
use crate::stats::figure::TOTAL;
use crate::stats::summary::Summary;
use crate::texts::{Language, message};

/// How a page and its tables are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Columns by spaces, for a terminal.
    Text,
    /// Tables in Markdown.
    Markdown,
}

/// The settings of a run: lines of TOML, each with its origin behind it, or a table in Markdown.
#[must_use]
pub fn settings(settings: &[Setting], style: Style) -> String {
    if style == Style::Markdown {
        let rows = settings.iter().map(|setting| [&setting.key, &setting.value, &setting.origin]);
        return grid(style, ["key", "value", "from"], rows, 0..0);
    }
    let width = |of: fn(&Setting) -> &String, most: usize| {
        settings.iter().map(|setting| of(setting).chars().count()).filter(|&width| width <= most).max().unwrap_or(0)
    };
    let (keys, values) = (width(|setting| &setting.key, 60), width(|setting| &setting.value, 30));
    settings.iter().fold(String::new(), |mut lines, Setting { key, value, origin }| {
        // Writing to a string does not fail.
        let _ = writeln!(lines, "{key:keys$} = {value:values$}  # {origin}");
        lines
    })
}

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
    for headline in headlines(plan, language) {
        let cell = |branch: &str| summary.get(branch, headline.figure).map(|found| headline.print(found, language));
        let cells: Vec<String> = columns.iter().map(|(branch, _)| cell(branch).unwrap_or_default()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(std::iter::once(headline.name).chain(cells).collect());
        }
    }
    grid(style, head.collect::<Vec<_>>(), rows, BUT_FIRST)
}

/// A table whose columns of numbers stand to the right, without blanks at the ends of lines.
pub(super) fn grid<R: Into<comfy_table::Row>>(
    style: Style,
    head: impl Into<comfy_table::Row>,
    rows: impl IntoIterator<Item = R>,
    numbers: Range<usize>,
) -> String {
    lines(&aligned(style, head, rows, numbers))
}

/// A table of many columns. Where it is too wide for a terminal, its heads break into lines between words.
pub(super) fn wide_grid(style: Style, head: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    /// Characters across, and of a column at least where there are many.
    const WIDTH: u16 = 150;
    const COLUMN: u16 = 15;
    /// Around a column's words.
    const SPACE: usize = 2;
    let mut table = aligned(style, head, rows, BUT_FIRST);
    if style == Style::Text {
        let words = |head: &String| head.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
        let least: Vec<u16> = head.iter().map(|head| u16::try_from(words(head) + SPACE).unwrap_or(u16::MAX)).collect();
        let width = least.iter().fold(0, |width: u16, column| width.saturating_add(COLUMN.max(*column)));
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width.max(WIDTH));
        table.set_constraints(least.into_iter().map(|column| ColumnConstraint::LowerBoundary(Width::Fixed(column))));
    }
    lines(&table)
}

fn aligned<R: Into<comfy_table::Row>>(
    style: Style,
    head: impl Into<comfy_table::Row>,
    rows: impl IntoIterator<Item = R>,
    numbers: Range<usize>,
) -> Table {
    let mut table = Table::new();
    table.load_style(match style {
        Style::Text => presets::NOTHING,
        Style::Markdown => presets::ASCII_MARKDOWN,
    });
    table.set_header(head);
    for row in rows {
        table.add_row(row);
    }
    for column in table.column_iter_mut().take(numbers.end).skip(numbers.start) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// All columns but the first.
pub(super) const BUT_FIRST: Range<usize> = 1..usize::MAX;

fn lines(table: &Table) -> String {
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}
