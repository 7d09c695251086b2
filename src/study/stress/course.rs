//! The course of a pool on a path, and its outcome.

use super::pool_outcome::{Course, DeepestFall, FloorBreach, MonthEnd, PoolOutcome};
use crate::ledger::average_cost::{Income, PoolBooks, PoolMonth};
use crate::plan::{HighOf, Pool};
use crate::pool::floor::{depth, is_below};
use crate::pool::rolling_high::{fall, highs};
use crate::pool::total::TotalState;
use crate::stats::summary::PathTrace;
use crate::units::MONTHS_PER_YEAR;

/// The observed number at each month-end, its high, and the floors known before and of the day.
pub(super) struct ObservedCourse {
    level: Vec<f64>,
    high: Vec<f64>,
    known_floor: Vec<f64>,
    floor: Vec<f64>,
}

/// The observations of a pool.
pub(super) fn observed(pool: &Pool, trace: &PathTrace) -> ObservedCourse {
    ObservedCourse {
        level: trace.observed(pool.high.of).to_vec(),
        high: trace.high.clone(),
        known_floor: trace.known_floor.clone(),
        floor: trace.floor.clone(),
    }
}

/// The observations of the total: its units, and no floor.
pub(super) fn of_units(ends: &[MonthEnd]) -> ObservedCourse {
    let level: Vec<f64> = ends.iter().map(|end| end.price).collect();
    ObservedCourse { high: highs(&level, Some(TotalState::WINDOW)), level, known_floor: Vec::new(), floor: Vec::new() }
}

/// The month-ends of a pool's path, with its books.
pub(super) fn of_pool(pool: &Pool, trace: &PathTrace) -> Vec<MonthEnd> {
    let after_fee = pool.after_fees(1.0 / MONTHS_PER_YEAR);
    let share = |end: usize| trace.share.get(end).copied();
    let mut books = PoolBooks::open(trace.value[0], share(0).unwrap_or(0.0), pool.opening_cost);
    let mut ends = Vec::with_capacity(trace.value.len());
    for end in 0..trace.value.len() {
        if let (Some(before), Some(share)) = (end.checked_sub(1), end.checked_sub(1).and_then(share)) {
            books.book_month(&PoolMonth {
                share,
                trading_cost: trace.cost[before],
                growth: [trace.equity_growth[end], trace.fixed_income_growth[end]],
                after_fee,
                closing_value: trace.value[end],
            });
        }
        // Of units, those held now.
        let units = match pool.high.of {
            HighOf::UnitPrice if trace.price[end] > 0.0 => trace.value[end] / trace.price[end],
            HighOf::UnitPrice => 0.0,
            HighOf::MarketValue => 1.0,
        };
        let worth = |level: &[f64]| level.get(end).map(|level| level * units);
        ends.push(MonthEnd {
            month: month(end),
            value: trace.value[end],
            price: trace.price[end],
            high: trace.high[end] * units,
            floor: worth(&trace.floor),
            known_floor: worth(&trace.known_floor).filter(|_| end > 0),
            share: share(end),
            book_cost: books.cost(),
            income: books.income(),
            flows: books.flows(),
        });
    }
    ends
}

/// All pools together: sums, and a unit that holds all pools as they are, `P' = P Σ V_p' / Σ V_p`, the values after the
/// month being those before its flows.
pub(super) fn of_total(pools: &[&[MonthEnd]]) -> Vec<MonthEnd> {
    let sum = |end: usize, of: fn(&MonthEnd) -> f64| pools.iter().fold(0.0, |sum, ends| sum + of(&ends[end]));
    let mut price = 1.0;
    let mut ends: Vec<MonthEnd> = Vec::new();
    for end in 0..pools.first().map_or(0, |ends| ends.len()) {
        let value = sum(end, |end| end.value);
        let before = end.checked_sub(1).map_or(0.0, |before| sum(before, |end| end.value));
        if before > 0.0 {
            let grown = pools.iter().fold(0.0, |sum, ends| {
                let (from, to) = (&ends[end - 1], &ends[end]);
                if from.price > 0.0 { sum + from.value * to.price / from.price } else { sum }
            });
            price *= grown / before;
        }
        let equities = sum(end, |end| end.share.unwrap_or(0.0) * end.value);
        ends.push(MonthEnd {
            month: month(end),
            value,
            price,
            high: 0.0,
            floor: None,
            known_floor: None,
            share: pools[0][end].share.map(|_| if value > 0.0 { equities / value } else { 0.0 }),
            book_cost: sum(end, |end| end.book_cost),
            income: pools.iter().fold(Income::default(), |sum, ends| sum.plus(ends[end].income)),
            flows: sum(end, |end| end.flows),
        });
    }
    let highs = of_units(&ends).high;
    for (end, high) in ends.iter_mut().zip(highs) {
        end.high = if end.price > 0.0 { high * end.value / end.price } else { 0.0 };
    }
    ends
}

/// The outcome of a course, where the scenario ends after so many months.
pub(super) fn outcome(ends: &[MonthEnd], observed: &ObservedCourse, months: u32, unpaid: f64) -> PoolOutcome {
    let column = |of: fn(&MonthEnd) -> f64| ends.iter().map(of).collect::<Vec<f64>>();
    let floor: Option<Vec<f64>> = ends.iter().map(|end| end.floor).collect();
    let shares: Vec<f64> = ends.iter().filter_map(|end| end.share).collect();
    let falls: Vec<f64> = observed.level.iter().zip(&observed.high).map(|(level, high)| fall(*level, *high)).collect();
    let from_start: Vec<f64> = column(|end| fall(end.price, 1.0));
    let income = |end: usize| ends[end.min(ends.len() - 1)].income;
    PoolOutcome {
        value: course(&column(|end| end.value), months),
        fall_from_high: deepest(&falls),
        fall_from_start: deepest(&from_start),
        floor: floor.map(|floor| course(&floor, months)),
        ex_ante: below(&observed.level, &observed.known_floor),
        ex_post: below(&observed.level, &observed.floor),
        // The share of a month is the one held from its beginning.
        share: course(&shares, months.saturating_sub(1)),
        surplus: course(&column(|end| end.value - end.book_cost), months),
        income: income(months as usize),
        income_after: income(ends.len() - 1),
        flows: ends.last().map_or(0.0, |end| end.flows),
        unpaid,
        months: ends.to_vec(),
    }
}

fn course(numbers: &[f64], months: u32) -> Course {
    let at = |end: usize| numbers.get(end.min(numbers.len().saturating_sub(1))).copied().unwrap_or(0.0);
    let lowest = first_least(numbers);
    Course {
        start: at(0),
        lowest: at(lowest),
        lowest_month: month(lowest),
        end: at(months as usize),
        after: at(numbers.len()),
    }
}

fn deepest(falls: &[f64]) -> DeepestFall {
    let depths: Vec<f64> = falls.iter().map(|fall| -fall).collect();
    let place = first_least(&depths);
    DeepestFall { depth: falls.get(place).copied().unwrap_or(0.0), month: month(place) }
}

/// The place of the first of the least numbers.
fn first_least(numbers: &[f64]) -> usize {
    (0..numbers.len()).fold(0, |least, place| if numbers[place] < numbers[least] { place } else { least })
}

/// Month-ends after the start below a floor.
fn below(level: &[f64], floor: &[f64]) -> Option<FloorBreach> {
    let below = || level.iter().zip(floor).enumerate().skip(1).filter(|&(_, (&level, &floor))| is_below(level, floor));
    let (first, _) = below().next()?;
    let depth = below().map(|(_, (&level, &floor))| depth(level, floor)).fold(0.0, f64::max);
    Some(FloorBreach { first_month: month(first), months: month(below().count()), depth })
}

/// A place as a number of months.
fn month(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
