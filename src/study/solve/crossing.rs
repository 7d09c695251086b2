//! Where a figure crosses its bound.

use std::ops::Range;

use serde::Serialize;

use super::rounding::{decimals_of_error, in_decimals, rounded};
use crate::numerics::real;
use crate::stats::Estimate;
use crate::study::limits::{Comparison, Limit};

/// The most round numbers that are tried on the side of the crossing where the target is met.
const ROUND_NUMBERS: i32 = 8;

/// A value that was tried.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct TriedValue {
    /// The setting.
    pub value: f64,
    /// The figure, on the common paths.
    pub figure: Estimate,
}

impl TriedValue {
    /// Whether the figure meets the target.
    #[must_use]
    pub fn meets(&self, target: &Limit) -> bool {
        target.breaks.holds(self.figure.value, target.bound)
    }
}

/// The first two neighbours within a range of which one meets the target and the other does not.
pub(super) fn crossing(points: &[TriedValue], target: &Limit, range: &Range<f64>) -> Option<[TriedValue; 2]> {
    let inside: Vec<&TriedValue> =
        points.iter().filter(|point| point.value >= range.start && point.value <= range.end).collect();
    let pair = inside.windows(2).find(|pair| pair[0].meets(target) != pair[1].meets(target))?;
    Some([*pair[0], *pair[1]])
}

/// Where a figure crosses its bound, between two values of which one meets the target and the other does not.
pub(super) struct Crossing {
    /// The setting, interpolated between the two.
    value: f64,
    /// Where the ends of the figure's interval meet the bound.
    pub(super) interval: [Option<f64>; 2],
    /// Whether the target is met below.
    pub(super) met_below: bool,
}

impl Crossing {
    /// Between two neighbours among the values tried.
    pub(super) fn of(target: &Limit, [before, after]: [TriedValue; 2], points: &[TriedValue]) -> Self {
        let value = between([before, after], target.bound, |point| point.figure.value);
        // For certainty the end of the figure's interval that lies towards the wrong side of the bound must keep to the
        // right one.
        let at_most = matches!(target.breaks, Comparison::AtMost | Comparison::Below);
        let sure = ends(points, target.bound, value, usize::from(at_most));
        let doubtful = ends(points, target.bound, value, usize::from(!at_most));
        let met_below = before.meets(target);
        let interval = if met_below { [sure[0], doubtful[1]] } else { [doubtful[0], sure[1]] };
        Self { value, interval, met_below }
    }

    /// Decimals of a setting: two digits of a quarter of the interval.
    pub(super) fn decimals(&self) -> usize {
        let [low, high] = self.interval.map(|end| end.unwrap_or(self.value));
        decimals_of_error((high - low) / 4.0)
    }

    /// Round numbers inside a range around the crossing: most of them where the target is met.
    pub(super) fn round_numbers(&self, range: &Range<f64>, decimals: usize) -> Vec<f64> {
        let unit = libm::pow(10.0, -real(decimals as u64));
        let (side, round): (f64, fn(f64) -> f64) = if self.met_below { (-1.0, libm::floor) } else { (1.0, libm::ceil) };
        let nearest = rounded(self.value, decimals, round);
        let place = |place: i32| in_decimals(nearest + side * f64::from(place) * unit, decimals);
        let inside = |value: &f64| range.start < *value && *value < range.end;
        (-1..=ROUND_NUMBERS).map(place).filter(inside).collect()
    }
}

/// The nearest settings below and above one at which an end of the figure's interval comes to the bound. The end is the
/// lower (0) or the upper (1). None where it does not come there among the values tried.
fn ends(points: &[TriedValue], bound: f64, value: f64, end: usize) -> [Option<f64>; 2] {
    let of = |point: &TriedValue| point.figure.interval[end];
    let crosses = |pair: &&[TriedValue]| (of(&pair[0]) < bound) != (of(&pair[1]) < bound);
    let all: Vec<f64> = points.windows(2).filter(crosses).map(|pair| between([pair[0], pair[1]], bound, of)).collect();
    [all.iter().rev().copied().find(|at| *at <= value), all.iter().copied().find(|at| *at >= value)]
}

/// The setting between two at which a number of the points meets a bound, linear between them.
fn between([before, after]: [TriedValue; 2], bound: f64, of: impl Fn(&TriedValue) -> f64) -> f64 {
    let change = of(&after) - of(&before);
    let into = if change.abs() > 0.0 { (bound - of(&before)) / change } else { 0.5 };
    before.value + (after.value - before.value) * into.clamp(0.0, 1.0)
}
