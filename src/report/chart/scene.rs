//! What a picture is made of: lines, areas and texts in pixels of the finished picture, from its upper left corner.

use super::font::{self, Weight};

/// Pixels across and down.
pub(super) const SIZE: (u16, u16) = (1600, 900);
/// Width of a picture.
pub(super) const WIDTH: f64 = SIZE.0 as f64;
/// Height of a picture, but for pages of several.
pub(super) const HEIGHT: f64 = SIZE.1 as f64;

/// A place in the picture.
pub(super) type Point = (f64, f64);

/// A colour: red, green, blue.
pub(super) type Ink = (u8, u8, u8);

pub(super) const WHITE: Ink = (255, 255, 255);
pub(super) const BLACK: Ink = (28, 36, 48);
pub(super) const GREY: Ink = (86, 96, 108);
pub(super) const GRID: Ink = (226, 229, 234);
pub(super) const RED: Ink = (172, 38, 38);
pub(super) const DARK_BLUE: Ink = (14, 58, 104);
pub(super) const BLUE: Ink = (58, 106, 158);
pub(super) const BAR: Ink = (158, 189, 219);
/// Areas from the palest to the darkest: told apart in grey by their lightness.
pub(super) const BANDS: [Ink; 3] = [(224, 234, 244), (184, 207, 229), (123, 165, 205)];

/// Lengths of dash and gap.
pub(super) type Dash = (f64, f64);
pub(super) const SOLID: Dash = (f64::INFINITY, 0.0);
pub(super) const DASHED: Dash = (13.0, 8.0);
pub(super) const DOTTED: Dash = (2.5, 5.0);

/// One thing drawn.
#[derive(Debug, Clone)]
pub(super) enum Mark {
    Area { corners: Vec<Point>, ink: Ink },
    Rectangle { place: Area, ink: Ink },
    Line { points: Vec<Point>, width: f64, ink: Ink, dash: Dash },
    Dot { at: Point, radius: f64, ink: Ink },
    Text(Text),
}

/// A rectangle in the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Area {
    /// Whether two rectangles share an area.
    pub(super) fn touches(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether the other rectangle lies inside.
    pub(super) fn holds(&self, other: &Self) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }

    /// Larger by so many pixels on every side.
    pub(super) fn grown(&self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }
}

/// Which part of a text stands at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Left,
    Middle,
    Right,
}

/// A text on one line.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub(super) words: String,
    /// Left end of the baseline.
    pub(super) at: Point,
    pub(super) size: f64,
    pub(super) weight: Weight,
    pub(super) ink: Ink,
}

/// Distance from the baseline to the middle of a capital, in ems.
const HALF_CAPITAL: f64 = 0.364;

impl Text {
    /// A text of regular weight whose capitals have their middle at the height of the point.
    pub(super) fn new(words: impl Into<String>, (x, middle): Point, anchor: Anchor, size: f64, ink: Ink) -> Self {
        let words = words.into();
        let width = font::width(&words, size, Weight::Regular);
        let left = match anchor {
            Anchor::Left => x,
            Anchor::Middle => x - 0.5 * width,
            Anchor::Right => x - width,
        };
        Self { words, at: (left, middle + HALF_CAPITAL * size), size, weight: Weight::Regular, ink }
    }

    /// The place that it takes, from the tallest letter to the deepest.
    pub(super) fn place(&self) -> Area {
        let width = font::width(&self.words, self.size, self.weight);
        let (x, y) = self.at;
        Area { left: x, top: y - 0.76 * self.size, right: x + width, bottom: y + 0.21 * self.size }
    }
}

/// A picture as a list of marks, each drawn over those before it.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    /// Pixels down.
    pub(super) height: u16,
    pub(super) marks: Vec<Mark>,
}

impl Default for Scene {
    fn default() -> Self {
        Self { height: SIZE.1, marks: Vec::new() }
    }
}

impl Scene {
    /// A filled polygon.
    pub(super) fn area(&mut self, corners: Vec<Point>, ink: Ink) {
        self.marks.push(Mark::Area { corners, ink });
    }

    /// The area between two curves that run over the same abscissae.
    pub(super) fn band(&mut self, upper: &[Point], lower: &[Point], ink: Ink) {
        self.area(upper.iter().chain(lower.iter().rev()).copied().collect(), ink);
    }

    /// A filled rectangle.
    pub(super) fn rectangle(&mut self, place: Area, ink: Ink) {
        self.marks.push(Mark::Rectangle { place, ink });
    }

    /// A line.
    pub(super) fn line(&mut self, points: Vec<Point>, width: f64, ink: Ink, dash: Dash) {
        self.marks.push(Mark::Line { points, width, ink, dash });
    }

    /// A dot.
    pub(super) fn dot(&mut self, at: Point, radius: f64, ink: Ink) {
        self.marks.push(Mark::Dot { at, radius, ink });
    }

    /// A text.
    pub(super) fn text(&mut self, text: Text) {
        self.marks.push(Mark::Text(text));
    }

    /// A text on a white ground, so that no line of the grid crosses it.
    pub(super) fn text_on_white(&mut self, text: Text) {
        self.rectangle(text.place().grown(3.0), WHITE);
        self.text(text);
    }

    /// The texts so far.
    #[cfg(test)]
    pub(super) fn texts(&self) -> impl Iterator<Item = &Text> {
        self.marks.iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None })
    }
}
