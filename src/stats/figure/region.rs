//! The figures of the region: a line of the accounts, an event of a year, or how long the pools last.

use std::fmt;

use super::{Better, Statistic, Unit};
use crate::ledger::lines::{Line, LineUnit, RegionEvent};
use crate::stats::region::Window;
use crate::texts::{Argument, Message, message};

/// A figure of the region, of a calendar year.
///
/// Its text is its path within the region's part of `summary.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RegionFigure {
    /// A line at the year's end.
    Line(i32, Line, Statistic),
    /// Probability of an event in a window of years that ends with the year.
    Event(i32, RegionEvent, Window),
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

    /// Its name in tables that tell the year beside it.
    #[must_use]
    pub(crate) fn name(self) -> Argument {
        match self {
            Self::Line(_, line, statistic) => message!(region_figure, figure = name(line), of = statistic).into(),
            Self::Event(_, event, Window::InYear) if is_state(event) => name_of_event(event),
            Self::Event(_, event, window) => {
                message!(region_figure, figure = name_of_event(event), of = words(window)).into()
            }
            Self::Lasts(_) => message!(region_lasts).into(),
        }
    }

    /// Its name with its year.
    #[must_use]
    pub(crate) fn name_with_year(self) -> Message {
        message!(region_figure_of_year, figure = self.name(), year = self.year())
    }

    /// Its unit, and how it is shown.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Line(_, line, _) => match line.unit() {
                LineUnit::Amount => Unit::Amount,
                LineUnit::Ratio => Unit::Ratio,
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

/// The name of a line in tables; one that no table shows has its key for a name.
fn name(line: Line) -> Argument {
    match line {
        Line::Result => message!(region_result),
        Line::AfterAdjustments => message!(region_after_adjustments),
        Line::Used => message!(region_used),
        Line::BalanceRequirement => message!(region_balance_requirement),
        Line::Reserves => message!(region_reserves),
        Line::EquityRatio => message!(region_equity_ratio),
        Line::EquityRatioFull => message!(region_equity_ratio_full),
        Line::Cash => message!(region_cash),
        Line::Debt => message!(region_debt),
        Line::PeakDebt => message!(region_peak_debt),
        Line::InterestSoFar => message!(region_interest),
        Line::Capital => message!(region_capital),
        Line::FundingRatio => message!(region_funding_ratio),
        Line::FundingRatioFull => message!(region_funding_ratio_full),
        Line::FundingRatioMarket => message!(region_funding_ratio_market),
        Line::Due => message!(region_due),
        Line::ShareBorne => message!(region_borne),
        Line::PoolIncome
        | Line::Realised
        | Line::Unrealised
        | Line::FinancialIncome
        | Line::FinancialCosts
        | Line::Indexation
        | Line::DebtInterest
        | Line::Adjustment
        | Line::Reserved
        | Line::Deficit
        | Line::Overdue
        | Line::Equity
        | Line::Provisions
        | Line::LiabilityProvision
        | Line::LiabilityContingent
        | Line::Paid
        | Line::Contributed
        | Line::Moved => return line.key().into(),
    }
    .into()
}

/// The name of an event in tables; one that no table shows has its key for a name.
fn name_of_event(event: RegionEvent) -> Argument {
    match event {
        RegionEvent::BelowBudget => message!(region_below_budget),
        RegionEvent::RequirementMissed => message!(region_missed),
        RegionEvent::TargetMissed => message!(region_target_missed),
        RegionEvent::ReservesUsedUp => message!(region_used_up),
        RegionEvent::Overdue => message!(region_overdue),
        RegionEvent::InDebt => message!(region_in_debt),
        RegionEvent::Underfunded => message!(region_underfunded),
        RegionEvent::UnderfundedFull => message!(region_underfunded_full),
        RegionEvent::Loss | RegionEvent::Unpaid => return event.key().into(),
    }
    .into()
}

/// Whether an event is a state at the year's end, as its name says.
const fn is_state(event: RegionEvent) -> bool {
    match event {
        RegionEvent::ReservesUsedUp | RegionEvent::InDebt | RegionEvent::Underfunded | RegionEvent::UnderfundedFull => {
            true
        }
        RegionEvent::BelowBudget
        | RegionEvent::Loss
        | RegionEvent::RequirementMissed
        | RegionEvent::TargetMissed
        | RegionEvent::Overdue
        | RegionEvent::Unpaid => false,
    }
}

/// The years of an event in words.
fn words(window: Window) -> Message {
    match window {
        Window::InYear => message!(region_in_year),
        Window::Within5Years => message!(region_within_5_years),
        Window::SinceStart => message!(region_since_start),
    }
}

impl fmt::Display for RegionFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(year, line, statistic) => write!(f, "years.{year}.{}.{statistic}", line.key()),
            Self::Event(year, event, window) => write!(f, "events.{year}.{}.{}", event.key(), window.key()),
            Self::Lasts(year) => write!(f, "lasts.{year}"),
        }
    }
}
