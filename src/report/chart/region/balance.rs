//! The result after balance adjustments, and the balance-requirement result after reserves, against budget and target.

use super::series::{PAIR, YearSeries};
use super::stack::{ALONE, FOR_BARS, Plot, Stack};
use super::{BUDGET, RegionSubject, steps, year, zero};
use crate::ledger::lines::Line;
use crate::report::chart::Chart;
use crate::report::chart::frame::AxisUnit;
use crate::report::chart::panel::Panel;
use crate::report::chart::scene::{BLACK, DARK_BLUE, DOTTED, GREY};
use crate::texts::message;

/// `region-balance`.
pub(super) fn chart(region: &RegionSubject) -> Option<Chart> {
    let language = region.language;
    let pair = [YearSeries::of(Line::AfterAdjustments, region)?, YearSeries::of(Line::BalanceRequirement, region)?];
    let [before, after] = &pair;
    let budget = region.budget(&before.years, |year| year.result_after_adjustments);
    let target = region.budget(&before.years, |year| year.target);
    let levels = budget.iter().chain(&target).map(|(_, amount)| *amount);
    let numbers = pair.iter().flat_map(YearSeries::range).chain(levels);
    let plot = Plot::with_zero(ALONE, numbers, AxisUnit::Plain);
    let labels = |[panel]: &[Panel; 1]| {
        let mut labels = vec![
            before.named(&region.text(message!(region_chart_before_reserves)), panel, DARK_BLUE, language),
            after.named(&region.text(message!(region_chart_after_reserves)), panel, DARK_BLUE, language),
        ];
        labels.extend(region.level_label(&region.text(message!(region_chart_budget)), &budget, panel, BLACK));
        labels.extend(region.level_label(&region.text(message!(region_chart_target)), &target, panel, GREY));
        labels.extend([0, 1].into_iter().filter_map(|side| after.level_label(side, panel, language)));
        [labels]
    };
    let stack = Stack::new(region, (before.span(), FOR_BARS), [plot], labels);
    let [first, last] = before.span().map(year);
    let title = region.text(message!(region_chart_balance_title, first, last));
    let mut scene = region.run.sheet(&title, &region.note(message!(region_chart_balance_note), &before.spread.bands));
    stack.grid(&mut scene);
    let [panel] = &stack.panels;
    for (series, stand) in pair.iter().zip(PAIR) {
        series.bars(&mut scene, panel, stand);
    }
    zero(&mut scene, panel);
    steps(&mut scene, panel, &target, (2.4, GREY, DOTTED));
    steps(&mut scene, panel, &budget, BUDGET);
    for (series, stand) in pair.iter().zip(PAIR) {
        series.strokes(&mut scene, panel, stand);
        series.figures(&mut scene, panel, stand, language);
    }
    stack.finish(&mut scene);
    Some(Chart { name: "region-balance".to_owned(), title, scene })
}
