//! Estimates with errors from a log-likelihood: greatest value on a line, observed information, delta method.

use ndarray::{Array2, ArrayView1};

use super::matrix;
use crate::numerics::linear::inner;
use crate::stats::{Estimate, Z_95};

/// The scale on which an estimate is nearest to normal: its interval is symmetric there, and mapped back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntervalScale {
    /// The parameter itself.
    Linear,
    /// `ln x`, of what is positive.
    Log,
    /// `ln(x / (1 - x))`, of a probability.
    Logit,
    /// `artanh x`, of a correlation: Fisher's z.
    Fisher,
}

impl IntervalScale {
    /// The parameter on the scale.
    #[must_use]
    pub fn to(self, x: f64) -> f64 {
        match self {
            Self::Linear => x,
            Self::Log => libm::log(x),
            Self::Logit => libm::log(x / (1.0 - x)),
            Self::Fisher => libm::atanh(x),
        }
    }

    /// The parameter from the scale.
    #[must_use]
    pub fn from(self, y: f64) -> f64 {
        match self {
            Self::Linear => y,
            Self::Log => libm::exp(y),
            Self::Logit => 1.0 / (1.0 + libm::exp(-y)),
            Self::Fisher => libm::tanh(y),
        }
    }

    /// `dx/dy` at `x`.
    fn slope(self, x: f64) -> f64 {
        match self {
            Self::Linear => 1.0,
            Self::Log => x,
            Self::Logit => x * (1.0 - x),
            Self::Fisher => 1.0 - x * x,
        }
    }

    /// An estimate whose standard error on the scale is known.
    #[must_use]
    pub fn estimate(self, x: f64, error_on_scale: f64) -> Estimate {
        let y = self.to(x);
        let interval = [y - Z_95 * error_on_scale, y + Z_95 * error_on_scale].map(|y| self.from(y));
        Estimate { value: x, standard_error: self.slope(x) * error_on_scale, interval }
    }
}

/// Step of the numerical derivatives, of parameters of order 1.
const STEP: f64 = 1e-3;

/// The covariance of maximum-likelihood estimates: the inverse of the observed information, the negative matrix of
/// second derivatives at the maximum (Efron & Hinkley 1978, *Biometrika* 65), by central differences. `None` where it
/// is not positive definite: the parameters are not all identified by the data.
#[must_use]
pub fn covariance(log_likelihood: impl Fn(&[f64]) -> f64, at: &[f64]) -> Option<Array2<f64>> {
    let count = at.len();
    let moved = |moves: &[(usize, f64)]| {
        let mut parameters = at.to_vec();
        for &(index, by) in moves {
            parameters[index] += by;
        }
        log_likelihood(&parameters)
    };
    let top = moved(&[]);
    let mut information = Array2::zeros((count, count));
    for i in 0..count {
        information[(i, i)] = (2.0 * top - moved(&[(i, STEP)]) - moved(&[(i, -STEP)])) / (STEP * STEP);
        for j in 0..i {
            let both = moved(&[(i, STEP), (j, STEP)]) + moved(&[(i, -STEP), (j, -STEP)]);
            let opposed = moved(&[(i, STEP), (j, -STEP)]) + moved(&[(i, -STEP), (j, STEP)]);
            information[(i, j)] = (opposed - both) / (4.0 * STEP * STEP);
            information[(j, i)] = information[(i, j)];
        }
    }
    matrix::inverse(&information)
}

/// The standard error of each function of the parameters, `√(gᵀ C g)` with `g` its gradient by central differences.
#[must_use]
pub fn delta_errors(functions: impl Fn(&[f64]) -> Vec<f64>, at: &[f64], covariance: Option<&Array2<f64>>) -> Vec<f64> {
    let count = functions(at).len();
    let Some(covariance) = covariance else { return vec![f64::NAN; count] };
    let mut slopes = Array2::zeros((count, at.len()));
    for i in 0..at.len() {
        let moved = |by: f64| {
            let mut parameters = at.to_vec();
            parameters[i] += by;
            functions(&parameters)
        };
        for (k, (up, down)) in moved(STEP).iter().zip(moved(-STEP)).enumerate() {
            slopes[(k, i)] = (up - down) / (2.0 * STEP);
        }
    }
    let variance = |slope: ArrayView1<f64>| {
        covariance.rows().into_iter().zip(slope).fold(0.0, |sum, (row, g)| sum + g * inner(row, slope))
    };
    slopes.rows().into_iter().map(|slope| variance(slope).max(0.0).sqrt()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// For a normal sample of n numbers with variance s² (divisor n): information n/s² on the mean, 2n on ln s.
    #[test]
    fn the_information_on_a_normal_law_is_the_known_one() {
        let x = [0.3, -1.2, 0.8, 2.0, -0.4, 0.1];
        let n = 6.0;
        let mean = x.iter().sum::<f64>() / n;
        let s = (x.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n).sqrt();
        let log_likelihood = |p: &[f64]| {
            let s = libm::exp(p[1]);
            x.iter().map(|x| -libm::log(s) - 0.5 * (x - p[0]) * (x - p[0]) / (s * s)).sum()
        };
        let found = covariance(log_likelihood, &[mean, libm::log(s)]).unwrap();
        assert!((found[(0, 0)] / (s * s / n) - 1.0).abs() < 1e-5 && (found[(1, 1)] * 2.0 * n - 1.0).abs() < 1e-5);
        // Of s itself: s/√(2n).
        let errors = delta_errors(|p| vec![libm::exp(p[1])], &[mean, libm::log(s)], Some(&found));
        assert!((errors[0] / (s / (2.0 * n).sqrt()) - 1.0).abs() < 1e-5);
    }

    #[test]
    fn an_interval_is_mapped_back_from_its_scale() {
        for (scale, x) in [
            (IntervalScale::Linear, -0.3),
            (IntervalScale::Log, 0.2),
            (IntervalScale::Logit, 0.97),
            (IntervalScale::Fisher, -0.8),
        ] {
            assert!((scale.from(scale.to(x)) - x).abs() < 1e-15);
            let estimate = scale.estimate(x, 1e-6);
            let half = estimate.half_width();
            assert!((half / (Z_95 * estimate.standard_error) - 1.0).abs() < 1e-6, "{scale:?}");
        }
        assert!(IntervalScale::Logit.estimate(0.99, 1.0).interval[1] < 1.0);
    }
}
