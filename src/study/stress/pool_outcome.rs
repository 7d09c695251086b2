//! The outcome of a pool in a scenario.

use serde::Serialize;

use crate::ledger::average_cost::Income;

/// The outcome of one pool, or of all together.
#[derive(Debug, Clone, Serialize)]
pub struct PoolOutcome {
    /// Value, SEK, flows included.
    pub value: Course,
    /// Deepest fall from the rolling high, a fraction, positive: of a unit, which flows do not move, or of what the
    /// floor is set for.
    pub fall_from_high: DeepestFall,
    /// Deepest fall of a unit from the start, a fraction, positive.
    pub fall_from_start: DeepestFall,
    /// Floor, SEK; none for a pool without one.
    pub floor: Option<Course>,
    /// Months below the floor that was known a month before; none if there are none.
    pub ex_ante: Option<FloorBreach>,
    /// Months below the floor of the day.
    pub ex_post: Option<FloorBreach>,
    /// Equity share after trading.
    pub share: Course,
    /// Surplus of what is held: value less acquisition cost, SEK.
    pub surplus: Course,
    /// Result of the scenario's months, SEK.
    pub income: Income,
    /// Result up to the end of the months after it, SEK.
    pub income_after: Income,
    /// Contributions less payments in all months, SEK.
    pub flows: f64,
    /// Payments that could not be made, SEK.
    pub unpaid: f64,
    /// Every month-end.
    pub months: Vec<MonthEnd>,
}

/// A quantity at the start, at its lowest, and at the ends. A share at an end is the one held in the month before.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Course {
    /// The number at the start.
    pub start: f64,
    /// The lowest of all months.
    pub lowest: f64,
    /// The first month-end at which it is that.
    pub lowest_month: u32,
    /// The number at the scenario's end.
    pub end: f64,
    /// The number at the end of the months after it.
    pub after: f64,
}

/// A deepest fall.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct DeepestFall {
    /// A fraction; 0 if there is none.
    pub depth: f64,
    /// The first month-end at which it is that deep.
    pub month: u32,
}

/// Month-ends below a floor.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FloorBreach {
    /// The first.
    pub first_month: u32,
    /// How many.
    pub months: u32,
    /// The deepest, `(floor - value) / floor`.
    pub depth: f64,
}

/// A pool at a month-end; what is traded and earned comes after it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct MonthEnd {
    /// The numbers from the start on.
    pub month: u32,
    /// Value, SEK.
    pub value: f64,
    /// Price of a unit, 1 at the start.
    pub price: f64,
    /// Rolling high, SEK for the units held now.
    pub high: f64,
    /// Floor of the day, SEK for the units held now.
    pub floor: Option<f64>,
    /// Floor that was known a month before, SEK for the units held now.
    pub known_floor: Option<f64>,
    /// Equity share after trading; none at the last month-end, where nothing is traded.
    pub share: Option<f64>,
    /// Acquisition cost of what is held, SEK.
    pub book_cost: f64,
    /// Result since the start, SEK.
    #[serde(flatten)]
    pub income: Income,
    /// Contributions less payments since the start, SEK.
    pub flows: f64,
}
