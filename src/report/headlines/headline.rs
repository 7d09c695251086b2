//! A figure that tables show.

use crate::stats::Estimate;
use crate::stats::figure::{Figure, Unit};
use crate::texts::Language;

/// A figure that tables show.
#[derive(Debug, Clone)]
pub struct Headline {
    /// Its name in the language.
    pub name: String,
    /// The figure.
    pub figure: Figure,
}

impl Headline {
    /// A figure by its name.
    pub(super) fn new(name: impl Into<String>, figure: impl Into<Figure>) -> Self {
        Self { name: name.into(), figure: figure.into() }
    }

    /// An estimate of it in words.
    #[must_use]
    pub fn print(&self, estimate: Estimate, language: Language) -> String {
        print(estimate, self.figure.unit(), language)
    }
}

/// An estimate in words, with half its 95 % interval.
#[must_use]
pub fn print(estimate: Estimate, unit: Unit, language: Language) -> String {
    match unit {
        Unit::Fraction => language.estimate(estimate),
        Unit::Ratio => language.fraction(estimate),
        Unit::Amount => language.number_with_error(estimate.scaled(1e-6), 1),
        Unit::Number(most) => language.number_with_error(estimate, most),
    }
}
