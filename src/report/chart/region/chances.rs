//! Probabilities by calendar year, with the simulation's error.

use crate::report::chart::labels::EndLabel;
use crate::report::chart::panel::Panel;
use crate::report::chart::scale::Scale;
use crate::report::chart::scene::{Dash, Ink, SOLID, Scene};
use crate::report::chart::spread::ends;
use crate::report::text::Language;
use crate::stats::Estimate;

/// The least top of the scale: below it there is nothing to see.
const LEAST: f64 = 0.01;

/// How likely something is, by year.
pub(super) struct Chances {
    /// Calendar year and probability.
    pub(super) years: Vec<(f64, Estimate)>,
}

/// How a line is drawn: its ink, its dash and its width.
pub(super) type Stroke = (Ink, Dash, f64);

impl Chances {
    /// Of the years those whose probability is known; `None` if there is none.
    pub(super) fn new(years: impl Iterator<Item = (f64, Estimate)>) -> Option<Self> {
        let years: Vec<_> = years.filter(|(_, estimate)| estimate.value.is_finite()).collect();
        (!years.is_empty()).then_some(Self { years })
    }

    /// The first and the last year.
    pub(super) fn span(&self) -> [f64; 2] {
        [self.years.first(), self.years.last()].map(|year| year.map_or(0.0, |(year, _)| *year))
    }

    /// The last year's probability.
    pub(super) fn last(&self) -> Estimate {
        self.years.last().map_or(Estimate::UNKNOWN, |(_, estimate)| *estimate)
    }

    /// The greatest number to be shown: with few paths the bound is far above any estimate, and the scale then follows the estimates.
    pub(super) fn greatest(&self) -> f64 {
        self.years.iter().map(|(_, estimate)| estimate.interval[1].min(4.0 * estimate.value)).fold(LEAST, f64::max)
    }

    /// A line with dots, and upright strokes over the intervals.
    pub(super) fn draw(&self, scene: &mut Scene, panel: &Panel, (ink, dash, width): Stroke) {
        for (year, estimate) in &self.years {
            let [low, high] = ends(*estimate).map(|bound| panel.at((*year, bound)));
            scene.line(vec![low, high], 2.4, ink, SOLID);
        }
        let points = panel.curve(self.years.iter().map(|(year, estimate)| (*year, estimate.value)));
        for &point in &points {
            scene.dot(point, 5.0, ink);
        }
        scene.line(points, width, ink, dash);
    }

    /// A label at the line's end.
    pub(super) fn label(&self, name: &str, panel: &Panel, ink: Ink, language: Language) -> EndLabel {
        let last = self.last();
        EndLabel::new([name.to_owned(), language.estimate(last)], panel.down(last.value), ink)
    }
}

/// A scale of probabilities from 0.
pub(super) fn scale(greatest: f64) -> Scale {
    let scale = Scale::from_zero(greatest);
    Scale { high: scale.high.min(1.0), ..scale }
}
