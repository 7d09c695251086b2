//! A block of a world's paths, month by month, and the sums of each path.

use super::events;
use super::exact::Expected;
use super::path::{Months, PathSums};
use super::{moments, targets};
use crate::engine;
use crate::lanes::Lanes;
use crate::market;
use crate::plan::{Plan, Prices};

/// The sums of the paths of a block, in their order.
pub fn block(plan: &Plan, expected: &Expected, block: u64) -> Vec<PathSums> {
    let months = draw(plan, block);
    let lanes = engine::paths_of_block(plan, block);
    (0..lanes)
        .map(|lane| PathSums {
            moments: moments::of_path(plan, expected, &months, lane),
            targets: targets::of_path(plan, &months, lane),
            years: events::of_path(plan, &months, lane),
        })
        .collect()
}

/// Months of the horizon and, where a target's history is longer, beyond.
fn length(plan: &Plan) -> u32 {
    let longest = plan.market.targets.iter().map(|target| target.months).max();
    longest.unwrap_or(0).max(plan.time.months())
}

fn draw(plan: &Plan, block: u64) -> Months {
    let model = market::model(plan);
    let mut world = model.world();
    let mut step = market::MarketStep::new(plan);
    let assets = plan.market.assets.len();
    let simulated = plan.market.prices == Prices::Simulated;
    let mut series = vec![Vec::new(); assets + usize::from(simulated)];
    let mut factors = Vec::new();
    world.begin(block);
    for month in 1..=length(plan) {
        let mut logs = vec![Lanes::all(0.0); series.len()];
        for _ in 0..plan.time.steps_per_month() {
            world.step(&mut step);
            for (place, logs) in logs.iter_mut().enumerate() {
                let growth = if place < assets { step.growth(place) } else { step.inflation() };
                logs.iter_mut().zip(growth).for_each(|(log, &growth)| *log += libm::log(growth));
            }
        }
        series.iter_mut().zip(logs).for_each(|(series, logs)| series.push(logs));
        if month == plan.time.months() {
            factors = (0..plan.market.law.factors().len()).map(|factor| step.factor(factor).clone()).collect();
        }
    }
    Months { series, factors }
}
