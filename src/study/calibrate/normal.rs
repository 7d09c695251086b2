//! The joint normal law of a month's log returns.

use ndarray::{Array1, Array2, ArrayView1};

use crate::numerics::linear::{self, inner};
use crate::numerics::real;

/// A pivot of a covariance below this part of its variance is no pivot: one column is nearly a sum of others.
const LEAST_PIVOT: f64 = 1e-6;

/// A joint normal law.
#[derive(Debug, Clone, PartialEq)]
pub struct Normal {
    /// The means.
    pub mean: Array1<f64>,
    /// The lower Cholesky factor of the covariance.
    pub factor: Array2<f64>,
    /// `-½ p ln 2π - ln det L`.
    constant: f64,
}

impl Normal {
    /// Makes it from means and factor.
    #[must_use]
    pub fn new(mean: Array1<f64>, factor: Array2<f64>) -> Self {
        let constant = factor.diag().fold(0.0, |sum, pivot| sum - libm::log(*pivot))
            - 0.5 * real(mean.len()) * libm::log(std::f64::consts::TAU);
        Self { mean, factor, constant }
    }

    /// The most likely law of rows with these weights: their weighted mean and covariance. `None` if that is not
    /// positive definite.
    #[must_use]
    pub fn weighted(rows: &Array2<f64>, weights: &[f64]) -> Option<Self> {
        let whole = weights.iter().fold(0.0, |sum, weight| sum + weight);
        let count = rows.ncols();
        let mut mean = Array1::zeros(count);
        for (row, weight) in rows.rows().into_iter().zip(weights) {
            mean.scaled_add(weight / whole, &row);
        }
        let mut covariance = Array2::<f64>::zeros((count, count));
        for (row, weight) in rows.rows().into_iter().zip(weights) {
            for i in 0..count {
                let scaled = weight / whole * (row[i] - mean[i]);
                for j in 0..=i {
                    covariance[(i, j)] += scaled * (row[j] - mean[j]);
                }
            }
        }
        Some(Self::new(mean, linear::cholesky_of_definite(&covariance, LEAST_PIVOT)?))
    }

    /// The log-likelihood of so many rows whose mean and covariance are the law's: `n (-½ p ln 2π - ln det L - ½ p)`.
    #[must_use]
    pub fn greatest_log_likelihood(&self, rows: usize) -> f64 {
        real(rows) * (self.constant - 0.5 * real(self.mean.len()))
    }

    /// The log density at a row of at most [`MOST`] columns.
    #[must_use]
    pub fn log_density(&self, row: &ArrayView1<f64>) -> f64 {
        let mut white = [0.0; MOST];
        let mut square = 0.0;
        for i in 0..self.mean.len() {
            let factor = self.factor.row(i);
            let known = white[..i].iter().zip(factor).fold(0.0, |sum, (z, l)| sum + z * l);
            white[i] = (row[i] - self.mean[i] - known) / factor[i];
            square += white[i] * white[i];
        }
        self.constant - 0.5 * square
    }

    /// The standard deviation of each column.
    #[must_use]
    pub fn deviations(&self) -> Vec<f64> {
        self.factor.rows().into_iter().map(|row| inner(row, row).sqrt()).collect()
    }

    /// The correlation of two columns.
    #[must_use]
    pub fn correlation(&self, i: usize, j: usize) -> f64 {
        let (a, b) = (self.factor.row(i), self.factor.row(j));
        inner(a, b) / (inner(a, a) * inner(b, b)).sqrt()
    }
}

/// The most columns fitted jointly.
pub const MOST: usize = 10;

/// The rows with each column less its mean and divided by its standard deviation, and (mean, deviation) of each column.
#[must_use]
pub fn standardised(rows: &Array2<f64>) -> (Array2<f64>, Vec<(f64, f64)>) {
    let n = real(rows.nrows());
    let mut scaled = rows.clone();
    let mut scales = Vec::with_capacity(rows.ncols());
    for mut column in scaled.columns_mut() {
        let mean = column.sum() / n;
        let deviation = (column.fold(0.0, |sum, x| sum + (x - mean) * (x - mean)) / n).sqrt();
        column.mapv_inplace(|x| (x - mean) / deviation);
        scales.push((mean, deviation));
    }
    (scaled, scales)
}
