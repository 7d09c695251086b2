//! Mean and variance.

mod rare;
mod valid;

pub(super) use valid::may_be;

use serde::{Deserialize, Serialize};

use super::{Estimate, bits};
use crate::kernel::kernel;
use crate::numerics::real;

/// Count, mean and sum of squared deviations of numbers.
///
/// A slice is added in two passes over fixed partial sums; two parts merge by Chan, Golub & `LeVeque` (1979).
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moments {
    #[serde(with = "bits")]
    count: f64,
    #[serde(with = "bits")]
    mean: f64,
    #[serde(with = "bits")]
    squares: f64,
}

impl Moments {
    /// The moments of a slice.
    #[must_use]
    pub fn of(numbers: &[f64]) -> Self {
        if numbers.is_empty() {
            return Self::default();
        }
        let count = real(numbers.len());
        let mean = sum(numbers) / count;
        Self { count, mean, squares: sum_of_squares(numbers, mean) }
    }

    /// Takes in another part.
    pub fn merge(&mut self, other: &Self) {
        let count = self.count + other.count;
        if count == 0.0 {
            return;
        }
        let difference = other.mean - self.mean;
        self.squares += other.squares + difference * difference * (self.count * other.count / count);
        self.mean += difference * (other.count / count);
        self.count = count;
    }

    /// The mean with its standard error `s / √n`.
    #[must_use]
    pub fn mean(&self) -> Estimate {
        if self.count == 0.0 {
            return Estimate::UNKNOWN;
        }
        Estimate::normal(self.mean, self.deviation() / self.count.sqrt())
    }

    /// The standard deviation `s` with its standard error, `√((m₄ - s⁴)/n) / 2s` by the fourth central moment `m₄`.
    /// Source: Kendall & Stuart (1977), *The Advanced Theory of Statistics*, vol. 1, 10.9.
    ///
    /// Its interval is that of a mean of amounts, the squared deviations: of effectively `n s⁴/m₄` paths. The error is
    /// unknown where all numbers are equal.
    #[must_use]
    pub fn deviation_with(&self, fourth: f64) -> Estimate {
        let deviation = self.deviation();
        let square = deviation * deviation;
        let excess = fourth - square * square;
        let error = (if excess < 0.0 { 0.0 } else { excess } / self.count).sqrt() / (2.0 * deviation);
        if deviation == 0.0 {
            return Estimate::without_error(deviation);
        }
        Estimate::positive(deviation, error, (self.count * square * square / fourth - 1.0).max(2.0))
    }

    /// The standard deviation, `√(Σ(x - x̄)² / (n - 1))`; NaN for one number.
    #[must_use]
    pub fn deviation(&self) -> f64 {
        (self.squares / (self.count - 1.0)).sqrt()
    }
}

kernel! {
    /// `Σ x`.
    pub(super) fn sum(numbers: &[f64]) -> f64 {
        sum_of(numbers, |x| x)
    }
}

kernel! {
    /// `Σ (x - from)²`.
    pub(super) fn sum_of_squares(numbers: &[f64], from: f64) -> f64 {
        sum_of(numbers, |x| (x - from) * (x - from))
    }
}

kernel! {
    /// `Σ (x - x̄)(y - ȳ)`, for as many numbers of each.
    pub(super) fn sum_of_products(x: (&[f64], f64), y: (&[f64], f64)) -> f64 {
        let term = |a: f64, b: f64| (a - x.1) * (b - y.1);
        let mut parts = [0.0; PARTS];
        let ((x_chunks, x_rest), (y_chunks, y_rest)) = (x.0.as_chunks::<PARTS>(), y.0.as_chunks::<PARTS>());
        for (x_chunk, y_chunk) in x_chunks.iter().zip(y_chunks) {
            for ((part, &a), &b) in parts.iter_mut().zip(x_chunk).zip(y_chunk) {
                *part += term(a, b);
            }
        }
        x_rest.iter().zip(y_rest).fold(pairwise(parts), |sum, (&a, &b)| sum + term(a, b))
    }
}

/// The number of partial sums of a sum. Terms go to each in turn, and the partial sums are added pairwise.
const PARTS: usize = 32;

#[inline(always)]
fn sum_of(numbers: &[f64], term: impl Fn(f64) -> f64) -> f64 {
    let mut parts = [0.0; PARTS];
    let (chunks, rest) = numbers.as_chunks::<PARTS>();
    for chunk in chunks {
        for (part, &x) in parts.iter_mut().zip(chunk) {
            *part += term(x);
        }
    }
    rest.iter().fold(pairwise(parts), |sum, &x| sum + term(x))
}

#[inline(always)]
fn pairwise(mut parts: [f64; PARTS]) -> f64 {
    let mut width = PARTS;
    while width > 1 {
        width /= 2;
        for place in 0..width {
            parts[place] += parts[place + width];
        }
    }
    parts[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merge_equals_one_pass() {
        let numbers: Vec<f64> = (0..1001_u32).map(|i| 1e6 + f64::from(i * 7919 % 1009)).collect();
        let whole = Moments::of(&numbers);
        for cut in [0, 1, 500, 1001] {
            let mut parts = Moments::of(&numbers[..cut]);
            parts.merge(&Moments::of(&numbers[cut..]));
            assert!((parts.mean - whole.mean).abs() < 1e-9 * whole.mean);
            assert!((parts.deviation() - whole.deviation()).abs() < 1e-9 * whole.deviation());
        }
    }

    #[test]
    fn variance_of_close_numbers_is_not_lost() {
        let moments = Moments::of(&[1e9 + 1.0, 1e9 + 2.0, 1e9 + 3.0]);
        assert!((moments.deviation() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn nothing_has_no_mean() {
        assert!(Moments::default().mean().value.is_nan());
    }
}
