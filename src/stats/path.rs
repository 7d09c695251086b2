//! What one path has been through so far: a block of paths, each fact one number a path.

use multiversion::multiversion;

use crate::pool::{Floored, Observed, Traded};
use crate::random::LANES;

/// The facts of a block of paths, followed from observation to observation.
pub struct PathFacts {
    /// Observation of the first ex-ante breach, counted from the start; infinite for none.
    pub first_ex_ante: Vec<f64>,
    /// Observation of the first ex-post breach.
    pub first_ex_post: Vec<f64>,
    /// Deepest ex-ante breach.
    pub deepest_ex_ante: Vec<f64>,
    /// Deepest ex-post breach.
    pub deepest_ex_post: Vec<f64>,
    /// Observations below the floor of the day.
    pub below: Vec<f64>,
    /// Runs of consecutive observations below.
    pub episodes: Vec<f64>,
    was_below: Vec<f64>,
    /// Deepest fall from the rolling high.
    pub fall_rolling: Vec<f64>,
    /// Deepest fall from the all-time high.
    pub fall_all_time: Vec<f64>,
    top: Vec<f64>,
    top_since: Vec<f64>,
    /// Observation of the high before the deepest fall.
    pub peak: Vec<f64>,
    /// Observation at which that high was regained; infinite while it is not.
    pub regained: Vec<f64>,
    /// Sum of equity shares after trading.
    pub share: Vec<f64>,
    /// Steps with an equity share in cash-lock.
    pub locked: Vec<f64>,
    /// Sum of absolute changes of the share by trading.
    pub turnover: Vec<f64>,
    /// Trading cost, SEK.
    pub cost: Vec<f64>,
    /// Jumps by roll-off.
    pub jumps: Vec<f64>,
    /// Largest jump by roll-off.
    pub largest_jump: Vec<f64>,
    /// Payments that could not be made, SEK.
    pub unpaid: Vec<f64>,
    /// Step of the first of them; infinite for none.
    pub first_unpaid: Vec<f64>,
}

impl PathFacts {
    /// Room for a block.
    #[must_use]
    pub fn new() -> Self {
        let lanes = || vec![0.0; LANES];
        Self {
            first_ex_ante: lanes(),
            first_ex_post: lanes(),
            deepest_ex_ante: lanes(),
            deepest_ex_post: lanes(),
            below: lanes(),
            episodes: lanes(),
            was_below: lanes(),
            fall_rolling: lanes(),
            fall_all_time: lanes(),
            top: lanes(),
            top_since: lanes(),
            peak: lanes(),
            regained: lanes(),
            share: lanes(),
            locked: lanes(),
            turnover: lanes(),
            cost: lanes(),
            jumps: lanes(),
            largest_jump: lanes(),
            unpaid: lanes(),
            first_unpaid: lanes(),
        }
    }

    /// Forgets all. `top` is the highest price known before the start, in what is observed; 0 for none.
    pub fn begin(&mut self, top: f64) {
        for zero in [
            &mut self.deepest_ex_ante,
            &mut self.deepest_ex_post,
            &mut self.below,
            &mut self.episodes,
            &mut self.was_below,
            &mut self.fall_rolling,
            &mut self.fall_all_time,
            &mut self.top_since,
            &mut self.peak,
            &mut self.regained,
            &mut self.share,
            &mut self.locked,
            &mut self.turnover,
            &mut self.cost,
            &mut self.jumps,
            &mut self.largest_jump,
            &mut self.unpaid,
        ] {
            zero.fill(0.0);
        }
        for never in [&mut self.first_ex_ante, &mut self.first_ex_post, &mut self.first_unpaid] {
            never.fill(f64::INFINITY);
        }
        self.top.fill(top);
    }

    /// Takes in breaches at an observation.
    pub fn breach(&mut self, floored: &Floored, time: f64) {
        first(floored.depth_ex_ante, time, &mut self.first_ex_ante, &mut self.deepest_ex_ante);
        first(floored.depth_ex_post, time, &mut self.first_ex_post, &mut self.deepest_ex_post);
        count_below(floored.depth_ex_post, &mut self.below, &mut self.episodes, &mut self.was_below);
    }

    /// Takes in the falls from both highs at an observation.
    pub fn fall(&mut self, seen: &Observed) {
        fall(seen.observed, seen.high, &mut self.fall_rolling);
        fall_from_top(seen.observed, &mut self.top, &mut self.fall_all_time);
    }

    /// The same, and follows the recovery from the deepest fall from the all-time high.
    pub fn fall_and_recovery(&mut self, seen: &Observed, time: f64) {
        fall(seen.observed, seen.high, &mut self.fall_rolling);
        recovery(
            seen.observed,
            time,
            &mut self.top,
            &mut self.top_since,
            &mut self.fall_all_time,
            &mut self.peak,
            &mut self.regained,
        );
    }

    /// Takes in the equity share after trading.
    pub fn share(&mut self, seen: &Traded, lock: f64) {
        count_share(seen.share, lock, &mut self.share, &mut self.locked);
    }

    /// Takes in a trade.
    pub fn trade(&mut self, traded: &[f64], cost: &[f64]) {
        add_absolute(traded, &mut self.turnover);
        add_absolute(cost, &mut self.cost);
    }

    /// Takes in jumps by roll-off.
    pub fn jump(&mut self, jump: &[f64], least: f64) {
        count_jumps(jump, least, &mut self.jumps, &mut self.largest_jump);
    }

    /// Takes in payments that could not be made.
    pub fn shortfall(&mut self, unpaid: &[f64], time: f64) {
        add_unpaid(unpaid, time, &mut self.unpaid, &mut self.first_unpaid);
    }
}

impl Default for PathFacts {
    fn default() -> Self {
        Self::new()
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn first(depth: &[f64], time: f64, first: &mut [f64], deepest: &mut [f64]) {
    for ((first, deepest), &depth) in first.iter_mut().zip(deepest).zip(depth) {
        let sooner = if time < *first { time } else { *first };
        *first = if depth > 0.0 { sooner } else { *first };
        *deepest = if depth > *deepest { depth } else { *deepest };
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn count_below(depth: &[f64], below: &mut [f64], episodes: &mut [f64], was_below: &mut [f64]) {
    for (((below, episodes), was), &depth) in below.iter_mut().zip(episodes).zip(was_below).zip(depth) {
        let now = if depth > 0.0 { 1.0 } else { 0.0 };
        *below += now;
        *episodes += now * (1.0 - *was);
        *was = now;
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn fall(observed: &[f64], high: &[f64], deepest: &mut [f64]) {
    for ((deepest, &observed), &high) in deepest.iter_mut().zip(observed).zip(high) {
        let fall = 1.0 - observed / high;
        *deepest = if fall > *deepest { fall } else { *deepest };
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn fall_from_top(observed: &[f64], top: &mut [f64], deepest: &mut [f64]) {
    for ((deepest, top), &observed) in deepest.iter_mut().zip(top).zip(observed) {
        *top = if observed > *top { observed } else { *top };
        let fall = 1.0 - observed / *top;
        *deepest = if fall > *deepest { fall } else { *deepest };
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn recovery(
    observed: &[f64],
    time: f64,
    top: &mut [f64],
    top_since: &mut [f64],
    deepest: &mut [f64],
    peak: &mut [f64],
    regained: &mut [f64],
) {
    let highs = top.iter_mut().zip(top_since);
    let falls = deepest.iter_mut().zip(peak).zip(regained);
    for ((&observed, (top, since)), ((deepest, peak), regained)) in observed.iter().zip(highs).zip(falls) {
        let at_top = observed >= *top;
        *top = if at_top { observed } else { *top };
        *since = if at_top { time } else { *since };
        let sooner = if time < *regained { time } else { *regained };
        *regained = if at_top { sooner } else { *regained };
        let fall = 1.0 - observed / *top;
        let deeper = fall > *deepest;
        *deepest = if deeper { fall } else { *deepest };
        *peak = if deeper { *since } else { *peak };
        *regained = if deeper { f64::INFINITY } else { *regained };
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn count_share(share: &[f64], lock: f64, sum: &mut [f64], locked: &mut [f64]) {
    for ((sum, locked), &share) in sum.iter_mut().zip(locked).zip(share) {
        *sum += share;
        *locked += if share < lock { 1.0 } else { 0.0 };
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn add_absolute(numbers: &[f64], sum: &mut [f64]) {
    for (sum, &x) in sum.iter_mut().zip(numbers) {
        *sum += x.abs();
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn count_jumps(jump: &[f64], least: f64, jumps: &mut [f64], largest: &mut [f64]) {
    for ((jumps, largest), &jump) in jumps.iter_mut().zip(largest).zip(jump) {
        *jumps += if jump >= least { 1.0 } else { 0.0 };
        *largest = if jump > *largest { jump } else { *largest };
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn add_unpaid(unpaid: &[f64], time: f64, sum: &mut [f64], first: &mut [f64]) {
    for ((sum, first), &unpaid) in sum.iter_mut().zip(first).zip(unpaid) {
        *sum += unpaid;
        let sooner = if time < *first { time } else { *first };
        *first = if unpaid > 0.0 { sooner } else { *first };
    }
}
