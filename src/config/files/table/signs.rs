//! Whether the fractions of a column are written as percentages: all of them are, or none.

use super::super::number::{self, Readings};
use super::super::rows::{self, TableRow};
use crate::texts::{Message, message};
use crate::units::percent_of;

/// How the numbers of a column are written, as far as they are read.
#[derive(Debug, Clone, Default)]
pub(super) struct Signs {
    /// Whether one has a percent sign.
    percent: bool,
    /// The line and the text of the first one without it. A 0 is the same either way.
    bare: Option<(u64, String)>,
}

impl Signs {
    /// Learns from a cell of a row.
    pub(super) fn learn(&mut self, row: &TableRow, text: &str) {
        if number::is_percentage(text) {
            self.percent = true;
        } else if self.bare.is_none() && Readings::of(text).any().is_some_and(|number| number.abs() > 0.0) {
            self.bare = Some((rows::line(row), text.to_owned()));
        }
    }

    /// Whether numbers without a percent sign were read, and none with it.
    pub(super) const fn are_bare(&self) -> bool {
        self.bare.is_some() && !self.percent
    }

    /// The line of a number that is a fraction or, as others of its column, a percentage, and its two readings.
    pub(super) fn two(&self) -> Option<(u64, Message)> {
        let (line, text) = self.bare.as_ref().filter(|_| self.percent)?;
        let as_fraction = Readings::of(text).any().map_or_else(|| text.clone(), percent_of);
        Some((*line, message!(bare_among_percentages, text, as_fraction)))
    }
}
