//! Charts for board papers: pictures of 1600 × 900 pixels, legible at A5 and in grey.
//!
//! A chart is composed as a list of marks, which is cheap, and drawn when its file is asked for, which is not: charts
//! are independent of each other and may be drawn on several threads.

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

use crate::numerics::real;
use crate::plan::{Plan, Pool};
use crate::stats::summary::{PoolDetail, PoolSummary, RunResult};
use crate::texts::{Language, Message, message};
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
    label: String,
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
                label: pool.map_or_else(|| language.text(message!(total)), |pool| language.of(&pool.label).to_owned()),
                pool,
                detail,
                summary: if pool.is_some() { summary.pools.get(name) } else { summary.total.as_ref() },
            }
        };
        Self { plan, result, language, subjects: result.details.iter().map(subject).collect(), source }
    }

    fn text(&self, message: Message) -> String {
        self.language.text(message)
    }

    /// A span in words.
    fn span(&self, years: f64) -> String {
        let months = (12.0 * years).round();
        if years < 1.0 || (12.0 * years - months).abs() > 1e-6 || months % 12.0 != 0.0 {
            return self.text(message!(chart_months, months = self.language.number(months, 0), count = months));
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
    let mut world = world(&summary.world);
    if let Some(law) = plan.market.law.diffusion() {
        let returns = law.lognormal_assets().enumerate().map(|(motion, place)| {
            let (asset, growth) = (&plan.market.assets[place], law.long_run(motion));
            let percent = 100.0 * growth.geometric();
            let decimals = if (percent * 10.0 - (percent * 10.0).round()).abs() < 1e-6 { 1 } else { 2 };
            format!("{} {}", language.of(&asset.label), language.percent(growth.geometric(), decimals))
        });
        world = message!(world_returns, world, returns = returns.collect::<Vec<_>>().join(", "));
    }
    source_of((&summary.skans, summary.paths, summary.seed), world, language)
}

/// The line under a chart of simulated paths: version, paths, seed and world.
fn source_of((version, paths, seed): (&str, u64, u64), world: Message, language: Language) -> String {
    language.text(if paths == 1 {
        message!(chart_source_of_one, version, seed, world)
    } else {
        message!(chart_source, version, paths = language.number(real(paths), 0), seed, world)
    })
}

/// The law of the market in words.
fn world(name: &str) -> Message {
    const WITH_CRISIS: &str = " with a crisis";
    if let Some(law) = name.strip_suffix(WITH_CRISIS) {
        return message!(world_with_crisis, world = world(law));
    }
    match name {
        "lognormal" => message!(world_lognormal),
        "regime-switching" => message!(world_regimes),
        "bootstrap" => message!(world_bootstrap),
        "filtered bootstrap" => message!(world_filtered),
        "replay" => message!(world_replay),
        _ => message!(world_given),
    }
}

/// The fans of value alone, pool by pool.
#[must_use]
pub fn fans(plan: &Plan, result: &RunResult, language: Language, source: &str) -> Vec<Chart> {
    let run = Run::new(plan, result, language, source);
    run.subjects.iter().filter_map(|subject| fan::value(&run, subject)).collect()
}

/// All charts that a run's figures allow, pool by pool, the total and the region last: of a replay, which has no
/// distributions, the values over time.
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
