//! Degrees of freedom of a t-copula.

use ndarray::Array2;
use serde::Serialize;

use super::likelihood::{IntervalScale, covariance};
use super::normal::MOST;
use super::{correlation, matrix};
use crate::numerics::search::greatest;
use crate::numerics::{linear, real, student};
use crate::stats::Estimate;

/// The degrees of freedom searched; at the upper end a t-copula is hardly told from the Gaussian one.
const RANGE: [f64; 2] = [2.1, 100.0];

/// A t-copula fitted to joint returns.
#[derive(Debug, Clone, Serialize)]
pub struct FittedCopula {
    /// Degrees of freedom ν.
    pub degrees_of_freedom: Estimate,
    /// Its log-likelihood.
    pub log_likelihood: f64,
    /// The log-likelihood of the Gaussian copula with the same correlations.
    pub gaussian_log_likelihood: f64,
    /// Whether ν lies at the upper end of what was searched: no heavier joint tails than the Gaussian copula's were
    /// found.
    pub gaussian: bool,
    /// Whether ν lies at the lower end of what was searched.
    pub at_edge: bool,
    /// Whether it is preferred to the Gaussian copula by BIC: the one parameter gains more than `½ ln n`.
    pub preferred: bool,
}

/// Fits ν to two to ten columns by maximum pseudo-likelihood (Genest, Ghoudi & Rivest 1995, *Biometrika* 82). Ranks
/// divided by n + 1 take the margins' place. Correlations come from Kendall's τ as `sin(πτ/2)`, which holds for every ν
/// (Lindskog, `McNeil` & Schmock 2003). The standard error is from the observed information on ν alone: it leaves out
/// what ranks and correlations add, and is somewhat small.
#[must_use]
pub fn fit(rows: &Array2<f64>) -> Option<FittedCopula> {
    if !(2..=MOST).contains(&rows.ncols()) || rows.nrows() < 24 {
        return None;
    }
    let levels = pseudo_observations(rows);
    let (correlation, _) = correlation::repaired(&kendall(rows));
    let factor = linear::cholesky_of_definite(&correlation, 0.0)?;
    let log_likelihood = |freedom: f64| log_likelihood(&levels, &factor, freedom);
    let [low, high] = RANGE.map(|freedom| IntervalScale::Log.to(freedom));
    let best = greatest(low, high, |y| log_likelihood(IntervalScale::Log.from(y)));
    let covariance = covariance(|p| log_likelihood(IntervalScale::Log.from(p[0])), &[best]);
    let error = covariance.map_or(f64::NAN, |covariance| covariance[(0, 0)].sqrt());
    let found = log_likelihood(IntervalScale::Log.from(best));
    // A million degrees of freedom are the normal law to nine digits.
    let gaussian = log_likelihood(1e6);
    Some(FittedCopula {
        degrees_of_freedom: IntervalScale::Log.estimate(IntervalScale::Log.from(best), error),
        log_likelihood: found,
        gaussian_log_likelihood: gaussian,
        gaussian: best > high - 1e-3,
        at_edge: best < low + 1e-3,
        preferred: 2.0 * (found - gaussian) > libm::log(real(rows.nrows())),
    })
}

/// Ranks divided by n + 1; equal numbers share the mean of their ranks.
fn pseudo_observations(rows: &Array2<f64>) -> Array2<f64> {
    let n = real(rows.nrows());
    let mut levels = Array2::zeros(rows.dim());
    for (column, mut levels) in rows.columns().into_iter().zip(levels.columns_mut()) {
        for (x, level) in column.iter().zip(&mut levels) {
            let (below, equal) = column.iter().fold((0.0, 0.0), |(below, equal), other| {
                (below + f64::from(u8::from(other < x)), equal + f64::from(u8::from(other.total_cmp(x).is_eq())))
            });
            *level = (below + 0.5 * (equal + 1.0)) / (n + 1.0);
        }
    }
    levels
}

/// `sin(πτ/2)` of each pair of columns.
fn kendall(rows: &Array2<f64>) -> Array2<f64> {
    let count = rows.ncols();
    let mut matrix = Array2::eye(count);
    for i in 0..count {
        for j in 0..i {
            let (x, y) = (rows.column(i), rows.column(j));
            let (mut sum, mut pairs) = (0.0, 0.0);
            for t in 0..rows.nrows() {
                for u in 0..t {
                    let product = (x[t] - x[u]) * (y[t] - y[u]);
                    sum += f64::from(i8::from(product > 0.0) - i8::from(product < 0.0));
                    pairs += 1.0;
                }
            }
            matrix[(i, j)] = libm::sin(std::f64::consts::FRAC_PI_2 * sum / pairs);
            matrix[(j, i)] = matrix[(i, j)];
        }
    }
    matrix
}

/// The log-likelihood of the t-copula with correlations `L Lᵀ`: `Σ ln t(x; R, ν) - Σ Σ ln t(x[i]; ν)`, `x[i] =
/// T⁻¹(u[i]; ν)`. `McNeil`, Frey & Embrechts (2015), *Quantitative Risk Management*, 2nd ed., 7.5.
fn log_likelihood(levels: &Array2<f64>, factor: &Array2<f64>, freedom: f64) -> f64 {
    let p = real(levels.ncols());
    let pivots = factor.diag().fold(0.0, |sum, pivot| sum + libm::log(*pivot));
    let half = 0.5 * freedom;
    let constant = libm::lgamma(half + 0.5 * p)
        - libm::lgamma(half)
        - 0.5 * p * libm::log(freedom * std::f64::consts::PI)
        - pivots;
    levels.rows().into_iter().fold(0.0, |sum, levels| {
        let x: Vec<f64> = levels.iter().map(|level| student::quantile(*level, freedom)).collect();
        let margins = x.iter().fold(0.0, |sum, x| sum + student::log_density(*x, freedom));
        let white = matrix::solve_lower(factor, &x);
        let square = white.iter().fold(0.0, |sum, z| sum + z * z);
        sum + constant - (half + 0.5 * p) * libm::log1p(square / freedom) - margins
    })
}

#[cfg(test)]
mod tests {
    use super::super::draws::Draws;
    use super::*;

    /// Pairs with a t-copula: normal pairs over the root of a common chi-square; `None` for normal pairs.
    fn pairs(freedom: Option<u32>, seed: u64) -> Array2<f64> {
        let mut draws = Draws::new(seed);
        let square = |z: f64| z * z;
        let mut rows = Array2::zeros((600, 2));
        for mut row in rows.rows_mut() {
            let (a, b) = (draws.normal(), draws.normal());
            let scale = freedom.map_or(1.0, |freedom| {
                (0..freedom).fold(0.0, |sum, _| sum + square(draws.normal())) / f64::from(freedom)
            });
            // Margins do not matter: any increasing function of each.
            row[0] = libm::exp(0.1 * a / scale.sqrt());
            row[1] = (0.6 * a + 0.8 * b) / scale.sqrt();
        }
        rows
    }

    #[test]
    fn the_degrees_of_freedom_of_simulated_pairs_are_found() {
        let mut sum = 0.0;
        for seed in 0..6 {
            let found = fit(&pairs(Some(5), seed)).unwrap();
            let Estimate { value, standard_error, .. } = found.degrees_of_freedom;
            assert!((libm::log(value) - libm::log(5.0)).abs() < 4.0 * standard_error / value, "{value}");
            assert!(found.log_likelihood > found.gaussian_log_likelihood && !found.gaussian);
            sum += libm::log(value);
        }
        assert!((sum / 6.0 - libm::log(5.0)).abs() < 0.35);
    }

    #[test]
    fn normal_pairs_have_no_heavy_joint_tails() {
        let found = fit(&pairs(None, 9)).unwrap();
        assert!(found.gaussian || found.degrees_of_freedom.value > 15.0);
        assert!(found.log_likelihood - found.gaussian_log_likelihood < 2.0);
    }
}
