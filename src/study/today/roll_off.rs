//! When highs leave the window, and what the rule allows then.

use std::ops::Range;

use serde::Serialize;

use super::request::TodayQuestion;
use super::watch::{WatchedRow, highest, leaves, under};
use crate::pool::floor::cushion;

/// A high that leaves the window while the price stands still.
#[derive(Debug, Clone, Serialize)]
pub struct RollOff {
    /// The first observation that it no longer counts at: a month-end, or, where every step is observed, a day.
    pub date: String,
    /// The day of the high that leaves.
    pub high_date: String,
    /// The high from then on.
    pub high: f64,
    /// The floor from then on.
    pub floor: f64,
    /// Cushion from then on, `max(P - F, 0) / P`.
    pub cushion: f64,
    /// Equity share that the rule allows from then on.
    pub allowed_share: f64,
}

/// The roll-offs to come, the next one first. The highest observation leaves, then the highest of those after it, and
/// so on to the present one. The present one stays as long as the price stands still.
pub(super) fn roll_offs(
    asked: &TodayQuestion,
    seen: &[WatchedRow],
    window: Range<usize>,
    locked: bool,
) -> Vec<RollOff> {
    let (mut roll_offs, mut high) = (Vec::new(), highest(seen, window.clone()));
    let Some(now) = seen.last().filter(|_| asked.pool.floor.follows_high()) else {
        return roll_offs;
    };
    while high + 1 < window.end {
        let Some(date) = leaves(&asked.pool, seen[high].day) else { break };
        let next = highest(seen, high + 1..window.end);
        let (floor, share) = under(asked, now, seen[next].observed, date);
        roll_offs.push(RollOff {
            date: date.to_string(),
            high_date: seen[high].date.clone(),
            high: seen[next].observed,
            floor,
            cushion: cushion(now.observed, floor),
            allowed_share: if locked { 0.0 } else { share },
        });
        high = next;
    }
    roll_offs
}
