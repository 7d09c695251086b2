//! The numbers that recorders keep of each path, for comparisons path by path.

use super::figure::{PathFigure, PoolEvent};
use super::region::EventWindow;

/// A number that each path has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Variable {
    /// Value at a month-end that is kept, by its place.
    Value(usize),
    /// Equity share after trading at a month-end that is kept, by its place.
    Share(usize),
    /// Floor at a month-end that is kept, by its place.
    Floor(usize),
    /// Growth of a unit over a span, by its place.
    Growth(usize),
    /// Annualised nominal return over a span.
    Nominal(usize),
    /// Annualised real return over a span.
    Real(usize),
    /// Log growth of a unit over a span.
    LogGrowth(usize),
    /// Whether the first ex-post breach came after the pool was emptied.
    BreachAfterEmptied,
    /// Whether an event happened by a month, or is a state at its end.
    Event(PoolEvent, usize),
    /// Whether the old high is not regained.
    NotRecovered,
    /// A figure of the whole path.
    Path(PathFigure),
    /// A line of the region in a year, by its place.
    Line(usize),
    /// Whether an event of the region happened in a window of years, by its place.
    RegionEvent(usize, EventWindow),
    /// Whether an event of the region has never happened up to a year.
    Never(usize),
}
