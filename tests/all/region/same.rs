//! The region's figures are one function of the plan, whichever way they are come by.

use std::ops::ControlFlow;
use std::path::Path;

use skans::engine;
use skans::ledger::lines::Line;
use skans::plan::Plan;
use skans::stats::figure::{Figure, Quantile, RegionFigure, Statistic};
use skans::stats::summary::Summary;
use skans::study::{run, sweep};

/// The client's accounts over ten years, on paths of two blocks and a half.
fn client(set: &[(&str, &str)]) -> Plan {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten-accounts.toml");
    let overrides: Vec<_> = set
        .iter()
        .map(|(key, value)| skans::config::Override {
            option: format!("--set {key}").into(),
            key: (*key).to_owned(),
            value: (*value).to_owned(),
        })
        .collect();
    let mut plan =
        skans::config::load(&file, &overrides).map_or_else(|found| panic!("{}", found[0]), |found| found.plan);
    plan = plan.with_paths(640);
    plan.outputs.charts = false;
    plan
}

fn region(summary: &Summary) -> String {
    serde_json::to_string(&summary.region).unwrap()
}

#[test]
fn parts_join_to_the_whole_and_threads_change_nothing() {
    let plan = client(&[("horizon_months", "120")]);
    let mut go_on = |_: &engine::Status| ControlFlow::Continue(());
    let whole = engine::simulate(&plan, 0..3, &mut go_on).unwrap();
    let mut parts = engine::simulate(&plan, 0..1, &mut go_on).unwrap();
    parts.join(engine::simulate(&plan, 1..3, &mut go_on).unwrap());
    let one = engine::with_threads(1, || engine::simulate(&plan, 0..3, &mut |_| ControlFlow::Continue(()))).unwrap();
    let [whole, parts, one] = [whole, parts, one.unwrap()].map(|found| region(&run::summary(&plan, found)));
    assert_eq!(whole, parts);
    assert_eq!(whole, one);
}

#[test]
fn a_year_does_not_know_what_comes_after_it() {
    let [short, long] = ["24", "120"].map(|months| crate::case::run(&client(&[("horizon_months", months)])));
    let [short, long] = [short, long].map(|summary| summary.region.unwrap());
    assert_eq!(short.years.keys().collect::<Vec<_>>(), [&2023, &2024]);
    for (year, lines) in &short.years {
        // The width of bins is a matter of how many there are.
        let means = |lines: &indexmap::IndexMap<Line, skans::stats::summary::Distribution>| {
            lines.iter().map(|(name, line)| (*name, line.mean.value.to_bits())).collect::<Vec<_>>()
        };
        assert_eq!(means(lines), means(&long.years[year]));
        let [mine, theirs] =
            [&short.events[year], &long.events[year]].map(|events| serde_json::to_string(events).unwrap());
        assert_eq!(mine, theirs);
    }
}

#[test]
fn a_rule_of_a_sweep_has_the_figures_of_its_run() {
    let key = "region.contributions.0.amount_mnkr";
    let of = |value: &str| client(&[("horizon_months", "120"), (key, value)]);
    let swept = sweep::Sweep {
        axes: vec![format!("{key}=0,300").parse().unwrap()],
        present: of("100"),
        plans: vec![of("0"), of("300")],
    };
    let swept = swept.keeping(&[1]).run("long", &mut |_| ControlFlow::Continue(())).unwrap();
    let figure = RegionFigure::Line(2032, Line::FundingRatioFull, Statistic::MEDIAN);
    assert_eq!(swept.rules.len(), 2);
    for (rule, value) in swept.rules.iter().zip(["0", "300"]) {
        let alone = crate::case::run(&of(value)).region.unwrap();
        let found = rule.outcome.figure(figure);
        let expected = alone.years[&2032][&Line::FundingRatioFull].quantiles[&Quantile::MEDIAN];
        assert_eq!(found.value.to_bits(), expected.value.to_bits());
        let present = swept.present.figure(figure);
        let difference = rule.against_present[&Figure::Region(figure)];
        assert!((difference.estimate.value - (found.value - present.value)).abs() < 1e-15 && difference.paired);
        assert!(difference.gain > 1.5, "{difference:?}");
    }
}

#[test]
fn the_waterfall_adds_up_to_the_five_percent_outcome() {
    let mut plan = client(&[("horizon_months", "24")]).with_paths(6400);
    plan.outputs.charts = true;
    let found = run::run(&plan, &mut |_| ControlFlow::Continue(())).unwrap();
    let (waterfall, region) = (found.waterfall.unwrap(), found.summary.region.unwrap());
    let parts: f64 = waterfall.parts.iter().map(|(_, sek)| sek).sum();
    assert!((waterfall.budget + parts - waterfall.outcome).abs() < 1.0);
    assert_eq!(waterfall.year, "2023");
    assert!((waterfall.budget - region.budget[&2023].result).abs() < 1e-6);
    // A twentieth of the paths lies between the 2.5 and the 7.5 % outcome, and their mean near the 5 % one.
    assert!((300..=340).contains(&waterfall.paths), "{}", waterfall.paths);
    let outcome = region.years[&2023][&Line::Result].quantiles[&Quantile::Q05];
    assert!((waterfall.outcome - outcome.value).abs() < 3.0 * outcome.standard_error, "{waterfall:?} {outcome:?}");
}
