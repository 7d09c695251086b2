//! The path's deepest fall: how probable is a deeper one?

use super::font::{self, Weight};
use super::frame::{AxisUnit, Frame, LEFT, MARGIN, TOP};
use super::labels::SIZE;
use super::scale::{AxisScale, alike};
use super::scene::{Anchor, Area, BLACK, BLUE, DARK_BLUE, DASHED, DOTTED, Dash, GREY, Ink, SOLID, Scene, Text, WIDTH};
use super::{Chart, ChartSubject, Run};
use crate::numerics::real;
use crate::pool::total::TotalState;
use crate::stats::figure::PoolFigure;
use crate::stats::histogram::{Histogram, Rank};
use crate::stats::summary::PoolSummary;
use crate::texts::message;
use crate::units::Percentage;

/// Points of a curve.
const POINTS: u32 = 300;
const ROW: f64 = 38.0;
/// Length of the piece of line that names a curve.
const SWATCH: f64 = 44.0;

/// A curve with its figures.
struct Curve<'a> {
    histogram: &'a Histogram,
    words: String,
    summary: Option<&'a PoolSummary>,
    /// The probability of a fall that is deeper than so many percent.
    over: fn(Percentage) -> PoolFigure,
    ink: Ink,
    dash: Dash,
}

/// The curves of a subject: from the rolling high and, where that is another one, from the all-time high.
fn curves<'a>(run: &Run, subject: &ChartSubject<'a>) -> Vec<Curve<'a>> {
    let densities = &subject.detail.densities;
    // Falls of the total are reckoned over the window that the pools' own are by default.
    let window = subject.pool.map_or(Some(TotalState::WINDOW_MONTHS), |pool| pool.high.window_months);
    let rolling = window.map_or_else(
        || run.text(message!(chart_from_high)),
        |months| run.text(message!(chart_from_window, months, count = months)),
    );
    let summary = subject.summary;
    let mut curves = Vec::new();
    if let Some(histogram) = &densities.drawdown_rolling {
        let over = PoolFigure::RollingFallOver;
        curves.push(Curve { histogram, words: rolling, summary, over, ink: DARK_BLUE, dash: SOLID });
    }
    if let Some(histogram) = densities.drawdown_all_time.as_ref().filter(|_| window.is_some()) {
        let words = run.text(message!(chart_from_all_time));
        let over = PoolFigure::AllTimeFallOver;
        curves.push(Curve { histogram, words, summary, over, ink: BLUE, dash: DASHED });
    }
    curves.retain(|curve| curve.histogram.count() > 0);
    curves
}

/// The share of paths that fall deeper than `fall`.
fn deeper(histogram: &Histogram, fall: f64) -> f64 {
    histogram.count_between(fall.max(f64::MIN_POSITIVE), f64::INFINITY) / real(histogram.count())
}

/// The fall that one path in a thousand exceeds.
fn reach(curves: &[Curve]) -> f64 {
    let rare = |curve: &Curve| curve.histogram.quantile(Rank::new(curve.histogram.count(), 0.999)).value;
    curves.iter().map(rare).fold(0.0, f64::max)
}

/// The chart of each subject, in the subjects' order; charts of falls of like depth share their scale.
pub(super) fn charts(run: &Run) -> Vec<Option<Chart>> {
    let all: Vec<Vec<Curve>> = run.subjects.iter().map(|subject| curves(run, subject)).collect();
    let reaches: Vec<f64> = all.iter().map(|curves| reach(curves)).collect();
    let tables: Vec<Table> = all.iter().map(|curves| Table::new(run, curves)).collect();
    let room = |index: usize, greatest: f64| {
        if all[index].is_empty() { 0.0 } else { tables[index].room(&all[index], greatest) }
    };
    let chart = |(index, subject): (usize, &ChartSubject)| {
        if all[index].is_empty() {
            return None;
        }
        let companions = alike(&reaches, reaches[index]);
        let greatest = companions.iter().map(|&other| reaches[other]).fold(0.001, f64::max);
        let greatest = companions.iter().map(|&other| room(other, greatest)).fold(greatest, f64::max);
        Some(self::chart(run, subject, &all[index], &tables[index], scale(greatest)))
    };
    run.subjects.iter().enumerate().map(chart).collect()
}

fn scale(greatest: f64) -> AxisScale {
    let scale = AxisScale::from_zero(greatest);
    AxisScale { high: scale.high.min(1.0), ..scale }
}

fn chart(run: &Run, subject: &ChartSubject, curves: &[Curve], table: &Table, x: AxisScale) -> Chart {
    let frame = Frame::new(x, (HEIGHTS, AxisUnit::Percent), run.language);
    let title = run.text(message!(chart_drawdown_title, pool = &subject.label));
    let mut scene =
        run.sheet(&title, &run.text(message!(chart_drawdown_note, span = run.language.span(run.plan.time.years()))));
    frame.grid(&mut scene);
    let falls: Vec<f64> = run.plan.outputs.falls.iter().map(|fall| fall.get()).filter(|fall| *fall <= x.high).collect();
    for &fall in &falls {
        scene.line(vec![frame.at(fall, 1.0), frame.at(fall, 0.0)], 2.0, GREY, DOTTED);
    }
    for curve in curves {
        let points = (0..=POINTS).map(|point| x.high * f64::from(point) / f64::from(POINTS));
        let points = points.map(|fall| frame.at(fall, deeper(curve.histogram, fall)));
        scene.line(points.collect(), 3.2, curve.ink, curve.dash);
        for &fall in &falls {
            scene.dot(frame.at(fall, deeper(curve.histogram, fall)), 6.5, curve.ink);
        }
    }
    table.draw(&mut scene);
    frame.number_axis(&mut scene, AxisUnit::Percent);
    Chart { name: format!("drawdown-{}", subject.name), title, scene }
}

/// The scale of probabilities.
const HEIGHTS: AxisScale = AxisScale { low: 0.0, high: 1.0, step: 0.2 };

/// The names of the curves, and their figures at the thresholds: in the upper right, where a falling curve leaves room.
struct Table {
    texts: Vec<Text>,
    swatches: Vec<(f64, f64, Ink, Dash)>,
    place: Area,
}

impl Table {
    fn new(run: &Run, curves: &[Curve]) -> Self {
        let right = WIDTH - MARGIN - 6.0;
        let top = TOP + 26.0;
        let mut table = Self {
            texts: Vec::new(),
            swatches: Vec::new(),
            place: Area { left: right, top: TOP + 5.0, right, bottom: top },
        };
        let row = |index: usize| top + ROW * f64::from(u32::try_from(index + 1).unwrap_or(0));
        let mut right = right;
        for fall in run.plan.outputs.falls.iter().rev().map(|fall| fall.get()) {
            let tenths = (1000.0 * fall).round();
            let head =
                run.text(message!(chart_deeper, fall = run.language.percent(fall, usize::from(tenths % 10.0 != 0.0))));
            let cell = |curve: &Curve| curve.summary?.get((curve.over)(Percentage::of(fall)));
            let mut column = vec![Text::new(head, (right, top), Anchor::Right, SIZE, BLACK)];
            column.extend(curves.iter().enumerate().filter_map(|(index, curve)| {
                let words = run.language.fraction(cell(curve)?);
                Some(Text::new(words, (right, row(index)), Anchor::Right, SIZE, curve.ink))
            }));
            let left = column.iter().map(|text| text.place().left).fold(right, f64::min);
            // As many columns as there is room for; the curves' names come first.
            if left - 36.0 - names_width(curves) < LEFT + 120.0 {
                continue;
            }
            table.texts.append(&mut column);
            right = left - 36.0;
        }
        let left = right - names_width(curves);
        for (index, curve) in curves.iter().enumerate() {
            table.texts.push(Text::new(
                curve.words.clone(),
                (left + SWATCH + 14.0, row(index)),
                Anchor::Left,
                SIZE,
                curve.ink,
            ));
            table.swatches.push((left, row(index), curve.ink, curve.dash));
        }
        table.place = Area { left: left - 16.0, bottom: row(curves.len()) - 0.4 * ROW, ..table.place };
        table
    }

    /// The least end of the scale, from the one wanted, with which the curves pass below the table.
    fn room(&self, curves: &[Curve], wanted: f64) -> f64 {
        let mut greatest = wanted;
        for _ in 0..20 {
            let x = scale(greatest);
            let fall = x.high * (self.place.left - LEFT) / (WIDTH - MARGIN - LEFT);
            let frame_height = |probability: f64| super::frame::BOTTOM - (super::frame::BOTTOM - TOP) * probability;
            if curves.iter().all(|curve| frame_height(deeper(curve.histogram, fall)) > self.place.bottom + 4.0) {
                break;
            }
            greatest *= 1.15;
        }
        greatest
    }

    fn draw(&self, scene: &mut Scene) {
        scene.rectangle(self.place, super::scene::WHITE);
        for &(left, y, ink, dash) in &self.swatches {
            scene.line(vec![(left, y), (left + SWATCH, y)], 3.2, ink, dash);
        }
        self.texts.iter().cloned().for_each(|text| scene.text(text));
    }
}

fn names_width(curves: &[Curve]) -> f64 {
    SWATCH + 14.0 + curves.iter().map(|curve| font::width(&curve.words, SIZE, Weight::Regular)).fold(0.0, f64::max)
}
