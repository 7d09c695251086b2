//! Two regimes: the law of Hardy's accumulation factor, the first-breach law, means as configured, and draws that
//! nothing shifts.

use skans::plan::Plan;
use skans::stats::figure::{PoolFigure, Quantile, Statistic, Term};
use skans::stats::summary::PathTrace;
use skans::study::trace::trace;

use crate::case::{assert_estimate, assert_simulated, closed_form, mean_and_error, plan, pool_of};

/// Hardy's regimes for the S&P 500, monthly log returns (2001): the case's parameters.
const CALM: (f64, f64, f64) = (0.0126, 0.035, 0.0398);
const TURBULENT: (f64, f64, f64) = (-0.0185, 0.0748, 0.3798);

fn regime((mean, deviation, leave): (f64, f64, f64)) -> String {
    let (mean, deviation) = (12.0 * mean, deviation * 12.0_f64.sqrt());
    format!(
        r"leave_per_month = {leave}
        assets.equity = {{ log_mean = {mean:?}, volatility = {deviation:?} }}
        assets.bonds = {{ log_mean = 0.0, volatility = 0.0 }}
        correlations.equity.bonds = 0.0"
    )
}

/// One pool of equities and riskless bonds at 0 %. The seed is arbitrary.
fn hardy(months: u32, steps_per_month: u32, equity: &str, more: &str) -> String {
    format!(
        r#"
        start = "2000-12"
        horizon_months = {months}
        steps_per_month = {steps_per_month}
        paths = 200000
        seed = 3
        outputs.quantiles = [0.025, 0.05, 0.1, 0.5]
        [market]
        model = "regime-switching"
        assets.equity = {{ class = "equity" {equity} }}
        assets.bonds.class = "fixed-income"
        [market.regimes.calm]
        {}
        [market.regimes.turbulent]
        {}
        [pools.pool]
        opening_value_mnkr = 1
        equities.equity = 1.0
        fixed_income.bonds = 1.0
        {more}
        "#,
        regime(CALM),
        regime(TURBULENT)
    )
}

const ALL_EQUITY: &str = "rule = { kind = \"static\", share = 1.0 }";

#[test]
fn the_accumulation_factor_has_hardys_law_at_months_and_at_weeks() {
    for months in [12, 120] {
        for steps in [1, 4] {
            let pool = pool_of(&hardy(months, steps, "", ALL_EQUITY));
            let value = |statistic| pool[PoolFigure::Value(Term::Horizon, statistic)].scaled(1e-6);
            assert_estimate(&format!("rsln_SP500_{months}_mean"), value(Statistic::Mean), 1.0);
            let (expected, _) = closed_form(&format!("rsln_SP500_{months}_quantiles"));
            assert_eq!(expected.len(), 3);
            for (level, expected) in [0.025, 0.05, 0.1].into_iter().zip(expected) {
                let found = value(Statistic::Quantile(Quantile::of(level)));
                assert!(
                    (found.value - expected).abs() <= 4.0 * found.standard_error,
                    "{months} months, {steps} steps, {level}: {found:?} {expected}"
                );
            }
            let shortfall = pool[PoolFigure::Shortfall95(Term::Horizon)];
            assert_simulated(&format!("rsln_SP500_{months}_cte05"), 1.0 - shortfall.value, shortfall.standard_error);
        }
    }
}

#[test]
fn the_first_breach_law_holds_in_two_regimes() {
    let more = r#"
        rule = { kind = "dynamic", equity_stress = 0.2, max_share = 20 }
        floor = { kind = "rolling-high", share = 0.85 }
        "#;
    let pool = pool_of(&hardy(120, 1, "", more));
    assert_estimate("first_breach_rsln_m5", pool[PoolFigure::BreachExAnte(Term::Horizon)], 1.0);
}

/// An expected return moves both regimes' means alike: the mean of logs for a geometric one, of growth for an
/// arithmetic one.
#[test]
fn means_are_moved_to_the_expected_return() {
    let geometric = pool_of(&hardy(12, 1, ", expected_return.geometric = 0.05", ALL_EQUITY));
    let arithmetic = pool_of(&hardy(12, 1, ", expected_return.arithmetic = 0.05", ALL_EQUITY));
    let mean_value = PoolFigure::Value(Term::Horizon, Statistic::Mean);
    let mean = arithmetic[mean_value];
    assert!((mean.value / 1e6 - 1.05).abs() < 4.0 * mean.standard_error / 1e6, "{mean:?}");
    // E ln is checked on the paths: the mean of twelve months' logs is ln 1.05, from a stationary start.
    let plan = plan(&hardy(12, 1, ", expected_return.geometric = 0.05", ALL_EQUITY));
    let traces = trace(&plan, &(0..40_000).collect::<Vec<_>>());
    let logs: Vec<f64> = traces[0].iter().map(|path| path.price[12].ln()).collect();
    let (mean, error) = mean_and_error(&logs);
    assert!((mean - 1.05_f64.ln()).abs() < 4.0 * error, "{mean} ± {error}");
    assert!(geometric[mean_value].value > 1.05e6);
}

#[test]
fn a_start_in_the_turbulent_regime_loses_more_often_than_in_the_calm_one() {
    let from = |start: &str| {
        let text = hardy(3, 1, "", ALL_EQUITY)
            .replace("[market.regimes.calm]", &format!("[market.regimes]\nstart = \"{start}\"\n[market.regimes.calm]"));
        pool_of(&text)[PoolFigure::Loss(Term::Horizon)]
    };
    let (calm, stationary, turbulent) = (from("calm"), from("stationary"), from("turbulent"));
    assert!(
        calm.value < stationary.value && stationary.value < turbulent.value,
        "{calm:?} {stationary:?} {turbulent:?}"
    );
    // A stationary start is turbulent with the probability π, and its P(loss) is the mixture of the two.
    let pi = CALM.2 / (CALM.2 + TURBULENT.2);
    let difference = stationary.value - ((1.0 - pi) * calm.value + pi * turbulent.value);
    let errors = [stationary.standard_error, (1.0 - pi) * calm.standard_error, pi * turbulent.standard_error];
    let error = errors.iter().map(|error| error * error).sum::<f64>().sqrt();
    assert!(difference.abs() < 4.0 * error, "{difference} ± {error}");
}

/// Two equities whose correlation is 0.2 in calm months and 0.9 in turbulent ones, inflation or none.
fn two(inflation: &str) -> Plan {
    plan(&format!(
        r#"
        start = "2000-12"
        horizon_months = 24
        paths = 20000
        seed = 8
        [market]
        model = "regime-switching"
        {inflation}
        assets.a.class = "equity"
        assets.b.class = "equity"
        [market.regimes.calm]
        leave_per_month = 0.1
        assets = {{ a = {{ log_mean = 0.1, volatility = 0.1 }}, b = {{ log_mean = 0.1, volatility = 0.2 }} }}
        correlations.a.b = 0.2
        [market.regimes.turbulent]
        leave_per_month = 0.2
        assets = {{ a = {{ log_mean = -0.2, volatility = 0.3 }}, b = {{ log_mean = -0.2, volatility = 0.4 }} }}
        correlations.a.b = 0.9
        [pools.a]
        opening_value_mnkr = 1
        equities.a = 1.0
        rule = {{ kind = "static", share = 1.0 }}
        [pools.b]
        opening_value_mnkr = 1
        equities.b = 1.0
        rule = {{ kind = "static", share = 1.0 }}
        "#
    ))
}

/// The covariance over a month is the mixture of the regimes' own, and of their means.
#[test]
fn the_covariance_over_regimes_is_their_mixture() {
    let plan = two("");
    let traces = trace(&plan, &(0..20_000).collect::<Vec<_>>());
    let (calm, storm) = (2.0 / 3.0, 1.0 / 3.0);
    let drift = calm * 0.1 - storm * 0.2;
    let within = (calm * 0.2 * 0.1 * 0.2 + storm * 0.9 * 0.3 * 0.4) / 12.0;
    let between = (calm * (0.1 - drift) * (0.1 - drift) + storm * (-0.2 - drift) * (-0.2 - drift)) / 144.0;
    let exact = within + between;
    // One number a path: months of a path depend on each other by the regime.
    let apart = |pair: &[f64]| (pair[1] / pair[0]).ln() - drift / 12.0;
    let of_path = |(a, b): (&PathTrace, &PathTrace)| {
        let products = a.price.windows(2).zip(b.price.windows(2)).map(|(a, b)| apart(a) * apart(b));
        products.sum::<f64>() / 24.0
    };
    let products: Vec<f64> = traces[0].iter().zip(&traces[1]).map(of_path).collect();
    let (covariance, error) = mean_and_error(&products);
    assert!((covariance - exact).abs() < 4.0 * error, "{covariance} ± {error} against {exact}");
}

#[test]
fn simulated_inflation_shifts_no_draw_of_the_assets() {
    let inflation = r"
        inflation = { start = 0.02, mean = 0.02, persistence = 0.6, volatility = 0.01 }";
    let paths: Vec<u64> = (0..300).collect();
    let prices = |more: &str| -> Vec<Vec<f64>> {
        trace(&two(more), &paths).into_iter().flatten().map(|path| path.price).collect()
    };
    assert!(prices("") == prices(inflation), "some price is another one");
    // From the mean on, prices rise by the mean.
    let levels = trace(&two(inflation), &(0..5000).collect::<Vec<_>>());
    let logs: Vec<f64> = levels[0].iter().map(|path| path.price_level[24].ln()).collect();
    let (mean, error) = mean_and_error(&logs);
    assert!((mean - 2.0 * 0.02).abs() < 4.0 * error, "{mean} ± {error}");
}
