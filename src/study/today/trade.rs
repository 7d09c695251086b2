//! The trade to make, and what would break the floor after it.

use serde::Serialize;

use super::request::TodayQuestion;
use super::watch::{WatchedRow, is_locked};
use crate::units::{Day, MONTHS_PER_YEAR};

/// The trade to make.
#[derive(Debug, Clone, Serialize)]
pub struct Trade {
    /// The decision.
    pub decision: TradeOrder,
    /// Equity share held before it; none where it is not known.
    pub present_share: Option<f64>,
    /// Equity share that is due now: the one allowed, or, with a lag, the one allowed so many observations ago.
    pub due_share: f64,
    /// Equity share held after today; where the present one is not known, the one due.
    pub share_after: f64,
    /// Equities to buy, SEK; to sell where negative, 0 for no trade; none where value or present share is not known.
    pub amount: Option<f64>,
    /// Cost of it, SEK.
    pub cost: Option<f64>,
    /// Where today is no rebalancing day: what the next one would trade if nothing moved until then.
    pub later_amount: Option<f64>,
    /// The next rebalancing day after today; none where there is none.
    pub next_rebalancing: Option<String>,
}

/// The trade that the rule asks for today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TradeOrder {
    /// Equities are bought.
    Buy,
    /// Equities are sold.
    Sell,
    /// The share is the one due.
    None,
    /// The share is not the one due, and within the band around it.
    InsideBand,
    /// Today is no rebalancing day.
    NotToday,
    /// The present share is not known.
    Unknown,
}

/// The furthest that a next rebalancing day is looked for, months.
const FURTHEST: u32 = 1200;

pub(super) fn trade(asked: &TodayQuestion, seen: &[WatchedRow]) -> Trade {
    let last = seen.len().saturating_sub(1);
    let due_share =
        if is_locked(&asked.pool, seen) { 0.0 } else { seen[last.saturating_sub(asked.lag())].allowed_share };
    let now = seen[last].day;
    let today = asked.rebalances(now, asked.now_ends_month()) || is_locked(&asked.pool, seen);
    let band = asked.pool.rebalancing.least_change();
    let change = asked.share.map(|share| due_share - share);
    let outside = |change: f64| change.abs() > band;
    let decision = match change {
        None => TradeOrder::Unknown,
        Some(_) if !today => TradeOrder::NotToday,
        Some(change) if change > 0.0 && outside(change) => TradeOrder::Buy,
        Some(change) if change < 0.0 && outside(change) => TradeOrder::Sell,
        Some(change) if change.abs() > 0.0 => TradeOrder::InsideBand,
        Some(_) => TradeOrder::None,
    };
    let trades = matches!(decision, TradeOrder::Buy | TradeOrder::Sell);
    let made = if trades { change } else { change.map(|_| 0.0) };
    let amount = |change: Option<f64>| Some(change? * asked.value?);
    Trade {
        decision,
        present_share: asked.share,
        due_share,
        share_after: match asked.share {
            Some(share) if !trades => share,
            _ => due_share,
        },
        amount: amount(made),
        cost: amount(made).map(|amount| amount.abs() * asked.pool.rebalancing.cost.fraction()),
        later_amount: if decision == TradeOrder::NotToday {
            amount(change.filter(|change| outside(*change)).or(Some(0.0)))
        } else {
            None
        },
        next_rebalancing: next_rebalancing(asked, now).map(|day| day.to_string()),
    }
}

/// The first rebalancing day after one: a month-end, or, where every step is one, the day after.
fn next_rebalancing(asked: &TodayQuestion, now: Day) -> Option<Day> {
    if asked.rebalances(now, false) {
        return Some(now.tomorrow());
    }
    let months = u32::from(asked.now_ends_month())..FURTHEST;
    months.map(|months| Day::from(now.month().plus(months))).find(|day| asked.rebalances(*day, true))
}

/// Falls over one month of equities alone, and of fixed income alone, at which the next observation stands on its
/// floor. The floor is then `1 - w x` or `1 - (1 - w) x` of what is observed now, after the trade's cost and the pool's
/// fee.
pub(super) fn falls(asked: &TodayQuestion, now: &WatchedRow, trade: &Trade, floor: f64) -> [Option<f64>; 2] {
    let traded = trade.present_share.map_or(0.0, |share| (trade.share_after - share).abs());
    let after_fee = asked.pool.after_fees(1.0 / MONTHS_PER_YEAR);
    let left = now.observed * (1.0 - asked.pool.rebalancing.cost.fraction() * traded) * after_fee;
    let fall = (1.0 - floor / left).max(0.0);
    [trade.share_after, 1.0 - trade.share_after].map(|part| (part > 0.0).then(|| fall / part))
}
