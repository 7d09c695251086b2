//! The counts and sums of all paths of a run.

use super::{PoolSums, PoolTally, RegionSums, RegionTally, Sums, Tally};
use crate::plan::Plan;
use crate::stats::figure::Branch;

/// The counts and sums of all paths of a run, by subject.
#[derive(Debug, Clone)]
pub struct WholeRun {
    /// Those of each pool, in the plan's order.
    pub pools: Vec<(PoolTally, PoolSums)>,
    /// Those of all pools together, where there are several.
    pub total: Option<(PoolTally, PoolSums)>,
    /// Those of the region, where the plan has one.
    pub region: Option<(RegionTally, RegionSums)>,
}

impl WholeRun {
    /// Makes it from a plan's subjects in their order: the pools, the total, the region.
    #[must_use]
    pub fn new(plan: &Plan, tallies: Vec<Tally>, sums: Vec<Sums>) -> Self {
        let (mut of_pools, mut of_region) = (Vec::new(), None);
        for tally in tallies {
            match tally {
                Tally::Pool(tally) => of_pools.push(tally),
                Tally::Region(tally) => of_region = Some(tally),
            }
        }
        let (mut sums_of_pools, mut sums_of_region) = (Vec::new(), None);
        for sums in sums {
            match sums {
                Sums::Pool(sums) => sums_of_pools.push(sums),
                Sums::Region(sums) => sums_of_region = Some(sums),
            }
        }
        let mut pools: Vec<_> = of_pools.into_iter().zip(sums_of_pools).collect();
        let total = pools.split_off(plan.pools.len().min(pools.len())).pop();
        Self { pools, total, region: of_region.zip(sums_of_region) }
    }

    /// The counts and sums of a pool, or of the total; none of the region.
    #[must_use]
    pub fn pool(&self, plan: &Plan, branch: &Branch) -> Option<&(PoolTally, PoolSums)> {
        match branch {
            Branch::Pool(name) => self.pools.get(plan.pools.iter().position(|pool| pool.name == *name)?),
            Branch::Total => self.total.as_ref(),
            Branch::Region => None,
        }
    }
}
