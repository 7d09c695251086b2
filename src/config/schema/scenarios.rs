//! The keys of scenarios for stress tests.

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use crate::plan::{Label, Scenario};
use crate::texts::message;
use crate::units::{Convexity, Loss, Rate, Years};

/// A scenario for `skans stress`: losses of assets, moves of interest rates and spreads, a rise of prices. It comes at
/// once or over some months, spread evenly as log returns. What it says nothing of grows as expected.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScenarioConfig {
    /// Its name, for `--scenario` and for files: letters, digits, `-` and `_`.
    pub name: String,
    /// Name in reports; the name if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Where its figures are from; the configuration, if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "source")]
    pub source: Option<Label>,
    /// Over how many months it happens; in one month if left out.
    #[serde(default = "one_month")]
    #[schemars(range(min = 1, max = 120))]
    pub months: u32,
    /// How many months are followed after it, in which all grow as expected; `--aftermath` wins over it.
    #[serde(default = "aftermath_months")]
    #[schemars(range(min = 0, max = 120))]
    pub aftermath_months: u32,
    /// What all equity assets lose over the months, a loss being positive: 0.4 is a fall of 40 %.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equities: Option<Loss>,
    /// The same of all fixed-income assets; not beside moves of rates or spreads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_income: Option<Loss>,
    /// Losses of single assets, by name; they hold in place of all else that the scenario says of the asset.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub assets: IndexMap<String, Loss>,
    /// By how many basis points interest rates rise over the months; a fall is negative. A fixed-income asset earns,
    /// beside what is expected of it, `-D Δy + C Δy² / 2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -2000.0, max = 2000.0))]
    pub rates_bp: Option<f64>,
    /// By how many basis points credit spreads widen. A fixed-income asset with a duration to spreads earns `-D_s Δs`
    /// more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -2000.0, max = 2000.0))]
    pub spreads_bp: Option<f64>,
    /// How single fixed-income assets answer to rates and spreads, a table by name; a fund of bonds has its own answer.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub bonds: IndexMap<String, BondsConfig>,
    /// How much consumer prices rise over the months in all; as expected if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inflation: Option<Rate>,
}

impl ScenarioConfig {
    /// Where its figures are from: the configuration, if nothing is said.
    #[must_use]
    pub fn effective_source(&self) -> Label {
        self.source.clone().unwrap_or_else(|| Label::of(&message!(the_configuration)))
    }
}

/// How a fixed-income asset answers to interest rates and spreads.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BondsConfig {
    /// `D`, in years; a fund's own if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<Years>,
    /// `C`, in years²; the square of the duration if left out, as of a single payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub convexity: Option<Convexity>,
    /// `D_s`, the duration to the credit spread, in years; a fund's own, or none, if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spread_duration: Option<Years>,
    /// Its own move of rates, in basis points, in place of the scenario's.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -2000.0, max = 2000.0))]
    pub rates_bp: Option<f64>,
}

fn source(_: &mut SchemaGenerator) -> Schema {
    Label::schema(150)
}

const fn one_month() -> u32 {
    1
}

const fn aftermath_months() -> u32 {
    Scenario::AFTERMATH_MONTHS
}
