//! One path explained: the run's numbers, the right path, and the reason that holds.

use std::ops::ControlFlow;

use skans::plan::{Plan, UnitPrices};
use skans::report::reasons::why;
use skans::study::explain::{Choice, Explanation, MonthSeen, NotFound, Reason, choose, explain};
use skans::study::pools;
use skans::study::run::run;
use skans::study::trace::trace;
use skans::texts::Language;

use crate::case::{RULE, for_each_path, one_pool, plan, pool_on_given_path, rule};

fn world() -> Plan {
    plan(&one_pool(60, 1, (0.06, 0.18), (0.01, 0.04), RULE)).with_paths(700)
}

fn chosen(plan: &Plan, choice: Choice) -> Result<u64, NotFound> {
    choose(plan, 0, choice, &mut |_| ControlFlow::Continue(()))
}

/// The only path of a pool, explained.
fn given(returns: &[(f64, f64)], more: &str) -> Explanation {
    let plan = pool_on_given_path(returns, more);
    explain(&plan, pools::meant(&plan), Choice::Number(0), 0)
}

fn said(month: &MonthSeen) -> String {
    why(month, Language::En).replace('\u{a0}', " ")
}

#[test]
fn the_numbers_are_the_runs_bit_for_bit() {
    let plan = world();
    let path = chosen(&plan, Choice::Worst).unwrap();
    let explained = explain(&plan, 0, Choice::Worst, path);
    // The run draws the same path as its worst one.
    let run = run(&plan, &mut |_| ControlFlow::Continue(())).expect("nothing interrupts");
    let worst = &run.traces["pool"].worst;
    assert_eq!(worst.path, path);
    let traced = &trace(&plan, &[path])[0][0];
    for traced in [worst, traced] {
        assert_eq!((explained.months.len(), traced.price.len()), (61, 61));
        for (month, seen) in explained.months.iter().enumerate() {
            let bits = |numbers: [f64; 4]| numbers.map(f64::to_bits);
            let floor = traced.floor[month];
            assert_eq!(
                bits([seen.price, seen.value, seen.high, seen.floor.unwrap()]),
                bits([traced.price[month], traced.value[month], traced.high[month], floor])
            );
            // At the horizon nothing is decided.
            assert_eq!(seen.decision.is_some(), month < 60);
            let Some(decision) = seen.decision else { continue };
            assert_eq!(
                bits([decision.allowed, decision.share, decision.traded, decision.cost]),
                bits([traced.target[month], traced.share[month], traced.traded[month], traced.cost[month]])
            );
        }
    }
}

#[test]
fn worst_median_and_first_breach_are_what_a_sort_of_all_paths_finds() {
    let plan = world();
    let mut ends = Vec::new();
    let mut breaches = Vec::new();
    for_each_path(&plan, |path| {
        ends.push((*path.price.last().unwrap(), path.path));
        let below = (1..path.price.len()).find(|&month| path.price[month] < path.floor[month]);
        breaches.extend(below.map(|month| (month, path.path)));
    });
    ends.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    assert_eq!(chosen(&plan, Choice::Worst), Ok(ends[0].1));
    assert_eq!(chosen(&plan, Choice::Median), Ok(ends[349].1), "the lower of the two in the middle");
    assert_eq!(chosen(&plan, Choice::FirstBreach), Ok(*breaches.iter().min().map(|(_, path)| path).unwrap()));
    assert!(breaches.len() > 10);
}

#[test]
fn no_breach_no_first_one() {
    let plan = plan(&one_pool(12, 1, (0.05, 0.0), (0.01, 0.0), RULE)).with_paths(2);
    assert_eq!(chosen(&plan, Choice::FirstBreach), Err(NotFound::NoBreach(2)));
}

#[test]
fn a_month_of_a_fall_says_what_was_sold_and_why() {
    let path = given(&[(0.02, 0.001), (-0.1, -0.01), (0.0, 0.0)], RULE);
    assert!(said(&path.months[0]).contains("opens with the rule’s 60.0 %"), "{}", said(&path.months[0]));
    assert!(said(&path.months[0]).contains("the cushion of 15.0 % over a stress of 25.0 % would allow it exactly"));
    let month = &path.months[2];
    let decision = month.decision.unwrap();
    assert!(decision.traded < -0.2);
    let expected = format!(
        "sold {:.1} points: equities fell 10.0 %, fixed income fell 1.0 %, the cushion shrank from 15.0 % to {:.1} %",
        -100.0 * decision.traded,
        100.0 * month.cushion.unwrap()
    );
    assert!(said(month).contains(&expected), "{} / {expected}", said(month));
    // Nothing is decided at the horizon.
    assert!(path.months[3].decision.is_none() && path.months[3].reasons.is_empty());
}

#[test]
fn no_trade_has_its_reason() {
    let still = [(0.01, 0.0); 7];
    let calendar = given(&still, &format!("{RULE}\nrebalancing.every_months = 3"));
    let no_day = |month: usize| {
        calendar.months[month].reasons.iter().find_map(|reason| match reason {
            Reason::NoRebalancingDay { next } => Some(next.clone()),
            _ => None,
        })
    };
    assert_eq!(no_day(1), Some(Some("2022-03".to_owned())));
    assert_eq!(no_day(4), Some(Some("2022-06".to_owned())));
    assert_eq!(no_day(3), None);
    let band = given(&[(-0.01, 0.0), (0.0, 0.0)], &format!("{RULE}\nrebalancing.band = 0.05"));
    let Reason::InsideBand { off, band: width } = band.months[1].reasons[0] else { panic!("inside the band") };
    assert!(off > 0.01 && (width - 0.05).abs() < 1e-15);
    assert!(said(&band.months[1]).contains("lie inside the band of 5.0"), "{}", said(&band.months[1]));
}

#[test]
fn a_lag_names_the_month_of_its_decision() {
    let path = given(&[(-0.1, 0.0), (0.0, 0.0), (0.0, 0.0)], &rule("lag = 1"));
    let acts = |month: usize| {
        path.months[month].reasons.iter().find_map(|reason| match reason {
            Reason::ActsOn { decided, share } => Some((decided.clone(), *share)),
            _ => None,
        })
    };
    let (decided, share) = acts(2).unwrap();
    assert_eq!(decided, "2022-01");
    let [first, second] = [1, 2].map(|month: usize| path.months[month].decision.unwrap());
    assert!((share - first.allowed).abs() < 1e-15 && (second.share - first.allowed).abs() < 1e-15);
    assert!((first.share - 0.6).abs() < 1e-12, "a month late");
}

#[test]
fn a_breach_locks_and_says_since_when() {
    let path = given(&[(-0.4, 0.0), (0.0, 0.01), (0.0, 0.01)], &rule("after_breach = \"locked\""));
    let below = path.months[1].reasons.iter().find_map(|reason| match reason {
        Reason::Below { ex_post, ex_ante } => Some((*ex_post, *ex_ante)),
        _ => None,
    });
    // 60 % of 40 % is lost: 0.76 against 0.85.
    let (ex_post, ex_ante) = below.unwrap();
    assert!((ex_post - (1.0 - 0.76 / 0.85)).abs() < 1e-12 && (ex_ante - ex_post).abs() < 1e-15);
    for month in 1..3 {
        let since = Reason::Locked { since: Some("2022-01".to_owned()) };
        assert!(path.months[month].reasons.contains(&since), "month {month}: {:?}", path.months[month].reasons);
        assert!(path.months[month].decision.unwrap().share.abs() < 1e-15);
    }
    assert!(said(&path.months[2]).contains("cash-lock: 0.0 % in equities"));
}

/// A fall of 10 % right after the start; 24 months later its high leaves, and 24 months after the next one that.
#[test]
fn a_jump_by_roll_off_names_the_high_that_left() {
    let mut returns = vec![(0.0, 0.0); 30];
    returns[0] = (-0.15, -0.05);
    let path = given(&returns, RULE);
    let left: Vec<usize> = (1..path.months.len())
        .filter(|&month| path.months[month].reasons.iter().any(|reason| matches!(reason, Reason::HighLeft { .. })))
        .collect();
    assert_eq!(left, [25], "the high of the start is in a closed window for 24 months");
    let reason = &path.months[25].reasons[0];
    let Reason::HighLeft { of, jump, counts } = reason else { panic!("{reason:?}") };
    let (before, now) = (&path.months[24], &path.months[25]);
    let rise = now.decision.unwrap().allowed - before.decision.unwrap().allowed;
    assert_eq!(of.as_deref(), Some("2021-12"));
    assert!((jump - rise).abs() < 1e-12 && *counts, "{jump} against {rise}");
    assert!(said(now).contains("points only because the high of 2021-12 left the window"), "{}", said(now));
}

/// The highs of before the start leave in their turn, each with the month that it was of.
#[test]
fn a_high_of_before_the_start_has_its_month() {
    let mut plan = pool_on_given_path(&[(0.0, 0.0); 30], RULE);
    plan.pools[0].history = UnitPrices::new(vec![1.1, 1.05]).unwrap();
    let path = explain(&plan, pools::meant(&plan), Choice::Number(0), 0);
    let left: Vec<(usize, String)> = (0..path.months.len())
        .flat_map(|month| path.months[month].reasons.iter().map(move |reason| (month, reason)))
        .filter_map(|(month, reason)| match reason {
            Reason::HighLeft { of, .. } => Some((month, of.clone().unwrap())),
            _ => None,
        })
        .collect();
    assert_eq!(left, [(23, "2021-10".to_owned()), (24, "2021-11".to_owned())]);
}

#[test]
fn without_a_cushion_the_share_is_held_at_the_least() {
    let path = given(&[(-0.4, 0.0), (0.0, 0.0)], RULE);
    let held = path.months[1].reasons.iter().any(|reason| matches!(reason, Reason::AtLeast { .. }));
    assert!(held, "{:?}", path.months[1].reasons);
}

#[test]
fn flows_are_those_of_the_month_and_what_is_not_paid_is_said() {
    let more = format!(
        "{RULE}\n\
         contributions = [{{ amount_mnkr = 0.1, from = \"2022-02\", until = \"2022-02\", every = \"year\", \
         indexed = true }}]\n\
         payments = [{{ amount_mnkr = 2, from = \"2022-03\", until = \"2022-03\", every = \"year\" }}]"
    );
    let path = given(&[(0.0, 0.0); 4], &more);
    let prices = libm::pow(1.02, 2.0 / 12.0);
    assert!((path.months[2].contribution - 0.1e6 * prices).abs() < 1e-6);
    assert!((path.months[3].payment - 2e6).abs() < 1e-6);
    assert!((path.months[3].unpaid - (2e6 - path.months[2].value)).abs() < 1e-6);
    assert!(path.months[3].value.abs() < 1e-9);
    assert!(said(&path.months[3]).contains("due could not be paid"));
    // Flows make no high and no breach.
    assert!(path.months.iter().all(|month| month.price.to_bits() == 1.0_f64.to_bits()));
}
