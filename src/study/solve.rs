//! Which setting meets a target?

mod crossing;
mod rounding;

pub use crossing::TriedValue;
pub use rounding::decimals_of_error;

use crossing::{Crossing, crossing};
use rounding::{in_decimals, rounded};

use std::ops::Range;

use serde::Serialize;

use super::limits::Limit;
use super::run;
use crate::engine::{self, Progress};
use crate::plan::{KeptMonths, Plan};
use crate::stats::Estimate;
use crate::texts::{Message, Worded, message};
use crate::units::in_short;

/// Values tried inside the bracket in each round, on the same paths and in one pass over the market.
const INSIDE: u32 = 9;
/// The most rounds: the bracket shrinks tenfold in each.
const ROUNDS: u32 = 5;
/// The most rounds of whole numbers, which are parted until they are neighbours: enough for any number of 64 bits.
const ROUNDS_OF_WHOLE: u32 = 32;
/// The most decimals of a value tried.
const MOST_DECIMALS: usize = 12;
/// A bracket over which the figure changes by less than this share of its standard error is not parted further.
const ENOUGH: f64 = 0.5;

/// The range in which a value is sought.
#[derive(Debug, Clone, PartialEq)]
pub struct Bracket {
    /// The range from the least value to the greatest.
    pub range: Range<f64>,
    /// Whether the setting takes whole numbers only.
    pub whole: bool,
}

impl Bracket {
    /// The whole numbers in it, if the setting takes nothing else.
    #[must_use]
    pub fn of_whole(range: &Range<f64>) -> Self {
        Self { range: libm::ceil(range.start)..libm::floor(range.end), whole: true }
    }

    /// Values to try: its ends, and so many inside, evenly spread.
    fn parted(&self) -> Vec<f64> {
        let Range { start, end } = self.range;
        let part = |place: u32| start + (end - start) * (f64::from(place) / f64::from(INSIDE + 1));
        let values = (0..=INSIDE + 1).map(part);
        if !self.whole {
            return values.map(|value| in_decimals(value, MOST_DECIMALS)).collect();
        }
        let mut values: Vec<f64> = values.map(libm::round).collect();
        values.dedup_by(|a, b| (*a - *b).abs() < 0.5);
        values
    }

    /// Whether nothing is left to try between these two points.
    fn is_fine(&self, [before, after]: &[TriedValue; 2]) -> bool {
        if self.whole {
            return after.value - before.value < 1.5;
        }
        let change = after.figure.value - before.figure.value;
        change.abs() < ENOUGH * before.figure.standard_error.max(after.figure.standard_error)
    }
}

/// The setting at which a figure meets its bound.
#[derive(Debug, Clone, Serialize)]
pub struct Solution {
    /// The setting: that of the neighbours that meets the target.
    pub value: f64,
    /// The two neighbours among the values tried between which the figure crosses its bound.
    pub neighbours: [f64; 2],
    /// Decimals of a setting that its interval bears.
    #[serde(skip)]
    pub decimals: usize,
    /// The settings at which the ends of the figure's 95 % interval meet the bound; none where they do not within the
    /// bracket. Between them the target lies inside the Monte Carlo error. They are linear between values tried, and
    /// rounded outwards.
    pub interval: [Option<f64>; 2],
    /// The end of the interval at which the target is met with 97.5 % certainty.
    pub safe: Option<f64>,
    /// Every value tried, in order.
    pub points: Vec<TriedValue>,
    /// How often the figure crosses its bound among the values tried. If more than once, other settings meet it too.
    pub crossings: usize,
}

/// Why nothing was solved.
#[derive(Debug)]
pub enum Unsolved<E> {
    /// A value makes no plan.
    Plan(E),
    /// There is no solution.
    NoSolution(NoSolution),
    /// The run was stopped.
    Interrupted,
}

/// Why there is no solution.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum NoSolution {
    /// Every value tried meets the target, or none does.
    NoCrossing {
        /// Whether it is met.
        met: bool,
        /// The first and the last value.
        ends: Box<[TriedValue; 2]>,
    },
    /// The figure has a value at fewer than two of the values tried.
    Unknown {
        /// Where.
        at: f64,
    },
}

impl<E> From<NoSolution> for Unsolved<E> {
    fn from(error: NoSolution) -> Self {
        Self::NoSolution(error)
    }
}

impl Worded for NoSolution {
    fn message(&self) -> Message {
        match self {
            Self::NoCrossing { met, ends } => {
                let [low, high] = [&ends[0], &ends[1]].map(|end| in_short(end.value));
                let [first, last] = [&ends[0], &ends[1]].map(|end| in_short(end.figure.value));
                if *met {
                    message!(solve_all_meet, low, high, first, last)
                } else {
                    message!(solve_none_meets, low, high, first, last)
                }
            }
            Self::Unknown { at } => message!(solve_unknown, at = at.to_string()),
        }
    }
}

/// Finds where a figure meets its bound, on common paths. The bracket is parted into ten, and the part in which the
/// figure crosses the bound is the next bracket. It ends when the figure changes by less than half its standard error
/// over the bracket, or when its ends are neighbouring whole numbers. Then come the round numbers near the crossing, so
/// that the answer is one that was simulated, and meets the target. `plan_at` makes the plan of a value.
///
/// # Errors
/// If a value makes no plan, or if `progress` stops it. If the figure does not cross its bound between the ends, or has
/// no value.
pub fn solve<E>(
    target: &Limit,
    mut bracket: Bracket,
    plan_at: &dyn Fn(f64) -> Result<Plan, E>,
    progress: &mut Progress,
) -> Result<Solution, Unsolved<E>> {
    let mut points: Vec<TriedValue> = Vec::new();
    let rounds = if bracket.whole { ROUNDS_OF_WHOLE } else { ROUNDS };
    for round in 0..rounds {
        let mut values = bracket.parted();
        if round > 0 {
            // The ends were tried.
            values.pop();
            values.remove(0);
        }
        points.extend(tried(target, &values, plan_at, progress)?);
        points.sort_by(|a, b| a.value.total_cmp(&b.value));
        if points.len() < 2 {
            return Err(NoSolution::Unknown { at: bracket.range.start }.into());
        }
        let pair = crossing(&points, target, &bracket.range).ok_or_else(|| no_crossing(&points, target))?;
        bracket.range = pair[0].value..pair[1].value;
        if bracket.is_fine(&pair) {
            break;
        }
    }
    let pair =
        |points: &[TriedValue]| crossing(points, target, &bracket.range).ok_or_else(|| no_crossing(points, target));
    let crossed = Crossing::of(target, pair(&points)?, &points);
    let decimals = if bracket.whole { 0 } else { crossed.decimals() };
    if !bracket.whole {
        points.extend(tried(target, &crossed.round_numbers(&bracket.range, decimals), plan_at, progress)?);
        points.sort_by(|a, b| a.value.total_cmp(&b.value));
    }
    let [before, after] = pair(&points)?;
    let outwards = |value: f64, round: fn(f64) -> f64| rounded(value, decimals, round);
    let interval = [
        crossed.interval[0].map(|low| outwards(low, libm::floor)),
        crossed.interval[1].map(|high| outwards(high, libm::ceil)),
    ];
    let crossings = points.windows(2).filter(|pair| pair[0].meets(target) != pair[1].meets(target)).count();
    Ok(Solution {
        value: if crossed.met_below { before.value } else { after.value },
        neighbours: [before.value, after.value],
        decimals,
        interval,
        safe: interval[usize::from(!crossed.met_below)],
        points,
        crossings,
    })
}

/// Simulates the plans of some values on the same paths.
fn tried<E>(
    target: &Limit,
    values: &[f64],
    plan_at: &dyn Fn(f64) -> Result<Plan, E>,
    progress: &mut Progress,
) -> Result<Vec<TriedValue>, Unsolved<E>> {
    let plans: Vec<Plan> =
        values.iter().map(|&value| plan_at(value)).collect::<Result<_, _>>().map_err(Unsolved::Plan)?;
    let Some(first) = plans.first() else { return Ok(Vec::new()) };
    let blocks = 0..engine::blocks(first);
    let all: Vec<&Plan> = plans.iter().collect();
    let (done, _) = engine::simulate_all(&all, None, blocks, progress).map_err(|_| Unsolved::Interrupted)?;
    // A value without a figure (a depth where nothing is breached) is passed over; one whose error is unknown is taken
    // as it is.
    let point = |((plan, accumulated), &value): ((&Plan, engine::Accumulated), &f64)| {
        let figure =
            Some(run::summary(plan, accumulated).estimate(&target.figure)).filter(|of| of.value.is_finite())?;
        let end = |bound: f64| if bound.is_finite() { bound } else { figure.value };
        let standard_error = if figure.standard_error.is_finite() { figure.standard_error } else { 0.0 };
        Some(TriedValue { value, figure: Estimate { standard_error, interval: figure.interval.map(end), ..figure } })
    };
    Ok(plans.iter().zip(done).zip(values).filter_map(point).collect())
}

/// The plan with distributions at the ends of years only: a figure is looked at, not a month.
#[must_use]
pub fn lean(mut plan: Plan) -> Plan {
    plan.outputs.kept = KeptMonths::Years((1..=plan.time.months() / 12).collect());
    plan
}

fn no_crossing<E>(points: &[TriedValue], target: &Limit) -> Unsolved<E> {
    match (points.first(), points.last()) {
        (Some(first), Some(last)) => {
            NoSolution::NoCrossing { met: first.meets(target), ends: Box::new([*first, *last]) }.into()
        }
        _ => Unsolved::Interrupted,
    }
}

#[cfg(test)]
mod tests;
