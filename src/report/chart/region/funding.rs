//! The funding ratio: capital over what the pensions are worth.

use super::series::Series;
use super::stack::{ALONE, Plot, Stack};
use super::{Region, year};
use crate::ledger::lines::Line;
use crate::report::chart::Chart;
use crate::report::chart::frame::Unit;
use crate::report::chart::labels::EndLabel;
use crate::report::chart::panel::Panel;
use crate::report::chart::scale::Scale;
use crate::report::chart::scene::{BLACK, BLUE, DASHED, DOTTED, Dash, Ink, RED};
use crate::report::text::fill;

/// Ratios of at least this are ample: towards the end of the payments they grow without bound, and the axis does not follow.
const AMPLE: f64 = 3.0;

/// A median beside the fan.
struct Beside<'a> {
    series: Series<'a>,
    name: &'a str,
    ink: Ink,
    dash: Dash,
}

/// `region-funding`.
pub(super) fn chart(region: &Region) -> Option<Chart> {
    let (texts, language) = (region.texts, region.language);
    let full = region.series(Line::FundingRatioFull)?;
    let others = [
        (Line::FundingRatio, texts.provision_only, BLUE, DASHED),
        (Line::FundingRatioMarket, texts.at_market, BLACK, DOTTED),
    ];
    let beside = |(line, name, ink, dash)| Some(Beside { series: region.series(line)?, name, ink, dash });
    let others: Vec<Beside> = others.into_iter().filter_map(beside).collect();
    let greatest = others.iter().flat_map(|other| &other.series.spread.centre).copied().fold(full.range()[1], f64::max);
    let most = AMPLE.max((2.0 * first_edge(&full)).ceil());
    let scale = if greatest > most {
        Scale { high: most, ..Scale::from_zero(most) }
    } else {
        Scale::from_zero(greatest.max(1.0))
    };
    let labels = |[panel]: &[Panel; 1]| {
        let mut labels = full.labels(region, panel);
        labels.extend(others.iter().map(|other| other.series.named(other.name, panel, other.ink, language)));
        labels.push(EndLabel::new([texts.funded.to_owned()], panel.down(1.0), RED));
        [labels]
    };
    let stack = Stack::new(
        region,
        (full.span(), full.room()),
        [Plot { heights: ALONE, y: scale, unit: Unit::Percent }],
        labels,
    );
    let title = fill(texts.funding_title, &[&year(full.span()[1])]);
    let mut note = region.note(texts.funding_note, &full.spread.bands);
    if greatest > most {
        note += &fill(texts.funding_cut, &[&language.percent(scale.high, 0)]);
    }
    let mut scene = region.run.sheet(&title, &note);
    stack.grid(&mut scene);
    let [panel] = &stack.panels;
    full.draw(&mut scene, panel, language);
    scene.line(panel.level(1.0), 2.4, RED, DASHED);
    for Beside { series, ink, dash, .. } in &others {
        let shown = series.years.iter().copied().zip(series.spread.centre.iter().copied());
        scene.line(panel.curve(shown.filter(|(_, ratio)| *ratio <= scale.high)), 2.8, *ink, *dash);
    }
    stack.finish(&mut scene);
    Some(Chart { name: "region-funding".to_owned(), title, scene })
}

/// The upper edge of the first year.
fn first_edge(series: &Series) -> f64 {
    let upper = series.spread.edges.first().map_or(&series.spread.centre, |[_, upper]| upper);
    upper.first().copied().unwrap_or(0.0)
}
