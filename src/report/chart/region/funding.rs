//! The funding ratio: capital over what the pensions are worth.

use indexmap::IndexMap;

use super::series::{YearSeries, middle};
use super::stack::{ALONE, HEADED, Plot, Stack};
use super::{RegionSubject, year};
use crate::ledger::lines::Line;
use crate::report::chart::Chart;
use crate::report::chart::frame::AxisUnit;
use crate::report::chart::labels::EndLabel;
use crate::report::chart::panel::Panel;
use crate::report::chart::scale::AxisScale;
use crate::report::chart::scene::{BLACK, BLUE, DASHED, DOTTED, Dash, Ink, RED};
use crate::report::headlines::region::pools;
use crate::stats::summary::Distribution;
use crate::texts::{Message, message};

/// Ratios of at least this are ample: towards the end of the payments they grow without bound, and the axis does not
/// follow.
const AMPLE: f64 = 3.0;

/// The least part of the first year's liability that is left in a year that is shown. What little is left later is
/// covered many times over, or not at all.
const LEAST_LEFT: f64 = 0.25;

/// A median drawn over the fan.
struct Median<'a> {
    series: YearSeries<'a>,
    name: Message,
    ink: Ink,
    dash: Dash,
}

/// `region-funding`.
pub(super) fn chart(region: &RegionSubject) -> Option<Chart> {
    let language = region.language;
    let end = last_with_much_to_pay(region);
    let full = YearSeries::up_to(end, Line::FundingRatioFull, region)?;
    let others = [
        (Line::FundingRatio, message!(region_chart_provision_only), BLUE, DASHED),
        (Line::FundingRatioMarket, message!(region_chart_at_market), BLACK, DOTTED),
    ];
    let median =
        |(line, name, ink, dash)| Some(Median { series: YearSeries::up_to(end, line, region)?, name, ink, dash });
    let others: Vec<Median> = others.into_iter().filter_map(median).collect();
    let greatest = others.iter().flat_map(|other| &other.series.spread.centre).copied().fold(full.range()[1], f64::max);
    let most = AMPLE.max((2.0 * first_edge(&full)).ceil());
    let scale = if greatest > most {
        AxisScale { high: most, ..AxisScale::from_zero(most) }
    } else {
        AxisScale::from_zero(greatest.max(1.0))
    };
    let labels = |[panel]: &[Panel; 1]| {
        let mut labels = full.labels(region, panel);
        labels.extend(
            others.iter().map(|other| other.series.named(&language.text(&other.name), panel, other.ink, language)),
        );
        labels.push(EndLabel::new([region.text(message!(region_chart_funded))], panel.down(1.0), RED));
        [labels]
    };
    let heading = heading(region, full.span()[1]);
    let heights = if heading.is_empty() { ALONE } else { HEADED };
    let stack =
        Stack::new(region, (full.span(), full.room()), [Plot { heights, y: scale, unit: AxisUnit::Percent }], labels);
    let title = region.text(message!(region_chart_funding_title, last = year(full.span()[1])));
    let mut note = region.note(message!(region_chart_funding_note), &full.spread.bands);
    if greatest > most {
        note += &region.text(message!(region_chart_funding_cut, end = language.percent(scale.high, 0)));
    }
    let mut scene = region.run.sheet(&title, &note);
    stack.grid(&mut scene);
    stack.headings(&mut scene, [&stack.that_fits(heading)]);
    let [panel] = &stack.panels;
    full.draw(&mut scene, panel, language);
    scene.line(panel.level(1.0), 2.4, RED, DASHED);
    for Median { series, ink, dash, .. } in &others {
        let shown = series.years.iter().copied().zip(series.spread.centre.iter().copied());
        scene.line(panel.curve(shown.filter(|(_, ratio)| *ratio <= scale.high)), 2.8, *ink, *dash);
    }
    stack.finish(&mut scene);
    Some(Chart { name: "region-funding".to_owned(), title, scene })
}

/// The last year in which both parts of the liability, by their medians, are still a good part of the first year's.
fn last_with_much_to_pay(region: &RegionSubject) -> f64 {
    const PARTS: [Line; 2] = [Line::LiabilityProvision, Line::LiabilityContingent];
    let liability = |year: f64, lines: &IndexMap<Line, Distribution>| {
        let parts = PARTS.iter().filter_map(|line| lines.get(line)).map(middle);
        (year, parts.filter(|amount| amount.is_finite()).fold(0.0, |sum, amount| sum + amount))
    };
    let years = region.summary.years.iter();
    let years: Vec<_> = years.map(|(year, lines)| liability(f64::from(*year), lines)).collect();
    let first = years.first().map_or(0.0, |(_, amount)| *amount);
    let last = years.iter().rev().find(|(_, amount)| *amount >= LEAST_LEFT * first);
    last.map_or(f64::INFINITY, |(year, _)| *year)
}

/// The pools that the capital is of, and why the chart ends before the region's years do, where it does. The versions
/// come from the most words to the fewest.
fn heading(region: &RegionSubject, shown: f64) -> Vec<String> {
    let whose = pools::backing(region.run.plan, region.language)
        .map(|pools| region.text(message!(region_chart_funding_pools, pools)));
    let last = region.rows(Line::FundingRatioFull).last().map(|(year, _)| *year);
    let ends =
        last.filter(|last| *last > shown).map(|_| region.text(message!(region_chart_funding_ends, last = year(shown))));
    let both = whose.iter().zip(&ends).map(|(whose, ends)| format!("{whose}; {ends}")).collect::<Vec<_>>();
    both.into_iter().chain(ends).chain(whose).collect()
}

/// The upper edge of the first year.
fn first_edge(series: &YearSeries) -> f64 {
    let upper = series.spread.edges.first().map_or(&series.spread.centre, |[_, upper]| upper);
    upper.first().copied().unwrap_or(0.0)
}
