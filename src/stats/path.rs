//! Facts of the paths of a block so far, each one number a path.

mod kernels;

pub use kernels::{count_below, mark_below};

use kernels::{BreachFacts, Recovery};

use crate::lanes::Lanes;
use crate::plan::FigureGroup;
use crate::pool::{Observed, ObservedFloor};
use crate::stats::figure::PoolEvent;

/// The facts of a block of paths, followed from observation to observation.
pub struct PathFacts {
    /// Observation of the first ex-ante breach, counted from the start; infinite for none.
    pub first_ex_ante: Lanes,
    /// Observation of the first ex-post breach.
    pub first_ex_post: Lanes,
    /// Deepest ex-ante breach.
    pub deepest_ex_ante: Lanes,
    /// Deepest ex-post breach.
    pub deepest_ex_post: Lanes,
    /// Observations below the floor of the day.
    pub below: Lanes,
    /// Runs of consecutive observations below.
    pub episodes: Lanes,
    was_below: Lanes,
    /// Least ratio to the rolling high: 1 less the deepest fall.
    pub least_of_rolling: Lanes,
    /// Least ratio to the all-time high.
    pub least_of_all_time: Lanes,
    all_time_high: Lanes,
    all_time_high_at: Lanes,
    /// Observation of the high before the deepest fall.
    pub peak: Lanes,
    /// Observation at which that high was regained; infinite while it is not.
    pub regained: Lanes,
    /// Sum of equity shares after trading.
    pub share: Lanes,
    /// Steps with an equity share in cash-lock.
    pub in_cash_lock: Lanes,
    /// Sum of absolute changes of the share by trading.
    pub turnover: Lanes,
    /// Trading cost, SEK.
    pub cost: Lanes,
    /// Jumps by roll-off.
    pub jumps: Lanes,
    /// Largest jump by roll-off.
    pub largest_jump: Lanes,
    /// Payments that could not be made, SEK.
    pub unpaid: Lanes,
    /// Step of the first of them; infinite for none.
    pub first_unpaid: Lanes,
    /// Step at which the pool was first empty; infinite for never.
    pub first_empty: Lanes,
    /// 1 while the pool has money, else 0.
    has_money: Lanes,
    /// Whether the pool has had money on every path of the block.
    all_have_money: bool,
    /// Least ratio of a unit to its high of 24 months, where it is not that to the rolling high.
    pub least_of_unit: Lanes,
    /// Contributions, SEK.
    pub contributed: Lanes,
    /// Payments due, SEK.
    pub due: Lanes,
}

impl PathFacts {
    /// Room for a block.
    #[must_use]
    pub fn new() -> Self {
        let lanes = || Lanes::all(0.0);
        Self {
            first_ex_ante: lanes(),
            first_ex_post: lanes(),
            deepest_ex_ante: lanes(),
            deepest_ex_post: lanes(),
            below: lanes(),
            episodes: lanes(),
            was_below: lanes(),
            least_of_rolling: lanes(),
            least_of_all_time: lanes(),
            all_time_high: lanes(),
            all_time_high_at: lanes(),
            peak: lanes(),
            regained: lanes(),
            share: lanes(),
            in_cash_lock: lanes(),
            turnover: lanes(),
            cost: lanes(),
            jumps: lanes(),
            largest_jump: lanes(),
            unpaid: lanes(),
            first_unpaid: lanes(),
            first_empty: lanes(),
            has_money: lanes(),
            all_have_money: true,
            least_of_unit: lanes(),
            contributed: lanes(),
            due: lanes(),
        }
    }

    /// Forgets all that belongs to groups of figures that are wanted. `top` is the highest price known before the
    /// start, in what is observed, 0 for none, and `since` its step.
    pub fn begin(&mut self, top: f64, since: f64, wants: impl Fn(FigureGroup) -> bool) {
        self.first_empty.fill(f64::INFINITY);
        self.has_money.fill(1.0);
        self.all_have_money = true;
        self.least_of_unit.fill(1.0);
        let fill = |number: f64, facts: &mut [&mut Lanes]| facts.iter_mut().for_each(|fact| fact.fill(number));
        if wants(FigureGroup::Breach) {
            fill(f64::INFINITY, &mut [&mut self.first_ex_ante, &mut self.first_ex_post]);
            fill(0.0, &mut [&mut self.deepest_ex_ante, &mut self.deepest_ex_post]);
            fill(0.0, &mut [&mut self.below, &mut self.episodes, &mut self.was_below]);
        }
        if wants(FigureGroup::Drawdown) || wants(FigureGroup::Recovery) {
            fill(1.0, &mut [&mut self.least_of_rolling, &mut self.least_of_all_time]);
            self.all_time_high.fill(top);
        }
        if wants(FigureGroup::Recovery) {
            self.all_time_high_at.fill(since);
            fill(0.0, &mut [&mut self.peak, &mut self.regained]);
        }
        if wants(FigureGroup::Share) || wants(FigureGroup::ShareByMonth) {
            fill(0.0, &mut [&mut self.share, &mut self.in_cash_lock]);
        }
        if wants(FigureGroup::Trading) {
            fill(0.0, &mut [&mut self.turnover, &mut self.cost]);
        }
        if wants(FigureGroup::RollOff) {
            fill(0.0, &mut [&mut self.jumps, &mut self.largest_jump]);
        }
        if wants(FigureGroup::Flows) {
            self.first_unpaid.fill(f64::INFINITY);
            fill(0.0, &mut [&mut self.unpaid, &mut self.contributed, &mut self.due]);
        }
    }

    /// Takes in breaches at an observation.
    pub fn breach(&mut self, observed: &[f64], floored: &ObservedFloor, time: f64) {
        let facts = BreachFacts {
            first_ex_ante: &mut self.first_ex_ante,
            first_ex_post: &mut self.first_ex_post,
            deepest_ex_ante: &mut self.deepest_ex_ante,
            deepest_ex_post: &mut self.deepest_ex_post,
            below: &mut self.below,
            episodes: &mut self.episodes,
            was_below: &mut self.was_below,
        };
        kernels::breaches(observed, floored.known, floored.level, time, facts);
    }

    /// Takes in the falls from both highs at an observation.
    pub fn fall(&mut self, seen: &Observed) {
        let (rolling, all_time) = (&mut self.least_of_rolling, &mut self.least_of_all_time);
        kernels::falls(seen.observed, seen.high, &mut self.all_time_high, rolling, all_time);
    }

    /// The same, and follows the recovery from the deepest fall from the all-time high.
    pub fn fall_and_recovery(&mut self, seen: &Observed, time: f64) {
        kernels::fall(seen.observed, seen.high, &mut self.least_of_rolling);
        let recovery = Recovery {
            all_time_high: &mut self.all_time_high,
            all_time_high_at: &mut self.all_time_high_at,
            least: &mut self.least_of_all_time,
            peak: &mut self.peak,
            regained: &mut self.regained,
        };
        kernels::recovery(seen.observed, time, recovery);
    }

    /// Takes in the equity share after trading.
    pub fn share(&mut self, share: &[f64], lock: f64) {
        kernels::count_share(share, lock, &mut self.share, &mut self.in_cash_lock);
    }

    /// The same of a pool that can be emptied: without money it has no share, and is not locked. Gives the shares of
    /// the pools that have money, 0 for the others; `room` may hold them.
    pub fn share_of_money<'a>(&mut self, share: &'a [f64], lock: f64, room: &'a mut [f64]) -> &'a [f64] {
        if self.all_have_money {
            self.share(share, lock);
            return share;
        }
        kernels::hold(share, &self.has_money, room);
        kernels::count_held(share, &self.has_money, lock, &mut self.share, &mut self.in_cash_lock);
        room
    }

    /// Takes in values at a month-end: which pools are empty.
    pub fn emptied(&mut self, value: &[f64], time: f64) {
        self.all_have_money &= kernels::all_above_zero(value);
        if !self.all_have_money {
            kernels::find_empty(value, time, &mut self.has_money, &mut self.first_empty);
        }
    }

    /// Takes in the fall of a unit from a high of its own.
    pub fn unit_fall(&mut self, price: &[f64], high: &[f64]) {
        kernels::fall(price, high, &mut self.least_of_unit);
    }

    /// Whether the first ex-post breach of a path came after it was emptied.
    pub fn breaches_after_emptied(&self) -> impl Iterator<Item = bool> {
        let firsts = self.first_ex_post.iter().zip(self.first_empty.iter());
        firsts.map(|(breach, empty)| breach.is_finite() && empty < breach)
    }

    /// Takes in a trade.
    pub fn trade(&mut self, traded: &[f64], cost: &[f64]) {
        kernels::add_absolute(traded, &mut self.turnover);
        kernels::add_absolute(cost, &mut self.cost);
    }

    /// Takes in jumps by roll-off.
    pub fn jump(&mut self, jump: &[f64], least: f64) {
        kernels::count_jumps(jump, least, &mut self.jumps, &mut self.largest_jump);
    }

    /// Takes in a contribution: in the money of the day, and in that of the start, to be multiplied by the price level.
    pub fn contributed(&mut self, amounts: [f64; 2], prices: &[f64]) {
        kernels::add_flow(amounts, prices, &mut self.contributed);
    }

    /// Takes in a payment due.
    pub fn due(&mut self, amounts: [f64; 2], prices: &[f64]) {
        kernels::add_flow(amounts, prices, &mut self.due);
    }

    /// Takes in payments that could not be made.
    pub fn shortfall(&mut self, unpaid: &[f64], time: f64) {
        kernels::add_unpaid(unpaid, time, &mut self.unpaid, &mut self.first_unpaid);
    }

    /// The step at which an event happened to each path, infinite for never. `None` of an event that is a state.
    #[must_use]
    pub fn first(&self, event: PoolEvent) -> Option<&Lanes> {
        match event {
            PoolEvent::BelowFloor => None,
            PoolEvent::BreachExAnte => Some(&self.first_ex_ante),
            PoolEvent::BreachExPost => Some(&self.first_ex_post),
            PoolEvent::PaymentMissed => Some(&self.first_unpaid),
            PoolEvent::Emptied => Some(&self.first_empty),
        }
    }
}

impl Default for PathFacts {
    fn default() -> Self {
        Self::new()
    }
}
