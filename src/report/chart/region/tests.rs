use super::synthetic::{summary, waterfall};
use crate::ledger::lines::{Line, RegionEvent};
use crate::plan::{Liability, PaidByPools, Plan, Pools, Region};
use crate::report::chart::Chart;
use crate::report::chart::laws::{keeps_the_laws, named, plan, quantiles, result};
use crate::report::chart::scene::{Area, BANDS, Mark as Drawn, Scene};
use crate::stats::Estimate;
use crate::stats::figure::Quantile;
use crate::stats::summary::{Distribution, RegionSummary, RunResult};
use crate::texts::Language;
use crate::units::{Amount, Rate, Share};

const ALL: [&str; 10] = [
    "region-result",
    "region-balance",
    "region-probabilities",
    "region-reserves",
    "region-funding",
    "region-payments",
    "region-lasts",
    "region-equity-ratio",
    "region-debt",
    "region-waterfall",
];

/// A run with a region's figures.
fn found(region: RegionSummary) -> (Plan, RunResult) {
    let mut plan = plan().with_paths(20);
    plan.outputs.total = false;
    plan.pools = Pools::one(plan.pools[0].clone());
    let levels = [0.01, 0.05, 0.1, 0.125, 0.25, 0.5, 0.75, 0.875, 0.9, 0.95, 0.99];
    plan.outputs.quantiles = quantiles(&levels);
    let mut result = result(&plan);
    result.summary.region = Some(region);
    result.waterfall = Some(waterfall());
    (plan, result)
}

/// The region's charts, English then Swedish.
fn charts((plan, result): &(Plan, RunResult)) -> Vec<Chart> {
    keeps_the_laws(plan, result).into_iter().filter(|chart| chart.name.starts_with("region-")).collect()
}

fn names(charts: &[Chart]) -> Vec<&str> {
    charts[..charts.len() / 2].iter().map(|chart| chart.name.as_str()).collect()
}

fn rectangles(scene: &Scene, wanted: impl Fn(&(u8, u8, u8)) -> bool) -> Vec<Area> {
    let of =
        |mark: &Drawn| if let Drawn::Rectangle { place, ink } = mark { wanted(ink).then_some(*place) } else { None };
    scene.marks.iter().filter_map(of).collect()
}

/// Replaces every estimate.
fn changed(mut region: RegionSummary, change: impl Fn(&mut Estimate)) -> RegionSummary {
    for distribution in region.years.values_mut().flat_map(|lines| lines.values_mut()) {
        distribution.quantiles.values_mut().chain([&mut distribution.mean]).for_each(&change);
    }
    for found in region.events.values_mut().flat_map(|marks| marks.values_mut()) {
        [&mut found.in_year, &mut found.within_5_years, &mut found.since_start].into_iter().for_each(&change);
    }
    region.lasts.values_mut().for_each(&change);
    region
}

#[test]
fn a_region_has_all_its_charts_and_none_of_their_words_is_cut() {
    let charts = charts(&found(summary(2060)));
    assert_eq!(names(&charts), ALL);
    for Chart { name, scene, .. } in &charts {
        assert!(!scene.texts().any(|text| text.words.ends_with('…')), "{name}");
    }
    assert!(named(&charts, "region-balance").png().unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn what_the_summary_lacks_has_no_chart() {
    let mut pensions = summary(2060);
    pensions.budget.clear();
    pensions.events.clear();
    let of_pensions = [Line::FundingRatio, Line::FundingRatioFull, Line::Capital, Line::Due];
    for lines in pensions.years.values_mut() {
        lines.retain(|line, _| of_pensions.contains(line));
    }
    let mut accounts = summary(2028);
    accounts.lasts.clear();
    for lines in accounts.years.values_mut() {
        lines.retain(|line, _| !of_pensions.contains(line));
    }
    let without_waterfall = |region: RegionSummary| {
        let (plan, result) = found(region);
        charts(&(plan, RunResult { waterfall: None, ..result }))
    };
    assert_eq!(names(&without_waterfall(pensions)), ["region-funding", "region-payments", "region-lasts"]);
    let of_accounts = ["result", "balance", "probabilities", "reserves", "equity-ratio", "debt"];
    let charts = without_waterfall(accounts);
    assert_eq!(names(&charts), of_accounts.map(|name| format!("region-{name}")));
    assert!(without_waterfall(RegionSummary::default()).is_empty());
}

#[test]
fn figures_of_nothing_zero_or_equal_have_proper_charts_or_none() {
    let known: [fn(&mut Estimate); 3] = [
        |estimate| *estimate = Estimate { value: 0.0, standard_error: 0.0, interval: [0.0; 2] },
        |estimate| *estimate = Estimate { value: 1.0, standard_error: 0.0, interval: [0.99, 1.0] },
        |estimate| estimate.interval = [f64::NAN; 2],
    ];
    for change in known {
        assert!(charts(&found(changed(summary(2060), change))).len() >= 14);
    }
    let unknown = changed(summary(2060), |estimate| *estimate = Estimate::UNKNOWN);
    assert_eq!(names(&charts(&found(unknown))), ["region-waterfall"]);
    let huge = changed(summary(2060), |estimate| *estimate = estimate.scaled(1e9));
    charts(&found(huge));
}

#[test]
fn one_year_and_one_path_have_proper_charts_without_probabilities() {
    assert_eq!(charts(&found(summary(2023))).len(), 2 * 9, "no debt in the first year");
    let (mut plan, _) = found(summary(2060));
    plan = plan.with_paths(1);
    let mut result = result(&plan);
    result.summary.region = Some(summary(2060));
    let charts = charts(&(plan, result));
    let of_one = ["result", "balance", "reserves", "funding", "payments", "equity-ratio"];
    assert_eq!(names(&charts), of_one.map(|name| format!("region-{name}")));
}

#[test]
fn few_quantiles_make_few_bands() {
    for (levels, words) in [
        (vec![0.1, 0.5, 0.9], "bands: 80 % of outcomes, the outer 20 % left white"),
        (vec![0.5], "mnkr, nominal; dark: median; dashed: budget"),
    ] {
        let (mut plan, result) = found(summary(2060));
        plan.outputs.quantiles = quantiles(&levels);
        let charts = charts(&(plan, result));
        let scene = &named(&charts, "region-result").scene;
        assert!(scene.texts().any(|text| text.words.ends_with(words)), "{words}");
    }
}

/// The plan's one pool stands against a liability and pays it.
fn with_a_liability((mut plan, result): (Plan, RunResult)) -> (Plan, RunResult) {
    let liability = Liability {
        payments: [vec![Amount::new(1e6).unwrap()], Vec::new()],
        payroll_tax: Share::ZERO,
        real_rate: Rate::new(0.01).unwrap(),
        market: None,
        backed_by: vec![true],
        paid_by_pools: Some(PaidByPools { from: 2023, share: Share::WHOLE, order: vec![0] }),
    };
    plan.region = Some(Region { liability: Some(liability), ..Region::default() });
    (plan, result)
}

#[test]
fn the_pools_whose_capital_it_is_and_those_that_pay_are_named() {
    let charts = charts(&with_a_liability(found(summary(2060))));
    for (name, words) in [
        ("region-funding", "capital: Short-term pool"),
        ("region-payments", "capital at the year’s end: Short-term pool"),
        ("region-payments", "paid in this order by Short-term pool"),
        ("region-lasts", "the pools that pay, in this order: Short-term pool"),
    ] {
        assert!(named(&charts, name).scene.texts().any(|text| text.words.contains(words)), "{name}: {words}");
    }
}

/// The liability falls by a fifth a year. It is 26 % of the first in its seventh year, and less than a quarter in the
/// eighth.
#[test]
fn funding_is_shown_as_long_as_a_good_part_of_the_liability_is_left() {
    let mut region = summary(2060);
    let mut amount = 1e9;
    for lines in region.years.values_mut() {
        for line in [Line::LiabilityProvision, Line::LiabilityContingent] {
            let certain = Estimate { value: 0.5 * amount, standard_error: 0.0, interval: [0.5 * amount; 2] };
            let row = Distribution { mean: certain, quantiles: [(Quantile::MEDIAN, certain)].into_iter().collect() };
            lines.insert(line, row);
        }
        amount *= 0.8;
    }
    let charts = charts(&with_a_liability(found(region)));
    let chart = named(&charts, "region-funding");
    assert!(chart.title.ends_with("to 2029"), "{}", chart.title);
    let said =
        "capital: Short-term pool; shown to 2029: later less than a quarter of the first year’s liability is left";
    assert!(chart.scene.texts().any(|text| text.words == said));
    assert!(!chart.scene.texts().any(|text| text.words == "2030"));
}

/// The axis begins at 0, 50 or 90 %, as high as the least bound allows, and dotted are the levels that are on it.
#[test]
fn the_axis_of_what_lasts_holds_every_bound() {
    for (least, lowest, dotted) in [
        (0.97, "90\u{a0}%", "95\u{a0}%"),
        (0.9, "50\u{a0}%", "95\u{a0}%"),
        (0.2, "0\u{a0}%", "95\u{a0}% and 50\u{a0}%"),
    ] {
        let region =
            changed(summary(2060), |estimate| *estimate = Estimate { interval: [least, 1.0], value: 1.0, ..*estimate });
        let charts = charts(&found(region));
        let scene = &named(&charts, "region-lasts").scene;
        let ticks = scene.texts().filter(|text| text.at.0 < 112.0 && text.at.1 > 110.0 && text.at.1 < 850.0);
        let bottom = ticks.filter(|text| text.words.ends_with('%')).max_by(|a, b| a.at.1.total_cmp(&b.at.1));
        assert_eq!(bottom.map(|text| &*text.words), Some(lowest));
        assert!(scene.texts().any(|text| text.words.ends_with(&format!("dotted: {dotted}"))), "{dotted}");
    }
}

/// A bar's ends are the 5 % and the 95 % quantile on the axis beside it.
#[test]
fn bars_reach_from_quantile_to_quantile() {
    let found = found(summary(2060));
    let charts = charts(&found);
    let scene = &named(&charts, "region-result").scene;
    let middle = |words: &str| {
        let tick = scene.texts().find(|text| text.words == words && text.at.0 < 112.0);
        tick.map_or_else(|| panic!("no tick {words}"), |text| text.at.1 - 0.364 * text.size)
    };
    let (zero, mnkr) = (middle("0"), (middle("0") - middle("1\u{202f}000")) / 1000.0);
    let bars = rectangles(scene, |ink| *ink == BANDS[0]);
    let years = &found.1.summary.region.as_ref().unwrap().years;
    assert_eq!(bars.len(), 6);
    for (bar, lines) in bars.iter().zip(years.values()) {
        for (end, quantile) in [(bar.bottom, Quantile::Q05), (bar.top, Quantile::Q95)] {
            let wanted = zero - mnkr * lines[&Line::Result].quantiles[&quantile].value / 1e6;
            assert!((end - wanted).abs() < 0.5, "{quantile}: {end} and {wanted}");
        }
    }
}

/// Each bar begins where the one before ended, and the last ends at the outcome, whose bar begins at zero like the
/// budget's.
#[test]
fn a_waterfall_adds_up() {
    let charts = charts(&found(summary(2060)));
    let bars = rectangles(&named(&charts, "region-waterfall").scene, |ink| *ink != (255, 255, 255));
    assert_eq!(bars.len(), 7);
    let (budget, outcome) = (bars[0], bars[6]);
    assert!((budget.left - outcome.right).abs() < 1e-6, "both stand at zero");
    let mut end = budget.right;
    for bar in &bars[1..6] {
        assert!((bar.right - end).abs() < 1e-6, "every part is a loss");
        end = bar.left;
    }
    assert!((outcome.left - end).abs() < 1e-6);
}

#[test]
fn charts_say_the_figures_of_the_summary() {
    let found = found(summary(2060));
    let charts = charts(&found);
    let says = |name: &str, words: &str| named(&charts, name).scene.texts().any(|text| text.words.contains(words));
    let region = found.1.summary.region.as_ref().unwrap();
    let missed = region.events[&2028][&RegionEvent::RequirementMissed];
    for estimate in [missed.in_year, missed.since_start] {
        assert!(says("region-probabilities", &Language::En.fraction(estimate)));
    }
    for (level, words) in [(0.95, "below 95\u{a0}%"), (0.5, "below 50\u{a0}%")] {
        let (year, _) = region.lasts.iter().find(|(_, estimate)| estimate.value < level).unwrap();
        assert!(says("region-lasts", &format!("{words} from {year}")), "{words}");
    }
    assert!(says("region-result", &Language::En.millions(region.budget[&2028].result, 0)));
    assert!(says("region-reserves", &Language::En.amount(region.years[&2028][&Line::Reserves].mean)));
    assert!(says("region-waterfall", "−574"));
    let (mean, any) = (region.years[&2028][&Line::Debt].mean, region.events[&2028][&RegionEvent::InDebt].in_year);
    for amount in [mean, mean.scaled(1.0 / any.value)] {
        assert!(says("region-debt", &format!(" {} mnkr", Language::En.amount(amount))));
    }
    assert!(says("region-debt", &Language::En.amount(region.years[&2028][&Line::PeakDebt].mean)));
    assert!(says(
        "region-debt",
        &Language::En.amount(region.years[&2028][&Line::InterestSoFar].quantiles[&Quantile::of(0.99)])
    ));
}
