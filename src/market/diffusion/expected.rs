//! The expected growth of assets and consumer prices in a diffusion: the path of a world without surprises.

use crate::market::mean_reverting::YieldCurve;
use crate::plan::{AssetLaw, BondFund, Diffusion, FactorKind};
use crate::units::MONTHS_PER_YEAR;

/// Growth over a month of the assets in their order, then of consumer prices where they are simulated. It is the
/// geometric mean in the long run. Of a fund of bonds, it is the carry while rates and spreads stand at their means.
#[must_use]
pub fn expected_growth(law: &Diffusion) -> Vec<f64> {
    let mut motions = 0..;
    let mut growth: Vec<f64> = law
        .assets()
        .iter()
        .map(|asset| match asset {
            AssetLaw::Lognormal => libm::exp(law.long_run(motions.next().unwrap_or(0)).drift.get() / MONTHS_PER_YEAR),
            AssetLaw::BondFund(fund) => of_fund(fund, law),
        })
        .collect();
    let inflation = law.factor(FactorKind::Inflation);
    growth.extend(inflation.map(|place| libm::exp(law.factors()[place].mean.get() / MONTHS_PER_YEAR)));
    growth
}

/// The carry of a fund whose short rate stands at its mean, and the credit spread at its own, 0.
fn of_fund(fund: &BondFund, law: &Diffusion) -> f64 {
    let Some(place) = law.factor(FactorKind::ShortRate) else { return 1.0 };
    let rate = &law.factors()[place];
    let volatility = law.regimes().first().map_or(0.0, |regime| regime.factor_volatility()[place].get());
    let carry = YieldCurve::carry_at(rate, volatility, fund.duration.get()).yield_at(rate.mean.get());
    1.0 + (carry + fund.spread.get()) / MONTHS_PER_YEAR
}
