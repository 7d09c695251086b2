//! The same figures from the same input: whatever the threads, the number of paths, the horizon and what else is in the
//! run.

use std::ops::ControlFlow;

use skans::engine;
use skans::plan::Plan;
use skans::report::answer::run::months;
use skans::report::json;
use skans::stats::figure::{PoolFigure, Statistic, Term};
use skans::study::{run, trace::trace};

use crate::case::{one_pool, plan};

fn norrbotten(paths: u64) -> Plan {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten.toml");
    let plan = skans::config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
    plan.with_paths(paths)
}

/// A plan whose world has all that a world can have: regimes, a t copula, factors, a bond fund, uncertain means.
fn rich(paths: u64) -> Plan {
    plan(&rich_text(paths))
}

pub fn rich_text(paths: u64) -> String {
    format!(
        r#"
        start = "2000-12"
        horizon_months = 36
        paths = {paths}
        seed = 6
        [market]
        model = "regime-switching"
        copula = {{ kind = "t", degrees_of_freedom = 4.5 }}
        short_rate = {{ start = 0.01, mean = 0.02, reversion = 0.2, volatility = 0.01 }}
        credit_spread = {{ reversion = 0.5, volatility = 0.006 }}
        inflation = {{ start = 0.03, mean = 0.02, persistence = 0.6, volatility = 0.015 }}
        assets.equity = {{ class = "equity", expected_return.geometric = 0.06, expected_return_error = 0.02 }}
        assets.fund = {{ class = "fixed-income", fund = {{ duration = 4, spread = 0.005, spread_duration = 3 }} }}
        [market.regimes.calm]
        leave_per_month = 0.04
        assets.equity = {{ log_mean = 0.1, volatility = 0.12 }}
        correlations.equity = {{ credit_spread = -0.5, short_rate = 0.1 }}
        [market.regimes.turbulent]
        leave_per_month = 0.2
        assets.equity = {{ log_mean = -0.2, volatility = 0.3 }}
        factor_volatility.inflation = 0.03
        correlations.equity = {{ credit_spread = -0.8, inflation = -0.2 }}
        [pools.long]
        opening_value_mnkr = 1000
        equities.equity = 1
        fixed_income.fund = 1
        rule = {{ kind = "dynamic", max_share = 0.6 }}
        floor.kind = "rolling-high"
        [[pools.long.payments]]
        amount_mnkr = 20
        from = "2001-12"
        every = "year"
        indexed = true
        "#
    )
}

/// The bytes of `summary.json` and `months.csv` on so many threads.
fn files(plan: &Plan, threads: usize) -> (String, Vec<u8>) {
    let result = engine::with_threads(threads, || run::run(plan, &mut |_| ControlFlow::Continue(()))).unwrap().unwrap();
    (json::pretty(&result.summary), crate::case::csv(&months(plan, &result.details)))
}

#[test]
fn summary_and_months_have_the_same_bytes_on_any_number_of_threads_and_again() {
    let mut plan = norrbotten(20_100);
    plan.outputs.charts = false;
    let once = files(&plan, 1);
    for threads in [2, 5, 1] {
        assert!(files(&plan, threads) == once, "{threads} threads differ");
    }
}

#[test]
fn a_world_with_all_that_it_can_have_has_the_same_bytes_on_any_threads_and_the_same_first_paths() {
    let plan = rich(5000);
    let once = files(&plan, 1);
    assert!(files(&plan, 5) == once, "5 threads differ");
    assert_eq!(trace(&rich(700), &[0, 300, 699]), trace(&rich(100_000), &[0, 300, 699]));
}

#[test]
fn the_first_paths_of_more_paths_are_the_same_paths() {
    let paths: Vec<u64> = (0..1500).step_by(7).collect();
    assert_eq!(trace(&norrbotten(1500), &paths), trace(&norrbotten(100_000), &paths));
}

#[test]
fn a_path_does_not_depend_on_the_horizon() {
    let long = plan(&one_pool(60, 1, (0.06, 0.16), (0.02, 0.03), "rule = { kind = \"static\", share = 0.5 }"));
    let short = plan(&one_pool(24, 1, (0.06, 0.16), (0.02, 0.03), "rule = { kind = \"static\", share = 0.5 }"));
    let [long, short] = [&long, &short].map(|plan| trace(plan, &[0, 700]).remove(0));
    assert_eq!([long.len(), short.len()], [2, 2]);
    for (long, short) in long.iter().zip(&short) {
        assert_eq!(long.price[..25], short.price[..]);
    }
}

#[test]
fn another_pool_or_asset_changes_nothing_of_the_others() {
    let text = one_pool(36, 1, (0.06, 0.16), (0.02, 0.03), "rule = { kind = \"static\", share = 0.5 }");
    let more = text.replace(
        "[market.correlations]",
        "[market.assets.gold]\nclass = \"equity\"\n\
            expected_return = { arithmetic = 0.04 }\nvolatility = { log = 0.2 }\n[market.correlations]\n\
            equity.gold = 0.3\nbonds.gold = 0.1",
    ) + "\n[pools.other]\nopening_value_mnkr = 2\nequities = { gold = 1.0 }\n\
            rule = { kind = \"static\", share = 1.0 }\n";
    let (alone, beside) = (plan(&text), plan(&more));
    assert_eq!(beside.pools.len(), 2);
    let summary = |plan: &Plan| json::pretty(&crate::case::run(plan).pools["pool"]);
    assert_eq!(summary(&alone), summary(&beside));
}

#[test]
fn another_seed_gives_other_paths_and_zero_is_a_seed() {
    let mut first = plan(&one_pool(12, 1, (0.06, 0.16), (0.02, 0.03), "rule = { kind = \"static\", share = 0.5 }"));
    first.seed = 0;
    let mut second = first.clone();
    second.seed = 1;
    assert_ne!(trace(&first, &[0])[0][0].price, trace(&second, &[0])[0][0].price);
}

/// Figures of the shipped run, kept so that a change of any number for the same seed cannot go unseen. Changing them on
/// purpose is a **Value-breaking** line in the changelog.
#[test]
fn the_values_of_the_shipped_run_are_stable() {
    let summary = crate::case::run(&norrbotten(2000));
    let (long, total) = (&summary.pools["long"], summary.total.as_ref().unwrap());
    let found = [
        long[PoolFigure::Value(Term::Horizon, Statistic::Mean)].value,
        long[PoolFigure::NominalReturn(Term::Years(10), Statistic::Q05)].value,
        long[PoolFigure::BreachExPost(Term::Horizon)].value,
        long[PoolFigure::RollingFall(Statistic::Mean)].value,
        long[PoolFigure::TradingCost].value,
        total[PoolFigure::Value(Term::Years(5), Statistic::MEDIAN)].value,
        summary.pools["medium"][PoolFigure::EquityShare].value,
    ];
    assert_eq!(found.map(|number| format!("{number:.12e}")), STABLE);
}

const STABLE: [&str; 7] = [
    "1.579642961182e10",
    "-3.270367786351e-3",
    "7.230000000000e-1",
    "1.644051142327e-1",
    "2.546422144606e6",
    "9.360088697905e9",
    "2.509989537837e-1",
];
