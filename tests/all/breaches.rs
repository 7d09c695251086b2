//! Causes of breaches: one at a time, then all that a random policy brings together.

use std::ops::ControlFlow;

use skans::plan::Plan;
use skans::stats::figure::{PoolFigure, Term};
use skans::study::breaches::{Breaches, Cause, Episode, breaches, episodes};

use crate::case::{RULE, for_each_path, one_pool, plan, pool_on_given_path, rule, run};

/// The only episode of the only path.
fn only(returns: &[(f64, f64)], more: &str) -> Episode {
    let mut found = episodes(&pool_on_given_path(returns, more), 0).swap_remove(0);
    assert_eq!(found.len(), 1, "{found:?}");
    let episode = found.remove(0);
    parts_sum(&episode);
    episode
}

fn parts_sum(episode: &Episode) {
    let sum = episode.gap.taken.iter().fold(-episode.gap.cushion, |sum, taken| sum + taken);
    assert!((sum - episode.gap.amount).abs() < 1e-12 && episode.gap.amount > 0.0, "{episode:?}");
}

fn taken(episode: &Episode, cause: Cause) -> f64 {
    episode.gap.taken[cause as usize]
}

/// All of a study on so many threads.
fn study(plan: &Plan, threads: usize) -> Breaches {
    skans::engine::with_threads(threads, || breaches(plan, &mut |_| ControlFlow::Continue(())))
        .expect("threads start")
        .expect("nothing interrupts")
}

#[test]
fn a_fall_of_equities_beyond_the_stress() {
    let episode = only(&[(0.0, 0.0), (-0.4, 0.0)], RULE);
    assert_eq!((episode.step, episode.gap.main_cause()), (2, Some(Cause::Equities)));
    // 60 % of 40 % of what is 1, over a floor of 0.85.
    assert!((taken(&episode, Cause::Equities) - 0.24 / 0.85).abs() < 1e-12);
    assert!((episode.gap.amount - 0.09 / 0.85).abs() < 1e-12);
    assert_eq!((episode.equities_beyond, episode.fixed_income_beyond), (Some(true), Some(false)));
}

#[test]
fn a_fall_of_fixed_income_at_a_capped_share() {
    let more = RULE.replace("max_share = 0.6", "max_share = 0.1");
    let episode = only(&[(0.0, -0.12), (0.0, -0.12)], &more);
    assert_eq!((episode.step, episode.gap.main_cause()), (2, Some(Cause::FixedIncome)));
    assert_eq!((episode.equities_beyond, episode.fixed_income_beyond), (Some(false), Some(true)));
    assert!(taken(&episode, Cause::Equities).abs() < 1e-15 && taken(&episode, Cause::Lag).abs() < 1e-15);
}

/// After a first fall the rule allows a third of what is held: the second fall breaks the floor only because the sale
/// is late.
#[test]
fn a_lag_before_a_second_fall() {
    let returns = [(-0.15, 0.0), (-0.15, 0.0), (0.0, 0.0)];
    let late = only(&returns, &rule("lag = 1"));
    assert_eq!((late.step, late.gap.main_cause()), (2, Some(Cause::Lag)));
    assert!(episodes(&pool_on_given_path(&returns, RULE), 0)[0].is_empty(), "without the lag there is none");
    assert!(taken(&late, Cause::NotTraded).abs() < 1e-15);
}

#[test]
fn a_band_or_a_calendar_that_holds_the_sale_back() {
    let returns = [(-0.15, 0.0), (-0.15, 0.0), (0.0, 0.0)];
    for more in ["rebalancing.band = 0.5", "rebalancing.every_months = 6"] {
        let episode = only(&returns, &format!("{RULE}\n{more}"));
        assert_eq!((episode.step, episode.gap.main_cause()), (2, Some(Cause::NotTraded)), "{more}");
        assert!(taken(&episode, Cause::Lag).abs() < 1e-15);
    }
}

/// The whole cushion but a thousandth is lost in the first month; selling what is held then costs more than is left.
#[test]
fn a_trading_cost_that_eats_the_last_of_the_cushion() {
    let returns = [(-0.248, 0.0), (0.0, 0.0)];
    let episode = only(&returns, &format!("{RULE}\nrebalancing.cost_bp = 100"));
    assert_eq!((episode.step, episode.gap.main_cause()), (2, Some(Cause::TradingCost)));
    assert!(episodes(&pool_on_given_path(&returns, RULE), 0)[0].is_empty());
}

#[test]
fn a_fee_or_a_rising_level_wears_the_cushion_down() {
    let still = [(0.0, 0.0); 24];
    let fee = only(&still, &format!("{RULE}\nfee = 0.1"));
    assert_eq!(fee.gap.main_cause(), Some(Cause::Fee));
    let fixed = RULE.replace("kind = \"rolling-high\", share = 0.85", "kind = \"fixed\", level = 0.99, growth = 0.02");
    let rising = only(&still, &fixed);
    assert_eq!(rising.gap.main_cause(), Some(Cause::FloorRise));
}

#[test]
fn payments_break_a_floor_under_the_market_value() {
    let payments = "payments = [{ amount_mnkr = 0.2, from = \"2022-02\", until = \"2022-02\", every = \"year\" }]";
    let floor = RULE.replace("share = 0.85 }", "share = 0.85, high = \"market-value\" }");
    let episode = only(&[(0.0, 0.0); 3], &format!("{floor}\n{payments}"));
    assert_eq!((episode.step, episode.gap.main_cause()), (2, Some(Cause::Flows)));
    assert!((taken(&episode, Cause::Flows) - 0.2 / 0.85).abs() < 1e-12);
}

#[test]
fn two_falls_neither_of_which_breaks_the_floor_alone_did_it_together() {
    let episode = only(&[(-0.2, -0.2)], RULE);
    // 12 % and 8 % of 1, against a cushion of 15 %: without either there is none, so the larger is the main cause.
    assert_eq!(episode.gap.main_cause(), Some(Cause::Equities));
    let both = only(&[(-0.4, -0.5)], RULE);
    // 24 % and 20 %: either alone is enough.
    assert_eq!(both.gap.main_cause(), None);
}

#[test]
fn a_jump_by_roll_off_before_a_breach_is_seen_for_a_year() {
    // The high of the start leaves in month 25.
    let after = |months: usize| {
        let mut returns = vec![(0.0, 0.0); 25 + months];
        returns[0] = (-0.15, -0.05);
        returns.push((-0.5, 0.0));
        only(&returns, RULE)
    };
    assert!(after(0).after_jump && after(11).after_jump);
    assert!(!after(12).after_jump);
    assert!(!only(&[(-0.4, 0.0)], RULE).after_jump);
}

/// A policy with everything on: weeks, lag, band, cost, fee, leverage; every part of every episode is there.
#[test]
fn the_parts_of_any_policy_sum_to_the_gap() {
    let policies = [
        ("lag = 2", "fee = 0.01\nrebalancing = { every_months = 2, band = 0.02, cost_bp = 30 }"),
        ("lag = 1, after_breach = \"locked\", opening_share = 0.9", "fee = 0.02"),
        ("min_share = 0.1", "fee = 0.01\nrebalancing.cost_bp = 50"),
    ];
    let mut seen = 0;
    for (rules, more) in policies {
        for cap in ["max_share = 0.6", "max_share = 4, fixed_income_stress = 0.02"] {
            let observe = if rules.starts_with("min") { "share = 0.85, observe = \"step\"" } else { "share = 0.85" };
            let of_pool =
                format!("{}{more}", rule(rules).replace("max_share = 0.6", cap)).replace("share = 0.85", observe);
            let plan = plan(&one_pool(48, 4, (0.05, 0.3), (0.01, 0.06), &of_pool));
            for path in 0..40 {
                for episode in &episodes(&plan, path)[0] {
                    parts_sum(episode);
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 200, "{seen}");
}

fn two_pools() -> Plan {
    plan(&one_pool(120, 1, (0.06, 0.18), (0.01, 0.04), RULE)).with_paths(3000)
}

#[test]
fn breaches_and_depths_are_the_runs() {
    let plan = two_pools();
    let found = &study(&plan, 2).pools["pool"];
    let summary = run(&plan);
    let p_breach = summary.pools["pool"][PoolFigure::BreachExPost(Term::Horizon)];
    assert_eq!(found.p_breach.value.to_bits(), p_breach.value.to_bits());
    let (mut count, mut depth) = (0, 0.0);
    for_each_path(&plan, |path| {
        for month in 1..path.price.len() {
            let below = |month: usize| month > 0 && path.price[month] < path.floor[month];
            if below(month) && !below(month - 1) {
                count += 1;
                depth += 1.0 - path.price[month] / path.floor[month];
            }
        }
    });
    assert_eq!(found.episodes, count);
    assert!((found.depth.value - depth / skans::numerics::real(count)).abs() < 1e-12);
    let shares = found.causes.iter().fold(found.together.value, |sum, line| sum + line.main.value);
    assert!((shares - 1.0).abs() < 1e-12);
    let parts = found.causes.iter().fold(-found.cushion.value, |sum, line| sum + line.taken.value);
    assert!((parts - found.depth.value).abs() < 1e-12);
}

#[test]
fn the_result_is_the_same_on_one_and_on_five_threads() {
    let plan = two_pools();
    assert_eq!(skans::report::json::pretty(&study(&plan, 1)), skans::report::json::pretty(&study(&plan, 5)));
}

#[test]
fn the_mix_holds_the_rules_mean_share_and_the_difference_is_paired() {
    let plan = two_pools();
    let cost = study(&plan, 2).pools["pool"].cost.clone().unwrap();
    let (mut share, mut count, mut returns) = (0.0, 0.0, Vec::new());
    for_each_path(&plan, |path| {
        share += path.share.iter().sum::<f64>();
        count += f64::from(u32::try_from(path.share.len()).unwrap());
        returns.push(path.price[120].powf(0.1) - 1.0);
    });
    assert!((cost.share - share / count).abs() < 1e-9);
    // 5 % of 3000 paths are the lowest 150.
    returns.sort_by(f64::total_cmp);
    assert!((cost.rule.q05.value - returns[149]).abs() < 1e-12, "{cost:?}");
    assert!((cost.mean_cost.value - (cost.mix.mean.value - cost.rule.mean.value)).abs() < 1e-12);
    assert!(cost.mean_cost.standard_error < 0.7 * cost.mix.mean.standard_error, "{cost:?}");
    assert!((cost.q05_cost.value - (cost.mix.q05.value - cost.rule.q05.value)).abs() < 1e-12);
    // A rule that always holds its cap is that mix.
    let mut same = two_pools().with_paths(500);
    let capped =
        RULE.replace("equity_stress = 0.25, max_share = 0.6", "equity_stress = 0.25, min_share = 0.3, max_share = 0.3");
    same.pools = crate::case::plan(&one_pool(120, 1, (0.06, 0.18), (0.01, 0.04), &capped)).pools;
    let cost = study(&same, 2).pools["pool"].cost.clone().unwrap();
    assert!((cost.share - 0.3).abs() < 1e-12 && cost.mean_cost.value.abs() < 1e-12, "{cost:?}");
}
