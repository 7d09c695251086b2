//! Distributions of value and of annualised return at a span from the start, with the lines that a board looks for.

use indexmap::IndexMap;

use super::axes::{BOTTOM, Plot, Scale, TOP, Unit, round_step};
use super::canvas::{Anchor, BAR, Canvas, Colour, DARK_BLUE, Dash, INK, RED, Weight};
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

/// The scales that fit all sheets' returns over each span. A pool whose returns spread less than a quarter as far as the
/// widest's is left out, and has its own: beside the others it would be a single bar.
pub(super) fn shared_scales(sheets: &[Sheet]) -> Shared {
    let mut shared = Shared::new();
    for key in sheets.iter().flat_map(|sheet| sheet.detail.densities.growth.keys()) {
        let all: Vec<&(f64, Histogram)> =
            sheets.iter().filter_map(|sheet| sheet.detail.densities.growth.get(key)).collect();
        let widest = all.iter().map(|(years, growth)| width(growth, *years)).fold(0.0, f64::max);
        let wide: Vec<_> = all.into_iter().filter(|(years, growth)| width(growth, *years) >= 0.25 * widest).collect();
        shared.insert(key.clone(), scales(&wide));
    }
    shared
}

fn width(growth: &Histogram, years: f64) -> f64 {
    let [low, high] = range(growth).map(|factor| annual(factor, years));
    high - low
}

/// The scales that fit all of these.
fn scales(all: &[&(f64, Histogram)]) -> (Scale, Scale) {
    let ends = all.iter().map(|(years, growth)| range(growth).map(|factor| annual(factor, *years)));
    let (low, high) =
        ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), ends| (low.min(ends[0]), high.max(ends[1])));
    let x = Scale::around(low, high);
    let greatest = all.iter().map(|(years, growth)| {
        let bars = bars(growth, x, |annual: f64| pow(1.0 + annual.max(-1.0 + 1e-12), *years));
        bars.iter().map(|bar| bar.height).fold(0.0, f64::max)
    });
    (x, Scale::from_zero(HEADROOM * greatest.fold(0.0, f64::max)))
}

/// Numbers between which all but the lowest 0.1 % and the highest 0.2 % lie.
fn range(histogram: &Histogram) -> [f64; 2] {
    [0.001, 0.998].map(|level| histogram.quantile(Rank::new(histogram.count(), level)).value)
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
    for (key, density) in densities.growth.iter().filter(|(key, _)| shown(key)) {
        let (years, growth) = density;
        let own = growth_is_narrow(growth, *years, shared.get(key));
        let Some(scales) = own.then(|| scales(&[density])).or_else(|| shared.get(key).copied()) else { continue };
        charts.push(Chart::new(format!("return-{}-{}", sheet.name(), name(key)), move |canvas| {
            draw_return(sheet, canvas, key, (*years, growth), scales, result);
        }));
    }
    charts
}

/// Whether the returns would be a single bar on the shared scale.
fn growth_is_narrow(growth: &Histogram, years: f64, shared: Option<&(Scale, Scale)>) -> bool {
    shared.is_some_and(|(x, _)| width(growth, years) < 0.2 * (x.high - x.low))
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
    draw(canvas, language, (x, y, Unit::Millions), &bars, &markers);
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
    let mut markers = vec![
        line(texts.median, at(0.5), DARK_BLUE),
        line(texts.quantile5, at(0.05), RED),
        line(texts.worst5, worst, RED),
    ];
    let missed = sheet.pool.and_then(|pool| result.summary.pools.get(&pool.name)?.returns.get(key)?.p_below_expected);
    if let (Some(expected), Some(missed)) = (sheet.pool.and_then(|pool| pool.expected_return), missed) {
        let rate = language.percent(expected, super::axes::decimals(100.0 * expected).max(1));
        let text = fill(texts.expected, &[&rate, &language.estimate(missed)]);
        markers.insert(0, Marker { x: expected, text, colour: INK, dashed: true, right: true });
    }
    draw(canvas, language, (x, y, Unit::Percent), &bars, &markers);
}

fn draw(canvas: &mut Canvas, language: Language, (x, y, unit): (Scale, Scale, Unit), bars: &[Bar], markers: &[Marker]) {
    let plot = Plot::new(x, y, Unit::Percent, language, 60.0);
    plot.value_axis(canvas, Unit::Percent, language);
    for bar in bars.iter().filter(|bar| bar.height > 0.0) {
        let (left, top) = plot.at(bar.from, bar.height.min(y.high));
        canvas.rectangle((left + 0.7, top), (plot.across(bar.to) - 0.7, BOTTOM), BAR);
    }
    plot.number_axis(canvas, unit, language);
    let widths: Vec<f64> =
        markers.iter().map(|marker| Canvas::text_width(&marker.text, SIZE, Weight::Regular)).collect();
    let places = arrange(&plot, markers, &widths);
    let height = |row: usize| TOP + 14.0 + 44.0 * f64::from(u32::try_from(row).unwrap_or(0));
    for (marker, place) in markers.iter().zip(&places) {
        let line = [(plot.across(marker.x), height(place.row) - 14.0), (plot.across(marker.x), BOTTOM)];
        if marker.dashed {
            canvas.dashed(&line, 2.4, marker.colour, EXPECTED_DASH);
        } else {
            canvas.line(&line, 2.4, marker.colour);
        }
    }
    for (marker, place) in markers.iter().zip(&places) {
        let (offset, anchor) = if place.right { (12.0, Anchor::Left) } else { (-12.0, Anchor::Right) };
        let at = (plot.across(marker.x) + offset, height(place.row));
        canvas.text_on_white(&marker.text, at, SIZE, marker.colour, anchor);
    }
}

/// Where a marker's label stands: in which row from the top, and on which side of its line.
#[derive(Debug, Clone, Copy, PartialEq)]
struct LabelPlace {
    row: usize,
    right: bool,
}

/// Rows and sides of the labels with the fewest lines crossed: of all arrangements the best, there being at most four labels.
fn arrange(plot: &Plot, markers: &[Marker], widths: &[f64]) -> Vec<LabelPlace> {
    let count = markers.len();
    let mut best = (f64::INFINITY, Vec::new());
    for rows in permutations(count) {
        for sides in 0..1_usize << count {
            let places: Vec<LabelPlace> =
                (0..count).map(|index| LabelPlace { row: rows[index], right: sides >> index & 1 == 1 }).collect();
            let cost = cost(plot, markers, widths, &places);
            if cost < best.0 {
                best = (cost, places);
            }
        }
    }
    best.1
}

/// What an arrangement costs: labels outside the picture most, then lines crossed, then labels on the side not preferred.
fn cost(plot: &Plot, markers: &[Marker], widths: &[f64], places: &[LabelPlace]) -> f64 {
    let mut cost = 0.0;
    for ((marker, width), place) in markers.iter().zip(widths).zip(places) {
        let x = plot.across(marker.x);
        let (from, to) = if place.right { (x + 8.0, x + 16.0 + width) } else { (x - 16.0 - width, x - 8.0) };
        if from < plot.left + 4.0 || to > super::canvas::WIDTH - 24.0 {
            cost += 1000.0;
        }
        if marker.right != place.right {
            cost += 1.0;
        }
        for (other, other_place) in markers.iter().zip(places) {
            // A line reaches from its own row down.
            if other_place.row < place.row && (from..to).contains(&plot.across(other.x)) {
                cost += 100.0;
            }
        }
    }
    cost
}

/// All orders of `0..count`.
fn permutations(count: usize) -> Vec<Vec<usize>> {
    let mut orders = vec![Vec::new()];
    for _ in 0..count {
        orders = orders
            .iter()
            .flat_map(|order: &Vec<usize>| {
                (0..count).filter(|next| !order.contains(next)).map(|next| [order.as_slice(), &[next]].concat())
            })
            .collect();
    }
    orders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_cross_no_line_where_that_can_be_had() {
        let x = Scale { low: 0.0, high: 1.0, step: 0.1 };
        let plot = Plot { left: 112.0, right: 1500.0, x, y: x };
        let marker = |x: f64, right: bool| Marker { x, text: String::new(), colour: INK, dashed: false, right };
        for places in [[0.3, 0.25, 0.1, 0.05], [0.5, 0.49, 0.3, 0.2], [0.9, 0.95, 0.7, 0.6]] {
            let markers =
                [marker(places[0], true), marker(places[1], false), marker(places[2], false), marker(places[3], false)];
            let widths = [420.0, 150.0, 190.0, 290.0];
            let found = arrange(&plot, &markers, &widths);
            assert!(cost(&plot, &markers, &widths, &found) < 100.0, "{places:?} → {found:?}");
        }
    }
}
