//! The pools' meaning for the region: its result, reserves, pensions, equity ratio and debt, by calendar year.

mod balance;
mod debt;
mod equity_ratio;
mod funding;
mod lasts;
mod levels;
mod payments;
mod probabilities;
mod probability_line;
mod reserves;
mod result;
mod series;
mod stack;
mod subject;
mod waterfall;
mod years;

#[cfg(test)]
mod synthetic;
#[cfg(test)]
mod tests;

use super::bands::bands;
use super::{Chart, Run};
use levels::{BUDGET, steps, zero};
use subject::RegionSubject;
use years::year;

/// The charts that the region's figures allow; one path has no probabilities.
pub(super) fn charts(run: &Run) -> Vec<Chart> {
    let Some(summary) = &run.result.summary.region else { return Vec::new() };
    let language = run.language;
    let region = RegionSubject { run, summary, language, bands: bands(run.plan) };
    let of_several = run.plan.paths() > 1;
    let several = |chart: fn(&RegionSubject) -> Option<Chart>| of_several.then(|| chart(&region)).flatten();
    let charts = [
        result::chart(&region),
        balance::chart(&region),
        several(probabilities::chart),
        reserves::chart(&region),
        funding::chart(&region),
        payments::chart(&region),
        several(lasts::chart),
        equity_ratio::chart(&region),
        several(debt::chart),
        waterfall::chart(&region),
    ];
    charts.into_iter().flatten().collect()
}
