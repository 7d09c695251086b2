//! Rows with names on the left, over a common axis of numbers.

use super::font::{self, Weight};
use super::frame::{AxisUnit, BOTTOM, LEFT, MARGIN, TOP};
use super::labels::SIZE;
use super::scale::AxisScale;
use super::scene::{Anchor, BLACK, GREY, GRID, Ink, Point, SOLID, Scene, Text, WIDTH};
use crate::numerics::real;
use crate::texts::Language;

/// The least room between two numbers of the axis.
const APART: f64 = 14.0;
/// The widest that names may be.
const NAMES: f64 = 560.0;

/// A plot of rows.
pub(super) struct RowPlot {
    left: f64,
    right: f64,
    x: AxisScale,
    unit: AxisUnit,
    /// Rows, headings among them.
    count: usize,
    language: Language,
}

impl RowPlot {
    /// A plot of rows with these names beside them, over a scale, with room for words of this width behind each row.
    pub(super) fn new(
        names: &[&str],
        (x, unit): (AxisScale, AxisUnit),
        count: usize,
        behind: f64,
        language: Language,
    ) -> Self {
        let width = names.iter().map(|name| font::width(name, SIZE, Weight::Regular)).fold(0.0, f64::max).min(NAMES);
        Self { left: LEFT + width + 28.0, right: WIDTH - MARGIN - behind, x, unit, count, language }
    }

    pub(super) fn across(&self, x: f64) -> f64 {
        self.left + (self.right - self.left) * self.x.part(x)
    }

    /// The middle of a row.
    pub(super) fn down(&self, row: usize) -> f64 {
        let (row, count) = (real(row), real(self.count));
        TOP + (BOTTOM - TOP) * ((row + 0.5) / count)
    }

    /// The height of a row.
    pub(super) fn height(&self) -> f64 {
        self.down(1) - self.down(0)
    }

    /// Lines and numbers of the axis; comes before what is shown.
    pub(super) fn axis(&self, scene: &mut Scene) {
        let mut free = 0.0;
        for tick in self.x.ticks() {
            let x = self.across(tick);
            scene.line(vec![(x, TOP), (x, BOTTOM)], 1.0, GRID, SOLID);
            let text = Text::new(
                self.unit.tick(tick, self.x.step, self.language),
                (x, BOTTOM + 30.0),
                Anchor::Middle,
                SIZE,
                GREY,
            );
            let place = text.place();
            if place.left >= free && place.right < WIDTH - 10.0 {
                free = place.right + APART;
                scene.text(text);
            }
        }
        scene.line(vec![(self.left, BOTTOM), (self.right, BOTTOM)], 1.5, GREY, SOLID);
        if self.x.low < 0.0 && self.x.high > 0.0 {
            scene.line(vec![(self.across(0.0), TOP), (self.across(0.0), BOTTOM)], 1.8, GREY, SOLID);
        }
    }

    /// The name of a row.
    pub(super) fn name(&self, scene: &mut Scene, row: usize, name: &str) {
        let words = font::cut(name, SIZE, Weight::Regular, NAMES);
        scene.text(Text::new(words, (self.left - 20.0, self.down(row)), Anchor::Right, SIZE, BLACK));
    }

    /// A heading over the rows after it.
    pub(super) fn heading(&self, scene: &mut Scene, row: usize, words: &str) {
        let mut text = Text::new(words, (LEFT, self.down(row) + 0.15 * self.height()), Anchor::Left, SIZE, BLACK);
        text.weight = Weight::SemiBold;
        scene.text(text);
    }

    /// Words to the right of the plot, in a row.
    pub(super) fn behind(&self, scene: &mut Scene, row: usize, words: String, ink: Ink) {
        scene.text(Text::new(words, (self.right + 20.0, self.down(row)), Anchor::Left, SIZE, ink));
    }

    /// A point of a row.
    pub(super) fn at(&self, x: f64, row: usize) -> Point {
        (self.across(x), self.down(row))
    }
}
