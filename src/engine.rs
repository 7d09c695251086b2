//! Blocks of paths, threads, and merging in order: the only file that mentions rayon.

use std::ops::ControlFlow;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::market::{self, MarketModel, Paths, World};
use crate::plan::{Figures, Plan};
use crate::pool::PoolState;
use crate::pool::total::TotalState;
use crate::random::LANES;
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

/// What all paths came to, by subject: the pools in the plan's order, then the total if there is one.
pub struct Accumulated {
    /// Counts.
    pub tallies: Vec<Tally>,
    /// Sums.
    pub sums: Vec<Sums>,
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

/// Simulates all paths of a plan.
///
/// Paths go in blocks of [`LANES`]. Whole blocks are spread over threads; their counts are integers, and their sums merge in the
/// order of blocks, so that nothing depends on threads. Memory is that of one block, the counts of each thread, and the sums of
/// one batch of blocks.
///
/// # Errors
/// If `progress` stops the run.
pub fn simulate(plan: &Plan, progress: &mut Progress) -> Result<Accumulated, Interrupted> {
    let model = market::model(plan);
    let idle: Mutex<Vec<Worker>> = Mutex::default();
    let lock = || idle.lock().unwrap_or_else(PoisonError::into_inner);
    let blocks = plan.paths.div_ceil(LANES as u64);
    let batch = 32 * threads() as u64;
    let shapes = pilot(plan, model.as_ref());
    let mut tree = Tree::default();
    let mut horizon = Moments::default();
    let mut first = 0;
    while first < blocks {
        let last = (first + batch).min(blocks);
        let sums: Vec<Vec<Sums>> = (first..last)
            .into_par_iter()
            .map(|block| {
                let worker = lock().pop();
                let mut worker = worker.unwrap_or_else(|| Worker::new(plan, model.as_ref(), &shapes));
                let sums = worker.block(block);
                lock().push(worker);
                sums
            })
            .collect();
        for sums in sums {
            if let Some(value) = sums.last().and_then(|sums| sums.value.last()) {
                horizon.merge(value);
            }
            tree.push(sums);
        }
        first = last;
        let horizon_value = plan.outputs.wants(Figures::Value).then(|| horizon.mean());
        if progress(&Status { paths: (first * LANES as u64).min(plan.paths), horizon_value }).is_break() {
            return Err(Interrupted);
        }
    }
    let mut tallies = shapes;
    for worker in idle.into_inner().unwrap_or_else(PoisonError::into_inner) {
        for (tally, recorder) in tallies.iter_mut().zip(&worker.recorders) {
            tally.merge(recorder.tally());
        }
    }
    let sums = tree.into_whole().unwrap_or_else(|| vec![Sums::new(plan); tallies.len()]);
    Ok(Accumulated { tallies, sums })
}

/// The accumulators of a run without paths: the figures a plan has are known from them before anything is computed.
#[must_use]
pub fn nothing(plan: &Plan) -> Accumulated {
    let tallies = empty_tallies(plan);
    Accumulated { sums: vec![Sums::new(plan); tallies.len()], tallies }
}

/// The shapes of histograms, one tally a subject: from the spread of the first block, whatever blocks are simulated then.
fn pilot(plan: &Plan, model: &dyn MarketModel) -> Vec<Tally> {
    let mut pilot = Worker::new(plan, model, &empty_tallies(plan));
    pilot.block(0);
    pilot.recorders.iter().map(|recorder| recorder.tally().shaped(plan)).collect()
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
            Event::Observed(step, pools, total) => {
                for (recorder, pool) in recorders.iter_mut().zip(pools) {
                    recorder.observed(step, &pool.observed());
                }
                if let Some((recorder, total)) = recorders.get_mut(pools.len()).zip(total) {
                    recorder.observed(step, &total.observed());
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

/// A moment of a block at which there is something to write down.
pub enum Event<'b, 'a> {
    /// Prices are seen, nothing is traded yet; at the horizon nothing will be.
    Observed(usize, &'b [PoolState<'a>], Option<&'b TotalState>),
    /// Trades are done; the returns of the step come next.
    Traded(usize, &'b [PoolState<'a>], Option<&'b TotalState>),
}

/// The state of one block: its world, its pools and their total.
pub struct BlockState<'a> {
    plan: &'a Plan,
    world: Box<dyn World + 'a>,
    paths: Paths,
    pools: Vec<PoolState<'a>>,
    total: Option<TotalState>,
}

impl<'a> BlockState<'a> {
    /// Room for a block.
    #[must_use]
    pub fn new(plan: &'a Plan, model: &'a dyn MarketModel) -> Self {
        let watches_jumps = plan.outputs.wants(Figures::RollOff);
        Self {
            plan,
            world: model.world(),
            paths: Paths::new(plan.market.assets.len()),
            pools: plan.pools.iter().map(|pool| PoolState::new(pool, plan.time, watches_jumps)).collect(),
            total: plan.has_total().then(TotalState::new),
        }
    }

    /// Takes a block from its start to the horizon: the events of each step in the model's order.
    pub fn run(&mut self, block: u64, mut event: impl FnMut(Event<'_, 'a>)) {
        self.world.begin(block);
        self.pools.iter_mut().for_each(PoolState::begin);
        self.total.iter_mut().for_each(TotalState::begin);
        for step in 0..=self.plan.time.steps() {
            self.pools.iter_mut().for_each(|pool| pool.observe(step));
            if let Some(total) = &mut self.total {
                total.observe(&self.pools, self.plan.time.month_end(step).is_some());
            }
            event(Event::Observed(step, &self.pools, self.total.as_ref()));
            if step == self.plan.time.steps() {
                return;
            }
            self.trade(step);
            event(Event::Traded(step, &self.pools, self.total.as_ref()));
            self.earn(step + 1);
        }
    }

    /// Events 2 and 3 of all pools.
    fn trade(&mut self, step: usize) {
        for pool in &mut self.pools {
            pool.decide(step);
            pool.trade(step);
        }
        if let Some(total) = &mut self.total {
            total.trade(&self.pools);
        }
    }

    /// Events 4 to 6 of all pools, up to the step's end.
    fn earn(&mut self, end: usize) {
        self.world.step(&mut self.paths);
        for pool in &mut self.pools {
            pool.earn(&self.paths);
            pool.charge();
        }
        if let Some(total) = &mut self.total {
            total.grow(&self.pools);
        }
        self.pools.iter_mut().for_each(|pool| pool.flow(end));
        if let Some(total) = &mut self.total {
            total.flow(&self.pools);
        }
    }
}
