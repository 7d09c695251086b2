//! Numbers as people and programs write them: with a decimal point or a decimal comma, with signs between thousands or
//! without, and fractions as percentages.

use crate::texts::{Message, message};

/// How the decimals of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decimals {
    /// No number of it tells so far.
    Untold,
    /// Numbers have a decimal point: `1234.5`, `1,234.5`.
    Point,
    /// Numbers have a decimal comma: `1234,5`, `1.234,5`, `1 234,5`.
    Comma,
    /// As a workbook holds them: numbers, with a point. Texts tell each by itself.
    Typed,
}

/// The number that a text is with a decimal point, and the one that it is with a decimal comma.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Readings {
    pub(super) point: Option<f64>,
    pub(super) comma: Option<f64>,
}

impl Readings {
    /// Percentages become fractions, with the bits of the decimal that is shifted by two.
    pub(super) fn of(text: &str) -> Self {
        let plain = text.parse::<f64>().ok().filter(|number| number.is_finite());
        Self { point: plain.or_else(|| grouped(text, '.', ',')), comma: grouped(text, ',', '.') }
    }

    /// Any of them.
    pub(super) fn any(self) -> Option<f64> {
        self.point.or(self.comma)
    }

    /// The decimals that a file must have to hold it; none where it is a number either way, or neither.
    pub(super) const fn told(self) -> Option<Decimals> {
        match (self.point, self.comma) {
            (Some(_), None) => Some(Decimals::Point),
            (None, Some(_)) => Some(Decimals::Comma),
            _ => None,
        }
    }

    /// The two numbers that it may be.
    pub(super) fn two(self) -> Option<(f64, f64)> {
        self.point.zip(self.comma).filter(|(point, comma)| point.to_bits() != comma.to_bits())
    }
}

/// Whether a text has a percent sign after its number.
pub(super) fn is_percentage(text: &str) -> bool {
    text.ends_with('%')
}

/// A text that is one number with a decimal point and another one with a decimal comma, in words.
pub(super) fn two(text: &str, point: f64, comma: f64) -> Message {
    message!(two_numbers, text, point = point.to_string(), comma = comma.to_string())
}

/// The number with this decimal sign, its thousands apart by spaces, by apostrophes or by the other sign.
fn grouped(text: &str, decimal: char, other: char) -> Option<f64> {
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, exponent) = match digits.strip_suffix('%') {
        // As `units::fraction_of` moves the decimal sign.
        Some(digits) => (digits.trim_end(), Some("-2")),
        None => digits.split_once(['e', 'E']).map_or((digits, None), |(digits, exponent)| (digits, Some(exponent))),
    };
    let (whole, part) = digits.split_once(decimal).map_or((digits, None), |(whole, part)| (whole, Some(part)));
    // Nobody sets thousands apart before a power of ten.
    let whole = if exponent.is_some() { whole.to_owned() } else { ungrouped(whole, other)? };
    let part = part.unwrap_or("");
    if (whole.is_empty() && part.is_empty()) || ![&*whole, part].concat().bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let exponent = exponent.map_or_else(String::new, |exponent| format!("e{exponent}"));
    format!("{sign}{whole}.{part}{exponent}").parse::<f64>().ok().filter(|number| number.is_finite())
}

/// Digits without the signs between thousands, all the same: a group of one to three digits, then groups of three.
fn ungrouped(whole: &str, other: char) -> Option<String> {
    let between = |c: char| c == other || SPACES.contains(&c) || c == '\'';
    let digits: String = whole.chars().filter(|c| !between(*c)).collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let Some(sign) = whole.chars().find(|c| between(*c)) else { return Some(digits) };
    let groups: Vec<&str> = whole.split(sign).collect();
    let first = (1..=3).contains(&groups[0].len()) && !groups[0].starts_with('0');
    let rest = groups[1..].iter().all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()));
    (first && rest).then_some(digits)
}

/// Spaces between thousands: plain, no-break, narrow no-break, thin and figure space.
const SPACES: [char; 5] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\u{2007}'];

#[cfg(test)]
mod tests {
    use super::*;

    fn bits(text: &str) -> [Option<u64>; 2] {
        let Readings { point, comma } = Readings::of(text);
        [point, comma].map(|number| number.map(f64::to_bits))
    }

    #[test]
    fn a_number_is_the_same_bits_however_its_decimals_and_thousands_are_written() {
        for (text, point, comma) in [
            ("0.05", Some(0.05), None),
            ("0,05", None, Some(0.05)),
            ("1 234,5", None, Some(1234.5)),
            ("1\u{a0}234\u{202f}567", None, None),
            ("1\u{a0}234\u{a0}567", Some(1_234_567.0), Some(1_234_567.0)),
            ("-12\u{202f}345,67", None, Some(-12_345.67)),
            ("\u{2212}0,5", None, Some(-0.5)),
            ("1.234.567", None, Some(1_234_567.0)),
            ("1,234,567.8", Some(1_234_567.8), None),
            ("1'234.5", Some(1234.5), None),
            ("1e-5", Some(1e-5), Some(1e-5)),
            ("1,5E+06", None, Some(1.5e6)),
            ("1.234e-5", Some(1.234e-5), None),
            ("85.000", Some(85.0), Some(85_000.0)),
            ("1,234", Some(1234.0), Some(1.234)),
            ("0.123", Some(0.123), None),
            ("0,123", None, Some(0.123)),
            ("12", Some(12.0), Some(12.0)),
        ] {
            assert_eq!(bits(text), [point, comma].map(|number: Option<f64>| number.map(f64::to_bits)), "{text}");
        }
    }

    #[test]
    fn a_percentage_has_the_bits_of_its_fraction_and_of_a_configurations_text() {
        for (text, fraction) in [
            ("0,98%", 0.0098_f64),
            ("0.98 %", 0.0098),
            ("-12,5\u{a0}%", -0.125),
            ("\u{2212}3\u{202f}%", -0.03),
            ("100 %", 1.0),
            ("1.234 %", 0.01234),
        ] {
            let of_a_configuration = crate::units::fraction_of(text).map(f64::to_bits);
            assert_eq!(Readings::of(text).any().map(f64::to_bits), Some(fraction.to_bits()), "{text}");
            assert_eq!(of_a_configuration, Some(fraction.to_bits()), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_has_no_reading() {
        for text in [
            "", ".", ",", "1.2.3", "1,2,3", "12 34", "1 2345", "nan", "inf", "1e999", "%", "1e2 %", "1 000 %", "5 %%",
            "0x1", "--1", "1-",
        ] {
            assert_eq!(bits(text), [None, None], "{text}");
        }
    }

    #[test]
    fn only_what_is_two_numbers_is_ambiguous() {
        for (text, two) in
            [("85.000", Some((85.0, 85_000.0))), ("1 234", None), ("0.5", None), ("-1,000", Some((-1000.0, -1.0)))]
        {
            assert_eq!(Readings::of(text).two(), two, "{text}");
        }
    }
}
