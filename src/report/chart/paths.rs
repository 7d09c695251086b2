//! Single paths: the run's first ones, and the one that ends lowest, with its floor.

use super::frame::{AxisUnit, BOTTOM, Frame, TOP};
use super::labels::{self, EndLabel};
use super::scale::{AxisScale, or_zero};
use super::scene::{BAR, DARK_BLUE, DASHED, Ink, RED, SOLID};
use super::{Chart, ChartSubject, Run};
use crate::numerics::real;
use crate::plan::{Floor, HighOf};
use crate::stats::summary::PathTrace;
use crate::texts::message;

/// The worth of a unit at the start.
const START: f64 = 100.0;

/// Unit prices, 100 at the start.
fn prices(path: &PathTrace) -> Vec<f64> {
    path.price.iter().map(|price| START * or_zero(*price)).collect()
}

/// The floor of a unit, 100 being a unit at the start.
fn floors(path: &PathTrace, of: HighOf) -> Vec<f64> {
    let worth = |month: usize| match of {
        HighOf::UnitPrice => 1.0,
        HighOf::MarketValue if path.value[month] > 0.0 => path.price[month] / path.value[month],
        HighOf::MarketValue => 0.0,
    };
    path.floor.iter().enumerate().map(|(month, floor)| START * or_zero(floor * worth(month))).collect()
}

/// `paths-…`: of a pool with a floor.
pub(super) fn chart(run: &Run, subject: &ChartSubject) -> Option<Chart> {
    let pool = subject.pool.filter(|pool| pool.floor != Floor::None)?;
    let traces = run.result.traces.get(&pool.name)?;
    let samples: Vec<Vec<f64>> = traces.samples.iter().map(prices).collect();
    let (worst, floor) = (prices(&traces.worst), floors(&traces.worst, pool.high.of));
    let greatest = samples.iter().chain([&worst, &floor]).flatten().copied().fold(0.0, f64::max);
    let y = (AxisScale::from_zero(greatest), AxisUnit::Plain);
    let label = |frame: &Frame, name: String, line: &[f64], ink: Ink| {
        let end = line.last().copied().unwrap_or(0.0);
        EndLabel::new([name, run.language.number(end, 0)], frame.down(end), ink)
    };
    let whole = Frame::over_time(run.plan, y, run.language, 0.0);
    let alone = run.result.summary.paths == 1;
    let name = run.text(if alone { message!(chart_path) } else { message!(chart_worst_path) });
    let labels =
        [label(&whole, name, &worst, DARK_BLUE), label(&whole, run.text(message!(chart_worst_floor)), &floor, RED)];
    let frame = Frame::over_time(run.plan, y, run.language, labels::room(&labels));
    let number = |count: u64| run.language.number(real(count), 0);
    let (title, note) = if alone {
        (run.text(message!(chart_path_title, pool = &subject.label)), run.text(message!(chart_path_note)))
    } else {
        let title =
            run.text(message!(chart_paths_title, pool = &subject.label, paths = number(run.result.summary.paths)));
        (title, run.text(message!(chart_paths_note, paths = number(samples.len() as u64), count = samples.len())))
    };
    let mut scene = run.sheet(&title, &note);
    frame.grid(&mut scene);
    for sample in &samples {
        scene.line(frame.by_month(sample), 1.4, BAR, SOLID);
    }
    scene.line(frame.by_month(&floor), 2.6, RED, DASHED);
    scene.line(frame.by_month(&worst), 3.2, DARK_BLUE, SOLID);
    frame.time_axis(&mut scene, run.plan);
    labels::draw(&mut scene, &labels, frame.right, TOP - 24.0, BOTTOM + 8.0);
    Some(Chart { name: format!("paths-{}", subject.name), title, scene })
}
