//! A table set in text or in Markdown.

use std::ops::Range;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets};

/// The way in which a page and its tables are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Columns by spaces, for a terminal.
    Text,
    /// Tables in Markdown.
    Markdown,
}

/// All columns but the first.
pub(in crate::report) const BUT_FIRST: Range<usize> = 1..usize::MAX;

/// A table whose columns of numbers stand to the right, without blanks at the ends of lines.
pub(in crate::report) fn grid<R: Into<comfy_table::Row>>(
    style: Style,
    head: impl Into<comfy_table::Row>,
    rows: impl IntoIterator<Item = R>,
    numbers: Range<usize>,
) -> String {
    lines(&aligned(style, head, rows, numbers))
}

/// A table of many columns. Where it is too wide for a terminal, its heads break into lines between words.
pub(in crate::report) fn wide_grid(
    style: Style,
    head: &[String],
    rows: impl IntoIterator<Item = Vec<String>>,
) -> String {
    /// The width of a table in characters.
    const WIDTH: u16 = 150;
    /// The least width of a column where there are many.
    const COLUMN: u16 = 15;
    /// Characters around a column's words.
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

fn lines(table: &Table) -> String {
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}
