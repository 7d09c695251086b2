//! The state of one block of paths, from its start to the horizon.

use crate::elementary;
use crate::lanes::Lanes;
use crate::market::{MarketModel, Paths, World};
use crate::plan::{Plan, Prices, Time};
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

/// The state of one block: its world, and the pools of each plan that lives in it, with their total.
pub struct BlockState<'a> {
    time: Time,
    inflation: Prices,
    world: Box<dyn World + 'a>,
    /// The world of the steps that are drawn before the plans take them, one plan after the other.
    stretch: Vec<Moment>,
    /// Levels of consumer prices, 1 at the start.
    prices: Lanes,
    plans: Vec<Pools<'a>>,
}

/// Steps drawn ahead where several plans live in a world: their world and one plan's pools stay where the processor reaches them
/// fast.
const STRETCH: usize = 32;

/// The world over one step, and consumer prices at its end.
struct Moment {
    paths: Paths,
    prices: Lanes,
}

impl<'a> BlockState<'a> {
    /// Room for a block of one plan.
    #[must_use]
    pub fn new(plan: &'a Plan, model: &'a dyn MarketModel) -> Self {
        Self::of(plan, &[], model)
    }

    /// Room for a block of a plan and others that share its market, time and seed.
    #[must_use]
    pub fn of(plan: &'a Plan, others: &[&'a Plan], model: &'a dyn MarketModel) -> Self {
        let steps = if others.is_empty() { 1 } else { STRETCH.min(plan.time.steps()) };
        Self {
            time: plan.time,
            inflation: plan.market.prices,
            world: model.world(),
            stretch: (0..steps).map(|_| Moment { paths: Paths::new(plan), prices: Lanes::all(1.0) }).collect(),
            prices: Lanes::all(1.0),
            plans: std::iter::once(plan).chain(others.iter().copied()).map(Pools::new).collect(),
        }
    }

    /// Takes a block from its start to the horizon: the events of each step in the model's order.
    pub fn run(&mut self, block: u64, mut event: impl FnMut(Event<'_, 'a>)) {
        self.run_each(block, |_, what| event(what));
    }

    /// The same of every plan, each event with the number of its plan: each plan's in order, the plans' in turn.
    pub fn run_each(&mut self, block: u64, mut event: impl FnMut(usize, Event<'_, 'a>)) {
        self.world.begin(block);
        self.prices.fill(1.0);
        for (number, plan) in self.plans.iter_mut().enumerate() {
            plan.begin();
            plan.see(0, &self.prices, &self.stretch[0].paths, &mut |what| event(number, what));
        }
        let mut done = 0;
        while done < self.time.steps() {
            let steps = self.stretch.len().min(self.time.steps() - done);
            self.draw(done, steps);
            for (number, plan) in self.plans.iter_mut().enumerate() {
                for (end, moment) in (done + 1..).zip(&self.stretch[..steps]) {
                    plan.earn(end, moment);
                    plan.see(end, &moment.prices, &moment.paths, &mut |what| event(number, what));
                }
            }
            done += steps;
        }
    }

    /// Draws the world of the steps after `done`.
    fn draw(&mut self, done: usize, steps: usize) {
        for (end, moment) in (done + 1..).zip(&mut self.stretch[..steps]) {
            self.world.step(&mut moment.paths);
            raise_prices(self.inflation, self.time.month_end(end), &moment.paths, &mut self.prices);
            moment.prices.copy_from_slice(&self.prices);
        }
    }
}

/// Takes consumer prices to a step's end. Where their rate is one number they are those of the last month-end.
fn raise_prices(inflation: Prices, month_end: Option<usize>, paths: &Paths, prices: &mut Lanes) {
    match (inflation, month_end) {
        (Prices::Simulated, _) => elementary::multiply(paths.inflation(), prices),
        (Prices::Constant(rate), Some(month)) if rate != 0.0 => {
            #[allow(clippy::cast_precision_loss, reason = "a month of the run")]
            prices.fill(libm::pow(1.0 + rate, month as f64 / 12.0));
        }
        (Prices::Constant(_), _) => {}
    }
}

/// The pools of one plan in a block.
struct Pools<'a> {
    time: Time,
    pools: Vec<PoolState<'a>>,
    total: Option<TotalState>,
}

impl<'a> Pools<'a> {
    fn new(plan: &'a Plan) -> Self {
        Self {
            time: plan.time,
            pools: plan.pools.iter().map(|pool| PoolState::new(pool, plan.time, &plan.outputs)).collect(),
            total: plan.has_total().then(TotalState::new),
        }
    }

    fn begin(&mut self) {
        self.pools.iter_mut().for_each(PoolState::begin);
        self.total.iter_mut().for_each(TotalState::begin);
    }

    /// Events 1 to 3 of all pools.
    fn see(&mut self, step: usize, prices: &[f64], paths: &Paths, event: &mut impl FnMut(Event<'_, 'a>)) {
        self.pools.iter_mut().for_each(|pool| pool.observe(step));
        if let Some(total) = &mut self.total {
            total.observe(&self.pools, self.time.month_end(step).is_some());
        }
        let economy = Economy { prices, expected_returns: paths.expected_returns(), paths };
        event(Event::Observed(step, &self.pools, self.total.as_ref(), economy));
        if step == self.time.steps() {
            return;
        }
        for pool in &mut self.pools {
            pool.decide(step);
            pool.trade(step);
        }
        if let Some(total) = &mut self.total {
            total.trade(&self.pools);
        }
        event(Event::Traded(step, &self.pools, self.total.as_ref()));
    }

    /// Events 4 to 6 of all pools, up to the step's end.
    fn earn(&mut self, end: usize, moment: &Moment) {
        for pool in &mut self.pools {
            pool.earn(&moment.paths);
            pool.charge();
        }
        if let Some(total) = &mut self.total {
            total.grow(&self.pools);
        }
        self.pools.iter_mut().for_each(|pool| pool.flow(end, &moment.prices));
        if let Some(total) = &mut self.total {
            total.flow(&self.pools);
        }
    }
}
