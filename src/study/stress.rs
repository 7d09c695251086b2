//! What do known crises and given shocks do to the pools, month by month, and what would break the floor?
//!
//! Every scenario begins in the pools' state at the start: opening value, opening equity share, and the highs of the
//! months before. The rule acts on it month by month. After a scenario all assets grow as expected. Each is one path
//! without a draw, and no estimate: it has no Monte Carlo error, and no probability.

mod course;
mod error;
mod opening;
mod outcome;
mod pool_outcome;
mod region;
pub(crate) mod reverse;

use indexmap::IndexMap;
use serde::Serialize;

use ndarray::Array2;

use super::conventions::{
    AMOUNTS_SINCE_THE_START, END, EX_ANTE, EX_POST, FALLS_FROM_THE_HIGH, GIVEN_PATH, INCOME, OPENING,
    REGION_OF_A_SCENARIO, REVERSE, START, SURPLUS, listed,
};
use crate::market::expected_growth;
use crate::plan::{Plan, Replay, Scenario};
use crate::stats::summary::VERSION;
use crate::units::Month;
pub use error::StressError;
pub use opening::{Leg, OpeningHoldings};
pub use outcome::ScenarioOutcome;
pub use pool_outcome::{Course, DeepestFall, FloorBreach, MonthEnd, PoolOutcome};
pub use region::RegionOutcome;
use reverse::PoolReverse;

/// The outcomes of all scenarios, and the falls that would break the floors.
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
    pub opening: IndexMap<String, OpeningHoldings>,
    /// The scenarios, in their order.
    pub scenarios: Vec<ScenarioOutcome>,
    /// By pool that has a floor: the smallest falls that break it.
    pub reverse: IndexMap<String, PoolReverse>,
}

/// Whether a plan can be put under stress: to be asked before anything is computed.
///
/// # Errors
/// If the plan's grid is finer than months, nothing is expected of an asset, or a cost is given of what no pool holds.
pub fn check(plan: &Plan) -> Result<(), StressError> {
    let (still, _) = as_expected(plan)?;
    opening::opening(&still).map(|_| ())
}

/// The plan over one month in which all grows as expected, and the growth that is expected.
fn as_expected(plan: &Plan) -> Result<(Plan, Vec<f64>), StressError> {
    let steps = plan.time.steps_per_month();
    if steps != 1 {
        return Err(StressError::Steps(steps));
    }
    let expected = expected_growth(&plan.market);
    if let Some((asset, _)) = plan.market.assets.iter().zip(&expected).find(|(_, expected)| expected.is_nan()) {
        return Err(StressError::NothingExpected(asset.name.clone()));
    }
    let month = Array2::from_shape_fn((1, expected.len()), |(_, series)| expected[series]);
    let path = Replay::new(month, expected.clone()).map_err(|_| StressError::NoPath(plan.name.clone()))?;
    Ok((plan.on_path(path), expected))
}

/// Puts a plan's pools through scenarios, with so many months after each in place of its own.
///
/// # Errors
/// As [`check`], and if a scenario's numbers make no path.
pub fn stress(plan: &Plan, scenarios: &[Scenario], aftermath_months: Option<u32>) -> Result<Stress, StressError> {
    let (still, expected) = as_expected(plan)?;
    let outcomes = scenarios.iter().map(|scenario| {
        let aftermath = aftermath_months.unwrap_or(scenario.aftermath_months);
        let aftermath = region::whole_years(plan, scenario.months(), aftermath);
        outcome::outcome(&still, scenario, &expected, aftermath)
    });
    Ok(Stress {
        skans: VERSION.to_owned(),
        name: plan.name.clone(),
        start: plan.start,
        conventions: listed([
            GIVEN_PATH,
            START,
            AMOUNTS_SINCE_THE_START,
            FALLS_FROM_THE_HIGH,
            END,
            EX_ANTE,
            EX_POST,
            OPENING,
            INCOME,
            SURPLUS,
            REGION_OF_A_SCENARIO,
            REVERSE,
        ]),
        opening: opening::opening(&still)?,
        scenarios: outcomes.collect::<Result<_, _>>()?,
        reverse: reverse::reverse(&still, &expected),
    })
}
