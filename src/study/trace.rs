//! Single paths of a run, month by month: the same numbers that the run used, bit for bit.

use std::collections::BTreeMap;

use crate::engine::{BlockState, Event};
use crate::lanes::LANES;
use crate::market;
use crate::plan::{FigureGroup, Plan, TimeGrid};
use crate::pool::PoolState;
use crate::stats::summary::PathTrace;

/// Follows the given paths through a run: by pool in the plan's order, one trace for each path in the order asked for.
///
/// Cost: one block of paths for each block that holds a path asked for.
#[must_use]
pub fn trace(plan: &Plan, paths: &[u64]) -> Vec<Vec<PathTrace>> {
    let plan = &with_trades(plan);
    let model = market::model(plan);
    let mut state = BlockState::new(plan, model.as_ref());
    let mut by_block: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (place, path) in paths.iter().enumerate() {
        by_block.entry(path / LANES as u64).or_default().push(place);
    }
    let blank = || paths.iter().map(|&path| PathTrace { path, ..PathTrace::default() }).collect();
    let mut traces: Vec<Vec<PathTrace>> = plan.pools.iter().map(|_| blank()).collect();
    for (block, places) in by_block {
        state.run(block, |event| match event {
            Event::Observed(step, pools, _, economy) => {
                let month_end = plan.time.month_end(step).is_some();
                each(pools, &places, &mut traces, |pool, lane, trace| {
                    grow(step, pool.legs(economy.market).map(|leg| leg[lane]), plan.time, trace);
                    if month_end {
                        observed(pool, lane, trace);
                        trace.price_level.push(economy.prices[lane]);
                    }
                });
            }
            Event::Traded(step, pools, _) if plan.time.month_end(step).is_some() => {
                each(pools, &places, &mut traces, |pool, lane, trace| traded(pool, step, lane, trace));
            }
            Event::Traded(..) | Event::Closed(..) => {}
        });
    }
    traces
}

/// The plan with its trades computed.
fn with_trades(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    plan.outputs.figures.push(FigureGroup::Trading);
    plan
}

/// Takes the legs' growth over the step that ends here into that of its month.
fn grow(step: usize, legs: [f64; 2], time: TimeGrid, trace: &mut PathTrace) {
    let months = [&mut trace.equity_growth, &mut trace.fixed_income_growth];
    for (months, leg) in months.into_iter().zip(legs) {
        match (step, months.last_mut()) {
            (0, _) => months.push(1.0),
            (_, Some(month)) if time.month_end(step - 1).is_none() => *month *= leg,
            _ => months.push(leg),
        }
    }
}

fn each(
    pools: &[PoolState],
    places: &[usize],
    traces: &mut [Vec<PathTrace>],
    write: impl Fn(&PoolState, usize, &mut PathTrace),
) {
    for (pool, traces) in pools.iter().zip(traces) {
        for &place in places {
            let trace = &mut traces[place];
            let lane = usize::try_from(trace.path % LANES as u64).unwrap_or(0);
            write(pool, lane, trace);
        }
    }
}

fn observed(pool: &PoolState, lane: usize, trace: &mut PathTrace) {
    let seen = pool.observed();
    trace.price.push(seen.price[lane]);
    trace.value.push(seen.value[lane]);
    trace.high.push(seen.high[lane]);
    if let Some(floored) = &seen.floor {
        trace.floor.push(floored.level[lane]);
        trace.known_floor.push(floored.known[lane]);
    }
    trace.unpaid.push(seen.unpaid[lane]);
    trace.region.push(pool.transfers()[lane]);
    trace.jump.extend(seen.jump.map(|jump| jump[lane]));
}

fn traded(pool: &PoolState, step: usize, lane: usize, trace: &mut PathTrace) {
    let seen = pool.traded();
    trace.target.push(pool.target(step)[lane]);
    trace.due.push(pool.due(step, lane));
    trace.share.push(seen.share[lane]);
    trace.traded.push(seen.traded.map_or(0.0, |traded| traded[lane]));
    trace.cost.push(seen.cost.map_or(0.0, |cost| cost[lane]));
    trace.stress.extend(pool.equity_stress(lane));
}
