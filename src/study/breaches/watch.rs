//! Follows one pool's block of paths, and divides each breach among its causes.

use super::gap::{Gap, Step};
use crate::lanes::{LANES, Lanes};
use crate::market::MarketStep;
use crate::plan::Plan;
use crate::pool::PoolState;
use crate::pool::floor::is_below;

/// Months back from a breach in which a jump of the share by roll-off is looked for.
pub const JUMP_MONTHS: usize = 12;

/// An episode below the floor, at its first observation; parts as fractions of the floor of the day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Episode {
    /// The step of its first observation.
    pub step: usize,
    /// The gap and what it is made of, fractions of the floor.
    pub gap: Gap,
    /// Whether the allowed share had jumped by roll-off at an observation of the twelve months before.
    pub after_jump: bool,
    /// Whether equities lost more than the rule's stress since the observation before. `None` of a static rule.
    pub equities_beyond: Option<bool>,
    /// The same of fixed income.
    pub fixed_income_beyond: Option<bool>,
}

/// The numbers of a step that are kept until the next observation, one a path.
struct Memory {
    before: Lanes,
    invested: Lanes,
    share: Lanes,
    allowed: Lanes,
    due: Lanes,
    equities: Lanes,
    fixed_income: Lanes,
    after: Lanes,
}

impl Memory {
    fn new() -> Self {
        let lanes = || Lanes::all(0.0);
        Self {
            before: lanes(),
            invested: lanes(),
            share: lanes(),
            allowed: lanes(),
            due: lanes(),
            equities: lanes(),
            fixed_income: lanes(),
            after: lanes(),
        }
    }

    fn step(&self, lane: usize, after_fee: f64) -> Step {
        Step {
            before: self.before[lane],
            invested: self.invested[lane],
            share: self.share[lane],
            allowed: self.allowed[lane],
            due: self.due[lane],
            equities: self.equities[lane],
            fixed_income: self.fixed_income[lane],
            after_fee,
            after: self.after[lane],
        }
    }
}

/// The episodes of one pool's paths, a block at a time.
pub struct BreachWatch<'a> {
    plan: &'a Plan,
    /// Steps since the last observation; the first `seen` hold.
    steps: Vec<Memory>,
    seen: usize,
    below: [bool; LANES],
    /// Floors at the observation before.
    floor: Lanes,
    /// Stresses of equities at the observation before.
    stress: Vec<Option<f64>>,
    /// The step of the last jump by roll-off.
    jumped: [Option<usize>; LANES],
    episodes: Vec<Vec<Episode>>,
}

impl<'a> BreachWatch<'a> {
    /// Room for one block of a pool of the plan.
    #[must_use]
    pub fn new(plan: &'a Plan) -> Self {
        let most = plan.time.steps_per_month() as usize;
        Self {
            plan,
            steps: (0..most).map(|_| Memory::new()).collect(),
            seen: 0,
            below: [false; LANES],
            floor: Lanes::all(0.0),
            stress: vec![None; LANES],
            jumped: [None; LANES],
            episodes: vec![Vec::new(); LANES],
        }
    }

    /// Takes in the numbers before trading, and of the step that ends here.
    pub fn observed(&mut self, step: usize, pool: &PoolState, market: &MarketStep) {
        let seen = pool.observed();
        if step > 0 {
            let last = &mut self.steps[self.seen - 1];
            let [equities, fixed_income] = pool.legs(market);
            last.equities.copy_from_slice(equities);
            last.fixed_income.copy_from_slice(fixed_income);
            last.after.copy_from_slice(seen.observed);
        }
        if pool.observes(step) {
            if let Some(floored) = &seen.floor {
                self.breaches(step, pool, seen.observed, floored.level);
                self.floor.copy_from_slice(floored.level);
            }
            self.jumps(step, seen.jump);
            self.seen = 0;
        }
        self.steps[self.seen].before.copy_from_slice(seen.observed);
    }

    fn breaches(&mut self, step: usize, pool: &PoolState, observed: &[f64], floor: &[f64]) {
        for lane in 0..LANES {
            let now = step > 0 && is_below(observed[lane], floor[lane]);
            if now && !self.below[lane] {
                let episode = self.episode(step, pool, lane, floor[lane]);
                self.episodes[lane].push(episode);
            }
            self.below[lane] = now;
        }
    }

    fn episode(&self, step: usize, pool: &PoolState, lane: usize, floor: f64) -> Episode {
        let after_fee = pool.after_fee();
        let steps = self.steps[..self.seen].iter().map(|memory| memory.step(lane, after_fee));
        let gap = Gap::new(pool.pool().high.of, [self.floor[lane], floor], steps);
        let growth = |of: fn(&Memory) -> &Lanes| {
            self.steps[..self.seen].iter().fold(1.0, |growth, memory| growth * of(memory)[lane])
        };
        let [equities, fixed_income] = [growth(|memory| &memory.equities), growth(|memory| &memory.fixed_income)];
        let fixed_stress = pool.pool().rule.dynamic().map(|rule| rule.fixed_income_stress().get());
        let back = JUMP_MONTHS * self.plan.time.steps_per_month() as usize;
        Episode {
            step,
            gap: gap.over(floor),
            after_jump: self.jumped[lane].is_some_and(|jumped| jumped + back >= step),
            equities_beyond: self.stress[lane].map(|stress| 1.0 - equities > stress),
            fixed_income_beyond: fixed_stress.map(|stress| 1.0 - fixed_income > stress),
        }
    }

    fn jumps(&mut self, step: usize, jump: Option<&[f64]>) {
        let least = self.plan.outputs.jump.get();
        for (jumped, &jump) in self.jumped.iter_mut().zip(jump.unwrap_or_default()) {
            if jump >= least {
                *jumped = Some(step);
            }
        }
    }

    /// Takes in the numbers after trading.
    pub fn traded(&mut self, step: usize, pool: &PoolState) {
        let memory = &mut self.steps[self.seen];
        memory.invested.copy_from_slice(pool.observed().observed);
        memory.share.copy_from_slice(pool.traded().share);
        memory.allowed.copy_from_slice(pool.target(step));
        memory.due.iter_mut().enumerate().for_each(|(lane, due)| *due = pool.due(step, lane));
        if self.seen == 0 {
            self.stress.iter_mut().enumerate().for_each(|(lane, stress)| *stress = pool.equity_stress(lane));
        }
        self.seen += 1;
    }

    /// The episodes of each path of the block, in their order.
    #[must_use]
    pub fn into_episodes(self) -> Vec<Vec<Episode>> {
        self.episodes
    }
}

impl Gap {
    /// As a fraction of the floor.
    fn over(mut self, floor: f64) -> Self {
        for number in self.taken.iter_mut().chain([&mut self.amount, &mut self.cushion]) {
            *number /= floor;
        }
        self
    }
}
