//! The accounts of the region whose capital the pools are: what is given, year by year.

use crate::units::{Balance, Rate, Sek, Share};

/// What the accounts start from, and every year that is given. Income positive and costs negative, as in the plan's tables.
#[derive(Debug, Clone, PartialEq)]
pub struct Accounts {
    /// Balances at the start of the run.
    pub opening: AccountsOpening,
    /// The calendar years after the start, one after the other.
    pub years: Vec<AccountsYear>,
    /// By pool of the region, which are the plan's first ones: whether its unrealised results are left out of the balance requirement.
    pub left_out: Vec<bool>,
    /// Cash below this is borrowed.
    pub least_cash: Balance,
    /// What the lender adds to the short rate, a year.
    pub margin: Rate,
    /// The rate a year at which is borrowed where the world has no short rate, without the margin.
    pub rate: Rate,
}

/// Balances at the start.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountsOpening {
    /// Equity, the result of the year before included.
    pub equity: Sek,
    /// Provisions for pensions.
    pub provisions: Balance,
    /// Liabilities that are neither provisions nor debt; they stay as they are.
    pub other_liabilities: Balance,
    /// Cash.
    pub cash: Sek,
    /// Debt.
    pub debt: Balance,
    /// By kind, what is reserved.
    pub reserves: [Balance; ReserveKind::ALL.len()],
    /// Deficits to restore, the oldest first: full years since the one that had it, and the amount.
    pub deficits: Vec<(u32, Balance)>,
}

/// A calendar year.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountsYear {
    /// The calendar year.
    pub year: i16,
    /// Operating income.
    pub operating_income: Sek,
    /// Operating costs, negative.
    pub operating_costs: Sek,
    /// Depreciation, negative.
    pub depreciation: Sek,
    /// Tax income.
    pub taxes: Sek,
    /// State grants and equalisation.
    pub grants: Sek,
    /// Financial income that is not the pools'.
    pub other_financial_income: Sek,
    /// Financial costs but interest on debt, negative.
    pub other_financial_costs: Sek,
    /// Provisions at the year's end, at the prices that the plan reckons with.
    pub provisions: Balance,
    /// Contingent liability at the year's end, likewise.
    pub contingent: Balance,
    /// Money that comes in, or goes out (negative), and is no result: investments, and what is owed and owing.
    pub other_cash: Sek,
    /// What the budget expects the pools to earn.
    pub expected_pools: Sek,
    /// Of it, what the budget adjusts out of the balance requirement.
    pub expected_left_out: Sek,
    /// Inflation that the given provisions are reckoned with; none where they do not follow simulated prices.
    pub inflation: Option<Rate>,
    /// What may be set aside.
    pub reservation: Option<Reservation>,
    /// The reserves that may cover a deficit, in this order.
    pub usable: Vec<ReserveKind>,
    /// The region's own target, as a share of taxes, grants and equalisation.
    pub target: Share,
}

/// A kind of reserve for evening out results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReserveKind {
    /// Resultatutjämningsreserv, of the years up to 2023.
    Equalisation,
    /// Resultatreserv, of the years from 2024.
    Result,
}

impl ReserveKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Equalisation, Self::Result];
}

/// What a year's rule allows to be set aside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reservation {
    /// To which reserve.
    pub into: ReserveKind,
    /// The lesser of the year's result and the one after adjustments counts above this share of taxes, grants and equalisation.
    pub above: Share,
    /// The same where equity less the contingent liability is negative at the year's end.
    pub above_when_negative: Share,
    /// The reserve may hold so much of them; none for no bound.
    pub cap: Option<Share>,
}

impl AccountsYear {
    /// Taxes, grants and equalisation: what shares are reckoned of.
    #[must_use]
    pub fn base(&self) -> Sek {
        self.taxes + self.grants
    }

    /// Net cost of operations, negative.
    #[must_use]
    pub fn net_cost(&self) -> Sek {
        self.operating_income + self.operating_costs + self.depreciation
    }

    /// The operating result: before financial income and costs.
    #[must_use]
    pub fn operating_result(&self) -> Sek {
        self.net_cost() + self.base()
    }

    /// The result that the budget expects.
    #[must_use]
    pub fn budget(&self) -> Sek {
        self.operating_result() + self.other_financial_income + self.expected_pools + self.other_financial_costs
    }

    /// The result after balance adjustments that the budget expects.
    #[must_use]
    pub fn budget_after_adjustments(&self) -> Sek {
        self.budget() - self.expected_left_out
    }
}
