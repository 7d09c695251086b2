//! Return against risk, a dot for each rule.

use super::{SweepSubject, ring};
use crate::report::chart::Chart;
use crate::report::chart::frame::{AxisUnit, BOTTOM, Frame, LEFT, TOP};
use crate::report::chart::labels::SIZE;
use crate::report::chart::scale::AxisScale;
use crate::report::chart::scene::{Anchor, Area, BAR, DARK_BLUE, GREY, Point, SOLID, Scene, Text};
use crate::report::chart::spread::ends;
use crate::stats::Estimate;
use crate::stats::figure::PoolFigure;
use crate::study::sweep::{MEDIAN_RETURN, RuleOutcome, SHORTFALL};
use crate::texts::{Message, message};

/// `frontier-…`: against breaches, or falls where the floors differ, and against the first year's expected shortfall.
pub(super) fn charts(grid: &SweepSubject) -> Vec<Chart> {
    let pool = &grid.pool;
    let breach = if grid.swept.floors_differ {
        let falls = ("fall-15", message!(sweep_frontier_fall, pool));
        chart(grid, falls, grid.swept.risk(), message!(sweep_axes_fall))
    } else {
        let breach = ("breach", message!(sweep_frontier_breach, pool));
        chart(grid, breach, grid.swept.risk(), message!(sweep_axes_breach))
    };
    let shortfall = ("shortfall", message!(sweep_frontier_shortfall, pool));
    let shortfall = chart(grid, shortfall, SHORTFALL, message!(sweep_axes_shortfall));
    breach.into_iter().chain(shortfall).collect()
}

/// A rule's risk and reward.
type Pair = [Estimate; 2];

fn chart(grid: &SweepSubject, (name, title): (&str, Message), risk: PoolFigure, axis: Message) -> Option<Chart> {
    let of = |outcome: &RuleOutcome| -> Option<Pair> {
        let pair = [risk, MEDIAN_RETURN].map(|figure| outcome.figure(figure));
        pair.iter().all(|estimate| estimate.value.is_finite()).then_some(pair)
    };
    let rules: Vec<Pair> = grid.swept.rules.iter().filter_map(|rule| of(&rule.outcome)).collect();
    let present = of(&grid.swept.present);
    if rules.len() < 2 {
        return None;
    }
    let range = |side: usize| {
        let all = rules.iter().chain(&present).flat_map(|pair| ends(pair[side]));
        all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
    };
    let scale = |(low, high)| AxisScale::around(low, high);
    let frame = Frame::new(scale(range(0)), (scale(range(1)), AxisUnit::Percent), grid.language);
    let title = grid.text(title);
    let mut scene = grid.sheet(&title, &grid.text(message!(sweep_frontier_note)));
    frame.grid(&mut scene);
    let at = |pair: &Pair| frame.at(pair[0].value, pair[1].value);
    let efficient = grid.swept.efficient(risk, MEDIAN_RETURN);
    let mut best: Vec<(usize, Pair)> =
        efficient.into_iter().filter_map(|place| Some((place, of(&grid.swept.rules[place].outcome)?))).collect();
    best.sort_by(|(_, a), (_, b)| a[0].value.total_cmp(&b[0].value));
    scene.line(best.iter().map(|(_, pair)| at(pair)).collect(), 2.6, DARK_BLUE, SOLID);
    for pair in &rules {
        for (from, to) in [
            (frame.at(ends(pair[0])[0], pair[1].value), frame.at(ends(pair[0])[1], pair[1].value)),
            (frame.at(pair[0].value, ends(pair[1])[0]), frame.at(pair[0].value, ends(pair[1])[1])),
        ] {
            scene.line(vec![from, to], 1.6, BAR, SOLID);
        }
    }
    if let Some(present) = &present {
        ring(&mut scene, at(present));
    }
    for pair in rules.iter().chain(&present) {
        scene.dot(at(pair), 4.5, DARK_BLUE);
    }
    let shown = grid.varied();
    write_settings(&mut scene, grid, &shown, best.iter().map(|(place, pair)| (*place, at(pair))));
    let keys: Vec<&str> = shown.iter().map(|&axis| grid.key(axis)).collect();
    let keys = grid.text(message!(sweep_named, keys = keys.join(" / ")));
    scene.text(Text::new(keys, (frame.right, TOP - 22.0), Anchor::Right, SIZE, GREY));
    frame.number_axis(&mut scene, AxisUnit::Percent);
    scene.text(Text::new(grid.text(axis), (frame.right, BOTTOM + 58.0), Anchor::Right, SIZE, GREY));
    scene.text(Text::new(grid.text(message!(sweep_axes_median)), (LEFT, TOP - 22.0), Anchor::Left, SIZE, GREY));
    Some(Chart { name: format!("frontier-{name}"), title, scene })
}

/// Writes settings before and above the dots of their rules, as long as they touch no others. The line of the best does
/// not run there.
fn write_settings(scene: &mut Scene, grid: &SweepSubject, shown: &[usize], dots: impl Iterator<Item = (usize, Point)>) {
    let values: Vec<Vec<String>> = shown.iter().map(|&axis| grid.values(axis)).collect();
    let mut taken: Vec<Area> = Vec::new();
    for (rule, (x, y)) in dots {
        let places = grid.places(rule);
        let words: Vec<&str> = shown.iter().zip(&values).map(|(&axis, values)| values[places[axis]].as_str()).collect();
        let text = Text::new(words.join(" / "), (x - 18.0, y - 20.0), Anchor::Right, SIZE, DARK_BLUE);
        let place = text.place().grown(4.0);
        if taken.iter().all(|other| !other.touches(&place)) {
            taken.push(place);
            scene.text_on_white(text);
        }
    }
}
