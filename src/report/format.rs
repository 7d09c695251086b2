//! Numbers as a language writes them.

use crate::stats::Estimate;
use crate::texts::{Language, message};

/// Narrow no-break space: between thousands.
const THIN: char = '\u{202f}';
/// No-break space: before a unit.
const SPACE: char = '\u{a0}';
/// A true minus sign.
const MINUS: char = '\u{2212}';

/// How many decimals a figure is given whose 95 % interval has this half-width: so many that the last one still means
/// something, at most `most`.
#[must_use]
pub fn decimals_for_error(half_width: f64, most: usize) -> usize {
    if half_width.is_nan() || half_width <= 0.0 {
        return most;
    }
    let mut last = 0.95;
    let mut decimals = 0;
    while decimals < most && half_width < last {
        last /= 10.0;
        decimals += 1;
    }
    decimals
}

impl Language {
    /// A number with so many decimals; one that is not known is a dash.
    #[must_use]
    pub fn number(self, number: f64, decimals: usize) -> String {
        if !number.is_finite() {
            return "–".to_owned();
        }
        let digits = format!("{:.decimals$}", number.abs());
        let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
        let mut text = String::new();
        if number < 0.0 && digits.chars().any(|c| c.is_ascii_digit() && c != '0') {
            text.push(MINUS);
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push(THIN);
            }
            text.push(digit);
        }
        if !part.is_empty() {
            text.push_str(&self.text(message!(decimal_sign)));
            text.push_str(part);
        }
        text
    }

    /// A span of years in words, with a decimal where they are not whole.
    #[must_use]
    pub fn span(self, years: f64) -> String {
        let decimals = usize::from((years - years.round()).abs() > 1e-9);
        self.text(message!(years, years = self.number(years, decimals), count = years))
    }

    /// A fraction in percent.
    #[must_use]
    pub fn percent(self, fraction: f64, decimals: usize) -> String {
        format!("{}{SPACE}%", self.number(100.0 * fraction, decimals))
    }

    /// A quantile's level in percent.
    #[must_use]
    pub fn level(self, level: f64) -> String {
        let tenths = (1000.0 * level).round();
        self.percent(level, usize::from(tenths % 10.0 != 0.0))
    }

    /// An estimate of a fraction in percent, with the half-width of its 95 % interval, to the digits that it allows.
    /// What never happened (or always did) is bounded by the interval instead.
    #[must_use]
    pub fn estimate(self, estimate: Estimate) -> String {
        const MOST: usize = 3;
        let Estimate { value, interval: [low, high], .. } = estimate;
        let half = 0.5 * (high - low);
        let decimals = decimals_for_error(100.0 * half, MOST).max(1);
        if !value.is_finite() {
            "–".to_owned()
        } else if half > 0.0 && value <= 0.0 && low >= 0.0 {
            let (bound, decimals) = outward(100.0 * high, MOST);
            format!("< {}", self.percent(bound / 100.0, decimals))
        } else if half > 0.0 && value >= 1.0 && high >= 1.0 {
            let (bound, decimals) = outward(100.0 * (1.0 - low), MOST);
            format!("> {}", self.percent(1.0 - bound / 100.0, decimals))
        } else if is_lost(100.0 * half, MOST) {
            self.percent(value, 1)
        } else {
            format!("{} ± {}", self.number(100.0 * value, decimals), self.percent(half, decimals))
        }
    }

    /// An estimate of a fraction of any sign in percent, with the half-width of its 95 % interval, to the digits that
    /// it allows.
    #[must_use]
    pub fn fraction(self, estimate: Estimate) -> String {
        const MOST: usize = 3;
        if !estimate.value.is_finite() {
            return "–".to_owned();
        }
        let half = 50.0 * (estimate.interval[1] - estimate.interval[0]);
        if is_lost(half, MOST) {
            return self.percent(estimate.value, 2);
        }
        let decimals = decimals_for_error(half, MOST).max(1);
        format!("{} ± {}", self.number(100.0 * estimate.value, decimals), self.percent(half / 100.0, decimals))
    }

    /// An estimate of an amount in SEK as million kronor, without unit and error, to at most one decimal that its error
    /// allows.
    #[must_use]
    pub fn amount(self, estimate: Estimate) -> String {
        let half = 0.5e-6 * (estimate.interval[1] - estimate.interval[0]);
        self.millions(estimate.value, decimals_for_error(half, usize::from(estimate.value.abs() < 100e6)))
    }

    /// An amount in SEK as million kronor, without unit.
    #[must_use]
    pub fn millions(self, sek: f64, decimals: usize) -> String {
        self.number(sek / 1e6, decimals)
    }

    /// A difference with its sign and the half-width of its 95 % interval, to the digits that it allows.
    #[must_use]
    pub fn signed_with_error(self, estimate: Estimate, most: usize) -> String {
        let words = self.number_with_error(estimate, most);
        if estimate.value > 0.0 { format!("+{words}") } else { words }
    }

    /// A number with the half-width of its 95 % interval, to the digits that it allows.
    #[must_use]
    pub fn number_with_error(self, estimate: Estimate, most: usize) -> String {
        let half = 0.5 * (estimate.interval[1] - estimate.interval[0]);
        if is_lost(half, most) {
            return self.number(estimate.value, most.min(1));
        }
        let decimals = decimals_for_error(half, most);
        format!("{} ± {}", self.number(estimate.value, decimals), self.number(half, decimals))
    }
}

/// A bound rounded up to two figures, with at least one decimal and at most `most`: it still holds.
fn outward(bound: f64, most: usize) -> (f64, usize) {
    let (mut unit, mut decimals) = (10.0, 1);
    while decimals < most && bound * unit < 9.5 {
        unit *= 10.0;
        decimals += 1;
    }
    ((bound * unit - 1e-9).ceil() / unit, decimals)
}

/// Whether a half-width would be printed as zero.
fn is_lost(half: f64, most: usize) -> bool {
    let last = (0..most).fold(0.5, |last, _| last / 10.0);
    half.is_nan() || half < last
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
    fn nothing_is_minus_zero_and_the_unknown_is_a_dash() {
        assert_eq!(Language::En.percent(-0.000_01, 1), "0.0\u{a0}%");
        assert_eq!(Language::En.number(f64::NAN, 1), "–");
    }

    #[test]
    fn digits_follow_the_error() {
        assert_eq!([3.0, 0.96, 0.3, 0.02, 0.0].map(|half| decimals_for_error(half, 3)), [0, 0, 1, 2, 3]);
        let estimate = Estimate { value: 0.126_12, standard_error: 0.001_05, interval: [0.124_06, 0.128_18] };
        assert_eq!(Language::En.estimate(estimate), "12.6 ± 0.2\u{a0}%");
        assert_eq!(Language::Sv.estimate(Estimate::normal(0.25, 1e-9)), "25,0\u{a0}%");
    }

    #[test]
    fn what_never_happened_is_bounded() {
        let never = crate::stats::probability::proportion(0, 100_000);
        assert_eq!(Language::En.estimate(never), "< 0.004\u{a0}%");
        assert_eq!(Language::En.estimate(crate::stats::probability::proportion(1000, 1000)), "> 99.61\u{a0}%");
        assert_eq!(Language::En.estimate(Estimate::UNKNOWN), "–");
        let below = |high| Language::En.estimate(Estimate { value: 0.0, standard_error: 0.0, interval: [0.0, high] });
        assert_eq!([0.002_61, 0.0123, 0.2041].map(below), ["< 0.27\u{a0}%", "< 1.3\u{a0}%", "< 20.5\u{a0}%"]);
    }

    #[test]
    fn an_amount_has_a_decimal_only_where_it_means_something() {
        let amount = |value, error| Language::Sv.amount(Estimate::normal(value, error));
        assert_eq!(amount(12_345_600_000.0, 1e3), "12\u{202f}346");
        assert_eq!([amount(12.34e6, 1e4), amount(12.34e6, 1e7), amount(0.0, 0.0)], ["12,3", "12", "0,0"]);
        assert_eq!(amount(-1234.6e6, 1e3), "−1\u{202f}235");
    }
}
