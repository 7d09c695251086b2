//! The market of a plan.

use ndarray::{Array2, Array3};

use super::Label;

/// The assets and the law of their returns.
#[derive(Debug, Clone)]
pub struct Market {
    /// The assets, in the file's order.
    pub assets: Vec<Asset>,
    /// How they move together.
    pub law: Law,
}

/// An asset that pools hold through funds.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its name, which also keys its stream of random numbers.
    pub name: String,
    /// Its name in reports.
    pub label: Label,
    /// On which side of the rule it stands.
    pub class: AssetClass,
}

/// On which side of the allocation rule an asset stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssetClass {
    /// Equity funds.
    Equity,
    /// Fixed-income funds.
    FixedIncome,
}

/// The law of the assets' returns.
#[derive(Debug, Clone)]
pub enum Law {
    /// Correlated geometric Brownian motion.
    Lognormal(LognormalLaw),
    /// Paths given from elsewhere.
    Given(Scenarios),
}

/// Parameters of correlated geometric Brownian motion.
#[derive(Debug, Clone)]
pub struct LognormalLaw {
    /// Growth of each asset.
    pub growth: Vec<LogGrowth>,
    /// Correlations of the log returns.
    pub correlation: Array2<f64>,
    /// Its lower Cholesky factor.
    pub factor: Array2<f64>,
}

/// The normal law of an asset's log return over a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogGrowth {
    /// `E ln(1 + R)` a year: `μ - σ²/2` of the geometric Brownian motion.
    pub drift: f64,
    /// Standard deviation of `ln(1 + R)` a year, σ.
    pub volatility: f64,
}

impl LogGrowth {
    /// The geometric expected return a year, `exp(E ln(1 + R)) - 1`.
    #[must_use]
    pub fn geometric(self) -> f64 {
        libm::expm1(self.drift)
    }

    /// The arithmetic expected return a year, `E[1 + R] - 1`.
    #[must_use]
    pub fn arithmetic(self) -> f64 {
        libm::expm1(self.drift + 0.5 * self.volatility * self.volatility)
    }
}

/// Scenarios made elsewhere.
#[derive(Debug, Clone)]
pub struct Scenarios {
    /// Simple returns by (path, step, asset), assets in the plan's order.
    pub returns: Array3<f64>,
}
