//! Vertical lines with a text beside each, none crossing another.

use super::bars::Bars;
use crate::report::chart::font::{self, Weight};
use crate::report::chart::frame::{BOTTOM, LEFT, MARGIN, TOP};
use crate::report::chart::labels::SIZE;
use crate::report::chart::scale::AxisScale;
use crate::report::chart::scene::{Anchor, Dash, Ink, Scene, Text, WIDTH};

/// Height of a row of text.
const ROW: f64 = 36.0;
/// Distance between a line and its text.
const GAP: f64 = 9.0;
const RIGHT: f64 = WIDTH - MARGIN;

/// A vertical line with its text.
pub(super) struct MarkedLine {
    pub(super) x: f64,
    pub(super) words: String,
    pub(super) ink: Ink,
    pub(super) dash: Dash,
}

/// A line with its text, placed.
pub(super) struct Callout {
    x: f64,
    /// Middle of the text.
    y: f64,
    words: String,
    anchor: Anchor,
    ink: Ink,
    dash: Dash,
}

impl Callout {
    fn text(&self) -> Text {
        let gap = if self.anchor == Anchor::Right { -GAP } else { GAP };
        Text::new(self.words.clone(), (self.x + gap, self.y), self.anchor, SIZE, self.ink)
    }
}

/// The place of a number across the plot.
fn across(x: f64, scale: AxisScale) -> f64 {
    LEFT + (RIGHT - LEFT) * scale.part(x)
}

/// The place of a callout's text: its row from the top, and its side of the line.
type Spot = (u32, Anchor);

/// Lines with the stretch of the plot that each text would take on either side.
struct CalloutRow<'a> {
    lines: Vec<&'a MarkedLine>,
    places: Vec<f64>,
    widths: Vec<f64>,
}

impl CalloutRow<'_> {
    fn stretch(&self, index: usize, anchor: Anchor) -> (f64, f64) {
        let (x, width) = (self.places[index], self.widths[index]);
        if anchor == Anchor::Right { (x - GAP - width, x - GAP) } else { (x + GAP, x + GAP + width) }
    }

    /// How badly texts run off the plot or meet another line or text; 0 if they do not. A line reaches up to its text's
    /// row.
    fn faults(&self, spots: &[Spot]) -> f64 {
        let mut faults = 0.0;
        for (index, &(row, anchor)) in spots.iter().enumerate() {
            let (left, right) = self.stretch(index, anchor);
            faults += (LEFT + 6.0 - left).max(0.0) + (right - WIDTH + 10.0).max(0.0);
            for (other, &(other_row, other_anchor)) in spots.iter().enumerate().filter(|&(other, _)| other != index) {
                let (other_left, other_right) = self.stretch(other, other_anchor);
                let crossed = other_row <= row && (left - 5.0..=right + 5.0).contains(&self.places[other]);
                let met = other_row == row && left < other_right && other_left < right;
                faults += if crossed || met { WIDTH } else { 0.0 };
            }
        }
        faults
    }

    /// The first `left` texts to the left of their lines and the others to the right; the further out, the lower.
    fn parted(&self, left: usize) -> Vec<Spot> {
        let spot = |index: usize| {
            let (row, anchor) =
                if index < left { (left - 1 - index, Anchor::Right) } else { (index - left, Anchor::Left) };
            (u32::try_from(row).unwrap_or(0), anchor)
        };
        (0..self.lines.len()).map(spot).collect()
    }

    /// Every way to give texts rows and sides.
    fn every_way(&self) -> impl Iterator<Item = Vec<Spot>> {
        let count = u32::try_from(self.lines.len()).unwrap_or(0);
        let spot = move |number: u32| (number / 2, if number.is_multiple_of(2) { Anchor::Left } else { Anchor::Right });
        (0..(2 * count).pow(count))
            .map(move |way| (0..count).map(|index| spot(way / (2 * count).pow(index) % (2 * count))).collect())
    }
}

/// Places the texts of at most four lines so that they run neither off the plot nor into each other. Texts of the lower
/// lines stand to the left if possible, that of the highest to the right.
pub(super) fn arrange(lines: &[MarkedLine], scale: AxisScale) -> Vec<Callout> {
    let mut order: Vec<&MarkedLine> = lines.iter().collect();
    order.sort_by(|a, b| a.x.total_cmp(&b.x));
    let places = order.iter().map(|line| across(line.x, scale)).collect();
    let widths = order.iter().map(|line| font::width(&line.words, SIZE, Weight::Regular)).collect();
    let row = CalloutRow { lines: order, places, widths };
    let count = row.lines.len();
    let parted = (0..count).rev().chain([count]).map(|left| row.parted(left));
    let mut best = (f64::INFINITY, Vec::new());
    for spots in parted.chain(row.every_way()) {
        let faults = row.faults(&spots);
        if faults < best.0 {
            best = (faults, spots);
        }
        if best.0 <= 0.0 {
            break;
        }
    }
    let callout = |(index, (number, anchor)): (usize, Spot)| {
        let (line, y) = (row.lines[index], TOP + 14.0 + ROW * f64::from(number));
        Callout { x: row.places[index], y, words: line.words.clone(), anchor, ink: line.ink, dash: line.dash }
    };
    best.1.into_iter().enumerate().map(callout).collect()
}

/// The top that the share axis needs for no bar to reach a text.
pub(super) fn headroom(callouts: &[Callout], bars: &Bars, scale: AxisScale) -> f64 {
    let number = |x: f64| scale.low + (scale.high - scale.low) * (x - LEFT) / (RIGHT - LEFT);
    let needed = callouts.iter().map(|callout| {
        let place = callout.text().place().grown(6.0);
        let share = bars.greatest_between(number(place.left), number(place.right));
        share * (BOTTOM - TOP) / (BOTTOM - place.bottom)
    });
    needed.fold(bars.greatest(), f64::max)
}

pub(super) fn draw(scene: &mut Scene, callouts: &[Callout]) {
    for callout in callouts {
        scene.line(vec![(callout.x, callout.y - 14.0), (callout.x, BOTTOM)], 2.6, callout.ink, callout.dash);
    }
    for callout in callouts {
        scene.text_on_white(callout.text());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::chart::scene::{GREY, SOLID};

    fn line(x: f64, words: &str) -> MarkedLine {
        MarkedLine { x, words: words.to_owned(), ink: GREY, dash: SOLID }
    }

    #[test]
    fn no_text_meets_a_line_or_another_text() {
        let scale = AxisScale { low: 0.0, high: 1.0, step: 0.1 };
        let long = "the policy’s 4.5 %: missed in 57.8 ± 0.7 % of outcomes";
        let words = ["mean of the worst 5 %: −0.7 %", "5 % quantile: 0.2 %", "median: 4.0 %", long];
        for places in [
            [0.26, 0.31, 0.5, 0.52],
            [0.0, 0.0, 0.0, 0.0],
            [1.0, 1.0, 1.0, 1.0],
            [1.0, 1.0, 1.0, 0.1],
            [0.0, 0.0, 0.0, 0.95],
            [0.5, 0.5, 0.5, 0.5],
            [0.02, 0.03, 0.98, 0.99],
            [0.4, 0.41, 0.42, 0.05],
        ] {
            let lines: Vec<MarkedLine> = places.iter().zip(words).map(|(&x, words)| line(x, words)).collect();
            let callouts = arrange(&lines, scale);
            assert_eq!(callouts.len(), 4);
            for (index, callout) in callouts.iter().enumerate() {
                let place = callout.text().place();
                assert!(place.left > LEFT && place.right < WIDTH - 8.0, "{places:?}: {} at {place:?}", callout.words);
                for other in callouts.iter().enumerate().filter(|&(at, _)| at != index).map(|(_, other)| other) {
                    assert!(!place.touches(&other.text().place()), "{places:?}: {} and {}", callout.words, other.words);
                    let crossed = place.left < other.x && other.x < place.right && other.y - 14.0 < place.bottom;
                    assert!(!crossed, "{places:?}: the line of {} crosses {}", other.words, callout.words);
                }
            }
        }
    }

    #[test]
    fn the_usual_case_has_the_highest_line_to_the_right_and_uses_three_rows() {
        let scale = AxisScale { low: 0.0, high: 1.0, step: 0.1 };
        let lines = [line(0.5, "median"), line(0.3, "quantile"), line(0.6, "expected"), line(0.25, "worst")];
        let callouts = arrange(&lines, scale);
        let found: Vec<(&str, Anchor)> =
            callouts.iter().map(|callout| (callout.words.as_str(), callout.anchor)).collect();
        assert_eq!(
            found,
            [
                ("worst", Anchor::Right),
                ("quantile", Anchor::Right),
                ("median", Anchor::Right),
                ("expected", Anchor::Left)
            ]
        );
        assert!(callouts.iter().all(|callout| callout.y < TOP + 14.0 + 2.5 * ROW));
    }
}
