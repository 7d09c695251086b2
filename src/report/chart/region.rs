//! What the pools mean for the region: its result, reserves, pensions, equity ratio and debt, by calendar year.

mod balance;
mod chances;
mod debt;
mod equity_ratio;
mod funding;
mod lasts;
mod payments;
mod probabilities;
mod reserves;
mod result;
mod series;
mod stack;
mod waterfall;

#[cfg(test)]
mod synthetic;
#[cfg(test)]
mod tests;

use super::bands::{Band, bands, inside_and_outside};
use super::frame::MNKR;
use super::labels::EndLabel;
use super::panel::Panel;
use super::scene::{BLACK, DASHED, Dash, GREY, Ink, SOLID, Scene};
use super::{Chart, Run};
use crate::ledger::lines::Line;
use crate::stats::summary::{BudgetYear, Distribution, RegionSummary};
use crate::texts::{Language, Message, message};
use series::Series;

/// What all charts of the region have in common.
struct Region<'a> {
    run: &'a Run<'a>,
    summary: &'a RegionSummary,
    language: Language,
    /// The bands that the plan's quantiles allow.
    bands: Vec<Band>,
}

/// The charts that the region's figures allow; one path has no probabilities.
pub(super) fn charts(run: &Run) -> Vec<Chart> {
    let Some(summary) = &run.result.summary.region else { return Vec::new() };
    let language = run.language;
    let region = Region { run, summary, language, bands: bands(run.plan) };
    let of_several = run.plan.paths > 1;
    let several = |chart: fn(&Region) -> Option<Chart>| of_several.then(|| chart(&region)).flatten();
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

/// A calendar year by its key.
fn calendar(key: &str) -> Option<f64> {
    key.parse::<i16>().ok().map(f64::from)
}

impl<'a> Region<'a> {
    /// The distributions of a line by year.
    fn rows(&self, line: Line) -> Vec<(f64, &'a Distribution)> {
        let years = self.summary.years.iter();
        years.filter_map(|(year, lines)| Some((calendar(year)?, lines.get(line.key())?))).collect()
    }

    /// A line by year; `None` where no year has it.
    fn series(&self, line: Line) -> Option<Series<'a>> {
        Series::new(line, self.rows(line), &self.bands)
    }

    /// The same to a year.
    fn series_to(&self, line: Line, last: f64) -> Option<Series<'a>> {
        Series::new(line, self.rows(line).into_iter().filter(|(year, _)| *year <= last).collect(), &self.bands)
    }

    /// What the budget expects, mnkr by year, in the years that are shown.
    fn budget(&self, shown: &[f64], of: impl Fn(&BudgetYear) -> f64) -> Vec<(f64, f64)> {
        let years = self.summary.budget.iter().filter_map(|(year, budget)| Some((calendar(year)?, of(budget) / MNKR)));
        years.filter(|(year, amount)| amount.is_finite() && shown.contains(year)).collect()
    }

    /// The budget, or another reference, by year: a name and the last year's amount in mnkr.
    fn level_label(&self, name: &str, levels: &[(f64, f64)], panel: &Panel, ink: Ink) -> Option<EndLabel> {
        let &(_, amount) = levels.last()?;
        Some(EndLabel::new([name.to_owned(), self.language.number(amount, 0)], panel.down(amount), ink))
    }

    fn text(&self, message: Message) -> String {
        self.language.text(message)
    }

    /// A note, with what the bands hold.
    fn note(&self, first: Message, bands: &[Band]) -> String {
        let bands = inside_and_outside(bands, self.language);
        let bands = bands.map(|[inside, outside]| self.text(message!(region_chart_bands, inside, outside)));
        self.text(first) + &bands.unwrap_or_default()
    }
}

/// A year as it is written: without a space between its thousands.
fn year(year: f64) -> String {
    format!("{year:.0}")
}

/// A line at zero, where the axis goes on below it.
fn zero(scene: &mut Scene, panel: &Panel) {
    if panel.y.low < 0.0 && panel.y.high > 0.0 {
        scene.line(panel.level(0.0), 1.8, GREY, SOLID);
    }
}

/// A level for each year, over the room of that year.
fn steps(scene: &mut Scene, panel: &Panel, levels: &[(f64, f64)], (width, ink, dash): (f64, Ink, Dash)) {
    const HALF: f64 = 0.46;
    for &(year, level) in levels {
        scene.line(vec![panel.at((year - HALF, level)), panel.at((year + HALF, level))], width, ink, dash);
    }
}

/// How the budget's line is drawn.
const BUDGET: (f64, Ink, Dash) = (2.6, BLACK, DASHED);
