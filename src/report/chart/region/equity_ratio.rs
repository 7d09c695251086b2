//! The equity ratio in both forms.

use super::series::{PAIR, YearSeries};
use super::stack::{ALONE, FOR_BARS, Plot, Stack};
use super::{RegionSubject, year, zero};
use crate::ledger::lines::Line;
use crate::report::chart::Chart;
use crate::report::chart::frame::AxisUnit;
use crate::report::chart::panel::Panel;
use crate::report::chart::scene::{DARK_BLUE, DASHED, SOLID};
use crate::texts::message;

/// `region-equity-ratio`.
pub(super) fn chart(region: &RegionSubject) -> Option<Chart> {
    let language = region.language;
    let pair = [YearSeries::of(Line::EquityRatio, region)?, YearSeries::of(Line::EquityRatioFull, region)?];
    let [mixed, full] = &pair;
    let plot = Plot::with_zero(ALONE, pair.iter().flat_map(YearSeries::range), AxisUnit::Percent);
    let labels = |[panel]: &[Panel; 1]| {
        let mixed = mixed.named(&region.text(message!(region_chart_mixed_model)), panel, DARK_BLUE, language);
        let mut labels =
            vec![mixed, full.named(&region.text(message!(region_chart_full_funding)), panel, DARK_BLUE, language)];
        labels.extend([0, 1].into_iter().filter_map(|side| full.level_label(side, panel, language)));
        [labels]
    };
    let stack = Stack::new(region, (mixed.span(), FOR_BARS), [plot], labels);
    let [first, last] = mixed.span().map(year);
    let title = region.text(message!(region_chart_equity_title, first, last));
    let mut scene = region.run.sheet(&title, &region.note(message!(region_chart_equity_note), &mixed.spread.bands));
    stack.grid(&mut scene);
    let [panel] = &stack.panels;
    for (series, stand) in pair.iter().zip(PAIR) {
        series.bars(&mut scene, panel, stand);
    }
    zero(&mut scene, panel);
    for ((series, stand), dash) in pair.iter().zip(PAIR).zip([SOLID, DASHED]) {
        series.strokes(&mut scene, panel, stand);
        series.connect(&mut scene, panel, stand, dash);
        series.figures(&mut scene, panel, stand, language);
    }
    stack.finish(&mut scene);
    Some(Chart { name: "region-equity-ratio".to_owned(), title, scene })
}
