//! What is summed over paths, in the order of blocks.

use serde::{Deserialize, Serialize};

use super::{PATH_FIGURES, Places, Span};
use crate::plan::Plan;
use crate::stats::correlation::CoMoments;
use crate::stats::moments::Moments;
use crate::stats::region::RegionPlaces;
use crate::stats::tree::Merge;

/// Sums of a recorder over one block or more: they merge in the order of blocks.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sums {
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
    /// By path figure.
    pub path: [Moments; PATH_FIGURES],
    /// By asset whose expected return is drawn once a path: how the unit's log growth to the horizon goes with it.
    pub expected_returns: Vec<CoMoments>,
    /// Of the region: its lines, by place.
    pub lines: Vec<Moments>,
}

impl Sums {
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
            path: [Moments::default(); PATH_FIGURES],
            expected_returns: vec![CoMoments::default(); plan.market.uncertain_assets().count()],
            lines: Vec::new(),
        }
    }

    /// The same of a plan's region.
    #[must_use]
    pub fn of_region(plan: &Plan) -> Self {
        Self {
            value: Vec::new(),
            share: Vec::new(),
            floor: Vec::new(),
            nominal: Vec::new(),
            real: Vec::new(),
            path: [Moments::default(); PATH_FIGURES],
            expected_returns: Vec::new(),
            lines: vec![Moments::default(); RegionPlaces::new(plan).lines().len()],
        }
    }

    /// Of each subject of a plan: the pools, the total, the region.
    #[must_use]
    pub fn of_subjects(plan: &Plan) -> Vec<Self> {
        let mut all = vec![Self::new(plan); plan.pools.len() + usize::from(plan.has_total())];
        all.extend(plan.region.is_some().then(|| Self::of_region(plan)));
        all
    }

    pub(super) fn lists(&self) -> [&[Moments]; 7] {
        [&self.value, &self.share, &self.floor, &self.nominal, &self.real, &self.path, &self.lines]
    }
}

impl Merge for Sums {
    fn merge(&mut self, next: &Self) {
        let mine: [&mut [Moments]; 7] = [
            &mut self.value,
            &mut self.share,
            &mut self.floor,
            &mut self.nominal,
            &mut self.real,
            &mut self.path,
            &mut self.lines,
        ];
        for (mine, next) in mine.into_iter().zip(next.lists()) {
            mine.iter_mut().zip(next).for_each(|(mine, next)| mine.merge(next));
        }
        self.expected_returns.merge(&next.expected_returns);
    }
}
