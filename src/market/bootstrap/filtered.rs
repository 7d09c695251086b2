//! Filtered historical simulation: a month of history in units of the volatility it came in, at the volatility of the
//! path.
//!
//! - On history, `σ²[t+1] = λ σ²[t] + (1 - λ) e²[t]` of the deviations `e` from the mean (J.P. Morgan 1996,
//!   *`RiskMetrics`*), from the variance of the whole; `z = e / σ`, brought to mean 0 and variance 1 over the rows.
//! - On a path, `ln(S[t+1] / S[t]) = m[t] + s[t] z[r_t]`, and `s²[t+1] = λ s²[t] + (1 - λ) (s[t] z[r_t])²`, from
//!   history's variance: the long-run level. Joint rows of `z` keep what the assets have to do with each other; each
//!   has a volatility of its own.
//!
//! Barone-Adesi, Giannopoulos & Vosper (1999), *`VaR` without Correlations for Portfolios of Derivative Securities*,
//! Journal of Futures Markets 19(5); Hull & White (1998), *Incorporating Volatility Updating into the Historical
//! Simulation Method for Value at Risk*, Journal of Risk 1(1).
//!
//! `s[t]` is a product over the path's rows, so its effect on the mean is known exactly: `E s[t] z[r_t] = s₀ π (D
//! P)^(t-1) z`. `P` is the chain of rows and `D` its diagonal of `√(λ + (1 - λ) z²)`. The excess over `s₀ E z[r_t]` is
//! taken off `m[t]`, so the mean of logs is as configured.
//!
//! The recursion has no level to return to: over decades the volatility spreads over paths and its median falls
//! (`docs/method/model.md` has figures). It is held to a tenth to ten times the long-run one. Fit for horizons of some
//! years.

use super::kernels;
use crate::lanes::Lanes;
use crate::numerics::real;
use crate::plan::RowChain;

/// The volatility of a path at most, and one over the least, in units of the long-run one.
const MOST: f64 = 10.0;

/// A series in units of its volatility.
pub struct Filtered {
    /// `z` and `√(λ + (1 - λ) z²)`, the factor on the volatility, by row.
    rows: Vec<[f64; 2]>,
    /// History's volatility, a month.
    pub long_run: f64,
    /// `m` by month of the run.
    mean: Vec<f64>,
}

impl Filtered {
    /// Makes it from a history's deviations from its mean; `mean` is what a month of the run is to have, over so many
    /// months.
    #[must_use]
    pub fn new(deviations: &[f64], mean: f64, lambda: f64, chain: RowChain, months: usize) -> Self {
        let (z, long_run) = standardised(deviations, lambda);
        let rows: Vec<[f64; 2]> = z.iter().map(|&z| [z, (lambda + (1.0 - lambda) * z * z).sqrt()]).collect();
        let mut weights = chain.start();
        let mut plain = weights.clone();
        let dot = |weights: &[f64]| weights.iter().zip(&z).fold(0.0, |sum, (weight, z)| sum + weight * z);
        let mean = (1..=months).map(|next| {
            let excess = long_run * (dot(&weights) - dot(&plain));
            weights.iter_mut().zip(&rows).for_each(|(weight, [_, factor])| *weight *= factor);
            weights = chain.next(&weights, next);
            plain = chain.next(&plain, next);
            mean - excess
        });
        let mean = mean.collect();
        Self { rows, long_run, mean }
    }

    /// Growth over a month, and the volatility of the next.
    pub fn grow(&self, month: usize, rows: &[u32], volatility: &mut Lanes, factors: &mut Lanes, out: &mut [f64]) {
        kernels::look_up_pairs(&self.rows, rows, out, factors);
        let range = [self.long_run / MOST, self.long_run * MOST];
        kernels::filtered(self.mean[month], range, factors, volatility, out);
    }
}

/// Deviations in units of the volatility they came in, of mean 0 and variance 1; and the volatility of the whole. Zeros
/// for a series that stands still.
fn standardised(deviations: &[f64], lambda: f64) -> (Vec<f64>, f64) {
    let (_, long_run) = moments(deviations);
    if long_run <= 0.0 {
        return (vec![0.0; deviations.len()], 0.0);
    }
    let mut variance = long_run * long_run;
    let raw: Vec<f64> = deviations
        .iter()
        .map(|&deviation| {
            let z = deviation / variance.sqrt();
            variance = lambda * variance + (1.0 - lambda) * deviation * deviation;
            z
        })
        .collect();
    let (mean, deviation) = moments(&raw);
    (raw.iter().map(|z| (z - mean) / deviation).collect(), long_run)
}

/// Mean and standard deviation of the whole.
fn moments(numbers: &[f64]) -> (f64, f64) {
    let count = real(numbers.len());
    let mean = numbers.iter().fold(0.0, |sum, x| sum + x) / count;
    let squares = numbers.iter().fold(0.0, |sum, x| sum + (x - mean) * (x - mean));
    (mean, (squares / count).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn residuals_have_mean_0_variance_1_and_follow_the_recursion() {
        let deviations: Vec<f64> = (0..60).map(|t| 0.05 * libm::sin(f64::from(t * t))).collect();
        let (z, long_run) = standardised(&deviations, 0.9);
        let (mean, deviation) = moments(&z);
        assert!(mean.abs() < 1e-14 && (deviation - 1.0).abs() < 1e-14);
        // The third residual by hand, up to the line that brings them to mean 0 and variance 1.
        let variance = |t: usize| {
            (0..t).fold(long_run * long_run, |variance, s| 0.9 * variance + 0.1 * deviations[s] * deviations[s])
        };
        let raw = |t: usize| deviations[t] / variance(t).sqrt();
        let slope = (z[1] - z[0]) / (raw(1) - raw(0));
        assert!((z[2] - z[0] - slope * (raw(2) - raw(0))).abs() < 1e-12);
    }

    #[test]
    fn a_series_that_stands_still_goes_on_standing_still() {
        let chain = RowChain::new(12, 10.0, None).unwrap();
        let filtered = Filtered::new(&[0.0; 12], 0.01, 0.97, chain, 3);
        let (mut volatility, mut factors, mut out) = (Lanes::all(filtered.long_run), Lanes::all(0.0), Lanes::all(0.0));
        filtered.grow(2, &[5; 256], &mut volatility, &mut factors, &mut out);
        assert!(out.iter().all(|growth| (growth - libm::exp(0.01)).abs() < 1e-15));
    }
}
