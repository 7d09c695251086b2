//! Blocks of paths, threads, and merging in order.

mod block;
mod threads;
mod workers;

pub use block::{BlockState, Event, paths_of_block};
pub use threads::{each, threads, with_threads};

use std::ops::{ControlFlow, Range};

use serde::{Deserialize, Serialize};

use workers::{BlockSums, Workers};

use crate::lanes::LANES;
use crate::plan::{FigureGroup, Plan};
use crate::stats::Estimate;
use crate::stats::moments::Moments;
use crate::stats::paired::{FigureCoMoments, Pairing};
use crate::stats::tally::{Sums, Tally, WholeRun};
use crate::stats::tree::Tree;
use crate::texts::{Message, Worded, message};

/// The progress of a run.
#[derive(Debug, Clone, Copy)]
pub struct Status {
    /// Paths done.
    pub paths: u64,
    /// Mean value at the horizon so far, of the total or the only pool, where values are wanted.
    pub horizon_value: Option<Estimate>,
}

/// Called after each batch of blocks with how far the run is. It may stop the run.
pub type Progress<'a> = dyn FnMut(&Status) -> ControlFlow<()> + 'a;

/// The run was stopped before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct Interrupted;

impl Worded for Interrupted {
    fn message(&self) -> Message {
        message!(interrupted)
    }
}

/// The counts and sums of consecutive blocks of a run, by subject. The pools come in the plan's order, then the total
/// if there is one, then the region if there is one.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accumulated {
    tallies: Vec<Tally>,
    sums: Tree<Vec<Sums>>,
}

impl Accumulated {
    /// The block after the last.
    #[must_use]
    pub fn end(&self) -> Option<u64> {
        self.sums.end()
    }

    /// Tells whether these counts and sums have the shape of those blocks of a plan, as its [`beginning`] gives it.
    /// They can then be merged and summarised. Whether the blocks gave these very numbers is not known.
    #[must_use]
    pub fn is_of(&self, plan: &Plan, shape: &Self, blocks: Range<u64>) -> bool {
        let [from, to] = [blocks.start, blocks.end].map(|block| plan.paths().min(block.saturating_mul(LANES as u64)));
        let sums = Sums::of_subjects(plan);
        self.sums.spans(&blocks)
            && self.tallies.len() == shape.tallies.len()
            && self.tallies.iter().zip(&shape.tallies).all(|(mine, shape)| mine.is_of(shape, from..to))
            && self.sums.nodes().all(|node| {
                node.len() == sums.len()
                    && node.iter().zip(&sums).all(|(subject, shape)| subject.is_of(shape, to - from))
            })
    }

    /// Takes in the stretch that begins where this one ends, of the same plan.
    pub fn join(&mut self, next: Self) {
        self.tallies.iter_mut().zip(&next.tallies).for_each(|(mine, theirs)| mine.merge(theirs));
        self.sums.join(next.sums);
    }

    /// Counts and sums of each subject.
    #[must_use]
    pub fn into_whole(self, plan: &Plan) -> WholeRun {
        let sums = self.sums.into_whole().unwrap_or_else(|| Sums::of_subjects(plan));
        WholeRun::new(plan, self.tallies, sums)
    }
}

/// The number of blocks of a plan's paths.
#[must_use]
pub fn blocks(plan: &Plan) -> u64 {
    plan.paths().div_ceil(LANES as u64)
}

/// Simulates some blocks of a plan's paths.
///
/// Paths go in blocks of [`LANES`]. Whole blocks are spread over threads; their counts are integers, and their sums
/// merge in the order of blocks, so that nothing depends on threads. Memory is that of the counts, a block and some
/// blocks' bins for each thread, and the sums of the tree's open nodes.
///
/// # Errors
/// If `progress` stops the run.
pub fn simulate(plan: &Plan, blocks: Range<u64>, progress: &mut Progress) -> Result<Accumulated, Interrupted> {
    let (mut all, _) = simulate_all(&[plan], None, blocks, progress)?;
    Ok(all.swap_remove(0))
}

/// Simulates some blocks of the same paths of several plans, each as if it were alone. A world that plans share (the
/// same market, time and seed) is drawn once, and first pools that they have in common are simulated once. All have as
/// many paths as the first. With a pairing, what it compares is summed path by path.
///
/// # Errors
/// If `progress` stops the run.
///
/// # Panics
/// If there is no plan.
pub fn simulate_all(
    plans: &[&Plan],
    pairing: Option<&Pairing>,
    blocks: Range<u64>,
    progress: &mut Progress,
) -> Result<(Vec<Accumulated>, Tree<FigureCoMoments>), Interrupted> {
    let plan = plans[0];
    let worlds = workers::worlds(plans);
    let workers = Workers::new(plans, &worlds, pairing);
    let mut done = BlockSums::starting_at(blocks.start, plans.len());
    let batch = 32 * threads() as u64;
    let mut first = blocks.start;
    while first < blocks.end {
        let last = (first + batch).min(blocks.end);
        done.join(workers.simulate(first..last));
        first = last;
        let horizon_value = plan.outputs.wants(FigureGroup::Value).then(|| horizon_value(plan, &done.sums[0]).mean());
        let paths = (first * LANES as u64).min(plan.paths()) - blocks.start * LANES as u64;
        if progress(&Status { paths, horizon_value }).is_break() {
            return Err(Interrupted);
        }
    }
    let tallies = workers.into_tallies(&mut done.sums);
    let accumulated = tallies.into_iter().zip(done.sums).map(|(tallies, sums)| Accumulated { tallies, sums });
    Ok((accumulated.collect(), done.pairs))
}

/// Values at the horizon, of the total or the only pool.
fn horizon_value(plan: &Plan, sums: &Tree<Vec<Sums>>) -> Moments {
    let last = plan.pools.len() + usize::from(plan.has_total()) - 1;
    let values = sums.nodes().filter_map(|subjects| match subjects.get(last)? {
        Sums::Pool(pool) => pool.value.last(),
        Sums::Region(_) => None,
    });
    values.fold(Moments::default(), |mut all, value| {
        all.merge(value);
        all
    })
}

/// The accumulators of a run without paths: the figures a plan has are known from them before anything is computed.
#[must_use]
pub fn empty(plan: &Plan) -> Accumulated {
    Accumulated { tallies: Tally::of_subjects(plan, 0), sums: Tree::starting_at(0) }
}

/// An empty stretch at the start of a plan's paths, which other stretches may join.
#[must_use]
pub fn beginning(plan: &Plan) -> Accumulated {
    let (mut shapes, _) = workers::pilot(&[plan], &workers::worlds(&[plan]));
    Accumulated { tallies: shapes.swap_remove(0), sums: Tree::starting_at(0) }
}
