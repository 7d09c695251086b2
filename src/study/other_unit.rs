//! Numbers typed beside a figure in another unit than its own.

use crate::stats::figure::{FigureName, Unit};
use crate::texts::{Argument, Message, Worded, message};
use crate::units::{MNKR, TypedNumber, TypedUnit};

/// A number beside a figure whose unit is another: a percentage of an amount, kronor of a share, or million kronor for
/// kronor.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.message())]
pub enum OtherUnit {
    /// A percentage of an amount or a number.
    Percentage {
        /// The figure.
        figure: FigureName,
    },
    /// An amount of a figure that is none.
    Kronor {
        /// The figure.
        figure: FigureName,
    },
    /// An amount under a million kronor, where kronor are wanted.
    Millions {
        /// The figure.
        figure: FigureName,
        /// The number.
        number: f64,
    },
}

impl OtherUnit {
    /// Holds a number to the unit of its figure.
    ///
    /// # Errors
    /// If it is a percentage and the figure no fraction, or kronor and the figure no amount. If it is plausible only as
    /// million kronor.
    pub(super) fn check(figure: &FigureName, TypedNumber { number, typed }: TypedNumber) -> Result<(), Self> {
        let unit = figure.figure.unit();
        let figure = figure.clone();
        match typed {
            TypedUnit::Percent if !unit.is_fraction() => Err(Self::Percentage { figure }),
            TypedUnit::Kronor if unit != Unit::Amount => Err(Self::Kronor { figure }),
            TypedUnit::Own if unit == Unit::Amount && number.abs() > 0.0 && number.abs() < MNKR => {
                Err(Self::Millions { figure, number })
            }
            _ => Ok(()),
        }
    }
}

impl Worded for OtherUnit {
    fn message(&self) -> Message {
        match self {
            Self::Percentage { figure } => message!(figure_takes_no_percentage, figure = figure.to_string()),
            Self::Kronor { figure } => message!(figure_is_no_amount, figure = figure.to_string()),
            Self::Millions { figure, number } => {
                let kronor = |number: f64| Argument::Number { number, decimals: 0 };
                let text = message!(figure_in_kronor, figure = figure.to_string(), found = kronor(*number));
                text.hinted(message!(mnkr_in_kronor, mnkr = number.to_string()))
            }
        }
    }
}
