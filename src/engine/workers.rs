//! Workers that simulate blocks of the paths of some plans, and their results.

use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use super::block::{BlockState, Event, paths_of_block, pools_in_common};
use super::threads::blocks_in_order;
use crate::lanes::LANES;
use crate::market::{self, MarketModel};
use crate::plan::Plan;
use crate::pool::PoolState;
use crate::pool::total::TotalState;
use crate::stats::paired::{FigureCoMoments, Pairing};
use crate::stats::recorder::{PoolRecorder, Recorder, RegionRecorder};
use crate::stats::tally::{SharedHistograms, Sums, Tally};
use crate::stats::tree::Tree;

/// Bytes of bins that a worker lists before it hands them over, so that they stay where its processor reaches them
/// fast. It lists as many blocks, two at least and sixteen at most.
const LISTED_BYTES: usize = 1 << 20;

/// Plans that live in one world: their places among all plans.
pub(super) struct SharedWorld<'a> {
    model: Box<dyn MarketModel + 'a>,
    plans: Vec<usize>,
}

/// The first pools of a plan that are those of another plan, and are simulated once for both.
#[derive(Debug, Clone, Copy)]
struct SharedPools {
    /// The other plan.
    plan: usize,
    /// How many; 0 of a plan that simulates all of its own.
    pools: usize,
}

/// By plan, the pools that are simulated with another plan.
fn shared_pools(plans: &[&Plan], worlds: &[SharedWorld]) -> Vec<SharedPools> {
    let mut shared: Vec<SharedPools> = (0..plans.len()).map(|plan| SharedPools { plan, pools: 0 }).collect();
    for SharedWorld { plans: places, .. } in worlds {
        let others: Vec<&Plan> = places[1..].iter().map(|&place| plans[place]).collect();
        let pools = pools_in_common(plans[places[0]], &others);
        places[1..].iter().for_each(|&place| shared[place] = SharedPools { plan: places[0], pools });
    }
    shared
}

/// The worlds of some plans, each with those that share it.
pub(super) fn worlds<'a>(plans: &[&'a Plan]) -> Vec<SharedWorld<'a>> {
    let mut worlds: Vec<SharedWorld<'a>> = Vec::new();
    for (place, plan) in plans.iter().enumerate() {
        let shared = worlds.iter_mut().find(|world| {
            let first = plans[world.plans[0]];
            (plan.time, plan.seed) == (first.time, first.seed) && plan.market == first.market
        });
        match shared {
            Some(world) => world.plans.push(place),
            None => worlds.push(SharedWorld { model: market::model(plan), plans: vec![place] }),
        }
    }
    worlds
}

/// Sums of consecutive blocks: by plan those of each subject, and those of paired figures. Counts are kept by the
/// workers.
pub(super) struct BlockSums {
    pub(super) sums: Vec<Tree<Vec<Sums>>>,
    pub(super) pairs: Tree<FigureCoMoments>,
}

impl BlockSums {
    pub(super) fn starting_at(block: u64, plans: usize) -> Self {
        Self { sums: (0..plans).map(|_| Tree::starting_at(block)).collect(), pairs: Tree::starting_at(block) }
    }

    /// Takes in the stretch that begins where this one ends.
    pub(super) fn join(&mut self, next: Self) {
        self.sums.iter_mut().zip(next.sums).for_each(|(mine, theirs)| mine.join(theirs));
        self.pairs.join(next.pairs);
    }
}

/// Workers that wait for a block, as many as ever worked at once, and by plan and subject the histograms that all count
/// into.
pub(super) struct Workers<'a> {
    plans: &'a [&'a Plan],
    worlds: &'a [SharedWorld<'a>],
    pairing: Option<&'a Pairing>,
    shared: Vec<SharedPools>,
    shapes: Vec<Vec<Tally>>,
    counted: Vec<Vec<SharedHistograms>>,
    blocks_listed: u32,
    idle: Mutex<Vec<Worker<'a>>>,
}

impl<'a> Workers<'a> {
    pub(super) fn new(plans: &'a [&'a Plan], worlds: &'a [SharedWorld<'a>], pairing: Option<&'a Pairing>) -> Self {
        let (shapes, blocks_listed) = pilot(plans, worlds);
        let counted = shapes.iter().map(|tallies| tallies.iter().map(SharedHistograms::new).collect()).collect();
        let shared = shared_pools(plans, worlds);
        Self { plans, worlds, pairing, shared, shapes, counted, blocks_listed, idle: Mutex::default() }
    }

    /// The sums of some blocks, each of which any thread that is free may take.
    pub(super) fn simulate(&self, blocks: Range<u64>) -> BlockSums {
        let none = BlockSums::starting_at(blocks.start, self.plans.len());
        let join = |mut left: BlockSums, right| {
            left.join(right);
            left
        };
        blocks_in_order(blocks, |block| self.block(block), join).unwrap_or(none)
    }

    fn block(&self, block: u64) -> BlockSums {
        let lock = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let worker = lock().pop();
        let lists = || self.shapes.iter().map(|tallies| tallies.iter().map(Tally::list).collect()).collect();
        let mut worker =
            worker.unwrap_or_else(|| Worker::new(self.plans, self.worlds, lists(), self.pairing.is_some()));
        let mut done = BlockSums::starting_at(block, self.plans.len());
        for (tree, sums) in done.sums.iter_mut().zip(worker.block(block)) {
            tree.push(sums);
        }
        done.pairs.push(self.pairing.map_or_else(FigureCoMoments::default, |pairing| {
            pairing.co_moments(|plan, subject| worker.recorder(self.shared[plan], plan, subject))
        }));
        if worker.blocks >= self.blocks_listed {
            worker.hand_over(&self.counted);
        }
        lock().push(worker);
        done
    }

    /// Counts of the workers, by plan and subject; pools simulated with another plan are put into the tallies and sums
    /// of each.
    pub(super) fn into_tallies(self, sums: &mut [Tree<Vec<Sums>>]) -> Vec<Vec<Tally>> {
        let mut tallies = self.shapes;
        for mut worker in self.idle.into_inner().unwrap_or_else(PoisonError::into_inner) {
            worker.hand_over(&self.counted);
            let recorders = worker.recorders.into_iter().flatten();
            for (tally, recorder) in tallies.iter_mut().flatten().zip(recorders) {
                tally.merge(&recorder.into_tally());
            }
        }
        for (tally, counted) in tallies.iter_mut().flatten().zip(self.counted.into_iter().flatten()) {
            counted.put_into(tally);
            tally.trim();
        }
        for (place, shared) in self.shared.iter().enumerate().filter(|(_, shared)| shared.pools > 0) {
            let first = tallies[shared.plan][..shared.pools].to_vec();
            tallies[place].splice(0..0, first);
            let (earlier, own_and_later) = sums.split_at_mut(place);
            own_and_later[0].with_each(&earlier[shared.plan], |own, whole| {
                own.splice(0..0, whole[..shared.pools].iter().cloned());
            });
        }
        tallies
    }
}

/// The shapes of histograms by plan and subject, and how many blocks' bins a worker may list. Shapes come from the
/// spread of the first block, whatever blocks are simulated then.
pub(super) fn pilot<'a>(plans: &'a [&'a Plan], worlds: &'a [SharedWorld<'a>]) -> (Vec<Vec<Tally>>, u32) {
    let empty = plans
        .iter()
        .zip(shared_pools(plans, worlds))
        .map(|(plan, shared)| Tally::of_subjects(plan, shared.pools))
        .collect();
    let mut pilot = Worker::new(plans, worlds, empty, false);
    pilot.block(0);
    let counted: Vec<Vec<Tally>> =
        pilot.recorders.into_iter().map(|plan| plan.into_iter().map(Recorder::into_tally).collect()).collect();
    let block = LANES * size_of::<u32>() * counted.iter().flatten().map(Tally::histograms_used).sum::<usize>();
    let blocks = u32::try_from(LISTED_BYTES / block.max(1)).unwrap_or(u32::MAX).clamp(2, 16);
    let shaped = |(counted, plan): (&Vec<Tally>, &&Plan)| counted.iter().map(|tally| tally.shaped(plan)).collect();
    (counted.iter().zip(plans).map(shaped).collect(), blocks)
}

/// One thread's block of paths.
struct Worker<'a> {
    plans: &'a [&'a Plan],
    /// Each world, with the places of the plans in it.
    blocks_of_worlds: Vec<(BlockState<'a>, &'a [usize])>,
    /// By plan and subject, without the pools simulated with another plan.
    recorders: Vec<Vec<Recorder<'a>>>,
    /// Blocks since it last handed over.
    blocks: u32,
}

impl<'a> Worker<'a> {
    fn new(plans: &'a [&'a Plan], worlds: &'a [SharedWorld<'a>], tallies: Vec<Vec<Tally>>, keep: bool) -> Self {
        let recorders = |(plan, tallies): (&&'a Plan, Vec<Tally>)| {
            let pools: Vec<_> = plan.pools.iter().map(Some).chain(plan.has_total().then_some(None)).collect();
            // As many as there are tallies: without the first pools where another plan has them.
            let own = pools.len() + usize::from(plan.region.is_some()) - tallies.len();
            let mut pools = pools.into_iter().skip(own);
            let recorder = |tally| match tally {
                Tally::Pool(tally) => {
                    let subject = pools.next().flatten();
                    Recorder::Pool(Box::new(PoolRecorder::new(plan, subject, tally, keep)))
                }
                Tally::Region(tally) => Recorder::Region(Box::new(RegionRecorder::new(plan, tally, keep))),
            };
            tallies.into_iter().map(recorder).collect()
        };
        let block = |world: &'a SharedWorld<'a>| {
            let others: Vec<&Plan> = world.plans[1..].iter().map(|&place| plans[place]).collect();
            (BlockState::of_plans(plans[world.plans[0]], &others, world.model.as_ref()), world.plans.as_slice())
        };
        Self {
            plans,
            blocks_of_worlds: worlds.iter().map(block).collect(),
            recorders: plans.iter().zip(tallies).map(recorders).collect(),
            blocks: 0,
        }
    }

    /// The recorder of a plan's subject.
    fn recorder(&self, shared: SharedPools, plan: usize, subject: usize) -> &Recorder<'a> {
        match subject.checked_sub(shared.pools) {
            Some(own) => &self.recorders[plan][own],
            None => &self.recorders[shared.plan][subject],
        }
    }

    /// Hands the bins it listed over to histograms.
    fn hand_over(&mut self, counted: &[Vec<SharedHistograms>]) {
        self.blocks = 0;
        let recorders = self.recorders.iter_mut().flatten();
        counted.iter().flatten().zip(recorders).for_each(|(counted, recorder)| recorder.hand_over(counted));
    }

    /// Takes a block of every plan to the horizon: by plan and subject its sums.
    fn block(&mut self, block: u64) -> Vec<Vec<Sums>> {
        self.blocks += 1;
        let first_path = block * LANES as u64;
        let lanes = paths_of_block(self.plans[0], block);
        self.recorders.iter_mut().flatten().for_each(|recorder| recorder.begin(first_path, lanes));
        let recorders = &mut self.recorders;
        for (state, places) in &mut self.blocks_of_worlds {
            state.run_each(block, |number, event| record(&event, &mut recorders[places[number]]));
        }
        self.recorders.iter_mut().map(|plan| plan.iter_mut().map(Recorder::end).collect()).collect()
    }
}

/// Writes an event down, for each pool, the total and the region.
fn record(event: &Event, recorders: &mut [Recorder]) {
    let of_pools = recorders.iter_mut().filter_map(|recorder| match recorder {
        Recorder::Pool(recorder) => Some(recorder),
        Recorder::Region(_) => None,
    });
    match *event {
        Event::Observed(step, pools, total, economy) => {
            let seen = pools.iter().map(PoolState::observed).chain(total.map(TotalState::observed));
            of_pools.zip(seen).for_each(|(recorder, seen)| recorder.observed(step, &seen, &economy));
        }
        Event::Traded(step, pools, total) => {
            let seen = pools.iter().map(PoolState::traded).chain(total.map(TotalState::traded));
            of_pools.zip(seen).for_each(|(recorder, seen)| recorder.traded(step, &seen));
        }
        Event::Closed(year, region) => {
            for recorder in recorders {
                if let Recorder::Region(recorder) = recorder {
                    recorder.closed(year, region.year_end());
                }
            }
        }
    }
}
