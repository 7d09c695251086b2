//! A stress test: each scenario as value against floor and high, with the equity share below; all scenarios as bars.

mod bars;
mod scenario;
mod subject;

use super::Chart;
use subject::Subject;

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
        let subject = Subject { stress, pool, label: language.of(&pool.label), language };
        let bars = (stress.scenarios.len() > 1).then(|| bars::chart(&subject));
        let scenarios = stress.scenarios.iter().map(|outcome| scenario::chart(&subject, outcome));
        bars.into_iter().chain(scenarios).collect::<Vec<_>>()
    };
    pools.flat_map(of).collect()
}
