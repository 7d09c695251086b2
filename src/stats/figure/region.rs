//! The figures of the region: a line of the accounts, an event of a year, or how long the pools last.

use std::fmt;

use super::{Better, Statistic, Unit};
use crate::ledger::lines::{self, Line, Mark};
use crate::stats::region::Window;

/// A figure of the region, of a calendar year.
///
/// Its text is its path within the region's part of `summary.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RegionFigure {
    /// A line at the year's end.
    Line(i32, Line, Statistic),
    /// Probability of an event in a window of years that ends with the year.
    Event(i32, Mark, Window),
    /// Probability that the pools have paid all pensions that they are to pay, up to the year's end.
    Lasts(i32),
}

impl RegionFigure {
    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> i32 {
        match self {
            Self::Line(year, ..) | Self::Event(year, ..) | Self::Lasts(year) => year,
        }
    }

    /// Its unit, and how it is shown.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Line(_, line, _) => match line.unit() {
                lines::Unit::Amount => Unit::Amount,
                lines::Unit::Ratio => Unit::Ratio,
            },
            Self::Event(..) | Self::Lasts(_) => Unit::Fraction,
        }
    }

    /// Whether more of it is better.
    #[must_use]
    pub const fn better(self) -> Better {
        match self {
            Self::Line(_, line, _) => better(line),
            Self::Event(..) => Better::Less,
            Self::Lasts(_) => Better::More,
        }
    }
}

/// Whether more of a line is better. Costs are negative.
const fn better(line: Line) -> Better {
    match line {
        Line::PoolIncome
        | Line::Realised
        | Line::Unrealised
        | Line::FinancialIncome
        | Line::FinancialCosts
        | Line::Indexation
        | Line::DebtInterest
        | Line::Result
        | Line::AfterAdjustments
        | Line::BalanceRequirement
        | Line::Reserves
        | Line::Equity
        | Line::EquityRatio
        | Line::EquityRatioFull
        | Line::Cash
        | Line::Capital
        | Line::FundingRatio
        | Line::FundingRatioFull
        | Line::FundingRatioMarket
        | Line::Paid
        | Line::ShareBorne => Better::More,
        Line::Used
        | Line::Deficit
        | Line::Overdue
        | Line::Provisions
        | Line::Debt
        | Line::PeakDebt
        | Line::InterestSoFar
        | Line::LiabilityProvision
        | Line::LiabilityContingent => Better::Less,
        Line::Adjustment | Line::Reserved | Line::Due | Line::Contributed | Line::Moved => Better::Neither,
    }
}

impl fmt::Display for RegionFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(year, line, statistic) => write!(f, "years.{year}.{}.{statistic}", line.key()),
            Self::Event(year, mark, window) => write!(f, "events.{year}.{}.{}", mark.key(), window.key()),
            Self::Lasts(year) => write!(f, "lasts.{year}"),
        }
    }
}
