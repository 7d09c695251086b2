//! The rule at each observation, by the arithmetic of a run.

use std::ops::Range;

use serde::Serialize;

use super::request::TodayQuestion;
use crate::lanes::Lanes;
use crate::plan::{AfterBreach, AllocationRule, EquityStress, Pool};
use crate::pool::exposure::Target;
use crate::pool::floor::is_below;
use crate::pool::floor_level::FloorLevel;
use crate::pool::rolling_high::RollingHigh;
use crate::units::{Day, Stress};
/// The day on which an observation of this one no longer counts; none where the window has no end.
pub(super) fn leaves(pool: &Pool, day: Day) -> Option<Day> {
    let months = pool.high.window_months?;
    Some(match (pool.high.every_step, pool.high.closed) {
        (true, true) => day.plus_months(months).tomorrow(),
        (true, false) => day.plus_months(months),
        (false, closed) => day.month().plus(months + u32::from(closed)).into(),
    })
}

/// An observation, and what the rule says of it.
#[derive(Debug, Clone, Serialize)]
pub struct WatchedRow {
    /// The day.
    pub date: String,
    #[serde(skip)]
    pub(super) day: Day,
    /// What is observed: price of a unit as in the file, or value in SEK.
    pub observed: f64,
    /// The rolling high.
    pub high: f64,
    /// The floor of the day.
    pub floor: f64,
    /// The floor for the day that was known an observation before, 0 at the first.
    pub known_floor: f64,
    /// Stress of equities that the rule reckons with; none for a static rule.
    pub stress: Option<f64>,
    /// Equity share that the rule allows.
    pub allowed_share: f64,
}

/// Every observation, oldest first.
pub(super) fn watch(asked: &TodayQuestion) -> Vec<WatchedRow> {
    let (pool, values) = (&asked.pool, asked.values);
    let mut high = Highs::new(asked);
    let floor_level = FloorLevel::new(pool, asked.time);
    let mut target = Target::new(pool, asked.time);
    let [mut observed, mut growth] = [0.0, 1.0].map(Lanes::all);
    let [mut level, mut known, mut share] = [0.0; 3].map(Lanes::all);
    target.begin();
    let mut seen: Vec<WatchedRow> = Vec::with_capacity(asked.rows.len());
    let mut locked = false;
    for (place, &row) in asked.rows.iter().enumerate() {
        if place > 0 && !values.equity_growth().is_empty() {
            for grown in &values.equity_growth()[asked.rows[place - 1] + 1..=row] {
                growth.fill(*grown);
                target.earned(&growth);
            }
            // A part of a month says too little of a month's risk: until its end the estimate stands.
            if pool.high.every_step || place + 1 < asked.rows.len() || asked.now_ends_month() {
                target.observe();
            }
        }
        observed.fill(asked.observed[row] / asked.base);
        let highs = high.take(asked, place, &observed);
        std::mem::swap(&mut known, &mut level);
        floor_level.update(asked.step(values.days()[row]), highs, &mut known, &mut level);
        target.decide(&observed, &level, &mut share);
        let day = values.days()[row];
        let mut now = WatchedRow {
            date: day.to_string(),
            day,
            observed: asked.observed[row],
            high: highs[0] * asked.base,
            floor: level[0] * asked.base,
            known_floor: known[0] * asked.base,
            stress: target.stress(0),
            allowed_share: share[0],
        };
        locked |= is_locked(pool, std::slice::from_ref(&now));
        if locked {
            now.allowed_share = 0.0;
        }
        seen.push(now);
    }
    seen
}

/// Whether an ex-ante breach has locked the pool.
pub(super) fn is_locked(pool: &Pool, seen: &[WatchedRow]) -> bool {
    pool.after_breach == AfterBreach::Locked && seen.iter().any(|seen| is_below(seen.observed, seen.known_floor))
}

/// Rolling highs: of month-ends, as in a run; of days, of those that lie in the window's months.
struct Highs {
    rolling: RollingHigh,
    /// The window's first observation, where it is one of days.
    first: Option<usize>,
    high: Lanes,
}

impl Highs {
    fn new(asked: &TodayQuestion) -> Self {
        let of_days = asked.pool.high.every_step && asked.pool.high.window_months.is_some();
        let window = if of_days { None } else { asked.pool.high.observations(asked.time) };
        Self { rolling: RollingHigh::new(window), first: of_days.then_some(0), high: Lanes::all(0.0) }
    }

    /// Takes in the next observation, and gives the high of the window that it ends.
    fn take(&mut self, asked: &TodayQuestion, place: usize, observed: &[f64]) -> &[f64] {
        if let Some(first) = &mut self.first {
            let day = |place: usize| asked.values.days()[asked.rows[place]];
            while leaves(&asked.pool, day(*first)).is_some_and(|leaves| leaves <= day(place)) {
                *first += 1;
            }
            let before = asked.rows[*first..place].iter().map(|&row| asked.observed[row] / asked.base);
            self.rolling.begin(before, 1);
        }
        self.rolling.push(observed, &mut self.high);
        &self.high
    }
}

/// The observations in the window that ends with one of them.
pub(super) fn window(asked: &TodayQuestion, seen: &[WatchedRow], last: usize) -> Range<usize> {
    let gone =
        |seen: &&WatchedRow| leaves(&asked.pool, seen.day).is_some_and(|leaves| leaves <= asked_day(asked, last));
    seen[..=last].iter().take_while(gone).count()..last + 1
}

/// The day that an observation stands for: its month's end, or, of days, itself.
fn asked_day(asked: &TodayQuestion, place: usize) -> Day {
    let day = asked.values.days()[asked.rows[place]];
    if asked.pool.high.every_step { day } else { day.month().into() }
}

/// The latest day of a window on which its greatest observation was seen.
pub(super) fn high_day(seen: &[WatchedRow], window: Range<usize>) -> Day {
    seen[highest(seen, window)].day
}

/// The latest place of the greatest observation.
pub(super) fn highest(seen: &[WatchedRow], window: Range<usize>) -> usize {
    window.reduce(|best, place| if seen[place].observed >= seen[best].observed { place } else { best }).unwrap_or(0)
}

/// The observation whose floor is in force: the last one. In the middle of a month of which only the end is observed,
/// it is the one before it.
pub(super) fn in_force<'s>(asked: &TodayQuestion, seen: &'s [WatchedRow]) -> &'s WatchedRow {
    let last = &seen[seen.len() - 1];
    let whole = asked.pool.high.every_step || last.day.ends_month();
    if whole { last } else { seen.iter().rev().nth(1).unwrap_or(last) }
}

/// The floor that the observation after one is held against.
pub(super) fn next_floor(asked: &TodayQuestion, now: &WatchedRow) -> f64 {
    let [high, mut known, mut level] = [now.high, now.floor, now.floor].map(|number| Lanes::all(number / asked.base));
    let next = asked.step(now.day) + if asked.pool.high.every_step { 1 } else { asked.time.steps_per_month() as usize };
    FloorLevel::new(&asked.pool, asked.time).update(next, &high, &mut known, &mut level);
    known[0] * asked.base
}

/// Floor and allowed share at the present price and risk, under another high.
pub(super) fn under(asked: &TodayQuestion, now: &WatchedRow, high: f64, day: Day) -> (f64, f64) {
    let [observed, highs] = [now.observed, high].map(|number| Lanes::all(number / asked.base));
    let [mut known, mut level, mut share] = [0.0; 3].map(Lanes::all);
    FloorLevel::new(&asked.pool, asked.time).update(asked.step(day), &highs, &mut known, &mut level);
    let stress = now.stress.and_then(Stress::new).map(EquityStress::Constant);
    let rule = asked.pool.rule.dynamic().zip(stress).and_then(|(rule, stress)| rule.with_equity_stress(stress).ok());
    let rule = rule.map_or(asked.pool.rule, AllocationRule::Dynamic);
    Target::new(&Pool { rule, ..asked.pool.clone() }, asked.time).decide(&observed, &level, &mut share);
    (level[0] * asked.base, share[0])
}
