//! Which lines and marks a plan has in a year.

use super::super::lines::{Line, Mark};
use super::super::pensions::Valuation;
use crate::plan::{Borne, Liability, LiabilityPart, Plan};

/// The lines of the year that ends so many years, less one, after the start, in their order.
#[must_use]
pub fn lines(plan: &Plan, year: usize) -> Vec<Line> {
    let here = Here::new(plan, year);
    Line::ALL.into_iter().filter(|line| here.has(*line)).collect()
}

/// The marks of that year, in their order.
#[must_use]
pub fn marks(plan: &Plan, year: usize) -> Vec<Mark> {
    let here = Here::new(plan, year);
    Mark::ALL.into_iter().filter(|mark| here.may(*mark)).collect()
}

/// What there is in a year.
#[derive(Default)]
struct Here {
    /// Accounts that are given for the year.
    accounts: bool,
    /// Cash and debt.
    debt: bool,
    liability: bool,
    provision: bool,
    contingent: bool,
    market: bool,
    /// Pensions that the pools bear, up to the year.
    borne: bool,
    contributions: bool,
    buffer: bool,
}

impl Here {
    fn new(plan: &Plan, year: usize) -> Self {
        let Some(region) = &plan.region else { return Self::default() };
        let calendar = i64::from(plan.start.year()) + 1 + year as i64;
        let owed = |liability: &Liability| {
            let valuation = Valuation::new(liability);
            LiabilityPart::ALL.map(|part| valuation.at(part, year + 1) > 0.0)
        };
        let [provision, contingent] = region.liability.as_ref().map_or([false; 2], owed);
        let borne = region.liability.as_ref().and_then(|liability| liability.borne.as_ref());
        Self {
            accounts: region.accounts.as_ref().is_some_and(|accounts| year < accounts.years.len()),
            debt: region.accounts.is_some(),
            liability: region.liability.is_some(),
            provision,
            contingent,
            market: region.liability.as_ref().is_some_and(|liability| liability.market.is_some()),
            borne: borne.is_some_and(|Borne { from, .. }| calendar >= i64::from(*from)),
            contributions: !region.contributions.is_empty(),
            buffer: region.buffer.is_some(),
        }
    }

    fn has(&self, line: Line) -> bool {
        match line {
            Line::PoolIncome
            | Line::Realised
            | Line::Unrealised
            | Line::FinancialIncome
            | Line::FinancialCosts
            | Line::Indexation
            | Line::DebtInterest
            | Line::Result
            | Line::Adjustment
            | Line::AfterAdjustments
            | Line::Used
            | Line::Reserved
            | Line::BalanceRequirement
            | Line::Deficit
            | Line::Overdue
            | Line::Reserves
            | Line::Equity
            | Line::Provisions
            | Line::EquityRatio
            | Line::EquityRatioFull
            | Line::Cash => self.accounts,
            Line::Debt | Line::PeakDebt | Line::InterestSoFar => self.debt,
            Line::Capital => self.liability,
            Line::LiabilityProvision | Line::FundingRatio => self.provision,
            Line::LiabilityContingent => self.contingent,
            Line::FundingRatioFull => self.provision || self.contingent,
            Line::FundingRatioMarket => self.market && (self.provision || self.contingent),
            Line::Due | Line::Paid | Line::Borne => self.borne,
            Line::Contributed => self.contributions,
            Line::Moved => self.buffer,
        }
    }

    fn may(&self, mark: Mark) -> bool {
        match mark {
            Mark::BelowBudget
            | Mark::Loss
            | Mark::RequirementMissed
            | Mark::TargetMissed
            | Mark::ReservesUsedUp
            | Mark::Overdue => self.accounts,
            Mark::InDebt => self.debt,
            Mark::Underfunded => self.provision,
            Mark::UnderfundedFull => self.provision || self.contingent,
            Mark::Unpaid => self.borne,
        }
    }
}
