//! A fund of bonds that is kept at its duration.
//!
//! Over a step: `R = ∫y dt - D Δy + ½ C Δy²`, less `D_s Δs` for the credit spread; `y` the yield at the fund's duration under the
//! short rate (Vasicek 1977) and its spread. `D` in years, `C` in years²; Fabozzi (2007), *Fixed Income Analysis*, ch. 7. A fund
//! cannot lose more than all.
//!
//! What it leaves out: terms of third order in Δy (for a rise of one point and a duration of five years about 0.002 % of the value),
//! and between steps the sum of squared moves in place of the square of their sum, so that the law at month-ends depends on the
//! step by such terms.

use super::{FactorState, kernels};
use crate::market::mean_reverting::YieldCurve;
use crate::plan::{BondFund, Diffusion, FactorKind};

/// A fund, with its parameters for one step.
pub struct FundStep {
    rate: usize,
    /// Constant part of `1 + R`, slope of the yield in the short rate, duration, half the convexity.
    line: [f64; 4],
    /// Which factor is the credit spread, and the fund's duration to it, where it has any.
    spread: Option<(usize, f64)>,
}

impl FundStep {
    /// A fund at a step of so many years, in a world that has a short rate.
    #[must_use]
    pub fn new(fund: &BondFund, law: &Diffusion, years: f64) -> Self {
        let rate = law.factor(FactorKind::ShortRate).unwrap_or(0);
        let curve = YieldCurve::at(&law.factors[rate], law.regimes[0].factor_volatility[rate], fund.duration);
        let constant = 1.0 + (curve.constant + fund.spread) * years;
        let spread = law.factor(FactorKind::CreditSpread).filter(|_| fund.spread_duration > 0.0);
        Self {
            rate,
            line: [constant, curve.slope, fund.duration, 0.5 * fund.convexity],
            spread: spread.map(|place| (place, fund.spread_duration)),
        }
    }

    /// Growth over the step.
    pub(super) fn grow(&self, factors: &[FactorState], out: &mut [f64]) {
        let rate = &factors[self.rate];
        kernels::bond_fund(self.line, &rate.before, &rate.level, &rate.integral, out);
        if let Some((place, duration)) = self.spread {
            let spread = &factors[place];
            kernels::credit_spread(duration, &spread.before, &spread.level, &spread.integral, out);
        }
    }
}
