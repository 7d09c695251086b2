//! Fractions written as a percentage: `0.65 %` for 0.0065.

use serde::Deserialize;

/// A percentage, as a regular expression of a JSON Schema.
pub const PERCENTAGE: &str = r"^\s*[-\u2212]?[0-9]+([.,][0-9]+)?\s*%\s*$";

/// A fraction as it is typed: a number, or a percentage.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Typed {
    Number(f64),
    Text(String),
}

impl Typed {
    /// The fraction; NaN for a text that is no percentage.
    pub(super) fn fraction(self) -> f64 {
        match self {
            Self::Number(number) => number,
            Self::Text(text) => fraction_of(&text).unwrap_or(f64::NAN),
        }
    }
}

/// The longest percentage read, in characters.
const LONGEST: usize = 400;

/// The fraction of a percentage with a decimal point or comma: `1 %`, `0,65 %`, `-12.5%`.
///
/// The result is the decimal with its exponent lower by two, so that `0.65 %` and 0.0065 are the same bits. `None` for
/// any other text: one with two decimal marks is ambiguous, and one with separators of thousands is no percentage.
#[must_use]
pub fn fraction_of(text: &str) -> Option<f64> {
    decimal(text.trim().strip_suffix('%')?.trim_end(), -2)
}

/// The number of digits with a decimal point or comma, its exponent moved by a power of ten; `None` for any other text.
pub(super) fn decimal(number: &str, power: i32) -> Option<f64> {
    let (sign, digits) = match number.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => ("-", digits),
        None => ("", number),
    };
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits.len() > LONGEST || !all_digits(whole) || !all_digits(part) {
        return None;
    }
    format!("{sign}{whole}.{part}e{power}").parse().ok()
}

/// A finite fraction as a percentage with a decimal point, which [`fraction_of`] reads as the same bits.
#[must_use]
pub fn percent_of(fraction: f64) -> String {
    let decimal = fraction.to_string();
    let (sign, decimal) = decimal.strip_prefix('-').map_or(("", decimal.as_str()), |decimal| ("-", decimal));
    let (whole, part) = decimal.split_once('.').unwrap_or((decimal, ""));
    let part = format!("{part:0<2}");
    let (moved, part) = part.split_at(2);
    let whole = format!("{whole}{moved}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if part.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{part} %")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_has_the_bits_of_its_fraction() {
        for (text, fraction) in [
            ("0.65 %", 0.0065_f64),
            ("0,65%", 0.0065),
            ("1 %", 0.01),
            (" 85 % ", 0.85),
            ("-12.5\u{a0}%", -0.125),
            ("\u{2212}3 %", -0.03),
            ("150 %", 1.5),
            ("0 %", 0.0),
        ] {
            assert_eq!(fraction_of(text).map(f64::to_bits), Some(fraction.to_bits()), "{text}");
        }
    }

    #[test]
    fn another_text_is_no_percentage() {
        let long = "1".repeat(500) + " %";
        for text in ["1", "%", " %", "1 000 %", "1.000,5 %", "1e2 %", "nan %", "inf %", "+-1 %", ".5 %", "5. %", &long]
        {
            assert_eq!(fraction_of(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same_bits(fraction in -20.0_f64..20.0, places in 0_usize..12) {
            let rounded: f64 = format!("{fraction:.places$}").parse().unwrap();
            for number in [fraction, rounded, fraction * 1e-9] {
                let text = percent_of(number);
                proptest::prop_assert_eq!(fraction_of(&text).map(f64::to_bits), Some(number.to_bits()), "{}", text);
            }
        }
    }

    #[test]
    fn a_percentage_is_written_short() {
        for (fraction, text) in
            [(0.0065, "0.65 %"), (0.85, "85 %"), (1.0, "100 %"), (0.0, "0 %"), (-0.005, "-0.5 %"), (20.0, "2000 %")]
        {
            assert_eq!(percent_of(fraction), text);
        }
    }
}
