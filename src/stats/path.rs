//! What one path has been through so far: a block of paths, each fact one number a path.

use crate::kernel::kernel;
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

    /// Forgets all. `top` is the highest price known before the start, in what is observed, 0 for none, and `since` its step.
    pub fn begin(&mut self, top: f64, since: f64) {
        for zero in [
            &mut self.deepest_ex_ante,
            &mut self.deepest_ex_post,
            &mut self.below,
            &mut self.episodes,
            &mut self.was_below,
            &mut self.fall_rolling,
            &mut self.fall_all_time,
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
        self.top_since.fill(since);
    }

    /// Takes in breaches at an observation.
    pub fn breach(&mut self, observed: &[f64], floored: &Floored, time: f64) {
        let facts = Breaches {
            first_ex_ante: &mut self.first_ex_ante,
            first_ex_post: &mut self.first_ex_post,
            deepest_ex_ante: &mut self.deepest_ex_ante,
            deepest_ex_post: &mut self.deepest_ex_post,
            below: &mut self.below,
            episodes: &mut self.episodes,
            was_below: &mut self.was_below,
        };
        breaches(observed, floored.known, floored.level, time, facts);
    }

    /// Takes in the falls from both highs at an observation.
    pub fn fall(&mut self, seen: &Observed) {
        falls(seen.observed, seen.high, &mut self.top, &mut self.fall_rolling, &mut self.fall_all_time);
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

/// How deep below its floor a price is, as a share of the floor; 0 when not below.
#[inline(always)]
fn depth(observed: f64, floor: f64) -> f64 {
    let below = (floor - observed) / floor;
    if observed < floor { below } else { 0.0 }
}

/// The observation of the first time, and the greatest, of what is positive only when it happens.
#[inline(always)]
fn first(depth: f64, time: f64, first: &mut f64, deepest: &mut f64) {
    let sooner = if time < *first { time } else { *first };
    *first = if depth > 0.0 { sooner } else { *first };
    *deepest = if depth > *deepest { depth } else { *deepest };
}

/// What breaches come to: seven facts a path.
struct Breaches<'a> {
    first_ex_ante: &'a mut [f64],
    first_ex_post: &'a mut [f64],
    deepest_ex_ante: &'a mut [f64],
    deepest_ex_post: &'a mut [f64],
    below: &'a mut [f64],
    episodes: &'a mut [f64],
    was_below: &'a mut [f64],
}

kernel! {
    fn breaches(observed: &[f64], known: &[f64], level: &[f64], time: f64, facts: Breaches<'_>) {
        let ex_ante = facts.first_ex_ante.iter_mut().zip(facts.deepest_ex_ante);
        let ex_post = facts.first_ex_post.iter_mut().zip(facts.deepest_ex_post);
        let counts = facts.below.iter_mut().zip(facts.episodes).zip(facts.was_below);
        let seen = observed.iter().zip(known).zip(level);
        for (((&observed, &known), &level), ((ante, post), ((below, episodes), was))) in
            seen.zip(ex_ante.zip(ex_post).zip(counts))
        {
            first(depth(observed, known), time, ante.0, ante.1);
            first(depth(observed, level), time, post.0, post.1);
            let now = if observed < level { 1.0 } else { 0.0 };
            *below += now;
            *episodes += now * (1.0 - *was);
            *was = now;
        }
    }
}

kernel! {
    /// How many prices are below their floors.
    pub fn count_below(observed: &[f64], floor: &[f64]) -> u64 {
        observed.iter().zip(floor).fold(0, |count, (observed, floor)| count + u64::from(observed < floor))
    }
}

kernel! {
    fn falls(observed: &[f64], high: &[f64], top: &mut [f64], rolling: &mut [f64], all_time: &mut [f64]) {
        let seen = observed.iter().zip(high);
        for (((rolling, all_time), top), (&observed, &high)) in rolling.iter_mut().zip(all_time).zip(top).zip(seen) {
            *top = if observed > *top { observed } else { *top };
            let (from_high, from_top) = (1.0 - observed / high, 1.0 - observed / *top);
            *rolling = if from_high > *rolling { from_high } else { *rolling };
            *all_time = if from_top > *all_time { from_top } else { *all_time };
        }
    }
}

kernel! {
    fn fall(observed: &[f64], high: &[f64], deepest: &mut [f64]) {
        for ((deepest, &observed), &high) in deepest.iter_mut().zip(observed).zip(high) {
            let fall = 1.0 - observed / high;
            *deepest = if fall > *deepest { fall } else { *deepest };
        }
    }
}

kernel! {
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
}

kernel! {
    fn count_share(share: &[f64], lock: f64, sum: &mut [f64], locked: &mut [f64]) {
        for ((sum, locked), &share) in sum.iter_mut().zip(locked).zip(share) {
            *sum += share;
            *locked += if share < lock { 1.0 } else { 0.0 };
        }
    }
}

kernel! {
    fn add_absolute(numbers: &[f64], sum: &mut [f64]) {
        for (sum, &x) in sum.iter_mut().zip(numbers) {
            *sum += x.abs();
        }
    }
}

kernel! {
    fn count_jumps(jump: &[f64], least: f64, jumps: &mut [f64], largest: &mut [f64]) {
        for ((jumps, largest), &jump) in jumps.iter_mut().zip(largest).zip(jump) {
            *jumps += if jump >= least { 1.0 } else { 0.0 };
            *largest = if jump > *largest { jump } else { *largest };
        }
    }
}

kernel! {
    fn add_unpaid(unpaid: &[f64], time: f64, sum: &mut [f64], first: &mut [f64]) {
        for ((sum, first), &unpaid) in sum.iter_mut().zip(first).zip(unpaid) {
            *sum += unpaid;
            let sooner = if time < *first { time } else { *first };
            *first = if unpaid > 0.0 { sooner } else { *first };
        }
    }
}
