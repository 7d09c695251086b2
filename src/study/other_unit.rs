//! Numbers typed beside a figure in another unit than its own.

use crate::stats::figure::{FigureName, Unit};
use crate::texts::{Argument, Message, Worded, message};
use crate::units::MNKR;

/// A number beside a figure whose unit is another: a percentage of an amount, or million kronor for kronor.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.message())]
pub enum OtherUnit {
    /// A percentage of an amount or a number.
    Percentage {
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
    /// If it is a percentage and the figure no fraction, or if it is plausible only as million kronor.
    pub(super) fn check(figure: &FigureName, number: f64, is_percentage: bool) -> Result<(), Self> {
        let unit = figure.figure.unit();
        if is_percentage && !unit.is_fraction() {
            return Err(Self::Percentage { figure: figure.clone() });
        }
        if unit == Unit::Amount && number.abs() > 0.0 && number.abs() < MNKR {
            return Err(Self::Millions { figure: figure.clone(), number });
        }
        Ok(())
    }
}

impl Worded for OtherUnit {
    fn message(&self) -> Message {
        match self {
            Self::Percentage { figure } => message!(figure_takes_no_percentage, figure = figure.to_string()),
            Self::Millions { figure, number } => {
                let kronor = |number: f64| Argument::Number { number, decimals: 0 };
                let text = message!(figure_in_kronor, figure = figure.to_string(), found = kronor(*number));
                text.hinted(message!(mnkr_in_kronor, mnkr = number.to_string(), kronor = (number * MNKR).to_string()))
            }
        }
    }
}
