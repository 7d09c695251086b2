//! The policy of a pool in sentences.

use super::total::Total;
use crate::plan::{AfterBreach, AllocationRule, Amounts, DynamicRule, EquityStress, Floor, HighOf, Plan, Pool};
use crate::texts::{Argument, Language, Message, message};
use crate::units::Exposure;

/// A pool's opening value, its floor and rule, its trades, and its flows: a line each.
pub(super) fn lines(pool: &Pool, plan: &Plan, language: Language) -> [Message; 4] {
    [
        opening(pool, language),
        message!(policy_rule, floor = floor(pool, language), rule = rule(pool, language)),
        message!(policy_trade, clauses = trade(pool, plan, language)),
        flows(pool, plan, language),
    ]
    .map(|line| line.at(language.of(&pool.label)))
}

fn opening(pool: &Pool, language: Language) -> Message {
    let value = language.given_millions(pool.opening_value.get());
    match pool.expected_return {
        Some(rate) => message!(policy_opening_expected, value, rate = language.given_percent(rate.get())),
        None => message!(policy_opening, value),
    }
}

/// The level that must not be undershot, and of which series.
fn floor(pool: &Pool, language: Language) -> Message {
    let series = match (pool.high.of, pool.high.every_step) {
        (HighOf::UnitPrice, false) => message!(policy_price_at_month_ends),
        (HighOf::UnitPrice, true) => message!(policy_price_at_every_step),
        (HighOf::MarketValue, false) => message!(policy_value_at_month_ends),
        (HighOf::MarketValue, true) => message!(policy_value_at_every_step),
    };
    match (pool.floor, pool.high.window_months) {
        (Floor::None, _) => message!(policy_no_floor),
        (Floor::RollingHigh { share }, Some(window)) => {
            let share = language.given_percent(share.get());
            message!(policy_floor, share, window, count = window, series)
        }
        (Floor::RollingHigh { share }, None) => {
            message!(policy_floor_since_start, share = language.given_percent(share.get()), series)
        }
        (Floor::Fixed { level, growth }, _) => {
            let [level, growth] = [level.get(), growth.get()].map(|share| language.given_percent(share));
            message!(policy_floor_fixed, level, growth, series)
        }
    }
}

fn rule(pool: &Pool, language: Language) -> Message {
    match pool.rule {
        AllocationRule::Static { share } => message!(policy_static, share = language.given_percent(share.get())),
        AllocationRule::Dynamic(rule) => dynamic(rule, full_cushion(pool.floor), language),
    }
}

/// The cushion of a pool that has not fallen, or is at its start, as a share of its value.
fn full_cushion(floor: Floor) -> f64 {
    match floor {
        Floor::None => 0.0,
        Floor::RollingHigh { share } => 1.0 - share.get(),
        Floor::Fixed { level, .. } => 1.0 - level.get(),
    }
}

/// The dynamic rule: the cushion over the stress, its bounds, and the share at a full cushion beside the cap.
fn dynamic(rule: DynamicRule, full: f64, language: Language) -> Message {
    let bounds = rule.bounds().map(Exposure::get);
    let stresses = match rule.equity_stress() {
        EquityStress::Constant(stress) => [stress; 2],
        EquityStress::Tied(tied) => tied.bounds(),
    };
    let beside = rule.fixed_income_stress().get();
    let divisors = stresses.map(|stress| stress.get() - beside);
    let percent = |number: f64| language.given_percent(number);
    let divisor = match rule.equity_stress() {
        EquityStress::Constant(_) => range(divisors, percent),
        EquityStress::Tied(_) => message!(policy_tied, stress = range(divisors, percent)).into(),
    };
    let times = range(divisors.map(|divisor| 1.0 / divisor), |times| language.given(times));
    let cushion = if beside == 0.0 {
        message!(policy_cushion, divisor, times)
    } else {
        message!(policy_cushion_less, less = percent(beside), divisor, times)
    };
    let allowed = divisors.map(|divisor| ((full - beside) / divisor).max(bounds[0]));
    let share = range(allowed, percent);
    let most = allowed[0].max(allowed[1]);
    let reach = if most > bounds[1] + 1e-9 {
        message!(policy_cap_binds, share)
    } else if most > bounds[1] - 1e-9 {
        message!(policy_cap_just_binds, share)
    } else {
        message!(policy_cap_never_binds, share)
    };
    message!(policy_dynamic, cushion, least = percent(bounds[0]), most = percent(bounds[1]), reach)
}

/// Two numbers as a range, or the one that both are.
fn range([one, other]: [f64; 2], text: impl Fn(f64) -> String) -> Argument {
    let [low, high] = [one.min(other), one.max(other)].map(text);
    if low == high { low.into() } else { message!(policy_range, low, high).into() }
}

/// When trades are made, how long after the decision, and what they and the pool cost.
fn trade(pool: &Pool, plan: &Plan, language: Language) -> Vec<Message> {
    let trades = pool.rebalancing;
    let mut clauses = vec![match trades.every_steps.map(|every| (every.get(), plan.time.month_end(every.get()))) {
        None => message!(policy_never_rebalanced),
        Some((_, Some(months))) => message!(policy_every_months, months, count = months),
        Some((steps, None)) => message!(policy_every_steps, steps, count = steps),
    }];
    clauses.extend(trades.band.map(|band| message!(policy_band, points = language.given(100.0 * band.get()))));
    clauses.push(match pool.lag {
        0 => message!(policy_at_once),
        lag => message!(policy_lag, steps = lag, count = lag),
    });
    clauses.push(match trades.cost.get() {
        0.0 => message!(policy_no_cost),
        points => message!(policy_cost, points = language.given(points), count = points),
    });
    clauses.push(match pool.fee.get() {
        0.0 => message!(policy_no_fee),
        fee => message!(policy_fee, fee = language.given_percent(fee)),
    });
    let held = |share: f64| message!(policy_opening_share, share = language.given_percent(share));
    clauses.extend(pool.opening_share.map(|share| held(share.get())));
    clauses.extend((pool.after_breach == AfterBreach::Locked).then_some(message!(policy_locked)));
    clauses
}

fn flows(pool: &Pool, plan: &Plan, language: Language) -> Message {
    if pool.flows.is_empty() {
        return message!(policy_no_flows);
    }
    let contributions = totals(&pool.flows.contributions, plan, language);
    let payments = totals(&pool.flows.payments, plan, language);
    message!(policy_flows, contributions, payments)
}

/// Totals of amounts by the money in which they are given.
fn totals(amounts: &Amounts, plan: &Plan, language: Language) -> Vec<Message> {
    let total = |money: usize| {
        let due = (1..=plan.time.months()).filter_map(|month| {
            let step = month as usize * plan.time.steps_per_month() as usize;
            Some((plan.month(month).year(), amounts.at(step)?[money]))
        });
        Some(Total::of(due)?.message(language))
    };
    let of_the_start = total(1).map(|total| message!(policy_money_of_the_start, total));
    let totals: Vec<Message> = total(0).into_iter().chain(of_the_start).collect();
    if totals.is_empty() { vec![message!(policy_nothing)] } else { totals }
}
