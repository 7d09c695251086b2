//! The cost of the floor: the rule against a static mix of the same average equity share, in the same world.

use std::num::NonZeroUsize;

use serde::Serialize;

use super::sums::BreachSums;
use crate::engine::{BlockState, Event, Interrupted, Progress, paths_of_block};
use crate::market;
use crate::numerics::real;
use crate::plan::{Plan, Pool, Rebalancing};
use crate::stats::Estimate;
use crate::stats::moments::Moments;
use crate::stats::probability::proportion;
use crate::study::blocks;

/// Paths, the run's first, over which the rule's mean share is taken.
const SHARE_PATHS: u64 = 4096;
/// Stretches of paths whose quantiles give the error of a quantile's difference.
const BATCHES: usize = 32;
/// The least paths of such a stretch: below it there is no 5 % quantile.
const LEAST_BATCH: usize = 40;
/// The quantile compared.
const LEVEL: f64 = 0.05;

/// The rule compared with a static mix.
#[derive(Debug, Clone, Serialize)]
pub struct FloorCost {
    /// The mix's equity share: the rule's mean share after trading, over all steps of the first paths.
    pub share: f64,
    /// The number of those paths.
    pub share_paths: u64,
    /// The rule.
    pub rule: MixOutcome,
    /// The static mix: same legs, cost and fee, restored each month.
    pub mix: MixOutcome,
    /// Mean yearly return of the mix less that of the rule, path by path: what the floor costs.
    pub mean_cost: Estimate,
    /// 5 % quantile of the mix less that of the rule: negative where the floor lifts bad outcomes.
    pub q05_cost: Estimate,
}

/// How one of the two fares.
#[derive(Debug, Clone, Serialize)]
pub struct MixOutcome {
    /// Mean of the yearly return over the horizon, of a unit, after costs and fee, nominal.
    pub mean: Estimate,
    /// Its 5 % quantile.
    pub q05: Estimate,
    /// Probability that the floor is undershot ex post at least once, acted on or not.
    pub p_breach: Estimate,
}

/// The plan with a static mix behind its pools for each pool with the dynamic rule: where the rule's pools stand, and
/// their mixes' shares.
pub struct PlanWithMixes {
    /// The plan whose last pools are the mixes.
    pub plan: Plan,
    /// For each mix, in order: the place of its rule's pool, and its equity share.
    pub mixes: Vec<(usize, f64)>,
    /// Paths over which the shares are means.
    share_paths: u64,
}

impl PlanWithMixes {
    /// Finds the rules' mean shares.
    ///
    /// # Errors
    /// If `progress` stops it.
    pub fn new(plan: &Plan, progress: &mut Progress) -> Result<Self, Interrupted> {
        let places: Vec<usize> = (0..plan.pools.len()).filter(|&place| plan.pools[place].rule.is_dynamic()).collect();
        let first = plan.clone().with_paths(plan.paths().min(SHARE_PATHS));
        let shares = mean_shares(&first, &places, progress)?;
        let mixes: Vec<(usize, f64)> = places.into_iter().zip(shares).collect();
        let added = mixes.iter().map(|&(place, share)| mix(&plan.pools[place], share, plan));
        let mixed = Plan { pools: plan.pools.clone().with(added), ..plan.clone() };
        Ok(Self { plan: mixed, mixes, share_paths: first.paths() })
    }

    /// The number of pools that are the plan's own.
    #[must_use]
    pub fn originals(&self) -> usize {
        self.plan.pools.len() - self.mixes.len()
    }

    /// The mix that is compared with the pool at a place, if there is one.
    #[must_use]
    pub fn mix_of(&self, place: usize) -> Option<usize> {
        self.mixes.iter().position(|(rule, _)| *rule == place)
    }

    /// The cost of the floor to the `index`-th of the rules.
    #[must_use]
    pub fn cost(&self, index: usize, rule: &BreachSums, mix: &BreachSums) -> FloorCost {
        let differences: Vec<f64> = mix.returns.iter().zip(&rule.returns).map(|(mix, rule)| mix - rule).collect();
        FloorCost {
            share: self.mixes[index].1,
            share_paths: self.share_paths,
            rule: outcome(rule),
            mix: outcome(mix),
            mean_cost: Moments::of(&differences).mean(),
            q05_cost: quantile(
                |stretch| low(&mix.returns[stretch.clone()]) - low(&rule.returns[stretch]),
                mix.returns.len(),
            ),
        }
    }
}

fn mix(pool: &Pool, share: f64, plan: &Plan) -> Pool {
    Pool {
        name: format!("{}-mix", pool.name),
        rebalancing: Rebalancing {
            every_steps: NonZeroUsize::new(plan.time.steps_per_month() as usize),
            band: None,
            cost: pool.rebalancing.cost,
        },
        ..pool.static_mix(share)
    }
}

/// Means of the shares after trading, over steps and paths.
fn mean_shares(plan: &Plan, places: &[usize], progress: &mut Progress) -> Result<Vec<f64>, Interrupted> {
    let model = market::model(plan);
    let mut sums = vec![0.0; places.len()];
    let work = |block: u64| {
        let lanes = paths_of_block(plan, block);
        let mut sums = vec![0.0; places.len()];
        BlockState::new(plan, model.as_ref()).run(block, |event| {
            if let Event::Traded(_, pools, _) = event {
                for (sum, &place) in sums.iter_mut().zip(places) {
                    *sum = pools[place].traded().share[..lanes].iter().fold(*sum, |sum, share| sum + share);
                }
            }
        });
        sums
    };
    blocks::in_order(plan, progress, work, |block| sums.iter_mut().zip(block).for_each(|(sum, more)| *sum += more))?;
    let count = real(plan.paths()) * real(plan.time.steps());
    Ok(sums.into_iter().map(|sum| sum / count).collect())
}

fn outcome(sums: &BreachSums) -> MixOutcome {
    let returns = &sums.returns;
    MixOutcome {
        mean: Moments::of(returns).mean(),
        q05: quantile(|stretch| low(&returns[stretch]), returns.len()),
        p_breach: proportion(sums.breached, returns.len() as u64),
    }
}

/// The 5 % quantile: the number whose rank is the first to reach the level.
fn low(returns: &[f64]) -> f64 {
    let mut sorted = returns.to_vec();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the count")]
    let rank = libm::ceil(LEVEL * real(sorted.len())) as usize;
    let place = rank.saturating_sub(1);
    if place >= sorted.len() {
        return f64::NAN;
    }
    *sorted.select_nth_unstable_by(place, f64::total_cmp).1
}

/// A figure of all paths, with the error that stretches of consecutive paths give: `s / √32` of theirs, Student's
/// interval.
fn quantile(of: impl Fn(std::ops::Range<usize>) -> f64, paths: usize) -> Estimate {
    let value = of(0..paths);
    let length = paths / BATCHES;
    if length < LEAST_BATCH {
        return Estimate { value, ..Estimate::UNKNOWN };
    }
    let stretches: Vec<f64> = (0..BATCHES).map(|batch| of(batch * length..(batch + 1) * length)).collect();
    let moments = Moments::of(&stretches);
    Estimate::student(value, moments.mean().standard_error, real(BATCHES as u64 - 1))
}
