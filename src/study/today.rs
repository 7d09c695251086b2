//! Where does a pool stand now? The rule today, from the prices that the office itself has observed. It tells high,
//! floor and cushion, the share that the rule allows, and the trade to make. It also tells what would break the floor,
//! and when the high leaves the window.
//!
//! The observed prices go, as they are, through the arithmetic of a run: the same
//! [`RollingHigh`](crate::pool::rolling_high::RollingHigh), `FloorLevel` and `Target` that
//! [`PoolState`](crate::pool::PoolState) is made of. Dividing them by a price first, to make them the opening history
//! of a run, would round. Fed as they are, they give each month's high, floor and share as a run has them, to the last
//! bit.

mod request;
mod roll_off;
mod trade;
mod watch;

use indexmap::IndexMap;
use serde::Serialize;

use super::conventions::{
    AMOUNTS_BEFORE_TRADE, EX_ANTE, EX_POST, FALLS_OF_ONE_PART, NOW, OBSERVED_PATH, RATES_AND_SHARES, ROLL_OFFS, listed,
};
use crate::plan::{HighOf, Plan, Pool, Values};
use crate::pool::floor;
use crate::stats::summary::VERSION;

pub use request::{TodayError, TodayRequest};
pub use roll_off::RollOff;
pub use trade::{Trade, TradeOrder};
pub use watch::WatchedRow;

/// The position of a pool.
#[derive(Debug, Clone, Serialize)]
pub struct Today {
    /// Version of skans.
    pub skans: String,
    /// The configuration's name.
    pub name: String,
    /// The pool.
    pub pool: String,
    /// What the figures mean.
    pub conventions: IndexMap<String, String>,
    /// The day of the last row.
    pub date: String,
    /// What is observed: price of a unit as in the file, or value in SEK.
    pub observed: f64,
    /// Market value, SEK; none where only prices are known.
    pub value: Option<f64>,
    /// The rolling high.
    pub high: f64,
    /// The day of the high; the latest of equal ones.
    pub high_date: String,
    /// The floor of the day.
    pub floor: f64,
    /// Observations in the window, the present one included.
    pub observations: usize,
    /// Observations of a full window; none where it has no end.
    pub full_window: Option<usize>,
    /// Cushion, `max(P - F, 0) / P`.
    pub cushion: f64,
    /// Cushion, SEK.
    pub cushion_value: Option<f64>,
    /// Below the floor that was known an observation before.
    pub breach_ex_ante: bool,
    /// Below the floor of the day.
    pub breach_ex_post: bool,
    /// `(F - P) / F` where the price is below the floor of the day, else 0.
    pub depth: f64,
    /// Whether an earlier ex-ante breach has locked the pool out of equities.
    pub locked: bool,
    /// Stress of equities that the rule reckons with; none for a static rule.
    pub stress: Option<f64>,
    /// Equity share that the rule allows.
    pub allowed_share: f64,
    /// The trade to make.
    pub trade: Trade,
    /// The floor that the next observation is held against.
    pub next_floor: f64,
    /// Fall of equities alone that breaks the floor, over one month at the share held after the trade. It is a positive
    /// fraction, above 1 where no fall does it; none where no equities are held.
    pub equity_fall_to_floor: Option<f64>,
    /// The same of fixed income alone.
    pub fixed_income_fall_to_floor: Option<f64>,
    /// When the present high leaves the window, and the highs after it, if the price stands still: each moves the
    /// floor.
    pub roll_offs: Vec<RollOff>,
    /// Every observation of the window.
    pub window: Vec<WatchedRow>,
}

/// Where a pool of a plan stands by what was observed of it. Settings are the pool's; its world, flows and opening
/// history are left aside.
///
/// # Errors
/// If the request does not fit the plan or the values.
pub fn today(plan: &Plan, values: &Values, request: &TodayRequest) -> Result<Today, TodayError> {
    let asked = request::TodayQuestion::new(plan, values, request)?;
    let seen = watch::watch(&asked);
    let Some(now) = seen.last() else { return Err(TodayError::Nothing) };
    let window = watch::window(&asked, &seen, seen.len() - 1);
    let locked = watch::is_locked(&asked.pool, &seen);
    let trade = trade::trade(&asked, &seen);
    let next_floor = watch::next_floor(&asked, watch::in_force(&asked, &seen));
    let [equities, fixed_income] = trade::falls(&asked, now, &trade, next_floor);
    let cushion = floor::cushion(now.observed, now.floor);
    Ok(Today {
        skans: VERSION.to_owned(),
        name: plan.name.clone(),
        pool: asked.pool.name.clone(),
        conventions: conventions(&asked.pool),
        date: now.date.clone(),
        observed: now.observed,
        value: asked.value,
        high: now.high,
        high_date: watch::high_day(&seen, window.clone()).to_string(),
        floor: now.floor,
        observations: window.len(),
        full_window: asked.full_window(),
        cushion,
        cushion_value: asked.value.map(|value| value * cushion),
        breach_ex_ante: floor::is_below(now.observed, now.known_floor),
        breach_ex_post: floor::is_below(now.observed, now.floor),
        depth: floor::depth(now.observed, now.floor),
        locked,
        stress: now.stress,
        allowed_share: now.allowed_share,
        trade,
        next_floor,
        equity_fall_to_floor: equities,
        fixed_income_fall_to_floor: fixed_income,
        roll_offs: roll_off::roll_offs(&asked, &seen, window.clone(), locked),
        window: seen[window].to_vec(),
    })
}

fn conventions(pool: &Pool) -> IndexMap<String, String> {
    let observed = match (pool.high.of, pool.high.every_step) {
        (HighOf::UnitPrice, false) => {
            "unit price as in the file (made of values and flows: 1 in the first row), at month-ends"
        }
        (HighOf::UnitPrice, true) => {
            "unit price as in the file (made of values and flows: 1 in the first row), in every row"
        }
        (HighOf::MarketValue, false) => "market value in SEK, at month-ends",
        (HighOf::MarketValue, true) => "market value in SEK, in every row",
    };
    listed([
        ("observed", observed),
        NOW,
        OBSERVED_PATH,
        AMOUNTS_BEFORE_TRADE,
        RATES_AND_SHARES,
        FALLS_OF_ONE_PART,
        EX_ANTE,
        EX_POST,
        ROLL_OFFS,
    ])
}
