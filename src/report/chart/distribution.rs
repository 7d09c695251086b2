//! Distributions of value and of annualised return at a span from the start, with the lines that a board looks for.

use indexmap::IndexMap;

use super::axes::{BOTTOM, Plot, Scale, TOP, Unit, round_step};
use super::canvas::{BAR, Canvas, Colour, DARK_BLUE, Dash, INK, RED};
use super::labels::SIZE;
use super::{Chart, Sheet};
use crate::elementary::pow;
use crate::report::text::{Language, fill};
use crate::stats::histogram::{Histogram, Rank};
use crate::stats::summary::RunResult;

const EXPECTED_DASH: Dash = (14.0, 9.0);
/// Bars of a picture, about.
const BARS: f64 = 60.0;
/// Room above the highest bar for the lines' labels.
const HEADROOM: f64 = 1.45;

/// The scales of the return charts by span, the same for all pools.
pub(super) type Shared = IndexMap<String, (Scale, Scale)>;

/// The scales that fit all sheets' returns over each span.
pub(super) fn shared_scales(sheets: &[Sheet]) -> Shared {
    let mut shared = Shared::new();
    for key in sheets.iter().flat_map(|sheet| sheet.detail.densities.growth.keys()) {
        let all = || sheets.iter().filter_map(|sheet| sheet.detail.densities.growth.get(key));
        let ends = all().map(|(years, growth)| range(growth).map(|factor| annual(factor, *years)));
        let (low, high) =
            ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), ends| (low.min(ends[0]), high.max(ends[1])));
        let x = Scale::around(low, high);
        let greatest = all().map(|(years, growth)| {
            let bars = bars(growth, x, |annual: f64| pow(1.0 + annual.max(-1.0 + 1e-12), *years));
            bars.iter().map(|bar| bar.height).fold(0.0, f64::max)
        });
        let y = Scale::from_zero(HEADROOM * greatest.fold(0.0, f64::max).min(0.35));
        shared.insert(key.clone(), (x, y));
    }
    shared
}

/// Growth factors between which all but one path in a thousand lie.
fn range(histogram: &Histogram) -> [f64; 2] {
    [0.0005, 0.9995].map(|level| histogram.quantile(Rank::new(histogram.count(), level)).value)
}

fn annual(factor: f64, years: f64) -> f64 {
    if factor > 0.0 { pow(factor, 1.0 / years) - 1.0 } else { -1.0 }
}

/// A bar: where it begins and ends on the axis, and its share of outcomes.
struct Bar {
    from: f64,
    to: f64,
    height: f64,
}

/// Bars of round width; `inside` takes a number on the axis to one of the histogram's.
fn bars(histogram: &Histogram, x: Scale, inside: impl Fn(f64) -> f64) -> Vec<Bar> {
    let width = round_step((x.high - x.low) / BARS);
    let total = crate::stats::probability::real(histogram.count());
    #[allow(clippy::cast_possible_truncation, reason = "some tens of bars")]
    let (first, last) = ((x.low / width).round() as i32, (x.high / width).round() as i32);
    (first..last)
        .map(|bar| {
            let (from, to) = (f64::from(bar) * width, f64::from(bar + 1) * width);
            Bar { from, to, height: histogram.count_between(inside(from), inside(to)) / total }
        })
        .collect()
}

/// A line across the picture with its label.
struct Marker {
    x: f64,
    text: String,
    colour: Colour,
    dashed: bool,
    /// Whether its label stands rather at its right.
    right: bool,
}

/// The distributions of a pool, or of the total.
pub(super) fn charts<'a>(sheet: Sheet<'a>, shared: &Shared, result: &'a RunResult) -> Vec<Chart<'a>> {
    let shown = |key: &str| ["y1", "y5", "y10", "horizon"].contains(&key);
    let name = |key: &str| if key == "horizon" { key.to_owned() } else { format!("{}y", &key[1..]) };
    let densities = &sheet.detail.densities;
    let mut charts = Vec::new();
    for (key, histogram) in densities.value.iter().filter(|(key, _)| shown(key)) {
        charts.push(Chart::new(format!("value-{}-{}", sheet.name(), name(key)), move |canvas| {
            draw_value(sheet, canvas, key, histogram);
        }));
    }
    for (key, (years, growth)) in densities.growth.iter().filter(|(key, _)| shown(key)) {
        let Some(&scales) = shared.get(key) else { continue };
        charts.push(Chart::new(format!("return-{}-{}", sheet.name(), name(key)), move |canvas| {
            draw_return(sheet, canvas, key, (*years, growth), scales, result);
        }));
    }
    charts
}

fn draw_value(sheet: Sheet, canvas: &mut Canvas, key: &str, histogram: &Histogram) {
    let (texts, language) = (&sheet.language.texts().chart, sheet.language);
    let years = years_of(sheet, key);
    sheet.head(canvas, &fill(texts.value_title, &[sheet.label(), &sheet.span(years)]), texts.value_note);
    let [low, high] = range(histogram).map(|sek| sek / 1e6);
    let x = Scale::around(low, high);
    let bars = bars(histogram, x, |mnkr| mnkr * 1e6);
    let y = Scale::from_zero(HEADROOM * bars.iter().map(|bar| bar.height).fold(0.0, f64::max));
    let rank = |level| histogram.quantile(Rank::new(histogram.count(), level)).value / 1e6;
    let mnkr = |number: f64| format!("{}\u{a0}mnkr", language.number(number, usize::from(high - low < 20.0)));
    let line = |template: &str, x: f64, colour: Colour| Marker {
        x,
        text: fill(template, &[&mnkr(x)]),
        colour,
        dashed: false,
        right: false,
    };
    let opening = sheet.pool.map_or_else(
        || sheet.plan.pools.iter().map(|pool| pool.opening_value).fold(0.0, |sum, value| sum + value),
        |pool| pool.opening_value,
    ) / 1e6;
    let mut markers = vec![
        line(texts.median, rank(0.5), DARK_BLUE),
        line(texts.quantile5, rank(0.05), RED),
        line(texts.worst5, histogram.tail_mean(0.05).value / 1e6, RED),
    ];
    if (x.low..=x.high).contains(&opening) {
        markers.insert(1, Marker { dashed: true, right: true, ..line(texts.opening, opening, INK) });
    }
    draw(canvas, language, (x, y, Unit::Millions), &bars, markers);
}

fn years_of(sheet: Sheet, key: &str) -> f64 {
    key[1..].parse().unwrap_or_else(|_| sheet.plan.time.years())
}

fn draw_return(
    sheet: Sheet,
    canvas: &mut Canvas,
    key: &str,
    (years, growth): (f64, &Histogram),
    (x, y): (Scale, Scale),
    result: &RunResult,
) {
    let (texts, language) = (&sheet.language.texts().chart, sheet.language);
    sheet.head(canvas, &fill(texts.return_title, &[sheet.label(), &sheet.span(years)]), texts.return_note);
    let bars = bars(growth, x, |annual: f64| pow(1.0 + annual.max(-1.0 + 1e-12), years));
    let at = |level| annual(growth.quantile(Rank::new(growth.count(), level)).value, years);
    let line = |template: &str, x: f64, colour: Colour| Marker {
        x,
        text: fill(template, &[&language.percent(x, 1)]),
        colour,
        dashed: false,
        right: false,
    };
    let worst = growth.tail_mean_of(0.05, |factor| annual(factor, years)).value;
    let mut markers =
        vec![line(texts.median, at(0.5), DARK_BLUE), line(texts.quantile5, at(0.05), RED), line(texts.worst5, worst, RED)];
    let missed = sheet.pool.and_then(|pool| result.summary.pools.get(&pool.name)?.returns.get(key)?.p_below_expected);
    if let (Some(expected), Some(missed)) = (sheet.pool.and_then(|pool| pool.expected_return), missed) {
        let half = 0.5 * (missed.interval[1] - missed.interval[0]);
        let rate = language.percent(expected, super::axes::decimals(100.0 * expected).max(1));
        let text = fill(texts.expected, &[&rate, &language.percent_with_error(missed.value, half)]);
        markers.insert(0, Marker { x: expected, text, colour: INK, dashed: true, right: true });
    }
    draw(canvas, language, (x, y, Unit::Percent), &bars, markers);
}

fn draw(canvas: &mut Canvas, language: Language, (x, y, unit): (Scale, Scale, Unit), bars: &[Bar], markers: Vec<Marker>) {
    let plot = Plot::new(canvas, x, y, Unit::Percent, language, 60.0);
    plot.value_axis(canvas, Unit::Percent, language);
    for bar in bars.iter().filter(|bar| bar.height > 0.0) {
        let (left, top) = plot.at(bar.from, bar.height.min(y.high));
        canvas.rectangle((left + 0.7, top), (plot.across(bar.to) - 0.7, BOTTOM), BAR);
    }
    plot.number_axis(canvas, unit, language);
    for (row, marker) in (0_u32..).zip(&markers) {
        let height = TOP + 14.0 + 44.0 * f64::from(row);
        let line = [(plot.across(marker.x), height - 14.0), (plot.across(marker.x), BOTTOM)];
        if marker.dashed {
            canvas.dashed(&line, 2.4, marker.colour, EXPECTED_DASH);
        } else {
            canvas.line(&line, 2.4, marker.colour);
        }
    }
    for (row, marker) in (0_u32..).zip(&markers) {
        let height = TOP + 14.0 + 44.0 * f64::from(row);
        let width = canvas.text_width(&marker.text, SIZE, super::canvas::Weight::Regular);
        let at = plot.across(marker.x);
        let fits_right = at + 14.0 + width < plot.right + 70.0;
        let fits_left = at - 14.0 - width > plot.left;
        if (marker.right && fits_right) || !fits_left {
            canvas.text_on_white(&marker.text, (at + 12.0, height), SIZE, marker.colour, super::canvas::Anchor::Left);
        } else {
            canvas.text_on_white(&marker.text, (at - 12.0, height), SIZE, marker.colour, super::canvas::Anchor::Right);
        }
    }
}
