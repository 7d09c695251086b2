//! Fans: a quantity over time, with bands between its quantiles.

use super::bands::{Band, BandColumns, bands, inside_and_outside};
use super::frame::{AxisUnit, BOTTOM, Frame, TOP};
use super::labels::{self, EndLabel};
use super::scale::AxisScale;
use super::scene::{BANDS, DARK_BLUE, DASHED, DOTTED, GREY, Ink, RED, SOLID, Scene};
use super::spread::BandsOverTime;
use super::{Chart, ChartSubject, Run};
use crate::report::format::decimals_for_error;
use crate::stats::Estimate;
use crate::stats::figure::Statistic;
use crate::texts::message;
use crate::units::MNKR;

/// The floor in a chart of value.
struct FloorLines<'a> {
    columns: BandColumns<'a>,
    lines: Vec<FloorLine>,
}

/// A statistic of the floor over time.
struct FloorLine {
    statistic: Statistic,
    /// The floor by month, mnkr.
    numbers: Vec<f64>,
    /// Its name at the line's end.
    name: String,
}

impl<'a> FloorLines<'a> {
    /// The median (or the mean), and the quantiles at the edges of a band.
    fn new(run: &Run, subject: &ChartSubject<'a>, band: Option<&Band>) -> Option<Self> {
        let columns = BandColumns::new(&subject.detail.months, |row| row.floor.as_ref())?;
        let (centre, has_median) = columns.centre(MNKR);
        let statistic = if has_median { Statistic::MEDIAN } else { Statistic::Mean };
        let mut lines = vec![FloorLine { statistic, numbers: centre, name: run.text(message!(chart_floor)) }];
        if let Some(band) = band {
            for (quantile, level) in band.quantiles().into_iter().zip([band.level, 1.0 - band.level]) {
                if let Some(numbers) = columns.quantile(quantile, MNKR) {
                    let name = run.text(message!(chart_floor_quantile, level = run.language.level(level)));
                    lines.push(FloorLine { statistic: Statistic::Quantile(quantile), numbers, name });
                }
            }
        }
        Some(Self { columns, lines })
    }

    fn greatest(&self) -> f64 {
        self.lines.iter().flat_map(|line| &line.numbers).copied().fold(0.0, f64::max)
    }

    fn draw(&self, scene: &mut Scene, frame: &Frame) {
        for (index, line) in self.lines.iter().enumerate() {
            let (width, dash) = if index == 0 { (2.8, DASHED) } else { (2.2, DOTTED) };
            scene.line(frame.by_month(&line.numbers), width, RED, dash);
        }
    }

    /// Labels; a quantile that prints as the median does has none.
    fn labels(&self, run: &Run, frame: &Frame) -> Vec<EndLabel> {
        let print = |statistic: Statistic| run.language.amount(self.columns.last(statistic));
        let centre = self.lines.first().map(|line| print(line.statistic));
        let lines = self.lines.iter().enumerate();
        let lines = lines.filter(|(index, line)| *index == 0 || Some(print(line.statistic)) != centre);
        let label = |(_, FloorLine { statistic, numbers, name }): (usize, &FloorLine)| {
            EndLabel::new([name.clone(), print(*statistic)], frame.down(numbers.last().copied().unwrap_or(0.0)), RED)
        };
        lines.map(label).collect()
    }
}

/// A frame over time with room for labels, which themselves depend on the frame's heights only.
fn frame_for(run: &Run, y: (AxisScale, AxisUnit), labels: impl Fn(&Frame) -> Vec<EndLabel>) -> (Frame, Vec<EndLabel>) {
    let labels = labels(&Frame::over_time(run.plan, y, run.language, 0.0));
    (Frame::over_time(run.plan, y, run.language, labels::room(&labels)), labels)
}

fn value_fan<'a>(run: &Run, subject: &ChartSubject<'a>) -> Option<BandsOverTime<'a>> {
    Some(BandsOverTime::new(BandColumns::new(&subject.detail.months, |row| row.value.as_ref())?, bands(run.plan), MNKR))
}

/// The scale that both charts of a pool's value share.
fn value_scale(run: &Run, subject: &ChartSubject, fan: &BandsOverTime) -> (AxisScale, AxisUnit) {
    let floor = FloorLines::new(run, subject, fan.bands.first()).map_or(0.0, |floor| floor.greatest());
    (AxisScale::from_zero(fan.greatest().max(floor)), AxisUnit::Plain)
}

fn finish(run: &Run, mut scene: Scene, frame: &Frame, labels: &[EndLabel]) -> Scene {
    frame.time_axis(&mut scene, run.plan);
    labels::draw(&mut scene, labels, frame.right, TOP - 24.0, BOTTOM + 8.0);
    scene
}

/// The horizon's year, or its date where the axis is one of dates.
fn end(run: &Run) -> String {
    let end = run.plan.month(run.plan.time.months());
    if run.plan.time.months() < 36 { end.date().to_string() } else { end.year().to_string() }
}

/// `fan-…`: value over time, with the floor's median.
pub(super) fn value(run: &Run, subject: &ChartSubject) -> Option<Chart> {
    let fan = value_fan(run, subject)?;
    let floor = FloorLines::new(run, subject, None);
    let (frame, labels) = frame_for(run, value_scale(run, subject, &fan), |frame| {
        let mut labels = fan.labels(run, |y| frame.down(y), |estimate| run.language.amount(estimate));
        labels.extend(floor.iter().flat_map(|floor| floor.labels(run, frame)));
        labels
    });
    let title = run.text(message!(chart_fan_title, pool = &subject.label, end = end(run)));
    let note = match inside_and_outside(&fan.bands, run.language) {
        Some([inside, outside]) => message!(chart_fan_note, inside, outside),
        None => message!(chart_fan_note_plain),
    };
    let mut scene = run.sheet(&title, &run.text(note));
    frame.grid(&mut scene);
    fan.draw_bands(&mut scene, |numbers| frame.by_month(numbers));
    if let Some(floor) = &floor {
        floor.draw(&mut scene, &frame);
    }
    scene.line(frame.by_month(&fan.centre), 3.2, DARK_BLUE, SOLID);
    Some(Chart { name: format!("fan-{}", subject.name), title, scene: finish(run, scene, &frame, &labels) })
}

/// `floor-…`: value against the floor, each with its spread.
pub(super) fn floor(run: &Run, subject: &ChartSubject) -> Option<Chart> {
    let fan = value_fan(run, subject)?;
    let y = value_scale(run, subject, &fan);
    let fan = fan.of_one_band();
    let band = fan.bands.first();
    let floor = FloorLines::new(run, subject, band)?;
    let (frame, labels) = frame_for(run, y, |frame| {
        let mut labels = fan.labels(run, |y| frame.down(y), |estimate| run.language.amount(estimate));
        labels.extend(floor.labels(run, frame));
        labels
    });
    let title = run.text(message!(chart_floor_title, pool = &subject.label, end = end(run)));
    let level = |level| run.language.level(level);
    let note = band.map_or_else(
        || run.text(message!(chart_fan_note_plain)),
        |band| {
            let inside = run.language.number((1000.0 * band.holds()).round() / 10.0, 0);
            run.text(message!(chart_floor_note, inside, lower = level(band.level), upper = level(1.0 - band.level)))
        },
    );
    let mut scene = run.sheet(&title, &note);
    frame.grid(&mut scene);
    for [lower, upper] in &fan.edges {
        scene.band(&frame.by_month(upper), &frame.by_month(lower), PALE);
    }
    floor.draw(&mut scene, &frame);
    scene.line(frame.by_month(&fan.centre), 3.2, DARK_BLUE, SOLID);
    Some(Chart { name: format!("floor-{}", subject.name), title, scene: finish(run, scene, &frame, &labels) })
}

const PALE: Ink = BANDS[0];

/// `share-…`: the equity share over time, with the most that the rule allows.
pub(super) fn share(run: &Run, subject: &ChartSubject) -> Option<Chart> {
    let fan_of = |subject: &ChartSubject<'_>| {
        let columns = BandColumns::new(&subject.detail.months, |row| row.share.as_ref())?;
        Some(BandsOverTime::new(columns, bands(run.plan), 1.0).greatest())
    };
    let cap = subject.pool?.rule.cap()?;
    let columns = BandColumns::new(&subject.detail.months, |row| row.share.as_ref())?;
    let fan = BandsOverTime::new(columns, bands(run.plan), 1.0).held_to_the_end();
    // All pools with the rule share a scale.
    let dynamic =
        run.subjects.iter().filter_map(|other| Some(other.pool?.rule.cap()?.max(fan_of(other).unwrap_or(0.0))));
    let y = (AxisScale::from_zero(dynamic.fold(0.0, f64::max)), AxisUnit::Percent);
    let print = |estimate: Estimate| {
        let half = 100.0 * estimate.half_width();
        let tenths = decimals_for_error(half, 1) == 1;
        if tenths { run.language.level(estimate.value) } else { run.language.percent(estimate.value, 0) }
    };
    let (frame, labels) = frame_for(run, y, |frame| {
        let mut labels = fan.labels(run, |y| frame.down(y), print);
        let most = run.language.level(cap);
        // The upper edge lies on the cap as a rule: then it is the cap that is named.
        labels.retain(|label| !label.says(&most));
        labels.push(EndLabel::new([run.text(message!(chart_most_allowed)), most], frame.down(cap), GREY));
        labels
    });
    let title = run.text(message!(chart_share_title, pool = &subject.label));
    let note = match inside_and_outside(&fan.bands, run.language) {
        Some([inside, outside]) => message!(chart_share_note, inside, outside),
        None => message!(chart_share_note_plain),
    };
    let mut scene = run.sheet(&title, &run.text(note));
    frame.grid(&mut scene);
    fan.draw_bands(&mut scene, |numbers| frame.by_month(numbers));
    scene.line(vec![(frame.left, frame.down(cap)), (frame.right, frame.down(cap))], 2.2, GREY, DOTTED);
    scene.line(frame.by_month(&fan.centre), 3.2, DARK_BLUE, SOLID);
    Some(Chart { name: format!("share-{}", subject.name), title, scene: finish(run, scene, &frame, &labels) })
}
