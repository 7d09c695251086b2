//! What is known of a line or an event of the region: its unit, its range, its sign, its topic, its name.

use crate::texts::Message;

/// The numbers that a line may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// Any.
    Any,
    /// None below 0.
    NotNegative,
    /// None below 0; where it is 0 on every path, the plan makes it so.
    Planned,
    /// Numbers from 0 to 1.
    Share,
}

/// The unit of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineUnit {
    /// SEK, of either sign.
    Amount,
    /// A fraction, of either sign.
    Ratio,
}

/// Whether more of a figure is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// It depends on what is wanted.
    Neither,
}

/// The topic of a line or an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Accounts that are given for the year.
    Accounts,
    /// Cash and debt.
    Debt,
    /// The capital against the liability.
    Capital,
    /// A provision that is still owed.
    Provision,
    /// A contingent liability that is still owed.
    Contingent,
    /// The plan has at least one of the two.
    Owed,
    /// The liability at a rate of the market.
    Market,
    /// Pensions that the pools pay, from the first year in which they do.
    Pensions,
    /// Pensions of which some has fallen due.
    DueSoFar,
    /// Contributions to the pools by rule.
    Contributions,
    /// Moves between the buffer and other pools.
    Buffer,
}

/// What is known of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineFacts {
    pub(super) range: Range,
    pub(super) unit: LineUnit,
    pub(super) better: Better,
    pub(super) topic: Topic,
    pub(super) name: Option<fn() -> Message>,
}

impl LineFacts {
    /// The same with a name in tables.
    pub(super) const fn named(self, name: fn() -> Message) -> Self {
        Self { name: Some(name), ..self }
    }
}

pub(super) const fn amount(range: Range, better: Better, topic: Topic) -> LineFacts {
    LineFacts { range, unit: LineUnit::Amount, better, topic, name: None }
}

pub(super) const fn ratio(range: Range, better: Better, topic: Topic) -> LineFacts {
    LineFacts { range, unit: LineUnit::Ratio, better, topic, name: None }
}

/// What is known of an event.
#[derive(Debug, Clone, Copy)]
pub(super) struct EventFacts {
    pub(super) is_state: bool,
    pub(super) topic: Topic,
    pub(super) name: Option<fn() -> Message>,
}

impl EventFacts {
    /// The same with a name in tables.
    pub(super) const fn named(self, name: fn() -> Message) -> Self {
        Self { name: Some(name), ..self }
    }
}

pub(super) const fn of_the_year(topic: Topic) -> EventFacts {
    EventFacts { is_state: false, topic, name: None }
}

pub(super) const fn state(topic: Topic) -> EventFacts {
    EventFacts { is_state: true, topic, name: None }
}
