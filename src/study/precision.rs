//! The number of paths that a figure takes to be known to a wanted precision.

mod stages;

pub use stages::{OutOfReach, Stages};

use std::str::FromStr;

use super::limits::{hint_of_percent, range_in_words};
use super::names::{FigureNames, UnknownFigure};
use super::other_unit::OtherUnit;
use crate::stats::figure::FigureName;
use crate::texts::{Message, Worded, message};
use crate::units::{TypedNumber, TypedUnit, in_short};

/// A precision wanted of a figure: the most that half the width of its 95 % interval may be, in the figure's unit.
///
/// The figure is one of a run, or still the text that was typed for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Precision<F = FigureName> {
    /// The figure.
    pub figure: F,
    /// Half the width.
    pub half_width: f64,
    /// The unit that it was typed in.
    pub typed: TypedUnit,
}

/// A text that states no precision.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct NotAPrecision {
    found: String,
}

impl Worded for NotAPrecision {
    fn message(&self) -> Message {
        Message::found(format!("\"{}\"", self.found), message!(a_precision))
    }
}

impl FromStr for Precision<String> {
    type Err = NotAPrecision;

    fn from_str(text: &str) -> Result<Self, NotAPrecision> {
        let parse = || {
            let (figure, half_width) = text.split_once('=')?;
            let TypedNumber { number: half_width, typed } = half_width.parse().ok()?;
            let figure = figure.trim().to_owned();
            (half_width > 0.0 && !figure.is_empty()).then_some(Self { figure, half_width, typed })
        };
        parse().ok_or_else(|| NotAPrecision { found: text.to_owned() })
    }
}

/// A precision that a run cannot be asked for.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.message())]
pub enum NotWanted {
    /// The run does not make the figure.
    Unknown(#[from] UnknownFigure),
    /// It is typed in another unit than the figure's.
    Unit(#[from] OtherUnit),
    /// No interval of the figure can be wider.
    AlwaysReached {
        /// The precision.
        wanted: Precision,
        /// The figure's least and greatest value.
        range: [f64; 2],
    },
}

impl Worded for NotWanted {
    fn message(&self) -> Message {
        match self {
            Self::Unknown(unknown) => unknown.message(),
            Self::Unit(other) => other.message(),
            Self::AlwaysReached { wanted: Precision { figure, half_width, .. }, range } => {
                let text = message!(
                    precision_always,
                    figure = figure.to_string(),
                    half_width = in_short(*half_width),
                    range = range_in_words(*range)
                );
                hint_of_percent(text, *half_width, *range)
            }
        }
    }
}

/// The precisions of the figures of a run.
///
/// # Errors
/// The first one that the run does not make, or whose precision any run has.
pub fn in_full(wanted: &[Precision<String>], names: &FigureNames) -> Result<Vec<Precision>, NotWanted> {
    let full = |of: &Precision<String>| {
        let (half_width, typed) = (of.half_width, of.typed);
        let wanted = Precision { figure: names.full(&of.figure)?, half_width, typed };
        OtherUnit::check(&wanted.figure, TypedNumber { number: half_width, typed })?;
        let range = names.range(&wanted.figure);
        if 2.0 * wanted.half_width >= range[1] - range[0] {
            return Err(NotWanted::AlwaysReached { wanted, range });
        }
        Ok(wanted)
    };
    wanted.iter().map(full).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_precision_is_a_figure_and_a_positive_number() {
        for wrong in ["", "x", "x=", "=1", "x=0", "x=-1", "x=nan", "x=1,5"] {
            assert!(wrong.parse::<Precision<_>>().is_err(), "{wrong}");
        }
    }
}
