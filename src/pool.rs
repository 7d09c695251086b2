//! A pool of capital: the state of a block of its paths, and the events of a step in their order.
//!
//! 1. [`observe`](PoolState::observe) the price, and with it high, floor and breach;
//! 2. [`decide`](PoolState::decide) the target share;
//! 3. [`trade`](PoolState::trade) towards it, and pay the cost;
//! 4. [`earn`](PoolState::earn) the assets' returns;
//! 5. [`charge`](PoolState::charge) the fee;
//! 6. [`flow`](PoolState::flow): receive contributions, pay pensions;
//! 7. the recorder writes the month down.
//!
//! Nothing here looks ahead: `observe`, `decide` and `trade` at `t` see prices up to `t` only.

pub(crate) mod equity_stress;
pub(crate) mod exposure;
pub(crate) mod floor;
pub(crate) mod floor_level;
mod kernels;
mod legs;
mod observed;
pub(crate) mod opening;
pub mod rolling_high;
mod step_numbers;
pub(crate) mod total;

use std::num::NonZeroUsize;

use crate::lanes::Lanes;
use crate::market::MarketStep;
use crate::numerics::elementary;
use crate::plan::{AfterBreach, FigureGroup, HighOf, Outputs, Pool, Rebalancing, TimeGrid};
use crate::units::{BasisPoints, Share};

pub use observed::{Observed, ObservedFloor, Traded};

use exposure::Target;
use floor_level::FloorLevel;
use legs::Legs;
use opening::Opening;
use rolling_high::RollingHigh;
use step_numbers::StepNumbers;

/// A block of paths of one pool. Every slice holds one number a path, in path order.
pub struct PoolState<'a> {
    pool: &'a Pool,
    time: TimeGrid,
    rolling: RollingHigh,
    floor_level: FloorLevel,
    target_rule: Target,
    watches_jumps: bool,
    /// Whether the share that a step's returns have left matters. It does not where the next trade goes to its target
    /// without cost and no figure asks how far it went.
    drifts: bool,
    /// Prices of a unit, 1 at the start.
    price: Lanes,
    /// Values, SEK.
    value: Lanes,
    /// Equity share: after trading at `t`, and from then on as it drifts, where that matters.
    share: Lanes,
    /// Rolling highs of what is observed (price, or value).
    high: Lanes,
    /// Floors that hold at the observation.
    floor: Lanes,
    /// Floors known before the observation.
    known_floor: Lanes,
    /// 1 from the first ex-ante breach on, where the pool is then locked.
    locked: Lanes,
    opening: Opening,
    /// Decisions of the last `lag + 1` steps.
    targets: Vec<Lanes>,
    /// Rises of the target that come only from the old high having left.
    jump: Lanes,
    /// Change of the equity share by trading, with its sign.
    traded: Lanes,
    /// Cost of the trade, SEK.
    cost: Lanes,
    legs: Legs,
    /// The part that a step's fee leaves.
    after_fee: f64,
    /// Payments that could not be made at the last flow, SEK.
    unpaid: StepNumbers,
    /// Money received less money paid beyond the pool's own flows at the last flow, SEK.
    transfers: StepNumbers,
}

impl<'a> PoolState<'a> {
    /// Room for a block of a pool's paths. Numbers that no output asks for are left out.
    #[must_use]
    pub fn new(pool: &'a Pool, time: TimeGrid, outputs: &Outputs) -> Self {
        let lanes = || Lanes::all(0.0);
        Self {
            pool,
            time,
            rolling: RollingHigh::new(pool.high.observations(time)),
            floor_level: FloorLevel::new(pool, time),
            target_rule: Target::new(pool, time),
            watches_jumps: outputs.wants(FigureGroup::RollOff) && pool.floor.follows_high(),
            drifts: outputs.wants(FigureGroup::Trading) || !always_rebalanced(pool),
            price: lanes(),
            value: lanes(),
            share: lanes(),
            high: lanes(),
            floor: lanes(),
            known_floor: lanes(),
            locked: lanes(),
            opening: Opening::of(pool, time),
            targets: vec![lanes(); pool.lag + 1],
            jump: lanes(),
            traded: lanes(),
            cost: lanes(),
            legs: Legs::new(),
            after_fee: pool.after_fees(time.step_in_years()),
            unpaid: StepNumbers::new(),
            transfers: StepNumbers::new(),
        }
    }

    /// Goes to `t = 0` of a block.
    pub fn begin(&mut self) {
        self.price.fill(1.0);
        self.value.fill(self.pool.opening_value.get());
        self.target_rule.begin();
        for zero in [&mut self.locked, &mut self.floor, &mut self.known_floor, &mut self.jump] {
            zero.fill(0.0);
        }
        self.unpaid.forget();
        self.transfers.forget();
        let gap = self.pool.high.observations_per_month(self.time);
        self.rolling.begin(self.pool.observed_before(), gap);
        if self.opening.is_locked {
            self.locked.fill(1.0);
        }
        for back in 1..=self.pool.lag {
            if let Some(share) = self.opening.decided(back) {
                let slot = self.targets.len() - back;
                self.targets[slot].fill(share);
            }
        }
    }

    /// Whether high, floor and breach are looked at in this step.
    #[must_use]
    pub fn observes(&self, step: usize) -> bool {
        self.pool.high.every_step || self.time.month_end(step).is_some()
    }

    /// Event 1: observes the price (or value), and updates high, floor and breach. Between observations they stand.
    pub fn observe(&mut self, step: usize) {
        if !self.observes(step) {
            return;
        }
        let observed = observed_of(self.pool.high.of, &self.price, &self.value);
        // Before the start no floor was known: 0, which nothing is below.
        std::mem::swap(&mut self.known_floor, &mut self.floor);
        if self.watches_jumps {
            self.jump.copy_from_slice(&self.high);
        }
        self.rolling.push(observed, &mut self.high);
        self.floor_level.update(step, &self.high, &mut self.known_floor, &mut self.floor);
        if step > 0 {
            self.target_rule.observe();
        }
        if self.pool.after_breach == AfterBreach::Locked {
            kernels::lock(observed, &self.known_floor, &mut self.locked);
        }
        if self.watches_jumps {
            self.watch_jump(step);
        }
    }

    /// A jump of the target by roll-off: none at the start, nor at the horizon, where nothing is decided, nor of a
    /// locked pool.
    fn watch_jump(&mut self, step: usize) {
        if step == 0 || step == self.time.steps() {
            self.jump.fill(0.0);
            return;
        }
        let observed = observed_of(self.pool.high.of, &self.price, &self.value);
        self.target_rule.jump(observed, &self.high, &self.floor, &mut self.jump);
        if self.pool.after_breach == AfterBreach::Locked {
            kernels::clear(&self.locked, &mut self.jump);
        }
    }

    /// Event 2: decides the target share from what was observed.
    pub fn decide(&mut self, step: usize) {
        let observed = observed_of(self.pool.high.of, &self.price, &self.value);
        let slot = step % self.targets.len();
        self.target_rule.decide(observed, &self.floor, &mut self.targets[slot]);
        if self.pool.after_breach == AfterBreach::Locked {
            kernels::clear(&self.locked, &mut self.targets[slot]);
        }
    }

    /// Event 3: trades to the target decided `lag` steps ago, if a rebalancing is due, and pays the cost from both
    /// legs. A locked pool sells its equities at once.
    pub fn trade(&mut self, step: usize) {
        let due = &self.targets[self.due_slot(step)];
        if step == 0 {
            match self.pool.opening_share {
                Some(share) => self.share.fill(share.get()),
                None => self.share.copy_from_slice(due),
            }
            self.traded.fill(0.0);
            self.cost.fill(0.0);
            return;
        }
        if !self.drifts {
            self.share.copy_from_slice(due);
            return;
        }
        let rebalancing = self.pool.rebalancing;
        if rebalancing.is_due(step) {
            kernels::trade(due, rebalancing.least_change(), &mut self.share, &mut self.traded);
        } else {
            self.traded.fill(0.0);
        }
        if self.pool.after_breach == AfterBreach::Locked {
            kernels::sell_all(&self.locked, &mut self.share, &mut self.traded);
        }
        let cost = rebalancing.cost.fraction();
        if cost > 0.0 {
            kernels::pay_cost(cost, &self.traded, &mut self.price, &mut self.value, &mut self.cost);
        }
    }

    /// Event 4: earns the assets' returns over the step.
    pub fn earn(&mut self, market: &MarketStep) {
        let [equities, fixed_income] = self.legs.grow(self.pool, market);
        self.target_rule.earned(equities);
        if self.drifts {
            kernels::earn(equities, fixed_income, &mut self.share, &mut self.price, &mut self.value);
        } else {
            kernels::grow(equities, fixed_income, &self.share, &mut self.price, &mut self.value);
        }
    }

    /// Event 5: charges the fee, `V (1 - fee)^Δt`.
    pub fn charge(&mut self) {
        if self.pool.fee > Share::ZERO {
            kernels::charge(self.after_fee, &mut self.price, &mut self.value);
        }
    }

    /// Event 6: receives contributions and pays pensions due at `step`, where the price level since the start is
    /// `prices`. A payment larger than the pool empties it.
    pub fn flow(&mut self, step: usize, prices: &[f64]) {
        self.transfers.forget();
        let (contribution, payment) = (self.pool.flows.contributions.at(step), self.pool.flows.payments.at(step));
        if contribution.is_none() && payment.is_none() {
            self.unpaid.forget();
        } else {
            let [contribution, payment] = [contribution, payment].map(Option::unwrap_or_default);
            kernels::flow(contribution, payment, prices, &mut self.value, self.unpaid.write());
        }
    }

    /// Receives money beyond its own flows, after them, SEK by path.
    pub fn receive(&mut self, amounts: &[f64]) {
        elementary::add_scaled(1.0, amounts, &mut self.value);
        elementary::add_scaled(1.0, amounts, self.transfers.write());
    }

    /// Pays what is due beyond its own flows, after them, as far as its value goes. `due` becomes what it could not
    /// pay, SEK by path.
    pub fn pay(&mut self, due: &mut [f64]) {
        kernels::pay(due, &mut self.value, self.transfers.write());
    }

    /// Money received less money paid beyond its own flows at the last step, SEK by path.
    #[must_use]
    pub fn transfers(&self) -> &[f64] {
        &self.transfers
    }

    /// The place of the decision that is due: of the lag before, or, where no price is known from then, of the start.
    fn due_slot(&self, step: usize) -> usize {
        match self.pool.lag.checked_sub(step) {
            Some(back @ 1..) if self.opening.decided(back).is_some() => self.targets.len() - back,
            Some(_) => 0,
            None => (step - self.pool.lag) % self.targets.len(),
        }
    }
}

/// Whether every step's trade goes to its target, whatever the share was, and costs nothing.
fn always_rebalanced(pool: &Pool) -> bool {
    let Rebalancing { every_steps, band, cost } = pool.rebalancing;
    every_steps == Some(NonZeroUsize::MIN)
        && band.is_none()
        && cost <= BasisPoints::ZERO
        && pool.after_breach != AfterBreach::Locked
}

/// Unit prices or values, whichever the high is taken of.
fn observed_of<'b>(of: HighOf, price: &'b Lanes, value: &'b Lanes) -> &'b Lanes {
    match of {
        HighOf::UnitPrice => price,
        HighOf::MarketValue => value,
    }
}
