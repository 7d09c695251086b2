//! The choice of the path that is explained.

use std::str::FromStr;

use serde::Serialize;

use crate::engine::{BlockState, Event, Interrupted, Progress, paths_of_block};
use crate::lanes::LANES;
use crate::market;
use crate::plan::Plan;
use crate::pool::floor::is_below;
use crate::study::blocks;
use crate::texts::{Message, Worded, message};

/// A way to choose a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// The path with a number in the run, from 0.
    Number(u64),
    /// The lowest unit price at the horizon, the first of equals.
    Worst,
    /// The middle unit price at the horizon: the lower of two in the middle, equals in the order of their numbers.
    Median,
    /// The earliest ex-post breach, the first of equals.
    FirstBreach,
}

impl FromStr for Choice {
    type Err = NotAChoice;

    fn from_str(text: &str) -> Result<Self, NotAChoice> {
        match text {
            "worst" => Ok(Self::Worst),
            "median" => Ok(Self::Median),
            "first-breach" => Ok(Self::FirstBreach),
            number => number.parse().map(Self::Number).map_err(|_| NotAChoice { found: number.to_owned() }),
        }
    }
}

/// A text that chooses no path.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct NotAChoice {
    found: String,
}

impl Worded for NotAChoice {
    fn message(&self) -> Message {
        Message::found(format!("\"{}\"", self.found), message!(a_choice_of_path))
    }
}

/// The unit prices of all paths at the horizon are held to find the middle one: 16 bytes a path.
pub const MOST_MEDIAN: u64 = 4_000_000;

/// Why there is no such path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum NotFound {
    /// No path is below its floor, ex post.
    NoBreach(u64),
    /// It was stopped.
    Interrupted,
}

impl Worded for NotFound {
    fn message(&self) -> Message {
        match self {
            Self::NoBreach(paths) => message!(explain_no_breach, paths = *paths),
            Self::Interrupted => Interrupted.message(),
        }
    }
}

impl From<Interrupted> for NotFound {
    fn from(_: Interrupted) -> Self {
        Self::Interrupted
    }
}

/// Finds the path of the pool at a place in the plan; paths are simulated only where that needs to be known.
///
/// # Errors
/// If there is none, or `progress` stops it.
pub fn choose(plan: &Plan, place: usize, choice: Choice, progress: &mut Progress) -> Result<u64, NotFound> {
    match choice {
        Choice::Number(path) => Ok(path),
        Choice::Worst => {
            let mut worst = (f64::INFINITY, 0);
            ends(plan, place, progress, |block| {
                worst = block.into_iter().fold(worst, |worst, end| if end < worst { end } else { worst });
            })?;
            Ok(worst.1)
        }
        Choice::Median => {
            let mut all = Vec::new();
            ends(plan, place, progress, |block| all.extend(block))?;
            let middle = all.len().saturating_sub(1) / 2;
            let order = |a: &(f64, u64), b: &(f64, u64)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
            Ok(all.select_nth_unstable_by(middle, order).1.1)
        }
        Choice::FirstBreach => first_breach(plan, place, progress),
    }
}

/// Gives unit price at the horizon and number of each path, a block at a time.
fn ends(
    plan: &Plan,
    place: usize,
    progress: &mut Progress,
    take: impl FnMut(Vec<(f64, u64)>),
) -> Result<(), Interrupted> {
    let model = market::model(plan);
    let work = |block| {
        let mut ends = Vec::new();
        BlockState::new(plan, model.as_ref()).run(block, |event| {
            if let Event::Observed(step, pools, ..) = event
                && step == plan.time.steps()
            {
                let prices = &pools[place].observed().price[..paths_of_block(plan, block)];
                ends = prices.iter().copied().zip(block * LANES as u64..).collect();
            }
        });
        ends
    };
    blocks::in_order(plan, progress, work, take)
}

fn first_breach(plan: &Plan, place: usize, progress: &mut Progress) -> Result<u64, NotFound> {
    let model = market::model(plan);
    let work = |block: u64| {
        let mut first = None;
        BlockState::new(plan, model.as_ref()).run(block, |event| {
            let Event::Observed(step, pools, ..) = event else { return };
            let (pool, lanes) = (&pools[place], paths_of_block(plan, block));
            if step == 0 || first.is_some() || !pool.observes(step) {
                return;
            }
            let seen = pool.observed();
            let Some(floored) = &seen.floor else { return };
            let below = (0..lanes).find(|&lane| is_below(seen.observed[lane], floored.level[lane]));
            first = below.map(|lane| (step, block * LANES as u64 + lane as u64));
        });
        first
    };
    let mut earliest: Option<(usize, u64)> = None;
    blocks::in_order(plan, progress, work, |first| {
        earliest = earliest.into_iter().chain(first).min();
    })?;
    earliest.map(|(_, path)| path).ok_or(NotFound::NoBreach(plan.paths()))
}
