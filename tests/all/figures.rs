//! Figures worked out by hand on a single path: what is counted, from when, and per what.

use std::ops::ControlFlow;

use skans::engine::{BlockState, Event};
use skans::lanes::LANES;
use skans::market;
use skans::numerics::real;
use skans::plan::UnitPrices;
use skans::stats::figure::{Branch, PoolFigure, Statistic, Term};
use skans::stats::summary::Summary;
use skans::study;
use skans::study::trace::trace;
use skans::units::Percentage;

use crate::case::{RULE, given_path, one_pool, plan, pool_on_given_path, run};

/// A run of one given path; `more` are the pools.
fn one_path(returns: &[(f64, f64)], more: &str) -> Summary {
    run(&given_path(returns, more))
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12 * expected.abs().max(1.0), "{found} against {expected}");
}

#[test]
fn breaches_falls_and_recovery_are_counted_from_the_right_month() {
    let returns = [0.10, -0.20, -0.05, 0.30, 0.05, -0.01].map(|equity| (equity, 0.0));
    let pools = r#"
        [pools.pool]
        opening_value_mnkr = 100
        equities = { equity = 1 }
        rule = { kind = "static", share = 1 }
        floor = { kind = "rolling-high", share = 0.85 }
        "#;
    // Prices 1.1, 0.88, 0.836, 1.0868, 1.14114, 1.1297286; the floor is 0.935 from the first month on.
    let pool = &one_path(&returns, pools).pools["pool"];
    close(pool[PoolFigure::BreachExPost(Term::Horizon)].value, 1.0);
    close(pool[PoolFigure::Episodes].value, 1.0);
    close(pool[PoolFigure::MonthsBelow].value, 2.0);
    close(pool[PoolFigure::DepthExPost(Statistic::Mean)].value, (0.935 - 0.836) / 0.935);
    close(pool[PoolFigure::DepthExAnte(Statistic::Mean)].value, (0.935 - 0.836) / 0.935);
    close(pool[PoolFigure::BelowFloor(Term::Horizon)].value, 0.0);
    close(pool[PoolFigure::RollingFall(Statistic::Mean)].value, 1.0 - 0.836 / 1.1);
    close(pool[PoolFigure::AllTimeFallOver(Percentage::whole(15))].value, 1.0);
    close(pool[PoolFigure::NotRecovered].value, 0.0);
    close(pool[PoolFigure::RecoveryMonths(Statistic::Mean)].value, 4.0);
    close(pool[PoolFigure::RecoveryMonths(Statistic::MEDIAN)].value, 4.0);
    close(pool[PoolFigure::Shortfall95(Term::Horizon)].value, 1.0 - 1.129_728_6);
    close(pool[PoolFigure::Loss(Term::Horizon)].value, 0.0);
    let growth = 1.129_728_6_f64 * 1.129_728_6;
    close(pool[PoolFigure::NominalReturn(Term::Horizon, Statistic::Mean)].value, growth - 1.0);
    close(pool[PoolFigure::RealReturn(Term::Horizon, Statistic::Q05)].value, growth / 1.02 - 1.0);
}

/// A high of the months before the start has its age: regained in the second month, it is four months after the high.
#[test]
fn recovery_counts_from_a_high_before_the_start() {
    let mut plan = pool_on_given_path(&[(-0.1, 0.0), (0.5, 0.0)], "rule = { kind = \"static\", share = 1 }");
    plan.pools[0].history = UnitPrices::new(vec![1.25, 1.1]).unwrap();
    let pool = &run(&plan).pools["long"];
    close(pool[PoolFigure::AllTimeFall(Statistic::Mean)].value, 1.0 - 0.9 / 1.25);
    close(pool[PoolFigure::RecoveryMonths(Statistic::Mean)].value, 4.0);
}

/// A pool is watched at every step. A breach within a month has happened by that month's end, not before, and each
/// observation below the floor is a part of a month.
#[test]
fn breaches_between_month_ends_belong_to_their_month() {
    let more = "rule = { kind = \"static\", share = 1 }\n\
        floor = { kind = \"rolling-high\", share = 0.85, observe = \"step\" }";
    let plan = plan(&one_pool(12, 4, (0.0, 0.25), (0.0, 0.0), more)).with_paths(LANES as u64);
    let (mut first, mut below) = ([None; LANES], 0_u64);
    let model = market::model(&plan);
    BlockState::new(&plan, model.as_ref()).run(0, |event| {
        let Event::Observed(step @ 1.., pools, ..) = event else { return };
        let seen = pools[0].observed();
        for lane in (0..LANES).filter(|&lane| seen.observed[lane] < seen.floor.unwrap().level[lane]) {
            first[lane].get_or_insert(step);
            below += 1;
        }
    });
    let between = first.iter().flatten().filter(|step| !step.is_multiple_of(4)).count();
    assert!(between > 50, "{between} first breaches lie between month-ends");
    let result = study::run::run(&plan, &mut |_| ControlFlow::Continue(())).unwrap();
    let months = &result.details[&Branch::pool("pool")].months;
    assert_eq!(months.len(), 13);
    for row in months {
        let by = first.iter().flatten().filter(|&&step| step <= 4 * row.month as usize).count();
        close(row.breached_ex_post.unwrap().value, real(by) / real(LANES));
    }
    close(result.summary.pools["pool"][PoolFigure::MonthsBelow].value, real(below) / 4.0 / real(LANES));
}

/// The equity share of a year's end is the one held over the month that ends there.
#[test]
fn the_share_of_a_term_is_that_of_its_last_month() {
    let returns: Vec<(f64, f64)> = (0..24).map(|month| (0.01 * f64::from(month % 4) - 0.015, 0.0)).collect();
    let plan = pool_on_given_path(&returns, RULE);
    let share = &trace(&plan, &[0])[0][0].share;
    let pool = &run(&plan).pools["long"];
    for (term, month) in [(Term::Years(1), 11), (Term::Horizon, 23)] {
        close(pool[PoolFigure::EquityShareAt(term, Statistic::Mean)].value, share[month]);
        assert!((share[month] - share[month - 1]).abs() > 1e-3, "the share moves: {share:?}");
    }
}

#[test]
fn a_share_at_the_bound_is_no_cash_lock() {
    for (share, locked) in [(0.05, 0.0), (0.049, 1.0)] {
        let rule = format!("rule = {{ kind = \"static\", share = {share} }}");
        let pool = &run(&pool_on_given_path(&[(0.0, 0.0); 3], &rule)).pools["long"];
        close(pool[PoolFigure::CashLock].value, locked);
    }
}

#[test]
fn turnover_cost_and_unpaid_pensions_are_those_of_the_trades_and_payments() {
    let pools = r#"
        [pools.pool]
        opening_value_mnkr = 100
        equities = { equity = 1 }
        fixed_income = { bonds = 1 }
        rule = { kind = "static", share = 0.5 }
        rebalancing = { cost_bp = 100 }
        payments = [{ amount_mnkr = 200, from = "2022-02", every = "year" }]
        "#;
    let pool = &one_path(&[(0.10, 0.0), (0.0, 0.0)], pools).pools["pool"];
    // After a month 55 and 50; 2.5 of 105 are traded back, at 1 %.
    let (traded, cost) = (2.5 / 105.0, 0.025);
    close(pool[PoolFigure::Turnover].value, traded * 6.0);
    close(pool[PoolFigure::TradingCost].value / 1e6, cost * 6.0);
    close(pool[PoolFigure::PaymentsDue].value, 200e6);
    close(pool[PoolFigure::PaymentsMissed].value / 1e6, 200.0 - (105.0 - cost));
    close(pool[PoolFigure::PaymentMissed(Term::Horizon)].value, 1.0);
    close(pool[PoolFigure::Value(Term::Horizon, Statistic::MEDIAN)].value, 0.0);
    close(pool[PoolFigure::EquityShare].value, 0.5);
}

#[test]
fn the_totals_unit_holds_all_pools_and_no_flow_moves_it() {
    let pools = r#"
        [pools.a]
        opening_value_mnkr = 100
        equities = { equity = 1 }
        rule = { kind = "static", share = 1 }
        contributions = [{ amount_mnkr = 50, from = "2022-01", every = "year" }]
        [pools.b]
        opening_value_mnkr = 300
        fixed_income = { bonds = 1 }
        rule = { kind = "static", share = 0 }
        "#;
    let summary = one_path(&[(0.10, 0.01), (-0.05, 0.02)], pools);
    let total = summary.total.as_ref().unwrap();
    // 110 + 303 before the contribution of 50; then 152 + 309.06.
    let price: f64 = 413.0 / 400.0 * (461.06 / 463.0);
    close(total[PoolFigure::Value(Term::Horizon, Statistic::Mean)].value / 1e6, 461.06);
    close(1.0 - total[PoolFigure::ValueAtRisk95(Term::Horizon)].value, price);
    close(total[PoolFigure::NominalReturn(Term::Horizon, Statistic::Mean)].value, price.powi(6) - 1.0);
    close(total[PoolFigure::EquityShare].value, 0.5 * (100.0 / 400.0 + 160.0 / 463.0));
    close(total[PoolFigure::AllTimeFall(Statistic::Mean)].value, 1.0 - 461.06 / 463.0);
}

#[test]
fn a_riskless_pool_at_its_expected_return_neither_misses_it_nor_loses() {
    for (expected, annual) in [(0.03, 0.03), (0.0, 0.0)] {
        let monthly = (1.0_f64 + annual).powf(1.0 / 12.0) - 1.0;
        let pools = format!(
            r#"
            [pools.pool]
            opening_value_mnkr = 100
            expected_return = {expected}
            fixed_income = {{ bonds = 1 }}
            rule = {{ kind = "static", share = 0 }}
            "#
        );
        let pool = &one_path(&[(0.0, monthly); 120], &pools).pools["pool"];
        let probabilities =
            pool.iter().filter(|(of, _)| matches!(of, PoolFigure::BelowExpected(_) | PoolFigure::Loss(_)));
        let probabilities: Vec<f64> = probabilities.map(|(_, estimate)| estimate.value).collect();
        assert!(probabilities.len() >= 4 && probabilities.iter().all(|p| *p == 0.0), "{probabilities:?}");
        assert!(pool.get(PoolFigure::CashLock).is_none());
    }
}

/// Paid out 30 a year, 100 last for three years; in the fourth the pool is empty. Its unit goes on, its share does not.
#[test]
fn an_emptied_pool_is_counted_apart_and_has_no_share() {
    let mut returns = vec![(0.0, 0.0); 60];
    returns[52] = (-0.9, 0.0);
    let pool = |name: &str| {
        format!(
            r#"
            [pools.{name}]
            opening_value_mnkr = 100
            equities = {{ equity = 1 }}
            fixed_income = {{ bonds = 1 }}
            rule = {{ kind = "static", share = 0.5 }}
            floor = {{ kind = "rolling-high", share = 0.85 }}
            payments = [{{ amount_mnkr = 30, from = "2022-12", every = "year" }}]
            "#
        )
    };
    let found = one_path(&returns, &(pool("one") + &pool("other")));
    for pool in found.pools.values().chain(&found.total) {
        close(pool[PoolFigure::Emptied(Term::Years(3))].value, 0.0);
        close(pool[PoolFigure::Emptied(Term::Years(4))].value, 1.0);
        // Money is there in 48 of 60 months.
        close(pool[PoolFigure::EquityShare].value, 0.5 * 48.0 / 60.0);
        close(pool[PoolFigure::CashLock].value, 0.0);
    }
    let pool = &found.pools["one"];
    close(pool[PoolFigure::BreachExPost(Term::Horizon)].value, 1.0);
    close(pool[PoolFigure::BreachAfterEmptied].value, 1.0);
    close(pool[PoolFigure::EquityShareAt(Term::Years(4), Statistic::Mean)].value, 0.5);
    close(pool[PoolFigure::EquityShareAt(Term::Years(5), Statistic::Mean)].value, 0.0);
}

/// A payment makes the value fall by half, and no unit; the unit falls by a fifth whatever the pool's high is of.
#[test]
fn falls_of_a_unit_are_one_measure_for_all() {
    let returns = [0.1, -0.2, 0.0, 0.0].map(|equity| (equity, 0.0));
    let pool = |name: &str, high: &str| {
        format!(
            r#"
            [pools.{name}]
            opening_value_mnkr = 100
            equities = {{ equity = 1 }}
            rule = {{ kind = "static", share = 1 }}
            floor = {{ kind = "rolling-high", share = 0.85, high = "{high}" }}
            payments = [{{ amount_mnkr = 44, from = "2022-03", every = "year" }}]
            "#
        )
    };
    let found = one_path(&returns, &(pool("value", "market-value") + &pool("unit", "unit-price")));
    for pool in found.pools.values().chain(&found.total) {
        close(pool[PoolFigure::UnitFall(Statistic::Mean)].value, 0.2);
        close(pool[PoolFigure::UnitFallOver(Percentage::whole(15))].value, 1.0);
    }
    close(found.pools["unit"][PoolFigure::RollingFall(Statistic::Mean)].value, 0.2);
    close(found.pools["value"][PoolFigure::RollingFall(Statistic::Mean)].value, 1.0 - 44.0 / 110.0);
}

/// A number that overflows on one path is not left out of a mean: the mean is not known.
#[test]
fn a_mean_over_paths_that_overflow_is_not_known() {
    let overflowing = plan(
        r#"
        start = "2021-12"
        horizon_months = 1200
        paths = 256
        seed = 1
        [market]
        model = "lognormal"
        assets.equity = { class = "equity", expected_return.continuous_arithmetic = 0.8, volatility.log = 0.15 }
        assets.bonds = { class = "fixed-income", expected_return.continuous_arithmetic = 0.0, volatility.log = 0.01 }
        correlations.equity.bonds = 0.0
        [pools.long]
        opening_value_mnkr = 1000
        equities = { equity = 1 }
        fixed_income = { bonds = 1 }
        rule = { kind = "static", share = 20 }
        rebalancing = { cost_bp = 10 }
        "#,
    );
    let pool = &run(&overflowing).pools["long"];
    assert!(pool[PoolFigure::TradingCost].value.is_nan());
}
