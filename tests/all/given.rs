//! Given scenarios: packed, dated, with prices of consumers, and drawn by weight.

use std::io::Write as _;

use skans::plan::Plan;

use crate::case::{load, plan_with, run, world};
use skans::stats::figure::{PoolFigure, Statistic, Term};

/// Four scenarios of two months; the returns tell which.
fn set(header: &str, with: impl Fn(usize, usize) -> String) -> String {
    let rows = (1..=4).flat_map(|path| (1..=2).map(move |step| (path, step)));
    rows.fold(format!("{header}\n"), |text, (path, step)| text + &with(path, step) + "\n")
}

fn plain() -> String {
    set("path,step,equity,bonds", |path, step| format!("{path},{step},0.{path}{step},0.0{path}"))
}

fn text(paths: u64, market: &str) -> String {
    format!(
        r#"
        start = "2020-11"
        horizon_months = 2
        paths = {paths}
        seed = 2
        [market]
        model = "given"
        file = "set.csv"
        assets.equity.class = "equity"
        assets.bonds.class = "fixed-income"
        {market}
        [pools.pool]
        opening_value_mnkr = 1
        equities.equity = 1.0
        fixed_income.bonds = 1.0
        rule = {{ kind = "static", share = 1.0 }}
        "#
    )
}

fn plan(paths: u64, market: &str, files: &[(&str, &[u8])]) -> Plan {
    plan_with(&text(paths, market), files)
}

/// Which scenario each path is.
fn scenarios(plan: &Plan, blocks: u64) -> Vec<usize> {
    let first = world(plan, blocks, |step, lane| step.growth(0)[lane]);
    let number = |growth: f64| (1..=4).find(|&path| (growth - 1.01 - 0.1 * f64::from(path)).abs() < 1e-12);
    first
        .iter()
        .flat_map(|block| &block[0])
        .map(|&growth| number(growth).map_or(0, |path: i32| usize::try_from(path).unwrap_or(0)))
        .collect()
}

#[test]
fn a_set_is_the_same_packed_dated_and_in_any_order_of_columns() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(plain().as_bytes()).unwrap();
    let dated = set("date,path,bonds,equity", |path, step| {
        format!("{},{path},0.0{path},0.{path}{step}", ["2020-12", "2021-01-31"][step - 1])
    });
    let of =
        |content: &[u8]| world(&plan(4, "", &[("set.csv", content)]), 1, |step, lane| step.growth(0)[lane].to_bits());
    let expected = of(plain().as_bytes());
    assert_eq!(of(&packed.finish().unwrap()), expected);
    assert_eq!(of(dated.as_bytes()), expected);
    assert_eq!(scenarios(&plan(4, "", &[("set.csv", plain().as_bytes())]), 1)[..6], [1, 2, 3, 4, 0, 0]);
}

/// Prices that rise as the asset does: real returns are nought.
#[test]
fn a_set_may_bring_consumer_prices() {
    let set =
        set("path,step,equity,bonds,inflation", |path, step| format!("{path},{step},0.{path}{step},0,0.{path}{step}"));
    let summary = run(&plan(4, "", &[("set.csv", set.as_bytes())]));
    let [nominal, real] = [PoolFigure::NominalReturn, PoolFigure::RealReturn]
        .map(|figure| summary.pools["pool"][figure(Term::Horizon, Statistic::Mean)].value);
    assert!(real.abs() < 1e-12 && nominal > 0.1, "{nominal} {real}");
    let told = load(&format!("inflation = 0.02\n{}", text(4, "")), &[("set.csv", set.as_bytes())]);
    assert!(told.is_err_and(|told| told.contains("a world that has inflation of its own")));
}

/// Frequencies are the weights, a weight of 0 never comes, and a path's scenario is its own whatever the number of
/// paths.
#[test]
fn scenarios_come_as_often_as_their_weights_say() {
    let weights = "path,weight\n1,1\n2,0\n3,2.5\n4,0.5\n";
    let set = plain();
    let files: [(&str, &[u8]); 2] = [("set.csv", set.as_bytes()), ("weights.csv", weights.as_bytes())];
    let with = |paths| plan(paths, "weights = \"weights.csv\"", &files);
    let drawn = scenarios(&with(100_000), 300);
    let n = 300.0 * 256.0;
    for (path, share) in [(1, 0.25), (2, 0.0), (3, 0.625), (4, 0.125)] {
        let found = f64::from(u32::try_from(drawn.iter().filter(|&&drawn| drawn == path).count()).unwrap()) / n;
        assert!((found - share).abs() <= 4.0 * f64::sqrt(share * (1.0 - share) / n), "{path}: {found}");
    }
    assert_eq!(scenarios(&with(1000), 3), drawn[..768]);
}

/// A set stays on the disk: what is kept of the file is where it is and its fingerprint.
#[test]
fn a_set_is_not_held_as_text() {
    let loaded = load(&text(4, ""), &[("set.csv", plain().as_bytes())]).unwrap();
    let skans::config::content::Content::OnDisk { sha256, .. } = &loaded.inputs[0].content else { panic!("held") };
    assert_eq!(*sha256, skans::config::content::sha256(plain().as_bytes()));
}

/// What is wrong is told with line and column.
#[test]
fn wrong_sets_and_weights_are_told_with_their_place() {
    let dated = |months: [&'static str; 2]| {
        set("path,date,equity,bonds", move |path, step| format!("{path},{},0.1,0.1", months[step - 1]))
    };
    let set_of = |rows: &str| format!("path,step,equity,bonds\n{rows}");
    for (set, place) in [
        (set_of("1,1,0.1,0.1\n1,2,0.1,x\n"), "set.csv:3:4: found \"x\""),
        (set_of("1,1,0.1,0.1\n1,2,0.1\n"), "set.csv:3:1: found 3 fields"),
        (set_of("1,1,0.1,0.1\n1,2,-1,0.1\n"), "set.csv:3:3: found -1"),
        (set_of("1,1,0.1,0.1\n2,1,0.1,0.1\n"), "set.csv:3:1: found \"2\", allowed: 1"),
        (set_of("1,1,0.1,0.1\n1,2,0.1,0.1\n2,1,0.1,0.1\n"), "set.csv:4:2: found 1 steps of the last path"),
        (set_of(""), "set.csv:2:1: found no rows"),
        (dated(["2020-12", "2021-02"]), "set.csv:3:2: found \"2021-02\", allowed: 2021-01"),
        (dated(["2020-13", "2021-02"]), "set.csv:2:2: found \"2020-13\""),
        ("path,step,equity,gold\n".to_owned(), "set.csv:1:1: found the columns path,step,equity,gold"),
    ] {
        let told = load(&text(1, ""), &[("set.csv", set.as_bytes())]).map(|_| ()).unwrap_err();
        assert!(told.contains(place), "{told}");
    }
    for (weights, place) in [
        ("path,weight\n1,1\n2,1\n3,1\n", "weights.csv:4:1: found 3 weights, allowed: 4"),
        ("path,weight\n1,1\n2,-1\n3,1\n4,1\n", "weights.csv:3:2: found -1"),
        ("path,weight\n1,1\n3,1\n", "weights.csv:3:1: found \"3\", allowed: 2"),
        ("path,weight\n1,0\n2,0\n3,0\n4,0\n", "weights.csv:5:2: found weights of 0 alone"),
        ("path,weight\n1,NaN\n", "weights.csv:2:2: found \"NaN\""),
    ] {
        let set = plain();
        let files: [(&str, &[u8]); 2] = [("set.csv", set.as_bytes()), ("weights.csv", weights.as_bytes())];
        let told = load(&text(9, "weights = \"weights.csv\""), &files).map(|_| ()).unwrap_err();
        assert!(told.contains(place), "{told}");
    }
}

/// The line that was reached, of a set read row by row.
#[test]
fn a_packed_set_that_ends_early_is_told_with_the_line_reached() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::none());
    packed.write_all(plain().as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    // The check sum is missing: all nine lines were read. A row and the check sum (8 bytes): seven were, and a part of
    // the eighth.
    for (missing, line) in [(4, 10), (8 + 20, 8), (packed.len() - 4, 1)] {
        let told = load(&text(4, ""), &[("set.csv", &packed[..packed.len() - missing])]).map(|_| ()).unwrap_err();
        let place = if line == 1 { "set.csv".to_owned() } else { format!("set.csv:{line}:1") };
        assert!(told.contains(&format!("{place}: found a gzip file that ends early")), "{told}");
    }
}
