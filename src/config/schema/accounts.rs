//! The keys of the region's accounts.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::plan::ReserveKind;
use crate::units::{BudgetMnkr, CostMnkr, Rate, Share, SignedMnkr};

/// The region's accounts: balances at the start, and what is given of each calendar year. Incomes are positive and
/// costs negative, as in the plan's tables.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountsConfig {
    /// The pools whose unrealised results are left out of the balance requirement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
    /// Cash below this is borrowed, in million kronor.
    #[serde(default = "no_amount")]
    pub least_cash_mnkr: BudgetMnkr,
    /// What borrowing costs.
    #[serde(default)]
    pub debt: DebtConfig,
    /// Balances at the start.
    pub opening_mnkr: OpeningConfig,
    /// The calendar years after the start, one after the other, each a table `[[region.accounts.years]]`.
    #[schemars(length(min = 1, max = 200))]
    pub years: Vec<AccountsYearConfig>,
}

/// What borrowing costs.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DebtConfig {
    /// What the lender adds to the short rate a year, not negative.
    #[schemars(extend("minimum" = 0.0, "x-usual" = [0.0, 0.1]))]
    pub margin: Rate,
    /// The rate a year, without the margin, in a world without `[market.short_rate]`: needed there, and not allowed
    /// elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<Rate>,
}

impl Default for DebtConfig {
    fn default() -> Self {
        Self { margin: Rate::ZERO, rate: None }
    }
}

/// Balances at the start, in million kronor.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpeningConfig {
    /// Equity, the result of the year before included.
    pub equity: SignedMnkr,
    /// Provisions.
    pub provisions: BudgetMnkr,
    /// Liabilities that are neither provisions nor debt; they stay as they are.
    pub other_liabilities: BudgetMnkr,
    /// Cash.
    pub cash: BudgetMnkr,
    /// Debt.
    #[serde(default = "no_amount")]
    pub debt: BudgetMnkr,
    /// The equalisation reserve (resultatutjämningsreserv, RUR).
    #[serde(default = "no_amount")]
    pub equalisation_reserve: BudgetMnkr,
    /// The result reserve (resultatreserv).
    #[serde(default = "no_amount")]
    pub result_reserve: BudgetMnkr,
    /// Deficits to restore, by the year that had them: the start's, or one of the two before.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub deficits: IndexMap<String, BudgetMnkr>,
}

/// The budget of a calendar year.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountsYearConfig {
    /// The calendar year: the first is the one after the start, and none is missing.
    #[schemars(range(min = 1800, max = 2500))]
    pub year: i16,
    /// Operating income.
    pub operating_income_mnkr: BudgetMnkr,
    /// Operating costs, negative, without depreciation.
    pub operating_costs_mnkr: CostMnkr,
    /// Depreciation, negative.
    pub depreciation_mnkr: CostMnkr,
    /// Tax income.
    pub taxes_mnkr: BudgetMnkr,
    /// State grants and equalisation.
    pub grants_mnkr: BudgetMnkr,
    /// Financial income that is not the pools'.
    pub other_financial_income_mnkr: BudgetMnkr,
    /// Financial costs, negative, without interest on simulated debt.
    pub other_financial_costs_mnkr: CostMnkr,
    /// Provisions at the year's end, at the prices that the plan reckons with.
    pub provisions_mnkr: BudgetMnkr,
    /// Contingent liability at the year's end, likewise.
    pub contingent_mnkr: BudgetMnkr,
    /// Money that comes in, or goes out (negative), and is no result: investments, and what is owed and owing.
    #[serde(default = "no_cash")]
    pub other_cash_mnkr: SignedMnkr,
    /// What the budget expects the pools to earn.
    pub expected_pools_mnkr: SignedMnkr,
    /// The part of it that the budget adjusts out of the balance requirement.
    pub expected_left_out_mnkr: SignedMnkr,
    /// Inflation that the given provisions are reckoned with. Left out, they do not follow simulated prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inflation: Option<Rate>,
    /// What may be set aside of a good result. Nothing if left out; then no year between two that have one leaves it
    /// out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reservation: Option<ReservationConfig>,
    /// The reserves that may cover a deficit, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub usable: Vec<ReserveKind>,
    /// The region's own target for the balance-requirement result, as a share of taxes, grants and equalisation.
    #[serde(default = "one_percent")]
    #[schemars(extend("x-usual" = [0.0, 0.2]))]
    pub target: Share,
}

/// What may be set aside of a good result, above a share of taxes, grants and equalisation. The result is the lesser of
/// the year's and the one after balance adjustments.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReservationConfig {
    /// To which reserve. Once it is `result`, it is not `equalisation` again.
    pub into: ReserveKind,
    /// The share above which it counts.
    #[schemars(extend("x-usual" = [0.0, 0.2]))]
    pub above: Share,
    /// The same where equity less the contingent liability is negative at the year's end; `above` if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-usual" = [0.0, 0.2]))]
    pub above_when_negative: Option<Share>,
    /// The most that the reserve may hold, as a share of taxes, grants and equalisation, above 0; no bound if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("minimum" = 0.0001))]
    pub cap: Option<Share>,
}

impl ReservationConfig {
    /// The share above which a result counts where equity less the contingent liability is negative.
    #[must_use]
    pub fn effective_above_when_negative(&self) -> Share {
        self.above_when_negative.unwrap_or(self.above)
    }
}

const fn one_percent() -> Share {
    const { Share::new(0.01).expect("a share") }
}

const fn no_amount() -> BudgetMnkr {
    const { BudgetMnkr::new(0.0).expect("an amount") }
}

const fn no_cash() -> SignedMnkr {
    const { SignedMnkr::new(0.0).expect("an amount") }
}
