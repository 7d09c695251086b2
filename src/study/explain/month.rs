//! A month-end of an explained path.

use serde::Serialize;

use super::reason::Reason;
use crate::plan::Plan;
use crate::units::Month;

/// A month-end of a path: the month that ends, what is observed then, and the trade that follows.
#[derive(Debug, Clone, Serialize)]
pub struct MonthSeen {
    /// Months since the start.
    pub month: u32,
    /// Its date.
    pub date: String,
    /// Unit price, 1 at the start.
    pub price: f64,
    /// Value, SEK.
    pub value: f64,
    /// The unit price, or the value in SEK: whichever high and floor are of.
    pub observed: f64,
    /// Rolling high.
    pub high: f64,
    /// Floor of the day.
    pub floor: Option<f64>,
    /// Floor known at the observation before.
    pub known_floor: Option<f64>,
    /// `max(observed - floor, 0) / observed`.
    pub cushion: Option<f64>,
    /// Return of the equity leg over the month.
    pub equity_return: f64,
    /// Return of the fixed-income leg over the month.
    pub fixed_income_return: f64,
    /// Contribution received at the month-end, SEK.
    pub contribution: f64,
    /// Payment due at the month-end, SEK.
    pub payment: f64,
    /// The part of the payment that is not paid, SEK.
    pub unpaid: f64,
    /// Received less paid by the region's rules at the month-end, apart from the pool's own flows, SEK.
    pub region: f64,
    /// The decision and the trade; none at the horizon.
    pub decision: Option<Decision>,
    /// Why, in order.
    pub reasons: Vec<Reason>,
}

impl MonthSeen {
    /// The price of a unit over what is observed: 1, but where the high is that of the market value.
    #[must_use]
    pub fn of_unit(&self) -> f64 {
        if self.observed > 0.0 { self.price / self.observed } else { 0.0 }
    }
}

/// The decision and the trade at a month-end.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Decision {
    /// The stress of equities that the rule assumes.
    pub stress: Option<f64>,
    /// Equity share that the rule allows.
    pub allowed: f64,
    /// Equity share that a trade goes to: decided the lag before.
    pub due: f64,
    /// Equity share before trading.
    pub before: f64,
    /// Equity share after trading.
    pub share: f64,
    /// Change of the share by trading.
    pub traded: f64,
    /// Trading cost, SEK.
    pub cost: f64,
}

/// A month-end of the run's, `months` after the start.
pub(super) fn date(plan: &Plan, months: usize) -> Month {
    plan.month(u32::try_from(months).unwrap_or(u32::MAX))
}
