//! Sums over paths, in the order of blocks.

use serde::{Deserialize, Serialize};

use super::{Places, Span};
use crate::plan::Plan;
use crate::stats::correlation::CoMoments;
use crate::stats::figure::PathFigure;
use crate::stats::moments::Moments;
use crate::stats::region::RegionPlaces;
use crate::stats::tree::Merge;

/// Sums of one subject over one block or more: they merge in the order of blocks.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::large_enum_variant, reason = "hardly any subject is the region")]
pub enum Sums {
    /// Sums of a pool, or of all pools together.
    Pool(PoolSums),
    /// Sums of the region.
    Region(RegionSums),
}

/// Sums of a pool, or of all pools together.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PoolSums {
    /// Value at each month-end that is kept.
    pub value: Vec<Moments>,
    /// Equity share at the month-end before each one that is kept.
    pub share: Vec<Moments>,
    /// Floor at each month-end that is kept.
    pub floor: Vec<Moments>,
    /// Annualised nominal return over each span.
    pub nominal: Vec<Moments>,
    /// Annualised real return over each span.
    pub real: Vec<Moments>,
    /// Log growth of a unit over each span.
    pub log_growth: Vec<Moments>,
    /// The moments of each path figure.
    pub path: [Moments; PathFigure::COUNT],
    /// By asset whose expected return is drawn once a path: how the unit's log growth to the horizon goes with it.
    pub expected_returns: Vec<CoMoments>,
}

/// Sums of the region.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionSums {
    /// Lines by place.
    pub lines: Vec<Moments>,
}

impl PoolSums {
    /// No sums yet.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let (kept, spans) = (Places::new(plan), Span::all(plan).len());
        Self {
            value: vec![Moments::default(); kept.months()],
            share: vec![Moments::default(); kept.shares()],
            floor: vec![Moments::default(); kept.months()],
            nominal: vec![Moments::default(); spans],
            real: vec![Moments::default(); spans],
            log_growth: vec![Moments::default(); spans],
            path: [Moments::default(); PathFigure::COUNT],
            expected_returns: vec![CoMoments::default(); plan.market.uncertain_assets().count()],
        }
    }
}

impl RegionSums {
    /// No sums yet.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        Self { lines: vec![Moments::default(); RegionPlaces::new(plan).lines().len()] }
    }
}

impl Sums {
    /// Empty sums of a plan's subjects: the pools, the total, the region.
    #[must_use]
    pub fn of_subjects(plan: &Plan) -> Vec<Self> {
        let mut all = vec![Self::Pool(PoolSums::new(plan)); plan.pools.len() + usize::from(plan.has_total())];
        all.extend(plan.region.is_some().then(|| Self::Region(RegionSums::new(plan))));
        all
    }

    pub(super) fn lists(&self) -> Vec<&[Moments]> {
        match self {
            Self::Pool(pool) => {
                vec![&pool.value, &pool.share, &pool.floor, &pool.nominal, &pool.real, &pool.log_growth, &pool.path]
            }
            Self::Region(region) => vec![&region.lines],
        }
    }

    fn lists_mut(&mut self) -> Vec<&mut [Moments]> {
        match self {
            Self::Pool(pool) => vec![
                &mut pool.value,
                &mut pool.share,
                &mut pool.floor,
                &mut pool.nominal,
                &mut pool.real,
                &mut pool.log_growth,
                &mut pool.path,
            ],
            Self::Region(region) => vec![&mut region.lines],
        }
    }

    pub(super) fn expected_returns(&self) -> &[CoMoments] {
        match self {
            Self::Pool(pool) => &pool.expected_returns,
            Self::Region(_) => &[],
        }
    }
}

impl Merge for Sums {
    fn merge(&mut self, next: &Self) {
        for (mine, next) in self.lists_mut().into_iter().zip(next.lists()) {
            mine.iter_mut().zip(next).for_each(|(mine, next)| mine.merge(next));
        }
        if let Self::Pool(pool) = self {
            pool.expected_returns.iter_mut().zip(next.expected_returns()).for_each(|(mine, next)| mine.merge(next));
        }
    }
}
