//! A sweep as its charts see it: a grid of rules over the axes of the settings.

use crate::config::short_key;
use crate::report::chart::frame::sheet;
use crate::report::chart::scene::{Point, RED, Scene, WHITE};
use crate::stats::figure::Figure;
use crate::study::sweep::{Axis as Varied, RuleOutcome, Swept};
use crate::texts::{Language, Message, message};

/// A figure that charts show, in percent.
pub(super) struct ShownFigure {
    pub(super) figure: Figure,
    /// A chart's title.
    pub(super) title: String,
    /// A chart's name, without its kind.
    pub(super) name: String,
}

/// The sweep that all its charts share, with their language and the line under them.
pub(super) struct SweepSubject<'a> {
    pub(super) swept: &'a Swept,
    pub(super) axes: &'a [Varied],
    /// The place on each axis of the present policy, if it is there.
    pub(super) present: Vec<Option<usize>>,
    /// The pool's name in reports.
    pub(super) pool: String,
    pub(super) language: Language,
    pub(super) source: String,
}

impl SweepSubject<'_> {
    pub(super) fn text(&self, message: Message) -> String {
        self.language.text(message)
    }

    pub(super) fn sheet(&self, title: &str, note: &str) -> Scene {
        sheet(title, note, &self.source)
    }

    /// The axes of several values.
    pub(super) fn varied(&self) -> Vec<usize> {
        (0..self.axes.len()).filter(|&axis| self.axes[axis].values.len() > 1).collect()
    }

    /// The axes along which a chart runs: the first two of several values, or the only one.
    pub(super) fn shown(&self) -> Vec<usize> {
        self.varied().into_iter().take(2).collect()
    }

    /// The place at which an axis that is not shown is held: the present policy's value, or the first.
    pub(super) fn held(&self, axis: usize) -> usize {
        self.present[axis].unwrap_or(0)
    }

    /// The rule at these places of the axes shown.
    pub(super) fn rule(&self, shown: &[usize], places: &[usize]) -> Option<&RuleOutcome> {
        let wanted: Vec<usize> = (0..self.axes.len())
            .map(|axis| shown.iter().position(|&of| of == axis).map_or_else(|| self.held(axis), |at| places[at]))
            .collect();
        let at = self.axes.iter().zip(&wanted).fold(0, |at, (axis, place)| at * axis.values.len() + place);
        Some(&self.swept.rules.get(at)?.outcome)
    }

    pub(super) fn key(&self, axis: usize) -> &str {
        short_key(&self.axes[axis].key, &self.swept.pool)
    }

    /// The place of a rule on each axis.
    pub(super) fn places(&self, rule: usize) -> Vec<usize> {
        let mut rest = rule;
        let mut places: Vec<usize> = Vec::new();
        for axis in self.axes.iter().rev() {
            places.push(rest % axis.values.len());
            rest /= axis.values.len();
        }
        places.reverse();
        places
    }

    /// An axis' values in words: numbers with the same decimals, as the language writes them.
    pub(super) fn values(&self, axis: usize) -> Vec<String> {
        let values = &self.axes[axis].values;
        let plain = |value: &String| value.parse::<f64>().is_ok() && value.chars().all(|c| "-.0123456789".contains(c));
        if !values.iter().all(plain) {
            return (0..values.len()).map(|place| self.axes[axis].label(place)).collect();
        }
        let decimals = values.iter().map(|value| value.split_once('.').map_or(0, |(_, part)| part.len()));
        let decimals = decimals.max().unwrap_or(0);
        let written = |value: &String| self.language.number(value.parse().unwrap_or(f64::NAN), decimals);
        values.iter().map(written).collect()
    }

    /// The values at which the axes that are not shown are held, for a note.
    pub(super) fn note_of_held(&self, shown: &[usize]) -> String {
        let held = (0..self.axes.len()).filter(|axis| !shown.contains(axis));
        let held = held.map(|axis| {
            let value = &self.values(axis)[self.held(axis)];
            self.text(message!(sweep_held, key = self.key(axis), value))
        });
        held.collect()
    }
}

/// A ring around the present policy's dot.
pub(super) fn ring(scene: &mut Scene, at: Point) {
    scene.dot(at, 14.0, RED);
    scene.dot(at, 10.5, WHITE);
}
