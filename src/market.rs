//! The market: all assets and factors of a path, drawn together, one step at a time.

pub(crate) mod bootstrap;
pub(crate) mod crisis;
pub mod diffusion;
pub(crate) mod given;
pub(crate) mod mean_reverting;
pub(crate) mod replay;
mod step;
mod uncertain;
mod world;

use crate::plan::{Law, Market, Plan, Prices};
use crate::units::MONTHS_PER_YEAR;

pub use step::MarketStep;
pub use world::{MarketModel, World};

/// The model that a plan asks for.
#[must_use]
pub fn model(plan: &Plan) -> Box<dyn MarketModel + '_> {
    let mut world: Box<dyn MarketModel + '_> = match &plan.market.law {
        Law::Diffusion(law) => Box::new(diffusion::Model::new(&plan.market.assets, law, plan.time, plan.seed)),
        Law::Bootstrap(law) => Box::new(bootstrap::Model::new(law, plan.time, plan.seed)),
        Law::Replay(path) => Box::new(replay::Model::new(path)),
        Law::Given(scenarios) => Box::new(given::Given::new(scenarios, plan.seed)),
    };
    if plan.market.uncertain_assets().next().is_some() {
        world = Box::new(uncertain::Uncertain::new(world, plan));
    }
    // Outermost: what happened in a crisis is known.
    match &plan.market.crisis {
        Some(crisis) => Box::new(crisis::Model::new(world, crisis, plan.seed)),
        None => world,
    }
}

/// Growth over a month of each asset, then of consumer prices, as they are expected: a path without surprises. NaN for
/// an asset of a replay of which the configuration expects nothing.
#[must_use]
pub fn expected_growth(market: &Market) -> Vec<f64> {
    let mut growth = match &market.law {
        Law::Diffusion(law) => diffusion::expected::expected_growth(law),
        Law::Bootstrap(law) => law.mean().iter().map(|&mean| libm::exp(mean)).collect(),
        Law::Replay(path) => path.expected().to_vec(),
        Law::Given(set) => given::expected_growth(set),
    };
    if let Prices::Constant(rate) = market.prices {
        growth.truncate(market.assets.len());
        growth.push(libm::exp(libm::log1p(rate.get()) / MONTHS_PER_YEAR));
    }
    growth
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::from_text;

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
