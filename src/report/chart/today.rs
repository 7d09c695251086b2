//! The position of a pool: price, high and floor over the window, and ahead to where the highs leave it.

use super::frame::{self, AxisUnit, BOTTOM, Frame, TOP};
use super::labels::{self, EndLabel};
use super::scale::AxisScale;
use super::scene::{Anchor, DARK_BLUE, DASHED, DOTTED, GREY, Ink, Point, RED, SOLID, Scene, Text};
use super::{Chart, labels_above};
use crate::plan::{HighOf, Plan};
use crate::report::table::today::price;
use crate::stats::summary::VERSION;
use crate::study::today::Today;
use crate::texts::{Language, Message, message};
use crate::units::{Day, MNKR, Month};

/// Roll-offs that change the allowed share, and are drawn as lines with that share over them.
const MOST: usize = 4;

/// The state from a time on the axis on: the price observed, its high and the floor.
struct PriceState {
    at: f64,
    observed: f64,
    high: f64,
    floor: f64,
}

/// The position of a pool over the months that its chart shows.
struct PositionChart<'a> {
    today: &'a Today,
    language: Language,
    /// Whether it is the market value that is observed.
    of_value: bool,
    start: Month,
    months: u32,
    past: Vec<PriceState>,
    ahead: Vec<PriceState>,
}

/// The chart of where a pool stands, by a file of that name.
#[must_use]
pub fn today(today: &Today, plan: &Plan, file: &str, language: Language) -> Chart {
    let pool = plan.pool(&today.pool);
    let of_value = pool.is_some_and(|pool| pool.high.of == HighOf::MarketValue);
    let (start, months) = span(today, plan.start);
    let (past, ahead) = states(today, start, if of_value { MNKR } else { 1.0 });
    let chart = PositionChart { today, language, of_value, start, months, past, ahead };
    let label = pool.map_or(today.pool.as_str(), |pool| language.of(&pool.label));
    let title = language.text(message!(
        today_chart_title,
        pool = label,
        share = language.percent(today.allowed_share, 1),
        date = &today.date
    ));
    let first = today.window.first().map_or(today.date.as_str(), |seen| &seen.date);
    let source = language.text(message!(today_chart_source, version = VERSION, file, first, last = &today.date));
    let note = if of_value { message!(today_chart_note_value) } else { message!(today_chart_note) };
    let mut scene = frame::sheet(&title, &language.text(note), &source);
    chart.draw(&mut scene);
    Chart { name: format!("today-{}", today.pool), title, scene }
}

impl PositionChart<'_> {
    fn number(&self, number: f64) -> String {
        if self.of_value { self.language.number(number, 1) } else { price(self.language, number) }
    }

    /// A scale from a little below the least that is drawn, with room above for the shares.
    fn scale(&self) -> AxisScale {
        let all = || self.past.iter().chain(&self.ahead);
        let least = all().map(|state| state.floor.min(state.observed)).fold(f64::INFINITY, f64::min);
        let greatest = all().map(|state| state.high).fold(0.0, f64::max);
        let height = greatest - least;
        AxisScale::around(least - 0.05 * height, greatest + 2.0 * labels_above::ROOM * height)
    }

    fn labels(&self, frame: &Frame) -> Vec<EndLabel> {
        let label = |name: Message, number: f64, ink: Ink| {
            EndLabel::new([self.language.text(name), self.number(number)], frame.down(number), ink)
        };
        let name = if self.of_value { message!(today_chart_value) } else { message!(today_chart_price) };
        let mut labels = Vec::new();
        if let Some(end) = self.ahead.last().or(self.past.last()) {
            labels.push(label(name, end.observed, DARK_BLUE));
            labels.push(label(message!(today_chart_floor_then), end.floor, RED));
            if end.high > end.observed {
                labels.push(label(message!(today_chart_high_then), end.high, GREY));
            }
        }
        if self.ahead.is_empty() {
            labels.truncate(1);
        }
        labels
    }

    fn draw(&self, scene: &mut Scene) {
        let y = (self.scale(), AxisUnit::Plain);
        let labels = self.labels(&Frame::over_months(self.months, y, self.language, 0.0));
        let frame = Frame::over_months(self.months, y, self.language, labels::room(&labels));
        frame.grid(scene);
        let now = self.past.last().map_or(0.0, |state| state.at);
        let shares = shares(self.today, &frame, self.start, now, self.language);
        for (place, (x, _)) in shares.iter().enumerate() {
            let dash = if place > 0 { DOTTED } else { SOLID };
            scene.line(vec![(*x, TOP), (*x, BOTTOM)], 1.4, GREY, dash);
        }
        let all = || self.past.iter().chain(&self.ahead);
        let until = f64::from(self.months);
        scene.line(stairs(&frame, all().map(|state| (state.at, state.high)), until), 2.2, GREY, DASHED);
        scene.line(stairs(&frame, all().map(|state| (state.at, state.floor)), until), 2.6, RED, DASHED);
        let prices: Vec<Point> = self.past.iter().map(|state| frame.at(state.at, state.observed)).collect();
        if let Some(&(x, y)) = prices.last() {
            scene.line(vec![(x, y), (frame.right, y)], 2.4, DARK_BLUE, DOTTED);
            scene.line(prices, 3.2, DARK_BLUE, SOLID);
            scene.dot((x, y), 6.0, DARK_BLUE);
        }
        self.present(scene, &frame);
        labels_above::draw(scene, &frame, &shares, DARK_BLUE, true);
        frame.month_axis(scene, self.start, self.months);
        labels::draw(scene, &labels, frame.right, TOP - 24.0, BOTTOM + 8.0);
    }

    /// Names and numbers of the present high, above its line, and of the present floor, below its line where the price
    /// is near.
    fn present(&self, scene: &mut Scene, frame: &Frame) {
        let Some(now) = self.past.last() else { return };
        let above = frame.down(now.floor) - frame.down(now.observed) > 70.0;
        let room = self.ahead.first().map_or(frame.right, |next| frame.across(next.at));
        let x = frame.across(now.at);
        let high = |state: &PriceState| state.high;
        let floor = |state: &PriceState| state.floor;
        let names = [
            message!(today_chart_high, number = self.number(high(now))),
            message!(today_chart_floor, number = self.number(floor(now))),
        ];
        let lines = [(&high as &dyn Fn(&PriceState) -> f64, true, GREY), (&floor, above, RED)];
        for (name, (of, above, ink)) in names.into_iter().zip(lines) {
            let words = self.language.text(name);
            let beside = |line: f64| if above { line - 20.0 } else { line + 20.0 };
            let y = beside(frame.down(of(now)));
            // To the right of the present, where the line stays on its level long enough; else to its left, if that is
            // on the plot.
            let right = Text::new(words.clone(), (x + 14.0, y), Anchor::Left, labels::SIZE, ink);
            let left = Text::new(words, (x - 14.0, y), Anchor::Right, labels::SIZE, ink);
            let fits = right.place().right + 8.0 < room || left.place().left < frame.left + 6.0;
            if fits {
                scene.text_on_white(right);
                continue;
            }
            // Clear of all steps of the line on the way.
            let reached = left.place().left - 8.0;
            let before = self.past.iter().rposition(|state| frame.across(state.at) <= reached).unwrap_or(0);
            let lines = self.past[before..].iter().map(|state| frame.down(of(state)));
            let line = if above { lines.fold(f64::INFINITY, f64::min) } else { lines.fold(0.0, f64::max) };
            scene.text_on_white(Text { at: (left.at.0, left.at.1 + beside(line) - y), ..left });
        }
    }
}

/// The month-end at the left edge, and the months from there to a little beyond the last roll-off.
fn span(today: &Today, plan_start: Month) -> (Month, u32) {
    let month = |date: &str| Day::parse(date).map(Day::month);
    let now = month(&today.date);
    let first = today.window.first().and_then(|seen| month(&seen.date)).or(now);
    let last = today.roll_offs.last().and_then(|roll_off| month(&roll_off.date)).or(now);
    let (Some(first), Some(last)) = (first, last) else { return (plan_start, 12) };
    let start = first.minus(1);
    (start, u32::try_from(last.months_since(start)).unwrap_or(0).max(6) + 2)
}

/// Observations of the window, and roll-offs: where they lie, and what holds from there on.
fn states(today: &Today, start: Month, unit: f64) -> (Vec<PriceState>, Vec<PriceState>) {
    let at = |date: &str| Day::parse(date).map_or(0.0, |day| day.months_after(start));
    let past = today.window.iter().map(|seen| PriceState {
        at: at(&seen.date),
        observed: seen.observed / unit,
        high: seen.high / unit,
        floor: seen.floor / unit,
    });
    let ahead = today.roll_offs.iter().map(|roll_off| PriceState {
        at: at(&roll_off.date),
        observed: today.observed / unit,
        high: roll_off.high / unit,
        floor: roll_off.floor / unit,
    });
    (past.collect(), ahead.collect())
}

/// A line that holds each number until the next.
fn stairs(frame: &Frame, steps: impl Iterator<Item = (f64, f64)>, until: f64) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for (at, number) in steps {
        points.extend(points.last().map(|&(_, before)| (frame.across(at), before)));
        points.push(frame.at(at, number));
    }
    points.extend(points.last().map(|&(_, before)| (frame.across(until), before)));
    points
}

/// The share allowed now, and at the first roll-offs that change it.
fn shares(today: &Today, frame: &Frame, start: Month, now: f64, language: Language) -> Vec<(f64, Vec<String>)> {
    let mut said = language.percent(today.allowed_share, 1);
    let mut labels = vec![(frame.across(now), vec![language.text(message!(today_chart_now, share = &said))])];
    for roll_off in &today.roll_offs {
        let share = language.percent(roll_off.allowed_share, 1);
        if share == said {
            continue;
        }
        if labels.len() > MOST {
            break;
        }
        let at = Day::parse(&roll_off.date).map_or(now, |day| day.months_after(start));
        labels.push((
            frame.across(at),
            vec![language.text(message!(today_chart_then, date = &roll_off.date, share = &share))],
        ));
        said = share;
    }
    labels
}
