//! Ratios of sums over paths: figures of episodes, of which a path has any number.

use super::Estimate;
use super::probability::{proportion, wilson};
use crate::numerics::real;

/// `R = Σ x / Σ y` over independent paths, `y` a number of episodes and `x` what is summed over them.
///
/// Standard error by the delta method, `√(n/(n-1) Σ(x - R y)²) / Σ y` (Cochran 1977, *Sampling Techniques*, 3rd ed.,
/// 2.11): episodes of one path are not taken to be independent. Bias of order `1/n`.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Ratio {
    paths: u64,
    /// Paths with an episode.
    with_any: u64,
    x: f64,
    y: f64,
    squares_x: f64,
    squares_y: f64,
    products: f64,
}

impl Ratio {
    /// Takes in a path.
    pub fn add(&mut self, x: f64, y: f64) {
        self.merge(&Self {
            paths: 1,
            with_any: u64::from(y > 0.0),
            x,
            y,
            squares_x: x * x,
            squares_y: y * y,
            products: x * y,
        });
    }

    /// Takes in the paths that follow.
    pub fn merge(&mut self, next: &Self) {
        self.paths += next.paths;
        self.with_any += next.with_any;
        self.x += next.x;
        self.y += next.y;
        self.squares_x += next.squares_x;
        self.squares_y += next.squares_y;
        self.products += next.products;
    }

    /// The ratio with a normal interval; not known without an episode, its error not of one path with any.
    #[must_use]
    pub fn estimate(&self) -> Estimate {
        if self.with_any == 0 {
            return Estimate::UNKNOWN;
        }
        let ratio = self.x / self.y;
        if self.with_any == 1 {
            return Estimate::normal(ratio, f64::NAN);
        }
        let n = real(self.paths);
        let squares = self.squares_x - 2.0 * ratio * self.products + ratio * ratio * self.squares_y;
        let squares = if squares > 0.0 { squares } else { 0.0 };
        Estimate::normal(ratio, (n / (n - 1.0) * squares).sqrt() / self.y)
    }

    /// The ratio where `x` counts some of the `y` episodes. Its interval is Wilson's of as many independent episodes as
    /// have this standard error (Korn & Graubard 1998, *Survey Methodology* 24). Of none or all episodes, the interval
    /// is that of as many as there are paths with any.
    #[must_use]
    pub fn share(&self) -> Estimate {
        let ratio = self.estimate();
        let (value, error) = (ratio.value, ratio.standard_error);
        if value.is_nan() || error.is_nan() {
            return ratio;
        }
        let spread = value * (1.0 - value);
        if error > 0.0 && spread > 0.0 {
            return Estimate { interval: wilson(value, spread / (error * error)), ..ratio };
        }
        let hits = if value > 0.5 { self.with_any } else { 0 };
        Estimate { value, ..proportion(hits, self.with_any) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_one_episode_a_path_a_share_is_a_proportion() {
        let mut ratio = Ratio::default();
        for path in 0..263_u32 {
            ratio.add(f64::from(u8::from(path < 81)), 1.0);
        }
        let (found, exact) = (ratio.share(), proportion(81, 263));
        assert!((found.value - exact.value).abs() < 1e-15);
        assert!((found.standard_error / exact.standard_error - 1.0).abs() < 2e-3);
        assert!((found.interval[0] - exact.interval[0]).abs() < 2e-4);
        assert!((found.interval[1] - exact.interval[1]).abs() < 2e-4);
    }

    #[test]
    fn merge_equals_one_pass_and_paths_with_nothing_count() {
        let pairs: Vec<(f64, f64)> = (0..40_u32).map(|i| (f64::from(i % 3), f64::from(i % 5))).collect();
        let of = |pairs: &[(f64, f64)]| {
            let mut ratio = Ratio::default();
            for &(x, y) in pairs {
                ratio.add(x, y);
            }
            ratio
        };
        let mut parts = of(&pairs[..17]);
        parts.merge(&of(&pairs[17..]));
        assert_eq!(parts, of(&pairs));
        let sums = pairs.iter().fold((0.0, 0.0), |(a, b), (x, y)| (a + x, b + y));
        assert!((parts.estimate().value - sums.0 / sums.1).abs() < 1e-15);
    }

    #[test]
    fn what_cannot_be_known_is_not() {
        let mut ratio = Ratio::default();
        ratio.add(0.0, 0.0);
        assert!(ratio.share().value.is_nan());
        ratio.add(1.0, 1.0);
        assert!(ratio.share().standard_error.is_nan() && (ratio.share().value - 1.0).abs() < 1e-15);
        ratio.add(2.0, 2.0);
        assert!(ratio.share().interval[0] < 0.5, "two paths are not certainty: {:?}", ratio.share());
    }
}
