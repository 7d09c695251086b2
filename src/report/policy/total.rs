//! Amounts of several years as one total.

use crate::texts::{Argument, Language, Message, message};

/// The sum of amounts, and the years of the first and the last of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Total {
    sek: f64,
    years: [i32; 2],
}

impl Total {
    /// The sentence of amounts in SEK with their calendar years, oldest first; none where nothing is due.
    pub(super) fn of(amounts: impl Iterator<Item = (i32, f64)>) -> Option<Self> {
        amounts.filter(|&(_, sek)| sek > 0.0).fold(None, |total, (year, sek)| {
            let Self { sek: sum, years: [first, _] } = total.unwrap_or(Self { sek: 0.0, years: [year; 2] });
            Some(Self { sek: sum + sek, years: [first, year] })
        })
    }

    /// The sum and its years.
    pub(super) fn message(self, language: Language) -> Message {
        message!(policy_total, amount = language.given_millions(self.sek), years = span(self.years))
    }
}

/// The first and the last year of a span, or the one year that it is.
pub(super) fn span([first, last]: [i32; 2]) -> Argument {
    if first == last { first.into() } else { message!(policy_years, first, last).into() }
}
