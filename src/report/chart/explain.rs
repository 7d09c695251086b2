//! One path: value against high and floor, the share below it, and what happened when.

use super::Chart;
use super::font::{self, Weight};
use super::frame::{self, AxisUnit, LEFT};
use super::labels::{self, EndLabel};
use super::panel::Panel;
use super::scale::{AxisScale, or_zero};
use super::scene::{
    Anchor, Area, BLUE, DARK_BLUE, DASHED, DOTTED, Dash, GREY, Ink, Point, RED, SOLID, Scene, Text, WHITE, WIDTH,
};
use crate::numerics::real;
use crate::plan::Plan;
use crate::report::reasons::choice;
use crate::study::explain::{Decision, Explanation, MonthSeen, Reason};
use crate::texts::{Language, message};

/// The worth of a unit at the start.
const START: f64 = 100.0;
/// Tops and bottoms of the two plots, and the heights of the lines of words over them.
const UPPER: [f64; 2] = [190.0, 498.0];
const LOWER: [f64; 2] = [602.0, 776.0];
/// Distance from a plot's top to the middle of the words over it.
const HEADING: f64 = 44.0;
/// Size of words.
const SIZE: f64 = 22.0;
/// Trades that are marked, in percentage points: on a path of at most five years, and on a longer one.
const MARKED: [u8; 2] = [2, 10];

/// A line with its name.
struct NamedLine {
    points: Vec<Point>,
    name: String,
    printed: String,
    ink: Ink,
    width: f64,
    dash: Dash,
}

/// `explain-…`: of a pool.
#[must_use]
pub fn explain(path: &Explanation, plan: &Plan, language: Language) -> Option<Chart> {
    let pool = plan.pool(&path.pool)?;
    let number = |count: u64| language.number(real(count), 0);
    let title = language.text(message!(explain_chart_title, pool = language.of(&pool.label), path = number(path.path)));
    let note = if path.paths == 1 {
        language.text(message!(explain_chart_note_of_one))
    } else {
        language.text(message!(explain_chart_note, choice = choice(path.choice), paths = number(path.paths)))
    };
    let source = language.text(message!(
        explain_chart_source,
        version = &path.skans,
        path = number(path.path),
        seed = path.seed,
        world = plan.market.world_label()
    ));
    let mut scene = frame::sheet(&title, &note, &source);
    let (above, below) = (upper(path, language), lower(path, language));
    let scales = [value_scale(&above), share_scale(&below)];
    let plots = [(UPPER, scales[0]), (LOWER, scales[1])];
    let labels = |panel: &Panel, lines: &[NamedLine]| -> Vec<EndLabel> {
        let end = |line: &NamedLine| line.points.last().map_or(panel.y.low, |point| point.1);
        let label = |line: &NamedLine| {
            EndLabel::new([format!("{} {}", line.name, line.printed)], panel.down(end(line)), line.ink)
        };
        // Of two that print alike, the last.
        let alike = |place: usize| lines[place + 1..].iter().any(|other| other.printed == lines[place].printed);
        let told = (0..lines.len()).filter(|&place| panel.place.top < LOWER[0] || !alike(place));
        told.map(|place| label(&lines[place])).collect()
    };
    let months = f64::from(plan.time.months());
    let panel = |[top, bottom]: [f64; 2], y: AxisScale, right: f64| Panel {
        place: Area { left: LEFT, top, right, bottom },
        x: AxisScale { low: 0.0, high: months, step: 12.0 },
        y,
    };
    // How wide the labels are does not depend on where the plots end.
    let wide = plots.map(|(heights, y)| panel(heights, y, WIDTH));
    let room = labels::room(&labels(&wide[0], &above)).max(labels::room(&labels(&wide[1], &below)));
    let [value, share] = plots.map(|(heights, y)| panel(heights, y, WIDTH - room));
    heading(&mut scene, &language.text(message!(explain_chart_upper)), &value);
    heading(&mut scene, &language.text(message!(explain_chart_lower)), &share);
    draw(&mut scene, &value, &above, AxisUnit::Plain, (plan, language));
    draw(&mut scene, &share, &below, AxisUnit::Percent, (plan, language));
    marks(&mut scene, [&value, &share], path, language);
    labels::draw(&mut scene, &labels(&value, &above), value.place.right, UPPER[0] - 14.0, UPPER[1] + 14.0);
    labels::draw(&mut scene, &labels(&share, &below), share.place.right, LOWER[0] - 14.0, LOWER[1] + 14.0);
    Some(Chart { name: format!("explain-{}", path.pool), title, scene })
}

/// The words over a plot.
fn heading(scene: &mut Scene, words: &str, panel: &Panel) {
    let room = WIDTH - LEFT - 40.0;
    let words = font::cut(words, SIZE, Weight::Regular, room);
    scene.text(Text::new(words, (LEFT, panel.place.top - HEADING), Anchor::Left, SIZE, GREY));
}

/// A curve of one number a month-end.
fn curve(path: &Explanation, of: impl Fn(&MonthSeen) -> Option<f64>) -> Vec<Point> {
    let points = path.months.iter().map_while(|month| Some((f64::from(month.month), or_zero(of(month)?))));
    points.collect()
}

fn line(points: Vec<Point>, name: String, ink: Ink, (width, dash): (f64, Dash)) -> NamedLine {
    NamedLine { points, name, printed: String::new(), ink, width, dash }
}

/// Value, high and floor of a unit.
fn upper(path: &Explanation, language: Language) -> Vec<NamedLine> {
    let value = curve(path, |month| Some(START * month.price));
    let floor = curve(path, |month| month.floor.map(|floor| START * floor * month.of_unit()));
    let high = curve(path, |month| month.floor.map(|_| START * month.high * month.of_unit()));
    let mut lines = vec![
        line(high, language.text(message!(explain_chart_high)), GREY, (1.8, DOTTED)),
        line(floor, language.text(message!(explain_chart_floor)), RED, (2.6, DASHED)),
        line(value, language.text(message!(explain_chart_value)), DARK_BLUE, (3.0, SOLID)),
    ];
    lines.retain(|line| !line.points.is_empty());
    for line in &mut lines {
        line.printed = language.number(line.points.last().map_or(0.0, |point| point.1), 0);
    }
    lines
}

/// The share held and the one allowed, each through the month that follows.
fn lower(path: &Explanation, language: Language) -> Vec<NamedLine> {
    let steps = |of: fn(&Decision) -> f64| {
        let shares =
            path.months.iter().filter_map(|month| Some((f64::from(month.month), of(month.decision.as_ref()?))));
        shares
            .flat_map(|(month, share)| [(month, or_zero(share)), (month + 1.0, or_zero(share))])
            .collect::<Vec<Point>>()
    };
    let mut lines = vec![
        line(steps(|decision| decision.allowed), language.text(message!(explain_chart_allowed)), BLUE, (2.0, DOTTED)),
        line(steps(|decision| decision.share), language.text(message!(explain_chart_share)), DARK_BLUE, (2.6, SOLID)),
    ];
    for line in &mut lines {
        line.printed = language.percent(line.points.last().map_or(0.0, |point| point.1), 0);
    }
    lines
}

fn value_scale(lines: &[NamedLine]) -> AxisScale {
    let values = || lines.iter().flat_map(|line| &line.points).map(|point| point.1);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(0.0, f64::max));
    let around = AxisScale::around(low, high);
    // Fewer lines than in a plot of full height.
    let step = super::scale::round_step((around.high - around.low) / 5.0);
    AxisScale { low: (around.low / step).floor() * step, high: (around.high / step).ceil() * step, step }
}

fn share_scale(lines: &[NamedLine]) -> AxisScale {
    let greatest = lines.iter().flat_map(|line| &line.points).map(|point| point.1).fold(0.1, f64::max);
    AxisScale { step: super::scale::round_step(greatest / 4.0), ..AxisScale::from_zero(greatest) }
}

fn draw(scene: &mut Scene, panel: &Panel, lines: &[NamedLine], unit: AxisUnit, (plan, language): (&Plan, Language)) {
    panel.grid(scene, unit, language);
    for line in lines {
        scene.line(panel.curve(line.points.iter().copied()), line.width, line.ink, line.dash);
    }
    panel.axes(scene, frame::dates(plan.start, plan.time.months()).into_iter());
}

/// Dots where something happened, and what they mean.
fn marks(scene: &mut Scene, [value, share]: [&Panel; 2], path: &Explanation, language: Language) {
    let marked = MARKED[usize::from(path.months.len() > 61)];
    let mut dots: [Vec<Point>; 3] = Default::default();
    for month in &path.months {
        let at = f64::from(month.month);
        let held =
            |of: fn(&Decision) -> f64| month.decision.as_ref().map(|decision| share.at((at, or_zero(of(decision)))));
        for reason in &month.reasons {
            match reason {
                Reason::Below { ex_post, .. } if *ex_post > 0.0 => {
                    dots[0].push(value.at((at, START * or_zero(month.price))));
                }
                Reason::HighLeft { counts: true, .. } => dots[1].extend(held(|decision| decision.allowed)),
                Reason::Traded { change, .. } if 100.0 * change.abs() >= f64::from(marked) => {
                    dots[2].extend(held(|decision| decision.share));
                }
                _ => {}
            }
        }
    }
    let kinds = [(value, 8.0, RED), (share, 8.0, RED), (share, 5.5, DARK_BLUE)];
    let names = [
        message!(explain_chart_marks_breach),
        message!(explain_chart_marks_jump),
        message!(explain_chart_marks_trade, points = marked),
    ];
    // Trades are many: what else there is lies over them.
    for ((_, radius, ink), dots) in kinds.iter().zip(&dots).rev() {
        for &dot in dots {
            // On a white ring, apart from the line.
            scene.dot(dot, radius + 2.0, WHITE);
            scene.dot(dot, *radius, *ink);
        }
    }
    let mut right = [value.place.right, share.place.right];
    for (kind, (((panel, radius, ink), dots), name)) in kinds.into_iter().zip(&dots).zip(names).enumerate() {
        let free = &mut right[usize::from(kind > 0)];
        if dots.is_empty() {
            continue;
        }
        let y = panel.place.top - 16.0;
        let text = Text::new(language.text(name), (*free, y), Anchor::Right, SIZE, GREY);
        let left = text.place().left - 16.0;
        scene.dot((left, y), radius, ink);
        scene.text(text);
        *free = left - 34.0;
    }
}
