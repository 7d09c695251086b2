//! All pools together.

use super::rolling_high::RollingHigh;
use super::{Observed, PoolState, Traded, kernels};
use crate::elementary;
use crate::lanes::Lanes;

/// A block of paths of the total of the pools: its value, and the price of a unit that holds all pools as they are.
///
/// `P' = P Σ V_p' / Σ V_p`, the values after the step being those before its flows. An empty total stands still.
pub struct TotalState {
    rolling: RollingHigh,
    price: Lanes,
    value: Lanes,
    /// Sum of the values at the beginning of the step, before trading.
    before: Lanes,
    high: Lanes,
    share: Lanes,
    unpaid: Lanes,
}

impl TotalState {
    /// The window, in months, of the high from which the total's falls are reckoned: a closed one, of 25 month-ends.
    pub const WINDOW_MONTHS: u32 = 24;

    /// Room for a block.
    #[must_use]
    pub fn new() -> Self {
        let lanes = || Lanes::all(0.0);
        Self {
            rolling: RollingHigh::new(Some(Self::WINDOW_MONTHS as usize + 1)),
            price: lanes(),
            value: lanes(),
            before: lanes(),
            high: lanes(),
            share: lanes(),
            unpaid: lanes(),
        }
    }

    /// Goes to `t = 0` of a block.
    pub fn begin(&mut self) {
        self.price.fill(1.0);
        self.unpaid.fill(0.0);
        self.rolling.begin(std::iter::empty(), 1);
    }

    /// Sums the pools' values at the beginning of a step, and on a month-end observes the high.
    pub fn observe(&mut self, pools: &[PoolState], month_end: bool) {
        sum(pools, |pool| &pool.value, &mut self.value);
        if month_end {
            self.rolling.push(&self.price, &mut self.high);
        }
    }

    /// After trading: the equity share of the total.
    pub fn trade(&mut self, pools: &[PoolState]) {
        self.before.copy_from_slice(&self.value);
        self.share.fill(0.0);
        sum(pools, |pool| &pool.value, &mut self.value);
        for pool in pools {
            kernels::add_product(&pool.share, &pool.value, &mut self.share);
        }
        kernels::divide(&self.value, &mut self.share);
    }

    /// After the returns and fees, before the flows: the growth of a unit.
    pub fn grow(&mut self, pools: &[PoolState]) {
        sum(pools, |pool| &pool.value, &mut self.value);
        kernels::chain(&self.before, &self.value, &mut self.price);
    }

    /// After the flows: what could not be paid.
    pub fn flow(&mut self, pools: &[PoolState]) {
        sum(pools, |pool| &pool.unpaid, &mut self.unpaid);
    }

    /// What is seen at an observation. The total has no floor of its own.
    #[must_use]
    pub fn observed(&self) -> Observed<'_> {
        Observed {
            price: &self.price,
            value: &self.value,
            observed: &self.price,
            high: &self.high,
            floor: None,
            unpaid: &self.unpaid,
            jump: None,
        }
    }

    /// What is seen after trading. The pools' trades are their own.
    #[must_use]
    pub fn traded(&self) -> Traded<'_> {
        Traded { share: &self.share, traded: None, cost: None }
    }
}

impl Default for TotalState {
    fn default() -> Self {
        Self::new()
    }
}

fn sum<'a>(pools: &[PoolState<'a>], part: impl for<'b> Fn(&'b PoolState<'a>) -> &'b [f64], out: &mut [f64]) {
    out.fill(0.0);
    for pool in pools {
        elementary::add_scaled(1.0, part(pool), out);
    }
}
