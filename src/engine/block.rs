//! The state of one block of paths, from its start to the horizon.

use crate::elementary;
use crate::lanes::Lanes;
use crate::market::{MarketModel, Paths, World};
use crate::plan::{Plan, Prices};
use crate::pool::PoolState;
use crate::pool::total::TotalState;
use crate::stats::recorder::Economy;

/// A moment of a block at which there is something to write down.
pub enum Event<'b, 'a> {
    /// Prices are seen, nothing is traded yet; at the horizon nothing will be.
    Observed(usize, &'b [PoolState<'a>], Option<&'b TotalState>, Economy<'b>),
    /// Trades are done; the returns of the step come next.
    Traded(usize, &'b [PoolState<'a>], Option<&'b TotalState>),
}

/// The state of one block: its world, its pools and their total.
pub struct BlockState<'a> {
    plan: &'a Plan,
    world: Box<dyn World + 'a>,
    paths: Paths,
    pools: Vec<PoolState<'a>>,
    total: Option<TotalState>,
    /// Levels of consumer prices, 1 at the start.
    prices: Lanes,
}

impl<'a> BlockState<'a> {
    /// Room for a block.
    #[must_use]
    pub fn new(plan: &'a Plan, model: &'a dyn MarketModel) -> Self {
        Self {
            plan,
            world: model.world(),
            paths: Paths::new(plan),
            pools: plan.pools.iter().map(|pool| PoolState::new(pool, plan.time, &plan.outputs)).collect(),
            total: plan.has_total().then(TotalState::new),
            prices: Lanes::all(1.0),
        }
    }

    /// Takes a block from its start to the horizon: the events of each step in the model's order.
    pub fn run(&mut self, block: u64, mut event: impl FnMut(Event<'_, 'a>)) {
        self.world.begin(block);
        self.pools.iter_mut().for_each(PoolState::begin);
        self.total.iter_mut().for_each(TotalState::begin);
        self.prices.fill(1.0);
        for step in 0..=self.plan.time.steps() {
            self.pools.iter_mut().for_each(|pool| pool.observe(step));
            if let Some(total) = &mut self.total {
                total.observe(&self.pools, self.plan.time.month_end(step).is_some());
            }
            let economy =
                Economy { prices: &self.prices, expected_returns: self.paths.expected_returns(), paths: &self.paths };
            event(Event::Observed(step, &self.pools, self.total.as_ref(), economy));
            if step == self.plan.time.steps() {
                return;
            }
            self.trade(step);
            event(Event::Traded(step, &self.pools, self.total.as_ref()));
            self.earn(step + 1);
        }
    }

    /// Events 2 and 3 of all pools.
    fn trade(&mut self, step: usize) {
        for pool in &mut self.pools {
            pool.decide(step);
            pool.trade(step);
        }
        if let Some(total) = &mut self.total {
            total.trade(&self.pools);
        }
    }

    /// Events 4 to 6 of all pools, up to the step's end.
    fn earn(&mut self, end: usize) {
        self.world.step(&mut self.paths);
        self.raise_prices(end);
        for pool in &mut self.pools {
            pool.earn(&self.paths);
            pool.charge();
        }
        if let Some(total) = &mut self.total {
            total.grow(&self.pools);
        }
        self.pools.iter_mut().for_each(|pool| pool.flow(end, &self.prices));
        if let Some(total) = &mut self.total {
            total.flow(&self.pools);
        }
    }

    /// Takes consumer prices to the step's end. Where their rate is one number they are those of the last month-end.
    fn raise_prices(&mut self, end: usize) {
        match (self.plan.market.prices, self.plan.time.month_end(end)) {
            (Prices::Simulated, _) => elementary::multiply(self.paths.inflation(), &mut self.prices),
            (Prices::Constant(rate), Some(month)) if rate != 0.0 => {
                #[allow(clippy::cast_precision_loss, reason = "a month of the run")]
                self.prices.fill(libm::pow(1.0 + rate, month as f64 / 12.0));
            }
            (Prices::Constant(_), _) => {}
        }
    }
}
