//! Probabilities as curves: of a breach over time, and of a fall deeper than some depth.

use super::axes::{BOTTOM, Plot, Scale, TOP, Unit};
use super::canvas::{Anchor, BLUES, Canvas, DARK_BLUE, Dash, GREY, INK, Weight};
use super::labels::{self, Label, SIZE};
use super::{Chart, Sheet};
use crate::report::text::fill;
use crate::stats::Estimate;
use crate::stats::histogram::Histogram;
use crate::stats::probability::real;
use crate::stats::summary::{MonthRow, RunResult};

const DASH: Dash = (12.0, 8.0);
/// Points of a curve of depths.
const POINTS: u32 = 240;

/// The curves of a pool, or of the total.
pub(super) fn charts<'a>(sheet: Sheet<'a>, sheets: &[Sheet<'a>], result: &'a RunResult) -> Vec<Chart<'a>> {
    let mut charts = Vec::new();
    if sheet.detail.months.iter().any(|row| row.breached_ex_post.is_some()) {
        let highest =
            sheets.iter().filter_map(|sheet| sheet.detail.months.last()).filter_map(|row| row.breached_ex_ante);
        let greatest = highest.map(|estimate| estimate.interval[1]).fold(0.0, f64::max);
        charts.push(Chart::new(format!("breach-{}", sheet.name()), move |canvas| draw_breach(sheet, canvas, greatest)));
    }
    let densities = &sheet.detail.densities;
    if let (Some(rolling), Some(all_time)) = (&densities.drawdown_rolling, &densities.drawdown_all_time) {
        let deepest = sheets.iter().filter_map(|sheet| sheet.detail.densities.drawdown_all_time.as_ref());
        let deepest = deepest.map(Histogram::greatest).fold(0.0, f64::max);
        charts.push(Chart::new(format!("drawdown-{}", sheet.name()), move |canvas| {
            draw_falls(sheet, canvas, (rolling, all_time), deepest, result);
        }));
    }
    charts
}

fn draw_breach(sheet: Sheet, canvas: &mut Canvas, greatest: f64) {
    let (texts, language) = (&sheet.language.texts().chart, sheet.language);
    sheet.head(canvas, &fill(texts.breach_title, &[sheet.label()]), texts.breach_note);
    let months = &sheet.detail.months;
    let labels = |ex_post: f64, ex_ante: f64| {
        vec![Label::new(&[texts.ex_post], ex_post, DARK_BLUE), Label::new(&[texts.ex_ante], ex_ante, GREY)]
    };
    let x = Scale { low: 0.0, high: f64::from(sheet.plan.time.months), step: 12.0 };
    // Where nothing breaks the floor, the axis still shows how little can be excluded.
    let y = Scale::from_zero((greatest * 1.1).max(0.01));
    let room = labels::width(&labels(0.0, 0.0));
    let plot = Plot::new(x, y, Unit::Percent, language, room);
    plot.value_axis(canvas, Unit::Percent, language);
    let curve = |of: &dyn Fn(&MonthRow) -> Option<f64>| -> Vec<(f64, f64)> {
        months.iter().filter_map(|row| Some(plot.at(f64::from(row.month), of(row)?))).collect()
    };
    let mut band = curve(&|row| row.breached_ex_post.map(|estimate| estimate.interval[1]));
    let mut lower = curve(&|row| row.breached_ex_post.map(|estimate| estimate.interval[0]));
    lower.reverse();
    band.extend(lower);
    canvas.area(&band, BLUES[1]);
    canvas.dashed(&curve(&|row| row.breached_ex_ante.map(|estimate| estimate.value)), 2.2, GREY, DASH);
    canvas.line(&curve(&|row| row.breached_ex_post.map(|estimate| estimate.value)), 3.0, DARK_BLUE);
    plot.time_axis(canvas, sheet.plan.start, sheet.plan.time.months);
    marks(sheet, canvas, &plot);
    let end = |of: Option<Estimate>| of.map_or(BOTTOM, |estimate| plot.down(estimate.value));
    let last = months.last();
    let ends = labels(end(last.and_then(|row| row.breached_ex_post)), end(last.and_then(|row| row.breached_ex_ante)));
    labels::draw(canvas, ends, plot.right + 14.0, TOP, BOTTOM);
}

/// The probability after 1, 5, 10, 20 years and at the horizon, below the curve.
fn marks(sheet: Sheet, canvas: &mut Canvas, plot: &Plot) {
    let horizon = sheet.plan.time.months;
    let mut marked: Vec<u32> =
        [1, 5, 10, 20].map(|years| years * 12).into_iter().filter(|month| month * 6 <= horizon * 5).collect();
    marked.push(horizon);
    for month in marked {
        let Some(estimate) = sheet.detail.months.get(month as usize).and_then(|row| row.breached_ex_post) else {
            continue;
        };
        let (x, y) = plot.at(f64::from(month), estimate.value);
        canvas.disc((x, y), 6.0, DARK_BLUE);
        let lines = [sheet.span(f64::from(month) / 12.0), sheet.language.estimate(estimate)];
        let width = lines.iter().map(|line| Canvas::text_width(line, SIZE, Weight::Regular)).fold(0.0, f64::max);
        // Right of the point and below the curves, or, where there is no room, above them.
        let left = (x + 12.0).min(plot.right - width - 6.0);
        let beside = |of: &dyn Fn(&MonthRow) -> Option<Estimate>| -> Vec<f64> {
            let rows = sheet.detail.months.iter().filter(|row| {
                let x = plot.across(f64::from(row.month));
                x >= left - 8.0 && x <= left + width + 8.0
            });
            rows.filter_map(|row| Some(plot.down(of(row)?.value))).collect()
        };
        let lower_edge =
            |row: &MonthRow| row.breached_ex_post.map(|estimate| Estimate { value: estimate.interval[0], ..estimate });
        let lowest = beside(&lower_edge).into_iter().fold(y, f64::max);
        let highest = beside(&|row| row.breached_ex_ante).into_iter().fold(y, f64::min);
        let first = if BOTTOM - lowest > 76.0 { lowest + 26.0 } else { highest - 60.0 };
        for (line, height) in lines.iter().zip([first, first + 26.0]) {
            canvas.text_on_white(line, (left, height), SIZE, DARK_BLUE, Anchor::Left);
        }
    }
}

fn draw_falls(
    sheet: Sheet,
    canvas: &mut Canvas,
    (rolling, all_time): (&Histogram, &Histogram),
    deepest: f64,
    result: &RunResult,
) {
    let (texts, language) = (&sheet.language.texts().chart, sheet.language);
    sheet.head(canvas, &fill(texts.drawdown_title, &[sheet.label()]), texts.drawdown_note);
    let window = sheet.pool.map_or(Some(24), |pool| pool.high.window_months);
    let from_high = window
        .map_or_else(|| texts.from_beginning.to_owned(), |months| fill(texts.from_rolling, &[&months.to_string()]));
    let x = Scale { low: 0.0, ..Scale::around(0.0, (deepest * 0.85).max(0.02)) };
    let plot = Plot::new(x, Scale { low: 0.0, high: 1.0, step: 0.2 }, Unit::Percent, language, 60.0);
    plot.value_axis(canvas, Unit::Percent, language);
    let deeper = |histogram: &Histogram, fall: f64| {
        // The curve begins at the share of paths that fall at all.
        histogram.count_between(fall.max(f64::MIN_POSITIVE), f64::INFINITY) / real(histogram.count())
    };
    let curve = |histogram: &Histogram| -> Vec<(f64, f64)> {
        (0..=POINTS)
            .map(|point| x.high * f64::from(point) / f64::from(POINTS))
            .map(|fall| plot.at(fall, deeper(histogram, fall)))
            .collect()
    };
    canvas.dashed(&curve(all_time), 2.6, GREY, DASH);
    canvas.line(&curve(rolling), 3.0, DARK_BLUE);
    plot.number_axis(canvas, Unit::Percent, language);
    let over = result.summary.pools.get(sheet.name()).or(result.summary.total.as_ref());
    let falls = over.and_then(|pool| pool.drawdown_rolling.as_ref());
    for (row, &fall) in (0_u32..).zip(sheet.plan.outputs.falls.iter().filter(|&&fall| fall < x.high)) {
        let key = format!("p_over_{}", crate::units::percent_key(fall));
        let Some(estimate) = falls.and_then(|falls| falls.p_over.get(&key).copied()) else { continue };
        threshold(sheet, canvas, &plot, fall, estimate, row);
    }
    legend(canvas, &plot, [&from_high, texts.from_all_time]);
}

/// A stated fall, with its probability.
fn threshold(sheet: Sheet, canvas: &mut Canvas, plot: &Plot, fall: f64, estimate: Estimate, row: u32) {
    let (texts, language) = (&sheet.language.texts().chart, sheet.language);
    let (x, y) = plot.at(fall, estimate.value);
    let height = TOP + 110.0 + 44.0 * f64::from(row);
    canvas.line(&[(x, height - 14.0), (x, BOTTOM)], 1.6, INK);
    canvas.disc((x, y), 6.0, DARK_BLUE);
    let fall = language.percent(fall, usize::from((fall * 100.0).fract().abs() > 1e-9));
    let text = fill(texts.over, &[&fall, &language.estimate(estimate)]);
    let width = Canvas::text_width(&text, SIZE, Weight::Regular);
    let (at, anchor) = if x + 14.0 + width < plot.right { (x + 12.0, Anchor::Left) } else { (x - 12.0, Anchor::Right) };
    canvas.text_on_white(&text, (at, height), SIZE, INK, anchor);
}

/// What the two lines are, at the upper right where the curves are low.
fn legend(canvas: &mut Canvas, plot: &Plot, names: [&str; 2]) {
    let width = names.iter().map(|name| Canvas::text_width(name, SIZE, Weight::Regular)).fold(0.0, f64::max);
    let left = plot.right - width - 8.0;
    for (name, (y, dashed)) in names.into_iter().zip([(TOP + 18.0, false), (TOP + 50.0, true)]) {
        let line = [(left - 74.0, y), (left - 14.0, y)];
        canvas.rectangle((left - 84.0, y - 15.0), (plot.right, y + 15.0), (255, 255, 255));
        if dashed {
            canvas.dashed(&line, 2.6, GREY, DASH);
            canvas.text(name, (left, y), SIZE, Weight::Regular, GREY, Anchor::Left);
        } else {
            canvas.line(&line, 3.0, DARK_BLUE);
            canvas.text(name, (left, y), SIZE, Weight::Regular, DARK_BLUE, Anchor::Left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::probability::proportion;

    #[test]
    fn the_share_deeper_than_zero_leaves_out_paths_that_never_fall() {
        let mut histogram = Histogram::new(crate::stats::histogram::Scale::BASIS_POINTS);
        histogram.add(&[0.0, 0.0, 0.1, 0.2]);
        let deeper = histogram.count_between(f64::MIN_POSITIVE, f64::INFINITY) / 4.0;
        assert!((deeper - proportion(2, 4).value).abs() < 1e-12);
    }
}
