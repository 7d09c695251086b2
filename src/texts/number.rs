//! Numbers as a language writes them.

use super::{Argument, Language, Message, message};
use crate::units::{MNKR, MONTHS_PER_YEAR};

impl Language {
    /// A number with so many decimals; one that is not known is a dash.
    #[must_use]
    pub fn number(self, number: f64, decimals: usize) -> String {
        if !number.is_finite() {
            return self.text(message!(unknown_number));
        }
        let digits = format!("{:.decimals$}", number.abs());
        let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
        let mut text = String::new();
        if number < 0.0 && digits.chars().any(|c| c.is_ascii_digit() && c != '0') {
            text.push_str(&self.text(message!(minus_sign)));
        }
        let thousands_sign = self.text(message!(thousands_sign));
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push_str(&thousands_sign);
            }
            text.push(digit);
        }
        if !part.is_empty() {
            text.push_str(&self.text(message!(decimal_sign)));
            text.push_str(part);
        }
        text
    }

    /// A span of years in words, of months where they are not whole.
    #[must_use]
    pub fn span(self, years: f64) -> String {
        self.text(Message::span(years))
    }

    /// A fraction in percent; one that is not known is a dash.
    #[must_use]
    pub fn percent(self, fraction: f64, decimals: usize) -> String {
        let number = self.number(100.0 * fraction, decimals);
        if fraction.is_finite() { self.text(message!(percent, number)) } else { number }
    }

    /// A quantile's level in percent.
    #[must_use]
    pub fn level(self, level: f64) -> String {
        let tenths = (1000.0 * level).round();
        self.percent(level, usize::from(tenths % 10.0 != 0.0))
    }

    /// A number as it was given: with the decimals that it needs, at most four.
    #[must_use]
    pub fn given(self, number: f64) -> String {
        self.number(number, decimals_needed(number, 4))
    }

    /// A fraction in percent, with the decimals that it needs, at most four.
    #[must_use]
    pub fn given_percent(self, fraction: f64) -> String {
        self.text(message!(percent, number = self.given(100.0 * fraction)))
    }

    /// An amount in SEK as million kronor, without unit, with the decimals that it needs; whole from 100 on.
    #[must_use]
    pub fn given_millions(self, sek: f64) -> String {
        if sek.abs() < 100.0 * MNKR { self.given(sek / MNKR) } else { self.millions(sek, 0) }
    }

    /// An amount in SEK as million kronor, without unit.
    #[must_use]
    pub fn millions(self, sek: f64, decimals: usize) -> String {
        self.number(sek / MNKR, decimals)
    }
}

/// The decimals that a number needs, at most so many.
fn decimals_needed(number: f64, most: usize) -> usize {
    let power = |decimals| (0..decimals).fold(1.0, |tens, _| 10.0 * tens);
    let half = 0.5 / power(most);
    let is_enough = |decimals: &usize| {
        let tens = power(*decimals);
        ((number * tens).round() / tens - number).abs() < half
    };
    (0..most).find(is_enough).unwrap_or(most)
}

impl Argument {
    /// A number with the decimals that it needs, to six figures at most.
    #[must_use]
    pub(crate) fn of_six_figures(number: f64) -> Self {
        const MOST: usize = 12;
        let mut most = 5;
        let mut size = number.abs();
        while size >= 10.0 && most > 0 {
            size /= 10.0;
            most -= 1;
        }
        while size < 1.0 && most < MOST {
            size *= 10.0;
            most += 1;
        }
        Self::Number { number, decimals: decimals_needed(number, most) }
    }
}

impl Message {
    /// A span of years in words, of months where they are not whole.
    #[must_use]
    pub fn span(years: f64) -> Self {
        let whole = |number| Argument::Number { number, decimals: 0 };
        let months = (MONTHS_PER_YEAR * years).round();
        if months % MONTHS_PER_YEAR != 0.0 {
            return message!(months, months = whole(months), count = months);
        }
        message!(years, years = whole(years), count = years.round())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_its_numbers() {
        assert_eq!(Language::En.number(-1_234_567.25, 1), "−1\u{202f}234\u{202f}567.2");
        assert_eq!(Language::Sv.number(1234.5, 1), "1\u{202f}234,5");
        assert_eq!(Language::Sv.percent(0.045, 1), "4,5\u{a0}%");
    }

    #[test]
    fn a_given_number_has_the_decimals_that_it_needs() {
        let given = [25.0, 0.65, 24.26, 1.0 / 3.0, 0.0, 1e-9].map(|number| Language::En.given(number));
        assert_eq!(given, ["25", "0.65", "24.26", "0.3333", "0", "0"]);
        assert_eq!(Language::Sv.given_percent(0.076), "7,6\u{a0}%");
        assert_eq!([4_580e6, 1.5e6].map(|sek| Language::Sv.given_millions(sek)), ["4\u{202f}580", "1,5"]);
    }

    #[test]
    fn six_figures_tell_a_number_of_any_size() {
        let shown = [4_802.478_08, 1e-5, 12.345_678_9, 10.0, 21_609_093.7, 0.0, -0.05]
            .map(|number| Language::Sv.argument(&Argument::of_six_figures(number)));
        assert_eq!(shown, ["4\u{202f}802,48", "0,00001", "12,3457", "10", "21\u{202f}609\u{202f}094", "0", "−0,05"]);
    }

    #[test]
    fn a_span_of_no_whole_years_is_one_of_months() {
        let spans = [0.25, 1.0 / 12.0, 1.0, 1.5].map(|years| Language::Sv.span(years));
        assert_eq!(spans, ["3 månader", "1 månad", "ett år", "18 månader"]);
    }

    #[test]
    fn nothing_is_minus_zero_and_the_unknown_is_a_dash() {
        assert_eq!(Language::En.percent(-0.000_01, 1), "0.0\u{a0}%");
        assert_eq!([Language::En.number(f64::NAN, 1), Language::En.percent(f64::NAN, 1)], ["–", "–"]);
    }
}
