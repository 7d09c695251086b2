//! The memory that a study needs, estimated from its plan before it begins.

use super::run;
use crate::lanes::LANES;
use crate::plan::{FigureGroup, Plan};
use crate::stats::region::RegionPlaces;
use crate::stats::tally::{Places, Span};

/// How many plans like one a study has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanCount {
    /// Plans that are simulated at once.
    pub at_once: usize,
    /// Plans whose results are held until the end.
    pub held: usize,
}

impl PlanCount {
    /// One plan alone.
    pub const ONE: Self = Self { at_once: 1, held: 1 };
}

const KIB: usize = 1 << 10;

/// The program, its texts and fonts.
const PROGRAM: usize = 14 << 20;

/// Charts while they are drawn.
const CHARTS: usize = 48 << 20;

/// The most of the world that is drawn ahead for several plans, of each thread.
const AHEAD: usize = 16 << 20;

/// Bytes of one number of each path of a block.
const LANE: usize = LANES * size_of::<f64>();

/// Bytes that a study of plans like this one needs on so many threads: an estimate within a factor of two.
///
/// `program + charts + threads · world + at_once · (counts + threads · block) + held · figures`. Summed over the pools,
/// the total and the region,
///
/// - counts of a month: 56 KiB for a distribution of a share, 4 KiB for one of a value, a floor or a line. The region
///   has 256 bytes for its events;
/// - counts of whole paths: 256 KiB for each distribution;
/// - block: 2 KiB for each of its numbers. They are 64 of its state, the window of the high, the lag, and the bins of
///   each distribution that are on their way;
/// - figures: 150 bytes for each of the summary, and 56 for each cell of `months.csv`.
#[must_use]
pub fn bytes(plan: &Plan, count: PlanCount, threads: usize) -> u64 {
    let kept = Places::new(plan).months();
    let months_of = |group| if plan.outputs.wants(group) { kept } else { 0 };
    let months = months_of(FigureGroup::Value) + months_of(FigureGroup::FloorByMonth);
    let shares = months_of(FigureGroup::ShareByMonth);
    let subjects = plan.pools.len() + usize::from(plan.has_total());
    let lines = plan.region.as_ref().map_or(0, |_| RegionPlaces::new(plan).lines().len());
    let spans = 2 * Span::all(plan).len();
    let events = 256 * plan.time.months() as usize;
    let counts = subjects * (56 * KIB * shares + 4 * KIB * (months + spans) + 256 * KIB + events) + 4 * KIB * lines;
    let windows: usize = plan.pools.iter().map(|pool| pool.high.observations(plan.time).unwrap_or(0) + pool.lag).sum();
    let paired = if count.at_once > 1 { subjects * (2 * (months + shares) + spans) + lines } else { 0 };
    let block = LANE * (subjects * (64 + months + shares + spans) + windows + lines + paired);
    let step = LANE * (plan.market.assets.len() + plan.market.law.factors().len() + 4);
    let world = if count.at_once > 1 { AHEAD.min(step * plan.time.steps()) } else { step };
    let charts = if plan.outputs.charts { CHARTS } else { 0 };
    let cells = subjects * (months + shares) * (plan.outputs.quantiles.levels().count() + 2);
    let figures = 150 * run::blank(plan).figures().len() + 56 * cells;
    let of = |plans: usize, bytes: usize| plans as u64 * bytes as u64;
    of(1, PROGRAM + charts) + of(threads, world) + of(count.at_once, counts + threads * block) + of(count.held, figures)
}
