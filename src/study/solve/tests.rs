use std::ops::ControlFlow;

use super::*;
use crate::stats::figure::{Branch, FigureName, PoolFigure};

fn plan_at(share: f64) -> Result<Plan, String> {
    let text = format!(
        r#"
        start = "2021-12"
        horizon_months = 24
        paths = 20000
        seed = 5
        [market]
        model = "lognormal"
        assets.equity = {{ class = "equity", expected_return.geometric = 0.06, volatility.log = 0.16 }}
        assets.bonds = {{ class = "fixed-income", expected_return.geometric = 0.0, volatility.log = 0.0001 }}
        [market.correlations]
        equity.bonds = 0.0
        [pools.long]
        opening_value_mnkr = 1000
        equities = {{ equity = 1 }}
        fixed_income = {{ bonds = 1 }}
        rule = {{ kind = "static", share = {share:?} }}
        "#
    );
    crate::config::from_text("solve", &text).map(lean).map_err(|problems| problems[0].to_string())
}

/// A limit on a figure in full, be it one of the plans or not.
fn limit(text: &str) -> Limit {
    let Limit { figure, breaks, bound, typed } = text.parse::<Limit<_>>().unwrap();
    let (branch, figure): (Option<Branch>, &str) = Branch::part(&figure);
    let figure: PoolFigure = figure.parse().unwrap();
    Limit { figure: FigureName { branch: branch.unwrap(), figure: figure.into() }, breaks, bound, typed }
}

fn solved(target: &str, bracket: Range<f64>) -> Result<Solution, Unsolved<String>> {
    solve(&limit(target), Bracket { range: bracket, whole: false }, &plan_at, &mut |_| ControlFlow::Continue(()))
}

/// The mean growth of a month with a share w, rebalanced monthly, is `w g + 1 - w` exactly. That of 24 months is its
/// power.
#[test]
fn a_mean_comes_to_its_bound_where_the_closed_form_does() {
    let monthly = libm::exp((libm::log(1.06) + 0.5 * 0.16 * 0.16) / 12.0);
    let exact = |share: f64| 1e9 * libm::pow(share * monthly + 1.0 - share, 24.0);
    let found = solved(&format!("pools.long.value.horizon.mean >= {}", exact(0.37)), 0.0..1.0).unwrap();
    let [Some(low), Some(high)] = found.interval else { panic!("{found:?}") };
    assert!(low < 0.37 && 0.37 < high && high - low < 0.05, "{found:?}");
    // More equities give more: the safe end is the upper one.
    assert!((found.safe.unwrap() - high).abs() < 1e-12 && found.crossings == 1);
    // Between the last two settings tried the figure changes by less than half its error.
    let place = found.points.partition_point(|point| point.value < found.value);
    let [before, after] = [found.points[place - 1].figure, found.points[place].figure];
    assert!((after.value - before.value).abs() < 0.5 * before.standard_error.max(after.standard_error), "{found:?}");
}

#[test]
fn a_bound_from_above_on_what_grows_is_safe_below() {
    let target = limit("pools.long.loss.y1.es95 <= 0.10");
    let found = solved("pools.long.loss.y1.es95 <= 0.10", 0.05..1.0).unwrap();
    let safe = found.safe.unwrap();
    assert!(safe < found.value);
    let go_on = &mut |_: &engine::Status| ControlFlow::Continue(());
    let at = tried::<String>(&target, &[found.value, safe], &plan_at, go_on).unwrap();
    assert!((at[0].figure.value - 0.10).abs() < 0.5 * at[0].figure.standard_error);
    assert!((at[1].figure.interval[1] - 0.10).abs() < 0.002 && at[1].figure.value < 0.10);
}

/// What is printed is what was simulated: the answer has a row of its own that meets the target, and few decimals.
#[test]
fn the_answer_is_a_round_number_that_meets_the_target_as_simulated() {
    for target in ["pools.long.loss.y1.es95 <= 0.10", "pools.long.value.horizon.mean >= 1.05e9"] {
        let (found, limit) = (solved(target, 0.05..1.0).unwrap(), limit(target));
        let met_at = |value: f64| {
            let point = found.points.iter().find(|point| point.value.to_bits() == value.to_bits()).unwrap();
            point.meets(&limit)
        };
        let neighbour = found.neighbours.into_iter().find(|other| other.to_bits() != found.value.to_bits()).unwrap();
        assert!(met_at(found.value) && !met_at(neighbour), "{found:?}");
        assert!(in_decimals(found.value, found.decimals).to_bits() == found.value.to_bits(), "{found:?}");
        // Certainty lies further on the same side.
        assert_eq!(found.safe.unwrap() < found.value, found.value < neighbour, "{found:?}");
    }
}

/// The interval of a rare event, whose share of paths goes in steps, holds what other seeds find.
#[test]
fn intervals_hold_the_solutions_of_other_seeds() {
    let target = limit("pools.long.drawdown_all_time.p_over_15 <= 0.02");
    let solution = |seed: u64, paths: u64| {
        let plan_at = move |share: f64| plan_at(share).map(|plan| Plan { paths, seed, ..plan });
        solve(&target, Bracket { range: 0.1..1.0, whole: false }, &plan_at, &mut |_| ControlFlow::Continue(())).unwrap()
    };
    let truth = solution(99, 40_000).value;
    let holds = |seed: &u64| {
        let [low, high] = solution(*seed, 1000).interval;
        low.is_none_or(|low| low <= truth) && high.is_none_or(|high| truth <= high)
    };
    assert!((0..20).filter(holds).count() >= 16);
}

#[test]
fn what_is_never_or_always_met_is_told_so() {
    for (target, always) in [("pools.long.loss.y1.es95 <= 0.9", true), ("pools.long.loss.y1.es95 >= 0.9", false)] {
        match solved(target, 0.1..1.0) {
            Err(Unsolved::NoSolution(NoSolution::NoCrossing { met, .. })) => assert_eq!(met, always),
            other => panic!("{other:?}"),
        }
    }
    assert!(matches!(
        solved("pools.long.breach.ex_post.y1 <= 0.1", 0.1..1.0),
        Err(Unsolved::NoSolution(NoSolution::Unknown { .. }))
    ));
    assert!(matches!(solved("pools.long.loss.y1.es95 <= 0.1", 0.1..30.0), Err(Unsolved::Plan(_))));
}

/// The answer among whole numbers (here percent of equities) is one, beside its neighbour that does not meet the
/// target. The numbers that are sure and doubtful lie outwards.
#[test]
fn whole_numbers_are_solved_to_neighbours() {
    let percent = |percent: f64| {
        assert!((percent - libm::round(percent)).abs() < 1e-12, "{percent}");
        plan_at(percent / 100.0)
    };
    let target = limit("pools.long.loss.y1.es95 <= 0.10");
    let solve =
        |range: Range<f64>| solve(&target, Bracket::of_whole(&range), &percent, &mut |_| ControlFlow::Continue(()));
    let exact = solved("pools.long.loss.y1.es95 <= 0.10", 0.05..1.0).unwrap();
    for range in [4.5..100.5, 1.0..90.0] {
        let found = solve(range).unwrap();
        let [low, high] = found.neighbours;
        assert!((high - low - 1.0).abs() < 1e-12 && low < 100.0 * exact.value && 100.0 * exact.value < high);
        assert!((found.value - low).abs() < 1e-12);
        let safe = found.safe.unwrap();
        assert!((safe - 100.0 * exact.safe.unwrap()).abs() < 1.5 && safe <= low, "{found:?}");
        let values: Vec<f64> = found.points.iter().map(|point| point.value).collect();
        assert!(values.windows(2).all(|pair| pair[1] - pair[0] > 0.5), "{values:?}");
        assert!(values[0] >= 1.0 && values.len() < 25);
    }
    assert!(matches!(solve(99.2..100.0), Err(Unsolved::NoSolution(NoSolution::Unknown { .. }))));
}
