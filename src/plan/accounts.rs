//! The accounts of the region: opening balances, and the budget of each year.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::units::{Amount, Rate, Sek, Share};

/// Opening balances and the years of the budget. Income is positive and costs are negative, as in the plan's tables.
#[derive(Debug, Clone, PartialEq)]
pub struct Accounts {
    /// Balances at the start of the run.
    pub opening: AccountsOpening,
    /// The calendar years after the start, one after the other.
    pub years: Vec<AccountsYear>,
    /// Whether a pool's unrealised results are left out of the balance requirement, by pool.
    pub left_out: Vec<bool>,
    /// Cash below this is borrowed.
    pub least_cash: Amount,
    /// The lender's margin on the short rate.
    pub margin: Rate,
    /// The rate that stands for the short rate in a world without one.
    pub rate: Rate,
}

/// Balances at the start.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountsOpening {
    /// Equity, the result of the year before included.
    pub equity: Sek,
    /// Provisions for pensions.
    pub provisions: Amount,
    /// Liabilities that are neither provisions nor debt; they stay as they are.
    pub other_liabilities: Amount,
    /// Cash.
    pub cash: Sek,
    /// Debt.
    pub debt: Amount,
    /// Reserves by kind.
    pub reserves: [Amount; ReserveKind::ALL.len()],
    /// Deficits to restore, the oldest first: full years since the deficit, and its amount.
    pub deficits: Vec<(u32, Amount)>,
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
    /// Financial income other than the pools'.
    pub other_financial_income: Sek,
    /// Financial costs other than interest on debt, negative.
    pub other_financial_costs: Sek,
    /// Provisions at the year's end, at the prices that the budget assumes.
    pub provisions: Amount,
    /// Contingent liability at the year's end, at the same prices.
    pub contingent: Amount,
    /// Cash flow that is no result, such as investments and changes in working capital; negative out.
    pub other_cash: Sek,
    /// The pools' income in the budget.
    pub expected_pools: Sek,
    /// The part of the pools' income that the budget leaves out of the balance requirement.
    pub expected_left_out: Sek,
    /// Inflation that the given provisions assume; none where they do not follow simulated prices.
    pub inflation: Option<Rate>,
    /// The rule for setting aside to a reserve, if there is one.
    pub reservation: Option<Reservation>,
    /// The reserves that may cover a deficit, in this order.
    pub usable: Vec<ReserveKind>,
    /// The region's own target, as a share of taxes, grants and equalisation.
    pub target: Share,
}

/// A kind of reserve for evening out results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ReserveKind {
    /// Resultatutjämningsreserv (RUR), of the years up to 2023.
    Equalisation,
    /// Resultatreserv, of the years from 2024.
    Result,
}

impl ReserveKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Equalisation, Self::Result];

    /// Its name in a configuration.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Equalisation => "equalisation",
            Self::Result => "result",
        }
    }
}

/// A year's rule for setting aside to a reserve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reservation {
    /// The reserve.
    pub into: ReserveKind,
    /// The share of taxes, grants and equalisation above which a result may be set aside. The result is the lesser of
    /// the year's result and the one after adjustments.
    pub above: Share,
    /// The same share in a year that ends with more contingent liability than equity.
    pub above_when_negative: Share,
    /// The greatest reserve, as a share of taxes, grants and equalisation; none for no bound.
    pub cap: Option<Share>,
}

impl AccountsYear {
    /// Taxes, grants and equalisation: the base of the rules' shares.
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
