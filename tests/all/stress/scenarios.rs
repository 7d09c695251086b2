//! What happens to the pools in a scenario.

use std::fs;
use std::path::Path;

use skans::config::{self, Loaded};
use skans::plan::{Scenario, crises};
use skans::study::stress::stress;
use skans::study::trace::trace;

use super::{close, named, outcome, riskless, shipped};
use crate::case::{load, plan};

/// A crisis on the pools' state is the replay of it, bit for bit. The scenario's months are neither early nor late, and
/// what comes after is what the replay expects.
#[test]
fn a_crisis_is_its_replay() {
    let loaded = shipped("replay-2022.toml");
    let replayed = trace(&loaded.plan, &[0]);
    let offered = config::ready_made_scenarios(&loaded);
    let outcome = outcome(&loaded.plan, named(&offered, "2022 rates"), 24);
    assert_eq!((outcome.months, outcome.aftermath_months), (12, 24));
    assert!(outcome.as_expected.is_empty());
    assert_eq!((loaded.plan.pools.len(), replayed.len()), (3, 3));
    for (pool, traces) in loaded.plan.pools.iter().zip(&replayed) {
        let ends = &outcome.pools[&pool.name].months;
        assert_eq!((ends.len(), traces[0].price.len(), traces[0].share.len()), (37, 37, 36));
        for (end, price) in ends.iter().zip(&traces[0].price) {
            assert_eq!(end.price.to_bits(), price.to_bits(), "{} month {}", pool.name, end.month);
        }
        for (end, share) in ends.iter().zip(&traces[0].share) {
            assert_eq!(end.share.map(f64::to_bits), Some(share.to_bits()), "{} month {}", pool.name, end.month);
        }
        assert_eq!(ends[36].share, None);
    }
}

/// Where a crisis knows nothing, the asset grows as expected, and that is counted.
#[test]
fn what_a_crisis_does_not_know_grows_as_expected() {
    let loaded = shipped("region-norrbotten.toml");
    let offered = config::ready_made_scenarios(&loaded);
    let depression = outcome(&loaded.plan, named(&offered, "1929-32 depression"), 0);
    let unknown: Vec<(&str, u32)> =
        depression.as_expected.iter().map(|(name, months)| (name.as_str(), *months)).collect();
    let all = crises()[0].history.months().len().try_into().unwrap();
    assert_eq!(
        unknown,
        [("swedish_equity", all), ("short_fixed_income", all), ("medium_fixed_income", all), ("inflation", all)]
    );
    let short = &depression.pools["short"].months;
    close(short[34].price, 1.005_f64.powf(34.0 / 12.0));
}

const SHOCKS: &str = r#"
    [[scenarios]]
    name = "three-months"
    months = 3
    equities = 0.4
    assets.swedish = 0.5
    rates_bp = 200
    spreads_bp = 100
    bonds.bonds = { duration = 4, convexity = 30, spread_duration = 2 }
    bonds.bills = { duration = 0.5, rates_bp = -100 }
    inflation = 0.1
    aftermath_months = 5
    [[scenarios]]
    name = "at-once"
    assets.bonds = 0.2
    rates_bp = 200
    "#;

fn shocked() -> Loaded {
    let asset = |name: &str, class: &str| {
        format!("assets.{name} = {{ class = \"{class}\", expected_return.geometric = 0.03, volatility.log = 0.1 }}\n")
    };
    let assets = ["global", "swedish"].map(|name| asset(name, "equity")).concat() + &asset("bonds", "fixed-income");
    let text = format!(
        r#"
        start = "2021-12"
        horizon_months = 12
        seed = 1
        market.model = "lognormal"
        market.{}
        market.assets.bills.class = "fixed-income"
        market.assets.bills.fund = {{ duration = 1.5, spread = 0.01, spread_duration = 1 }}
        market.short_rate = {{ start = 0.01, mean = 0.02, reversion = 0.3, volatility = 0.0 }}
        market.credit_spread = {{ reversion = 1.0, volatility = 0.0 }}
        [market.correlations]
        global = {{ swedish = 0.7, bonds = 0.1 }}
        swedish.bonds = 0.1
        [pools.pool]
        opening_value_mnkr = 1
        equities = {{ global = 0.5, swedish = 0.5 }}
        fixed_income = {{ bonds = 0.5, bills = 0.5 }}
        rule = {{ kind = "static", share = 0.5 }}
        {SHOCKS}
        "#,
        assets.trim_end().replace('\n', "\n        market.")
    );
    load(&text, &[]).unwrap_or_else(|problems| panic!("{problems}"))
}

/// Losses are those of all months together, spread evenly as log returns. What is said of an asset by name goes before
/// its class. Rates and spreads act beside the expected return by `1 - D Δy + C Δy²/2 - D_s Δs`. A fund's own figures
/// are used where none are given.
#[test]
fn shocks_are_what_they_say() {
    let plan = shocked().plan;
    let [three, once] = [&plan.scenarios[0], &plan.scenarios[1]];
    assert_eq!((three.months(), three.aftermath_months, once.months(), once.aftermath_months), (3, 5, 1, 12));
    let product = |scenario: &Scenario, series: usize| {
        let rows = 0..scenario.growth().nrows();
        rows.fold((1.0, 1.0), |(growth, beside), row| {
            (growth * scenario.growth()[(row, series)], beside * scenario.effect()[(row, series)])
        })
    };
    close(product(three, 0).0, 0.6);
    close(product(three, 1).0, 0.5);
    close(three.growth()[(0, 0)], three.growth()[(2, 0)]);
    close(three.growth()[(0, 0)], 0.6_f64.powf(1.0 / 3.0));
    assert!(product(three, 2).0.is_nan());
    close(product(three, 2).1, 1.0 - 4.0 * 0.02 + 15.0 * 0.02 * 0.02 - 2.0 * 0.01);
    // A stated duration of half a year, with its square as convexity; the fund's own duration to spreads.
    close(product(three, 3).1, 1.0 + 0.5 * 0.01 + 0.125 * 0.01 * 0.01 - 0.01);
    close(product(three, 4).0, 1.1);
    assert!(once.growth()[(0, 0)].is_nan() && once.growth()[(0, 4)].is_nan());
    close(once.growth()[(0, 2)], 0.8);
    close(once.effect()[(0, 2)], 1.0);
    close(once.effect()[(0, 3)], 1.0 - 1.5 * 0.02 + 0.5 * 2.25 * 0.02 * 0.02);
    let by_option = outcome(&plan, three, 7);
    let outcome = stress(&plan, std::slice::from_ref(three), None).unwrap().scenarios.remove(0);
    assert_eq!((by_option.aftermath_months, outcome.aftermath_months), (7, 5));
    assert_eq!(outcome.pools["pool"].months.len(), 9);
    let month = 1.03_f64.powf(1.0 / 12.0);
    let bonds = month * product(three, 2).1.powf(1.0 / 3.0);
    let bills = (1.0 + 0.03 / 12.0) * product(three, 3).1.powf(1.0 / 3.0);
    let first = 0.25 * (0.6_f64.powf(1.0 / 3.0) + 0.5_f64.powf(1.0 / 3.0) + bonds + bills);
    close(outcome.pools["pool"].months[1].price, first);
}

/// The shipped shocks find a configuration's assets by the columns of the library.
#[test]
fn the_shipped_shocks_find_their_assets() {
    let loaded = shipped("region-norrbotten.toml");
    let offered = config::ready_made_scenarios(&loaded);
    let growth = |name: &str| named(&offered, name).growth().row(0).to_vec();
    let beside = |name: &str| named(&offered, name).effect().row(0).to_vec();
    let traffic = growth("fi-traffic-light");
    close(traffic[0], 0.65);
    close(traffic[1], 0.6);
    assert!(traffic[2..].iter().all(|growth| growth.is_nan()));
    close(growth("solvency-ii-type-1")[1], 0.61);
    close(growth("solvency-ii-type-2")[0], 0.51);
    let up = beside("solvency-ii-rates-up");
    close(up[2], 1.0 - 0.5 * 0.014 + 0.125 * 0.014 * 0.014);
    close(up[3], 1.0 - 3.5 * 0.0123 + 0.5 * 12.25 * 0.0123 * 0.0123);
    assert!(beside("solvency-ii-rates-down")[2..4].iter().all(|growth| *growth > 1.0));
    assert_eq!(offered.len(), 6 + crises().len());
    // An asset that names no column of the library is only an equity or fixed income; of it no crisis knows anything.
    let other = config::ready_made_scenarios(&shocked());
    assert_eq!(other.iter().filter(|scenario| scenario.name.starts_with("solvency-ii-type")).count(), 2);
    assert!(other.iter().all(|scenario| crises().iter().all(|crisis| crisis.name.key() != scenario.name)));
}

/// A breach is told with its first month and depth: below the floor of 0.85 by an equity loss of 30 % of 60 %.
#[test]
fn a_breach_has_its_month_and_depth() {
    let scenario =
        "\n[[scenarios]]\nname = \"fall\"\nequities = 0.3\n[[scenarios]]\nname = \"hold\"\nequities = 0.249\n";
    let plan = plan(&(riskless("equity_stress = 0.25, max_share = 0.6", "") + scenario));
    let fallen = outcome(&plan, &plan.scenarios[0], 3);
    for below in [fallen.pools["pool"].ex_ante.unwrap(), fallen.pools["pool"].ex_post.unwrap()] {
        assert_eq!((below.first_month, below.months), (1, 4));
        close(below.depth, 0.03 / 0.85);
    }
    close(fallen.pools["pool"].fall_from_high.depth, 0.18);
    let held = outcome(&plan, &plan.scenarios[1], 3);
    assert_eq!((held.pools["pool"].ex_ante, held.pools["pool"].ex_post), (None, None));
}

/// A course has the scenario's end and the last month-end after it; the share of a month is held from its beginning.
#[test]
fn a_course_ends_with_the_scenario_and_goes_on_to_the_last_month() {
    let loaded = shipped("region-norrbotten.toml");
    let offered = config::ready_made_scenarios(&loaded);
    let outcome = outcome(&loaded.plan, named(&offered, "2022 rates"), 12);
    let long = &outcome.pools["long"];
    assert_eq!((outcome.months, long.months.len()), (12, 25));
    let of = |month: usize| [long.months[month].value, long.months[month - 1].share.unwrap()].map(f64::to_bits);
    assert_eq!([long.value.end, long.share.end].map(f64::to_bits), of(12));
    assert_eq!([long.value.after, long.share.after].map(f64::to_bits), of(24));
    assert_ne!(of(12), of(24));
}

/// The total's unit grows by the mean of its pools' units, each by its value: no flow moves it.
#[test]
fn the_totals_unit_is_moved_by_no_flow() {
    let loaded = shipped("region-norrbotten.toml");
    let offered = config::ready_made_scenarios(&loaded);
    let outcome = outcome(&loaded.plan, named(&offered, "2022 rates"), 12);
    let total = &outcome.total.as_ref().unwrap().months;
    assert!(total[12].flows.abs() > 1e6 && total.len() == 25);
    for month in 1..total.len() {
        let pools = || outcome.pools.values().map(|pool| (&pool.months[month - 1], &pool.months[month]));
        let grown: f64 = pools().map(|(before, now)| before.value * now.price / before.price).sum();
        let before: f64 = pools().map(|(before, _)| before.value).sum();
        close(total[month].price / total[month - 1].price, grown / before);
    }
}

/// A replay may know all its months without an expected return; what comes after a scenario asks for one.
#[test]
fn an_asset_of_which_nothing_is_expected_is_told() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/replay-2022.toml")).unwrap();
    let text = text
        .replacen("expected_return = { geometric = 0.065 }", "", 1)
        .replace("horizon_months = 36", "horizon_months = 12");
    let plan = load(&text, &[]).unwrap_or_else(|problems| panic!("{problems}")).plan;
    let error = stress(&plan, &[], None).unwrap_err().to_string();
    assert!(error.starts_with("market.assets.global_equity: found no expected_return, allowed: one"), "{error}");
}
