//! Labels at the ends of lines, spread apart where they would touch.

use super::font::{self, Weight};
use super::scene::{Anchor, GREY, Ink, Point, SOLID, Scene, Text};
use crate::numerics::real;

/// Size of labels.
pub(super) const SIZE: f64 = 22.0;
/// The distance from one line of a label to the next.
const LEADING: f64 = 26.0;
/// The distance from the end of a line to its label.
const GAP: f64 = 18.0;

/// A label of one or two lines beside the end of a line.
#[derive(Debug, Clone)]
pub(super) struct EndLabel {
    lines: Vec<String>,
    /// Height of the line's end.
    y: f64,
    ink: Ink,
}

impl EndLabel {
    pub(super) fn new<const N: usize>(lines: [String; N], y: f64, ink: Ink) -> Self {
        Self { lines: lines.into(), y, ink }
    }

    /// Whether one of its lines is this.
    pub(super) fn says(&self, line: &str) -> bool {
        self.lines.iter().any(|own| own == line)
    }

    fn height(&self) -> f64 {
        LEADING * real(self.lines.len()) + 12.0
    }
}

/// The room that labels need to the right of the plot.
pub(super) fn room(labels: &[EndLabel]) -> f64 {
    let lines = labels.iter().flat_map(|label| &label.lines);
    GAP + lines.map(|line| font::width(line, SIZE, Weight::Regular)).fold(0.0, f64::max) + 24.0
}

/// Draws labels to the right of `x`, each as near to its line's end as the others let it. A label that had to move is
/// tied to its line.
pub(super) fn draw(scene: &mut Scene, labels: &[EndLabel], x: f64, top: f64, bottom: f64) {
    let wanted: Vec<(f64, f64)> = labels.iter().map(|label| (label.y, label.height())).collect();
    for (label, middle) in labels.iter().zip(spread(&wanted, top, bottom)) {
        if (middle - label.y).abs() > 12.0 {
            let tie: Vec<Point> = vec![(x + 2.0, label.y), (x + GAP - 4.0, middle)];
            scene.line(tie, 1.2, GREY, SOLID);
        }
        for (row, line) in label.lines.iter().enumerate() {
            let y = middle + LEADING * (real(row) - 0.5 * (real(label.lines.len()) - 1.0));
            scene.text(Text::new(line.clone(), (x + GAP, y), Anchor::Left, SIZE, label.ink));
        }
    }
}

/// Middles of stripes by their wanted middles and heights. They keep the order of the wanted ones and do not overlap;
/// the sum of squared distances is the least. They are inside `top..bottom` as long as there is room.
///
/// A stripe's middle less the heights before it must not decrease. That is an isotonic regression: neighbours that
/// violate the order are pooled (Barlow et al. 1972).
pub(super) fn spread(wanted: &[(f64, f64)], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].0.total_cmp(&wanted[b].0));
    // Pools of (mean, members).
    let mut pools: Vec<(f64, f64)> = Vec::new();
    let mut stacked = 0.0;
    for &index in &order {
        let (middle, height) = wanted[index];
        let mut pool = (middle - stacked - 0.5 * height, 1.0);
        stacked += height;
        while let Some(&before) = pools.last()
            && before.0 > pool.0
        {
            pools.pop();
            let members = before.1 + pool.1;
            pool = ((before.0 * before.1 + pool.0 * pool.1) / members, members);
        }
        pools.push(pool);
    }
    let last = (bottom - stacked).max(top);
    let mut middles = vec![0.0; wanted.len()];
    let mut stacked = 0.0;
    let mut pools = pools.into_iter();
    let (mut mean, mut left) = (0.0, 0.0);
    for &index in &order {
        if left < 0.5 {
            (mean, left) = pools.next().unwrap_or_default();
        }
        left -= 1.0;
        let height = wanted[index].1;
        middles[index] = mean.clamp(top, last) + stacked + 0.5 * height;
        stacked += height;
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_their_order_do_not_touch_and_stay_inside() {
        for wanted in
            [vec![100.0, 101.0, 102.0], vec![0.0, 0.0], vec![700.0, 300.0, 720.0, 710.0], vec![400.0], vec![790.0; 6]]
        {
            let labels: Vec<(f64, f64)> = wanted.iter().map(|&y| (y, 56.0)).collect();
            let middles = spread(&labels, 140.0, 790.0);
            for (a, &y) in middles.iter().enumerate() {
                assert!((168.0 - 1e-9..=762.0 + 1e-9).contains(&y), "{wanted:?} → {middles:?}");
                for (b, &other) in middles.iter().enumerate().filter(|&(b, _)| b != a) {
                    assert!((y - other).abs() > 56.0 - 1e-9, "{wanted:?} → {middles:?}");
                    assert!(wanted[a] >= wanted[b] || y < other, "{wanted:?} → {middles:?}");
                }
            }
        }
    }

    #[test]
    fn labels_with_room_stay_where_they_are() {
        assert_eq!(spread(&[(400.0, 56.0), (200.0, 56.0)], 140.0, 790.0), [400.0, 200.0]);
    }

    #[test]
    fn two_labels_share_the_way() {
        assert_eq!(spread(&[(300.0, 50.0), (310.0, 50.0)], 140.0, 790.0), [280.0, 330.0]);
    }
}
