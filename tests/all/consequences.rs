//! Known consequences of the rule, each shown by a shipped configuration or a small one.

use std::path::Path;

use skans::stats::figure::{PoolFigure, Statistic, Term};
use skans::stats::summary::Summary;

use crate::case::{one_pool, plan, run};

fn shipped(name: &str, paths: u64) -> Summary {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs").join(name);
    let mut plan =
        skans::config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
    plan = plan.with_paths(paths);
    plan.outputs.charts = false;
    run(&plan)
}

fn breach(summary: &Summary, pool: &str) -> f64 {
    summary.pools[pool][PoolFigure::BreachExPost(Term::Horizon)].value
}

#[test]
fn fixed_income_breaks_the_floor_more_often_than_equities() {
    let summary = shipped("fixed-income-risk.toml", 20_000);
    let found = ["riskless", "volatility_2", "volatility_3_5", "volatility_5"].map(|pool| breach(&summary, pool));
    // Lognormal equities never lose a quarter in a month: with riskless bonds the floor holds.
    assert!(found[0] < 0.001, "{found:?}");
    assert!(found.windows(2).all(|pair| pair[1] > pair[0] + 0.005), "{found:?}");
    assert!(found[3] > 0.2, "{found:?}");
}

#[test]
fn a_high_of_the_market_value_counts_payments_as_falls() {
    let summary = shipped("market-value-high.toml", 20_000);
    let (price, value) = (breach(&summary, "unit_price"), breach(&summary, "market_value"));
    assert!(value > 0.8 && value > price + 0.4, "{price} and {value}");
    let share = |pool: &str| summary.pools[pool][PoolFigure::EquityShare].value;
    assert!(share("market_value") < share("unit_price"));
}

#[test]
fn the_floor_costs_return_and_buys_smaller_falls() {
    let summary = shipped("static-against-floor.toml", 20_000);
    let (rule, fixed) = (&summary.pools["rule"], &summary.pools["static"]);
    assert!(breach(&summary, "static") > breach(&summary, "rule") + 0.3);
    let mean = PoolFigure::NominalReturn(Term::Horizon, Statistic::Mean);
    assert!(fixed[mean].value > rule[mean].value + 0.003);
}

#[test]
fn watching_more_often_sees_more_breaches() {
    let summary = shipped("between-month-ends.toml", 4000);
    assert!(breach(&summary, "watched_daily") > breach(&summary, "month_ends"));
}

#[test]
fn static_mixes_meet_the_policys_returns_and_the_rule_does_not() {
    let summary = shipped("expected-returns.toml", 20_000);
    let median = |pool: &str| &summary.pools[pool][PoolFigure::NominalReturn(Term::Horizon, Statistic::MEDIAN)];
    for (pool, expected) in [("short", 0.005), ("medium", 0.02), ("long_static", 0.045)] {
        assert!(median(pool).interval[1] > expected, "{pool}: {:?}", median(pool));
    }
    assert!(median("long_rule").interval[1] < 0.044, "{:?}", median("long_rule"));
}

#[test]
fn cash_lock_and_roll_off_jumps_show_in_the_figures() {
    let rule = r#"
        rule = { kind = "dynamic", equity_stress = 0.1, max_share = 1.0 }
        floor = { kind = "rolling-high", share = 0.85 }
        "#;
    let mut plan = plan(&one_pool(120, 1, (0.05, 0.2), (0.0, 0.0), rule)).with_paths(10_000);
    let pool = &run(&plan).pools["pool"];
    let lock = pool[PoolFigure::CashLock];
    let (jump, largest) = (pool[PoolFigure::RollOff], pool[PoolFigure::LargestRollOff(Statistic::MEDIAN)]);
    assert!(lock.value > 0.05, "{lock:?}");
    assert!(jump.value > 0.5 && largest.value >= 0.1, "{jump:?} {largest:?}");
    // Without a window nothing rolls off.
    plan.pools[0].high.window_months = None;
    assert!(run(&plan).pools["pool"][PoolFigure::RollOff].value < 1e-9);
}
