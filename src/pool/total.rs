//! All pools together.

use super::rolling_high::RollingHigh;
use super::{Observed, PoolState, Traded, kernels};
use crate::lanes::Lanes;
use crate::numerics::elementary;

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
    /// The window, in months, of the high from which the total's falls are reckoned.
    pub const WINDOW_MONTHS: u32 = 24;
    /// The month-ends in that window, which is a closed one.
    pub const WINDOW: usize = Self::WINDOW_MONTHS as usize + 1;

    /// Room for a block.
    #[must_use]
    pub fn new() -> Self {
        let lanes = || Lanes::all(0.0);
        Self {
            rolling: RollingHigh::new(Some(Self::WINDOW)),
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
    pub fn observe(&mut self, pools: &[PoolState], sharing: &mut Sharing, month_end: bool) {
        sum(pools, |pool| &pool.value, sharing.at(Sum::Observed), &mut self.value);
        if month_end {
            self.rolling.push(&self.price, &mut self.high);
        }
    }

    /// After trading: the equity share of the total.
    pub fn trade(&mut self, pools: &[PoolState], sharing: &mut Sharing) {
        self.before.copy_from_slice(&self.value);
        sum(pools, |pool| &pool.value, sharing.at(Sum::Traded), &mut self.value);
        let equities = |pool: &PoolState, sum: &mut [f64]| kernels::add_product(&pool.share, &pool.value, sum);
        add_up(pools, equities, sharing.at(Sum::Equities), &mut self.share);
        kernels::divide(&self.value, &mut self.share);
    }

    /// After the returns and fees, before the flows: the growth of a unit.
    pub fn grow(&mut self, pools: &[PoolState], sharing: &mut Sharing) {
        sum(pools, |pool| &pool.value, sharing.at(Sum::Grown), &mut self.value);
        kernels::chain(&self.before, &self.value, &mut self.price);
    }

    /// After the flows: what could not be paid.
    pub fn flow(&mut self, pools: &[PoolState], sharing: &mut Sharing) {
        sum(pools, |pool| &pool.unpaid, sharing.at(Sum::Unpaid), &mut self.unpaid);
    }

    /// The numbers of an observation. The total has no floor of its own.
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

    /// The numbers after trading. The pools' trades are their own.
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

/// The sums over pools in a step.
#[derive(Debug, Clone, Copy)]
enum Sum {
    Observed,
    Traded,
    Equities,
    Grown,
    Unpaid,
}

/// Sums over the first pools of a plan, over one step.
pub struct FirstPools([Lanes; 5]);

impl FirstPools {
    /// Room for a step.
    #[must_use]
    pub fn new() -> Self {
        Self([0.0; 5].map(Lanes::all))
    }
}

impl Default for FirstPools {
    fn default() -> Self {
        Self::new()
    }
}

/// A total's share in the sums of another plan whose first pools are the same.
pub enum Sharing<'b> {
    /// It stands alone.
    Alone,
    /// The sums over so many first pools are written down for others.
    Lending(usize, &'b mut FirstPools),
    /// The first pools' sums are those of another plan; what is added are the pools after them.
    Borrowing(&'b FirstPools),
}

impl Sharing<'_> {
    fn at(&mut self, sum: Sum) -> SharedSum<'_> {
        match self {
            Self::Alone => SharedSum::Alone,
            Self::Lending(count, first) => SharedSum::Lending(*count, &mut first.0[sum as usize]),
            Self::Borrowing(first) => SharedSum::Borrowing(&first.0[sum as usize]),
        }
    }
}

enum SharedSum<'b> {
    Alone,
    Lending(usize, &'b mut Lanes),
    Borrowing(&'b Lanes),
}

fn sum<'a>(
    pools: &[PoolState<'a>],
    part: impl for<'b> Fn(&'b PoolState<'a>) -> &'b [f64],
    sharing: SharedSum,
    out: &mut [f64],
) {
    add_up(pools, |pool, sum| elementary::add_scaled(1.0, part(pool), sum), sharing, out);
}

/// Adds the pools up in their order.
fn add_up<'a>(
    pools: &[PoolState<'a>],
    add: impl Fn(&PoolState<'a>, &mut [f64]),
    mut sharing: SharedSum,
    out: &mut [f64],
) {
    match &sharing {
        SharedSum::Borrowing(first) => out.copy_from_slice(first),
        SharedSum::Alone | SharedSum::Lending(..) => out.fill(0.0),
    }
    for (place, pool) in pools.iter().enumerate() {
        add(pool, out);
        if let SharedSum::Lending(count, first) = &mut sharing
            && *count == place + 1
        {
            first.copy_from_slice(out);
        }
    }
}
