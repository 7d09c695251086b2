//! Charts for board papers: pictures of 1600 × 900 pixels, legible at A5 and in grey.
//!
//! A chart is composed as a list of marks, which is cheap, and drawn when its file is asked for, which is not: charts are
//! independent of each other and may be drawn on several threads.

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
mod over;
mod panel;
mod paths;
mod raster;
mod region;
mod rows;
mod scale;
mod scene;
mod spread;
mod stress;
mod sweep;
mod today;

#[cfg(test)]
mod laws;

pub use backtest::backtest;
pub use breaches::breaches;
pub use compare::compared;
pub use explain::explain;
pub use fit::fit;
pub use raster::PngError;
pub use stress::stress;
pub use sweep::swept;
pub use today::today;

use std::borrow::Cow;

use super::text::{Texts, fill};
use crate::numerics::real;
use crate::plan::{Plan, Pool};
use crate::stats::summary::{PoolDetail, PoolSummary, RunResult};
use crate::texts::{Language, message};
use scene::Scene;

/// A chart, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Chart {
    /// Its name, a file's without ending: `fan-long`.
    pub name: String,
    /// Its title.
    pub title: String,
    scene: Scene,
}

impl Chart {
    /// Draws the picture.
    ///
    /// # Errors
    /// If the picture cannot be encoded.
    pub fn png(&self) -> Result<Vec<u8>, PngError> {
        raster::png(&self.scene)
    }
}

/// Whose charts are composed: a pool's, or the total's.
#[derive(Clone)]
struct Subject<'a> {
    name: &'a str,
    label: Cow<'a, str>,
    /// `None` for the total.
    pool: Option<&'a Pool>,
    detail: &'a PoolDetail,
    summary: Option<&'a PoolSummary>,
}

/// What all charts of a run have in common.
struct Run<'a> {
    plan: &'a Plan,
    result: &'a RunResult,
    language: Language,
    subjects: Vec<Subject<'a>>,
    /// The line under every chart.
    source: &'a str,
}

impl<'a> Run<'a> {
    fn new(plan: &'a Plan, result: &'a RunResult, language: Language, source: &'a str) -> Self {
        let summary = &result.summary;
        let subject = |(name, detail): (&'a String, &'a PoolDetail)| {
            let pool = plan.pools.iter().find(|pool| pool.name == *name);
            Subject {
                name,
                label: pool
                    .map_or_else(|| language.text(message!(total)).into(), |pool| language.of(&pool.label).into()),
                pool,
                detail,
                summary: if pool.is_some() { summary.pools.get(name) } else { summary.total.as_ref() },
            }
        };
        Self { plan, result, language, subjects: result.details.iter().map(subject).collect(), source }
    }

    fn texts(&self) -> &'static Texts {
        self.language.texts()
    }

    /// A span in words.
    fn span(&self, years: f64) -> String {
        let months = (12.0 * years).round();
        if years < 1.0 || (12.0 * years - months).abs() > 1e-6 || months % 12.0 != 0.0 {
            return fill(self.texts().chart.months, &[&self.language.number(months, 0)]);
        }
        self.language.span(years)
    }

    fn sheet(&self, title: &str, note: &str) -> Scene {
        frame::sheet(title, note, self.source)
    }
}

/// The line under every chart.
#[must_use]
pub fn source(plan: &Plan, result: &RunResult, language: Language) -> String {
    let summary = &result.summary;
    let paths = language.number(real(summary.paths), 0);
    let texts = language.texts();
    let mut world = texts.world(&summary.world).to_owned();
    if let Some(law) = plan.market.law.diffusion() {
        let returns = law.lognormal_assets().enumerate().map(|(motion, place)| {
            let (asset, growth) = (&plan.market.assets[place], law.long_run(motion));
            let percent = 100.0 * growth.geometric();
            let decimals = if (percent * 10.0 - (percent * 10.0).round()).abs() < 1e-6 { 1 } else { 2 };
            format!("{} {}", language.of(&asset.label), language.percent(growth.geometric(), decimals))
        });
        world = fill(texts.world_returns, &[&world, &returns.collect::<Vec<_>>().join(", ")]);
    }
    let seed = summary.seed.to_string();
    if summary.paths == 1 {
        return fill(texts.source_of_one, &[&summary.skans, &seed, &world]);
    }
    fill(texts.source, &[&summary.skans, &paths, &seed, &world])
}

/// The fans of value alone, pool by pool.
#[must_use]
pub fn fans(plan: &Plan, result: &RunResult, language: Language, source: &str) -> Vec<Chart> {
    let run = Run::new(plan, result, language, source);
    run.subjects.iter().filter_map(|subject| fan::value(&run, subject)).collect()
}

/// All charts that a run's figures allow, pool by pool, the total and the region last: of a replay, which has no distributions, the values
/// over time.
#[must_use]
pub fn draw_all(plan: &Plan, result: &RunResult, language: Language, source: &str) -> Vec<Chart> {
    let run = Run::new(plan, result, language, source);
    if plan.market.law.is_one_path() {
        let of =
            |subject: &Subject| [fan::value(&run, subject), fan::share(&run, subject), paths::chart(&run, subject)];
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
