//! Probabilities by calendar year, with the simulation's error.

use super::RegionSubject;
use crate::ledger::lines::RegionEvent;
use crate::report::chart::labels::EndLabel;
use crate::report::chart::panel::Panel;
use crate::report::chart::scale::{AxisScale, round_step};
use crate::report::chart::scene::{BLUE, DARK_BLUE, DASHED, Dash, Ink, SOLID, Scene};
use crate::report::chart::spread::ends;
use crate::stats::Estimate;
use crate::stats::summary::Likelihood;
use crate::texts::{Language, Message};

/// The least top of the scale: below it there is nothing to see.
const LEAST: f64 = 0.01;

/// A probability by year.
pub(super) struct ProbabilityLine {
    /// Calendar year and probability.
    pub(super) years: Vec<(f64, Estimate)>,
}

/// The style of a line: its ink, its dash and its width.
type Stroke = (Ink, Dash, f64);

/// Probabilities in a year.
const IN_YEAR: Stroke = (DARK_BLUE, SOLID, 3.2);
/// Probabilities since the start.
const SINCE_START: Stroke = (BLUE, DASHED, 2.8);
/// The most years that have a dot each.
const FEW: usize = 14;

impl ProbabilityLine {
    /// The years whose probability is known; `None` if there is none.
    pub(super) fn new(years: impl Iterator<Item = (f64, Estimate)>) -> Option<Self> {
        let years: Vec<_> = years.filter(|(_, estimate)| estimate.value.is_finite()).collect();
        (!years.is_empty()).then_some(Self { years })
    }

    /// The first and the last year.
    pub(super) fn span(&self) -> [f64; 2] {
        [self.years.first(), self.years.last()].map(|year| year.map_or(0.0, |(year, _)| *year))
    }

    /// The last year's probability.
    fn last(&self) -> Estimate {
        self.years.last().map_or(Estimate::UNKNOWN, |(_, estimate)| *estimate)
    }

    /// The greatest number to be shown: with few paths the bound is far above any estimate, and the scale then follows
    /// the estimates.
    fn greatest(&self) -> f64 {
        self.years.iter().map(|(_, estimate)| estimate.interval[1].min(4.0 * estimate.value)).fold(LEAST, f64::max)
    }

    /// A line, with dots where years are few, and upright strokes over the intervals.
    fn draw(&self, scene: &mut Scene, panel: &Panel, (ink, dash, width): Stroke) {
        for (year, estimate) in &self.years {
            let [low, high] = ends(*estimate).map(|bound| panel.at((*year, bound)));
            scene.line(vec![low, high], 2.4, ink, SOLID);
        }
        let points = panel.curve(self.years.iter().map(|(year, estimate)| (*year, estimate.value)));
        if points.len() <= FEW {
            for &point in &points {
                scene.dot(point, 5.0, ink);
            }
        }
        scene.line(points, width, ink, dash);
    }

    /// A label at the line's end.
    pub(super) fn label(&self, name: &str, panel: &Panel, ink: Ink, language: Language) -> EndLabel {
        let last = self.last();
        EndLabel::new([name.to_owned(), language.fraction(last)], panel.down(last.value), ink)
    }
}

/// Two probabilities of an event: in a year, and in at least one year since the start.
pub(super) struct ProbabilityPair {
    in_year: ProbabilityLine,
    since_start: ProbabilityLine,
}

impl ProbabilityPair {
    /// `None` where no year has it.
    pub(super) fn new(region: &RegionSubject, event: RegionEvent) -> Option<Self> {
        let chances = |of: fn(&Likelihood) -> Estimate| {
            let events = region.summary.events.iter();
            ProbabilityLine::new(events.filter_map(|(year, events)| Some((f64::from(*year), of(events.get(&event)?)))))
        };
        Some(Self { in_year: chances(|found| found.in_year)?, since_start: chances(|found| found.since_start)? })
    }

    /// The first and the last year.
    pub(super) fn span(&self) -> [f64; 2] {
        self.since_start.span()
    }

    /// Whether the event ever happens.
    pub(super) fn is_possible(&self) -> bool {
        self.since_start.last().value > 0.0
    }

    /// The greatest number to be shown.
    pub(super) fn greatest(&self) -> f64 {
        self.in_year.greatest().max(self.since_start.greatest())
    }

    /// Whether the lines are nowhere further apart than a line's width or two. Then they are drawn as one.
    fn are_one(&self) -> bool {
        let pairs = self.in_year.years.iter().zip(&self.since_start.years);
        pairs.map(|((_, a), (_, b))| (a.value - b.value).abs()).fold(0.0, f64::max) <= 0.015 * self.greatest()
    }

    /// The style of the line since the start: as any line, where it is the only one.
    fn stroke(&self) -> Stroke {
        if self.are_one() { IN_YEAR } else { SINCE_START }
    }

    /// Labels by the names of both.
    pub(super) fn labels(&self, names: [Message; 2], panel: &Panel, language: Language) -> Vec<EndLabel> {
        let [in_year, since_start] = language.texts(names);
        let mut labels = vec![self.since_start.label(&since_start, panel, self.stroke().0, language)];
        if !self.are_one() {
            labels.push(self.in_year.label(&in_year, panel, IN_YEAR.0, language));
        }
        labels
    }

    /// Both lines.
    pub(super) fn draw(&self, scene: &mut Scene, panel: &Panel) {
        if !self.are_one() {
            self.in_year.draw(scene, panel, IN_YEAR);
        }
        self.since_start.draw(scene, panel, self.stroke());
    }
}

/// A scale of probabilities from 0 with about so many steps.
pub(super) fn scale(greatest: f64, steps: f64) -> AxisScale {
    let scale = AxisScale::from_zero(greatest);
    AxisScale { high: scale.high.min(1.0), step: round_step(greatest / steps), ..scale }
}
