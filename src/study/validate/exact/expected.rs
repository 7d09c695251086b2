//! The exact moments of a world.

use crate::study::validate::powers::MOMENTS;

/// Exact moments of each asset, of pairs of assets, and of consumer prices.
#[derive(Debug, Clone)]
pub struct Expected {
    /// The moments of each asset.
    pub assets: Vec<ExactMoments>,
    /// By pair of assets, (1, 0), (2, 0), (2, 1), …: the mean product of a month's deviations from the centres.
    pub products: Vec<Option<f64>>,
    /// Mean log growth of consumer prices a month, where the law is made of given months.
    pub inflation: Option<f64>,
}

/// The moments of an asset's monthly log returns.
#[derive(Debug, Clone, Copy)]
pub struct ExactMoments {
    /// The centre of deviations: the long-run mean of a month, exactly or nearly.
    pub centre: f64,
    /// The moments are in the order of a path's. They are deviations to the powers one to four, a month's with the
    /// next, a square's with the next, and growth over twelve months.
    pub moments: [Option<f64>; MOMENTS],
}

/// Moments of a month's deviation `x` under a law in which the expected return is known.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct KnownMoments {
    /// `E x`, `E x²`, `E x³`, `E x⁴`.
    pub powers: [f64; 4],
    /// `E x x'`, `x'` that of the next month.
    pub lagged: f64,
    /// `E x² x'²`.
    pub lagged_squares: f64,
    /// `E x² + x'²`, over the same pairs of months.
    pub squares_of_pairs: f64,
    /// Mean growth of twelve months.
    pub growth: f64,
}

impl KnownMoments {
    /// The moments with an expected return that is drawn once a path with the standard error `error` a year: `x + w`,
    /// `w` normal with a standard deviation of `error / 12`, the same in all months.
    pub(super) fn with_error(self, error: f64) -> [Option<f64>; MOMENTS] {
        let v = error * error / 144.0;
        let [m1, m2, m3, m4] = self.powers;
        [
            m1,
            m2 + v,
            m3 + 3.0 * v * m1,
            m4 + 6.0 * v * m2 + 3.0 * v * v,
            self.lagged + v,
            self.lagged_squares + v * self.squares_of_pairs + 4.0 * v * self.lagged + 3.0 * v * v,
            self.growth * libm::exp(0.5 * error * error),
        ]
        .map(Some)
    }
}
