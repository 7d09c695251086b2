//! The region's figures as data.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Distribution, Estimate};

/// The region at the ends of calendar years: amounts in SEK, nominal, income and gains positive; ratios as fractions.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct RegionSummary {
    /// By calendar year: what the budget expects, where accounts are given.
    #[serde(skip_serializing_if = "IndexMap::is_empty", default)]
    pub budget: IndexMap<String, BudgetYear>,
    /// By calendar year, by line (`result`, `equity_ratio`, `funding_ratio`, …): its distribution.
    pub years: IndexMap<String, IndexMap<String, Distribution>>,
    /// By calendar year, by what may happen (`balance_requirement_missed`, `in_debt`, …): how likely it is.
    pub events: IndexMap<String, IndexMap<String, Likelihood>>,
    /// By calendar year: probability that the pools have paid all pensions that they are to pay up to its end.
    #[serde(skip_serializing_if = "IndexMap::is_empty", default)]
    pub lasts: IndexMap<String, Estimate>,
    /// By level of the quantiles below 1/2 and 1/2 itself (`q05`): the first year by whose end so large a share of paths has a pension
    /// that the pools could not pay; null where there is none up to the horizon.
    #[serde(skip_serializing_if = "IndexMap::is_empty", default)]
    pub exhausted_by: IndexMap<String, Option<i16>>,
}

/// A year of the budget, SEK.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BudgetYear {
    /// The year's result.
    pub result: f64,
    /// The result after balance adjustments.
    pub result_after_adjustments: f64,
    /// The region's own target for it.
    pub target: f64,
    /// Provisions in the balance sheet at the year's end.
    pub provisions: f64,
    /// What the schedule of the provision's payments is worth then, at the prices that the plan reckons with, where there is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub scheduled_provisions: Option<f64>,
}

/// How likely it is that something happens.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
pub struct Likelihood {
    /// In the year.
    pub in_year: Estimate,
    /// In at least one of the five years that end with it, or as many as there are.
    pub within_5_years: Estimate,
    /// In at least one year since the start.
    pub since_start: Estimate,
}
