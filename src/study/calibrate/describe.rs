//! A history before any model: moments, autocorrelation, falls.

use serde::Serialize;

use crate::numerics::real;
use crate::units::MONTHS_PER_YEAR;

/// Moments of a column of simple returns.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Description {
    /// 12 times the mean return.
    pub arithmetic: f64,
    /// `exp(12 × mean log return) - 1`.
    pub geometric: f64,
    /// Standard deviation (divisor n − 1) times √12, of simple returns.
    pub volatility: f64,
    /// Third standardised moment, corrected for the sample's size: `G1` of Joanes & Gill (1998, *The Statistician* 47).
    pub skewness: f64,
    /// Fourth standardised moment less 3, likewise: `G2`.
    pub excess_kurtosis: f64,
    /// The correlation of a month's return with the one before.
    pub autocorrelation: f64,
    /// The worst month's return.
    pub worst_month: f64,
    /// The deepest fall from an earlier month-end high, positive.
    pub drawdown: f64,
}

impl Description {
    /// The figures of log returns of months.
    #[must_use]
    pub fn of(logs: &[f64]) -> Self {
        let returns: Vec<f64> = logs.iter().map(|x| libm::expm1(*x)).collect();
        let n = real(returns.len());
        let centre = mean(&returns);
        let moment = |k: u32| returns.iter().fold(0.0, |sum, x| sum + (0..k).fold(1.0, |p, _| p * (x - centre))) / n;
        let variance = moment(2);
        let excess = moment(4) / (variance * variance) - 3.0;
        Self {
            arithmetic: MONTHS_PER_YEAR * centre,
            geometric: libm::expm1(12.0 * mean(logs)),
            volatility: (12.0 * variance * n / (n - 1.0)).sqrt(),
            skewness: (n * (n - 1.0)).sqrt() / (n - 2.0) * moment(3) / (variance * variance.sqrt()),
            excess_kurtosis: (n - 1.0) / ((n - 2.0) * (n - 3.0)) * ((n + 1.0) * excess + 6.0),
            autocorrelation: autocorrelations(&returns, 1)[0],
            worst_month: returns.iter().copied().fold(f64::INFINITY, f64::min),
            drawdown: drawdown(logs),
        }
    }
}

/// The mean.
#[must_use]
pub fn mean(x: &[f64]) -> f64 {
    x.iter().fold(0.0, |sum, x| sum + x) / real(x.len())
}

/// Autocorrelations at lags 1 to `lags`: `Σ (x[t] - x̄)(x[t-k] - x̄) / Σ (x[t] - x̄)²`.
#[must_use]
pub fn autocorrelations(x: &[f64], lags: usize) -> Vec<f64> {
    let centre = mean(x);
    let product = |lag: usize| x.iter().skip(lag).zip(x).fold(0.0, |sum, (a, b)| sum + (a - centre) * (b - centre));
    let whole = product(0);
    (1..=lags).map(|lag| product(lag) / whole).collect()
}

/// The deepest fall of the value from its highest so far, positive, from log returns; the value at the beginning
/// counts.
#[must_use]
pub fn drawdown(logs: &[f64]) -> f64 {
    falls(logs).into_iter().fold(0.0, f64::max)
}

/// The fall from the highest value so far at each month-end, positive.
#[must_use]
pub fn falls(logs: &[f64]) -> Vec<f64> {
    let (mut value, mut high) = (0.0_f64, 0.0_f64);
    let step = |log: &f64| {
        value += log;
        high = high.max(value);
        -libm::expm1(value - high)
    };
    logs.iter().map(step).collect()
}

/// The standard deviation of each window of 12 months, a year.
#[must_use]
pub fn rolling_volatility(logs: &[f64]) -> Vec<f64> {
    let year = |window: &[f64]| {
        let centre = mean(window);
        (12.0 * window.iter().fold(0.0, |sum, x| sum + (x - centre) * (x - centre)) / 11.0).sqrt()
    };
    logs.windows(12).map(year).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fall_is_from_the_highest_value_so_far() {
        let logs = [1.1, 0.9, 0.8, 1.5, 0.75].map(libm::log);
        let falls = falls(&logs);
        for (found, expected) in falls.iter().zip([0.0, 0.1, 0.28, 0.0, 0.25]) {
            assert!((found - expected).abs() < 1e-12, "{falls:?}");
        }
        assert!((drawdown(&logs) - 0.28).abs() < 1e-12);
        assert!((drawdown(&[libm::log(0.9)]) - 0.1).abs() < 1e-12);
    }

    #[test]
    fn an_alternating_series_is_its_own_opposite_a_month_later() {
        let found = autocorrelations(&[1.0, -1.0, 1.0, -1.0, 1.0, -1.0], 2);
        assert!((found[0] + 5.0 / 6.0).abs() < 1e-12 && (found[1] - 4.0 / 6.0).abs() < 1e-12);
    }
}
