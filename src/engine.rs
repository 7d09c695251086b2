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
use crate::stats::tally::{Sums, Tally};
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
pub struct Accumulated {
    tallies: Vec<Tally>,
    sums: Tree<Vec<Sums>>,
}

impl Accumulated {
    /// The first block.
    #[must_use]
    pub fn first(&self) -> u64 {
        self.sums.first()
    }

    /// The block after the last.
    #[must_use]
    pub fn end(&self) -> Option<u64> {
        self.sums.end()
    }

    /// Whether the other one counts the same figures.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        let same = |(mine, theirs): (&Tally, &Tally)| mine.is_like(theirs);
        self.tallies.len() == other.tallies.len() && self.tallies.iter().zip(&other.tallies).all(same)
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
/// order of blocks, so that nothing depends on threads. Memory is that of one block, the counts of each thread, and the sums of
/// the tree's open nodes.
///
/// # Errors
/// If `progress` stops the run.
pub fn simulate(plan: &Plan, blocks: Range<u64>, progress: &mut Progress) -> Result<Accumulated, Interrupted> {
    let model = market::model(plan);
    let mut tallies = pilot(plan, model.as_ref());
    let mut sums = Tree::starting_at(blocks.start);
    let crew = Crew { plan, model: model.as_ref(), shapes: &tallies, idle: Mutex::default() };
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
    for counted in crew.into_tallies() {
        tallies.iter_mut().zip(&counted).for_each(|(tally, counted)| tally.merge(counted));
    }
    tallies.iter_mut().for_each(Tally::trim);
    Ok(Accumulated { tallies, sums })
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
    Accumulated { tallies: pilot(plan, market::model(plan).as_ref()), sums: Tree::starting_at(0) }
}

/// Workers that wait for a block, as many as ever worked at once.
struct Crew<'a> {
    plan: &'a Plan,
    model: &'a dyn MarketModel,
    shapes: &'a [Tally],
    idle: Mutex<Vec<Worker<'a>>>,
}

impl Crew<'_> {
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
        let mut worker = worker.unwrap_or_else(|| Worker::new(self.plan, self.model, self.shapes));
        let mut sums = Tree::starting_at(block);
        sums.push(worker.block(block));
        lock().push(worker);
        sums
    }

    /// What the workers counted.
    fn into_tallies(self) -> Vec<Vec<Tally>> {
        let workers = self.idle.into_inner().unwrap_or_else(PoisonError::into_inner);
        workers.into_iter().map(|worker| worker.recorders.into_iter().map(Recorder::into_tally).collect()).collect()
    }
}

/// The shapes of histograms, one tally a subject: from the spread of the first block, whatever blocks are simulated then.
fn pilot(plan: &Plan, model: &dyn MarketModel) -> Vec<Tally> {
    let mut pilot = Worker::new(plan, model, &empty_tallies(plan));
    pilot.block(0);
    pilot.recorders.into_iter().map(|recorder| recorder.into_tally().shaped(plan)).collect()
}

fn empty_tallies(plan: &Plan) -> Vec<Tally> {
    vec![Tally::new(plan); plan.pools.len() + usize::from(plan.has_total())]
}

/// One thread's block of paths.
struct Worker<'a> {
    plan: &'a Plan,
    block: BlockState<'a>,
    recorders: Vec<Recorder<'a>>,
}

impl<'a> Worker<'a> {
    fn new(plan: &'a Plan, model: &'a dyn MarketModel, tallies: &[Tally]) -> Self {
        let subjects = plan.pools.iter().map(Some).chain(plan.has_total().then_some(None));
        let recorders =
            subjects.zip(tallies).map(|(subject, tally)| Recorder::new(plan, subject, tally.clone())).collect();
        Self { plan, block: BlockState::new(plan, model), recorders }
    }

    fn block(&mut self, block: u64) -> Vec<Sums> {
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
