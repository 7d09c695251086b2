//! The exact moments of bond funds.

use skans::plan::{Plan, TimeGrid};
use skans::study::validate::{Moment, Verdict, validate};

use super::{POOL, exact, tells_apart};
use crate::case::plan_with;

fn funds(market: &str, fund: &str) -> Plan {
    plan_with(
        &format!(
            r#"
            start = "2021-12"
            horizon_months = 36
            paths = 100
            seed = 5
            [market]
            model = "lognormal"
            assets.equity = {{ class = "equity", expected_return.geometric = 0.05, volatility.log = 0.15 }}
            assets.bonds = {{ class = "fixed-income", fund = {{ {fund} }} }}
            short_rate = {{ start = 0.05, mean = 0.02, reversion = 0.4, volatility = 0.02, premium = 0.005 }}
            {market}
            {POOL}
            "#
        ),
        &[],
    )
}

const SPREAD: &str = "credit_spread = { start = 0.01, reversion = 0.5, volatility = 0.01 }\n\
                      correlations = { short_rate.credit_spread = -0.4, equity.short_rate = 0.1 }";

/// Every part of a fund's growth counts in the exact moments: a fund that differs in one of them is told apart.
#[test]
fn a_bond_fund_has_the_moments_of_its_quadrature() {
    let fund = "duration = 6, convexity = 60, spread = 0.004, spread_duration = 3";
    let found = validate(&funds(SPREAD, fund), 40_000);
    let all = found.moments.iter().filter(|line| line.exact.is_some());
    assert!(all.clone().all(|line| line.verdict() == Verdict::Agrees), "{:?}", found.moments);
    let bonds: Vec<Moment> = all.filter(|line| line.of == "bonds").map(|line| line.moment).collect();
    assert_eq!(bonds, [Moment::MeanLog, Moment::Volatility, Moment::Skew, Moment::ExcessKurtosis]);
    for (other, moment) in [
        ("duration = 6.2, convexity = 60, spread = 0.004, spread_duration = 3", Moment::Volatility),
        ("duration = 6, convexity = 0, spread = 0.004, spread_duration = 3", Moment::Skew),
        ("duration = 6, convexity = 60, spread = 0.006, spread_duration = 3", Moment::MeanLog),
        ("duration = 6, convexity = 60, spread = 0.004, spread_duration = 3.2", Moment::Volatility),
    ] {
        tells_apart(&found, &validate(&funds(SPREAD, other), 100), "bonds", moment);
    }
    for (market, moment) in [
        (SPREAD.replace("-0.4", "-0.3"), Moment::Volatility),
        (SPREAD.replace("start = 0.01", "start = 0.02"), Moment::MeanLog),
    ] {
        tells_apart(&found, &validate(&funds(&market, fund), 100), "bonds", moment);
    }
}

/// Without convexity and over one month growth is normal, and its logarithm to second order in the deviation, which is
/// 3 %.
#[test]
fn a_fund_without_convexity_has_the_closed_form_of_normal_growth() {
    let mut plan = funds("", "duration = 6, convexity = 0");
    plan.time = plan.time.with_months(1);
    let found = validate(&plan, 100);
    let (kappa, sigma, step) = (0.4_f64, 0.02_f64, 1.0 / 12.0_f64);
    let b = |years: f64| (1.0 - (-kappa * years).exp()) / kappa;
    // The move's noise, and the integral's to leading order σ ∫ B dW: h³/3 of its variance, h²/2 of the covariance with
    // the move.
    let slope = b(6.0) / 6.0;
    let moves = sigma * sigma * (1.0 - (-2.0 * kappa * step).exp()) / (2.0 * kappa);
    let carry = (-kappa * 6.0_f64).exp();
    let both = sigma * sigma * step * step / 2.0;
    let variance = 36.0 * slope * slope * moves - 2.0 * 6.0 * slope * carry * both;
    let volatility = exact(&found, "bonds", Moment::Volatility);
    assert!((volatility / (12.0 * variance).sqrt() - 1.0).abs() < 0.02, "{volatility} {}", (12.0 * variance).sqrt());
    // A logarithm of normal growth leans to the left: -3 σ / mean.
    let skew = exact(&found, "bonds", Moment::Skew);
    assert!((skew / (-3.0 * variance.sqrt()) - 1.0).abs() < 0.05, "{skew}");
}

/// In two regimes, under a t copula or with several steps a month there is no closed form; the lines say so.
#[test]
fn a_bond_fund_without_a_closed_form_is_measured() {
    let mut plan = funds(SPREAD, "duration = 6");
    plan.time = TimeGrid::new(plan.time.months(), 4);
    let copula = funds(&format!("{SPREAD}\ncopula = {{ kind = \"t\", degrees_of_freedom = 5 }}"), "duration = 6");
    for plan in [plan, copula] {
        let found = validate(&plan, 2000);
        let bonds: Vec<_> = found.moments.iter().filter(|line| line.of == "bonds").collect();
        assert_eq!(bonds.len(), 7);
        assert!(bonds.iter().all(|line| line.exact.is_none() && line.found.value.is_finite()), "{bonds:?}");
        assert_eq!(found.failures(), 0);
    }
}
