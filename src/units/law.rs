//! Parameters of the laws of markets.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::percent_text::{PERCENTAGE, Typed};
use super::{OutOfRange, Years};

bounded!(
    /// The mean of a log return in one regime, a year, in `[-3, 3]`.
    RegimeMean, -3.0, 3.0, usual -0.6 to 0.4
);
bounded!(
    /// The mean of a log return, a year, in `[-10, 10]`.
    Drift, -10.0, 10.0, "a number from -10 to 10"
);
bounded!(
    /// The standard deviation of a log return or of a factor's motion, a year, in `[0, 10]`.
    Volatility, 0.0, 10.0, "a number from 0 to 10"
);

impl Volatility {
    /// No motion.
    pub const ZERO: Self = Self(0.0);
}

bounded!(
    /// The standard deviation of returns over twelve months, as a fraction, in `[0, 5]`.
    YearDeviation, 0.0, 5.0, usual 0.0 to 1.0
);
bounded!(
    /// The return of a month in a history, as a fraction, in `[-0.99, 1]`.
    MonthReturn, -0.99, 1.0, usual -0.6 to 0.6
);
bounded!(
    /// The return of a year in a history, or its rise of prices, as a fraction, in `[-0.99, 10]`.
    AnnualReturn, -0.99, 10.0, usual -0.95 to 2.0
);
bounded!(
    /// The deepest fall from the highest value so far, as a negative fraction, in `[-0.99, 0]`.
    Drawdown, -0.99, 0.0, usual -0.99 to 0.0
);
bounded!(
    /// λ, the decay factor: the share of last month's variance that stays in this month's, in `[0.9, 0.999]`.
    DecayFactor, 0.9, 0.999, "a number from 0.9 to 0.999"
);

impl DecayFactor {
    /// λ of monthly returns by RiskMetrics (1996, *Technical Document*, 4th ed., 5.3).
    pub const OF_A_MONTH: Self = Self(0.97);
}

bounded!(
    /// ν, the degrees of freedom of Student's t, in `[2.1, 200]`.
    DegreesOfFreedom, 2.1, 200.0, "a number from 2.1 to 200"
);
bounded!(
    /// The second derivative of a price by its yield, over the price: years², in `[0, 10000]`.
    Convexity, 0.0, 10_000.0, "a number from 0 to 10000, in years²"
);

impl Convexity {
    /// The convexity of a single payment: the square of its duration.
    #[must_use]
    pub const fn of_one_payment(duration: Years) -> Self {
        Self::nearest(duration.get() * duration.get())
    }
}

bounded!(
    /// A correlation, in `[-1, 1]`.
    Correlation, -1.0, 1.0, "a number from -1 to 1"
);
bounded!(
    /// The speed at which a factor reverts to its mean, κ a year, in `[0.01, 12]`.
    Reversion, 0.01, 12.0, "a number from 0.01 to 12"
);

impl Reversion {
    /// The reversion of a process that keeps a share φ, `persistence`, of its distance from the mean after a year. It
    /// is `-ln φ`, held to the range.
    #[must_use]
    pub fn of_persistence(persistence: f64) -> Self {
        Self::nearest(-libm::log(persistence))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reversion_is_that_of_its_persistence_within_its_range() {
        assert!((Reversion::of_persistence(0.5).get() - core::f64::consts::LN_2).abs() < 1e-15);
        assert_eq!(Reversion::of_persistence(0.999).get().to_bits(), 0.01_f64.to_bits());
    }
}
