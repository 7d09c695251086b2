//! The probability that the floor has been undershot, over time.

use super::frame::{AxisUnit, BOTTOM, Frame, TOP};
use super::labels::{self, EndLabel, SIZE};
use super::scale::AxisScale;
use super::scene::{Anchor, Area, BANDS, BLUE, DARK_BLUE, DASHED, Point, SOLID, Scene, Text};
use super::spread::ends;
use super::{Chart, ChartSubject, Run};
use crate::stats::Estimate;
use crate::stats::summary::MonthRow;
use crate::texts::message;

/// Years whose probability is printed, beside the horizon's.
const YEARS: [u32; 3] = [1, 5, 10];
/// The least top of the scale: below it there is nothing to see.
const LEAST: f64 = 0.01;

/// The estimates of a pool by month; `None` where a month has none.
fn by_month(subject: &ChartSubject, of: impl Fn(&MonthRow) -> Option<Estimate>) -> Option<Vec<Estimate>> {
    let months: Option<Vec<Estimate>> = subject.detail.months.iter().map(of).collect();
    months.filter(|months| months.len() > 1 && months.iter().all(|estimate| estimate.value.is_finite()))
}

fn ex_post(subject: &ChartSubject) -> Option<Vec<Estimate>> {
    by_month(subject, |row| row.breached_ex_post)
}

fn ex_ante(subject: &ChartSubject) -> Option<Vec<Estimate>> {
    by_month(subject, |row| row.breached_ex_ante)
}

/// The greatest number to be shown by any pool.
fn greatest(run: &Run) -> f64 {
    let bounds =
        |subject: &ChartSubject| ex_post(subject).into_iter().chain(ex_ante(subject)).flatten().collect::<Vec<_>>();
    let all = run.subjects.iter().flat_map(bounds);
    // With few paths the bound is far above any estimate: the scale then follows the estimates.
    all.map(|estimate| estimate.interval[1].min(4.0 * estimate.value)).fold(LEAST, f64::max)
}

/// `breach-…`: at least one breach since the start, with the simulation's error.
pub(super) fn chart(run: &Run, subject: &ChartSubject) -> Option<Chart> {
    let post = ex_post(subject)?;
    let greatest = greatest(run);
    // Lines nearer to each other than a line's width or two are one.
    let apart =
        |ante: &Vec<Estimate>| ante.iter().zip(&post).any(|(a, p)| (a.value - p.value).abs() > 0.015 * greatest);
    let ante = ex_ante(subject).filter(apart);
    let y = (AxisScale::from_zero(greatest), AxisUnit::Percent);
    let end = |frame: &Frame, line: &[Estimate]| frame.down(line.last().map_or(0.0, |estimate| estimate.value));
    let printed = |line: &[Estimate]| run.language.fraction(*line.last().unwrap_or(&Estimate::UNKNOWN));
    let labels = |frame: &Frame| {
        let horizon = run.language.span(run.plan.time.years());
        let mut labels = vec![EndLabel::new([horizon, printed(&post)], end(frame, &post), DARK_BLUE)];
        labels.extend(
            ante.iter()
                .map(|ante| EndLabel::new([run.text(message!(chart_ex_ante)), printed(ante)], end(frame, ante), BLUE)),
        );
        labels
    };
    let labels = labels(&Frame::over_time(run.plan, y, run.language, 0.0));
    let frame = Frame::over_time(run.plan, y, run.language, labels::room(&labels));
    let title = run.text(message!(chart_breach_title, pool = &subject.label));
    let mut note = run.text(message!(chart_breach_note));
    if ante.is_some() {
        note += &run.text(message!(chart_breach_note_ex_ante));
    }
    let mut scene = run.sheet(&title, &note);
    frame.grid(&mut scene);
    curves(&mut scene, &frame, &post, ante.as_deref());
    frame.time_axis(&mut scene, run.plan);
    scene.dot((frame.right, end(&frame, &post)), 6.5, DARK_BLUE);
    marks(run, &mut scene, &frame, &post, ante.as_deref());
    labels::draw(&mut scene, &labels, frame.right, TOP - 24.0, BOTTOM + 8.0);
    Some(Chart { name: format!("breach-{}", subject.name), title, scene })
}

fn column(line: &[Estimate], of: impl Fn(&Estimate) -> f64) -> Vec<f64> {
    line.iter().map(of).collect()
}

fn curves(scene: &mut Scene, frame: &Frame, post: &[Estimate], ante: Option<&[Estimate]>) {
    let bound = |index: usize| move |estimate: &Estimate| ends(*estimate)[index];
    scene.band(&frame.by_month(&column(post, bound(1))), &frame.by_month(&column(post, bound(0))), BANDS[1]);
    if let Some(ante) = ante {
        scene.line(frame.by_month(&column(ante, |estimate| estimate.value)), 2.2, BLUE, DASHED);
    }
    scene.line(frame.by_month(&column(post, |estimate| estimate.value)), 3.2, DARK_BLUE, SOLID);
}

/// Dots with their figures at some years, where there is room beside the curves: below them, for they never fall, or
/// above.
fn marks(run: &Run, scene: &mut Scene, frame: &Frame, post: &[Estimate], ante: Option<&[Estimate]>) {
    let months = run.plan.time.months();
    let mut taken: Vec<Area> = Vec::new();
    let upper: Vec<f64> =
        post.iter().zip(ante.unwrap_or(post)).map(|(post, ante)| post.interval[1].max(ante.value)).collect();
    let curves = [frame.by_month(&column(post, |estimate| estimate.interval[0])), frame.by_month(&upper)];
    for years in YEARS.into_iter().rev().filter(|years| years * 12 < months) {
        let month = years * 12;
        let Some(&estimate) = post.get(month as usize) else { continue };
        let at = frame.at(f64::from(month), estimate.value);
        let words = [run.language.span(f64::from(years)), run.language.fraction(estimate)];
        let free = |place: &Area| {
            frame.place().holds(&place.grown(4.0))
                && place.right < frame.right - 8.0
                && !taken.iter().any(|other| other.touches(&place.grown(8.0)))
                && curves.iter().all(|curve| clear(curve, place))
        };
        let Some((texts, place)) = candidates(&words, at).into_iter().find(|(_, place)| free(place)) else { continue };
        taken.push(place);
        scene.dot(at, 6.5, DARK_BLUE);
        for text in texts {
            scene.text_on_white(text);
        }
    }
}

/// Two lines of text below to the right, above to the left, and above to the right of a point, with their places.
fn candidates(words: &[String; 2], (x, y): Point) -> Vec<([Text; 2], Area)> {
    let spots = [
        (14.0, 26.0, Anchor::Left),
        (-14.0, -50.0, Anchor::Right),
        (4.0, -50.0, Anchor::Left),
        (4.0, -80.0, Anchor::Left),
    ];
    let set = |(dx, dy, anchor): (f64, f64, Anchor)| {
        let text = |row: usize, dy: f64| Text::new(words[row].clone(), (x + dx, y + dy), anchor, SIZE, DARK_BLUE);
        let texts = [text(0, dy), text(1, dy + 26.0)];
        let (first, second) = (texts[0].place(), texts[1].place());
        let place = Area {
            left: first.left.min(second.left),
            top: first.top,
            right: first.right.max(second.right),
            bottom: second.bottom,
        };
        (texts, place)
    };
    spots.into_iter().map(set).collect()
}

/// Whether a curve stays out of a place.
fn clear(curve: &[Point], place: &Area) -> bool {
    curve.windows(2).all(|pair| {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let stretch = Area { left: x0.min(x1), top: y0.min(y1) - 2.0, right: x0.max(x1), bottom: y0.max(y1) + 2.0 };
        !stretch.touches(place)
    })
}
