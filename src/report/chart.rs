//! Charts for board papers: PNG pictures of 1600 × 900 pixels, legible at A5 and in grey.

mod axes;
mod canvas;
mod curves;
mod distribution;
mod fan;
mod labels;
mod paths;

use super::text::{Language, fill};
use crate::plan::{Law, Plan, Pool};
use crate::stats::summary::{PoolDetail, RunResult};

use canvas::Canvas;
pub use canvas::PngError;

/// A chart, ready to be drawn.
pub struct Chart<'a> {
    /// Its name, without ending: `fan-long`.
    pub name: String,
    draw: Box<dyn Fn(&mut Canvas) + Send + Sync + 'a>,
}

impl<'a> Chart<'a> {
    fn new(name: String, draw: impl Fn(&mut Canvas) + Send + Sync + 'a) -> Self {
        Self { name, draw: Box::new(draw) }
    }

    /// Draws the picture.
    ///
    /// # Errors
    /// If the picture cannot be encoded.
    pub fn png(&self) -> Result<Vec<u8>, PngError> {
        let mut canvas = Canvas::new();
        (self.draw)(&mut canvas);
        canvas.into_png()
    }
}

/// Whose chart it is, and what all its charts say alike.
#[derive(Clone, Copy)]
struct Sheet<'a> {
    plan: &'a Plan,
    /// `None` for the total.
    pool: Option<&'a Pool>,
    detail: &'a PoolDetail,
    language: Language,
    source: &'a str,
}

impl<'a> Sheet<'a> {
    fn name(&self) -> &'a str {
        self.pool.map_or("total", |pool| &pool.name)
    }

    fn label(&self) -> &'a str {
        self.pool.map_or(self.language.texts().total, |pool| self.language.of(&pool.label))
    }

    /// A span of years in words.
    fn span(&self, years: f64) -> String {
        let decimals = usize::from(years.fract() != 0.0);
        self.language.texts().span(years, &self.language.number(years, decimals))
    }

    /// Title, note and foot.
    fn head(&self, canvas: &mut Canvas, title: &str, note: &str) {
        canvas.head(title, note, self.source);
    }
}

/// The line under every chart.
#[must_use]
pub fn source(plan: &Plan, result: &RunResult, language: Language) -> String {
    let summary = &result.summary;
    let paths = language.number(crate::stats::probability::real(summary.paths), 0);
    let texts = language.texts();
    let mut world = texts.world(&summary.world).to_owned();
    if let Law::Lognormal(law) = &plan.market.law {
        let returns = plan.market.assets.iter().zip(&law.growth).map(|(asset, growth)| {
            let percent = 100.0 * growth.geometric();
            let decimals = if (percent * 10.0 - (percent * 10.0).round()).abs() < 1e-6 { 1 } else { 2 };
            format!("{} {}", language.of(&asset.label), language.percent(growth.geometric(), decimals))
        });
        world = fill(texts.world_returns, &[&world, &returns.collect::<Vec<_>>().join(", ")]);
    }
    fill(texts.source, &[&summary.skans, &paths, &summary.seed.to_string(), &world])
}

/// All charts that a run's figures allow, pool by pool, the total last.
#[must_use]
pub fn draw_all<'a>(plan: &'a Plan, result: &'a RunResult, language: Language, source: &'a str) -> Vec<Chart<'a>> {
    let sheets: Vec<Sheet> = result
        .details
        .iter()
        .map(|(name, detail)| {
            let pool = plan.pools.iter().find(|pool| pool.name == *name);
            Sheet { plan, pool, detail, language, source }
        })
        .collect();
    let shared = distribution::shared_scales(&sheets);
    let mut charts = Vec::new();
    for &sheet in &sheets {
        charts.extend(fan::charts(sheet));
        charts.extend(curves::charts(sheet, &sheets, result));
        charts.extend(
            sheet.pool.and_then(|pool| result.traces.get(&pool.name)).and_then(|traces| paths::chart(sheet, traces)),
        );
        charts.extend(distribution::charts(sheet, &shared, result));
    }
    charts
}
