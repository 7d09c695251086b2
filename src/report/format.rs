//! Estimates as a language writes them: to the digits that their errors allow.

use crate::stats::Estimate;
use crate::stats::figure::Unit;
use crate::texts::{Language, message};
use crate::units::MNKR;

/// The number of decimals of a figure whose 95 % interval has this half-width. The last one still means something;
/// there are at most `most`.
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
    /// An estimate of a figure with half its 95 % interval, or both its ends where it is lopsided, as tables show it.
    #[must_use]
    pub fn figure(self, estimate: Estimate, unit: Unit) -> String {
        let percent =
            || self.both_ends(estimate.scaled(100.0), 1, 3).map(|number| self.text(message!(percent, number)));
        match unit {
            Unit::Fraction if estimate.value <= 0.0 || estimate.value >= 1.0 => self.fraction(estimate),
            Unit::Fraction => percent().unwrap_or_else(|| self.fraction(estimate)),
            Unit::Ratio => percent().unwrap_or_else(|| self.ratio(estimate)),
            Unit::Amount => self.number_with_error(estimate.scaled(1.0 / MNKR), 1),
            Unit::Number(most) => self.number_with_error(estimate, most),
        }
    }

    /// An estimate of a fraction in percent, with the half-width of its 95 % interval, to the digits that it allows.
    /// What never happened (or always did) is bounded by the interval instead.
    #[must_use]
    pub fn fraction(self, estimate: Estimate) -> String {
        const MOST: usize = 3;
        let Estimate { value, interval: [low, high], .. } = estimate;
        let half = estimate.half_width();
        let decimals = decimals_for_error(100.0 * half, MOST).max(1);
        if !value.is_finite() {
            "–".to_owned()
        } else if half.is_nan() {
            self.text(message!(percent, number = unknown_error(&self.number(100.0 * value, 1))))
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

    /// An estimate of a ratio of any size and sign in percent, with the half-width of its 95 % interval, to the digits
    /// that it allows.
    #[must_use]
    pub fn ratio(self, estimate: Estimate) -> String {
        const MOST: usize = 3;
        if !estimate.value.is_finite() {
            return "–".to_owned();
        }
        let half = 100.0 * estimate.half_width();
        if half.is_nan() {
            return self.text(message!(percent, number = unknown_error(&self.number(100.0 * estimate.value, 1))));
        }
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
        let half = 1.0 / MNKR * estimate.half_width();
        self.millions(estimate.value, decimals_for_error(half, usize::from(estimate.value.abs() < 100.0 * MNKR)))
    }

    /// A difference with its sign and the half-width of its 95 % interval, to the digits that it allows.
    #[must_use]
    pub fn signed_with_error(self, estimate: Estimate, most: usize) -> String {
        let words = self.number_with_error(estimate, most);
        if estimate.value > 0.0 { format!("+{words}") } else { words }
    }

    /// A number with the half-width of its 95 % interval, or both its ends where it is lopsided, to the digits that it
    /// allows.
    #[must_use]
    pub fn number_with_error(self, estimate: Estimate, most: usize) -> String {
        let half = estimate.half_width();
        let shown = most.min(1);
        let most = enough_for(half, most);
        if half.is_nan() && estimate.value.is_finite() {
            return unknown_error(&self.number(estimate.value, shown));
        }
        if is_lost(half, most) {
            return self.number(estimate.value, shown);
        }
        if let Some(words) = self.both_ends(estimate, 0, most) {
            return words;
        }
        let decimals = decimals_for_error(half, most);
        format!("{} ± {}", self.number(estimate.value, decimals), self.number(half, decimals))
    }

    /// A number with both ends of its 95 % interval, to the digits that the nearer one allows; none where ± half of it
    /// says as much.
    fn both_ends(self, estimate: Estimate, least: usize, most: usize) -> Option<String> {
        const LOPSIDED: f64 = 1.5;
        let Estimate { value, interval: [low, high], .. } = estimate;
        let [near, far] = [(value - low).min(high - value), (value - low).max(high - value)];
        let half = estimate.half_width();
        if !(value.is_finite() && far > LOPSIDED * near) || is_lost(half, most) {
            return None;
        }
        let decimals = decimals_for_error(if near > 0.0 { near } else { half }, most).max(least);
        let [value, low, high] = [value, low, high].map(|number| self.number(number, decimals));
        Some(self.text(message!(with_interval, value, low, high)))
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

/// A number whose error is unknown.
fn unknown_error(number: &str) -> String {
    format!("{number} ± ?")
}

/// So many decimals at most that the half-width is not printed as zero: `most`, or two more where they show it.
fn enough_for(half: f64, most: usize) -> usize {
    if is_lost(half, most) && !is_lost(half, most + 2) { most + 2 } else { most }
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
    fn digits_follow_the_error() {
        assert_eq!([3.0, 0.96, 0.3, 0.02, 0.0].map(|half| decimals_for_error(half, 3)), [0, 0, 1, 2, 3]);
        let estimate = Estimate { value: 0.126_12, standard_error: 0.001_05, interval: [0.124_06, 0.128_18] };
        assert_eq!(Language::En.fraction(estimate), "12.6 ± 0.2\u{a0}%");
        assert_eq!(Language::Sv.fraction(Estimate::normal(0.25, 1e-9)), "25,0\u{a0}%");
    }

    /// An error that is not known is not one that is nothing, nor is one that needs another decimal.
    #[test]
    fn an_error_is_shown_wherever_there_is_one() {
        let figure = |estimate, unit| Language::En.figure(estimate, unit).replace('\u{a0}', " ");
        let unknown = Estimate::without_error;
        assert_eq!(figure(unknown(2449.53e6), Unit::Amount), "2449.5 ± ?".replace("2449", "2\u{202f}449"));
        assert_eq!(figure(unknown(1.0), Unit::Fraction), "100.0 ± ? %");
        assert_eq!(figure(unknown(0.127), Unit::Ratio), "12.7 ± ? %");
        assert_eq!(figure(Estimate::normal(2.6049e6, 2e3), Unit::Amount), "2.605 ± 0.004");
        // Thousandths of a percent are the last that say anything.
        assert_eq!(figure(Estimate::normal(0.251_234, 1e-6), Unit::Fraction), "25.1 %");
        assert_eq!(figure(Estimate::normal(2.6e6, 0.0), Unit::Amount), "2.6");
    }

    #[test]
    fn what_never_happened_is_bounded() {
        let never = crate::stats::probability::proportion(0, 100_000);
        assert_eq!(Language::En.fraction(never), "< 0.004\u{a0}%");
        assert_eq!(Language::En.fraction(crate::stats::probability::proportion(1000, 1000)), "> 99.61\u{a0}%");
        assert_eq!(Language::En.fraction(Estimate::UNKNOWN), "–");
        let below = |high| Language::En.fraction(Estimate { value: 0.0, standard_error: 0.0, interval: [0.0, high] });
        assert_eq!([0.002_61, 0.0123, 0.2041].map(below), ["< 0.27\u{a0}%", "< 1.3\u{a0}%", "< 20.5\u{a0}%"]);
    }

    #[test]
    fn a_lopsided_interval_is_shown_by_its_ends() {
        let figure = |language: Language, value: f64, interval: [f64; 2], unit: Unit| {
            language.figure(Estimate { value, standard_error: 0.1, interval }, unit).replace('\u{a0}', " ")
        };
        assert_eq!(figure(Language::En, 1.2e6, [0.3e6, 4.8e6], Unit::Amount), "1.2 (0.3 to 4.8)");
        assert_eq!(figure(Language::Sv, 1.2e6, [0.3e6, 4.8e6], Unit::Amount), "1,2 (0,3 till 4,8)");
        assert_eq!(figure(Language::En, 0.001, [0.000_3, 0.003_6], Unit::Fraction), "0.10 (0.03 to 0.36) %");
        assert_eq!(figure(Language::En, -0.02, [-0.03, 0.01], Unit::Ratio), "-2.0 (-3.0 to 1.0) %".replace('-', "−"));
        assert_eq!(figure(Language::En, 0.0, [0.0, 0.003], Unit::Fraction), "< 0.30 %");
        // One side is 1.4 times the other, then 1.6 times.
        assert_eq!(figure(Language::En, 10.0, [5.0, 17.0], Unit::Number(1)), "10 ± 6");
        assert_eq!(figure(Language::En, 10.0, [5.0, 18.0], Unit::Number(1)), "10 (5 to 18)");
    }

    #[test]
    fn an_amount_has_a_decimal_only_where_it_means_something() {
        let amount = |value, error| Language::Sv.amount(Estimate::normal(value, error));
        assert_eq!(amount(12_345_600_000.0, 1e3), "12\u{202f}346");
        assert_eq!([amount(12.34e6, 1e4), amount(12.34e6, 1e7), amount(0.0, 0.0)], ["12,3", "12", "0,0"]);
        assert_eq!(amount(-1234.6e6, 1e3), "−1\u{202f}235");
    }
}
