//! A stress test: each scenario as value against floor and high, with the equity share below; all scenarios as bars.

mod bars;
mod scenario;
mod stressed_pool;

use super::Chart;
use stressed_pool::StressedPool;

use crate::plan::{Floor, Plan, Pool};
use crate::study::stress::Stress;
use crate::texts::Language;

/// For each pool that has a floor (for every pool, where none has) the bars of all scenarios, then a chart of each.
#[must_use]
pub fn stress(stress: &Stress, plan: &Plan, language: Language) -> Vec<Chart> {
    let floored = |pool: &&Pool| pool.floor != Floor::None;
    let none = !plan.pools.iter().any(|pool| floored(&pool));
    let pools = plan.pools.iter().filter(|pool| none || floored(pool));
    let of = |pool| {
        let stressed = StressedPool { stress, pool, label: language.of(&pool.label), language };
        let bars = (stress.scenarios.len() > 1).then(|| bars::chart(&stressed));
        let scenarios = stress.scenarios.iter().map(|outcome| scenario::chart(&stressed, outcome));
        bars.into_iter().chain(scenarios).collect::<Vec<_>>()
    };
    pools.flat_map(of).collect()
}
