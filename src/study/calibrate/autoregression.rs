//! The stationary Gaussian autoregression of order one, by exact maximum likelihood; Vasicek's short rate and yearly
//! inflation ([`inflation`](super::inflation)) are this law in other parameters.

use serde::Serialize;

use super::likelihood::{IntervalScale, covariance, delta_errors};
use crate::numerics::real;
use crate::numerics::search::{bisect, greatest};
use crate::stats::{Estimate, Z_95};

/// The fewest numbers that an autoregression is fitted to.
pub const LEAST_VALUES: usize = 8;

/// `x[t] = μ + φ (x[t-1] - μ) + s ε[t]`, `ε ~ N(0, 1)`, stationary: `x[1] ~ N(μ, s² / (1 - φ²))`, `|φ| < 1`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Autoregression {
    /// μ.
    pub mean: f64,
    /// φ, from one observation to the next.
    pub persistence: f64,
    /// s, of one innovation.
    pub deviation: f64,
}

impl Autoregression {
    /// The exact log-likelihood of a series: Box, Jenkins & Reinsel (2008), *Time Series Analysis*, 4th ed., A7.5.
    #[must_use]
    pub fn log_likelihood(&self, x: &[f64]) -> f64 {
        let Self { mean, persistence: phi, deviation: s } = *self;
        let n = real(x.len());
        0.5 * libm::log1p(-phi * phi)
            - n * (libm::log(s) + 0.5 * libm::log(std::f64::consts::TAU))
            - 0.5 * squares(x, mean, phi) / (s * s)
    }

    /// The parameters at which the exact likelihood is greatest, with `φ` in `range`: mean and deviation have a closed
    /// form given φ. That leaves one number to search. `None` for a series of fewer than [`LEAST_VALUES`] numbers, or
    /// one that does not move.
    #[must_use]
    pub fn fitted(x: &[f64], range: [f64; 2]) -> Option<Self> {
        if x.len() < LEAST_VALUES || !moves(x) {
            return None;
        }
        let at = |y: f64| Self::given(x, IntervalScale::Fisher.from(y));
        let profile = |y: f64| at(y).log_likelihood(x);
        let [low, high] = range.map(|phi| IntervalScale::Fisher.to(phi));
        let fitted = at(greatest(low, high, profile));
        (fitted.deviation > 0.0 && fitted.log_likelihood(x).is_finite()).then_some(fitted)
    }

    /// The best mean and deviation given φ.
    fn given(x: &[f64], phi: f64) -> Self {
        let n = real(x.len());
        let inner = x[1..x.len() - 1].iter().fold(0.0, |sum, x| sum + x);
        let mean = (x[0] + x[x.len() - 1] + (1.0 - phi) * inner) / (2.0 + (n - 2.0) * (1.0 - phi));
        Self { mean, persistence: phi, deviation: (squares(x, mean, phi) / n).sqrt() }
    }

    /// Functions of the parameters, each on its scale, with standard errors from the observed information.
    pub(super) fn estimates<const N: usize>(
        &self,
        x: &[f64],
        functions: impl Fn(&Self) -> [(f64, IntervalScale); N],
    ) -> [Estimate; N] {
        // Deviations as the unit, so that all parameters are of order 1.
        let unit = self.deviation / (1.0 - self.persistence * self.persistence).sqrt();
        let law = |p: &[f64]| Self {
            mean: unit * p[0],
            persistence: IntervalScale::Fisher.from(p[1]),
            deviation: unit * libm::exp(p[2]),
        };
        let at = [self.mean / unit, IntervalScale::Fisher.to(self.persistence), libm::log(self.deviation / unit)];
        let covariance = covariance(|p| law(p).log_likelihood(x), &at);
        let on_scale = |p: &[f64]| functions(&law(p)).map(|(value, scale)| scale.to(value)).to_vec();
        let errors = delta_errors(on_scale, &at, covariance.as_ref());
        let found = functions(self);
        std::array::from_fn(|k| found[k].1.estimate(found[k].0, errors[k]))
    }
}

/// Whether a series is more than one number and rounding.
#[must_use]
pub fn moves(x: &[f64]) -> bool {
    let low = x.iter().copied().fold(f64::INFINITY, f64::min);
    let high = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    high - low > 1e-9 * low.abs().max(high.abs())
}

/// The restricted likelihood tells what short histories do to mean and persistence. It is that of the differences from
/// the mean, and hardly biased where the full one is (Cheang & Reinsel 2000, *Journal of the American Statistical
/// Association* 95).
pub(super) struct RestrictedLikelihood {
    /// The φ whose likelihood ratio is below the 95 % quantile of χ² with one degree of freedom. Their interval covers
    /// near 95 % up to a unit root (Chen & Deo 2012, *Econometric Theory* 28).
    pub(super) interval: [f64; 2],
    /// The standard error of the mean at the restricted estimates.
    error_of_mean: f64,
    /// The degrees of freedom of the mean's interval: one less than the number of independent observations that would
    /// give the mean the same error (Thiébaux & Zwiers 1984, *Journal of Climate and Applied Meteorology* 23).
    freedom: f64,
}

impl RestrictedLikelihood {
    /// Up to constants `-½ (n-1) ln S(φ) + ½ ln(1 - φ²) - ½ ln w(φ)`, with `S` the sum of squares at the best mean and
    /// `w / s²` the information on the mean.
    pub(super) fn of(x: &[f64], range: [f64; 2]) -> Self {
        let n = real(x.len());
        let weight = |phi: f64| (1.0 - phi * phi) + (n - 1.0) * (1.0 - phi) * (1.0 - phi);
        let sum = |phi: f64| squares(x, Autoregression::given(x, phi).mean, phi);
        let log_likelihood = |y: f64| {
            let phi = IntervalScale::Fisher.from(y);
            0.5 * (libm::log1p(-phi * phi) - libm::log(weight(phi)) - (n - 1.0) * libm::log(sum(phi)))
        };
        let [low, high] = range.map(|phi| IntervalScale::Fisher.to(phi));
        let best = greatest(low, high, log_likelihood);
        let most = log_likelihood(best);
        let outside = |y: f64| 2.0 * (most - log_likelihood(y)) > Z_95 * Z_95;
        let bound = |edge: f64| {
            if !outside(edge) {
                return edge;
            }
            bisect(best, edge, 50, outside)[0]
        };
        let phi = IntervalScale::Fisher.from(best);
        let freedom = (weight(phi) / (1.0 - phi * phi) - 1.0).max(1.0);
        Self {
            freedom,
            interval: [bound(low), bound(high)].map(|y| IntervalScale::Fisher.from(y)),
            error_of_mean: (sum(phi) / (n - 1.0) / weight(phi)).sqrt(),
        }
    }
}

impl RestrictedLikelihood {
    /// The mean with the error of the restricted estimates.
    pub(super) fn mean(&self, mean: Estimate) -> Estimate {
        Estimate::student(mean.value, self.error_of_mean, self.freedom)
    }
}

/// `(1 - φ²)(x[1] - μ)² + Σ (x[t] - μ - φ (x[t-1] - μ))²`.
fn squares(x: &[f64], mean: f64, phi: f64) -> f64 {
    let square = |x: f64| x * x;
    let first = (1.0 - phi * phi) * square(x[0] - mean);
    x.windows(2).fold(first, |sum, pair| sum + square(pair[1] - mean - phi * (pair[0] - mean)))
}

/// Vasicek's short rate, `dr = κ (θ - r) dt + σ dW`, t in years (Vasicek 1977, *Journal of Financial Economics* 5).
#[derive(Debug, Clone, Serialize)]
pub struct Vasicek {
    /// The last rate of the history, a year.
    pub start: f64,
    /// θ, a year.
    pub mean: Estimate,
    /// κ, a year.
    pub reversion: Estimate,
    /// σ, of a year.
    pub volatility: Estimate,
    /// Log-likelihood.
    pub log_likelihood: f64,
    /// Whether the mean reversion lies at the edge of what was searched: the history hardly tells it from none.
    pub at_edge: bool,
}

/// The least and the greatest month's φ: half-lives of 58 years and of three weeks, reversions of 0.012 and 12 a year.
const RATE_RANGE: [f64; 2] = [0.368, 0.999];

/// Vasicek's parameters from month-end rates by exact likelihood. Over a month the law is an autoregression with `φ =
/// e^(-κ/12)` and `s² = σ² (1 - φ²) / (2κ)`, without discretisation error. In short histories κ is biased upwards, by
/// about 4 divided by the years (Tang & Chen 2009, *Journal of Econometrics* 149). Its interval, from the restricted
/// likelihood, is not.
#[must_use]
pub fn vasicek(rates: &[f64]) -> Option<Vasicek> {
    let fitted = Autoregression::fitted(rates, RATE_RANGE)?;
    let functions = |law: &Autoregression| {
        let reversion = -12.0 * libm::log(law.persistence.max(1e-9));
        let within = (2.0 * reversion / (1.0 - law.persistence * law.persistence)).sqrt();
        [
            (law.mean, IntervalScale::Linear),
            (reversion, IntervalScale::Log),
            (law.deviation * within, IntervalScale::Log),
        ]
    };
    let [mean, mut reversion, volatility] = fitted.estimates(rates, functions);
    let restricted = RestrictedLikelihood::of(rates, RATE_RANGE);
    let [low, high] = restricted.interval;
    reversion.interval = [high, low].map(|phi| -12.0 * libm::log(phi));
    let mean = restricted.mean(mean);
    let at_edge = RATE_RANGE.iter().any(|edge| (fitted.persistence - edge).abs() < 1e-6);
    if at_edge {
        reversion = Estimate::without_error(reversion.value);
    }
    let log_likelihood = fitted.log_likelihood(rates);
    Some(Vasicek { start: *rates.last()?, mean, reversion, volatility, log_likelihood, at_edge })
}

#[cfg(test)]
mod tests {
    use ndarray::Array2;

    use super::super::matrix;
    use super::*;

    const RATES: [f64; 9] = [0.031, 0.028, 0.030, 0.024, 0.022, 0.025, 0.019, 0.021, 0.018];

    /// Vasicek's rates at months are jointly normal with covariance `σ²/(2κ) e^(-κ |t - u|)`.
    #[test]
    fn the_exact_likelihood_is_that_of_the_joint_normal_law() {
        let (mean, kappa, sigma) = (0.02, 0.7, 0.011);
        let phi = libm::exp(-kappa / 12.0);
        let law =
            Autoregression { mean, persistence: phi, deviation: sigma * ((1.0 - phi * phi) / (2.0 * kappa)).sqrt() };
        let covariance = Array2::from_shape_fn((9, 9), |(i, j)| {
            let years = (f64::from(u8::try_from(i).unwrap()) - f64::from(u8::try_from(j).unwrap())).abs() / 12.0;
            sigma * sigma / (2.0 * kappa) * libm::exp(-kappa * years)
        });
        let factor = crate::numerics::linear::cholesky_of_definite(&covariance, 0.0).unwrap();
        let deviations: Vec<f64> = RATES.iter().map(|rate| rate - mean).collect();
        let white = matrix::solve_lower(&factor, &deviations);
        let square: f64 = white.iter().map(|z| z * z).sum();
        let determinant: f64 = factor.diag().iter().map(|pivot| libm::log(*pivot)).sum();
        let expected = -0.5 * square - determinant - 4.5 * libm::log(std::f64::consts::TAU);
        assert!((law.log_likelihood(&RATES) - expected).abs() < 1e-10);
    }

    #[test]
    fn no_neighbouring_parameters_are_more_likely_than_the_fitted_ones() {
        let fitted = Autoregression::fitted(&RATES, [-0.99, 0.99]).unwrap();
        let top = fitted.log_likelihood(&RATES);
        for (mean, phi, s) in
            [(1e-4, 0.0, 0.0), (-1e-4, 0.0, 0.0), (0.0, 1e-3, 0.0), (0.0, -1e-3, 0.0), (0.0, 0.0, 1e-5)]
        {
            let other = Autoregression {
                mean: fitted.mean + mean,
                persistence: fitted.persistence + phi,
                deviation: fitted.deviation + s,
            };
            assert!(other.log_likelihood(&RATES) < top);
        }
    }

    #[test]
    fn a_series_that_stands_still_or_is_too_short_has_no_fit() {
        assert!(vasicek(&[0.02; 40]).is_none());
        assert!(Autoregression::fitted(&RATES[..5], [-0.9, 0.9]).is_none());
    }
}
