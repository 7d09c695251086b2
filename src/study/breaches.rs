//! Why is the floor broken, and what does it cost? Each breach of a run is divided among its causes, and the rule is
//! compared with a static mix.

pub(crate) mod gap;
pub(crate) mod mix;
mod sums;
mod watch;

use indexmap::IndexMap;
use serde::Serialize;

pub use gap::Cause;
pub use mix::{FloorCost, MixOutcome};
pub use watch::{Episode, JUMP_MONTHS};

use super::blocks;
use super::conventions::{BREACH, COST, MAIN_CAUSE, PARTS, STANDARD_ERROR_OF_BREACHES, listed};
use crate::engine::{BlockState, Event, Interrupted, Progress, paths_of_block};
use crate::market::{self, MarketModel};
use crate::numerics::elementary;
use crate::plan::{FigureGroup, Floor, Plan};
use crate::stats::Estimate;
use crate::stats::probability::proportion;
use crate::stats::summary::VERSION;
use mix::PlanWithMixes;
use sums::{AFTER_JUMP, BreachSums, CAUSES, CUSHION, DEPTH, EQUITIES_BEYOND, FIXED_INCOME_BEYOND, TOGETHER};
use watch::BreachWatch;

/// The returns of all paths are held until the end: 8 bytes a path for each pool with the rule, and for its mix.
pub const MOST_PATHS: u64 = 4_000_000;

/// Why the floor was broken, by pool, and what it cost.
#[derive(Debug, Clone, Serialize)]
pub struct Breaches {
    /// Version of skans.
    pub skans: String,
    /// The run's name.
    pub name: String,
    /// Paths simulated.
    pub paths: u64,
    /// Seed of all random numbers.
    pub seed: u64,
    /// How to read the numbers.
    pub conventions: IndexMap<String, String>,
    /// The pools that have a floor, in the plan's order.
    pub pools: IndexMap<String, PoolBreaches>,
}

/// The breaches of a pool.
#[derive(Debug, Clone, Serialize)]
pub struct PoolBreaches {
    /// Probability of at least one ex-post breach over the horizon.
    pub p_breach: Estimate,
    /// Episodes: stretches of consecutive observations below the floor of the day, over all paths.
    pub episodes: u64,
    /// Depth at an episode's first observation, a fraction of the floor, mean over episodes.
    pub depth: Estimate,
    /// The distance above the floor at the observation before, a fraction of the floor of the day, mean over
    /// episodes.
    pub cushion: Estimate,
    /// Each cause that ever took or gave anything.
    pub causes: Vec<CauseLine>,
    /// Share of episodes that no cause alone would have averted.
    pub together: Estimate,
    /// Share of episodes within twelve months of a jump of the allowed share by roll-off; none where there can be none.
    pub after_jump: Option<Estimate>,
    /// Share of episodes in whose first month equities lost more than the rule's stress.
    pub equities_beyond_stress: Option<Estimate>,
    /// The same of fixed income.
    pub fixed_income_beyond_stress: Option<Estimate>,
    /// The cost of the floor; of a dynamic rule.
    pub cost: Option<FloorCost>,
}

/// A cause of breaches.
#[derive(Debug, Clone, Serialize)]
pub struct CauseLine {
    /// The cause.
    pub cause: Cause,
    /// Share of episodes whose main cause it is.
    pub main: Estimate,
    /// The loss that it caused, a fraction of the floor, mean over all episodes; a gain is negative.
    pub taken: Estimate,
}

/// Simulates a plan, and parts its breaches among their causes.
///
/// # Errors
/// If `progress` stops it.
pub fn breaches(plan: &Plan, progress: &mut Progress) -> Result<Breaches, Interrupted> {
    let mixed = PlanWithMixes::new(&watching(plan), progress)?;
    let model = market::model(&mixed.plan);
    let mut all = vec![BreachSums::default(); mixed.plan.pools.len()];
    let work = |block| watch(&mixed, model.as_ref(), block);
    blocks::in_order(&mixed.plan, progress, work, |block| {
        all.iter_mut().zip(block).for_each(|(all, next)| all.take(next));
    })?;
    let floored = plan.pools.iter().enumerate().filter(|(_, pool)| pool.floor != Floor::None);
    let pools = floored.map(|(place, pool)| (pool.name.clone(), summarise(&mixed, place, &all))).collect();
    Ok(Breaches {
        skans: VERSION.to_owned(),
        name: plan.name.clone(),
        paths: plan.paths(),
        seed: plan.seed,
        conventions: listed([BREACH, PARTS, MAIN_CAUSE, COST, STANDARD_ERROR_OF_BREACHES]),
        pools,
    })
}

/// The plan with no figure but the jumps by roll-off.
fn watching(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    plan.outputs.figures = vec![FigureGroup::RollOff];
    plan.outputs.total = false;
    plan
}

/// The episodes of single paths, by pool in the plan's order. A pool without a floor has none.
///
/// Cost: a block of paths for each path.
#[must_use]
pub fn episodes(plan: &Plan, path: u64) -> Vec<Vec<Episode>> {
    let plan = watching(plan);
    let model = market::model(&plan);
    let lanes = crate::lanes::LANES as u64;
    let watches = follow(&plan, model.as_ref(), path / lanes, |_, _| ());
    let lane = usize::try_from(path % lanes).unwrap_or(0);
    watches.into_iter().map(|watch| watch.into_episodes().swap_remove(lane)).collect()
}

fn follow<'a>(
    plan: &'a Plan,
    model: &dyn MarketModel,
    block: u64,
    mut end: impl FnMut(usize, &[f64]),
) -> Vec<BreachWatch<'a>> {
    let mut watches: Vec<BreachWatch> = plan.pools.iter().map(|_| BreachWatch::new(plan)).collect();
    BlockState::new(plan, model).run(block, |event| match event {
        Event::Observed(step, pools, _, economy) => {
            for (place, (watch, pool)) in watches.iter_mut().zip(pools).enumerate() {
                watch.observed(step, pool, economy.market);
                if step == plan.time.steps() {
                    end(place, pool.observed().price);
                }
            }
        }
        Event::Traded(step, pools, _) => {
            watches.iter_mut().zip(pools).for_each(|(watch, pool)| watch.traded(step, pool));
        }
        Event::Closed(..) => {}
    });
    watches
}

/// The breaches of one block of each pool's paths.
fn watch(mixed: &PlanWithMixes, model: &dyn MarketModel, block: u64) -> Vec<BreachSums> {
    let plan = &mixed.plan;
    let lanes = paths_of_block(plan, block);
    let mut all = vec![BreachSums::default(); plan.pools.len()];
    let compared = |place: usize| place >= mixed.originals() || mixed.mix_of(place).is_some();
    let watches = follow(plan, model, block, |place, price| {
        if compared(place) {
            let mut returns = vec![0.0; lanes];
            elementary::annual_returns(plan.time.years(), &price[..lanes], &mut returns);
            all[place].returns = returns;
        }
    });
    for (all, watch) in all.iter_mut().zip(watches) {
        watch.into_episodes()[..lanes].iter().for_each(|episodes| all.path(episodes));
    }
    all
}

fn summarise(mixed: &PlanWithMixes, place: usize, all: &[BreachSums]) -> PoolBreaches {
    let (pool, sums) = (&mixed.plan.pools[place], &all[place]);
    let share = |at: usize| sums.ratios[at].share();
    let mean = |at: usize| sums.ratios[at].estimate();
    let dynamic = mixed.mix_of(place);
    let line = |(at, cause): (usize, Cause)| CauseLine { cause, main: share(at), taken: mean(CAUSES + at) };
    let ever = |line: &CauseLine| line.taken.value.abs() > 0.0 || line.taken.standard_error > 0.0;
    PoolBreaches {
        p_breach: proportion(sums.breached, mixed.plan.paths()),
        episodes: sums.episodes,
        depth: mean(DEPTH),
        cushion: mean(CUSHION),
        causes: Cause::ALL.into_iter().enumerate().map(line).filter(ever).collect(),
        together: share(TOGETHER),
        after_jump: dynamic.filter(|_| pool.floor.follows_high()).map(|_| share(AFTER_JUMP)),
        equities_beyond_stress: dynamic.map(|_| share(EQUITIES_BEYOND)),
        fixed_income_beyond_stress: dynamic.map(|_| share(FIXED_INCOME_BEYOND)),
        cost: dynamic.map(|index| mixed.cost(index, sums, &all[mixed.originals() + index])),
    }
}
