//! Breaches and their causes as lines of CSV.

use super::numbers;
use crate::report::json;
use crate::stats::Estimate;
use crate::study::breaches::{Breaches, FloorCost, PoolBreaches};

/// Every figure, a line each: pool, name, value, standard error, 95 % interval; names as in the JSON.
#[must_use]
pub fn breaches(breaches: &Breaches) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(["pool", "figure", "value", "se", "low", "high"]);
    for (name, pool) in &breaches.pools {
        for (figure, estimate) in figures(pool) {
            let lead = [name.clone(), figure].into_iter();
            let _ = writer.write_record(lead.chain(numbers(Some(&estimate))));
        }
    }
    writer.into_inner().unwrap_or_default()
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
