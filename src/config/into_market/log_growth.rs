//! The normal law of a year's log return, from what a configuration says of it.

use crate::config::schema::{ExpectedReturnConfig, VolatilityConfig};
use crate::plan::LogGrowth;
use crate::units::{Deviation, Drift, Rate, Volatility};

/// The normal law of the log return, from an expected return and a volatility. With `σ` the volatility of log returns,
/// `E ln(1+R)` is `ln(1+g)` for a geometric, `ln(1+a) - σ²/2` for an arithmetic and `μ - σ²/2` for a continuous
/// arithmetic expected return. A standard deviation `s` of the simple yearly return means `σ² = ln(1 + s²/(1+a)²)`, `a`
/// the arithmetic one.
#[must_use]
pub fn log_growth(expected: ExpectedReturnConfig, volatility: VolatilityConfig) -> LogGrowth {
    let ln = |rate: Rate| libm::log1p(rate.get());
    let square = |x: f64| x * x;
    let sigma = |s: Deviation, arithmetic_growth: f64| libm::log1p(square(s.get() / arithmetic_growth)).sqrt();
    let volatility = match (volatility, expected) {
        (VolatilityConfig::Log(v), _) => v.get(),
        (VolatilityConfig::Simple(s), ExpectedReturnConfig::Geometric(g)) => {
            // `A² / √(A² + s²) = 1 + g` for `A = 1 + a`: a quadratic equation in A².
            let target = square(1.0 + g.get());
            let growth = (0.5 * (target + (square(target) + 4.0 * target * square(s.get())).sqrt())).sqrt();
            sigma(s, growth)
        }
        (VolatilityConfig::Simple(s), ExpectedReturnConfig::Arithmetic(a)) => sigma(s, 1.0 + a.get()),
        (VolatilityConfig::Simple(s), ExpectedReturnConfig::ContinuousArithmetic(mu)) => sigma(s, libm::exp(mu.get())),
    };
    let drift = match expected {
        ExpectedReturnConfig::Geometric(g) => ln(g),
        ExpectedReturnConfig::Arithmetic(a) => ln(a) - 0.5 * volatility * volatility,
        ExpectedReturnConfig::ContinuousArithmetic(mu) => mu.get() - 0.5 * volatility * volatility,
    };
    LogGrowth { drift: Drift::nearest(drift), volatility: Volatility::nearest(volatility) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kinds_of_expected_return_agree() {
        let volatility = VolatilityConfig::Log(Deviation::try_from(0.16).unwrap());
        let growth = log_growth(ExpectedReturnConfig::ContinuousArithmetic(Rate::try_from(0.06).unwrap()), volatility);
        for same in [
            ExpectedReturnConfig::Arithmetic(Rate::try_from(growth.arithmetic()).unwrap()),
            ExpectedReturnConfig::Geometric(Rate::try_from(growth.geometric()).unwrap()),
        ] {
            assert!((log_growth(same, volatility).drift.get() - growth.drift.get()).abs() < 1e-15);
        }
        assert!((growth.arithmetic() - libm::expm1(0.06)).abs() < 1e-15);
    }
}
