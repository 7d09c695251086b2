//! Charts for board papers: pictures of 1600 × 900 pixels, legible at A5 and in grey.
//!
//! A chart is composed as a list of marks, which is cheap. It is drawn when its file is asked for, which is not cheap.
//! Charts are independent of each other and may be drawn on several threads.

mod backtest;
mod bands;
mod breach;
mod breaches;
mod compare;
mod distribution;
mod drawdown;
mod explain;
mod fan;
mod fit;
mod font;
mod frame;
mod labels;
mod labels_above;
mod panel;
mod paths;
mod picture;
mod raster;
mod region;
mod rows;
mod run;
mod scale;
mod scene;
mod source;
mod spread;
mod stress;
mod sweep;
mod today;

#[cfg(test)]
mod laws;

pub use backtest::backtest;
pub use breaches::breaches;
pub use compare::compare;
pub use explain::explain;
pub use fit::fit;
pub use picture::Chart;
pub use raster::PngError;
pub use source::source;
pub use stress::stress;
pub use sweep::sweep;
pub use today::today;

use run::{ChartSubject, Run};
use source::source_of;

use crate::plan::Plan;
use crate::stats::summary::RunResult;
use crate::texts::Language;

/// The fans of value alone, pool by pool.
#[must_use]
pub fn fans(plan: &Plan, result: &RunResult, language: Language, source: &str) -> Vec<Chart> {
    let run = Run::new(plan, result, language, source);
    run.subjects.iter().filter_map(|subject| fan::value(&run, subject)).collect()
}

/// All charts that a run's figures allow, pool by pool; the total and the region come last. A replay has no
/// distributions: its charts are the values over time.
#[must_use]
pub fn run(plan: &Plan, result: &RunResult, language: Language, source: &str) -> Vec<Chart> {
    let run = Run::new(plan, result, language, source);
    if plan.market.law.is_one_path() {
        let of = |subject: &ChartSubject| {
            [fan::value(&run, subject), fan::share(&run, subject), paths::chart(&run, subject)]
        };
        return run.subjects.iter().flat_map(of).flatten().chain(region::charts(&run)).collect();
    }
    let distributions = distribution::charts(&run);
    let falls = drawdown::charts(&run);
    let mut charts = Vec::new();
    for (subject, (distributions, fall)) in run.subjects.iter().zip(distributions.into_iter().zip(falls)) {
        charts.extend(fan::value(&run, subject));
        charts.extend(fan::floor(&run, subject));
        charts.extend(fan::share(&run, subject));
        charts.extend(breach::chart(&run, subject));
        charts.extend(paths::chart(&run, subject));
        charts.extend(distributions);
        charts.extend(fall);
    }
    charts.extend(region::charts(&run));
    charts
}
