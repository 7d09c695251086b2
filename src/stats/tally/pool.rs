//! The counts of a pool.

use std::slice::{from_mut, from_ref};

use serde::{Deserialize, Serialize};

use super::{Places, Span};
use crate::plan::Plan;
use crate::stats::bits;
use crate::stats::figure::{PathFigure, PoolEvent};
use crate::stats::histogram::{Histogram, Scale};

/// Integer counts of a pool, or of all pools together.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PoolTally {
    /// Paths seen.
    pub paths: u64,
    /// Value at each month-end that is kept.
    pub value: Vec<Histogram>,
    /// Equity share after trading at the month-end before each one that is kept.
    pub share: Vec<Histogram>,
    /// Floor at each month-end that is kept.
    pub floor: Vec<Histogram>,
    /// By event and month: the paths to which it happened in the month, or of which it is a state at its end.
    pub events: [Vec<u64>; PoolEvent::ALL.len()],
    /// Growth factor of a unit over each span.
    pub growth: Vec<Histogram>,
    /// Real growth factor of a unit over each span.
    pub real_growth: Vec<Histogram>,
    /// Paths that miss the expected return over each span.
    pub below_expected: Vec<u64>,
    /// Paths that lose over each span.
    pub losses: Vec<u64>,
    /// The distribution of each path figure, where it is wanted.
    pub path: Vec<Histogram>,
    /// Paths with a fall from the rolling high over each threshold.
    pub over_rolling: Vec<u64>,
    /// Paths with a fall from the all-time high over each threshold.
    pub over_all_time: Vec<u64>,
    /// Paths with a fall of a unit over each threshold.
    pub over_unit: Vec<u64>,
    /// Paths with a value of at least each amount at each month-end that is kept: all amounts of one after the other.
    pub at_least: Vec<u64>,
    /// Paths whose first ex-post breach came after the pool was emptied.
    pub breached_after_emptied: u64,
    /// Paths that do not regain the high before their deepest fall.
    pub not_recovered: u64,
    /// Paths with a roll-off jump.
    pub jumped: u64,
    /// The path that ends lowest.
    pub worst: WorstPath,
}

/// The path with the lowest unit price at the horizon, the first of equals.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorstPath {
    /// Its number in the run.
    pub path: u64,
    /// Its unit price at the horizon.
    #[serde(with = "bits")]
    pub price: f64,
}

impl WorstPath {
    /// No path yet.
    pub(super) const NONE: Self = Self { path: 0, price: f64::INFINITY };

    pub(in crate::stats) fn merge(&mut self, other: Self) {
        if (other.price, other.path) < (self.price, self.path) {
            *self = other;
        }
    }
}

impl PoolTally {
    /// An empty tally without a shape of histograms: for a pilot.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let (months, kept) = (plan.time.months() as usize, Places::new(plan));
        let spans = Span::all(plan).len();
        let path_scale = |&figure| if figure == PathFigure::Recovery { Scale::Whole } else { Scale::Absolute };
        let pilots = |scale, count| vec![Histogram::pilot(scale); count];
        Self {
            paths: 0,
            value: pilots(Scale::Relative, kept.months()),
            share: pilots(Scale::Absolute, kept.shares()),
            floor: pilots(Scale::Relative, kept.months()),
            events: PoolEvent::ALL.map(|_| vec![0; months + 1]),
            growth: pilots(Scale::Relative, spans),
            real_growth: pilots(Scale::Relative, spans),
            below_expected: vec![0; spans],
            losses: vec![0; spans],
            path: PathFigure::ALL.iter().map(|figure| Histogram::pilot(path_scale(figure))).collect(),
            over_rolling: vec![0; plan.outputs.falls.len()],
            over_all_time: vec![0; plan.outputs.falls.len()],
            over_unit: vec![0; plan.outputs.falls.len()],
            at_least: vec![0; kept.months() * plan.outputs.values.len()],
            breached_after_emptied: 0,
            not_recovered: 0,
            jumped: 0,
            worst: WorstPath::NONE,
        }
    }

    pub(super) fn histograms(&self) -> [&[Histogram]; 6] {
        [&self.value, &self.share, &self.floor, &self.growth, &self.real_growth, &self.path]
    }

    pub(in crate::stats) fn histograms_mut(&mut self) -> [&mut [Histogram]; 6] {
        [&mut self.value, &mut self.share, &mut self.floor, &mut self.growth, &mut self.real_growth, &mut self.path]
    }

    pub(super) fn counts(&self) -> Vec<&[u64]> {
        let single = [&self.paths, &self.not_recovered, &self.jumped, &self.breached_after_emptied].map(from_ref);
        let falls = [&self.over_rolling, &self.over_all_time, &self.over_unit];
        let lists = [&self.below_expected, &self.losses, &self.at_least].into_iter().chain(falls);
        single.into_iter().chain(lists.chain(&self.events).map(Vec::as_slice)).collect()
    }

    pub(super) fn counts_mut(&mut self) -> Vec<&mut [u64]> {
        let single = [&mut self.paths, &mut self.not_recovered, &mut self.jumped, &mut self.breached_after_emptied]
            .map(from_mut);
        let falls = [&mut self.over_rolling, &mut self.over_all_time, &mut self.over_unit];
        let lists = [&mut self.below_expected, &mut self.losses, &mut self.at_least].into_iter().chain(falls);
        single.into_iter().chain(lists.chain(&mut self.events).map(Vec::as_mut_slice)).collect()
    }
}
