//! The accounts of a region, year by year: result, balance requirement, reserves, equity ratio, cash and debt.
//!
//! One path at a time. What the pools earned in a calendar year comes from their books (`average_cost`); everything
//! else of the year is given in the plan. The order of a year's end:
//!
//! 1. interest of the year on the debt at its beginning;
//! 2. the year's result: operations, taxes and grants, financial income and costs;
//! 3. the balance adjustments: unrealised results of the pools that are left out, a gain taken out, a loss added back.
//!    What was taken out and is realised later comes back by itself: it lowers the surplus from which the change is
//!    computed;
//! 4. a positive result after adjustments restores deficits of earlier years, the oldest first; what is then left may
//!    be reserved. A negative one is covered from reserves, in the order of the year's rules. What is left is the
//!    balance-requirement result. A negative one is a deficit that must be restored within three years (Kommunallagen,
//!    chapter 11, sections 12 to 14);
//! 5. cash: the result without what is no money, the flows from and to the pools, investments. No money are the
//!    returns, which stay in the pools, depreciation, and provisions set aside. What is missing is borrowed, and what
//!    is not needed repays debt first.
//!
//! SEK, nominal; income and gains positive, costs and losses negative, as in the plan's tables; balances positive.

use crate::plan::{Accounts, AccountsOpening, AccountsYear, ReserveKind};
use crate::units::Amount;

/// Years within which a deficit must be restored.
pub const YEARS_TO_RESTORE: u32 = 3;

/// The pools, prices and interest of one calendar year, as simulated.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct FinancialOutcome {
    /// Income of all pools, realised and unrealised, after fees and trading costs.
    pub pools: f64,
    /// The unrealised income of the pools whose unrealised results are left out of the balance requirement.
    pub unrealised_left_out: f64,
    /// Payments out of the pools, less payments into them.
    pub from_pools: f64,
    /// Level of consumer prices at the year's end, over the level that the given provisions assume.
    pub prices: f64,
    /// Interest of the year on a krona of debt.
    pub debt_rate: f64,
}

/// The state of the accounts between two years.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    equity: f64,
    provisions: f64,
    /// Provisions less the given ones.
    excess: f64,
    cash: f64,
    debt: f64,
    reserves: [f64; ReserveKind::ALL.len()],
    /// Whether the reserves ever held anything.
    had_reserves: bool,
    /// Deficits to restore, the oldest first: their age in years, and what remains of them.
    deficits: Vec<(u32, f64)>,
}

/// The accounts of one closed calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct AnnualAccounts {
    /// Financial income: the pools' and other.
    pub financial_income: f64,
    /// Financial costs: given ones, what prices add to provisions, interest on debt; negative.
    pub financial_costs: f64,
    /// Provisions' rise with simulated prices beyond the plan's, as a negative cost; part of the financial costs.
    pub indexation: f64,
    /// Interest on debt, negative; part of the financial costs.
    pub debt_interest: f64,
    /// The year's result (årets resultat).
    pub result: f64,
    /// The balance adjustment: minus the unrealised results that are left out.
    pub adjustment: f64,
    /// The result after balance adjustments, before any use of reserves.
    pub after_adjustments: f64,
    /// Drawn from reserves.
    pub used: f64,
    /// Set aside to reserves.
    pub reserved: f64,
    /// The balance-requirement result (balanskravsresultat), after reserves.
    pub balance_requirement: f64,
    /// Restoration of earlier years' deficits.
    pub restored: f64,
    /// Deficits that remain to be restored.
    pub deficit: f64,
    /// The part of the deficits that was not restored in time.
    pub overdue: f64,
    /// Reserves at the year's end.
    pub reserves: f64,
    /// Whether reserves that once held something are empty.
    pub used_up: bool,
    /// Equity at the year's end, the year's result included.
    pub equity: f64,
    /// Provisions at the year's end.
    pub provisions: f64,
    /// Total assets at the year's end.
    pub assets: f64,
    /// Equity over total assets (blandmodell).
    pub equity_ratio: f64,
    /// Equity less the contingent liability, over total assets (fullfondering).
    pub equity_ratio_full: f64,
    /// Cash at the year's end.
    pub cash: f64,
    /// Debt at the year's end.
    pub debt: f64,
}

impl Ledger {
    /// A ledger with the balances of the start.
    #[must_use]
    pub fn open(opening: &AccountsOpening) -> Self {
        Self {
            equity: opening.equity.get(),
            provisions: opening.provisions.get(),
            excess: 0.0,
            cash: opening.cash.get(),
            debt: opening.debt.get(),
            reserves: opening.reserves.map(Amount::get),
            had_reserves: opening.reserves.iter().any(|held| *held > Amount::ZERO),
            deficits: opening.deficits.iter().map(|(age, left)| (*age, left.get())).collect(),
        }
    }

    /// Closes a year.
    pub fn close(&mut self, accounts: &Accounts, year: &AccountsYear, outcome: &FinancialOutcome) -> AnnualAccounts {
        let excess = year.provisions.get() * (outcome.prices - 1.0);
        let debt_interest = 0.0 - self.debt * outcome.debt_rate;
        let financial_income = year.other_financial_income.get() + outcome.pools;
        let indexation = self.excess - excess;
        let financial_costs = year.other_financial_costs.get() + indexation + debt_interest;
        let result = year.operating_result().get() + financial_income + financial_costs;
        let adjustment = 0.0 - outcome.unrealised_left_out;
        let contingent = year.contingent.get() * outcome.prices;
        let is_negative = self.equity + result - contingent < 0.0;
        let balance = self.balance_requirement(year, [result, result + adjustment], is_negative);
        let provisions = year.provisions.get() + excess;
        let set_aside = provisions - self.provisions;
        self.cash +=
            result - outcome.pools - year.depreciation.get() + set_aside + outcome.from_pools + year.other_cash.get();
        self.settle(accounts.least_cash.get());
        self.equity += result;
        (self.provisions, self.excess) = (provisions, excess);
        let assets = self.equity + provisions + accounts.opening.other_liabilities.get() + self.debt;
        AnnualAccounts {
            financial_income,
            financial_costs,
            indexation,
            debt_interest,
            result,
            adjustment,
            after_adjustments: result + adjustment,
            reserves: self.reserves.iter().sum(),
            used_up: self.had_reserves && self.reserves.iter().all(|held| *held <= 0.0),
            equity: self.equity,
            provisions,
            assets,
            equity_ratio: self.equity / assets,
            equity_ratio_full: (self.equity - contingent) / assets,
            cash: self.cash,
            debt: self.debt,
            ..balance
        }
    }

    /// Closes a year after the last given one, and returns its interest, positive. Operations, taxes and grants are
    /// assumed even in cash. Cash pays the pensions that the pools could not, and interest; contributions that repay
    /// debt come in.
    pub fn carry_forward(&mut self, accounts: &Accounts, unpaid: f64, to_repay: f64, debt_rate: f64) -> f64 {
        let interest = self.debt * debt_rate;
        self.cash += to_repay - unpaid - interest;
        self.settle(accounts.least_cash.get());
        interest
    }

    /// Debt, SEK.
    #[must_use]
    pub const fn debt(&self) -> f64 {
        self.debt
    }

    /// Cash, SEK.
    #[must_use]
    pub const fn cash(&self) -> f64 {
        self.cash
    }

    /// Deficits, reserves and the balance-requirement result. `is_negative` says that equity less the contingent
    /// liability is.
    fn balance_requirement(
        &mut self,
        year: &AccountsYear,
        [result, after_adjustments]: [f64; 2],
        is_negative: bool,
    ) -> AnnualAccounts {
        self.deficits.iter_mut().for_each(|(age, _)| *age += 1);
        let restored = self.restore(after_adjustments.max(0.0));
        let lesser = result.min(after_adjustments);
        let reserved = self.set_aside(year, lesser, after_adjustments - restored, is_negative);
        let used = self.draw_on_reserves(year, (0.0 - after_adjustments).max(0.0));
        let balance_requirement = after_adjustments - reserved + used;
        if balance_requirement < 0.0 {
            self.deficits.push((0, 0.0 - balance_requirement));
        }
        let remaining = |least: u32| self.deficits.iter().filter(|(age, _)| *age >= least).map(|(_, left)| left).sum();
        AnnualAccounts {
            used,
            reserved,
            balance_requirement,
            restored,
            deficit: remaining(0),
            overdue: remaining(YEARS_TO_RESTORE),
            ..AnnualAccounts::default()
        }
    }

    /// Restores deficits, the oldest first, and returns how much of the amount went into them.
    fn restore(&mut self, amount: f64) -> f64 {
        let mut left = amount;
        for (_, deficit) in &mut self.deficits {
            let part = deficit.min(left);
            *deficit -= part;
            left -= part;
        }
        self.deficits.retain(|(_, deficit)| *deficit > 0.0);
        amount - left
    }

    /// Sets aside what the year's rule allows of the result `left` after restoration, and returns it.
    fn set_aside(&mut self, year: &AccountsYear, lesser: f64, left: f64, is_negative: bool) -> f64 {
        let Some(rule) = &year.reservation else { return 0.0 };
        let above = if is_negative { rule.above_when_negative } else { rule.above }.get();
        let base = year.base().get();
        let held = &mut self.reserves[rule.into as usize];
        let room = rule.cap.map_or(f64::INFINITY, |cap| cap.get() * base - *held);
        let reserved = (lesser - above * base).min(left).min(room).max(0.0);
        *held += reserved;
        self.had_reserves |= reserved > 0.0;
        reserved
    }

    /// Draws the amount from the reserves that may be used in the year, in order, and returns what they gave.
    fn draw_on_reserves(&mut self, year: &AccountsYear, needed: f64) -> f64 {
        let mut left = needed;
        for kind in &year.usable {
            let held = &mut self.reserves[*kind as usize];
            let part = held.min(left);
            *held -= part;
            left -= part;
        }
        needed - left
    }

    /// Borrows what cash lacks below its least amount, and repays debt with what lies above.
    fn settle(&mut self, least: f64) {
        let borrowed = (least - self.cash).max(0.0 - self.debt);
        self.debt += borrowed;
        self.cash += borrowed;
    }
}

#[cfg(test)]
mod tests;
