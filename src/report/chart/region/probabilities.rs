//! How likely it is to miss the budget and the balance requirement, and to use up the reserves: in a year, and since the start.

use super::Region;
use super::chances::{Chances, Stroke, scale};
use super::stack::{EQUAL, FOR_LINES, Plot, Stack};
use crate::ledger::lines::Mark;
use crate::report::chart::Chart;
use crate::report::chart::frame::Unit;
use crate::report::chart::panel::Panel;
use crate::report::chart::scene::{BLUE, DARK_BLUE, DASHED, DOTTED, RED, SOLID};

/// What may happen, and how its line is drawn.
const LINES: [(Mark, Stroke); 3] = [
    (Mark::BelowBudget, (DARK_BLUE, SOLID, 3.2)),
    (Mark::RequirementMissed, (RED, DASHED, 3.0)),
    (Mark::ReservesUsedUp, (BLUE, DOTTED, 3.4)),
];

/// A line in each plot: in the year, and since the start.
struct Both<'a> {
    name: &'a str,
    stroke: Stroke,
    chances: [Chances; 2],
}

/// `region-probabilities`.
pub(super) fn chart(region: &Region) -> Option<Chart> {
    let texts = region.texts;
    let names = [texts.below_budget, texts.requirement_missed, texts.reserves_used_up];
    let both = |((mark, stroke), name)| {
        let chances = [region.chances(mark, |found| found.in_year)?, region.chances(mark, |found| found.since_start)?];
        Some(Both { name, stroke, chances })
    };
    let lines: Vec<Both> = LINES.into_iter().zip(names).filter_map(both).collect();
    let all = || lines.iter().flat_map(|line| &line.chances);
    let y = scale(all().map(Chances::greatest).fold(0.0, f64::max));
    let span = lines.first()?.chances[0].span();
    let plots = EQUAL.map(|heights| Plot { heights, y, unit: Unit::Percent });
    let labels = |panels: &[Panel; 2]| {
        let of = |side: usize| {
            let label =
                |line: &Both| line.chances[side].label(line.name, &panels[side], line.stroke.0, region.language);
            lines.iter().map(label).collect()
        };
        [of(0), of(1)]
    };
    let stack = Stack::new(region, (span, FOR_LINES), plots, labels);
    let title = region.title_of(texts.chances_title, span);
    let mut scene = region.run.sheet(&title, texts.chances_note);
    stack.grid(&mut scene);
    stack.headings(&mut scene, [texts.in_year, texts.since_start]);
    for line in &lines {
        for (chances, panel) in line.chances.iter().zip(&stack.panels) {
            chances.draw(&mut scene, panel, line.stroke);
        }
    }
    stack.finish(&mut scene);
    Some(Chart { name: "region-probabilities".to_owned(), title, scene })
}
