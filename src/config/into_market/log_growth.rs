//! The normal law of a year's log return, from what a configuration says of it.

use crate::config::schema::{ExpectedReturnConfig, VolatilityConfig};
use crate::plan::LogGrowth;
use crate::units::{Deviation, Rate};

/// The normal law of the log return from what the configuration says of it: with `σ` the volatility of log returns,
/// `E ln(1+R) = ln(1+g)` for a geometric, `ln(1+a) - σ²/2` for an arithmetic and `μ - σ²/2` for a continuous arithmetic expected
/// return; a standard deviation `s` of the simple yearly return means `σ² = ln(1 + s²/(1+a)²)`, `a` the arithmetic one.
/// `None` unless exactly one key of each is given.
#[must_use]
pub fn log_growth(expected: &ExpectedReturnConfig, volatility: &VolatilityConfig) -> Option<LogGrowth> {
    let ln = |rate: Rate| libm::log1p(rate.get());
    let square = |x: f64| x * x;
    let sigma = |s: Deviation, arithmetic_growth: f64| libm::log1p(square(s.get() / arithmetic_growth)).sqrt();
    match (expected.geometric, expected.arithmetic, expected.continuous_arithmetic, volatility.log, volatility.simple) {
        (Some(g), None, None, Some(v), None) => Some(LogGrowth { drift: ln(g), volatility: v.get() }),
        (None, Some(a), None, Some(v), None) => {
            Some(LogGrowth { drift: ln(a) - 0.5 * v.get() * v.get(), volatility: v.get() })
        }
        (None, None, Some(mu), Some(v), None) => {
            Some(LogGrowth { drift: mu.get() - 0.5 * v.get() * v.get(), volatility: v.get() })
        }
        (Some(g), None, None, None, Some(s)) => {
            // `A² / √(A² + s²) = 1 + g` for `A = 1 + a`: a quadratic equation in A².
            let target = square(1.0 + g.get());
            let growth = (0.5 * (target + (square(target) + 4.0 * target * square(s.get())).sqrt())).sqrt();
            Some(LogGrowth { drift: ln(g), volatility: sigma(s, growth) })
        }
        (None, Some(a), None, None, Some(s)) => {
            let volatility = sigma(s, 1.0 + a.get());
            Some(LogGrowth { drift: ln(a) - 0.5 * volatility * volatility, volatility })
        }
        (None, None, Some(mu), None, Some(s)) => {
            let volatility = sigma(s, libm::exp(mu.get()));
            Some(LogGrowth { drift: mu.get() - 0.5 * volatility * volatility, volatility })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(x: f64) -> Option<Rate> {
        Rate::try_from(x).ok()
    }

    fn deviation(x: f64) -> Option<Deviation> {
        Deviation::try_from(x).ok()
    }

    #[test]
    fn the_kinds_of_expected_return_agree() {
        let volatility = VolatilityConfig { log: deviation(0.16), simple: None };
        let mu = ExpectedReturnConfig { continuous_arithmetic: rate(0.06), ..Default::default() };
        let growth = log_growth(&mu, &volatility).unwrap();
        for same in [
            ExpectedReturnConfig { arithmetic: rate(growth.arithmetic()), ..Default::default() },
            ExpectedReturnConfig { geometric: rate(growth.geometric()), ..Default::default() },
        ] {
            let other = log_growth(&same, &volatility).unwrap();
            assert!((other.drift - growth.drift).abs() < 1e-15);
        }
        assert!((growth.arithmetic() - libm::expm1(0.06)).abs() < 1e-15);
    }

    #[test]
    fn two_kinds_at_once_are_refused() {
        let both = ExpectedReturnConfig { geometric: rate(0.05), arithmetic: rate(0.06), continuous_arithmetic: None };
        assert!(log_growth(&both, &VolatilityConfig { log: deviation(0.1), simple: None }).is_none());
    }
}
