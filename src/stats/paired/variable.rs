//! A number of each path that runs are compared by.

use crate::stats::region::Window;
use crate::stats::tally::PathFigure;

/// A number that each path has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Variable {
    /// Value at a month-end that is kept, by its place.
    Value(usize),
    /// Equity share after trading, likewise.
    Share(usize),
    /// Floor, likewise.
    Floor(usize),
    /// Whether it is below the floor, likewise.
    Below(usize),
    /// Growth of a unit over a span, by its place.
    Growth(usize),
    /// Annualised nominal return over a span.
    Nominal(usize),
    /// Annualised real return over a span.
    Real(usize),
    /// Whether there was an ex-ante breach by a month.
    ExAnteBy(usize),
    /// Whether there was an ex-post breach by a month.
    ExPostBy(usize),
    /// Whether some payment could not be made by a month.
    UnpaidBy(usize),
    /// Whether the old high is not regained.
    NotRecovered,
    /// A figure of the whole path.
    Path(PathFigure),
    /// Of the region: a line of a year, by its place.
    Line(usize),
    /// Of the region: whether a mark happened in a window of years, by its place.
    Mark(usize, Window),
    /// Of the region: whether a mark has never happened up to a year.
    Never(usize),
}
