//! A waterfall from the budget's result of a year to its 5 % outcome.

use super::RegionSubject;
use crate::numerics::real;
use crate::report::chart::Chart;
use crate::report::chart::font::{self, Weight};
use crate::report::chart::frame::AxisUnit;
use crate::report::chart::labels::SIZE;
use crate::report::chart::rows::RowPlot;
use crate::report::chart::scale::AxisScale;
use crate::report::chart::scene::{Area, BAR, BLACK, DARK_BLUE, GREY, Ink, RED, SOLID, Scene};
use crate::stats::figure::Branch;
use crate::stats::summary::WaterfallPart;
use crate::texts::{Message, message};
use crate::units::MNKR;

/// A row: from where to where its bar runs, mnkr, and what is printed.
struct WaterfallBar {
    name: String,
    from: f64,
    to: f64,
    words: String,
    ink: Ink,
}

/// `region-waterfall`.
pub(super) fn chart(region: &RegionSubject) -> Option<Chart> {
    let language = region.language;
    let found = region.run.result.waterfall.as_ref()?;
    let rows = rows(region)?;
    let title = region.text(message!(region_chart_waterfall_title, year = &found.year));
    let [low, high] = found.band.map(|sek| language.millions(sek, 0));
    let note = region.text(message!(
        region_chart_waterfall_note,
        paths = language.number(real(found.paths), 0),
        count = found.paths,
        low,
        high
    ));
    let ends = rows.iter().flat_map(|row| [row.from, row.to]);
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    let behind = rows.iter().map(|row| font::width(&row.words, SIZE, Weight::Regular)).fold(0.0, f64::max) + 20.0;
    let plot = RowPlot::new(&names, (AxisScale::around(low, high), AxisUnit::Plain), rows.len(), behind, language);
    let mut scene = region.run.sheet(&title, &note);
    plot.axis(&mut scene);
    // Where each bar ends the next one begins.
    for place in 1..rows.len() {
        let x = plot.across(rows[place - 1].to);
        let ends = [plot.down(place - 1) + half(&plot), plot.down(place) - half(&plot)];
        scene.line(ends.map(|y| (x, y)).into(), 1.5, GREY, SOLID);
    }
    for (place, row) in rows.iter().enumerate() {
        bar(&mut scene, &plot, place, row);
        plot.name(&mut scene, place, &row.name);
        plot.behind(&mut scene, place, row.words.clone(), BLACK);
    }
    Some(Chart { name: "region-waterfall".to_owned(), title, scene })
}

/// The budget, each part from where the one before ended, and the outcome; `None` where a number is not known.
fn rows(region: &RegionSubject) -> Option<Vec<WaterfallBar>> {
    let language = region.language;
    let found = region.run.result.waterfall.as_ref()?;
    let whole = |name: Message, sek: f64, ink: Ink| WaterfallBar {
        name: region.text(name),
        from: 0.0,
        to: sek / MNKR,
        words: language.millions(sek, 0),
        ink,
    };
    let mut rows = vec![whole(message!(region_chart_waterfall_budget), found.budget, BAR)];
    let mut from = found.budget / MNKR;
    for (part, sek) in &found.parts {
        let to = from + sek / MNKR;
        let words = language.millions(*sek, 0);
        let words = if *sek >= 0.5 * MNKR { format!("+{words}") } else { words };
        let ink = if *sek < 0.0 { RED } else { DARK_BLUE };
        rows.push(WaterfallBar { name: name(region, part), from, to, words, ink });
        from = to;
    }
    rows.push(whole(message!(region_chart_waterfall_outcome), found.outcome, BAR));
    rows.iter().all(|row| row.from.is_finite() && row.to.is_finite()).then_some(rows)
}

fn name(region: &RegionSubject, part: &WaterfallPart) -> String {
    match part {
        WaterfallPart::PoolIncome(name) => {
            let pool = Branch::pool(name).label(region.run.plan, region.language);
            region.text(message!(region_chart_waterfall_pool, pool))
        }
        WaterfallPart::BudgetedPoolIncome => region.text(message!(region_chart_waterfall_budgeted_pools)),
        WaterfallPart::Indexation => region.text(message!(region_chart_waterfall_indexation)),
        WaterfallPart::DebtInterest => region.text(message!(region_chart_waterfall_interest)),
    }
}

/// Half the height of a bar.
fn half(plot: &RowPlot) -> f64 {
    (0.32 * plot.height()).min(30.0)
}

fn bar(scene: &mut Scene, plot: &RowPlot, place: usize, row: &WaterfallBar) {
    let (middle, half) = (plot.down(place), half(plot));
    let (from, to) = (plot.across(row.from), plot.across(row.to));
    let place = Area { left: from.min(to), top: middle - half, right: from.max(to), bottom: middle + half };
    scene.rectangle(place, row.ink);
}
