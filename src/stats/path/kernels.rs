//! Updates of a block's facts at an observation: one number a path, in the widest instructions of the machine.
//!
//! Divisions are slow. Where there is rarely anything to write down, a stretch of paths is first asked whether there
//! is.

use crate::kernel::kernel;
use crate::lanes::LANES;
use crate::pool::floor::{depth, is_below};

/// The first observation, and the greatest, of a number that is positive only when something happens.
#[inline(always)]
fn first(depth: f64, time: f64, first: &mut f64, deepest: &mut f64) {
    let sooner = if time < *first { time } else { *first };
    *first = if depth > 0.0 { sooner } else { *first };
    *deepest = if depth > *deepest { depth } else { *deepest };
}

/// Seven facts of a path's breaches.
pub struct BreachFacts<'a> {
    pub first_ex_ante: &'a mut [f64],
    pub first_ex_post: &'a mut [f64],
    pub deepest_ex_ante: &'a mut [f64],
    pub deepest_ex_post: &'a mut [f64],
    pub below: &'a mut [f64],
    pub episodes: &'a mut [f64],
    pub was_below: &'a mut [f64],
}

/// Paths looked at together for whether there is anything to write down: of most there is not.
const STRETCH: usize = 16;

/// A block's numbers, stretch by stretch.
#[inline(always)]
fn stretches(numbers: &[f64]) -> &[[f64; STRETCH]] {
    const { assert!(LANES.is_multiple_of(STRETCH)) };
    numbers.as_chunks().0
}

#[inline(always)]
fn stretches_mut(numbers: &mut [f64]) -> &mut [[f64; STRETCH]] {
    numbers.as_chunks_mut().0
}

kernel! {
    pub fn breaches(observed: &[f64], known: &[f64], level: &[f64], time: f64, facts: BreachFacts<'_>) {
        let [observed, known, level] = [observed, known, level].map(stretches);
        let [first_ex_ante, first_ex_post, deepest_ex_ante, deepest_ex_post, below, episodes, was_below] = [
            facts.first_ex_ante,
            facts.first_ex_post,
            facts.deepest_ex_ante,
            facts.deepest_ex_post,
            facts.below,
            facts.episodes,
            facts.was_below,
        ]
        .map(stretches_mut);
        for (i, observed) in observed.iter().enumerate() {
            let (known, level, was_below) = (&known[i], &level[i], &mut was_below[i]);
            let mut any = 0;
            for lane in 0..STRETCH {
                let breaches = is_below(observed[lane], known[lane]) | is_below(observed[lane], level[lane]);
                any |= u64::from(breaches) | was_below[lane].to_bits();
            }
            if any == 0 {
                continue;
            }
            for lane in 0..STRETCH {
                let (observed, level) = (observed[lane], level[lane]);
                first(depth(observed, known[lane]), time, &mut first_ex_ante[i][lane], &mut deepest_ex_ante[i][lane]);
                first(depth(observed, level), time, &mut first_ex_post[i][lane], &mut deepest_ex_post[i][lane]);
                let now = if is_below(observed, level) { 1.0 } else { 0.0 };
                below[i][lane] += now;
                episodes[i][lane] += now * (1.0 - was_below[lane]);
                was_below[lane] = now;
            }
        }
    }
}

kernel! {
    /// The number of prices below their floors.
    pub fn count_below(observed: &[f64], floor: &[f64]) -> u64 {
        observed.iter().zip(floor).fold(0, |count, (&observed, &floor)| count + u64::from(is_below(observed, floor)))
    }
}

kernel! {
    /// 1 where the price is below the floor, else 0.
    pub fn mark_below(observed: &[f64], floor: &[f64], out: &mut [f64]) {
        for ((out, &observed), &floor) in out.iter_mut().zip(observed).zip(floor) {
            *out = if is_below(observed, floor) { 1.0 } else { 0.0 };
        }
    }
}

kernel! {
    /// `least = min(least, x / high)`.
    pub fn fall(observed: &[f64], high: &[f64], least: &mut [f64]) {
        for ((least, &x), &high) in least.iter_mut().zip(observed).zip(high) {
            let ratio = x / high;
            *least = if ratio < *least { ratio } else { *least };
        }
    }
}

/// Five facts of a path's recovery from its deepest fall.
pub struct Recovery<'a> {
    pub all_time_high: &'a mut [f64],
    pub all_time_high_at: &'a mut [f64],
    pub least: &'a mut [f64],
    pub peak: &'a mut [f64],
    pub regained: &'a mut [f64],
}

kernel! {
    pub fn recovery(observed: &[f64], time: f64, facts: Recovery<'_>) {
        let highs = facts.all_time_high.iter_mut().zip(facts.all_time_high_at);
        let falls = facts.least.iter_mut().zip(facts.peak).zip(facts.regained);
        for ((&observed, (top, since)), ((least, peak), regained)) in observed.iter().zip(highs).zip(falls) {
            // Every fact is read before any is written: where one is written between, the loop does not become vector
            // instructions.
            let (mut high, mut highest_at) = (*top, *since);
            let (deepest, mut peak_at, mut regained_at) = (*least, *peak, *regained);
            let at_top = observed >= high;
            high = if at_top { observed } else { high };
            highest_at = if at_top { time } else { highest_at };
            let sooner = if time < regained_at { time } else { regained_at };
            regained_at = if at_top { sooner } else { regained_at };
            let ratio = observed / high;
            let deeper = ratio < deepest;
            peak_at = if deeper { highest_at } else { peak_at };
            regained_at = if deeper { f64::INFINITY } else { regained_at };
            (*top, *since) = (high, highest_at);
            (*least, *peak, *regained) = (if deeper { ratio } else { deepest }, peak_at, regained_at);
        }
    }
}

kernel! {
    /// `top = max(top, x)`, and both `least = min(least, x / high)`: of the rolling high, and of the all-time high
    /// `top`.
    pub fn falls(
        observed: &[f64],
        high: &[f64],
        top: &mut [f64],
        least_of_rolling: &mut [f64],
        least_of_all_time: &mut [f64],
    ) {
        let least = least_of_rolling.iter_mut().zip(least_of_all_time);
        for ((top, (rolling, all_time)), (&x, &high)) in top.iter_mut().zip(least).zip(observed.iter().zip(high)) {
            *top = if x > *top { x } else { *top };
            let ratio = x / high;
            *rolling = if ratio < *rolling { ratio } else { *rolling };
            let ratio = x / *top;
            *all_time = if ratio < *all_time { ratio } else { *all_time };
        }
    }
}

kernel! {
    pub fn count_share(share: &[f64], lock: f64, sum: &mut [f64], locked: &mut [f64]) {
        for ((sum, locked), &share) in sum.iter_mut().zip(locked).zip(share) {
            *sum += share;
            *locked += if share < lock { 1.0 } else { 0.0 };
        }
    }
}

kernel! {
    /// The shares of pools that have money: `out = share · money`.
    pub fn hold(share: &[f64], money: &[f64], out: &mut [f64]) {
        for ((out, &share), &money) in out.iter_mut().zip(share).zip(money) {
            *out = share * money;
        }
    }
}

kernel! {
    /// As `count_share`, of pools that have money.
    pub fn count_held(share: &[f64], money: &[f64], lock: f64, sum: &mut [f64], locked: &mut [f64]) {
        for (((sum, locked), &share), &money) in sum.iter_mut().zip(locked).zip(share).zip(money) {
            *sum += share * money;
            *locked += if share < lock { money } else { 0.0 };
        }
    }
}

kernel! {
    /// Whether every value is above 0.
    pub fn all_above_zero(value: &[f64]) -> bool {
        value.iter().filter(|&&value| value > 0.0).count() == value.len()
    }
}

kernel! {
    /// 1 for a value above 0, else 0, and the first time of the latter.
    pub fn find_empty(value: &[f64], time: f64, money: &mut [f64], first: &mut [f64]) {
        for ((money, first), &value) in money.iter_mut().zip(first).zip(value) {
            let sooner = if time < *first { time } else { *first };
            *money = if value > 0.0 { 1.0 } else { 0.0 };
            *first = if value > 0.0 { *first } else { sooner };
        }
    }
}

kernel! {
    pub fn add_absolute(numbers: &[f64], sum: &mut [f64]) {
        for (sum, &x) in sum.iter_mut().zip(numbers) {
            *sum += x.abs();
        }
    }
}

kernel! {
    pub fn count_jumps(jump: &[f64], least: f64, jumps: &mut [f64], largest: &mut [f64]) {
        for ((jumps, largest), &jump) in jumps.iter_mut().zip(largest).zip(jump) {
            *jumps += if jump >= least { 1.0 } else { 0.0 };
            *largest = if jump > *largest { jump } else { *largest };
        }
    }
}

kernel! {
    pub fn add_unpaid(unpaid: &[f64], time: f64, sum: &mut [f64], first: &mut [f64]) {
        for ((sum, first), &unpaid) in sum.iter_mut().zip(first).zip(unpaid) {
            *sum += unpaid;
            let sooner = if time < *first { time } else { *first };
            *first = if unpaid > 0.0 { sooner } else { *first };
        }
    }
}

kernel! {
    /// `sum += a + b · prices`.
    pub fn add_flow(amounts: [f64; 2], prices: &[f64], sum: &mut [f64]) {
        for (sum, &prices) in sum.iter_mut().zip(prices) {
            *sum += amounts[0] + amounts[1] * prices;
        }
    }
}
