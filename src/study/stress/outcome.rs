//! One scenario: the pools and the region in its months, and in those after it.

use indexmap::IndexMap;
use ndarray::Array2;
use serde::{Serialize, Serializer};

use super::course;
use super::error::StressError;
use super::pool_outcome::{MonthEnd, PoolOutcome};
use super::region::{self, RegionOutcome};
use crate::ledger::average_cost::Income;
use crate::plan::{Label, Plan, Replay, Scenario};
use crate::study::trace::trace;
use crate::texts::Language;

/// The outcome of one scenario.
#[derive(Debug, Clone, Serialize)]
pub struct ScenarioOutcome {
    /// The scenario's name.
    pub name: String,
    /// Its name in reports.
    #[serde(skip)]
    pub label: Label,
    /// The source of its figures.
    #[serde(serialize_with = "english")]
    pub source: Label,
    /// Its months.
    pub months: u32,
    /// Months followed after it.
    pub aftermath_months: u32,
    /// For assets (and `inflation`): in how many of its months nothing is known of them, so that they grow as expected.
    pub as_expected: IndexMap<String, u32>,
    /// The outcome of each pool.
    pub pools: IndexMap<String, PoolOutcome>,
    /// All pools together, where there are several.
    pub total: Option<PoolOutcome>,
    /// The region at the ends of calendar years, if the configuration has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionOutcome>,
}

fn english<S: Serializer>(label: &Label, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(Language::En.of(label))
}

impl ScenarioOutcome {
    /// Result of the scenario's months, of all pools.
    #[must_use]
    pub fn income(&self) -> Income {
        self.pools.values().fold(Income::default(), |sum, pool| sum.plus(pool.income))
    }
}

/// The pools' plan in a scenario and the months after it.
fn on_scenario(
    still: &Plan,
    scenario: &Scenario,
    expected: &[f64],
    aftermath_months: u32,
) -> Result<Plan, StressError> {
    let during = scenario.growth().nrows();
    let growth = Array2::from_shape_fn((during + aftermath_months as usize, expected.len()), |(month, series)| {
        if month >= during {
            return expected[series];
        }
        let of = |numbers: &Array2<f64>| numbers.get((month, series)).copied().unwrap_or(f64::NAN);
        let known = of(scenario.growth());
        of(scenario.effect()) * if known.is_nan() { expected[series] } else { known }
    });
    let path = Replay::new(growth, expected.to_vec()).map_err(|_| StressError::NoPath(scenario.name.clone()))?;
    Ok(still.on_path(path))
}

/// Follows the pools through a scenario and the months after it.
///
/// # Errors
/// If the scenario's numbers make no path.
pub(super) fn outcome(
    still: &Plan,
    scenario: &Scenario,
    expected: &[f64],
    aftermath_months: u32,
) -> Result<ScenarioOutcome, StressError> {
    let plan = on_scenario(still, scenario, expected, aftermath_months)?;
    let months = scenario.months();
    let traces = trace(&plan, &[0]);
    let pools: Vec<(String, Vec<MonthEnd>, PoolOutcome)> = plan
        .pools
        .iter()
        .zip(&traces)
        .map(|(pool, traces)| {
            let ends = course::of_pool(pool, &traces[0]);
            let unpaid = traces[0].unpaid.iter().fold(0.0, |sum, unpaid| sum + unpaid);
            let outcome = course::outcome(&ends, &course::observed(pool, &traces[0]), months, unpaid);
            (pool.name.clone(), ends, outcome)
        })
        .collect();
    let unpaid = pools.iter().fold(0.0, |sum, (_, _, outcome)| sum + outcome.unpaid);
    let total = plan.has_total().then(|| {
        let ends = course::of_total(&pools.iter().map(|(_, ends, _)| ends.as_slice()).collect::<Vec<_>>());
        course::outcome(&ends, &course::of_units(&ends), months, unpaid)
    });
    Ok(ScenarioOutcome {
        name: scenario.name.clone(),
        label: scenario.label.clone(),
        source: scenario.source.clone(),
        months,
        aftermath_months,
        as_expected: as_expected(&plan, scenario),
        pools: pools.into_iter().map(|(name, _, outcome)| (name, outcome)).collect(),
        total,
        region: region::region(&plan),
    })
}

/// The months of a scenario in which nothing is known of a series, by its name. Of shocks all is known: an asset
/// without a shock is meant to have none.
fn as_expected(plan: &Plan, scenario: &Scenario) -> IndexMap<String, u32> {
    let names = plan.market.assets.iter().map(|asset| asset.name.as_str()).chain(["inflation"]);
    let unknown = scenario.growth().columns().into_iter().zip(scenario.effect().columns()).map(|(growth, effect)| {
        let still =
            growth.iter().zip(effect).filter(|(growth, effect)| growth.is_nan() && (**effect - 1.0).abs() < 1e-15);
        u32::try_from(still.count()).unwrap_or(u32::MAX)
    });
    names.zip(unknown).filter(|(_, months)| *months > 0).map(|(name, months)| (name.to_owned(), months)).collect()
}
