//! What is expected of assets and consumer prices in a diffusion: the path of a world without surprises.

use crate::market::mean_reverting::YieldCurve;
use crate::plan::{AssetLaw, BondFund, Diffusion, FactorKind};

/// Growth over a month of the assets in their order, then of consumer prices where they are simulated: the geometric
/// mean in the long run; of a fund of bonds, what it earns while rates and spreads stand at their means.
#[must_use]
pub fn expected_growth(law: &Diffusion) -> Vec<f64> {
    let mut motions = 0..;
    let mut growth: Vec<f64> = law
        .assets
        .iter()
        .map(|asset| match asset {
            AssetLaw::Lognormal => libm::exp(law.long_run(motions.next().unwrap_or(0)).drift / 12.0),
            AssetLaw::BondFund(fund) => of_fund(fund, law),
        })
        .collect();
    let inflation = law.factor(FactorKind::Inflation);
    growth.extend(inflation.map(|place| libm::exp(law.factors[place].mean.get() / 12.0)));
    growth
}

/// The carry of a fund whose short rate stands at its mean, and the credit spread at its own, 0.
fn of_fund(fund: &BondFund, law: &Diffusion) -> f64 {
    let Some(place) = law.factor(FactorKind::ShortRate) else { return 1.0 };
    let rate = &law.factors[place];
    let volatility = law.regimes.first().map_or(0.0, |regime| regime.factor_volatility[place]);
    let carry = YieldCurve::carry_at(rate, volatility, fund.duration.get()).yield_at(rate.mean.get());
    1.0 + (carry + fund.spread.get()) / 12.0
}

#[cfg(test)]
mod tests {
    use crate::config::from_text;
    use crate::market::expected_growth;

    /// Each asset's, in the file's order, one being a fund between two others: `(1 + g)^(1/12)`, and the fund's yield
    /// and spread.
    #[test]
    fn each_asset_grows_as_the_configuration_expects() {
        let text = r#"
            start = "2000-12"
            horizon_months = 12
            seed = 1
            [market]
            model = "lognormal"
            assets.equity = { class = "equity", expected_return.geometric = 0.06, volatility.log = 0.2 }
            assets.fund = { class = "fixed-income", fund = { duration = 4, spread = 0.012 } }
            assets.bonds = { class = "fixed-income", expected_return.geometric = 0.02, volatility.log = 0.05 }
            short_rate = { start = 0.001, mean = 0.024, reversion = 0.3, volatility = 0.0 }
            inflation = { start = 0.08, mean = 0.02, persistence = 0.6, volatility = 0.01 }
            correlations.equity.bonds = 0.0
            [pools.pool]
            opening_value_mnkr = 1
            equities.equity = 1.0
            fixed_income.fund = 1.0
            rule = { kind = "static", share = 0.5 }
            "#;
        let plan = from_text("test", text).unwrap_or_else(|problems| panic!("{}", problems[0]));
        let growth = expected_growth(&plan.market);
        let year = |rate: f64| libm::exp(libm::log1p(rate) / 12.0);
        let expected = [year(0.06), 1.0 + 0.036 / 12.0, year(0.02), libm::exp(0.02 / 12.0)];
        assert_eq!(growth.len(), 4);
        for (found, expected) in growth.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-14, "{found} against {expected}");
        }
    }
}
