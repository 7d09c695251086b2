//! A fund of bonds that is kept at its duration.
//!
//! Over a step: `R = ∫f dt - D Δy + ½ C Δy²`. `y` is the yield at the fund's duration under the short rate (Vasicek
//! 1977). `f` is the carry: the forward rate at that maturity, which is yield and roll-down together, and the fund's
//! own spread. `D` is in years, `C` in years²; Fabozzi (2007), *Fixed Income Analysis*, ch. 7. Without risk every fund
//! earns the short rate; with it, it earns what the market pays for its risk. Of the market's credit spread `s` a fund
//! bears the share `D_s / D`: `(D_s / D) ∫s dt - D_s Δs`. A fund cannot lose more than all.
//!
//! It leaves out terms of third order in Δy. They are about 0.002 % of the value for a rise of one point and a duration
//! of five years. It leaves out what a month's carry earns within the month and with Δy: 0.002 % a year at a carry of 2
//! %. Over several steps it adds up squared moves and not their sum, so the law at month-ends depends on the step by
//! such terms.

use super::factor_state::FactorState;
use super::kernels;
use crate::market::mean_reverting::YieldCurve;
use crate::plan::{BondFund, Diffusion, FactorKind};
use crate::units::Years;

/// A fund, with its parameters for one step.
pub struct FundStep {
    rate: usize,
    /// Constant part of `1 + R`, slopes of the carry and of the yield in the short rate, duration, half the convexity.
    line: [f64; 5],
    /// The place of the credit spread among the factors, the fund's share of it and its duration to it, where it has
    /// any.
    spread: Option<(usize, [f64; 2])>,
}

impl FundStep {
    /// A fund at a step of so many years, in a world that has a short rate.
    #[must_use]
    pub fn new(fund: &BondFund, law: &Diffusion, years: f64) -> Self {
        let rate = law.factor(FactorKind::ShortRate).unwrap_or(0);
        let volatility = law.regimes()[0].factor_volatility()[rate].get();
        let duration = fund.duration.get();
        let spread_duration = fund.spread_duration.map_or(0.0, Years::get);
        let curve = YieldCurve::at(&law.factors()[rate], volatility, duration);
        let carry = YieldCurve::carry_at(&law.factors()[rate], volatility, duration);
        let constant = 1.0 + (carry.constant + fund.spread.get()) * years;
        let spread = law.factor(FactorKind::CreditSpread).filter(|_| spread_duration > 0.0);
        Self {
            rate,
            line: [constant, carry.slope, curve.slope, duration, 0.5 * fund.convexity.get()],
            spread: spread.map(|place| (place, [spread_duration / duration, spread_duration])),
        }
    }

    /// Growth over the step.
    pub(super) fn grow(&self, factors: &[FactorState], out: &mut [f64]) {
        let rate = &factors[self.rate];
        kernels::bond_fund(self.line, &rate.before, &rate.level, &rate.integral, out);
        if let Some((place, shares)) = self.spread {
            let spread = &factors[place];
            kernels::credit_spread(shares, &spread.before, &spread.level, &spread.integral, out);
        }
    }
}
