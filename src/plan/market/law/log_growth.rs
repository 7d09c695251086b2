//! The normal law of an asset's log return.

use crate::units::{Drift, Volatility};

/// The normal law of an asset's log return over a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogGrowth {
    /// `E ln(1 + R)` a year: `μ - σ²/2` of the geometric Brownian motion.
    pub drift: Drift,
    /// Standard deviation of `ln(1 + R)` a year, σ.
    pub volatility: Volatility,
}

impl LogGrowth {
    /// The geometric expected return a year, `exp(E ln(1 + R)) - 1`.
    #[must_use]
    pub fn geometric(self) -> f64 {
        libm::expm1(self.drift.get())
    }

    /// The arithmetic expected return a year, `E[1 + R] - 1`.
    #[must_use]
    pub fn arithmetic(self) -> f64 {
        libm::expm1(self.log_mean_growth())
    }

    /// `ln E[1 + R]` a year.
    #[must_use]
    pub fn log_mean_growth(self) -> f64 {
        let (drift, volatility) = (self.drift.get(), self.volatility.get());
        drift + 0.5 * volatility * volatility
    }
}
