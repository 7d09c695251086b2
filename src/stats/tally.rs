//! What is counted and summed over paths: integer counts that merge in any order, and sums that merge in the order of blocks.

mod places;
mod shared;
mod sums;
mod valid;

pub use places::Places;
pub use shared::Shared;
pub use sums::Sums;

use serde::{Deserialize, Serialize};

use super::bits;
use super::figure::Term;
use super::histogram::{Histogram, Scale};
use super::region::{RegionPlaces, Window};
use super::tree::Merge;
use crate::ledger::lines::{Line, Unit};
use crate::plan::Plan;

/// A span from the start over which growth is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// Its name in figures.
    pub term: Term,
    /// Its length in months.
    pub month: u32,
}

impl Span {
    /// The spans of a plan: the first year, the years asked for, and the horizon; each no longer than the horizon.
    #[must_use]
    pub fn all(plan: &Plan) -> Vec<Self> {
        let mut years = plan.outputs.return_years.clone();
        years.push(1);
        years.sort_unstable();
        years.dedup();
        let horizon = plan.time.months;
        let years = years.into_iter().filter(|year| year * 12 <= horizon);
        let mut spans: Vec<Self> = years.map(|year| Self { term: Term::Years(year), month: year * 12 }).collect();
        spans.push(Self { term: Term::Horizon, month: horizon });
        spans
    }

    /// Its length in years.
    #[must_use]
    pub fn years(&self) -> f64 {
        f64::from(self.month) / 12.0
    }
}

/// A figure that each path has one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathFigure {
    /// Episodes below the floor.
    Episodes,
    /// Months below the floor.
    MonthsBelow,
    /// Deepest ex-ante breach, of paths that have one.
    DepthExAnte,
    /// Deepest ex-post breach, of paths that have one.
    DepthExPost,
    /// Deepest fall from the rolling high.
    FallRolling,
    /// Deepest fall from the all-time high.
    FallAllTime,
    /// Observations to recovery, of paths that recover.
    Recovery,
    /// Mean equity share.
    Share,
    /// Share of time in cash-lock.
    CashLock,
    /// Turnover a year.
    Turnover,
    /// Trading cost a year.
    Cost,
    /// Roll-off jumps a year.
    Jumps,
    /// Largest roll-off jump.
    LargestJump,
    /// Payments that could not be made.
    Unpaid,
    /// Contributions.
    Contributed,
    /// Payments due.
    Due,
}

const PATH_FIGURES: usize = 16;

/// The lists of one kind in a tally, by name.
macro_rules! tally_lists {
    ($get:ident, $get_mut:ident: $kind:ty = [$($list:ident),*]) => {
        pub(super) fn $get(&self) -> Vec<(&'static str, &Vec<$kind>)> {
            vec![$((stringify!($list), &self.$list)),*]
        }

        pub(super) fn $get_mut(&mut self) -> Vec<(&'static str, &mut Vec<$kind>)> {
            vec![$((stringify!($list), &mut self.$list)),*]
        }
    };
}

/// Integer counts of a recorder: they merge in any order.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// Paths seen.
    pub paths: u64,
    /// Value at each month-end that is kept.
    pub value: Vec<Histogram>,
    /// Equity share after trading at the month-end before each one that is kept.
    pub share: Vec<Histogram>,
    /// Floor at each month-end that is kept.
    pub floor: Vec<Histogram>,
    /// Paths below the floor at each month-end.
    pub below: Vec<u64>,
    /// Paths whose first ex-ante breach came in that month.
    pub first_ex_ante: Vec<u64>,
    /// Paths whose first ex-post breach came in that month.
    pub first_ex_post: Vec<u64>,
    /// Paths whose first unpaid payment came in that month.
    pub first_unpaid: Vec<u64>,
    /// Growth factor of a unit over each span.
    pub growth: Vec<Histogram>,
    /// Real growth factor of a unit over each span.
    pub real_growth: Vec<Histogram>,
    /// Paths that miss the expected return over each span.
    pub below_expected: Vec<u64>,
    /// Paths that lose over each span.
    pub losses: Vec<u64>,
    /// By path figure, where its distribution is wanted.
    pub path: Vec<Histogram>,
    /// Paths with a fall from the rolling high over each threshold.
    pub over_rolling: Vec<u64>,
    /// Paths with a fall from the all-time high over each threshold.
    pub over_all_time: Vec<u64>,
    /// Paths that do not regain the high before their deepest fall.
    pub not_recovered: u64,
    /// Paths with a roll-off jump.
    pub jumped: u64,
    /// The path that ends lowest.
    pub worst: Worst,
    /// Of the region: its lines, shifted so that none is negative, by place.
    pub lines: Vec<Histogram>,
    /// Of the region: paths in which a mark happened in a window of years, by place.
    pub marks: Vec<u64>,
}

/// The path with the lowest unit price at the horizon, the first of equals.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worst {
    /// Its number in the run.
    pub path: u64,
    /// Its unit price at the horizon.
    #[serde(with = "bits")]
    pub price: f64,
}

impl Worst {
    pub(super) fn merge(&mut self, other: Self) {
        if (other.price, other.path) < (self.price, self.path) {
            *self = other;
        }
    }
}

impl Tally {
    /// Nothing counted yet, and no shape of histograms chosen: for a pilot.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let (months, kept) = (plan.time.months as usize, Places::new(plan));
        let spans = Span::all(plan).len();
        let path_scale = |index| if index == PathFigure::Recovery as usize { Scale::Whole } else { Scale::Absolute };
        let pilots = |scale, count| vec![Histogram::pilot(scale); count];
        Self {
            paths: 0,
            value: pilots(Scale::Relative, kept.months()),
            share: pilots(Scale::Absolute, kept.shares()),
            floor: pilots(Scale::Relative, kept.months()),
            below: vec![0; months + 1],
            first_ex_ante: vec![0; months + 1],
            first_ex_post: vec![0; months + 1],
            first_unpaid: vec![0; months + 1],
            growth: pilots(Scale::Relative, spans),
            real_growth: pilots(Scale::Relative, spans),
            below_expected: vec![0; spans],
            losses: vec![0; spans],
            path: (0..PATH_FIGURES).map(|index| Histogram::pilot(path_scale(index))).collect(),
            over_rolling: vec![0; plan.outputs.falls.len()],
            over_all_time: vec![0; plan.outputs.falls.len()],
            not_recovered: 0,
            jumped: 0,
            worst: Worst { path: 0, price: f64::INFINITY },
            lines: Vec::new(),
            marks: Vec::new(),
        }
    }

    /// The same of a plan's region.
    #[must_use]
    pub fn of_region(plan: &Plan) -> Self {
        let places = RegionPlaces::new(plan);
        let pilot = |(_, line): &(usize, Line)| {
            Histogram::pilot(match line.unit() {
                Unit::Amount => Scale::Relative,
                Unit::Ratio => Scale::Absolute,
            })
        };
        Self {
            lines: places.lines().iter().map(pilot).collect(),
            marks: vec![0; Window::ALL.len() * places.marks().len()],
            paths: 0,
            value: Vec::new(),
            share: Vec::new(),
            floor: Vec::new(),
            below: Vec::new(),
            first_ex_ante: Vec::new(),
            first_ex_post: Vec::new(),
            first_unpaid: Vec::new(),
            growth: Vec::new(),
            real_growth: Vec::new(),
            below_expected: Vec::new(),
            losses: Vec::new(),
            path: Vec::new(),
            over_rolling: Vec::new(),
            over_all_time: Vec::new(),
            not_recovered: 0,
            jumped: 0,
            worst: Worst { path: 0, price: f64::INFINITY },
        }
    }

    /// Of each subject of a plan but for its first pools: the pools, the total, the region.
    #[must_use]
    pub fn of_subjects(plan: &Plan, without: usize) -> Vec<Self> {
        let pools = plan.pools.len() - without + usize::from(plan.has_total());
        let mut all = vec![Self::new(plan); pools];
        all.extend(plan.region.is_some().then(|| Self::of_region(plan)));
        all
    }

    /// Nothing counted yet, in histograms fit for numbers like these.
    #[must_use]
    pub fn shaped(&self, plan: &Plan) -> Self {
        let mut empty = Self {
            paths: 0,
            not_recovered: 0,
            jumped: 0,
            worst: Worst { path: 0, price: f64::INFINITY },
            ..self.clone()
        };
        let most = bins_at_most(plan);
        for (_, histograms) in empty.histograms_mut() {
            for pilot in histograms {
                *pilot = pilot.shaped(most);
            }
        }
        for (_, counts) in empty.counts_mut() {
            counts.fill(0);
        }
        empty
    }

    /// Takes in another part, in any order.
    pub fn merge(&mut self, other: &Self) {
        self.paths += other.paths;
        self.not_recovered += other.not_recovered;
        self.jumped += other.jumped;
        self.worst.merge(other.worst);
        for ((_, mine), (_, theirs)) in self.histograms_mut().into_iter().zip(other.histograms()) {
            mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| mine.merge(theirs));
        }
        for ((_, mine), (_, theirs)) in self.counts_mut().into_iter().zip(other.counts()) {
            mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| *mine += theirs);
        }
    }

    /// Gives back the room that its histograms have to spare.
    pub fn trim(&mut self) {
        for (_, list) in self.histograms_mut() {
            list.iter_mut().for_each(Histogram::trim);
        }
    }

    tally_lists! {
        histograms, histograms_mut: Histogram = [value, share, floor, growth, real_growth, path, lines]
    }

    tally_lists! {
        counts, counts_mut: u64 = [
            below, first_ex_ante, first_ex_post, first_unpaid, below_expected, losses, over_rolling, over_all_time,
            marks
        ]
    }
}

/// Bins of four bytes that a plan with very many pools and months may take; shares and falls have theirs whatever they take.
const BINS: usize = 1 << 27;

/// The bins that each of a subject's histograms may have: a function of the plan alone, so that no figure depends on the machine, and
/// of all its months, so that none depends on which are kept.
fn bins_at_most(plan: &Plan) -> u32 {
    let histograms = 3 * plan.time.months as usize + 2 + 2 * Span::all(plan).len() + PATH_FIGURES;
    let subjects = plan.pools.len() + usize::from(plan.has_total());
    let region = if plan.region.is_some() { Line::ALL.len() * (plan.time.months as usize / 12) } else { 0 };
    u32::try_from(BINS / (subjects * histograms + region).max(1)).unwrap_or(u32::MAX).clamp(1 << 11, 1 << 16)
}

impl<T: Merge> Merge for Vec<T> {
    fn merge(&mut self, next: &Self) {
        self.iter_mut().zip(next).for_each(|(mine, next)| mine.merge(next));
    }
}
