//! The sheet around a picture: title, note and foot, axes, ticks.

use super::font::{self, Weight};
use super::scale::{AxisScale, decimals};
use super::scene::{Anchor, Area, BLACK, GREY, GRID, HEIGHT, Ink, Point, SIZE, SOLID, Scene, Text, WIDTH};
use crate::plan::Plan;
use crate::texts::Language;
use crate::units::Month;

/// Top of the plot.
pub(super) const TOP: f64 = 146.0;
/// Bottom of the plot.
pub(super) const BOTTOM: f64 = 784.0;
/// Left edge of title, note and foot, and of a plot whose numbers leave room.
pub(super) const LEFT: f64 = 112.0;
/// Room to the right of a plot without labels there.
pub(super) const MARGIN: f64 = 62.0;
/// The least room for labels to the right of a plot over time, so that such plots are equally wide.
const LABEL_MARGIN: f64 = 226.0;
/// Size of the foot.
const FOOT: f64 = 18.0;
/// Size of the numbers at ticks.
const TICK: f64 = 22.0;

/// The kind of numbers on an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AxisUnit {
    /// Plain numbers; amounts in mnkr.
    Plain,
    /// Fractions, printed in percent.
    Percent,
}

impl AxisUnit {
    /// A number of an axis with ticks `step` apart.
    pub(super) fn tick(self, value: f64, step: f64, language: Language) -> String {
        match self {
            Self::Plain => language.number(value, decimals(step)),
            Self::Percent => language.percent(value, decimals(100.0 * step)),
        }
    }
}

/// A scene with title, note and foot.
pub(super) fn sheet(title: &str, note: &str, foot: &str) -> Scene {
    sheet_of(SIZE.1, title, note, foot)
}

/// The same of another height.
pub(super) fn sheet_of(height: u16, title: &str, note: &str, foot: &str) -> Scene {
    let mut scene = Scene { height, ..Scene::default() };
    let end = f64::from(height) - HEIGHT;
    let room = WIDTH - LEFT - MARGIN;
    let mut line = |text: &str, baseline: f64, (size, least): (f64, f64), weight: Weight, ink: Ink| {
        let size = (size * room / font::width(text, size, weight)).clamp(least, size);
        let words = font::cut(text, size, weight, room);
        scene.text(Text { words, at: (LEFT, baseline), size, weight, ink });
    };
    line(title, 58.0, (36.0, 28.0), Weight::SemiBold, BLACK);
    line(note, 102.0, (23.0, 21.5), Weight::Regular, GREY);
    let (first, second) = broken(foot, FOOT, room);
    line(first, end + if second.is_empty() { 868.0 } else { 860.0 }, (FOOT, FOOT), Weight::Regular, GREY);
    if !second.is_empty() {
        line(second, end + 883.0, (FOOT, FOOT), Weight::Regular, GREY);
    }
    scene
}

/// A text in two parts, the first as long as there is room for, parted after a dot if there is one.
fn broken(text: &str, size: f64, room: f64) -> (&str, &str) {
    if font::width(text, size, Weight::Regular) <= room {
        return (text, "");
    }
    let last = |separator: &str| {
        let breaks = text.match_indices(separator).map(|(at, _)| (at, at + separator.len()));
        breaks.take_while(|&(end, _)| font::width(&text[..end], size, Weight::Regular) <= room).last()
    };
    last(" · ").or_else(|| last(" ")).map_or((text, ""), |(end, next)| (&text[..end], &text[next..]))
}

/// A plot: where numbers lie on the sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) right: f64,
    x: AxisScale,
    y: AxisScale,
    unit: AxisUnit,
    language: Language,
}

impl Frame {
    /// A plot of numbers `y` over numbers `x`.
    pub(super) fn new(x: AxisScale, (y, unit): (AxisScale, AxisUnit), language: Language) -> Self {
        let numbers =
            y.ticks().into_iter().map(|tick| font::width(&unit.tick(tick, y.step, language), TICK, Weight::Regular));
        let left = (numbers.fold(0.0, f64::max) + 30.0).max(LEFT);
        Self { left, right: WIDTH - MARGIN, x, y, unit, language }
    }

    /// A plot over the months of a plan, with room for labels at the ends of lines.
    pub(super) fn over_time(plan: &Plan, y: (AxisScale, AxisUnit), language: Language, labels: f64) -> Self {
        Self::over_months(plan.time.months(), y, language, labels)
    }

    /// A plot over so many months, with room for labels at the ends of lines.
    pub(super) fn over_months(months: u32, y: (AxisScale, AxisUnit), language: Language, labels: f64) -> Self {
        let x = AxisScale { low: 0.0, high: f64::from(months), step: 12.0 };
        Self { right: WIDTH - labels.max(LABEL_MARGIN), ..Self::new(x, y, language) }
    }

    /// The plot's place.
    pub(super) fn place(&self) -> Area {
        Area { left: self.left, top: TOP, right: self.right, bottom: BOTTOM }
    }

    pub(super) fn across(&self, x: f64) -> f64 {
        self.left + (self.right - self.left) * self.x.part(x)
    }

    pub(super) fn down(&self, y: f64) -> f64 {
        BOTTOM - (BOTTOM - TOP) * self.y.part(y)
    }

    pub(super) fn at(&self, x: f64, y: f64) -> Point {
        (self.across(x), self.down(y))
    }

    /// A curve of one number a month, from the start.
    pub(super) fn by_month(&self, numbers: &[f64]) -> Vec<Point> {
        (0_u32..).zip(numbers).map(|(month, &number)| self.at(f64::from(month), number)).collect()
    }

    /// Lines and numbers of the value axis; comes before what is shown.
    pub(super) fn grid(&self, scene: &mut Scene) {
        for tick in self.y.ticks() {
            let y = self.down(tick);
            scene.line(vec![(self.left, y), (self.right, y)], 1.0, GRID, SOLID);
            let number = self.unit.tick(tick, self.y.step, self.language);
            scene.text(Text::new(number, (self.left - 14.0, y), Anchor::Right, TICK, GREY));
        }
    }

    /// Both axes, with numbers along the horizontal one; comes after what is shown.
    pub(super) fn number_axis(&self, scene: &mut Scene, unit: AxisUnit) {
        let ticks = self.x.ticks().into_iter().map(|tick| (tick, unit.tick(tick, self.x.step, self.language)));
        self.axes(scene, ticks.collect());
    }

    /// Both axes, with words along the horizontal one, at 0, 1, ….
    pub(super) fn word_axis(&self, scene: &mut Scene, words: &[String]) {
        self.axes(scene, (0_u32..).map(f64::from).zip(words.iter().cloned()).collect());
    }

    /// Both axes, with dates along the horizontal one.
    pub(super) fn time_axis(&self, scene: &mut Scene, plan: &Plan) {
        self.month_axis(scene, plan.start, plan.time.months());
    }

    /// Both axes, with dates along the horizontal one: so many months from a month-end.
    pub(super) fn month_axis(&self, scene: &mut Scene, start: Month, months: u32) {
        self.axes(scene, dates(start, months));
    }

    fn axes(&self, scene: &mut Scene, ticks: Vec<(f64, String)>) {
        scene.line(vec![(self.left, TOP), (self.left, BOTTOM)], 1.5, GREY, SOLID);
        scene.line(vec![(self.left, BOTTOM), (self.right, BOTTOM)], 1.5, GREY, SOLID);
        let mut free = 0.0;
        for (at, words) in ticks {
            let x = self.across(at);
            scene.line(vec![(x, BOTTOM), (x, BOTTOM + 7.0)], 1.5, GREY, SOLID);
            let text = Text::new(words, (x, BOTTOM + 30.0), Anchor::Middle, TICK, GREY);
            let place = text.place();
            // Long numbers: every other one, or fewer, and none that runs off the page.
            if place.left >= free && place.right < WIDTH - 10.0 {
                free = place.right + 14.0;
                scene.text(text);
            }
        }
    }
}

/// Ticks of the months from a month-end: a year at its beginning, or month-ends where there are few.
pub(super) fn dates(start: Month, months: u32) -> Vec<(f64, String)> {
    let every = match months {
        0..=6 => 1,
        7..=18 => 3,
        19..=35 => 6,
        36..=132 => 12,
        133..=300 => 24,
        301..=720 => 60,
        _ => 120,
    };
    let dates = (0..=months).map(|month| (month, start.plus(month)));
    if every < 12 {
        let ends = dates.filter(|(month, _)| month.is_multiple_of(every));
        return ends.map(|(month, end)| (f64::from(month), end.date().to_string())).collect();
    }
    // A year begins at the end of the December before it.
    let begins = dates.filter(|(_, end)| (end.ordinal() + 1).rem_euclid(i64::from(every)) == 0);
    begins.map(|(month, end)| (f64::from(month), (end.year() + 1).to_string())).collect()
}
