//! The state of one block of paths, from its start to the horizon.

use crate::lanes::{LANES, Lanes};
use crate::ledger::region::RegionState;
use crate::market::{MarketModel, MarketStep, World};
use crate::numerics::{elementary, real};
use crate::plan::{Plan, Prices, TimeGrid};
use crate::pool::PoolState;
use crate::pool::total::{CommonPools, CommonSums, TotalState};
use crate::stats::recorder::Economy;
use crate::units::{MONTHS_PER_YEAR, Rate};

/// A moment of a block at which there is something to write down.
pub enum Event<'b, 'a> {
    /// Prices are seen, nothing is traded yet; at the horizon nothing will be.
    Observed(usize, &'b [PoolState<'a>], Option<&'b TotalState>, Economy<'b>),
    /// Trades are done; the returns of the step come next.
    Traded(usize, &'b [PoolState<'a>], Option<&'b TotalState>),
    /// A calendar year of the region is closed, with the flows of its last month-end: the years closed before it, and
    /// the region.
    Closed(usize, &'b RegionState<'a>),
}

/// The state of one block: its world, and the pools of each plan that lives in it, with their total. Of plans after the
/// first only the pools after those that all plans have in common: the others are the first plan's.
pub struct BlockState<'a> {
    time: TimeGrid,
    inflation: Prices,
    world: Box<dyn World + 'a>,
    /// The world of the steps that are drawn before the plans take them, one plan after the other.
    ahead: Vec<DrawnStep>,
    /// Levels of consumer prices, 1 at the start.
    prices: Lanes,
    plans: Vec<PlanState<'a>>,
    /// The number of first pools that the plans have in common.
    common: usize,
    /// Their sums at the start.
    start: CommonSums,
}

/// Bytes of a world that are drawn ahead where several plans live in it. The longer each plan goes on before the next
/// has its turn, the fewer times its pools are fetched anew.
const AHEAD_BYTES: usize = 16 << 20;

/// The world over one step, consumer prices at its end, and the sums over the pools that plans have in common.
struct DrawnStep {
    market: MarketStep,
    prices: Lanes,
    common: CommonSums,
}

impl<'a> BlockState<'a> {
    /// Room for a block of one plan.
    #[must_use]
    pub fn new(plan: &'a Plan, model: &'a dyn MarketModel) -> Self {
        Self::of_plans(plan, &[], model)
    }

    /// Room for a block of a plan and others that share its market, time and seed.
    #[must_use]
    pub fn of_plans(plan: &'a Plan, others: &[&'a Plan], model: &'a dyn MarketModel) -> Self {
        // Assets, factors, what is drawn once a path, and twice consumer prices.
        let numbers =
            plan.market.assets.len() + plan.market.law.factors().len() + plan.market.uncertain_assets().count() + 2;
        let common = pools_in_common(plan, others);
        let ahead = (AHEAD_BYTES / (numbers * LANES * size_of::<f64>())).clamp(1, plan.time.steps());
        let steps = if others.is_empty() { 1 } else { ahead };
        Self {
            time: plan.time,
            inflation: plan.market.prices,
            world: model.world(),
            ahead: (0..steps).map(|_| DrawnStep::new(plan)).collect(),
            prices: Lanes::all(1.0),
            plans: std::iter::once(PlanState::new(plan, 0))
                .chain(others.iter().map(|plan| PlanState::new(plan, common)))
                .collect(),
            common,
            start: CommonSums::new(),
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
        let undrawn = &self.ahead[0].market;
        for (number, plan) in self.plans.iter_mut().enumerate() {
            plan.begin();
            let common = &mut common_pools(number, self.common, &mut self.start);
            plan.observe_and_trade(0, &self.prices, undrawn, common, &mut |what| event(number, what));
        }
        let mut done = 0;
        while done < self.time.steps() {
            let steps = self.ahead.len().min(self.time.steps() - done);
            self.draw(done, steps);
            for (number, plan) in self.plans.iter_mut().enumerate() {
                for (end, drawn) in (done + 1..).zip(&mut self.ahead[..steps]) {
                    let DrawnStep { market, prices, common } = drawn;
                    let common = &mut common_pools(number, self.common, common);
                    plan.earn(end, prices, market, common);
                    plan.closed(end, &mut |what| event(number, what));
                    plan.observe_and_trade(end, prices, market, common, &mut |what| event(number, what));
                }
            }
            done += steps;
        }
    }

    /// Draws the world of the steps after `done`.
    fn draw(&mut self, done: usize, steps: usize) {
        for (end, drawn) in (done + 1..).zip(&mut self.ahead[..steps]) {
            self.world.step(&mut drawn.market);
            raise_prices(self.inflation, self.time.month_end(end), &drawn.market, &mut self.prices);
            drawn.prices.copy_from_slice(&self.prices);
        }
    }
}

impl DrawnStep {
    fn new(plan: &Plan) -> Self {
        Self { market: MarketStep::new(plan), prices: Lanes::all(1.0), common: CommonSums::new() }
    }
}

/// The number of a block's paths that are the plan's: all but in the last block.
#[must_use]
pub fn paths_of_block(plan: &Plan, block: u64) -> usize {
    let before = block.saturating_mul(LANES as u64);
    usize::try_from(plan.paths().saturating_sub(before)).unwrap_or(LANES).min(LANES)
}

/// The number of first pools that a plan and others of its world have in common, with all that is written down of them.
#[must_use]
pub fn pools_in_common(plan: &Plan, others: &[&Plan]) -> usize {
    let with = |other: &&Plan| {
        // A region's flows may depend on all pools.
        let apart = plan.region.is_none() && other.region.is_none();
        let alike = apart && other.outputs == plan.outputs && other.has_total() == plan.has_total();
        plan.pools.iter().zip(&other.pools).take_while(|(mine, theirs)| alike && mine == theirs).count()
    };
    others.iter().map(with).min().unwrap_or(0)
}

/// The common pools of a plan by its number: the first plan writes their sums, the others read them.
fn common_pools(plan: usize, common: usize, sums: &mut CommonSums) -> CommonPools<'_> {
    match (common, plan) {
        (0, _) => CommonPools::None,
        (_, 0) => CommonPools::Write(common, sums),
        _ => CommonPools::Read(sums),
    }
}

/// Takes consumer prices to a step's end. Where their rate is one number they are those of the last month-end.
fn raise_prices(inflation: Prices, month_end: Option<usize>, market: &MarketStep, prices: &mut Lanes) {
    match (inflation, month_end) {
        (Prices::Simulated, _) => elementary::multiply(market.inflation(), prices),
        (Prices::Constant(rate), Some(month)) if rate != Rate::ZERO => {
            prices.fill(libm::pow(1.0 + rate.get(), real(month) / MONTHS_PER_YEAR));
        }
        (Prices::Constant(_), _) => {}
    }
}

/// The pools of one plan in a block.
struct PlanState<'a> {
    time: TimeGrid,
    pools: Vec<PoolState<'a>>,
    total: Option<TotalState>,
    region: Option<RegionState<'a>>,
}

impl<'a> PlanState<'a> {
    /// The state of a plan without its first pools, as many as are given.
    fn new(plan: &'a Plan, without: usize) -> Self {
        Self {
            time: plan.time,
            pools: plan.pools[without..].iter().map(|pool| PoolState::new(pool, plan.time, &plan.outputs)).collect(),
            total: plan.has_total().then(TotalState::new),
            region: RegionState::new(plan),
        }
    }

    fn begin(&mut self) {
        self.pools.iter_mut().for_each(PoolState::begin);
        self.total.iter_mut().for_each(TotalState::begin);
        self.region.iter_mut().for_each(RegionState::begin);
    }

    /// Events 1 to 3 of all pools.
    fn observe_and_trade(
        &mut self,
        step: usize,
        prices: &[f64],
        market: &MarketStep,
        common: &mut CommonPools,
        event: &mut impl FnMut(Event<'_, 'a>),
    ) {
        self.pools.iter_mut().for_each(|pool| pool.observe(step));
        if let Some(total) = &mut self.total {
            total.observe(&self.pools, common, self.time.month_end(step).is_some());
        }
        let economy = Economy { prices, market };
        event(Event::Observed(step, &self.pools, self.total.as_ref(), economy));
        if step == self.time.steps() {
            return;
        }
        for pool in &mut self.pools {
            pool.decide(step);
            pool.trade(step);
        }
        if let Some(total) = &mut self.total {
            total.trade(&self.pools, common);
        }
        if let Some(region) = &mut self.region {
            region.traded(step, &self.pools);
        }
        event(Event::Traded(step, &self.pools, self.total.as_ref()));
    }

    /// Events 4 to 6 of all pools, up to the step's end.
    fn earn(&mut self, end: usize, prices: &[f64], market: &MarketStep, common: &mut CommonPools) {
        for pool in &mut self.pools {
            pool.earn(market);
            pool.charge();
        }
        if let Some(total) = &mut self.total {
            total.grow(&self.pools, common);
        }
        let flow = |pools: &mut [PoolState]| pools.iter_mut().for_each(|pool| pool.flow(end, prices));
        match &mut self.region {
            Some(region) => region.step(end, prices, market, &mut self.pools, flow),
            None => flow(&mut self.pools),
        }
        if let Some(total) = &mut self.total {
            total.flow(&self.pools, common);
        }
    }

    /// Tells of a year of the region that the step ended.
    fn closed(&self, end: usize, event: &mut impl FnMut(Event<'_, 'a>)) {
        let year_end = self.time.month_end(end).filter(|month| month.is_multiple_of(12));
        if let Some((month, region)) = year_end.zip(self.region.as_ref()) {
            event(Event::Closed(month / 12 - 1, region));
        }
    }
}
