//! Correlated lognormal returns: sample moments of log returns.

use ndarray::Array2;
use serde::Serialize;

use super::likelihood::IntervalScale;
use super::normal::{Normal, standardised};
use super::{correlation, describe};
use crate::numerics::real;
use crate::stats::Estimate;

/// The lognormal law of some assets.
#[derive(Debug, Clone, Serialize)]
pub struct Lognormal {
    /// `exp(12 × mean log return) - 1` of each asset, a year: the geometric expected return.
    pub geometric: Vec<Estimate>,
    /// √12 times the standard deviation of a month's log return (divisor n − 1) of each asset.
    pub volatility: Vec<Estimate>,
    /// Correlations of the log returns, by (asset, asset).
    pub correlations: Vec<Vec<Estimate>>,
    /// How far they were shrunk towards none, where that was asked for.
    pub shrinkage: Option<f64>,
    /// Whether they had to be repaired to form a correlation matrix.
    pub repaired: bool,
    /// Log-likelihood at its maximum, of log returns.
    pub log_likelihood: f64,
    /// `-2 ln L + p ln n` with p parameters and n months (Schwarz 1978, *Annals of Statistics* 6).
    pub bic: f64,
}

/// Fits the law to rows of monthly log returns. Standard errors are the model's own: `σ/√T` of the mean, T in years,
/// `σ/√(2(n-1))` of the volatility, and `1/√(n-3)` of Fisher's z of a correlation. Returns with fat tails have larger
/// errors of volatility.
#[must_use]
pub fn fit(rows: &Array2<f64>, shrink: bool) -> Lognormal {
    let n = real(rows.nrows());
    let moments: Vec<(f64, f64)> = rows
        .columns()
        .into_iter()
        .map(|column| {
            let centre = describe::mean(&column.to_vec());
            (centre, (column.fold(0.0, |sum, x| sum + (x - centre) * (x - centre)) / (n - 1.0)).sqrt())
        })
        .collect();
    let geometric =
        |&(mean, deviation): &(f64, f64)| Estimate::normal(12.0 * mean, 12.0 * deviation / n.sqrt()).map(libm::expm1);
    let volatility = |&(_, deviation): &(f64, f64)| {
        IntervalScale::Log.estimate(12.0_f64.sqrt() * deviation, (0.5 / (n - 1.0)).sqrt())
    };
    let (shrinkage, matrix) = if shrink {
        let (intensity, matrix) = correlation::shrunk(rows);
        (Some(intensity), matrix)
    } else {
        (None, correlation::sample(rows))
    };
    let (matrix, repaired) = correlation::repaired(&matrix);
    let log_likelihood = log_likelihood(rows);
    let assets = real(rows.ncols());
    Lognormal {
        geometric: moments.iter().map(geometric).collect(),
        volatility: moments.iter().map(volatility).collect(),
        correlations: estimates(&matrix, (n - 3.0).sqrt().recip()),
        shrinkage,
        repaired,
        log_likelihood,
        bic: -2.0 * log_likelihood + libm::log(n) * (assets + 0.5 * assets * (assets + 1.0)),
    }
}

/// The matrix as estimates whose Fisher's z have this standard error.
fn estimates(matrix: &Array2<f64>, error: f64) -> Vec<Vec<Estimate>> {
    let one = |(i, j)| {
        if i == j {
            Estimate { value: 1.0, standard_error: 0.0, interval: [1.0; 2] }
        } else {
            IntervalScale::Fisher.estimate(matrix[(i, j)], error)
        }
    };
    (0..matrix.nrows()).map(|i| (0..matrix.ncols()).map(|j| one((i, j))).collect()).collect()
}

/// The log-likelihood of the normal law that fits best; that of columns which depend on each other exactly is infinite.
fn log_likelihood(rows: &Array2<f64>) -> f64 {
    let (scaled, scales) = standardised(rows);
    let weights = vec![1.0; rows.nrows()];
    let Some(normal) = Normal::weighted(&scaled, &weights) else { return f64::INFINITY };
    let constant = scales.iter().fold(0.0, |sum, (_, scale)| sum + libm::log(*scale));
    normal.greatest_log_likelihood(rows.nrows()) - real(rows.nrows()) * constant
}
