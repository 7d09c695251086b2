//! Labels over a plot, below its upper edge, each above what it names: in rows, so that none touches another.

use super::frame::{Frame, TOP};
use super::scene::{Anchor, Ink, Scene, Text};

/// Size of the letters.
const SIZE: f64 = 19.0;
/// Distance from one row to the next.
const LEADING: f64 = 26.0;
/// Room between labels of a row.
const GAP: f64 = 22.0;

/// The part of the value axis that is left to the labels.
pub(super) const ROOM: f64 = 0.16;

/// Draws labels of one or two lines above places on the horizontal axis, in the order given. Flags stand to the right
/// of their places on a white ground, because lines run there.
pub(super) fn draw(scene: &mut Scene, frame: &Frame, labels: &[(f64, Vec<String>)], ink: Ink, flags: bool) {
    // The right end of each row's last label.
    let mut taken: Vec<f64> = Vec::new();
    for (x, lines) in labels {
        let texts = |row: usize| {
            lines.iter().enumerate().map(move |(line, words)| {
                let y = TOP + 16.0 + LEADING * f64::from(u32::try_from(row + line).unwrap_or(0));
                let (x, anchor) = if flags { (x + 8.0, Anchor::Left) } else { (*x, Anchor::Middle) };
                Text::new(words.clone(), (x, y), anchor, SIZE, ink)
            })
        };
        let places: Vec<_> = texts(0).map(|text| text.place()).collect();
        let left = places.iter().map(|place| place.left).fold(f64::INFINITY, f64::min);
        let right = places.iter().map(|place| place.right).fold(0.0, f64::max);
        // Kept inside the plot.
        let moved = (frame.left + 6.0 - left).max(0.0) - (right - frame.right + 6.0).max(0.0);
        let free = |row: usize| taken.get(row).is_none_or(|end| end + GAP <= left + moved);
        let rows = lines.len();
        let row = (0..8).find(|&row| (row..row + rows).all(free)).unwrap_or(0);
        taken.resize(taken.len().max(row + rows), 0.0);
        taken[row..row + rows].fill(right + moved);
        for mut text in texts(row) {
            text.at.0 += moved;
            if flags { scene.text_on_white(text) } else { scene.text(text) }
        }
    }
}
