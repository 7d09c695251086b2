//! What do known crises and given shocks do to the pools, month by month, and what would break the floor?
//!
//! Every scenario begins in the pools' state at the start: opening value, opening equity share, and the highs of the
//! months before. The rule acts on it month by month. After a scenario all assets grow as expected. Each is one path
//! without a draw, and no estimate: it has no Monte Carlo error, and no probability.

mod course;
mod error;
mod given;
mod opening;
mod pool_outcome;
mod region;
pub(crate) mod reverse;

use indexmap::IndexMap;
use ndarray::Array2;
use serde::{Serialize, Serializer};

use super::trace::trace;
use crate::ledger::average_cost::Income;
use crate::market::expected_growth;
use crate::plan::{Label, Plan, Scenario};
use crate::units::Month;
pub use error::StressError;
use given::{path, still};
pub use opening::{Leg, Opening};
pub use pool_outcome::{Below, Course, Deepest, MonthEnd, PoolOutcome};
pub use region::RegionOutcome;
use reverse::PoolReverse;

/// Months followed after a scenario, if neither it nor the question says otherwise.
pub const AFTERMATH_MONTHS: u32 = 12;

/// What came of all scenarios, and what would break the floors.
#[derive(Debug, Clone, Serialize)]
pub struct Stress {
    /// Version that made it.
    pub skans: String,
    /// The plan's name.
    pub name: String,
    /// The month-end at which every scenario begins.
    pub start: Month,
    /// How figures are to be read.
    pub conventions: IndexMap<String, String>,
    /// By pool: what it holds at the start, and what that has cost.
    pub opening: IndexMap<String, Opening>,
    /// The scenarios, in their order.
    pub scenarios: Vec<Outcome>,
    /// By pool that has a floor: the smallest falls that break it.
    pub reverse: IndexMap<String, PoolReverse>,
}

/// What came of one scenario.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome {
    /// The scenario's name.
    pub name: String,
    /// Its name in reports.
    #[serde(skip)]
    pub label: Label,
    /// Where its figures are from.
    #[serde(serialize_with = "english")]
    pub source: Label,
    /// Its months.
    pub months: u32,
    /// Months followed after it.
    pub aftermath_months: u32,
    /// For assets (and `inflation`): in how many of its months nothing is known of them, so that they grow as expected.
    pub as_expected: IndexMap<String, u32>,
    /// By pool.
    pub pools: IndexMap<String, PoolOutcome>,
    /// All pools together, where there are several.
    pub total: Option<PoolOutcome>,
    /// The region at the ends of calendar years, where anything is told of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionOutcome>,
}

fn english<S: Serializer>(label: &Label, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&label.en)
}

impl Outcome {
    /// Result of the scenario's months, of all pools.
    #[must_use]
    pub fn income(&self) -> Income {
        self.pools.values().fold(Income::default(), |sum, pool| sum.plus(pool.income))
    }
}

/// Whether a plan can be put under stress: to be asked before anything is computed.
///
/// # Errors
/// If the plan's grid is finer than months, nothing is expected of an asset, or a cost is given of what no pool holds.
pub fn check(plan: &Plan) -> Result<(), StressError> {
    let steps = plan.time.steps_per_month;
    if steps != 1 {
        return Err(StressError::Steps(steps));
    }
    let expected = expected_growth(&plan.market);
    match plan.market.assets.iter().zip(expected).find(|(_, expected)| expected.is_nan()) {
        Some((asset, _)) => Err(StressError::NothingExpected(asset.name.clone())),
        None => opening::opening(&plan.on_path(still(&expected_growth(&plan.market)))).map(|_| ()),
    }
}

/// Puts a plan's pools through scenarios, with so many months after each that does not say it itself.
///
/// # Errors
/// As [`check`].
pub fn stress(plan: &Plan, scenarios: &[Scenario], aftermath_months: u32) -> Result<Stress, StressError> {
    check(plan)?;
    let expected = expected_growth(&plan.market);
    let still = plan.on_path(still(&expected));
    let outcomes = scenarios.iter().map(|scenario| {
        let aftermath = scenario.aftermath_months.unwrap_or(aftermath_months);
        let aftermath = region::whole_years(plan, scenario.months(), aftermath);
        outcome(&still, scenario, &expected, aftermath)
    });
    Ok(Stress {
        skans: env!("CARGO_PKG_VERSION").to_owned(),
        name: plan.name.clone(),
        start: plan.start,
        conventions: conventions(),
        opening: opening::opening(&still)?,
        scenarios: outcomes.collect(),
        reverse: reverse::reverse(&still, &expected),
    })
}

/// The pools' plan in a scenario and the months after it.
fn on_scenario(still: &Plan, scenario: &Scenario, expected: &[f64], aftermath_months: u32) -> Plan {
    let during = scenario.growth.nrows();
    let growth = Array2::from_shape_fn((during + aftermath_months as usize, expected.len()), |(month, series)| {
        if month >= during {
            return expected[series];
        }
        let known = scenario.growth[(month, series)];
        scenario.effect[(month, series)] * if known.is_nan() { expected[series] } else { known }
    });
    still.on_path(path(&scenario.source.en, growth, expected))
}

fn outcome(still: &Plan, scenario: &Scenario, expected: &[f64], aftermath_months: u32) -> Outcome {
    let plan = on_scenario(still, scenario, expected, aftermath_months);
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
    Outcome {
        name: scenario.name.clone(),
        label: scenario.label.clone(),
        source: scenario.source.clone(),
        months,
        aftermath_months,
        as_expected: as_expected(&plan, scenario),
        pools: pools.into_iter().map(|(name, _, outcome)| (name, outcome)).collect(),
        total,
        region: region::region(&plan),
    }
}

/// In how many months of a scenario nothing is known of a series. Of shocks, all is known: an asset that is not shocked
/// is meant so.
fn as_expected(plan: &Plan, scenario: &Scenario) -> IndexMap<String, u32> {
    let names = plan.market.assets.iter().map(|asset| asset.name.as_str()).chain(["inflation"]);
    let unknown = scenario.growth.columns().into_iter().zip(scenario.effect.columns()).map(|(growth, effect)| {
        let still =
            growth.iter().zip(effect).filter(|(growth, effect)| growth.is_nan() && (**effect - 1.0).abs() < 1e-15);
        u32::try_from(still.count()).unwrap_or(u32::MAX)
    });
    names.zip(unknown).filter(|(_, months)| *months > 0).map(|(name, months)| (name.to_owned(), months)).collect()
}

fn conventions() -> IndexMap<String, String> {
    [
        ("path", "one given path a scenario: no estimate, no probability, no Monte Carlo error"),
        ("start", "the pools' opening value, equity share and highs"),
        ("amounts", "SEK, nominal, at month-ends counted from the start; gains positive, losses negative"),
        (
            "falls",
            "positive fractions of a unit, flows left out; from the high of the pool's window (24 months for \
            the total)",
        ),
        (
            "end",
            "the scenario's last month-end; after: the last month-end followed, all assets growing as expected \
            between",
        ),
        ("ex_ante", "below the floor known one month-end earlier"),
        ("ex_post", "below the floor of the day itself"),
        (
            "opening",
            "value and acquisition cost of the two legs at the start; cost_assumed: no cost is given, it is \
            taken to be the value",
        ),
        (
            "income",
            "average cost of two funds, equities and fixed income: sales realise (price - average cost) × \
            units; fees and trading costs are realised; unrealised: the change of the surplus since the start",
        ),
        (
            "surplus",
            "value less acquisition cost (book_cost) of what is held; at the start, that of funds bought \
            before",
        ),
        (
            "region",
            "calendar years that the scenario and the months after it cover, the last one to its end; what is \
            borrowed costs the short rate's long-run mean where the world simulates it",
        ),
        (
            "reverse",
            "the smallest fall after which a pool is below its floor of the day; null: none up to 99.9 % does \
            it, or the pool is below it already at the start (already_below, (floor - value) / floor); 0: it comes \
            below without any fall",
        ),
    ]
    .map(|(key, text)| (key.to_owned(), text.to_owned()))
    .into()
}
