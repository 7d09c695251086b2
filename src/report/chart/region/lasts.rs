//! How long the capital lasts.

use super::probability_line::ProbabilityLine;
use super::stack::{ALONE, FOR_LINES, HEADED, Plot, Stack};
use super::{RegionSubject, year};
use crate::report::chart::Chart;
use crate::report::chart::bands::listed;
use crate::report::chart::frame::AxisUnit;
use crate::report::chart::labels::SIZE;
use crate::report::chart::panel::Panel;
use crate::report::chart::scale::AxisScale;
use crate::report::chart::scene::{Anchor, Area, BANDS, DARK_BLUE, DOTTED, GREY, RED, SOLID, Scene, Text};
use crate::report::chart::spread::ends;
use crate::report::headlines::region::pools;
use crate::texts::message;

/// Levels of which is said when the probability falls below them.
const LEVELS: [f64; 2] = [0.95, 0.5];
/// Where the axis may begin, and its steps: where all probabilities lie high, only they are shown.
const AXES: [AxisScale; 3] = [
    AxisScale { low: 0.9, high: 1.0, step: 0.01 },
    AxisScale { low: 0.5, high: 1.0, step: 0.05 },
    AxisScale { low: 0.0, high: 1.0, step: 0.1 },
];

/// `region-lasts`.
pub(super) fn chart(region: &RegionSubject) -> Option<Chart> {
    let lasts = region.summary.lasts.iter().map(|(year, estimate)| (f64::from(*year), *estimate));
    let lasts = ProbabilityLine::new(lasts)?;
    let span = lasts.span();
    let labels = |[panel]: &[Panel; 1]| [vec![lasts.label(&year(span[1]), panel, DARK_BLUE, region.language)]];
    let least = lasts.years.iter().map(|(_, estimate)| ends(*estimate)[0]).fold(1.0, f64::min);
    let y = AXES.into_iter().find(|axis| axis.low < least).unwrap_or(AXES[2]);
    let paying = pools::paying(region.run.plan, region.language);
    let heights = if paying.is_some() { HEADED } else { ALONE };
    let stack = Stack::new(region, (span, FOR_LINES), [Plot { heights, y, unit: AxisUnit::Percent }], labels);
    let title = region.text(message!(region_chart_lasts_title, last = year(span[1])));
    let shown = || LEVELS.into_iter().filter(|level| *level > y.low);
    let levels = shown().map(|level| region.language.percent(level, 0)).collect();
    let mut scene = region
        .run
        .sheet(&title, &region.text(message!(region_chart_lasts_note, levels = listed(levels, region.language))));
    stack.grid(&mut scene);
    let payers = paying.map(|pools| region.text(message!(region_chart_lasts_pools, pools)));
    stack.headings(&mut scene, [stack.that_fits(payers)]);
    let [panel] = &stack.panels;
    for level in shown() {
        scene.line(panel.level(level), 2.0, GREY, DOTTED);
    }
    let bound = |side: usize| panel.curve(lasts.years.iter().map(|(year, estimate)| (*year, ends(*estimate)[side])));
    scene.band(&bound(1), &bound(0), BANDS[1]);
    let line = panel.curve(lasts.years.iter().map(|(year, estimate)| (*year, estimate.value)));
    scene.dot(*line.last()?, 6.5, DARK_BLUE);
    scene.line(line, 3.2, DARK_BLUE, SOLID);
    falls(region, &mut scene, panel, &lasts);
    stack.finish(&mut scene);
    Some(Chart { name: "region-lasts".to_owned(), title, scene })
}

/// The first years below the levels, each beside its point. The probability never rises, so there is room to the upper
/// right and to the lower left of a point. Of levels that one year undershoots together the lowest is named.
fn falls(region: &RegionSubject, scene: &mut Scene, panel: &Panel, lasts: &ProbabilityLine) {
    let below = |level: f64| lasts.years.iter().find(|(_, estimate)| estimate.value < level);
    let mut taken: Vec<Area> = Vec::new();
    let mut named = f64::NAN;
    for level in LEVELS.into_iter().rev() {
        let Some((first, estimate)) = below(level).filter(|(first, _)| named.is_nan() || *first < named) else {
            continue;
        };
        named = *first;
        let (x, y) = panel.at((*first, estimate.value));
        scene.dot((x, y), 7.0, RED);
        let words = region.text(message!(
            region_chart_lasts_below,
            level = region.language.percent(level, 0),
            year = year(*first)
        ));
        let spots = [(14.0, -24.0, Anchor::Left), (-14.0, 26.0, Anchor::Right)];
        let texts = spots.map(|(dx, dy, anchor)| Text::new(words.clone(), (x + dx, y + dy), anchor, SIZE, RED));
        let free = |text: &Text| {
            let place = text.place().grown(4.0);
            panel.place.holds(&place) && !taken.iter().any(|other| other.touches(&place))
        };
        if let Some(text) = texts.into_iter().find(free) {
            taken.push(text.place().grown(4.0));
            scene.text_on_white(text);
        }
    }
}
