//! Reverse stress: the smallest falls after which a pool is below its floor. Of a pool that begins below it there are
//! none to be found.
//!
//! Each is found on the exact path that the pool would take, month by month under its rule. A grid of falls a
//! percentage point apart is tried from the smallest up. The first that breaks the floor is refined by bisection. The
//! floor may hold at every fall: equities that are a tenth of a pool cannot take 15 % of it. Then no fall breaks it.
//! Where the rule's assumed stress follows the market, a larger fall in each month may do less harm than a smaller one.
//! The rule then sells sooner. The grid finds the smallest all the same, to its percentage point.

use indexmap::IndexMap;
use ndarray::Array2;
use serde::Serialize;

use crate::numerics::search::bisect;
use crate::plan::{AssetClass, Floor, Plan, Pool, Pools, Replay};
use crate::pool::floor::{depth, is_below};
use crate::stats::summary::PathTrace;
use crate::study::trace::trace;

/// Months over which equities fall evenly.
pub const SPANS: [u32; 3] = [3, 6, 12];
/// The largest fall that is tried: beyond it nothing is left to fall.
pub const MOST: f64 = 0.999;

/// The smallest falls that break a pool's floor; none where no fall does, or where it is broken already.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PoolReverse {
    /// The part by which the pool is below its floor of the day already at the start, `(floor - value) / floor`; none
    /// if it is not.
    pub already_below: Option<f64>,
    /// The fall of equities in one month, fixed income growing as expected.
    pub equities: Option<f64>,
    /// The same, fixed income standing still.
    pub equities_alone: Option<f64>,
    /// The fall of equities in each of so many months, the same every month, fixed income growing as expected.
    pub equities_monthly: Vec<Monthly>,
    /// The fall of fixed income in one month, equities standing still.
    pub fixed_income_alone: Option<f64>,
}

/// A fall that is the same every month.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Monthly {
    /// The months of the fall.
    pub months: u32,
    /// The smallest fall a month.
    pub fall: Option<f64>,
}

/// The growth of the legs in each month.
#[derive(Clone, Copy)]
struct Fall {
    months: u32,
    /// Growth of equities and of fixed income; none where as expected.
    growth: [Option<f64>; 2],
}

/// The smallest falls, by pool that has a floor. `still` is the plan on any path.
#[must_use]
pub fn reverse(still: &Plan, expected: &[f64]) -> IndexMap<String, PoolReverse> {
    let floored = still.pools.iter().enumerate().filter(|(_, pool)| pool.floor != Floor::None);
    let now: Vec<Option<f64>> =
        still.pools.iter().zip(trace(still, &[0])).map(|(pool, traces)| already_below(pool, &traces[0])).collect();
    let smallest = |pool: usize, fall: &dyn Fn(f64) -> Fall| {
        now[pool].is_none().then(|| smallest(|size| breaks(still, pool, expected, fall(size)))).flatten()
    };
    let of = |pool: usize| PoolReverse {
        already_below: now[pool],
        equities: smallest(pool, &|size| Fall { months: 1, growth: [Some(1.0 - size), None] }),
        equities_alone: smallest(pool, &|size| Fall { months: 1, growth: [Some(1.0 - size), Some(1.0)] }),
        equities_monthly: SPANS
            .into_iter()
            .map(|months| {
                let fall = smallest(pool, &|size| Fall { months, growth: [Some(1.0 - size), None] });
                Monthly { months, fall }
            })
            .collect(),
        fixed_income_alone: smallest(pool, &|size| Fall { months: 1, growth: [Some(1.0), Some(1.0 - size)] }),
    };
    floored.map(|(place, pool)| (pool.name.clone(), of(place))).collect()
}

/// Whether a pool is below its floor of the day at any month-end of a fall.
fn breaks(still: &Plan, pool: usize, expected: &[f64], fall: Fall) -> bool {
    let growth = Array2::from_shape_fn((fall.months as usize, expected.len()), |(_, series)| {
        let leg = still.market.assets.get(series).and_then(|asset| match asset.class {
            AssetClass::Equity => fall.growth[0],
            AssetClass::FixedIncome => fall.growth[1],
        });
        leg.unwrap_or(expected[series])
    });
    let Ok(path) = Replay::new(growth, expected.to_vec()) else { return false };
    let mut plan = still.on_path(path);
    // The others matter only where money flows between them.
    let place = if plan.region.is_some() { pool } else { 0 };
    if plan.region.is_none() {
        plan.pools = Pools::one(plan.pools[pool].clone());
    }
    let trace = &trace(&plan, &[0])[place][0];
    trace
        .observed(plan.pools[place].high.of)
        .iter()
        .zip(&trace.floor)
        .skip(1)
        .any(|(&level, &floor)| is_below(level, floor))
}

/// The depth at which a path begins below its floor.
fn already_below(pool: &Pool, trace: &PathTrace) -> Option<f64> {
    let (&level, &floor) = (trace.observed(pool.high.of).first()?, trace.floor.first()?);
    is_below(level, floor).then(|| depth(level, floor))
}

/// The smallest fall in `[0, MOST]` that breaks something: the first of a grid that does, refined by bisection to
/// 1e-13.
fn smallest(breaks: impl Fn(f64) -> bool) -> Option<f64> {
    const STEPS: u32 = 100;
    // A step is 0.00999: its half of a half … is below 1e-13 after so many.
    const HALVINGS: u32 = 37;
    if breaks(0.0) {
        return Some(0.0);
    }
    let grid = |step: u32| MOST * f64::from(step) / f64::from(STEPS);
    let first = (1..=STEPS).find(|&step| breaks(grid(step)))?;
    let [_, broken] = bisect(grid(first - 1), grid(first), HALVINGS, breaks);
    Some(broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_is_found_from_below_and_none_is_none() {
        assert!((smallest(|fall| fall >= 0.2512).unwrap() - 0.2512).abs() < 1e-12);
        assert_eq!(smallest(|_| true), Some(0.0));
        assert_eq!(smallest(|_| false), None);
        // Breaks, holds again, breaks: the first counts.
        assert!((smallest(|fall| (0.3..0.4).contains(&fall) || fall > 0.8).unwrap() - 0.3).abs() < 1e-12);
    }
}
