//! What figures are estimates of.

use super::{PoolEvent, Statistic, Term};
use crate::units::{Millions, Percentage};

/// Makes the enum and the list of its variants from one list.
macro_rules! path_figures {
    ($($(#[$meaning:meta])+ $figure:ident,)+) => {
        /// A number that each path of a pool has one of.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum PathFigure {
            $($(#[$meaning])+ $figure,)+
        }

        impl PathFigure {
            /// All of them, in the order of their counts.
            pub const ALL: &[Self] = &[$(Self::$figure),+];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();
        }
    };
}

path_figures! {
    /// Episodes below the floor.
    Episodes,
    /// Months below the floor.
    MonthsBelow,
    /// Deepest ex-ante breach, of paths that have one.
    DepthExAnte,
    /// Deepest ex-post breach, of paths that have one.
    DepthExPost,
    /// Deepest fall from the rolling high.
    FallRolling,
    /// Deepest fall from the all-time high.
    FallAllTime,
    /// Observations to recovery, of paths that recover.
    Recovery,
    /// Mean equity share.
    Share,
    /// Share of time in cash-lock.
    CashLock,
    /// Turnover a year.
    Turnover,
    /// Trading cost a year.
    Cost,
    /// Roll-off jumps a year.
    Jumps,
    /// Largest roll-off jump.
    LargestJump,
    /// Payments that could not be made.
    PaymentsMissed,
    /// Contributions.
    Contributed,
    /// Payments due.
    Due,
    /// Deepest fall of a unit from the high of 24 months.
    FallUnit,
}

/// A number that each path has at the end of a term, or over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// Value at the end of the term.
    Value,
    /// Floor at the end of the term.
    Floor,
    /// Equity share after trading, at the beginning of the term's last month.
    EquityShare,
    /// Annualised nominal return over the term.
    NominalReturn,
    /// Annualised real return over the term.
    RealReturn,
    /// Log growth of a unit over the term, a year.
    LogGrowth,
}

/// What a figure is an estimate of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A statistic over paths of a quantity.
    Quantity(Quantity, Term, Statistic),
    /// The standard deviation over paths of a quantity.
    Deviation(Quantity, Term),
    /// A statistic over paths of a number of the whole path.
    Path(PathFigure, Statistic),
    /// The same over those paths that have the number.
    PathGiven(PathFigure, Statistic),
    /// The probability that a number of the whole path is above a bound.
    PathOver(PathFigure, Percentage),
    /// The probability of at least so large a value at the end of a term.
    ValueAtLeast(Term, Millions),
    /// The probability that the first ex-post breach comes after the pool was emptied.
    BreachAfterEmptied,
    /// The probability that an event has happened by the end of a term, or is a state then.
    Event(PoolEvent, Term),
    /// The probability of a return over the term below the policy's expected one.
    BelowExpected(Term),
    /// The probability of a loss over the term.
    Loss(Term),
    /// A quantile of the loss over the term.
    ValueAtRisk(Term),
    /// The mean of the losses over the term beyond the value at risk of 5 %.
    Shortfall95(Term),
    /// The mean of the losses over the term beyond the value at risk of 1 %.
    Shortfall99(Term),
    /// The probability that the high before the deepest fall is not regained.
    NotRecovered,
    /// Something that is not a function of single paths' numbers.
    AllPaths,
}
