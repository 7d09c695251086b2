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
    /// The window of the high from which the total's falls are measured, in months.
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
    pub fn observe(&mut self, pools: &[PoolState], common: &mut CommonPools, month_end: bool) {
        sum(pools, |pool| &pool.value, common.of(Sum::ObservedValue), &mut self.value);
        if month_end {
            self.rolling.push(&self.price, &mut self.high);
        }
    }

    /// The equity share of the total after trading.
    pub fn trade(&mut self, pools: &[PoolState], common: &mut CommonPools) {
        self.before.copy_from_slice(&self.value);
        sum(pools, |pool| &pool.value, common.of(Sum::TradedValue), &mut self.value);
        let equities = |pool: &PoolState, sum: &mut [f64]| kernels::add_product(&pool.share, &pool.value, sum);
        add_up(pools, equities, common.of(Sum::EquityValue), &mut self.share);
        kernels::divide(&self.value, &mut self.share);
    }

    /// The growth of a unit, after returns and fees and before the flows.
    pub fn grow(&mut self, pools: &[PoolState], common: &mut CommonPools) {
        sum(pools, |pool| &pool.value, common.of(Sum::GrownValue), &mut self.value);
        kernels::chain(&self.before, &self.value, &mut self.price);
    }

    /// The amount that could not be paid, after the flows.
    pub fn flow(&mut self, pools: &[PoolState], common: &mut CommonPools) {
        sum(pools, |pool| &pool.unpaid, common.of(Sum::Unpaid), &mut self.unpaid);
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

/// A sum over the pools of a step.
#[derive(Debug, Clone, Copy)]
enum Sum {
    ObservedValue,
    TradedValue,
    EquityValue,
    GrownValue,
    Unpaid,
}

/// The sums of a step over the pools that plans have in common.
pub struct CommonSums([Lanes; 5]);

impl CommonSums {
    /// Room for a step.
    #[must_use]
    pub fn new() -> Self {
        Self([0.0; 5].map(Lanes::all))
    }
}

impl Default for CommonSums {
    fn default() -> Self {
        Self::new()
    }
}

/// The first pools that a plan has in common with others. They are simulated once, so their sums are written once.
pub enum CommonPools<'b> {
    /// The plan has none: all pools are its own.
    None,
    /// The plan simulates so many common pools, and writes their sums for the other plans.
    Write(usize, &'b mut CommonSums),
    /// Another plan has simulated them: its sums are read, and the plan adds its own pools.
    Read(&'b CommonSums),
}

impl CommonPools<'_> {
    fn of(&mut self, sum: Sum) -> CommonSum<'_> {
        match self {
            Self::None => CommonSum::None,
            Self::Write(count, sums) => CommonSum::Write(*count, &mut sums.0[sum as usize]),
            Self::Read(sums) => CommonSum::Read(&sums.0[sum as usize]),
        }
    }
}

/// One sum over the common pools.
enum CommonSum<'b> {
    None,
    Write(usize, &'b mut Lanes),
    Read(&'b Lanes),
}

fn sum<'a>(
    pools: &[PoolState<'a>],
    part: impl for<'b> Fn(&'b PoolState<'a>) -> &'b [f64],
    common: CommonSum,
    out: &mut [f64],
) {
    add_up(pools, |pool, sum| elementary::add_scaled(1.0, part(pool), sum), common, out);
}

/// Adds the pools up in their order.
fn add_up<'a>(
    pools: &[PoolState<'a>],
    add: impl Fn(&PoolState<'a>, &mut [f64]),
    mut common: CommonSum,
    out: &mut [f64],
) {
    match &common {
        CommonSum::Read(sum) => out.copy_from_slice(sum),
        CommonSum::None | CommonSum::Write(..) => out.fill(0.0),
    }
    for (place, pool) in pools.iter().enumerate() {
        add(pool, out);
        if let CommonSum::Write(count, sum) = &mut common
            && *count == place + 1
        {
            sum.copy_from_slice(out);
        }
    }
}
