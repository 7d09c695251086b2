//! Spread, growth and tails of a pool of equities alone, whose value is lognormal: against their closed forms.

use skans::stats::Estimate;
use skans::stats::figure::{PoolFigure, Statistic, Term};
use skans::stats::summary::PoolSummary;
use skans::units::Millions;

use crate::case::{plan, run};

const DRIFT: f64 = 0.06;
const VOLATILITY: f64 = 0.16;

fn equities(steps_per_month: u32) -> PoolSummary {
    let text = format!(
        r#"
        start = "2000-12"
        horizon_months = 60
        steps_per_month = {steps_per_month}
        paths = 40000
        seed = 5
        inflation = 0.02
        [market]
        model = "lognormal"
        [market.assets.equity]
        class = "equity"
        expected_return = {{ continuous_arithmetic = {DRIFT:?} }}
        volatility = {{ log = {VOLATILITY:?} }}
        [pools.pool]
        opening_value_mnkr = 100
        equities = {{ equity = 1 }}
        rule = {{ kind = "static", share = 1 }}
        [outputs]
        return_years = [3]
        value_at_least_mnkr = [120, 87.5]
        "#
    );
    run(&plan(&text)).pools["pool"].clone()
}

fn normal(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

fn close(found: Estimate, exact: f64, what: &str) {
    assert!((found.value - exact).abs() < 4.0 * found.standard_error, "{what}: {found:?} is not {exact}");
    assert!(found.standard_error < 0.03 * exact.abs(), "{what}: {found:?}");
}

#[test]
fn deviations_growth_and_thresholds_are_those_of_a_lognormal_value() {
    for steps in [1, 4] {
        let pool = equities(steps);
        for (term, years) in [(Term::Years(3), 3.0_f64), (Term::Horizon, 5.0)] {
            let at = |figure: PoolFigure| pool[figure];
            let (log_mean, deviation) = ((DRIFT - 0.5 * VOLATILITY * VOLATILITY) * years, VOLATILITY * years.sqrt());
            let spread = libm::exp(deviation * deviation);
            let value = 100e6 * libm::exp(DRIFT * years) * (spread - 1.0).sqrt();
            close(at(PoolFigure::ValueDeviation(term)), value, "deviation of the value");
            // `G^(1/years)` is lognormal too.
            let (a_year, of_year) = (log_mean / years, deviation / years);
            let square = libm::exp(of_year * of_year);
            let nominal = libm::exp(a_year) * (square * (square - 1.0)).sqrt();
            close(at(PoolFigure::NominalDeviation(term)), nominal, "deviation of the return");
            close(at(PoolFigure::RealDeviation(term)), nominal / 1.02, "deviation of the real return");
            close(at(PoolFigure::LogGrowth(term)), a_year, "log growth");
            for amount in [120.0, 87.5] {
                let exact = normal((log_mean - libm::log(amount / 100.0)) / deviation);
                close(at(PoolFigure::ValueAtLeast(term, Millions::of(amount))), exact, "P(value of at least)");
            }
            let z = 1.644_853_626_951_472_2;
            let shortfall = 1.0 - libm::exp(DRIFT * years) * normal(-z - deviation) / 0.05;
            close(at(PoolFigure::Shortfall95(term)), shortfall, "expected shortfall");
        }
    }
}

/// The interval of a deviation holds it in about 95 % of runs, and is not wide.
#[test]
fn the_error_of_a_deviation_is_that_of_its_scatter() {
    let text = |seed: u32| {
        format!(
            r#"
            start = "2000-12"
            horizon_months = 12
            paths = 500
            seed = {seed}
            [market]
            model = "lognormal"
            [market.assets.equity]
            class = "equity"
            expected_return = {{ continuous_arithmetic = {DRIFT:?} }}
            volatility = {{ log = 0.3 }}
            [pools.pool]
            opening_value_mnkr = 1
            equities = {{ equity = 1 }}
            rule = {{ kind = "static", share = 1 }}
            [outputs]
            figures = ["value"]
            charts = false
            "#
        )
    };
    let exact = 1e6 * libm::exp(DRIFT) * (libm::exp(0.09) - 1.0).sqrt();
    let found: Vec<Estimate> = (1..=400)
        .map(|seed| run(&plan(&text(seed))).pools["pool"][PoolFigure::ValueDeviation(Term::Horizon)])
        .collect();
    let held = found.iter().filter(|found| found.interval[0] <= exact && exact <= found.interval[1]).count();
    assert!((360..=396).contains(&held), "{held} of 400");
    let scatter = found.iter().map(|found| (found.value - exact) * (found.value - exact)).sum::<f64>() / 400.0;
    let stated = found.iter().map(|found| found.standard_error).sum::<f64>() / 400.0;
    assert!((stated / scatter.sqrt() - 1.0).abs() < 0.15, "{stated} against {}", scatter.sqrt());
}

/// Half the paths end above a threshold at the median, to chance; all above 0.
#[test]
fn a_threshold_is_counted_and_not_read_off_bins() {
    let pool = equities(1);
    let median = pool[PoolFigure::Value(Term::Horizon, Statistic::MEDIAN)].value;
    let at_least = |amount: f64| pool.get(PoolFigure::ValueAtLeast(Term::Horizon, Millions::of(amount)));
    assert!(at_least(120.0).is_some() && at_least(121.0).is_none());
    let hits = at_least(120.0).unwrap().value * 40_000.0;
    assert!((hits - hits.round()).abs() < 1e-6, "a count of paths: {hits}");
    assert_eq!(hits > 20_000.0, median > 120e6);
}
