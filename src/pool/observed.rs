//! The numbers that others read of a block of paths.

use super::{PoolState, observed_of};
use crate::market::MarketStep;
use crate::plan::{Floor, Pool};

/// The numbers of a block of paths at an observation, before trading. Every slice holds one number a path, in path
/// order.
#[derive(Clone, Copy)]
pub struct Observed<'a> {
    /// Unit prices, 1 at the start.
    pub price: &'a [f64],
    /// Values, SEK.
    pub value: &'a [f64],
    /// Unit prices or values, whichever the high is taken of.
    pub observed: &'a [f64],
    /// Rolling highs of `observed`.
    pub high: &'a [f64],
    /// The floor, where there is one.
    pub floor: Option<ObservedFloor<'a>>,
    /// Payments due since the last step that could not be made, SEK.
    pub unpaid: &'a [f64],
    /// Rises of the allowed share that come only from an old high having left the window.
    pub jump: Option<&'a [f64]>,
}

/// A floor at an observation.
#[derive(Clone, Copy)]
pub struct ObservedFloor<'a> {
    /// Floors of the day under `observed`.
    pub level: &'a [f64],
    /// Floors for the day that were known at the observation before; 0 at the start.
    pub known: &'a [f64],
}

/// The numbers of a block of paths after trading.
#[derive(Clone, Copy)]
pub struct Traded<'a> {
    /// Equity shares.
    pub share: &'a [f64],
    /// Changes of the equity share by trading, where they are computed.
    pub traded: Option<&'a [f64]>,
    /// Trading costs, SEK, where they are computed.
    pub cost: Option<&'a [f64]>,
}

impl<'a> PoolState<'a> {
    /// The numbers of an observation.
    #[inline]
    #[must_use]
    pub fn observed(&self) -> Observed<'_> {
        Observed {
            price: &self.price,
            value: &self.value,
            observed: observed_of(self.pool.high.of, &self.price, &self.value),
            high: &self.high,
            floor: (self.pool.floor != Floor::None)
                .then_some(ObservedFloor { level: &self.floor, known: &self.known_floor }),
            unpaid: &self.unpaid,
            jump: self.watches_jumps.then_some(&self.jump),
        }
    }

    /// The numbers after trading.
    #[inline]
    #[must_use]
    pub fn traded(&self) -> Traded<'_> {
        Traded {
            share: &self.share,
            traded: self.drifts.then_some(&self.traded),
            cost: self.drifts.then_some(&self.cost),
        }
    }

    /// The pool in the plan.
    #[inline]
    #[must_use]
    pub fn pool(&self) -> &'a Pool {
        self.pool
    }

    /// Growth of the equity leg and of the fixed-income leg over the last step, from the step's market.
    #[inline]
    #[must_use]
    pub fn legs<'b>(&'b self, market: &'b MarketStep) -> [&'b [f64]; 2] {
        self.legs.grown(self.pool, market)
    }

    /// The rule's equity stress at the last observation, in one path. A static rule has none.
    #[inline]
    #[must_use]
    pub fn equity_stress(&self, lane: usize) -> Option<f64> {
        self.target_rule.stress(lane)
    }

    /// Shares decided at `step`.
    #[inline]
    #[must_use]
    pub fn target(&self, step: usize) -> &[f64] {
        &self.targets[step % self.targets.len()]
    }

    /// The share that a trade at `step` goes to in one path: the one decided the lag before. Until one is due it is
    /// that of the start, and 0 in a locked pool.
    #[inline]
    #[must_use]
    pub fn due(&self, step: usize, lane: usize) -> f64 {
        if self.locked[lane] > 0.0 { 0.0 } else { self.targets[self.due_slot(step)][lane] }
    }

    /// The part of a unit that a step's fee leaves.
    #[inline]
    #[must_use]
    pub const fn after_fee(&self) -> f64 {
        self.after_fee
    }
}
