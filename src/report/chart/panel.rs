//! A small plot on a page of several.

use super::font::{self, Weight};
use super::frame::AxisUnit;
use super::scale::{AxisScale, round_step};
use super::scene::{Anchor, Area, GREY, GRID, Point, SOLID, Scene, Text};
use crate::texts::Language;

/// Size of the numbers at ticks.
const TICK: f64 = 21.0;

/// A plot of numbers `y` over numbers `x` in a place of the page.
pub(super) struct Panel {
    pub(super) place: Area,
    pub(super) x: AxisScale,
    pub(super) y: AxisScale,
}

/// A range whose ends are round, with about so many steps.
pub(super) fn coarse(low: f64, high: f64, steps: f64) -> AxisScale {
    let width = (high - low).max(1e-6 * low.abs().max(high.abs())).max(1e-9);
    let step = round_step(width / steps);
    AxisScale { low: (low / step + 1e-6).floor() * step, high: (high / step - 1e-6).ceil() * step, step }
}

/// The width of the widest number at an axis' ticks.
pub(super) fn widest(scale: AxisScale, unit: AxisUnit, language: Language) -> f64 {
    let numbers = scale.ticks().into_iter().map(|tick| unit.tick(tick, scale.step, language));
    numbers.map(|number| font::width(&number, TICK, Weight::Regular)).fold(0.0, f64::max)
}

impl Panel {
    pub(super) fn across(&self, x: f64) -> f64 {
        self.place.left + (self.place.right - self.place.left) * self.x.part(x)
    }

    pub(super) fn down(&self, y: f64) -> f64 {
        self.place.bottom - (self.place.bottom - self.place.top) * self.y.part(y)
    }

    pub(super) fn at(&self, (x, y): Point) -> Point {
        (self.across(x), self.down(y))
    }

    /// A curve of points inside the plot.
    pub(super) fn curve(&self, points: impl Iterator<Item = Point>) -> Vec<Point> {
        points.map(|point| self.at(point)).collect()
    }

    /// A line across the plot.
    pub(super) fn level(&self, y: f64) -> Vec<Point> {
        vec![(self.place.left, self.down(y)), (self.place.right, self.down(y))]
    }

    /// Lines and numbers of the value axis; comes before what is shown.
    pub(super) fn grid(&self, scene: &mut Scene, unit: AxisUnit, language: Language) {
        for tick in self.y.ticks() {
            scene.line(self.level(tick), 1.0, GRID, SOLID);
            let number = unit.tick(tick, self.y.step, language);
            scene.text(Text::new(number, (self.place.left - 10.0, self.down(tick)), Anchor::Right, TICK, GREY));
        }
    }

    /// Both axes, with words at places of the horizontal one; comes after what is shown.
    pub(super) fn axes(&self, scene: &mut Scene, ticks: impl Iterator<Item = (f64, String)>) {
        let Area { left, top, right, bottom } = self.place;
        scene.line(vec![(left, top), (left, bottom)], 1.5, GREY, SOLID);
        scene.line(vec![(left, bottom), (right, bottom)], 1.5, GREY, SOLID);
        let mut free = left - 30.0;
        for (at, words) in ticks {
            let x = self.across(at);
            scene.line(vec![(x, bottom), (x, bottom + 6.0)], 1.5, GREY, SOLID);
            let text = Text::new(words, (x, bottom + 26.0), Anchor::Middle, TICK, GREY);
            let place = text.place();
            if place.left >= free && place.right <= right + 36.0 {
                free = place.right + 14.0;
                scene.text(text);
            }
        }
    }

    /// Both axes, with numbers along the horizontal one.
    pub(super) fn number_axes(&self, scene: &mut Scene, unit: AxisUnit, language: Language) {
        let ticks = self.x.ticks().into_iter().map(|tick| (tick, unit.tick(tick, self.x.step, language)));
        self.axes(scene, ticks);
    }
}
