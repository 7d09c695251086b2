//! The keys of the region: its pensions, what flows between its budget and the pools.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::accounts::AccountsConfig;
use crate::units::{BudgetMnkr, Rate, Ratio, Share};

/// The region whose capital the pools are. Everything of it is closed at the ends of calendar years: the start is then
/// a December.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionConfig {
    /// Its pensions, which the capital stands against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liability: Option<LiabilityConfig>,
    /// Contributions to the pools that a rule decides each year, each a table `[[region.contributions]]`; given ones
    /// are the pools' own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100))]
    pub contributions: Vec<ContributionConfig>,
    /// A pool that is kept between bounds at each month-end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buffer: Option<BufferConfig>,
    /// Its accounts, year by year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accounts: Option<AccountsConfig>,
}

/// Pensions to be paid, and how they are valued: at the present value of the payments to come, at a real rate, with
/// payroll tax. They rise with consumer prices.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LiabilityConfig {
    /// The real rate a year at which payments are discounted. 0.01 is the sector's fixed one (RIPS).
    #[serde(default = "rips")]
    #[schemars(extend("x-usual" = [-0.05, 0.08]))]
    pub real_rate: Rate,
    /// Special payroll tax on pensions (särskild löneskatt), as a share of what is paid.
    #[serde(default = "payroll_tax")]
    #[schemars(extend("x-usual" = [0.0, 0.5]))]
    pub payroll_tax: Share,
    /// The pools whose capital stands against the liability; all if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backed_by: Option<Vec<String>>,
    /// A second valuation beside it, at a rate of the market.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market: Option<MarketRateConfig>,
    /// Payments of the provision (avsättning: earned from 1998 on, on the balance sheet). This or `contingent`, or
    /// both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provision: Option<PaymentsConfig>,
    /// Payments of the contingent liability (ansvarsförbindelse: earned before 1998, off the balance sheet).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contingent: Option<PaymentsConfig>,
    /// Which payments the pools make; the region's budget makes all if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub borne: Option<BorneConfig>,
}

/// A real rate of the market.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MarketRateConfig {
    /// The same real rate a year always.
    RealRate(Rate),
    /// The simulated short rate of the day and so much more a year, which stands for the longer term less the inflation
    /// that is expected. Needs a world with `[market.short_rate]`.
    Premium(Rate),
}

/// Pensions of each calendar year, before payroll tax, in the money of the start. The formula pays `amount_mnkr` a year
/// from `from` to `rise`. It then rises evenly to `peak_mnkr` in `peak`, and falls evenly to nothing in the year after
/// `until`. Without `rise` and `peak` it falls from the first year on; with `rise` the same as `until` it pays the same
/// every year.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(deny_unknown_fields)]
pub enum PaymentsConfig {
    /// From a file.
    File {
        /// A CSV file or a workbook's sheet with the columns `date`, a year after the start's (`2040`), and
        /// `amount_mnkr` (or `amount_sek`).
        file: String,
    },
    /// By the formula.
    Formula(PaymentsFormula),
}

impl PaymentsConfig {
    /// The name of its file, if it is from one.
    pub const fn file_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::File { file } => Some(file),
            Self::Formula(_) => None,
        }
    }
}

/// A formula of pensions.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PaymentsFormula {
    /// The first year.
    #[schemars(range(min = 1800, max = 2500))]
    pub from: i16,
    /// The amount in the first years, in million kronor a year.
    pub amount_mnkr: BudgetMnkr,
    /// The last year with this amount; `from` if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1800, max = 2500))]
    pub rise: Option<i16>,
    /// The year with the greatest amount; `rise` if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1800, max = 2500))]
    pub peak: Option<i16>,
    /// The amount of that year, in million kronor. Together with `peak`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub peak_mnkr: Option<BudgetMnkr>,
    /// The last year with any, at most 200 years after the start.
    #[schemars(range(min = 1800, max = 2500))]
    pub until: i16,
}

impl PaymentsFormula {
    /// The last year with the first amount, and the year with the greatest.
    #[must_use]
    pub fn effective_years(&self) -> [i16; 2] {
        let rise = self.rise.unwrap_or(self.from);
        [rise, self.peak.unwrap_or(rise)]
    }

    /// The greatest amount.
    #[must_use]
    pub fn effective_peak(&self) -> BudgetMnkr {
        self.peak_mnkr.unwrap_or(self.amount_mnkr)
    }
}

/// Which pensions the pools pay, with their payroll tax.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BorneConfig {
    /// The first calendar year, after the start's.
    #[schemars(range(min = 1800, max = 2500))]
    pub from: i16,
    /// The share of each payment.
    #[serde(default = "whole")]
    pub share: Share,
    /// The pools that pay: the next one pays what the one before cannot. Those of `backed_by` in the file's order if
    /// left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Vec<String>>,
}

/// A contribution that is decided at the end of each calendar year and paid in the next one.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ContributionConfig {
    /// The pool it goes to.
    pub into: String,
    /// The month of the year at whose end it is paid.
    #[serde(default = "april")]
    #[schemars(range(min = 1, max = 12))]
    pub month: u32,
    /// How large it is.
    #[serde(flatten)]
    pub size: ContributionSizeConfig,
    /// The first year at whose end it is decided; the year after the start if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1800, max = 2500))]
    pub from: Option<i16>,
    /// The last year at whose end it is decided; the horizon's if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1800, max = 2500))]
    pub until: Option<i16>,
}

impl ContributionConfig {
    /// The first and the last year at whose ends it is decided, of a run that reaches `last_year` in full.
    #[must_use]
    pub fn effective_years(&self, start_year: i16, last_year: i16) -> [i16; 2] {
        let from = self.from.unwrap_or(start_year + 1);
        [from, self.until.unwrap_or_else(|| last_year.max(from))]
    }
}

/// How large a contribution is.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum ContributionSizeConfig {
    /// A share of the year's result.
    ShareOfResult {
        /// So large a share of the year's result, where that is positive. Needs `[region.accounts]`.
        share_of_result: Share,
    },
    /// An amount where the funding ratio is low.
    FundingBelow {
        /// `amount_mnkr` where the funding ratio is below this. Needs `[region.liability]`.
        funding_below: Ratio,
        /// The amount, in million kronor in the money of the start.
        amount_mnkr: BudgetMnkr,
        /// Whether the contingent liability is counted.
        #[serde(default = "yes")]
        full: bool,
    },
}

const fn yes() -> bool {
    true
}

/// A pool that is kept between two bounds at each month-end. What is above the upper one goes to the first of the
/// others. What is lacking to the lower one comes from them, in their order. A bound is the greater of its two keys.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BufferConfig {
    /// The pool.
    pub pool: String,
    /// The other pools, in their order; all others in the file's order if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub others: Option<Vec<String>>,
    /// It is filled up to this, in million kronor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_mnkr: Option<BudgetMnkr>,
    /// It is filled up to so many times the pensions that the pools pay in the next 12 months. Needs
    /// `[region.liability.borne]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_of_next_year: Option<Ratio>,
    /// The pool keeps at most this, in million kronor. With neither this nor the next key it keeps all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_mnkr: Option<BudgetMnkr>,
    /// The pool keeps at most so many times the pensions that the pools pay in the next 12 months. Needs
    /// `[region.liability.borne]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_of_next_year: Option<Ratio>,
}

const fn rips() -> Rate {
    const { Rate::new(0.01).expect("a rate") }
}

const fn payroll_tax() -> Share {
    const { Share::new(0.2426).expect("a share") }
}

const fn whole() -> Share {
    Share::WHOLE
}

const fn april() -> u32 {
    4
}
