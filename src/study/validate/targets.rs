//! Histories that the world is meant to resemble.

use super::lines::TargetLine;
use super::path::{Months, PathSums};
use super::path_statistics::path_statistics;
use crate::plan::{HistoryStatistic, HistoryTarget, Plan};
use crate::stats::probability::proportion;

/// The figures of one path's histories, target by target.
pub fn of_path(plan: &Plan, months: &Months, lane: usize) -> Vec<[f64; HistoryStatistic::ALL.len()]> {
    let of = |target: &HistoryTarget| path_statistics(&months.path(target.asset, lane)[..target.months as usize]);
    plan.market.targets.iter().map(of).collect()
}

/// A line for each figure of each target.
pub fn lines(plan: &Plan, seen: &[Vec<PathSums>]) -> Vec<TargetLine> {
    let mut lines = Vec::new();
    for (place, target) in plan.market.targets.iter().enumerate() {
        for &(statistic, wanted) in &target.figures {
            let mut numbers: Vec<f64> =
                seen.iter().flatten().map(|path| path.targets[place][statistic as usize]).collect();
            // A path that never moves has no such figure.
            numbers.retain(|number| !number.is_nan());
            if numbers.is_empty() {
                continue;
            }
            numbers.sort_by(f64::total_cmp);
            let lower = numbers.partition_point(|&number| number < wanted);
            let quantile = |percent: usize| numbers[(numbers.len() * percent / 100).min(numbers.len() - 1)];
            lines.push(TargetLine {
                of: plan.market.assets[target.asset].name.clone(),
                statistic,
                months: target.months,
                target: wanted,
                simulated: [5, 50, 95].map(quantile),
                share_lower: proportion(lower as u64, numbers.len() as u64),
            });
        }
    }
    lines
}
