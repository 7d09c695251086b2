//! Starts as paths of a plan: the pool's own arithmetic, through given months.

use std::sync::Arc;

use indexmap::IndexMap;
use ndarray::Array3;

use super::entry::PoolHistory;
use crate::engine;
use crate::numerics::mean;
use crate::plan::{Flows, Law, Market, Plan, Pool, Pools, Prices, Scenarios, TimeGrid, UnitPrices};
use crate::stats::summary::PathTrace;
use crate::study::trace::trace;
use crate::units::{Deviation, Month, Rate};

/// Each start with its months under the pool's rule, and under the static mix that has the rule's mean share.
pub(super) fn follow(
    plan: &Plan,
    entry: &PoolHistory,
    starts: &[(Month, u32)],
) -> (Vec<PathTrace>, Vec<Option<PathTrace>>) {
    let ruled = through(plan, entry, entry.pool.clone(), starts).map_or_else(Vec::new, |plan| paths(&plan, starts));
    let pairs: Vec<_> = starts.iter().zip(&ruled).collect();
    let mixes = engine::each(&pairs, |&(start, ruled)| {
        let mix = static_mix(entry.pool, mean(&ruled.share))?;
        paths(&through(plan, entry, mix, &[*start])?, &[*start]).pop()
    });
    (ruled, mixes)
}

/// The pool with one share always, by the same rebalancing at the same costs.
fn static_mix(pool: &Pool, share: f64) -> Option<Pool> {
    pool.rule.is_dynamic().then(|| pool.static_mix(share))
}

/// The plan whose paths are these starts of one pool; none without a start. Past the end of a shorter start markets
/// stand still.
fn through(plan: &Plan, entry: &PoolHistory, pool: Pool, starts: &[(Month, u32)]) -> Option<Plan> {
    let months = starts.iter().map(|(_, months)| *months).max().unwrap_or(0);
    let shape = (starts.len(), months as usize, entry.columns.len());
    let returns = Array3::from_shape_fn(shape, |(path, month, asset)| {
        let (start, length) = starts[path];
        match entry.columns[asset] {
            Some(column) if month < length as usize => entry.history.values()[(entry.first_row(start) + month, column)],
            _ => 0.0,
        }
    });
    let mut assets = plan.market.assets.clone();
    for asset in &mut assets {
        asset.expected_return_error = Deviation::ZERO;
    }
    let market = Market {
        assets,
        law: Law::Given(Scenarios::new(returns, false).ok()?),
        prices: Prices::Constant(Rate::ZERO),
        crisis: None,
        targets: Vec::new(),
        events: Vec::new(),
    };
    Some(Plan {
        scenarios: Vec::new(),
        name: plan.name.clone(),
        title: plan.title.clone(),
        start: starts.first().map_or(plan.start, |(start, _)| *start),
        time: TimeGrid::new(months, 1),
        paths: starts.len() as u64,
        seed: plan.seed,
        market: Arc::new(market),
        pools: Pools::one(Pool { flows: Flows::default(), history: UnitPrices::default(), ..pool }),
        region: None,
        outputs: plan.outputs.clone(),
        limits: IndexMap::new(),
    })
}

/// The paths of a plan of one pool, each as long as its start.
fn paths(plan: &Plan, starts: &[(Month, u32)]) -> Vec<PathTrace> {
    let all: Vec<u64> = (0..plan.paths()).collect();
    let mut traces = trace(plan, &all).pop().unwrap_or_default();
    for (trace, (_, months)) in traces.iter_mut().zip(starts) {
        shorten(trace, *months as usize);
    }
    traces
}

/// Leaves the months up to one, which becomes the last: nothing is decided there.
fn shorten(trace: &mut PathTrace, months: usize) {
    let PathTrace {
        path: _,
        price,
        value,
        high,
        floor,
        known_floor,
        equity_growth,
        fixed_income_growth,
        price_level,
        unpaid,
        region,
        jump,
        stress,
        target,
        due,
        share,
        traded,
        cost,
    } = trace;
    for observed in
        [price, value, high, floor, known_floor, equity_growth, fixed_income_growth, price_level, unpaid, region, jump]
    {
        observed.truncate(months + 1);
    }
    for decided in [stress, target, due, share, traded, cost] {
        decided.truncate(months);
    }
}
