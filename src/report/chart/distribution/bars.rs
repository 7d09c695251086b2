//! The bars of a distribution.

use super::Draft;
use crate::numerics::real;
use crate::report::chart::frame::{BOTTOM, Frame};
use crate::report::chart::scale::AxisScale;
use crate::report::chart::scene::{Area, BAR, Scene};

/// The least number of bars.
const LEAST: f64 = 36.0;

/// Shares of outcomes in intervals of equal width, from the scale's low end.
pub(super) struct Bars {
    low: f64,
    width: f64,
    shares: Vec<f64>,
    /// The share of outcomes outside the scale.
    pub(super) outside: f64,
}

impl Bars {
    pub(super) fn new(draft: &Draft, x: AxisScale) -> Self {
        // Five bars between ticks, or ten where that makes too few.
        let width = if (x.high - x.low) / x.step * 5.0 < LEAST { x.step / 10.0 } else { x.step / 5.0 };
        let n = real(draft.histogram.count());
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some tens of bars")]
        let number = ((x.high - x.low) / width).round() as u32;
        let edges: Vec<f64> = (0..=number).map(|bar| x.low + width * f64::from(bar)).collect();
        let count = |pair: &[f64]| {
            let [from, to] = [pair[0], pair[1]].map(|edge| draft.quantity.counted(edge));
            draft.histogram.count_between(from, to) / n
        };
        let shares: Vec<f64> = edges.windows(2).map(count).collect();
        let inside = shares.iter().fold(0.0, |sum, share| sum + share);
        Self { low: x.low, width, shares, outside: (1.0 - inside).max(0.0) }
    }

    /// The greatest share of a bar that touches `[from, to]`.
    pub(super) fn greatest_between(&self, from: f64, to: f64) -> f64 {
        let bars = self.each().filter(|(left, right, _)| *left < to && *right > from);
        bars.map(|(_, _, share)| share).fold(0.0, f64::max)
    }

    pub(super) fn greatest(&self) -> f64 {
        self.shares.iter().copied().fold(0.0, f64::max)
    }

    /// (left edge, right edge, share).
    fn each(&self) -> impl Iterator<Item = (f64, f64, f64)> + '_ {
        (0_u32..).zip(&self.shares).map(|(bar, &share)| {
            let left = self.low + self.width * f64::from(bar);
            (left, left + self.width, share)
        })
    }

    pub(super) fn draw(&self, scene: &mut Scene, frame: &Frame) {
        for (left, right, share) in self.each().filter(|(_, _, share)| *share > 0.0) {
            // Half a pixel of white on either side sets bars apart.
            let (left, right) = (frame.across(left) + 0.5, frame.across(right) - 0.5);
            scene.rectangle(Area { left, top: frame.down(share), right, bottom: BOTTOM }, BAR);
        }
    }
}
