//! A stress test: each scenario as value against floor and high, with the equity share below; all scenarios as bars.

mod bars;
mod scenario;

use super::Chart;
use crate::plan::{Floor, Plan, Pool};
use crate::study::stress::Stress;
use crate::texts::{Language, Message};

/// What the charts of one pool have in common.
struct Subject<'a> {
    stress: &'a Stress,
    pool: &'a Pool,
    label: &'a str,
    language: Language,
}

impl Subject<'_> {
    fn text(&self, message: Message) -> String {
        self.language.text(message)
    }

    /// By how much the pool is below its floor at the start.
    fn already_below(&self) -> Option<f64> {
        self.stress.reverse.get(&self.pool.name)?.already_below
    }

    /// A depth below the floor, to the digits that tell it from none.
    fn depth(&self, depth: f64) -> String {
        self.language.percent(depth, if depth < 0.01 { 2 } else { 1 })
    }
}

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

/// A name as a file's: letters, digits, `-` and `_`.
fn file_name(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect()
}
