//! What would the rule have done in real history? From one start, or from every month that history can be entered in.
//!
//! Each start is one path of the pool's own arithmetic ([`PoolState`](crate::pool::PoolState)) through what happened.
//! Nothing is drawn and nothing estimated, so no figure has a Monte Carlo error. Starts a month apart share all but one
//! month of their history: how figures spread over starts is no standard error.

mod entry;
mod figures;
mod replayed;

use indexmap::IndexMap;
use serde::Serialize;

use super::conventions::{
    AMOUNTS_WITHOUT_FLOWS, DIFFERENCE_TO_STATIC, EX_ANTE, EX_POST, FALLS_OF_HISTORY, PATH_OF_HISTORY, QUARTILES, RATES,
    SHARE, STATIC_MIX, TIME_OF_HISTORY, listed,
};
use crate::plan::{History, LeftOut, Plan};
use crate::pool::floor::is_below;
use crate::stats::summary::{PathTrace, VERSION};
use crate::units::Month;

use entry::PoolHistory;
pub use entry::{BacktestError, BacktestRequest, LEAST_MONTHS};
pub use figures::{FollowedStart, OverStarts, PathFigures, StartSpread};

/// The pool's paths through history.
#[derive(Debug, Clone, Serialize)]
pub struct Backtest {
    /// Version of skans.
    pub skans: String,
    /// The configuration's name.
    pub name: String,
    /// The pool.
    pub pool: String,
    /// The history's column of each asset that the pool holds.
    pub columns: IndexMap<String, String>,
    /// Months of the history that are left out, since a column has no value beside them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// What the figures mean.
    pub conventions: IndexMap<String, String>,
    /// The months that each start is followed; none: to the end of the history.
    pub months: Option<u32>,
    /// The start asked for, or the first of all.
    pub path: ReplayedStart,
    /// Every start, oldest first; empty where one was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub starts: Vec<FollowedStart>,
    /// The spread of figures over the starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over_starts: Option<OverStarts>,
}

/// One start, month by month.
#[derive(Debug, Clone, Serialize)]
pub struct ReplayedStart {
    /// Its figures.
    #[serde(flatten)]
    pub start: FollowedStart,
    /// Its month-ends.
    pub rows: Vec<ReplayedMonth>,
}

/// A month-end of a path.
#[derive(Debug, Clone, Serialize)]
pub struct ReplayedMonth {
    /// Months since the start.
    pub month: u32,
    /// The month-end.
    pub date: String,
    /// Price of a unit, 1 at the start.
    pub price: f64,
    /// Value, SEK, of the opening value without flows.
    pub value: f64,
    /// Rolling high of what is observed: unit price, or value in SEK.
    pub high: f64,
    /// Floor under what is observed; none where the pool has none.
    pub floor: Option<f64>,
    /// Floor under the value, SEK.
    pub floor_value: Option<f64>,
    /// Stress of equities that the rule reckons with; none for a static rule, and at the end.
    pub stress: Option<f64>,
    /// Equity share that the rule allows; none at the end, where nothing is decided.
    pub target: Option<f64>,
    /// Equity share after trading.
    pub share: Option<f64>,
    /// Below the floor known the month before.
    pub breach_ex_ante: bool,
    /// Below the floor of the day.
    pub breach_ex_post: bool,
    /// In cash-lock: an equity share below the configuration's bound.
    pub cash_lock: bool,
}

/// Whether a request fits a plan and a history, and the months of it that are left out.
///
/// # Errors
/// If it does not fit.
pub fn check(plan: &Plan, history: &History, request: &BacktestRequest) -> Result<Vec<LeftOut>, BacktestError> {
    let entry = PoolHistory::new(plan, history, request)?;
    entry.starts(request)?;
    Ok(entry.left_out())
}

/// Follows a pool of a plan through history.
///
/// What the plan says of the world is left aside: history takes its place. What is tied to the configuration's own
/// dates is left aside too: flows, and the unit prices before its start.
///
/// # Errors
/// If the request does not fit the plan or the history.
pub fn backtest(plan: &Plan, history: &History, request: &BacktestRequest) -> Result<Backtest, BacktestError> {
    let entry = PoolHistory::new(plan, history, request)?;
    let starts = entry.starts(request)?;
    let (traces, shares) = replayed::follow(plan, &entry, &starts);
    let mut found: Vec<FollowedStart> = Vec::with_capacity(starts.len());
    for (&(start, months), (trace, mix)) in starts.iter().zip(traces.iter().zip(&shares)) {
        found.push(FollowedStart {
            start,
            end: start.plus(months),
            months,
            rule: figures::figures(plan, entry.pool, trace),
            static_mix: mix.as_ref().map(|mix| figures::figures(plan, entry.pool, mix)),
        });
    }
    let path = ReplayedStart { rows: rows(plan, &entry, starts[0].0, &traces[0]), start: found[0].clone() };
    let every = request.from.is_none();
    Ok(Backtest {
        skans: VERSION.to_owned(),
        name: plan.name.clone(),
        pool: entry.pool.name.clone(),
        columns: entry.names(plan, history),
        left_out: entry.left_out(),
        conventions: listed([
            PATH_OF_HISTORY,
            AMOUNTS_WITHOUT_FLOWS,
            RATES,
            TIME_OF_HISTORY,
            FALLS_OF_HISTORY,
            EX_ANTE,
            EX_POST,
            SHARE,
            STATIC_MIX,
            DIFFERENCE_TO_STATIC,
            QUARTILES,
        ]),
        months: request.months,
        path,
        over_starts: every.then(|| OverStarts::new(&found)),
        starts: if every { found } else { Vec::new() },
    })
}

fn rows(plan: &Plan, entry: &PoolHistory, start: Month, trace: &PathTrace) -> Vec<ReplayedMonth> {
    let row = |(month, at): (u32, usize)| {
        let (price, value) = (trace.price[at], trace.value[at]);
        let observed = trace.observed(entry.pool.high.of)[at];
        let floor = trace.floor.get(at).copied();
        let share = trace.share.get(at).copied();
        let worth = if observed > 0.0 { value / observed } else { 0.0 };
        ReplayedMonth {
            month,
            date: start.plus(month).date().to_string(),
            price,
            value,
            high: trace.high[at],
            floor,
            floor_value: floor.map(|floor| floor * worth),
            stress: trace.stress.get(at).copied(),
            target: trace.target.get(at).copied(),
            share,
            breach_ex_ante: trace.known_floor.get(at).is_some_and(|&known| is_below(observed, known)),
            breach_ex_post: floor.is_some_and(|floor| is_below(observed, floor)),
            cash_lock: share.is_some_and(|share| share < plan.outputs.cash_lock.get()),
        }
    };
    (0_u32..).zip(0..trace.price.len()).map(row).collect()
}
