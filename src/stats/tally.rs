//! Counts and sums over paths: integer counts that merge in any order, and sums that merge in the order of blocks.

mod places;
mod pool;
mod region;
mod shared_histograms;
mod span;
mod sums;
mod valid;
mod whole;

pub use places::Places;
pub use pool::{PoolTally, WorstPath};
pub use region::RegionTally;
pub use shared_histograms::SharedHistograms;
pub use span::Span;
pub use sums::{PoolSums, RegionSums, Sums};
pub use whole::WholeRun;

use serde::{Deserialize, Serialize};

use super::figure::PathFigure;
use super::histogram::Histogram;
use super::tree::Merge;
use crate::ledger::lines::Line;
use crate::plan::Plan;

/// Integer counts of one subject: they merge in any order.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::large_enum_variant, reason = "hardly any subject is the region")]
pub enum Tally {
    /// Counts of a pool, or of all pools together.
    Pool(PoolTally),
    /// Counts of the region.
    Region(RegionTally),
}

impl Tally {
    /// Empty tallies of a plan's subjects but for its first pools: the pools, the total, the region.
    #[must_use]
    pub fn of_subjects(plan: &Plan, without: usize) -> Vec<Self> {
        let pools = plan.pools.len() - without + usize::from(plan.has_total());
        let mut all = vec![Self::Pool(PoolTally::new(plan)); pools];
        all.extend(plan.region.is_some().then(|| Self::Region(RegionTally::new(plan))));
        all
    }

    /// An empty tally whose histograms are fit for numbers like these.
    #[must_use]
    pub fn shaped(&self, plan: &Plan) -> Self {
        let mut empty = self.clone();
        let most = bins_at_most(plan);
        for pilot in empty.histograms_mut().into_iter().flatten() {
            *pilot = pilot.shaped(most);
        }
        empty.counts_mut().into_iter().for_each(|counts| counts.fill(0));
        if let Self::Pool(pool) = &mut empty {
            pool.worst = WorstPath::NONE;
        }
        empty
    }

    /// Takes in another part of the same subject, in any order.
    pub fn merge(&mut self, other: &Self) {
        if let (Self::Pool(mine), Self::Pool(theirs)) = (&mut *self, other) {
            mine.worst.merge(theirs.worst);
        }
        for (mine, theirs) in self.histograms_mut().into_iter().zip(other.histograms()) {
            mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| mine.merge(theirs));
        }
        for (mine, theirs) in self.counts_mut().into_iter().zip(other.counts()) {
            mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| *mine += theirs);
        }
    }

    /// Gives back the room that its histograms have to spare.
    pub fn trim(&mut self) {
        self.histograms_mut().into_iter().flatten().for_each(Histogram::trim);
    }

    /// An empty tally of the same shapes that lists numbers for a [`SharedHistograms`] to take.
    #[must_use]
    pub fn list(&self) -> Self {
        let mut lists = self.clone();
        for histogram in lists.histograms_mut().into_iter().flatten() {
            *histogram = histogram.list();
        }
        lists
    }

    /// The number of histograms with any number.
    #[must_use]
    pub fn histograms_used(&self) -> usize {
        self.histograms().into_iter().flatten().filter(|histogram| histogram.count() > 0).count()
    }

    fn histograms(&self) -> Vec<&[Histogram]> {
        match self {
            Self::Pool(pool) => pool.histograms().into(),
            Self::Region(region) => vec![&region.lines],
        }
    }

    fn histograms_mut(&mut self) -> Vec<&mut [Histogram]> {
        match self {
            Self::Pool(pool) => pool.histograms_mut().into(),
            Self::Region(region) => vec![&mut region.lines],
        }
    }

    fn counts(&self) -> Vec<&[u64]> {
        match self {
            Self::Pool(pool) => pool.counts(),
            Self::Region(region) => region.counts().into(),
        }
    }

    fn counts_mut(&mut self) -> Vec<&mut [u64]> {
        match self {
            Self::Pool(pool) => pool.counts_mut(),
            Self::Region(region) => region.counts_mut().into(),
        }
    }
}

/// Bins of four bytes that a plan with very many pools and months may take; shares and falls have theirs whatever they
/// take.
const BINS: usize = 1 << 27;

/// The bins that each of a subject's histograms may have. They are a function of the plan alone, so that no figure
/// depends on the machine. They are one of all its months, so that none depends on which months are kept.
fn bins_at_most(plan: &Plan) -> u32 {
    let histograms = 3 * plan.time.months() as usize + 2 + 2 * Span::all(plan).len() + PathFigure::COUNT;
    let subjects = plan.pools.len() + usize::from(plan.has_total());
    let region = if plan.region.is_some() { Line::ALL.len() * (plan.time.months() as usize / 12) } else { 0 };
    u32::try_from(BINS / (subjects * histograms + region).max(1)).unwrap_or(u32::MAX).clamp(1 << 11, 1 << 16)
}

impl<T: Merge> Merge for Vec<T> {
    fn merge(&mut self, next: &Self) {
        self.iter_mut().zip(next).for_each(|(mine, next)| mine.merge(next));
    }
}
