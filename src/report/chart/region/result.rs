//! The year's result against the budget's.

use super::series::YearSeries;
use super::stack::{ALONE, FOR_BARS, Plot, Stack};
use super::{BUDGET, RegionSubject, steps, year};
use crate::ledger::lines::Line;
use crate::report::chart::Chart;
use crate::report::chart::frame::AxisUnit;
use crate::report::chart::panel::Panel;
use crate::report::chart::scene::BLACK;
use crate::texts::message;

/// `region-result`.
pub(super) fn chart(region: &RegionSubject) -> Option<Chart> {
    let series = YearSeries::of(Line::Result, region)?;
    let budget = region.budget(&series.years, |year| year.result);
    let numbers = series.range().into_iter().chain(budget.iter().map(|(_, amount)| *amount));
    let plot = Plot::with_zero(ALONE, numbers, AxisUnit::Plain);
    let labels = |[panel]: &[Panel; 1]| {
        let mut labels = series.labels(region, panel);
        labels.extend(region.level_label(&region.text(message!(region_chart_budget)), &budget, panel, BLACK));
        [labels]
    };
    let stack = Stack::new(region, (series.span(), FOR_BARS), [plot], labels);
    let [first, last] = series.span().map(year);
    let title = region.text(message!(region_chart_result_title, first, last));
    let mut scene = region.run.sheet(&title, &region.note(message!(region_chart_result_note), &series.spread.bands));
    stack.grid(&mut scene);
    let [panel] = &stack.panels;
    series.draw(&mut scene, panel, region.language);
    steps(&mut scene, panel, &budget, BUDGET);
    stack.finish(&mut scene);
    Some(Chart { name: "region-result".to_owned(), title, scene })
}
