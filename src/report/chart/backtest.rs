//! A backtest's charts: value against floor and equity share along one start, and the difference to a static mix over
//! all.

use super::frame::{self, AxisUnit, BOTTOM, Frame, TOP};
use super::labels::{self, EndLabel};
use super::scale::AxisScale;
use super::scene::{Area, DARK_BLUE, DASHED, DOTTED, GREY, Ink, RED, SOLID, Scene};
use super::{Chart, labels_above};
use crate::plan::{Plan, crises};
use crate::stats::summary::VERSION;
use crate::study::backtest::{Backtest, ReplayedMonth};
use crate::texts::{Language, Message, message};
use crate::units::{MNKR, Month};

/// The ground of a crisis.
const SHADE: Ink = (236, 237, 240);

/// The backtest that its charts share, with their language and the lines under them.
struct BacktestCharts<'a> {
    backtest: &'a Backtest,
    label: &'a str,
    language: Language,
    /// The lines under charts of the path, and of all starts.
    sources: [String; 2],
}

/// The charts of a backtest on a history in a file of that name.
#[must_use]
pub fn backtest(backtest: &Backtest, plan: &Plan, file: &str, language: Language) -> Vec<Chart> {
    let pool = plan.pool(&backtest.pool);
    let start = &backtest.path.start;
    let first = start.start.plus(1).to_string();
    let sources = [Some(start), backtest.starts.last()].map(|start| {
        let end = start.map_or_else(String::new, |start| start.end.to_string());
        language.text(message!(backtest_chart_source, version = VERSION, file, first = &first, last = end))
    });
    let label = pool.map_or(backtest.pool.as_str(), |pool| language.of(&pool.label));
    let sheet = BacktestCharts { backtest, label, language, sources };
    let cap = pool.and_then(|pool| pool.rule.cap());
    [Some(sheet.floor()), Some(sheet.share(cap)), sheet.difference()].into_iter().flatten().collect()
}

impl BacktestCharts<'_> {
    fn months(&self) -> u32 {
        self.backtest.path.start.months
    }

    /// A frame over the path's months with room above for the crises' names, and labels that depend on its heights
    /// only.
    fn frame(&self, greatest: f64, unit: AxisUnit, labels: impl Fn(&Frame) -> Vec<EndLabel>) -> (Frame, Vec<EndLabel>) {
        let y = (AxisScale::from_zero(greatest / (1.0 - labels_above::ROOM)), unit);
        let labels = labels(&Frame::over_months(self.months(), y, self.language, 0.0));
        (Frame::over_months(self.months(), y, self.language, labels::room(&labels)), labels)
    }

    /// Title and note of a chart along the path, shaded where a crisis with a name was.
    fn sheet(&self, title: fn(&str, i32, i32) -> Message, note: Message, frame: &Frame) -> (String, Scene) {
        let start = &self.backtest.path.start;
        let [first, last] = [start.start.plus(1), start.end].map(Month::year);
        let title = self.language.text(title(self.label, first, last));
        let mut scene = frame::sheet(&title, &self.language.text(note), &self.sources[0]);
        let mut names = Vec::new();
        for crisis in crises() {
            let Some((first, last)) = crisis.history.span() else { continue };
            let [from, until] = [first.minus(1), last].map(|month| month.months_since(start.start));
            let months = i64::from(self.months());
            if until <= 0 || from >= months {
                continue;
            }
            let [left, right] =
                [from, until].map(|at| frame.across(f64::from(i32::try_from(at.clamp(0, months)).unwrap_or(0))));
            scene.rectangle(Area { left, top: TOP, right, bottom: BOTTOM }, SHADE);
            let words = self.language.text(crisis.name.short_label());
            names.push((0.5 * (left + right), vec![crisis.name.years(), words]));
        }
        frame.grid(&mut scene);
        labels_above::draw(&mut scene, frame, &names, GREY, false);
        (title, scene)
    }

    fn finish(&self, name: &str, (title, mut scene): (String, Scene), frame: &Frame, labels: &[EndLabel]) -> Chart {
        frame.month_axis(&mut scene, self.backtest.path.start.start, self.months());
        labels::draw(&mut scene, labels, frame.right, TOP - 24.0, BOTTOM + 8.0);
        Chart { name: format!("{name}-{}", self.backtest.pool), title, scene }
    }

    /// `floor-…`: value against floor.
    fn floor(&self) -> Chart {
        let rows = &self.backtest.path.rows;
        let value: Vec<f64> = rows.iter().map(|row| row.value / MNKR).collect();
        let floor: Vec<f64> = rows.iter().filter_map(|row| Some(row.floor_value? / MNKR)).collect();
        let (frame, labels) = self.frame(greatest(&value).max(greatest(&floor)), AxisUnit::Plain, |frame| {
            let end = |name: Message, line: &[f64], ink: Ink| {
                let number = *line.last()?;
                let decimals = usize::from(number < 100.0);
                Some(EndLabel::new(
                    [self.language.text(name), self.language.number(number, decimals)],
                    frame.down(number),
                    ink,
                ))
            };
            let lines = [
                end(message!(backtest_chart_value), &value, DARK_BLUE),
                end(message!(backtest_chart_floor), &floor, RED),
            ];
            lines.into_iter().flatten().collect()
        });
        let mut sheet = self.sheet(
            |pool, first, last| message!(backtest_chart_floor_title, pool, first, last),
            message!(backtest_chart_floor_note),
            &frame,
        );
        sheet.1.line(frame.by_month(&floor), 2.4, RED, DASHED);
        sheet.1.line(frame.by_month(&value), 3.0, DARK_BLUE, SOLID);
        self.finish("floor", sheet, &frame, &labels)
    }

    /// `share-…`: the equity share, with its mean and the most that is allowed.
    fn share(&self, cap: Option<f64>) -> Chart {
        let mut share: Vec<f64> = self.backtest.path.rows.iter().filter_map(|row: &ReplayedMonth| row.share).collect();
        // What is held through the last month.
        share.extend(share.last().copied());
        let mean = self.backtest.path.start.rule.mean_share;
        let most = greatest(&share).max(cap.unwrap_or(0.0));
        let (frame, labels) = self.frame(most, AxisUnit::Percent, |frame| {
            let end = |name: Message, number: f64, decimals: usize, ink: Ink| {
                let percent = self.language.percent(number, decimals);
                EndLabel::new([self.language.text(name), percent], frame.down(number), ink)
            };
            let last = share.last().copied().unwrap_or(0.0);
            let mut labels = vec![
                end(message!(backtest_chart_share), last, 1, DARK_BLUE),
                end(message!(backtest_chart_mean_share), mean, 1, GREY),
            ];
            labels.extend(cap.map(|cap| end(message!(backtest_chart_most), cap, 0, GREY)));
            labels
        });
        let mut sheet = self.sheet(
            |pool, first, last| message!(backtest_chart_share_title, pool, first, last),
            message!(backtest_chart_share_note),
            &frame,
        );
        for (level, dash) in cap.map(|cap| (cap, DOTTED)).into_iter().chain([(mean, DASHED)]) {
            sheet.1.line(vec![(frame.left, frame.down(level)), (frame.right, frame.down(level))], 2.0, GREY, dash);
        }
        sheet.1.line(frame.by_month(&share), 3.0, DARK_BLUE, SOLID);
        self.finish("share", sheet, &frame, &labels)
    }

    /// `difference-…`: return a year of the rule less that of the static mix, by start.
    fn difference(&self) -> Option<Chart> {
        let points: Vec<f64> =
            self.backtest.starts.iter().filter_map(|start| Some(100.0 * start.difference()?)).collect();
        let spread = self.backtest.over_starts.as_ref()?.difference_to_static?;
        let last = *points.last()?;
        let months = u32::try_from(points.len()).unwrap_or(u32::MAX) - 1;
        let y = (AxisScale::around((100.0 * spread.min).min(0.0), (100.0 * spread.max).max(0.0)), AxisUnit::Plain);
        let median = 100.0 * spread.q50;
        let labels_of = |frame: &Frame| {
            let end = |name: Message, number: f64, ink: Ink| {
                EndLabel::new([self.language.text(name), self.language.number(number, 2)], frame.down(number), ink)
            };
            vec![
                end(message!(backtest_chart_difference), last, DARK_BLUE),
                end(message!(backtest_chart_median), median, GREY),
            ]
        };
        let labels = labels_of(&Frame::over_months(months.max(1), y, self.language, 0.0));
        let frame = Frame::over_months(months.max(1), y, self.language, labels::room(&labels));
        let title = self.language.text(message!(backtest_chart_difference_title, pool = self.label));
        let note = match self.backtest.months {
            Some(months) => self.language.text(message!(backtest_chart_difference_note_months, months, count = months)),
            None => self.language.text(message!(backtest_chart_difference_note)),
        };
        let mut scene = frame::sheet(&title, &note, &self.sources[1]);
        frame.grid(&mut scene);
        for (level, width, dash) in [(0.0, 1.6, SOLID), (median, 2.0, DASHED)] {
            scene.line(vec![(frame.left, frame.down(level)), (frame.right, frame.down(level))], width, GREY, dash);
        }
        scene.line(frame.by_month(&points), 3.0, DARK_BLUE, SOLID);
        frame.month_axis(&mut scene, self.backtest.path.start.start, months);
        labels::draw(&mut scene, &labels, frame.right, TOP - 24.0, BOTTOM + 8.0);
        Some(Chart { name: format!("difference-{}", self.backtest.pool), title, scene })
    }
}

fn greatest(numbers: &[f64]) -> f64 {
    numbers.iter().copied().fold(0.0, f64::max)
}
