//! Labels at the ends of lines, spread apart where they would touch.

use super::canvas::{Anchor, Canvas, Colour, Weight};

/// Size of labels.
pub(super) const SIZE: f64 = 21.0;
/// Height of a line of a label.
const LINE: f64 = 25.0;

/// A label of one or two lines beside a point.
pub(super) struct Label {
    /// Its lines.
    pub(super) lines: Vec<String>,
    /// The height of the point.
    pub(super) y: f64,
    /// Its colour.
    pub(super) colour: Colour,
}

impl Label {
    pub(super) fn new(lines: &[&str], y: f64, colour: Colour) -> Self {
        Self { lines: lines.iter().map(|line| (*line).to_owned()).collect(), y, colour }
    }

    fn height(&self) -> f64 {
        LINE * f64::from(u32::try_from(self.lines.len()).unwrap_or(1)) + 6.0
    }
}

/// The width that labels need.
pub(super) fn width(labels: &[Label]) -> f64 {
    let lines = labels.iter().flat_map(|label| &label.lines);
    lines.map(|line| Canvas::text_width(line, SIZE, Weight::Regular)).fold(0.0, f64::max)
}

/// Draws labels at `x`, each as near to its point as the others let it, between `top` and `bottom`.
pub(super) fn draw(canvas: &mut Canvas, mut labels: Vec<Label>, x: f64, top: f64, bottom: f64) {
    labels.sort_by(|a, b| a.y.total_cmp(&b.y));
    let heights: Vec<f64> = labels.iter().map(Label::height).collect();
    let wanted: Vec<f64> = labels.iter().map(|label| label.y).collect();
    for (label, middle) in labels.iter().zip(spread(&wanted, &heights, top, bottom)) {
        let first = middle - 0.5 * LINE * f64::from(u32::try_from(label.lines.len()).unwrap_or(1) - 1);
        let mut y = first;
        for line in &label.lines {
            canvas.text(line, (x, y), SIZE, Weight::Regular, label.colour, Anchor::Left);
            y += LINE;
        }
    }
}

/// Middles of stripes of the given heights, as near to the wanted (increasing) ones as they can be without overlap; inside
/// `top..bottom` as long as there is room.
fn spread(wanted: &[f64], heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut middles = wanted.to_vec();
    // Clusters of touching stripes move as one to the mean of what their members want.
    for _ in 0..200 {
        let mut moved = false;
        for index in 1..middles.len() {
            let overlap = middles[index - 1] + 0.5 * (heights[index - 1] + heights[index]) - middles[index];
            if overlap > 1e-6 {
                middles[index - 1] -= 0.5 * overlap;
                middles[index] += 0.5 * overlap;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    let mut limit = top;
    for (middle, height) in middles.iter_mut().zip(heights) {
        *middle = middle.max(limit + 0.5 * height);
        limit = *middle + 0.5 * height;
    }
    let mut limit = bottom;
    for (middle, height) in middles.iter_mut().zip(heights).rev() {
        *middle = middle.min(limit - 0.5 * height);
        limit = *middle - 0.5 * height;
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_their_order_and_do_not_touch() {
        for wanted in
            [vec![100.0, 101.0, 102.0], vec![0.0, 0.0], vec![700.0, 710.0, 720.0, 300.0_f64.max(730.0)], vec![400.0]]
        {
            let heights = vec![56.0; wanted.len()];
            let middles = spread(&wanted, &heights, 140.0, 790.0);
            for pair in middles.windows(2) {
                assert!(pair[1] - pair[0] >= 56.0 - 1e-3, "{wanted:?} → {middles:?}");
            }
            assert!(middles[0] >= 168.0 - 1e-9 && middles[middles.len() - 1] <= 762.0 + 1e-9);
        }
    }

    #[test]
    fn labels_with_room_stay_where_they_are() {
        assert_eq!(spread(&[200.0, 400.0], &[56.0, 56.0], 140.0, 790.0), [200.0, 400.0]);
    }
}
