//! Blocks of paths, threads, and merging in order: the only file that mentions rayon.

mod block;

pub use block::{BlockState, Event};

use std::ops::{ControlFlow, Range};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::lanes::LANES;
use crate::market::{self, MarketModel};
use crate::plan::{Figures, Plan};
use crate::stats::Estimate;
use crate::stats::moments::Moments;
use crate::stats::recorder::Recorder;
use crate::stats::tally::{Shared, Sums, Tally};
use crate::stats::tree::Tree;

/// How far a run is.
#[derive(Debug, Clone, Copy)]
pub struct Status {
    /// Paths done.
    pub paths: u64,
    /// Mean value at the horizon so far, of the total or the only pool, where values are wanted.
    pub horizon_value: Option<Estimate>,
}

/// Told after each batch of blocks how far the run is; may stop it.
pub type Progress<'a> = dyn FnMut(&Status) -> ControlFlow<()> + 'a;

/// The run was stopped before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("interrupted")]
pub struct Interrupted;

/// What a stretch of a run's blocks came to, by subject: the pools in the plan's order, then the total if there is one.
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

    /// Whether it is something that those blocks of a plan may have come to, counted in the shape of the plan's [`beginning`]. All
    /// that it takes to merge and to be summarised is certain then, but not that it is what they did come to.
    #[must_use]
    pub fn is_of(&self, plan: &Plan, shape: &Self, blocks: Range<u64>) -> bool {
        let [from, to] = [blocks.start, blocks.end].map(|block| plan.paths.min(block.saturating_mul(LANES as u64)));
        let sums = Sums::new(plan);
        self.sums.spans(&blocks)
            && self.tallies.len() == shape.tallies.len()
            && self.tallies.iter().zip(&shape.tallies).all(|(mine, shape)| mine.is_of(shape, from..to))
            && self.sums.nodes().all(|node| {
                node.len() == shape.tallies.len() && node.iter().all(|subject| subject.is_of(&sums, to - from))
            })
    }

    /// Takes in the stretch that begins where this one ends, of the same plan.
    pub fn join(&mut self, next: Self) {
        self.tallies.iter_mut().zip(&next.tallies).for_each(|(mine, theirs)| mine.merge(theirs));
        self.sums.join(next.sums);
    }

    /// Counts and sums of each subject.
    #[must_use]
    pub fn into_whole(self, plan: &Plan) -> Vec<(Tally, Sums)> {
        let sums = self.sums.into_whole().unwrap_or_else(|| vec![Sums::new(plan); self.tallies.len()]);
        self.tallies.into_iter().zip(sums).collect()
    }
}

/// How many blocks a plan's paths make.
#[must_use]
pub fn blocks(plan: &Plan) -> u64 {
    plan.paths.div_ceil(LANES as u64)
}

/// Runs work on so many threads; 0 for all of the machine's.
///
/// # Errors
/// If the threads cannot be started.
pub fn with_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> Result<T, String> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|error| error.to_string())?;
    Ok(pool.install(work))
}

/// The number of threads that work is spread over here.
#[must_use]
pub fn threads() -> usize {
    rayon::current_num_threads()
}

/// Does independent jobs on all threads; results in the order of jobs.
pub fn each<T: Send + Sync, R: Send>(jobs: &[T], work: impl Fn(&T) -> R + Send + Sync) -> Vec<R> {
    jobs.par_iter().map(work).collect()
}

/// Simulates some blocks of a plan's paths.
///
/// Paths go in blocks of [`LANES`]. Whole blocks are spread over threads; their counts are integers, and their sums merge in the
/// order of blocks, so that nothing depends on threads. Memory is that of the counts, a block and some blocks' bins for each
/// thread, and the sums of the tree's open nodes.
///
/// # Errors
/// If `progress` stops the run.
pub fn simulate(plan: &Plan, blocks: Range<u64>, progress: &mut Progress) -> Result<Accumulated, Interrupted> {
    let model = market::model(plan);
    let (shapes, blocks_listed) = pilot(plan, model.as_ref());
    let mut sums = Tree::starting_at(blocks.start);
    let crew = Crew::new(plan, model.as_ref(), &shapes, blocks_listed);
    let batch = 32 * threads() as u64;
    let mut first = blocks.start;
    while first < blocks.end {
        let last = (first + batch).min(blocks.end);
        sums.join(crew.simulate(first..last));
        first = last;
        let horizon_value = plan.outputs.wants(Figures::Value).then(|| horizon_value(&sums).mean());
        let paths = (first * LANES as u64).min(plan.paths) - blocks.start * LANES as u64;
        if progress(&Status { paths, horizon_value }).is_break() {
            return Err(Interrupted);
        }
    }
    Ok(Accumulated { tallies: crew.into_tallies(), sums })
}

/// Values at the horizon, of the total or the only pool.
fn horizon_value(sums: &Tree<Vec<Sums>>) -> Moments {
    sums.nodes().filter_map(|subjects| subjects.last()?.value.last()).fold(Moments::default(), |mut all, value| {
        all.merge(value);
        all
    })
}

/// The accumulators of a run without paths: the figures a plan has are known from them before anything is computed.
#[must_use]
pub fn nothing(plan: &Plan) -> Accumulated {
    Accumulated { tallies: empty_tallies(plan), sums: Tree::starting_at(0) }
}

/// An empty stretch at the start of a plan's paths, which other stretches may join.
#[must_use]
pub fn beginning(plan: &Plan) -> Accumulated {
    Accumulated { tallies: pilot(plan, market::model(plan).as_ref()).0, sums: Tree::starting_at(0) }
}

/// Bytes of bins that a worker lists before it hands them over, so that they stay where its processor reaches them fast: as many
/// blocks as that, two at least and sixteen at most.
const LISTED: usize = 1 << 20;

/// Workers that wait for a block, as many as ever worked at once, and the histograms that all count into.
struct Crew<'a> {
    plan: &'a Plan,
    model: &'a dyn MarketModel,
    shapes: &'a [Tally],
    counted: Vec<Shared>,
    blocks_listed: u32,
    idle: Mutex<Vec<Worker<'a>>>,
}

impl<'a> Crew<'a> {
    fn new(plan: &'a Plan, model: &'a dyn MarketModel, shapes: &'a [Tally], blocks_listed: u32) -> Self {
        let counted = shapes.iter().map(Shared::new).collect();
        Self { plan, model, shapes, counted, blocks_listed, idle: Mutex::default() }
    }

    /// The sums of some blocks, each of which any thread that is free may take.
    fn simulate(&self, blocks: Range<u64>) -> Tree<Vec<Sums>> {
        let number = usize::try_from(blocks.end - blocks.start).unwrap_or(usize::MAX);
        (0..number)
            .into_par_iter()
            .with_max_len(1)
            .map(|place| self.block(blocks.start + place as u64))
            .reduce_with(|mut left, right| {
                left.join(right);
                left
            })
            .unwrap_or_else(|| Tree::starting_at(blocks.start))
    }

    fn block(&self, block: u64) -> Tree<Vec<Sums>> {
        let lock = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let worker = lock().pop();
        let lists = || self.shapes.iter().map(Tally::list).collect();
        let mut worker = worker.unwrap_or_else(|| Worker::new(self.plan, self.model, lists()));
        let mut sums = Tree::starting_at(block);
        sums.push(worker.block(block));
        if worker.blocks >= self.blocks_listed {
            worker.hand_over(&self.counted);
        }
        lock().push(worker);
        sums
    }

    /// What the workers counted.
    fn into_tallies(self) -> Vec<Tally> {
        let mut tallies = self.shapes.to_vec();
        for mut worker in self.idle.into_inner().unwrap_or_else(PoisonError::into_inner) {
            worker.hand_over(&self.counted);
            for (tally, recorder) in tallies.iter_mut().zip(worker.recorders) {
                tally.merge(&recorder.into_tally());
            }
        }
        for (tally, counted) in tallies.iter_mut().zip(self.counted) {
            counted.put_into(tally);
            tally.trim();
        }
        tallies
    }
}

/// The shapes of histograms, one tally a subject: from the spread of the first block, whatever blocks are simulated then; and how
/// many blocks' bins a worker may list.
fn pilot(plan: &Plan, model: &dyn MarketModel) -> (Vec<Tally>, u32) {
    let mut pilot = Worker::new(plan, model, empty_tallies(plan));
    pilot.block(0);
    let counted: Vec<Tally> = pilot.recorders.into_iter().map(Recorder::into_tally).collect();
    let block = LANES * size_of::<u32>() * counted.iter().map(Tally::histograms_used).sum::<usize>();
    let blocks = u32::try_from(LISTED / block.max(1)).unwrap_or(u32::MAX).clamp(2, 16);
    (counted.iter().map(|tally| tally.shaped(plan)).collect(), blocks)
}

fn empty_tallies(plan: &Plan) -> Vec<Tally> {
    vec![Tally::new(plan); plan.pools.len() + usize::from(plan.has_total())]
}

/// One thread's block of paths.
struct Worker<'a> {
    plan: &'a Plan,
    block: BlockState<'a>,
    recorders: Vec<Recorder<'a>>,
    /// Blocks since it last handed over.
    blocks: u32,
}

impl<'a> Worker<'a> {
    fn new(plan: &'a Plan, model: &'a dyn MarketModel, tallies: Vec<Tally>) -> Self {
        let subjects = plan.pools.iter().map(Some).chain(plan.has_total().then_some(None));
        let recorders = subjects.zip(tallies).map(|(subject, tally)| Recorder::new(plan, subject, tally)).collect();
        Self { plan, block: BlockState::new(plan, model), recorders, blocks: 0 }
    }

    /// Hands the bins it listed over to histograms.
    fn hand_over(&mut self, counted: &[Shared]) {
        self.blocks = 0;
        counted.iter().zip(&mut self.recorders).for_each(|(counted, recorder)| counted.take(recorder.tally_mut()));
    }

    fn block(&mut self, block: u64) -> Vec<Sums> {
        self.blocks += 1;
        let first_path = block * LANES as u64;
        let lanes = usize::try_from(self.plan.paths - first_path).unwrap_or(LANES).min(LANES);
        self.recorders.iter_mut().for_each(|recorder| recorder.begin(first_path, lanes));
        let recorders = &mut self.recorders;
        self.block.run(block, |event| match event {
            Event::Observed(step, pools, total, economy) => {
                for (recorder, pool) in recorders.iter_mut().zip(pools) {
                    recorder.observed(step, &pool.observed(), &economy);
                }
                if let Some((recorder, total)) = recorders.get_mut(pools.len()).zip(total) {
                    recorder.observed(step, &total.observed(), &economy);
                }
            }
            Event::Traded(step, pools, total) => {
                for (recorder, pool) in recorders.iter_mut().zip(pools) {
                    recorder.traded(step, &pool.traded());
                }
                if let Some((recorder, total)) = recorders.get_mut(pools.len()).zip(total) {
                    recorder.traded(step, &total.traded());
                }
            }
        });
        self.recorders.iter_mut().map(Recorder::end).collect()
    }
}
