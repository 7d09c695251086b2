//! Laws that every chart of every run keeps.

use std::ops::ControlFlow;

use super::scene::{Area, HEIGHT, Mark, Scene, WIDTH};
use super::{Chart, source};
use crate::config;
use crate::plan::{Flows, Label, Money, Plan, Quantiles};
use crate::stats::Estimate;
use crate::stats::figure::{PoolFigure, Statistic, Term};
use crate::stats::summary::{Distribution, RunResult};
use crate::study::run::run;
use crate::texts::Language;
use crate::units::{Amount, Level, Percentage};

/// Three pools: one riskless, one mixed, one with the dynamic rule and payments.
const THREE_POOLS: &str = r#"
title = { en = "Three pools", sv = "Tre portföljer" }
start = "2021-12"
horizon_months = 144
paths = 600
seed = 1
[market]
model = "lognormal"
[market.assets.equity]
class = "equity"
expected_return = { geometric = 0.06 }
volatility = { log = 0.16 }
[market.assets.bonds]
class = "fixed-income"
expected_return = { geometric = 0.01 }
volatility = { log = 0.03 }
[market.assets.cash]
class = "fixed-income"
expected_return = { geometric = 0.005 }
volatility = { log = 0.0 }
[market.correlations]
equity.bonds = 0.1
equity.cash = 0.0
bonds.cash = 0.0
[pools.short]
label = { en = "Short-term pool", sv = "Kortfristig portfölj" }
opening_value_mnkr = 1300
expected_return = 0.005
fixed_income = { cash = 1 }
rule = { kind = "static", share = 0 }
[pools.medium]
label = { en = "Medium-term pool", sv = "Medelfristig portfölj" }
opening_value_mnkr = 1000
expected_return = 0.02
equities = { equity = 1 }
fixed_income = { bonds = 1 }
rule = { kind = "static", share = 0.25 }
[pools.long]
label = { en = "Long-term pool", sv = "Långsiktig portfölj" }
opening_value_mnkr = 5200
expected_return = 0.045
equities = { equity = 1 }
fixed_income = { bonds = 1 }
rule = { kind = "dynamic", equity_stress = 0.25, max_share = 0.6 }
floor = { kind = "rolling-high", share = 0.85, window_months = 24 }
"#;

pub(super) fn plan() -> Plan {
    config::from_text("three-pools", THREE_POOLS).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

/// Quantiles of these levels.
pub(super) fn quantiles(levels: &[f64]) -> Quantiles {
    Quantiles::new(levels.iter().map(|&level| Level::new(level).unwrap()).collect()).unwrap()
}

pub(super) fn result(plan: &Plan) -> RunResult {
    run(plan, &mut |_| ControlFlow::Continue(())).unwrap_or_else(|_| panic!("never stopped"))
}

fn english(plan: &Plan, result: &RunResult) -> Vec<Chart> {
    super::run(plan, result, Language::En, &source(plan, result, Language::En))
}

pub(super) fn named<'a>(charts: &'a [Chart], name: &str) -> &'a Chart {
    charts.iter().find(|chart| chart.name == name).unwrap_or_else(|| panic!("no {name}"))
}

fn corners(mark: &Mark) -> Vec<(f64, f64)> {
    match mark {
        Mark::Area { corners, .. } => corners.clone(),
        Mark::Line { points, .. } => points.clone(),
        Mark::Rectangle { place, .. } => vec![(place.left, place.top), (place.right, place.bottom)],
        Mark::Dot { at, .. } => vec![*at],
        Mark::Text(text) => vec![text.at],
    }
}

fn texts_are_apart_and_on_the_page(name: &str, scene: &Scene) {
    let page = Area { left: 6.0, top: 6.0, right: WIDTH - 6.0, bottom: HEIGHT - 6.0 };
    let texts: Vec<_> = scene.texts().collect();
    for (index, text) in texts.iter().enumerate() {
        assert!(page.holds(&text.place()), "{name}: {:?} runs off the page: {:?}", text.words, text.place());
        assert!(text.size >= 21.0 || text.at.1 >= 860.0 && text.size >= 18.0, "{name}: {:?} is small", text.words);
        for other in &texts[index + 1..] {
            assert!(!text.place().touches(&other.place()), "{name}: {:?} touches {:?}", text.words, other.words);
        }
    }
}

pub(super) fn keeps_the_laws(plan: &Plan, result: &RunResult) -> Vec<Chart> {
    let draw = |language| super::run(plan, result, language, &source(plan, result, language));
    let all: Vec<Chart> = [Language::En, Language::Sv].into_iter().flat_map(draw).collect();
    for Chart { name, scene, .. } in &all {
        texts_are_apart_and_on_the_page(name, scene);
        for mark in &scene.marks {
            for (x, y) in corners(mark) {
                assert!((-1.0..=WIDTH + 1.0).contains(&x) && (-1.0..=HEIGHT + 1.0).contains(&y), "{name}: {mark:?}");
            }
        }
        assert!(!scene.texts().any(|text| text.words.contains("NaN") || text.words.contains("inf")), "{name}");
    }
    all
}

/// Replaces every estimate by month.
fn with_estimates(result: &mut RunResult, change: impl Fn(&mut Estimate)) {
    let each = |distribution: &mut Option<Distribution>| {
        if let Some(Distribution { mean, quantiles }) = distribution {
            quantiles.values_mut().chain([mean]).for_each(&change);
        }
    };
    for month in result.details.values_mut().flat_map(|detail| &mut detail.months) {
        [&mut month.value, &mut month.share, &mut month.floor].into_iter().for_each(each);
        [&mut month.breached_ex_ante, &mut month.breached_ex_post].into_iter().flatten().for_each(&change);
    }
}

#[test]
fn a_run_of_three_pools_has_all_its_charts() {
    let plan = plan();
    let charts = keeps_the_laws(&plan, &result(&plan));
    for pool in ["short", "medium", "long", "total"] {
        for name in ["fan-P", "value-P-1y", "value-P-horizon", "return-P-10y", "return-P-horizon", "drawdown-P"] {
            named(&charts, &name.replace('P', pool));
        }
    }
    for name in ["floor-long", "share-long", "breach-long", "paths-long"] {
        let png = named(&charts, name).png().unwrap();
        let picture = png::Decoder::new(std::io::Cursor::new(&png)).read_info().unwrap();
        assert_eq!(picture.info().size(), (1600, 900), "{name}");
    }
    assert!(!charts.iter().any(|chart| chart.name == "share-medium" || chart.name == "floor-short"));
}

#[test]
fn charts_of_one_quantity_share_their_scale() {
    let plan = plan();
    let charts = english(&plan, &result(&plan));
    // Numbers at ticks, with their places.
    let ticks = |name: &str| -> Vec<String> {
        let texts = named(&charts, name)
            .scene
            .texts()
            .filter(|text| (text.at.0 < 112.0) || (790.0..850.0).contains(&text.at.1));
        texts.map(|text| format!("{} {:.0} {:.0}", text.words, text.at.0, text.at.1)).collect()
    };
    assert_eq!(ticks("return-medium-10y"), ticks("return-long-10y"));
    assert_eq!(ticks("fan-long"), ticks("floor-long"));
    // The riskless pool would be one bar on the scale of the others.
    assert_ne!(ticks("return-short-10y"), ticks("return-long-10y"));
}

#[test]
fn a_chart_says_the_figures_of_the_summary() {
    let plan = plan();
    let result = result(&plan);
    let charts = english(&plan, &result);
    let says = |name: &str, words: &str| named(&charts, name).scene.texts().any(|text| text.words.contains(words));
    let long = &result.summary.pools["long"];
    let missed = long[PoolFigure::BelowExpected(Term::Horizon)];
    assert!(says("return-long-horizon", &Language::En.fraction(missed)));
    for term in [Term::Years(5), Term::Years(10), Term::Horizon] {
        assert!(says("breach-long", &Language::En.fraction(long[PoolFigure::BreachExPost(term)])), "{term}");
    }
    let fall = long[PoolFigure::RollingFallOver(Percentage::whole(15))];
    assert!(says("drawdown-long", &Language::En.fraction(fall)));
    assert!(says("fan-long", &Language::En.amount(long[PoolFigure::Value(Term::Horizon, Statistic::Q05)])));
}

#[test]
fn degenerate_runs_have_proper_charts() {
    for (months, paths) in [(3, 600), (1, 1), (24, 1), (720, 2), (144, 1)] {
        let mut plan = plan().with_paths(paths);
        plan.time = plan.time.with_months(months);
        let charts = keeps_the_laws(&plan, &result(&plan));
        assert!(charts.len() > 20, "{months} months, {paths} paths: {}", charts.len());
        assert!(charts[0].png().is_ok());
    }
}

#[test]
fn emptied_and_huge_pools_have_proper_charts() {
    for (opening, payment) in [(5200e6, 60e6), (1e-3, 0.0), (1e13, 0.0), (1e25, 0.0)] {
        let mut plan = plan();
        for pool in plan.pools.iter_mut() {
            pool.opening_value = Amount::new(opening).unwrap();
            pool.flows = Flows::default();
            let payment = Amount::new(payment).unwrap();
            (1..=plan.time.steps()).for_each(|step| pool.flows.payments.add(step, payment, Money::OfTheDay));
        }
        keeps_the_laws(&plan, &result(&plan));
    }
}

#[test]
fn results_of_nothing_zero_or_equal_have_proper_charts() {
    let plan = plan();
    let found = result(&plan);
    for change in [
        |estimate: &mut Estimate| *estimate = Estimate::UNKNOWN,
        |estimate: &mut Estimate| *estimate = Estimate { value: 0.0, standard_error: 0.0, interval: [0.0; 2] },
        |estimate: &mut Estimate| *estimate = Estimate { value: 1.0, standard_error: 0.0, interval: [0.99, 1.0] },
        |estimate: &mut Estimate| estimate.interval = [f64::NAN; 2],
    ] {
        let mut changed = found.clone();
        with_estimates(&mut changed, change);
        keeps_the_laws(&plan, &changed);
    }
}

#[test]
fn a_group_that_is_left_out_has_no_chart() {
    let mut plan = plan();
    plan.outputs.figures.clear();
    let charts = keeps_the_laws(&plan, &result(&plan));
    assert!(
        charts.iter().all(|chart| chart.name == "paths-long"),
        "{:?}",
        charts.iter().map(|c| &c.name).collect::<Vec<_>>()
    );
}

#[test]
fn a_fan_says_which_bands_it_has() {
    for (levels, words) in [
        (vec![0.05, 0.125, 0.25, 0.5, 0.75, 0.875, 0.95], "bands hold 50, 75 and 90 % of outcomes, the outer 10 %"),
        (vec![0.1, 0.5, 0.9], "bands hold 80 % of outcomes, the outer 20 %"),
        (vec![0.01, 0.25, 0.75, 0.99], "bands hold 50 and 98 % of outcomes, the outer 2 %"),
        (vec![0.5], "mnkr, nominal"),
        (vec![0.05], "mnkr, nominal"),
    ] {
        let mut plan = plan().with_paths(50);
        plan.outputs.quantiles = quantiles(&levels);
        let charts = keeps_the_laws(&plan, &result(&plan));
        assert!(named(&charts, "fan-long").scene.texts().any(|text| text.words.contains(words)), "{words}");
    }
}

#[test]
fn long_names_are_cut_and_not_run_off_the_page() {
    let mut plan = plan().with_paths(50);
    for pool in plan.pools.iter_mut() {
        pool.label = Label::plain(
            "A pool with a name that is a good deal longer than anybody would give it, and then some more",
        );
    }
    for asset in &mut std::sync::Arc::make_mut(&mut plan.market).assets {
        asset.label = Label::plain("an asset described at such length that it fills the line of a chart’s foot");
    }
    keeps_the_laws(&plan, &result(&plan));
}

#[test]
fn the_charts_of_a_path_and_of_breaches_keep_the_laws_of_words() {
    use crate::study::breaches::breaches;
    use crate::study::explain::{Choice, explain};
    for (months, paths, opening) in [(144, 300, 5200e6), (1, 1, 5200e6), (24, 1, 5200e6), (144, 20, 1e-3)] {
        let mut plan = plan().with_paths(paths);
        plan.time = plan.time.with_months(months);
        plan.pools[2].opening_value = Amount::new(opening).unwrap();
        for language in [Language::En, Language::Sv] {
            let found = breaches(&plan, &mut |_| ControlFlow::Continue(())).unwrap_or_else(|_| panic!("never stopped"));
            let mut charts = super::breaches(&found, &plan, language);
            assert!(months < 100 || charts.iter().any(|chart| chart.name == "breaches-long"));
            for place in 0..plan.pools.len() {
                let path = explain(&plan, place, Choice::Number(0), 0);
                charts.push(super::explain(&path, &plan, language).unwrap_or_else(|| panic!("a pool of the plan")));
            }
            for Chart { name, scene, .. } in &charts {
                texts_are_apart_and_on_the_page(&format!("{name}, {months} months, {language:?}"), scene);
            }
        }
    }
}
