//! The reserves' level, and what is used of them and set aside.

use super::series::{PAIR, YearSeries};
use super::stack::{FOR_BARS, Plot, Stack, UNEQUAL};
use super::{RegionSubject, year};
use crate::ledger::lines::Line;
use crate::report::chart::Chart;
use crate::report::chart::frame::AxisUnit;
use crate::report::chart::panel::Panel;
use crate::report::chart::scene::{BAR, BLUE, RED};
use crate::texts::message;

/// `region-reserves`.
pub(super) fn chart(region: &RegionSubject) -> Option<Chart> {
    let language = region.language;
    let level = YearSeries::of(Line::Reserves, region)?.about_the_mean();
    let flows = [
        YearSeries::of(Line::Used, region)?.about_the_mean(),
        YearSeries::of(Line::Reserved, region)?.about_the_mean(),
    ];
    let [used, set_aside] = &flows;
    let means = flows.iter().flat_map(|series| series.spread.centre.iter().copied());
    let plots = [
        Plot::with_zero(UNEQUAL[0], level.range().into_iter(), AxisUnit::Plain),
        Plot::with_zero(UNEQUAL[1], means, AxisUnit::Plain),
    ];
    let labels = |[above, below]: &[Panel; 2]| {
        let label = |series: &YearSeries, name, ink| series.column_label(&region.text(name), below, ink, language);
        let flows = vec![
            label(used, message!(region_chart_used), RED),
            label(set_aside, message!(region_chart_set_aside), BLUE),
        ];
        [level.labels(region, above), flows]
    };
    let stack = Stack::new(region, (level.span(), FOR_BARS), plots, labels);
    let [first, last] = level.span().map(year);
    let title = region.text(message!(region_chart_reserves_title, first, last));
    let mut scene = region.run.sheet(&title, &region.note(message!(region_chart_reserves_note), &level.spread.bands));
    stack.grid(&mut scene);
    let headings = [message!(region_chart_reserves_level), message!(region_chart_reserves_flows)];
    stack.headings(&mut scene, region.language.texts(headings));
    let [above, below] = &stack.panels;
    level.draw(&mut scene, above, language);
    for ((series, stand), ink) in flows.iter().zip(PAIR).zip([RED, BAR]) {
        series.columns(&mut scene, below, stand, ink, language);
    }
    stack.finish(&mut scene);
    Some(Chart { name: "region-reserves".to_owned(), title, scene })
}
