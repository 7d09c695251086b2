//! How likely it is to miss the budget and the balance requirement, and to use up the reserves: in a year, and since
//! the start.

use super::probability_line::{ProbabilityPair, scale};
use super::stack::{FOR_LINES, Plot, Stack, THREE};
use super::{RegionSubject, year};
use crate::ledger::lines::RegionEvent;
use crate::report::chart::Chart;
use crate::report::chart::frame::AxisUnit;
use crate::report::chart::panel::Panel;
use crate::texts::message;

/// `region-probabilities`: a plot for each, with a scale of its own, for one is often and another hardly ever.
pub(super) fn chart(region: &RegionSubject) -> Option<Chart> {
    let language = region.language;
    let found = [
        ProbabilityPair::new(region, RegionEvent::BelowBudget)?,
        ProbabilityPair::new(region, RegionEvent::RequirementMissed)?,
        ProbabilityPair::new(region, RegionEvent::ReservesUsedUp)?,
    ];
    let plot =
        |place: usize| Plot { heights: THREE[place], y: scale(found[place].greatest(), 3.0), unit: AxisUnit::Percent };
    let labels = |panels: &[Panel; 3]| {
        let names = [message!(region_chart_in_year), message!(region_chart_since_start)];
        [0, 1, 2].map(|place| found[place].labels(names.clone(), &panels[place], language))
    };
    let span = found[0].span();
    let stack = Stack::new(region, (span, FOR_LINES), [0, 1, 2].map(plot), labels);
    let [first, last] = span.map(year);
    let title = region.text(message!(region_chart_chances_title, first, last));
    let mut scene = region.run.sheet(&title, &region.text(message!(region_chart_chances_note)));
    stack.grid(&mut scene);
    let headings = [
        message!(region_chart_below_budget),
        message!(region_chart_requirement_missed),
        message!(region_chart_reserves_used_up),
    ];
    stack.headings(&mut scene, region.language.texts(headings));
    for (both, panel) in found.iter().zip(&stack.panels) {
        both.draw(&mut scene, panel);
    }
    stack.finish(&mut scene);
    Some(Chart { name: "region-probabilities".to_owned(), title, scene })
}
