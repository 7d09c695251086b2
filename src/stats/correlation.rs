//! Correlation of two numbers of each path.

use serde::{Deserialize, Serialize};

use super::{Estimate, bits, moments};
use crate::numerics::real;
use crate::stats::tree::Merge;

/// Count, means, and sums of squared deviations and of their product, of pairs of numbers; two parts merge by Chan,
/// Golub & `LeVeque` (1979).
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoMoments {
    #[serde(with = "bits")]
    count: f64,
    #[serde(with = "bits")]
    mean_x: f64,
    #[serde(with = "bits")]
    mean_y: f64,
    #[serde(with = "bits")]
    squares_x: f64,
    #[serde(with = "bits")]
    squares_y: f64,
    #[serde(with = "bits")]
    products: f64,
}

impl CoMoments {
    /// The moments of pairs, in two passes over fixed partial sums.
    #[must_use]
    pub fn of(x: &[f64], y: &[f64]) -> Self {
        if x.is_empty() {
            return Self::default();
        }
        let count = real(x.len());
        let (mean_x, mean_y) = (moments::sum(x) / count, moments::sum(y) / count);
        Self {
            count,
            mean_x,
            mean_y,
            squares_x: moments::sum_of_squares(x, mean_x),
            squares_y: moments::sum_of_squares(y, mean_y),
            products: moments::sum_of_products((x, mean_x), (y, mean_y)),
        }
    }

    /// `Σ (y - x)²`.
    #[must_use]
    pub fn squared_differences(&self) -> f64 {
        let apart = self.mean_y - self.mean_x;
        (self.squares_x + self.squares_y - 2.0 * self.products + self.count * apart * apart).max(0.0)
    }

    /// The number of pairs.
    #[must_use]
    pub fn count(&self) -> f64 {
        self.count
    }

    /// Whether at most so many pairs may have these moments.
    #[must_use]
    pub fn is_of(&self, most: u64) -> bool {
        moments::may_be(self.count, self.squares_x, most) && moments::may_be(self.count, self.squares_y, most)
    }

    /// The correlation coefficient; NaN where one of the two does not vary.
    #[must_use]
    pub fn correlation(&self) -> f64 {
        self.correlation_apart(0.0)
    }

    /// The same if `Σ (y - x)²` were larger by so much.
    #[must_use]
    pub fn correlation_apart(&self, by: f64) -> f64 {
        (self.products - 0.5 * by) / (self.squares_x * self.squares_y).sqrt()
    }
}

impl Merge for CoMoments {
    fn merge(&mut self, next: &Self) {
        let count = self.count + next.count;
        if count == 0.0 {
            return;
        }
        let (dx, dy) = (next.mean_x - self.mean_x, next.mean_y - self.mean_y);
        let between = self.count * next.count / count;
        self.squares_x += next.squares_x + dx * dx * between;
        self.squares_y += next.squares_y + dy * dy * between;
        self.products += next.products + dx * dy * between;
        self.mean_x += dx * (next.count / count);
        self.mean_y += dy * (next.count / count);
        self.count = count;
    }
}

/// The share of a number's variance that independent causes explain together, `R² = Σ ρ²`, with its asymptotic standard
/// error `2 R (1 - R²) / √n` (Kendall & Stuart 1979, *The Advanced Theory of Statistics*, vol. 2, 27.33).
#[must_use]
pub fn explained(causes: &[CoMoments]) -> Estimate {
    let Some(first) = causes.first() else { return Estimate::UNKNOWN };
    let share = causes.iter().map(CoMoments::correlation).fold(0.0, |sum, rho| sum + rho * rho);
    Estimate::normal(share, 2.0 * share.sqrt() * (1.0 - share) / first.count.sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers() -> (Vec<f64>, Vec<f64>) {
        let x: Vec<f64> = (0..1000_u32).map(|i| f64::from(i * 7919 % 1009)).collect();
        let y = x
            .iter()
            .enumerate()
            .map(|(i, x)| 1e6 + 3.0 * x + f64::from(u32::try_from(i * 613 % 997).unwrap()))
            .collect();
        (x, y)
    }

    #[test]
    fn merge_equals_one_pass_and_the_textbook_formula() {
        let (x, y) = numbers();
        let whole = CoMoments::of(&x, &y);
        let mut parts = CoMoments::of(&x[..333], &y[..333]);
        parts.merge(&CoMoments::of(&x[333..], &y[333..]));
        let mean = |numbers: &[f64]| numbers.iter().sum::<f64>() / 1000.0;
        let (mx, my) = (mean(&x), mean(&y));
        let sum = |f: &dyn Fn(f64, f64) -> f64| x.iter().zip(&y).map(|(x, y)| f(x - mx, y - my)).sum::<f64>();
        let exact = sum(&|x, y| x * y) / (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt();
        assert!((whole.correlation() - exact).abs() < 1e-12);
        assert!((parts.correlation() - exact).abs() < 1e-12);
    }

    #[test]
    fn what_does_not_vary_explains_nothing_that_is_known() {
        assert!(explained(&[CoMoments::of(&[1.0, 2.0], &[3.0, 3.0])]).value.is_nan());
        assert!(explained(&[]).value.is_nan());
    }
}
