//! The answer of `breaches`.

use std::io::{self, Write};

use super::Answer;
use crate::plan::Plan;
use crate::report::chart::{self, Chart};
use crate::report::json;
use crate::report::series::{Row, Series};
use crate::report::table::{self, Style};
use crate::stats::Estimate;
use crate::study::breaches::{Breaches, FloorCost, PoolBreaches};
use crate::texts::Language;

/// The breaches of a plan's pools, and their causes.
pub struct BreachesAnswer<'a> {
    /// What was found.
    pub found: Breaches,
    /// The plan.
    pub plan: &'a Plan,
}

impl Answer for BreachesAnswer<'_> {
    fn name(&self) -> &'static str {
        "breaches"
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        json::write_pretty(&self.found, to)
    }

    fn page(&self, language: Language, style: Style) -> String {
        table::breaches::page(&self.found, self.plan, language, style)
    }

    /// Pool, name, value, standard error, 95 % interval; names as in the JSON.
    fn figures(&self, _: Language) -> Option<Series<'_>> {
        let rows = || {
            self.found.pools.iter().flat_map(|(name, pool)| {
                figures(pool)
                    .into_iter()
                    .map(move |(figure, estimate)| Row::default().cell(name).cell(figure).estimate(Some(&estimate)))
            })
        };
        Some(Series::new("breaches", ["pool", "figure", "value", "se", "low", "high"], rows))
    }

    fn charts(&self, language: Language) -> Vec<Chart> {
        chart::breaches(&self.found, self.plan, language)
    }
}

fn figures(pool: &PoolBreaches) -> Vec<(String, Estimate)> {
    let mut figures = vec![
        ("p_breach".to_owned(), pool.p_breach),
        ("depth".to_owned(), pool.depth),
        ("cushion".to_owned(), pool.cushion),
    ];
    for line in &pool.causes {
        let cause = json::word(&line.cause);
        figures.push((format!("causes.{cause}.main"), line.main));
        figures.push((format!("causes.{cause}.taken"), line.taken));
    }
    figures.push(("together".to_owned(), pool.together));
    let circumstances = [
        ("after_jump", pool.after_jump),
        ("equities_beyond_stress", pool.equities_beyond_stress),
        ("fixed_income_beyond_stress", pool.fixed_income_beyond_stress),
    ];
    figures.extend(circumstances.into_iter().filter_map(|(name, found)| Some((name.to_owned(), found?))));
    figures.extend(pool.cost.iter().flat_map(costs));
    figures
}

fn costs(cost: &FloorCost) -> Vec<(String, Estimate)> {
    let mut costs = Vec::new();
    for (name, outcome) in [("rule", &cost.rule), ("mix", &cost.mix)] {
        for (figure, estimate) in [("mean", outcome.mean), ("q05", outcome.q05), ("p_breach", outcome.p_breach)] {
            costs.push((format!("cost.{name}.{figure}"), estimate));
        }
    }
    costs.push(("cost.mean_cost".to_owned(), cost.mean_cost));
    costs.push(("cost.q05_cost".to_owned(), cost.q05_cost));
    costs
}
