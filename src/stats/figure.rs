//! The registry of figures: what each is called, in what unit, which group brings it, and whether more of it is better.
//!
//! The content of `summary.json` and its schema, the tables, the limits and the shorthands are read from here.

mod branch;
mod entry;
mod event;
mod name;
mod parameters;
mod pool;
mod range;
mod region;
mod registry;
mod source;

pub use crate::ledger::lines::Better;
pub use branch::Branch;
pub use entry::{FigureEntry, Unit};
pub use event::PoolEvent;
pub use name::FigureName;
pub use parameters::{NotAFigure, Quantile, Statistic, Term};
pub use pool::PoolFigure;
pub use region::RegionFigure;
pub use source::{PathFigure, Quantity, Source};

use std::fmt;

use serde::{Serialize, Serializer};

use crate::texts::Language;

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

    /// Its name in tables of a run of so many years; a figure that no table shows has its path for a name.
    #[must_use]
    pub(crate) fn name(self, horizon: f64, language: Language) -> String {
        match self {
            Self::Pool(figure) => figure.name(horizon).map_or_else(|| self.to_string(), |name| language.text(name)),
            Self::Region(figure) => language.text(figure.name_with_year()),
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
