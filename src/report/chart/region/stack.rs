//! Plots one above another over the same calendar years, with labels at the ends of their lines.

use super::{RegionSubject, year};
use crate::report::chart::font::{self, Weight};
use crate::report::chart::frame::{AxisUnit, BOTTOM, LEFT, MARGIN, TOP};
use crate::report::chart::labels::{self, EndLabel, SIZE};
use crate::report::chart::panel::{Panel, widest};
use crate::report::chart::scale::{AxisScale, round_step};
use crate::report::chart::scene::{Anchor, Area, GREY, Scene, Text, WIDTH};
use crate::texts::Language;

/// Top and bottom of a plot that stands alone.
pub(super) const ALONE: [f64; 2] = [TOP, BOTTOM];
/// Top and bottom of a plot that stands alone under a heading.
pub(super) const HEADED: [f64; 2] = [174.0, BOTTOM];
/// Tops and bottoms of three plots.
pub(super) const THREE: [[f64; 2]; 3] = [[174.0, 328.0], [402.0, 556.0], [630.0, BOTTOM]];
/// Tops and bottoms of two plots, the upper one the higher.
pub(super) const UNEQUAL: [[f64; 2]; 2] = [[174.0, 500.0], [574.0, BOTTOM]];
/// The least room for labels on the right.
const LABELS: f64 = 226.0;
/// Room before the first year and after the last, in years, where each year has a bar.
pub(super) const FOR_BARS: f64 = 0.5;
/// The same where lines run from year to year.
pub(super) const FOR_LINES: f64 = 0.12;
/// The distance from a plot's heading to its top.
const HEADING: f64 = 26.0;

/// A plot before it has its place.
#[derive(Clone, Copy)]
pub(super) struct Plot {
    /// Top and bottom.
    pub(super) heights: [f64; 2],
    pub(super) y: AxisScale,
    pub(super) unit: AxisUnit,
}

impl Plot {
    /// A plot of numbers and zero, with room for figures beyond the least and the greatest.
    pub(super) fn with_zero(heights: [f64; 2], numbers: impl Iterator<Item = f64>, unit: AxisUnit) -> Self {
        const FIGURES: f64 = 32.0;
        let (low, high) = numbers.fold((0.0_f64, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
        let high = if low < high { high } else { 1.0 };
        let room = FIGURES / (heights[1] - heights[0] - 2.0 * FIGURES) * (high - low);
        let (low, high) = (if low < 0.0 { low - room } else { 0.0 }, if high > 0.0 { high + room } else { 0.0 });
        Self { heights, y: AxisScale { low, high, step: round_step((high - low) / 8.0) }, unit }
    }
}

/// The plots.
pub(super) struct Stack<const N: usize> {
    pub(super) panels: [Panel; N],
    units: [AxisUnit; N],
    labels: [Vec<EndLabel>; N],
    years: [f64; 2],
    language: Language,
}

impl<const N: usize> Stack<N> {
    /// Plots over the years from the first to the last, with room before and after them. They are as wide as their
    /// labels allow; labels depend on the plots' heights only.
    pub(super) fn new(
        region: &RegionSubject,
        (years, room): ([f64; 2], f64),
        plots: [Plot; N],
        labels: impl Fn(&[Panel; N]) -> [Vec<EndLabel>; N],
    ) -> Self {
        let language = region.language;
        let numbers = plots.map(|plot| widest(plot.y, plot.unit, language)).into_iter().fold(0.0, f64::max);
        let left = (numbers + 30.0).max(LEFT);
        let x = AxisScale { low: years[0] - room, high: years[1] + room, step: 1.0 };
        let panels = |right: f64| {
            plots.map(|Plot { heights: [top, bottom], y, .. }| Panel { place: Area { left, top, right, bottom }, x, y })
        };
        let labels = labels(&panels(WIDTH - LABELS));
        let room = labels.iter().map(|labels| labels::room(labels)).fold(LABELS, f64::max);
        Self { panels: panels(WIDTH - room), units: plots.map(|plot| plot.unit), labels, years, language }
    }

    /// Draws lines and numbers of the value axes; comes before what is shown.
    pub(super) fn grid(&self, scene: &mut Scene) {
        for (panel, unit) in self.panels.iter().zip(self.units) {
            panel.grid(scene, unit, self.language);
        }
    }

    /// The first of several texts that there is room for above a plot; they come from the longest to the shortest.
    pub(super) fn that_fits(&self, words: impl IntoIterator<Item = String>) -> String {
        let room = WIDTH - MARGIN - self.panels[0].place.left;
        let fits = |words: &String| font::width(words, SIZE, Weight::Regular) <= room;
        words.into_iter().find(fits).unwrap_or_default()
    }

    /// Headings over the plots; a plot without words has none.
    pub(super) fn headings(&self, scene: &mut Scene, words: [impl AsRef<str>; N]) {
        for (panel, words) in self.panels.iter().zip(words).filter(|(_, words)| !words.as_ref().is_empty()) {
            let at = (panel.place.left, panel.place.top - HEADING);
            scene.text(Text::new(words.as_ref(), at, Anchor::Left, SIZE, GREY));
        }
    }

    /// Draws axes, years below the lowest plot, and labels; comes after what is shown.
    pub(super) fn finish(&self, scene: &mut Scene) {
        for (place, (panel, labels)) in self.panels.iter().zip(&self.labels).enumerate() {
            let ticks = if place + 1 == N { ticks(self.years) } else { Vec::new() };
            panel.axes(scene, ticks.into_iter());
            labels::draw(scene, labels, panel.place.right, panel.place.top - 24.0, panel.place.bottom + 8.0);
        }
    }
}

/// Years at the axis: all where they are few, else round ones.
fn ticks([first, last]: [f64; 2]) -> Vec<(f64, String)> {
    let count = last - first + 1.0;
    let every = [(14.0, 1.0), (28.0, 2.0), (75.0, 5.0)].into_iter().find(|(most, _)| count <= *most);
    let every = every.map_or(10.0, |(_, every)| every);
    let mut at = (first / every).ceil() * every;
    let mut ticks = Vec::new();
    while at <= last {
        ticks.push((at, year(at)));
        at += every;
    }
    ticks
}
