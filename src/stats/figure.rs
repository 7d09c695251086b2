//! The registry of figures: what each is called, in what unit, which group brings it, and whether more of it is better.
//!
//! The content of `summary.json` and its schema, the tables, the limits and the shorthands are read from here.

mod parameters;
mod pool;
mod region;
mod source;

pub use parameters::{NotAFigure, Quantile, Statistic, Term};
pub use pool::{PoolEvent, PoolFigure};
pub use region::RegionFigure;
pub use source::{PathFigure, Quantity, Source};

use std::fmt;

use serde::{Serialize, Serializer};

use crate::plan::FigureGroup;

/// The branch of a summary that holds all pools together.
pub const TOTAL: &str = "total";

/// The branch of a summary that holds the region.
pub const REGION: &str = "region";

/// What the registry says of a figure of a pool.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// Its path in `summary.json` within the pool, with slots for its parameters: `value.{term}.{statistic}`.
    pub path: &'static str,
    /// Its unit, and how it is shown.
    pub unit: Unit,
    /// The group of figures that brings it; none where the market's own settings do.
    pub group: Option<FigureGroup>,
    /// Whether more of it is better.
    pub better: Better,
    /// What it is.
    pub meaning: &'static str,
}

/// The unit of a figure, and how tables show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// SEK; shown in millions.
    Amount,
    /// A fraction of a whole, a rate or a probability; shown in percent.
    Fraction,
    /// A ratio of any size and sign; shown in percent.
    Ratio,
    /// A number without a unit, or of months; shown with so many decimals at most.
    Number(usize),
}

/// Whether more of a figure is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// It depends on what is wanted.
    Neither,
}

/// A figure within its branch of the summary: a pool's, or the region's.
///
/// # Examples
/// ```
/// use skans::{Figure, PoolFigure, Statistic, Term};
///
/// let figure = Figure::from(PoolFigure::Value(Term::Years(10), Statistic::Q05));
/// assert_eq!(figure.to_string(), "value.y10.q05");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Figure {
    /// A figure of a pool, or of all pools together.
    Pool(PoolFigure),
    /// A figure of the region.
    Region(RegionFigure),
}

impl Figure {
    /// Its unit, and how it is shown.
    #[must_use]
    pub fn unit(self) -> Unit {
        match self {
            Self::Pool(figure) => figure.entry().unit,
            Self::Region(figure) => figure.unit(),
        }
    }
}

impl From<PoolFigure> for Figure {
    fn from(figure: PoolFigure) -> Self {
        Self::Pool(figure)
    }
}

impl From<RegionFigure> for Figure {
    fn from(figure: RegionFigure) -> Self {
        Self::Region(figure)
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pool(figure) => figure.fmt(f),
            Self::Region(figure) => figure.fmt(f),
        }
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What stands in the slots of a path: `y10` and `mean` of `value.y10.mean` by `value.{term}.{statistic}`.
fn slots<'t>(path: &str, text: &'t str) -> Option<Vec<&'t str>> {
    if path.split('.').count() != text.split('.').count() {
        return None;
    }
    let mut slots = Vec::new();
    for (pattern, part) in path.split('.').zip(text.split('.')) {
        match pattern.split_once('{') {
            Some((before, _)) => slots.push(part.strip_prefix(before)?),
            None if pattern == part => {}
            None => return None,
        }
    }
    Some(slots)
}
