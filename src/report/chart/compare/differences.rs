//! Differences of the main figures with their intervals.

use super::title;
use crate::plan::Plan;
use crate::report::chart::Chart;
use crate::report::chart::font::{self, Weight};
use crate::report::chart::frame::{AxisUnit, sheet};
use crate::report::chart::labels::SIZE;
use crate::report::chart::rows::RowPlot;
use crate::report::chart::scale::AxisScale;
use crate::report::chart::scene::{BLACK, DARK_BLUE, SOLID, WHITE};
use crate::report::headlines::of_branch;
use crate::report::table::compare::{MARK, SharedDraws, changed, common, names};
use crate::stats::figure::Unit;
use crate::study::compare::{Difference, Differences};
use crate::texts::{Language, message};

/// `difference-…`: the differences in percentage points.
pub(super) fn chart(plans: &[Plan], of: &Differences, language: Language, source: &str) -> Option<Chart> {
    let rows: Vec<(String, Difference)> = of_branch(&of.sides.branches[0], &plans[0])
        .into_iter()
        // Ratios may change by hundreds of percent, beside which nothing else is seen.
        .filter(|figure| figure.unit() == Unit::Fraction)
        .filter_map(|figure| Some((figure.name(plans[0].time.years(), language), *of.figures.get(&figure)?)))
        .filter(|(_, difference)| difference.estimate.interval.iter().all(|bound| bound.is_finite()))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let bounds = rows.iter().flat_map(|(_, difference)| difference.estimate.interval);
    let (low, high) = bounds.fold((0.0, 0.0), |(low, high): (f64, f64), bound| (low.min(bound), high.max(bound)));
    let mark = |difference: &Difference| if of.sides.marks(difference) { MARK } else { "" };
    let words: Vec<String> = rows
        .iter()
        .map(|(_, difference)| format!("{}{}", changed(Unit::Fraction, difference, language), mark(difference)))
        .collect();
    let behind = words.iter().map(|words| font::width(words, SIZE, Weight::Regular)).fold(0.0, f64::max) + 10.0;
    let labels: Vec<&str> = rows.iter().map(|(name, _)| name.as_str()).collect();
    let scale = AxisScale::around(100.0 * low, 100.0 * high);
    let plot = RowPlot::new(&labels, (scale, AxisUnit::Plain), rows.len(), behind, language);
    let [first, other] = names(plans, &of.sides, language);
    let subject = title(plans, &of.sides, language);
    let title = language.text(message!(compare_difference_title, subject, other, first));
    let between = match common(plans, &of.sides) {
        SharedDraws::Paths => message!(compare_difference_of_same_paths),
        SharedDraws::Numbers => message!(compare_difference_of_same_numbers),
        SharedDraws::Nothing => message!(compare_difference_of_independent),
    };
    let mut note = language.text(message!(compare_difference_note, between));
    if rows.iter().any(|(_, difference)| of.sides.marks(difference)) {
        note += &language.text(message!(compare_difference_as_independent));
    }
    let mut scene = sheet(&title, &note, source);
    plot.axis(&mut scene);
    for (row, ((name, difference), words)) in rows.iter().zip(words).enumerate() {
        plot.name(&mut scene, row, name);
        let [low, high] = difference.estimate.interval.map(|bound| plot.at(100.0 * bound, row));
        let at = plot.at(100.0 * difference.estimate.value, row);
        scene.line(vec![low, high], 4.0, DARK_BLUE, SOLID);
        scene.dot(at, 7.5, DARK_BLUE);
        if !difference.differs {
            scene.dot(at, 4.5, WHITE);
        }
        plot.behind(&mut scene, row, words, BLACK);
    }
    let side = if of.sides.plan == 0 {
        of.sides.branches[1].name().to_owned()
    } else {
        format!("{}-{}", of.sides.branches[0].name(), plans[of.sides.plan].name)
    };
    Some(Chart { name: format!("difference-{side}"), title, scene })
}
