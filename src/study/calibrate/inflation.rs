//! Inflation of calendar years as an autoregression, and the rate in continuous time whose years have the same variance
//! and autocorrelation.

use serde::Serialize;

use super::autoregression::{Autoregression, RestrictedLikelihood};
use super::likelihood::IntervalScale;
use crate::numerics::search::bisect;
use crate::stats::Estimate;

/// The least and the greatest φ of a year: inflation that swings back is not simulated.
const YEAR_RANGE: [f64; 2] = [0.01, 0.98];

/// Inflation of calendar years as an autoregression of `ln(1 + inflation)`.
#[derive(Debug, Clone, Serialize)]
pub struct Inflation {
    /// Whole calendar years used.
    pub years: usize,
    /// `ln(1 + inflation)` of the last whole calendar year.
    pub start: f64,
    /// μ, a year, continuously compounded.
    pub mean: Estimate,
    /// φ, of a year's inflation on the next.
    pub persistence: Estimate,
    /// s, of a year's innovation.
    pub volatility: Estimate,
    /// The rate whose years these are.
    pub rate: InflationRate,
    /// Log-likelihood.
    pub log_likelihood: f64,
}

/// The autoregression of yearly inflation by exact likelihood. φ is biased downwards, by about `(1 + 3 φ)` divided by
/// the years (Kendall 1954, *Biometrika* 41); its interval, from the restricted likelihood, is not.
#[must_use]
pub fn inflation(yearly_logs: &[f64]) -> Option<Inflation> {
    let fitted = Autoregression::fitted(yearly_logs, YEAR_RANGE)?;
    let functions = |law: &Autoregression| {
        [
            (law.mean, IntervalScale::Linear),
            (law.persistence, IntervalScale::Fisher),
            (law.deviation, IntervalScale::Log),
        ]
    };
    let [mean, mut persistence, volatility] = fitted.estimates(yearly_logs, functions);
    let restricted = RestrictedLikelihood::of(yearly_logs, YEAR_RANGE);
    persistence.interval = restricted.interval;
    let mean = restricted.mean(mean);
    Some(Inflation {
        years: yearly_logs.len(),
        start: *yearly_logs.last()?,
        mean,
        rate: rate(persistence, volatility),
        persistence,
        volatility,
        log_likelihood: fitted.log_likelihood(yearly_logs),
    })
}

/// The rate of inflation that the program simulates. It has the part that a year leaves of its distance from the mean,
/// and the deviation of what the year adds.
///
/// A year's inflation is the rate's integral, which is smoother than the rate. With reversion κ and stationary variance
/// v its variance is `2 v (κ - 1 + e^-κ) / κ²`. Two years following each other have the correlation `(1 - e^-κ)² / (2
/// (κ - 1 + e^-κ))`. Both follow from the covariance `v e^(-κ |t - u|)`.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct InflationRate {
    /// `e^-κ`.
    pub persistence: Estimate,
    /// `√(v (1 - e^-2κ))`.
    pub volatility: Estimate,
    /// Whether years are less alike than those of any rate that the program simulates.
    pub at_edge: bool,
}

/// `κ - 1 + e^-κ`.
fn smoothness(reversion: f64) -> f64 {
    reversion + libm::expm1(-reversion)
}

/// Correlation of two years following each other.
fn correlation_of_years(reversion: f64) -> f64 {
    let left = libm::expm1(-reversion);
    left * left / (2.0 * smoothness(reversion))
}

/// The persistences that a configuration allows.
const PERSISTENCE: [f64; 2] = [0.01, 0.99];

/// The rate's persistence for a correlation of years, by bisection; at most the edges of what is allowed.
fn persistence_of(correlation: f64) -> f64 {
    let [least, most] = PERSISTENCE;
    let too_low = |persistence: f64| correlation_of_years(-libm::log(persistence)) < correlation;
    let [above, below] = bisect(most, least, 60, too_low);
    0.5 * (above + below)
}

fn rate(years: Estimate, innovation: Estimate) -> InflationRate {
    let persistence = years.map(persistence_of);
    let kappa = -libm::log(persistence.value);
    let of_years = 1.0 / (1.0 - years.value * years.value);
    let of_rate = kappa * kappa / (2.0 * smoothness(kappa)) * (1.0 - persistence.value * persistence.value);
    let at_edge = PERSISTENCE.iter().any(|edge| (persistence.value - edge).abs() < 1e-9);
    let persistence = if at_edge { Estimate::without_error(persistence.value) } else { persistence };
    InflationRate { persistence, volatility: innovation.scaled((of_years * of_rate).sqrt()), at_edge }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The integral's moments summed up from the covariance of the rate.
    #[test]
    fn a_year_is_the_integral_of_the_rate() {
        let kappa = 0.9;
        let parts = 400_u32;
        let at = |year: u32, part: u32| f64::from(year) + (f64::from(part) + 0.5) / f64::from(parts);
        let covariance = |one: u32, other: u32| {
            let pairs = (0..parts).flat_map(|i| (0..parts).map(move |j| (i, j)));
            let sum: f64 = pairs.map(|(i, j)| libm::exp(-kappa * (at(one, i) - at(other, j)).abs())).sum();
            sum / f64::from(parts * parts)
        };
        assert!((covariance(0, 0) - 2.0 * smoothness(kappa) / (kappa * kappa)).abs() < 1e-5);
        assert!((covariance(0, 1) / covariance(0, 0) - correlation_of_years(kappa)).abs() < 1e-5);
        // And back: the rate of such years is this one.
        let years = Estimate::normal(correlation_of_years(kappa), 0.01);
        let innovation = (2.0 * smoothness(kappa) / (kappa * kappa) * (1.0 - years.value * years.value)).sqrt();
        let found = rate(years, Estimate::normal(innovation, 0.01));
        assert!((found.persistence.value - libm::exp(-kappa)).abs() < 1e-12);
        assert!((found.volatility.value - (1.0 - libm::exp(-2.0 * kappa)).sqrt()).abs() < 1e-12);
        assert!(!found.at_edge && rate(Estimate::normal(0.05, 0.01), innovation_of_one()).at_edge);
    }

    /// The figures that the configuration's documentation gives.
    #[test]
    fn years_are_more_alike_than_the_rate() {
        for (persistence, years) in [(0.35, 0.53), (0.6, 0.72)] {
            assert!((correlation_of_years(-libm::log(persistence)) - years).abs() < 0.005, "{persistence}");
        }
        for (years, persistence) in [(0.35, 0.16), (0.53, 0.35), (0.74, 0.63), (0.82, 0.74)] {
            assert!((persistence_of(years) - persistence).abs() < 0.006, "{years}");
        }
    }

    fn innovation_of_one() -> Estimate {
        Estimate::normal(1.0, 0.1)
    }
}
