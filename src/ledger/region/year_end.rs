//! The region at the end of a calendar year, path by path.

use super::super::accounts::AnnualAccounts;
use super::super::lines::{Line, RegionEvent};
use crate::lanes::Lanes;

/// The lines and events of the year that was closed last, one number a path each; an event is 1 where it happened, else
/// 0. Lines and events that the plan does not have in the year are meaningless.
pub struct YearEnd {
    lines: Vec<Lanes>,
    events: Vec<Lanes>,
}

impl YearEnd {
    pub(super) fn new() -> Self {
        Self {
            lines: Line::ALL.iter().map(|_| Lanes::all(0.0)).collect(),
            events: RegionEvent::ALL.iter().map(|_| Lanes::all(0.0)).collect(),
        }
    }

    /// Goes to the start of a block, where the debt is the given one.
    pub(super) fn begin(&mut self, debt: f64) {
        self.lines.iter_mut().chain(&mut self.events).for_each(|lanes| lanes.fill(0.0));
        self.line_mut(Line::PeakDebt).fill(debt);
    }

    /// A line.
    #[must_use]
    pub fn line(&self, line: Line) -> &Lanes {
        &self.lines[line as usize]
    }

    pub(super) fn line_mut(&mut self, line: Line) -> &mut Lanes {
        &mut self.lines[line as usize]
    }

    pub(super) fn set(&mut self, line: Line, lane: usize, value: f64) {
        self.lines[line as usize][lane] = value;
    }

    /// An event: 1 where it happened, else 0.
    #[must_use]
    pub fn happened(&self, event: RegionEvent) -> &Lanes {
        &self.events[event as usize]
    }

    pub(super) fn set_event(&mut self, event: RegionEvent, lane: usize, happened: bool) {
        self.events[event as usize][lane] = f64::from(happened);
    }

    /// The lines of the accounts; income of the pools realised and unrealised.
    pub(super) fn accounts(&mut self, lane: usize, closed: &AnnualAccounts, [realised, unrealised]: [f64; 2]) {
        for (line, amount) in [
            (Line::PoolIncome, realised + unrealised),
            (Line::Realised, realised),
            (Line::Unrealised, unrealised),
            (Line::FinancialIncome, closed.financial_income),
            (Line::FinancialCosts, closed.financial_costs),
            (Line::Indexation, closed.indexation),
            (Line::DebtInterest, closed.debt_interest),
            (Line::Result, closed.result),
            (Line::Adjustment, closed.adjustment),
            (Line::AfterAdjustments, closed.after_adjustments),
            (Line::Used, closed.used),
            (Line::Reserved, closed.reserved),
            (Line::BalanceRequirement, closed.balance_requirement),
            (Line::Deficit, closed.deficit),
            (Line::Overdue, closed.overdue),
            (Line::Reserves, closed.reserves),
            (Line::Equity, closed.equity),
            (Line::Provisions, closed.provisions),
            (Line::EquityRatio, closed.equity_ratio),
            (Line::EquityRatioFull, closed.equity_ratio_full),
            (Line::Cash, closed.cash),
        ] {
            self.set(line, lane, amount);
        }
    }

    /// Debt at the year's end, and interest paid on it in the year.
    pub(super) fn debt(&mut self, lane: usize, debt: f64, interest: f64) {
        self.set(Line::Debt, lane, debt);
        self.set_event(RegionEvent::InDebt, lane, debt > 0.0);
        let peak = self.line(Line::PeakDebt)[lane].max(debt);
        self.set(Line::PeakDebt, lane, peak);
        let so_far = self.line(Line::InterestSoFar)[lane] + interest;
        self.set(Line::InterestSoFar, lane, so_far);
    }
}
