//! Fans: bands of quantiles over time, of value, of value against the floor, and of the equity share.

use super::axes::{BOTTOM, Plot, Scale, TOP, Unit};
use super::canvas::{BLUES, Canvas, Colour, DARK_BLUE, Dash, GREY, RED};
use super::labels::{self, Label};
use super::{Chart, Sheet};
use crate::plan::{AllocationRule, Floor};
use crate::report::text::fill;
use crate::stats::summary::{Distribution, MonthRow};
use crate::units::percent_key;

const FLOOR_DASH: Dash = (14.0, 9.0);
const CAP_DASH: Dash = (3.0, 5.0);

/// A fan's points: month, and the quantity's distribution.
type Points<'a> = Vec<(f64, &'a Distribution)>;

/// The fans of a pool, or of the total.
pub(super) fn charts(sheet: Sheet) -> Vec<Chart> {
    let mut charts = Vec::new();
    let name = sheet.name();
    let value = points(sheet, |row| row.value.as_ref());
    if !value.is_empty() {
        charts.push(Chart::new(format!("fan-{name}"), move |canvas| draw_value(sheet, canvas, false)));
        let floor = sheet.pool.is_some_and(|pool| pool.floor != Floor::None);
        if floor && sheet.detail.months.iter().any(|row| row.floor.is_some()) {
            charts.push(Chart::new(format!("floor-{name}"), move |canvas| draw_value(sheet, canvas, true)));
        }
    }
    let dynamic = sheet.pool.is_some_and(|pool| matches!(pool.rule, AllocationRule::Dynamic { .. }));
    if dynamic && !points(sheet, |row| row.share.as_ref()).is_empty() {
        charts.push(Chart::new(format!("share-{name}"), move |canvas| draw_share(sheet, canvas)));
    }
    charts
}

fn points<'a>(sheet: Sheet<'a>, of: impl Fn(&'a MonthRow) -> Option<&'a Distribution>) -> Points<'a> {
    sheet.detail.months.iter().filter_map(|row| Some((f64::from(row.month), of(row)?))).collect()
}

fn quantile(distribution: &Distribution, level: f64) -> Option<f64> {
    distribution.quantiles.get(&format!("q{}", percent_key(level))).map(|estimate| estimate.value)
}

/// The levels of the bands that the quantiles at hand allow, from the outermost to the innermost: at most three, none with more
/// than 90 % of outcomes.
fn bands(sheet: Sheet) -> Vec<(f64, f64)> {
    let levels = &sheet.plan.outputs.quantiles;
    let pairs = levels.iter().filter(|&&level| (0.05 - 1e-9..0.5 - 1e-9).contains(&level));
    let has = |level: f64| levels.iter().any(|other| (other - level).abs() < 1e-9);
    pairs.map(|&level| (level, 1.0 - level)).filter(|&(_, upper)| has(upper)).take(3).collect()
}

/// The note's two slots: what the bands hold, and one future in how many lies outside the widest.
fn band_words(sheet: Sheet) -> [String; 2] {
    let language = sheet.language;
    let percents: Vec<f64> = bands(sheet).iter().rev().map(|(low, high)| 100.0 * (high - low)).collect();
    let mut words: Vec<String> =
        percents.iter().map(|&held| language.number(held, usize::from((held - held.round()).abs() > 1e-9))).collect();
    let last = words.pop().unwrap_or_default();
    let and = if language == crate::report::text::Language::En { "and" } else { "och" };
    let held = if words.is_empty() { last } else { format!("{} {and} {last}", words.join(", ")) };
    let outside = percents.last().map_or(f64::NAN, |held| 100.0 / (100.0 - held));
    [held, language.number(outside, usize::from((outside - outside.round()).abs() > 0.05))]
}

fn draw_value(sheet: Sheet, canvas: &mut Canvas, with_floor: bool) {
    let (texts, language) = (&sheet.language.texts().chart, sheet.language);
    let months = sheet.plan.time.months;
    let title = if with_floor { texts.floor_title } else { texts.fan_title };
    let [held, outside] = band_words(sheet);
    let year = sheet.plan.month(months).year().to_string();
    sheet.head(canvas, &fill(title, &[sheet.label(), &year]), &fill(texts.fan_note, &[&held, &outside]));
    let value = points(sheet, |row| row.value.as_ref());
    let mnkr = |level: f64| move |distribution: &Distribution| quantile(distribution, level).map(|sek| sek / 1e6);
    let outer = bands(sheet).first().copied().unwrap_or((0.5, 0.5));
    let greatest = value.iter().filter_map(|(_, distribution)| mnkr(outer.1)(distribution)).fold(0.0, f64::max);
    let scale = Scale::from_zero(greatest);
    let mut ends = Vec::new();
    let mut end = |distribution: Option<&Distribution>, level: f64, name: &str, colour: Colour| {
        if let Some(value) = distribution.and_then(mnkr(level)) {
            ends.push((name.to_owned(), value, colour));
        }
    };
    let last = value.last().map(|(_, distribution)| *distribution);
    let median = texts.median.split(':').next().unwrap_or_default();
    end(last, outer.1, &language.percent(outer.1, 0), GREY);
    end(last, 0.5, median, DARK_BLUE);
    end(last, outer.0, &language.percent(outer.0, 0), GREY);
    let floor = points(sheet, |row| row.floor.as_ref());
    if with_floor {
        end(floor.last().map(|(_, distribution)| *distribution), 0.5, texts.floor, RED);
    }
    let labels: Vec<(String, String, f64, Colour)> =
        ends.into_iter().map(|(name, value, colour)| (name, language.number(value, 0), value, colour)).collect();
    let plot = framed(sheet, canvas, scale, Unit::Millions, &labels);
    draw_bands(sheet, canvas, &plot, &value, 1e-6);
    if with_floor {
        let line: Vec<_> = floor.iter().filter_map(|(month, floor)| Some(plot.at(*month, mnkr(0.5)(floor)?))).collect();
        canvas.dashed(&line, 3.0, RED, FLOOR_DASH);
    }
    finish(sheet, canvas, &plot, labels);
}

fn draw_share(sheet: Sheet, canvas: &mut Canvas) {
    let (texts, language) = (&sheet.language.texts().chart, sheet.language);
    let [held, outside] = band_words(sheet);
    sheet.head(canvas, &fill(texts.share_title, &[sheet.label()]), &fill(texts.share_note, &[&held, &outside]));
    let cap = sheet.pool.and_then(|pool| match pool.rule {
        AllocationRule::Dynamic { max_share, .. } => Some(max_share),
        AllocationRule::Static { .. } => None,
    });
    let caps = sheet.plan.pools.iter().filter_map(|pool| match pool.rule {
        AllocationRule::Dynamic { max_share, .. } => Some(max_share),
        AllocationRule::Static { .. } => None,
    });
    let share = points(sheet, |row| row.share.as_ref());
    let highest = share.iter().filter_map(|(_, share)| quantile(share, 0.95)).fold(0.0, f64::max);
    // A cap that never binds says nothing.
    let greatest = if caps.clone().all(|cap| cap <= 1.0) { caps.fold(0.0, f64::max) } else { highest };
    let mut labels = Vec::new();
    if let Some(cap) = cap.filter(|cap| *cap <= greatest) {
        labels.push((texts.most_allowed.to_owned(), language.percent(cap, 0), cap, GREY));
    }
    let median = texts.median.split(':').next().unwrap_or_default();
    if let Some(last) = share.last().and_then(|(_, share)| quantile(share, 0.5)) {
        labels.push((median.to_owned(), language.percent(last, 0), last, DARK_BLUE));
    }
    let plot = framed(sheet, canvas, Scale::from_zero(greatest * 1.12), Unit::Percent, &labels);
    draw_bands(sheet, canvas, &plot, &share, 1.0);
    if let Some(cap) = cap.filter(|cap| *cap <= greatest) {
        canvas.dashed(&[plot.at(plot.x.low, cap), plot.at(plot.x.high, cap)], 2.0, GREY, CAP_DASH);
    }
    finish(sheet, canvas, &plot, labels);
}

/// The plot with its value axis, wide enough for the labels: name, number, height, colour.
fn framed(sheet: Sheet, canvas: &mut Canvas, y: Scale, unit: Unit, labels: &[(String, String, f64, Colour)]) -> Plot {
    let months = f64::from(sheet.plan.time.months);
    let texts: Vec<Label> =
        labels.iter().map(|(name, number, _, colour)| Label::new(&[name, number], 0.0, *colour)).collect();
    let x = Scale { low: 0.0, high: months, step: 12.0 };
    let plot = Plot::new(x, y, unit, sheet.language, labels::width(&texts));
    plot.value_axis(canvas, unit, sheet.language);
    plot
}

fn draw_bands(sheet: Sheet, canvas: &mut Canvas, plot: &Plot, points: &Points, factor: f64) {
    let bands = bands(sheet);
    for ((low, high), colour) in bands.iter().zip(BLUES) {
        let edge = |level: f64| {
            points
                .iter()
                .filter_map(move |(month, distribution)| Some(plot.at(*month, factor * quantile(distribution, level)?)))
        };
        let mut corners: Vec<(f64, f64)> = edge(*high).collect();
        let mut lower: Vec<(f64, f64)> = edge(*low).collect();
        lower.reverse();
        corners.extend(lower);
        canvas.area(&corners, colour);
    }
    let median: Vec<(f64, f64)> = points
        .iter()
        .filter_map(|(month, distribution)| Some(plot.at(*month, factor * quantile(distribution, 0.5)?)))
        .collect();
    canvas.line(&median, 3.0, DARK_BLUE);
}

fn finish(sheet: Sheet, canvas: &mut Canvas, plot: &Plot, labels: Vec<(String, String, f64, Colour)>) {
    plot.time_axis(canvas, sheet.plan.start, sheet.plan.time.months);
    let labels = labels
        .into_iter()
        .map(|(name, number, height, colour)| Label::new(&[&name, &number], plot.down(height), colour))
        .collect();
    labels::draw(canvas, labels, plot.right + 14.0, TOP - 10.0, BOTTOM);
}
