//! Stress tests: what scenarios do month by month, what of it is realised, and what would break a floor.

use std::fs;
use std::path::Path;

use serde_json::Value;
use skans::config::{self, Loaded};
use skans::plan::{Plan, Scenario, crises};
use skans::study::stress::{Outcome, stress};
use skans::study::trace::trace;

use crate::bad_input::skans;
use crate::case::{load, one_pool, plan};

fn shipped(name: &str) -> Loaded {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs").join(name);
    config::load(&file, &[]).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

fn named<'a>(scenarios: &'a [Scenario], name: &str) -> &'a Scenario {
    scenarios.iter().find(|scenario| scenario.name == name).unwrap_or_else(|| panic!("no scenario {name}"))
}

/// What comes of one scenario.
fn outcome(plan: &Plan, scenario: &Scenario, aftermath: u32) -> Outcome {
    stress(plan, std::slice::from_ref(scenario), aftermath).unwrap().scenarios.remove(0)
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12 * (1.0 + expected.abs()), "{found} against {expected}");
}

/// The dynamic rule with riskless bonds that earn nothing, an opening history, and scenarios.
fn riskless(rule: &str, more: &str) -> String {
    one_pool(
        24,
        1,
        (0.06, 0.2),
        (0.0, 0.0),
        &format!(
            "rule = {{ kind = \"dynamic\", {rule} }}\nfloor = {{ kind = \"rolling-high\", share = 0.85 }}\n{more}"
        ),
    )
}

/// A crisis on the pools' state is the replay of it, bit for bit: the scenario's months are neither early nor late, and what comes after
/// is what the replay expects.
#[test]
fn a_crisis_is_its_replay() {
    let loaded = shipped("replay-2022.toml");
    let replayed = trace(&loaded.plan, &[0]);
    let offered = config::offered(&loaded);
    let outcome = outcome(&loaded.plan, named(&offered, "2022 rates"), 24);
    assert_eq!((outcome.months, outcome.aftermath_months), (12, 24));
    assert!(outcome.as_expected.is_empty());
    for (pool, traces) in loaded.plan.pools.iter().zip(&replayed) {
        let ends = &outcome.pools[&pool.name].months;
        assert_eq!(ends.len(), 37);
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
    let offered = config::offered(&loaded);
    let depression = outcome(&loaded.plan, named(&offered, "1929-32 depression"), 0);
    let unknown: Vec<(&str, u32)> =
        depression.as_expected.iter().map(|(name, months)| (name.as_str(), *months)).collect();
    let all = crises()[0].history.months.len().try_into().unwrap();
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
        market.assets.bills = {{ class = "fixed-income", fund = {{ duration = 1.5, spread = 0.01, spread_duration = 1 }} }}
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

/// Losses are those of all months together, spread evenly as log returns; what is said of an asset by name goes before its class; rates and
/// spreads act beside the expected return by `1 - D Δy + C Δy²/2 - D_s Δs`, a fund's own figures standing where none are given.
#[test]
fn shocks_are_what_they_say() {
    let plan = shocked().plan;
    let [three, once] = [&plan.scenarios[0], &plan.scenarios[1]];
    assert_eq!((three.months(), three.aftermath_months, once.months(), once.aftermath_months), (3, Some(5), 1, None));
    let product = |scenario: &Scenario, series: usize| {
        let rows = 0..scenario.growth.nrows();
        rows.fold((1.0, 1.0), |(growth, beside), row| {
            (growth * scenario.growth[(row, series)], beside * scenario.beside[(row, series)])
        })
    };
    close(product(three, 0).0, 0.6);
    close(product(three, 1).0, 0.5);
    close(three.growth[(0, 0)], three.growth[(2, 0)]);
    close(three.growth[(0, 0)], 0.6_f64.powf(1.0 / 3.0));
    assert!(product(three, 2).0.is_nan());
    close(product(three, 2).1, 1.0 - 4.0 * 0.02 + 15.0 * 0.02 * 0.02 - 2.0 * 0.01);
    // A stated duration of half a year, with its square as convexity; the fund's own duration to spreads.
    close(product(three, 3).1, 1.0 + 0.5 * 0.01 + 0.125 * 0.01 * 0.01 - 0.01);
    close(product(three, 4).0, 1.1);
    assert!(once.growth[(0, 0)].is_nan() && once.growth[(0, 4)].is_nan());
    close(once.growth[(0, 2)], 0.8);
    close(once.beside[(0, 2)], 1.0);
    close(once.beside[(0, 3)], 1.0 - 1.5 * 0.02 + 0.5 * 2.25 * 0.02 * 0.02);
    let outcome = outcome(&plan, three, 12);
    assert_eq!((outcome.aftermath_months, outcome.pools["pool"].months.len()), (5, 9));
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
    let offered = config::offered(&loaded);
    let growth = |name: &str| named(&offered, name).growth.row(0).to_vec();
    let beside = |name: &str| named(&offered, name).beside.row(0).to_vec();
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
    let other = config::offered(&shocked());
    assert_eq!(other.iter().filter(|scenario| scenario.name.starts_with("solvency-ii-type")).count(), 2);
    assert!(other.iter().all(|scenario| crises().iter().all(|crisis| crisis.name != scenario.name)));
}

/// A year's shares of the result, at every month-end of every scenario: what is realised and what is not are the change of the value less
/// what was paid in.
#[test]
fn realised_and_unrealised_are_the_return_at_every_month_end() {
    let mut loaded = shipped("region-norrbotten.toml");
    for pool in &mut loaded.plan.pools {
        pool.fee = 0.004;
    }
    let offered = config::offered(&loaded);
    for outcome in stress(&loaded.plan, &offered, 12).unwrap().scenarios {
        let total = outcome.total.as_ref().unwrap();
        let mut sums = vec![0.0; total.months.len()];
        for (name, pool) in &outcome.pools {
            let start = pool.months[0].value;
            for (sum, end) in sums.iter_mut().zip(&pool.months) {
                let earned = end.value - end.flows - start;
                assert!((end.income.total() - earned).abs() < 1e-12 * start, "{} {name} {}", outcome.name, end.month);
                *sum += end.income.realised;
            }
            assert!(pool.income_after.costs < 0.0);
        }
        for (sum, end) in sums.iter().zip(&total.months) {
            close(end.income.realised / 1e6, sum / 1e6);
        }
        let flows: f64 = outcome.pools.values().map(|pool| pool.flows).sum();
        close(total.flows / 1e6, flows / 1e6);
    }
}

/// Sold at the month-end after a fall, not in the fall: 25 % of 60 % are lost in the first month, unrealised; at its end the rule sells all
/// equities, at a loss of a quarter, less the part that the fall itself has taken.
#[test]
fn a_loss_is_realised_when_the_rule_sells() {
    let text =
        riskless("equity_stress = 0.25, max_share = 0.6", "") + "\n[[scenarios]]\nname = \"fall\"\nequities = 0.2\n";
    let plan = plan(&text);
    let outcome = outcome(&plan, &plan.scenarios[0], 2);
    let pool = &outcome.pools["pool"];
    let [first, second] = [1, 2].map(|month| pool.months[month].income);
    close(first.realised, 0.0);
    close(first.unrealised / 1e6, -0.12);
    // 0.88 against a floor of 0.85: 4 × 3/88 of 0.88, 0.12, are kept of 0.48, which cost 0.6.
    close(pool.months[1].share.unwrap(), 0.12 / 0.88);
    close(second.realised / 1e6, -0.36 * (0.6 / 0.48 - 1.0));
    close(pool.income.realised, 0.0);
    close(pool.fall_from_start.depth, 0.12);
    assert_eq!((pool.fall_from_start.month, pool.share.lowest_month, pool.ex_post), (1, 1, None));
    assert!(outcome.total.is_none());
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

/// The cushion over the share, `c / w`: 1/m below the cap, more at it.
#[test]
fn the_smallest_fall_in_a_month_is_the_formulas() {
    let prices = |high: f64| format!("date,price\n2000-11,{high}\n2000-12,1\n").into_bytes();
    for (rule, high, expected) in [
        ("equity_stress = 0.25, max_share = 0.6", 1.0, 0.25),
        ("equity_stress = 0.25, max_share = 0.5", 1.0, 0.3),
        ("equity_stress = 0.25, max_share = 0.6", 1.1, 0.25),
        ("equity_stress = 0.2, max_share = 1", 1.05, 0.2),
        ("equity_stress = 0.2, max_share = 0.3", 1.05, (1.0 - 0.85 * 1.05) / 0.3),
        ("equity_stress = 0.2, max_share = 1, opening_share = 0.5", 1.0, 0.3),
    ] {
        let text = riskless(rule, "history = \"prices.csv\"");
        let loaded = load(&text, &[("prices.csv", &prices(high))]).unwrap_or_else(|problems| panic!("{problems}"));
        let reverse = &stress(&loaded.plan, &[], 12).unwrap().reverse["pool"];
        let (alone, expectedly) = (reverse.equities_alone.unwrap(), reverse.equities.unwrap());
        assert!((alone - expected).abs() < 1e-11, "{rule} {high}: {alone} against {expected}");
        assert!((expectedly - expected).abs() < 1e-11, "bonds are expected to stand still");
        let share = trace(&loaded.plan, &[0])[0][0].share[0];
        let bonds = (1.0 - 0.85 * high) / (1.0 - share);
        let found = reverse.fixed_income_alone;
        assert!(if bonds < 0.99 { (found.unwrap() - bonds).abs() < 1e-11 } else { found.is_none() }, "{found:?}");
    }
}

/// Against falls tried one by one on a simulation of its own, and none where equities are too few.
#[test]
fn the_smallest_monthly_fall_is_that_of_a_grid() {
    for cap in [0.5, 0.3, 0.2] {
        let plan = plan(&riskless(&format!("equity_stress = 0.25, max_share = {cap}"), ""));
        let reverse = &stress(&plan, &[], 12).unwrap().reverse["pool"];
        for monthly in &reverse.equities_monthly {
            let breaks = |fall: f64| {
                let mut price: f64 = 1.0;
                (0..monthly.months).any(|_| {
                    let share = (4.0 * (price - 0.85) / price).clamp(0.0, cap);
                    price *= 1.0 - share * fall;
                    price < 0.85 - 1e-12
                })
            };
            let first = (0..10_000).map(|step| f64::from(step) * 1e-4).find(|&fall| breaks(fall));
            let found = monthly.fall.unwrap();
            assert!((found - first.unwrap()).abs() < 1.001e-4, "{cap}, {} months: {found} {first:?}", monthly.months);
        }
    }
    let few = plan(&riskless("equity_stress = 0.25, max_share = 0.1", ""));
    let reverse = &stress(&few, &[], 12).unwrap().reverse["pool"];
    assert_eq!((reverse.equities, reverse.equities_alone), (None, None));
    assert!((reverse.fixed_income_alone.unwrap() - 0.15 / 0.9).abs() < 1e-11);
    // Many months of a tenth in equities: they are bought again after each fall.
    assert!(reverse.equities_monthly.iter().all(|monthly| monthly.fall.is_some()));
    let none = plan(&riskless("equity_stress = 0.25, max_share = 0.01", ""));
    let reverse = &stress(&none, &[], 12).unwrap().reverse["pool"];
    assert!(reverse.equities_monthly.iter().all(|monthly| monthly.fall.is_none()));
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_stress_test_writes_its_folder_in_both_languages() {
    let place = tempfile::tempdir().unwrap();
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten.toml");
    let run = |language: &str, format: &str, more: &[&str]| {
        let mut command = skans();
        command.current_dir(place.path()).arg("stress").arg(&config).args(["--lang", language, "--format", format]);
        let output = command.args(more).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    let folder = place.path().join("output/region-norrbotten-stress");
    let table = run("en", "table", &[]);
    assert!(table.contains("without Monte Carlo error") && table.contains("25.00"), "{table}");
    let json = run("sv", "json", &["--scenario", "2022 rates", "--scenario", "fi-traffic-light"]);
    assert_eq!(json, fs::read_to_string(folder.join("stress.json")).unwrap());
    let charts: Vec<String> = fs::read_dir(folder.join("charts"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(charts.len(), 3);
    for chart in charts {
        let png = fs::read(folder.join("charts").join(&chart)).unwrap();
        assert_eq!([16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap())), [1600, 900], "{chart}");
        assert!(png.len() > 8000, "{chart} is empty");
    }
    let found: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(found["scenarios"][1]["pools"]["long"]["ex_post"]["first_month"], 1);
    let months = run("en", "csv", &["--no-charts", "--scenario", "2022 rates", "--aftermath", "0"]);
    assert_eq!(months.lines().count(), 1 + 4 * 13);
    assert!(
        months.starts_with(
            "scenario,pool,month,value,price,high,floor,known_floor,share,realised,unrealised,costs,flows\n"
        )
    );
    assert!(run("sv", "markdown", &["--no-charts", "--scenario", "2022 rates"]).contains("| lägsta aktieandel"));
}

/// A span of a history, mapped as the configuration's replay would be.
#[test]
fn a_span_of_a_history_is_a_scenario() {
    let place = tempfile::tempdir().unwrap();
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/one-pool.toml");
    let rows = "date,equity,bonds,cpi\n2007-01,0.1,0.1,0\n2007-02,-0.12,0.01,0.01\n2007-03,0.05,,0.02\n2007-04,0.11,0.09,0.02\n";
    fs::write(place.path().join("history.csv"), rows).unwrap();
    let run = |from: &str, until: &str| {
        let mut command = skans();
        command.current_dir(place.path()).arg("stress").arg(&good).args(["--history", "history.csv"]);
        command.args(["--from", from, "--until", until, "--format", "json", "-q", "--no-charts"]);
        command.output().unwrap()
    };
    let output = run("2007-02", "2007-03");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let scenario = &found["scenarios"][0];
    assert_eq!((&scenario["months"], &scenario["as_expected"]["bonds"]), (&Value::from(2), &Value::from(1)));
    close(scenario["pools"]["long"]["months"][1]["price"].as_f64().unwrap(), 0.6 * 0.88 + 0.4 * 1.01);
    let inputs = place.path().join("output/one-pool-stress/inputs/history.csv");
    assert_eq!(fs::read_to_string(inputs).unwrap(), rows);
    for (from, until, said) in [
        ("2006-01", "2007-03", "--from: found 2006-01, allowed: a month from 2007-01 to 2007-04"),
        ("2007-03", "2007-02", "--until: found 2007-02, 0 months from 2007-03, allowed: a span of 1 to 120 months"),
    ] {
        let output = run(from, until);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(said), "{}", text(&output.stderr));
    }
    fs::write(place.path().join("history.csv"), "date,stocks,bonds\n2007-01,0.1,0.1\n").unwrap();
    let output = run("2007-01", "2007-01");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("market.assets.equity: found the unknown name \"equity\""));
}

/// A replay may know all its months without an expected return; what comes after a scenario asks for one.
#[test]
fn an_asset_of_which_nothing_is_expected_is_told() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/replay-2022.toml")).unwrap();
    let text = text
        .replacen("expected_return = { geometric = 0.065 }", "", 1)
        .replace("horizon_months = 36", "horizon_months = 12");
    let plan = load(&text, &[]).unwrap_or_else(|problems| panic!("{problems}")).plan;
    let error = stress(&plan, &[], 12).unwrap_err().to_string();
    assert!(error.starts_with("market.assets.global_equity: found no expected_return, allowed: one"), "{error}");
}

/// The crash of 2008 in the real history, where it is at hand.
#[test]
fn a_real_span_is_followed_where_it_is_there() {
    let history = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/history_sek_monthly.csv");
    if !history.is_file() {
        println!("skipped: {} is not there", history.display());
        return;
    }
    let place = tempfile::tempdir().unwrap();
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten.toml");
    let mut command = skans();
    command.current_dir(place.path()).arg("stress").arg(config).arg("--history").arg(history);
    let output = command.args(["--from", "2007-11", "--until", "2009-03", "--format", "json", "--no-charts"]).output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let fall = found["scenarios"][0]["pools"]["long"]["fall_from_start"]["depth"].as_f64().unwrap();
    assert!((0.05..0.15).contains(&fall), "{fall}");
}
