//! Single futures: the first simulated paths, and the worst of all with its protection level.

use super::axes::{BOTTOM, Plot, Scale, TOP, Unit};
use super::canvas::{BLUES, Canvas, Colour, DARK_BLUE, Dash, RED};
use super::labels::{self, Label};
use super::{Chart, Sheet};
use crate::plan::HighOf;
use crate::report::text::fill;
use crate::stats::summary::{PathTrace, Traces};

const FLOOR_DASH: Dash = (10.0, 7.0);
const SAMPLE: Colour = BLUES[2];

/// The chart of a pool's sample paths.
pub(super) fn chart<'a>(sheet: Sheet<'a>, traces: &'a Traces) -> Option<Chart<'a>> {
    let pool = sheet.pool?;
    let of_price = pool.high.of == HighOf::UnitPrice;
    Some(Chart::new(format!("paths-{}", pool.name), move |canvas| draw(sheet, canvas, traces, of_price)))
}

fn mnkr(values: &[f64]) -> Vec<f64> {
    values.iter().map(|sek| sek / 1e6).collect()
}

/// The floor in mnkr: as it stands, or the price's floor for the units held.
fn floor(path: &PathTrace, of_price: bool) -> Vec<f64> {
    let worth = path.value.iter().zip(&path.price).map(|(value, price)| if *price > 0.0 { value / price } else { 0.0 });
    path.floor.iter().zip(worth).map(|(floor, worth)| if of_price { floor * worth } else { *floor } / 1e6).collect()
}

fn draw(sheet: Sheet, canvas: &mut Canvas, traces: &Traces, of_price: bool) {
    let (texts, language) = (&sheet.language.texts().chart, sheet.language);
    let count = traces.samples.len();
    sheet.head(canvas, &fill(texts.paths_title, &[sheet.label()]), &fill(texts.paths_note, &[&count.to_string()]));
    let worst = mnkr(&traces.worst.value);
    let worst_floor = floor(&traces.worst, of_price);
    let all = traces.samples.iter().flat_map(|path| &path.value).map(|sek| sek / 1e6);
    let greatest = all.chain(worst.iter().copied()).chain(worst_floor.iter().copied()).fold(0.0, f64::max);
    let mut labels = vec![(texts.worst_path, worst.last().copied().unwrap_or_default(), DARK_BLUE)];
    labels.extend(worst_floor.last().map(|&floor| (texts.worst_floor, floor, RED)));
    let blank: Vec<Label> = labels.iter().map(|(name, _, colour)| Label::new(&[name], 0.0, *colour)).collect();
    let x = Scale { low: 0.0, high: f64::from(sheet.plan.time.months), step: 12.0 };
    let room = labels::width(&blank);
    let plot = Plot::new(x, Scale::from_zero(greatest), Unit::Millions, language, room);
    plot.value_axis(canvas, Unit::Millions, language);
    let curve = |values: &[f64]| -> Vec<(f64, f64)> {
        (0_u32..).zip(values).map(|(month, &value)| plot.at(f64::from(month), value)).collect()
    };
    for path in &traces.samples {
        canvas.line(&curve(&mnkr(&path.value)), 1.4, SAMPLE);
    }
    canvas.dashed(&curve(&worst_floor), 2.4, RED, FLOOR_DASH);
    canvas.line(&curve(&worst), 3.2, DARK_BLUE);
    plot.time_axis(canvas, sheet.plan.start, sheet.plan.time.months);
    let labels = labels
        .into_iter()
        .map(|(name, value, colour)| {
            let number = language.number(value, 0);
            Label::new(&[name, &number], plot.down(value), colour)
        })
        .collect();
    labels::draw(canvas, labels, plot.right + 14.0, TOP, BOTTOM);
}
