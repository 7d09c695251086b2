//! One scenario of one pool.

use super::StressedPool;
use crate::plan::HighOf;
use crate::report::chart::Chart;
use crate::report::chart::font::{self, Weight};
use crate::report::chart::frame::{self, AxisUnit, LEFT};
use crate::report::chart::labels::{self, EndLabel, SIZE};
use crate::report::chart::panel::{Panel, coarse, widest};
use crate::report::chart::scale::AxisScale;
use crate::report::chart::scene::{
    Anchor, Area, DARK_BLUE, DASHED, DOTTED, GREY, Point, RED, SOLID, Scene, Text, WIDTH,
};
use crate::study::stress::{MonthEnd, PoolOutcome, ScenarioOutcome};
use crate::texts::message;
use crate::units::MNKR;

/// Top and bottom of the plot of value, and of that of the share.
const VALUE: [f64; 2] = [150.0, 548.0];
const SHARE: [f64; 2] = [622.0, 768.0];
/// Middle of the lower plot's heading, and of the words below the axis.
const HEADING: f64 = 594.0;
const AXIS: f64 = 827.0;
/// The least room for labels on the right.
const LABELS: f64 = 226.0;

/// `scenario-NAME-POOL`: value against floor and high, and the equity share below.
pub(super) fn chart(stressed: &StressedPool, outcome: &ScenarioOutcome) -> Chart {
    let language = stressed.language;
    let title =
        stressed.text(message!(stress_chart_title, pool = stressed.label, scenario = language.of(&outcome.label)));
    let note = stressed.text(message!(stress_chart_note, months = outcome.months, count = outcome.months));
    let foot =
        stressed.text(message!(stress_foot, version = &stressed.stress.skans, source = language.of(&outcome.source)));
    let mut scene = frame::sheet(&title, &note, &foot);
    let pool = &outcome.pools[&stressed.pool.name];
    let [value, share] = panels(stressed, outcome);
    let (above, below) = (value_labels(stressed, pool, &value), share_labels(stressed, pool, &share));
    let room = labels::room(&above).max(labels::room(&below)).max(LABELS);
    let [value, share] =
        [value, share].map(|panel| Panel { place: Area { right: WIDTH - room, ..panel.place }, ..panel });
    value.grid(&mut scene, AxisUnit::Plain, language);
    share.grid(&mut scene, AxisUnit::Percent, language);
    end_of_scenario(stressed, outcome, &mut scene, [&value, &share]);
    value_lines(pool, &mut scene, &value);
    share_lines(stressed, pool, &mut scene, &share);
    let heading =
        Text::new(stressed.text(message!(stress_chart_share)), (value.place.left, HEADING), Anchor::Left, SIZE, GREY);
    scene.text(heading);
    value.axes(&mut scene, std::iter::empty());
    share.number_axes(&mut scene, AxisUnit::Plain, language);
    below_the_floor(stressed, pool, &mut scene, &value);
    let axis = stressed.text(message!(stress_chart_axis, start = stressed.stress.start.to_string()));
    scene.text(Text::new(axis, (value.place.right, AXIS), Anchor::Right, SIZE, GREY));
    labels::draw(&mut scene, &above, value.place.right, VALUE[0] - 24.0, VALUE[1] + 8.0);
    labels::draw(&mut scene, &below, share.place.right, SHARE[0] - 24.0, SHARE[1] + 8.0);
    let name = format!("scenario-{}-{}", file_name(&outcome.name), stressed.pool.name);
    Chart { name, title, scene }
}

/// The plots; all scenarios of a pool share the scales of value and share.
fn panels(stressed: &StressedPool, outcome: &ScenarioOutcome) -> [Panel; 2] {
    let all = || stressed.stress.scenarios.iter().map(|outcome| &outcome.pools[&stressed.pool.name]);
    let ends = || all().flat_map(|pool| &pool.months);
    let lowest = ends().map(|end| end.value.min(end.floor.unwrap_or(end.value))).fold(f64::INFINITY, f64::min);
    let highest = ends().map(|end| end.value.max(end.high)).fold(0.0, f64::max);
    // Room below the lowest for what is said of a breach.
    let value = coarse((lowest - 0.12 * (highest - lowest)) / MNKR, highest / MNKR, 8.0);
    let most = ends().filter_map(|end| end.share).chain(stressed.pool.rule.cap()).fold(0.0, f64::max);
    let share = coarse(0.0, most.max(0.1), 3.0);
    let months = f64::from(outcome.months + outcome.aftermath_months);
    let x = AxisScale { low: 0.0, high: months, step: every(months) };
    let numbers = [(value, AxisUnit::Plain), (share, AxisUnit::Percent)];
    let widths = numbers.map(|(scale, unit)| widest(scale, unit, stressed.language));
    let left = (widths[0].max(widths[1]) + 30.0).max(LEFT);
    [(value, VALUE), (share, SHARE)].map(|(y, [top, bottom])| Panel {
        place: Area { left, top, right: WIDTH - LABELS, bottom },
        x,
        y,
    })
}

/// Months between ticks.
fn every(months: f64) -> f64 {
    [1.0, 2.0, 3.0, 6.0, 12.0].into_iter().find(|every| months / every <= 14.0).unwrap_or(24.0)
}

fn curve(pool: &PoolOutcome, panel: &Panel, of: impl Fn(&MonthEnd) -> Option<f64>) -> Vec<Point> {
    panel.curve(pool.months.iter().filter_map(|end| Some((f64::from(end.month), of(end)?))))
}

fn value_lines(pool: &PoolOutcome, scene: &mut Scene, panel: &Panel) {
    scene.line(curve(pool, panel, |end| Some(end.high / MNKR)), 2.0, GREY, DOTTED);
    scene.line(curve(pool, panel, |end| end.floor.map(|floor| floor / MNKR)), 2.8, RED, DASHED);
    scene.line(curve(pool, panel, |end| Some(end.value / MNKR)), 3.2, DARK_BLUE, SOLID);
}

/// A share is held for a month: a line of steps.
fn share_lines(stressed: &StressedPool, pool: &PoolOutcome, scene: &mut Scene, panel: &Panel) {
    let held = pool.months.iter().filter_map(|end| Some((f64::from(end.month), end.share?)));
    let steps = held.flat_map(|(month, share)| [(month, share), (month + 1.0, share)]);
    if let Some(cap) = stressed.pool.rule.cap() {
        scene.line(panel.level(cap), 2.2, GREY, DOTTED);
    }
    scene.line(panel.curve(steps), 3.2, DARK_BLUE, SOLID);
}

fn value_labels(stressed: &StressedPool, pool: &PoolOutcome, panel: &Panel) -> Vec<EndLabel> {
    let Some(end) = pool.months.last() else { return Vec::new() };
    let print = |sek: f64| stressed.language.millions(sek, 0);
    let label = |name: String, sek: f64, ink| EndLabel::new([name, print(sek)], panel.down(sek / MNKR), ink);
    let high = match (stressed.pool.high.window_months, stressed.pool.high.of) {
        (Some(months), HighOf::UnitPrice | HighOf::MarketValue) => {
            stressed.text(message!(stress_chart_high, months, count = months))
        }
        (None, _) => stressed.text(message!(stress_chart_all_time_high)),
    };
    let mut labels = vec![label(stressed.text(message!(stress_chart_value)), end.value, DARK_BLUE)];
    labels.extend(end.floor.map(|floor| label(stressed.text(message!(stress_chart_floor)), floor, RED)));
    // A value that is at its high is named once.
    if print(end.high) != print(end.value) {
        labels.push(label(high, end.high, GREY));
    }
    labels
}

fn share_labels(stressed: &StressedPool, pool: &PoolOutcome, panel: &Panel) -> Vec<EndLabel> {
    let print = |share: f64| stressed.language.percent(share, 1);
    let Some(share) = pool.months.iter().rev().find_map(|end| end.share) else { return Vec::new() };
    let mut labels = Vec::new();
    let at_cap = stressed.pool.rule.cap().is_some_and(|cap| print(cap) == print(share));
    if let Some(cap) = stressed.pool.rule.cap() {
        let name = stressed.text(message!(chart_most_allowed));
        labels.push(EndLabel::new([name, print(cap)], panel.down(cap), GREY));
    }
    if !at_cap {
        labels.push(EndLabel::new([print(share)], panel.down(share), DARK_BLUE));
    }
    labels
}

/// A line through both plots where the scenario ends and what is expected begins.
fn end_of_scenario(stressed: &StressedPool, outcome: &ScenarioOutcome, scene: &mut Scene, panels: [&Panel; 2]) {
    if outcome.aftermath_months == 0 {
        return;
    }
    for panel in panels {
        let x = panel.across(f64::from(outcome.months));
        scene.line(vec![(x, panel.place.top), (x, panel.place.bottom)], 1.5, GREY, DASHED);
    }
    let (words, place) = (stressed.text(message!(stress_chart_end)), panels[0].place);
    let x = panels[0].across(f64::from(outcome.months));
    let fits = x + 12.0 + font::width(&words, SIZE, Weight::Regular) < place.right;
    let (x, anchor) = if fits { (x + 10.0, Anchor::Left) } else { (x - 10.0, Anchor::Right) };
    scene.text(Text::new(words, (x, place.top - 16.0), anchor, SIZE, GREY));
}

/// A dot at the first month-end below the floor, and how deep it gets.
fn below_the_floor(stressed: &StressedPool, pool: &PoolOutcome, scene: &mut Scene, panel: &Panel) {
    let (first, words) = match (stressed.already_below(), pool.ex_post) {
        (None, None) => return,
        (None, Some(below)) => {
            (below.first_month, stressed.text(message!(stress_chart_below, depth = stressed.depth(below.depth))))
        }
        (Some(depth), below) => {
            let deepest = below.map_or(depth, |below| below.depth.max(depth));
            (
                0,
                stressed.text(message!(
                    stress_chart_already,
                    depth = stressed.depth(depth),
                    deepest = stressed.depth(deepest)
                )),
            )
        }
    };
    let Some(end) = pool.months.get(first as usize) else { return };
    let (x, y) = panel.at((f64::from(end.month), end.value / MNKR));
    scene.dot((x, y), 7.0, RED);
    // Below the curve from there on: as far down as the value goes under the words.
    let width = font::width(&words, SIZE, Weight::Regular);
    let under = pool.months.iter().filter(|end| {
        let at = panel.across(f64::from(end.month));
        at >= x - 20.0 && at <= x + width + 40.0
    });
    let lowest = under.map(|end| panel.down(end.value / MNKR)).fold(y, f64::max);
    let y = (lowest + 28.0).min(panel.place.bottom - 16.0);
    let fits = x + width < panel.place.right;
    let (x, anchor) = if fits { (x + 12.0, Anchor::Left) } else { (x, Anchor::Right) };
    scene.text_on_white(Text::new(words, (x, y), anchor, SIZE, RED));
}

/// A name as a file's: letters, digits, `-` and `_`.
fn file_name(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect()
}
