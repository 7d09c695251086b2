//! The main figures of the region, by calendar year.

pub(crate) mod pools;

use crate::ledger::lines::{Line, RegionEvent};
use crate::plan::{Plan, Quantiles};
use crate::stats::figure::{Quantile, RegionFigure, Statistic};
use crate::stats::region::EventWindow;

/// The year's result.
#[must_use]
pub fn result(year: i32) -> Vec<RegionFigure> {
    [Statistic::MEDIAN, Statistic::Q05, Statistic::Q95]
        .map(|statistic| RegionFigure::Line(year, Line::Result, statistic))
        .into()
}

/// The result after balance adjustments.
#[must_use]
pub fn after_adjustments(year: i32) -> Vec<RegionFigure> {
    vec![RegionFigure::Line(year, Line::AfterAdjustments, Statistic::MEDIAN)]
}

/// The rest of the accounts: the balance requirement, reserves and balances.
#[must_use]
pub fn requirement_and_balances(year: i32) -> Vec<RegionFigure> {
    [
        (Line::BalanceRequirement, Statistic::MEDIAN),
        (Line::BalanceRequirement, Statistic::Q05),
        (Line::Used, Statistic::Mean),
        (Line::Reserves, Statistic::MEDIAN),
        (Line::EquityRatio, Statistic::MEDIAN),
        (Line::EquityRatio, Statistic::Q05),
        (Line::EquityRatioFull, Statistic::MEDIAN),
        (Line::EquityRatioFull, Statistic::Q05),
        (Line::Cash, Statistic::MEDIAN),
    ]
    .map(|(line, statistic)| RegionFigure::Line(year, line, statistic))
    .into()
}

/// The amount of debt in the accounts.
#[must_use]
pub fn debt_of_accounts(year: i32) -> Vec<RegionFigure> {
    [(Line::Debt, Statistic::Q95), (Line::PeakDebt, Statistic::Q95), (Line::InterestSoFar, Statistic::Mean)]
        .map(|(line, statistic)| RegionFigure::Line(year, line, statistic))
        .into()
}

/// Probabilities of what may happen in the accounts.
#[must_use]
pub fn likely_in_accounts(year: i32) -> Vec<RegionFigure> {
    [
        (RegionEvent::BelowBudget, EventWindow::InYear),
        (RegionEvent::BelowBudget, EventWindow::Within5Years),
        (RegionEvent::BelowBudget, EventWindow::SinceStart),
        (RegionEvent::RequirementMissed, EventWindow::InYear),
        (RegionEvent::RequirementMissed, EventWindow::Within5Years),
        (RegionEvent::RequirementMissed, EventWindow::SinceStart),
        (RegionEvent::TargetMissed, EventWindow::InYear),
        (RegionEvent::ReservesUsedUp, EventWindow::InYear),
        (RegionEvent::ReservesUsedUp, EventWindow::Within5Years),
        (RegionEvent::ReservesUsedUp, EventWindow::SinceStart),
        (RegionEvent::Overdue, EventWindow::InYear),
        (RegionEvent::InDebt, EventWindow::InYear),
        (RegionEvent::InDebt, EventWindow::SinceStart),
    ]
    .map(|(event, window)| RegionFigure::Event(year, event, window))
    .into()
}

/// The capital against the pension liability.
#[must_use]
pub fn funding(year: i32) -> Vec<RegionFigure> {
    let line = |line, statistic| RegionFigure::Line(year, line, statistic);
    let at_end = |event| RegionFigure::Event(year, event, EventWindow::InYear);
    vec![
        line(Line::Capital, Statistic::MEDIAN),
        line(Line::FundingRatio, Statistic::MEDIAN),
        line(Line::FundingRatio, Statistic::Q05),
        line(Line::FundingRatioFull, Statistic::MEDIAN),
        line(Line::FundingRatioFull, Statistic::Q05),
        line(Line::FundingRatioMarket, Statistic::MEDIAN),
        at_end(RegionEvent::Underfunded),
        at_end(RegionEvent::UnderfundedFull),
    ]
}

/// The pensions that the pools are to pay.
#[must_use]
pub fn payments(year: i32) -> Vec<RegionFigure> {
    vec![
        RegionFigure::Line(year, Line::Due, Statistic::MEDIAN),
        RegionFigure::Lasts(year),
        RegionFigure::Line(year, Line::ShareBorne, Statistic::Mean),
        RegionFigure::Line(year, Line::ShareBorne, Statistic::Q05),
    ]
}

/// Debt: the greatest one so far by the 95 % quantile, or by the highest where that is not asked for.
#[must_use]
pub fn debt(year: i32, quantiles: &Quantiles) -> Vec<RegionFigure> {
    let mut all = vec![
        RegionFigure::Event(year, RegionEvent::InDebt, EventWindow::InYear),
        RegionFigure::Event(year, RegionEvent::InDebt, EventWindow::SinceStart),
        RegionFigure::Line(year, Line::Debt, Statistic::Mean),
    ];
    let highest = quantiles.levels().next_back();
    let level = quantiles.levels().find(|level| (level - 0.95).abs() < 1e-9).or(highest);
    let peak = |level| RegionFigure::Line(year, Line::PeakDebt, Statistic::Quantile(Quantile::of(level)));
    all.extend(level.map(peak));
    all.push(RegionFigure::Line(year, Line::InterestSoFar, Statistic::Mean));
    all
}

/// The figures of the region in a comparison. Results and reserves of each year of the accounts come first, then
/// figures of their last year and of the last year within the horizon.
#[must_use]
pub fn compared(plan: &Plan) -> Vec<RegionFigure> {
    let last = plan.last_year();
    let accounts = plan.region.iter().filter_map(|region| region.accounts.as_ref());
    let years: Vec<i32> =
        accounts.flat_map(|of| &of.years).map(|of| i32::from(of.year)).filter(|&year| year <= last).collect();
    let mut all: Vec<RegionFigure> =
        years.iter().map(|&year| RegionFigure::Line(year, Line::Result, Statistic::Q05)).collect();
    all.extend(years.iter().map(|&year| RegionFigure::Line(year, Line::Used, Statistic::Mean)));
    if let Some(&year) = years.last() {
        all.push(RegionFigure::Event(year, RegionEvent::BelowBudget, EventWindow::InYear));
        all.push(RegionFigure::Event(year, RegionEvent::RequirementMissed, EventWindow::SinceStart));
    }
    all.extend([
        RegionFigure::Line(last, Line::FundingRatioFull, Statistic::MEDIAN),
        RegionFigure::Lasts(last),
        RegionFigure::Line(last, Line::ShareBorne, Statistic::Mean),
        RegionFigure::Line(last, Line::PeakDebt, Statistic::Q95),
        RegionFigure::Event(last, RegionEvent::InDebt, EventWindow::SinceStart),
    ]);
    all
}
