//! Factors that revert to a mean: the short rate (Vasicek 1977, *Journal of Financial Economics* 5), inflation as an
//! autoregressive process of order one, the credit spread.
//!
//! `dx = κ (θ - x) dt + σ dW`, years. Over a step of length `h` level and integral are normal, exactly:
//! `x[t+h] = θ + (x - θ) e^(-κh) + σ ∫ e^(-κu) dW`, `∫x = θ h + (x - θ) B(h) + σ ∫ B(u) dW`, `B(h) = (1 - e^(-κh)) / κ`
//! (Glasserman 2004, *Monte Carlo Methods in Financial Engineering*, 3.3). No discretisation error at any step.

use crate::plan::Factor;

/// `B(t) = (1 - e^(-κt)) / κ`.
#[must_use]
pub fn loading(reversion: f64, years: f64) -> f64 {
    -libm::expm1(-reversion * years) / reversion
}

/// The weight of an increment of noise in a step's result, by the time `u` from the increment to the step's end:
/// `c + d e^(-κu)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Response {
    constant: f64,
    decaying: f64,
    reversion: f64,
}

impl Response {
    /// The response of a Brownian motion itself: every increment counts the same.
    pub const MOTION: Self = Self { constant: 1.0, decaying: 0.0, reversion: 1.0 };

    /// The response of a factor's level.
    #[must_use]
    pub const fn level(reversion: f64) -> Self {
        Self { constant: 0.0, decaying: 1.0, reversion }
    }

    /// The response of a factor's integral.
    #[must_use]
    pub fn integral(reversion: f64) -> Self {
        Self { constant: 1.0 / reversion, decaying: -1.0 / reversion, reversion }
    }

    /// `∫ f(u) g(u) du` over a step of so many years: the covariance of two responses to the same noise.
    #[must_use]
    pub fn covariance(self, other: Self, years: f64) -> f64 {
        if self.decaying == 0.0 && other.decaying == 0.0 {
            return self.constant * other.constant * years;
        }
        self.constant * other.constant * years
            + self.constant * other.decaying * loading(other.reversion, years)
            + self.decaying * other.constant * loading(self.reversion, years)
            + self.decaying * other.decaying * loading(self.reversion + other.reversion, years)
    }

    /// The correlation of two responses to the same noise.
    #[must_use]
    pub fn correlation(self, other: Self, years: f64) -> f64 {
        if self == other {
            return 1.0;
        }
        let own = self.covariance(self, years) * other.covariance(other, years);
        self.covariance(other, years) / own.sqrt()
    }
}

/// Yields of government bonds under the short rate: `y(τ) = a + b x`, continuously compounded, a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YieldCurve {
    /// a.
    pub constant: f64,
    /// b.
    pub slope: f64,
}

impl YieldCurve {
    /// At a maturity, in years: `P(τ) = e^(A - B(τ) x)`, `A = (θ* - σ²/2κ²)(B - τ) - σ²B²/4κ`, `θ*` the mean that the
    /// market prices with (Vasicek 1977; Brigo & Mercurio 2006, *Interest Rate Models*, 3.2.1).
    #[must_use]
    pub fn at(rate: &Factor, volatility: f64, maturity: f64) -> Self {
        let (kappa, variance) = (rate.reversion.get(), volatility * volatility);
        let b = loading(kappa, maturity);
        let priced_mean = rate.mean.get() + rate.premium.get();
        let a = (priced_mean - variance / (2.0 * kappa * kappa)) * (b - maturity) - variance * b * b / (4.0 * kappa);
        Self { constant: -a / maturity, slope: b / maturity }
    }

    /// The rate that a bond at that maturity earns while it ages and the short rate stands still: `∂(τ y)/∂τ = -A'(τ) +
    /// B'(τ) x`, the forward rate, `B' = e^(-κτ)`, `A' = (θ* - σ²/2κ²)(B' - 1) - σ² B B'/2κ`.
    #[must_use]
    pub fn carry_at(rate: &Factor, volatility: f64, maturity: f64) -> Self {
        let (kappa, variance) = (rate.reversion.get(), volatility * volatility);
        let b = loading(kappa, maturity);
        let slope = libm::exp(-kappa * maturity);
        let a = (rate.mean.get() + rate.premium.get() - variance / (2.0 * kappa * kappa)) * (slope - 1.0)
            - variance * b * slope / (2.0 * kappa);
        Self { constant: -a, slope }
    }

    /// The yield when the short rate is `rate`.
    #[must_use]
    pub fn yield_at(self, rate: f64) -> f64 {
        self.constant + self.slope * rate
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::FactorKind;
    use crate::units::{Rate, Reversion};

    const RATE: Factor = Factor {
        kind: FactorKind::ShortRate,
        start: Rate::new(0.01).unwrap(),
        mean: Rate::new(0.03).unwrap(),
        reversion: Reversion::new(0.2).unwrap(),
        premium: Rate::ZERO,
    };

    /// The carry is the forward rate: the slope of maturity times yield.
    #[test]
    fn the_carry_is_the_forward_rate() {
        for maturity in [0.5, 5.0, 20.0] {
            for rate in [-0.01, 0.04] {
                let times = |maturity: f64| maturity * YieldCurve::at(&RATE, 0.02, maturity).yield_at(rate);
                let forward = (times(maturity + 1e-4) - times(maturity - 1e-4)) / 2e-4;
                let carry = YieldCurve::carry_at(&RATE, 0.02, maturity).yield_at(rate);
                assert!((carry - forward).abs() < 1e-9, "{maturity} years, {rate}: {carry} against {forward}");
            }
        }
    }

    #[test]
    fn bonds_have_vasiceks_price() {
        for (maturity, price) in [(1.0, 0.988_211_346_115_356_8), (10.0, 0.811_578_571_913_036)] {
            let found = libm::exp(-maturity * YieldCurve::at(&RATE, 0.01, maturity).yield_at(RATE.start.get()));
            assert!((found - price).abs() < 1e-9, "{maturity} years: {found}");
        }
    }

    /// Against the integrals summed up step by step.
    #[test]
    fn covariances_are_the_integrals_of_the_responses() {
        let responses = [Response::MOTION, Response::level(0.2), Response::integral(0.2), Response::integral(0.7)];
        let value =
            |response: Response, u: f64| response.constant + response.decaying * libm::exp(-response.reversion * u);
        for years in [1.0 / 12.0, 1.0 / 252.0, 2.0] {
            for one in responses {
                for other in responses {
                    let steps = 2000_u32;
                    let du = years / f64::from(steps);
                    let sum: f64 = (0..steps)
                        .map(|k| (f64::from(k) + 0.5) * du)
                        .map(|u| value(one, u) * value(other, u) * du)
                        .sum();
                    let exact = one.covariance(other, years);
                    assert!((exact - sum).abs() <= 1e-6 * sum.abs(), "{one:?} {other:?}: {exact} against {sum}");
                }
            }
        }
    }
}
