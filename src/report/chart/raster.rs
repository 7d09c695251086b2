//! The way from a scene to a PNG file: drawn larger than life, and reduced.

use plotters::backend::{BitMapBackend, DrawingBackend};
use plotters::style::RGBColor;

use super::font;
use super::scene::{Dash, Ink, Mark, Point, SIZE, Scene, Text};
use crate::texts::{Message, Worded, message};

/// Pixels drawn for each pixel kept, across and down.
const SCALE: u32 = 3;
const COLUMNS: u32 = SIZE.0 as u32;
/// Pixels a metre of a picture 190 mm wide.
const DENSITY: u32 = 8421;

/// A picture could not be encoded.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub struct PngError(#[from] png::EncodingError);

impl Worded for PngError {
    fn message(&self) -> Message {
        message!(chart_failed, error = self.0.to_string())
    }
}

/// The scene as a PNG file.
pub(super) fn png(scene: &Scene) -> Result<Vec<u8>, PngError> {
    let mut sheet = Sheet::new(u32::from(scene.height));
    for mark in &scene.marks {
        sheet.draw(mark);
    }
    encode(&sheet.reduced(), sheet.rows)
}

fn encode(pixels: &[u8], rows: u32) -> Result<Vec<u8>, PngError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, COLUMNS, rows);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: DENSITY, yppu: DENSITY, unit: png::Unit::Meter }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(file)
}

/// The sheet, `SCALE` times as large as the picture; rows of red, green, blue.
struct Sheet {
    /// Rows of the picture.
    rows: u32,
    pixels: Vec<u8>,
}

#[allow(clippy::cast_possible_truncation, reason = "a place on the sheet, or far outside it")]
fn pixel((x, y): Point) -> (i32, i32) {
    let scale = f64::from(SCALE);
    ((x * scale).round() as i32, (y * scale).round() as i32)
}

impl Sheet {
    fn new(rows: u32) -> Self {
        Self { rows, pixels: vec![255; (COLUMNS * SCALE * rows * SCALE * 3) as usize] }
    }

    fn draw(&mut self, mark: &Mark) {
        match mark {
            Mark::Area { corners, ink } => self.polygon(corners, *ink),
            Mark::Rectangle { place, ink } => {
                self.rectangle((place.left, place.top), (place.right, place.bottom), *ink);
            }
            Mark::Line { points, width, ink, dash } => {
                for piece in pieces(points, *dash) {
                    self.stroke(&piece, *width, *ink);
                }
            }
            Mark::Dot { at, radius, ink } => self.disc(*at, *radius, *ink),
            Mark::Text(text) => self.text(text),
        }
    }

    /// Drawing into memory does not fail: what lies outside the sheet is left out.
    fn backend(&mut self, draw: impl FnOnce(&mut BitMapBackend)) {
        draw(&mut BitMapBackend::with_buffer(&mut self.pixels, (COLUMNS * SCALE, self.rows * SCALE)));
    }

    fn polygon(&mut self, corners: &[Point], ink: Ink) {
        let corners: Vec<(i32, i32)> = corners.iter().copied().map(pixel).collect();
        self.backend(|backend| drop(backend.fill_polygon(corners, &RGBColor(ink.0, ink.1, ink.2))));
    }

    fn rectangle(&mut self, from: Point, to: Point, ink: Ink) {
        self.backend(|backend| drop(backend.draw_rect(pixel(from), pixel(to), &RGBColor(ink.0, ink.1, ink.2), true)));
    }

    fn disc(&mut self, at: Point, radius: f64, ink: Ink) {
        let radius = u32::try_from(pixel((radius, 0.0)).0).unwrap_or(0);
        self.backend(|backend| drop(backend.draw_circle(pixel(at), radius, &RGBColor(ink.0, ink.1, ink.2), true)));
    }

    /// A line of some width: a rectangle for each straight piece, with round joints.
    fn stroke(&mut self, points: &[Point], width: f64, ink: Ink) {
        for pair in points.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            if x0.to_bits() == x1.to_bits() || y0.to_bits() == y1.to_bits() {
                let half = 0.5 * width;
                let (across, down) = if x0.to_bits() == x1.to_bits() { (half, 0.0) } else { (0.0, half) };
                let (left, right, top, bottom) = (x0.min(x1), x0.max(x1), y0.min(y1), y0.max(y1));
                self.rectangle((left - across, top - down), (right + across, bottom + down), ink);
                continue;
            }
            let length = libm::hypot(x1 - x0, y1 - y0);
            let (across, down) = (0.5 * width * (y0 - y1) / length, 0.5 * width * (x1 - x0) / length);
            let corners = [
                (x0 + across, y0 + down),
                (x1 + across, y1 + down),
                (x1 - across, y1 - down),
                (x0 - across, y0 - down),
            ];
            self.polygon(&corners, ink);
        }
        if width > 1.5 && points.len() > 2 {
            for &joint in &points[1..points.len() - 1] {
                self.disc(joint, 0.5 * width - 0.25, ink);
            }
        }
    }

    fn text(&mut self, text: &Text) {
        let scale = f64::from(SCALE);
        let at = (text.at.0 * scale, text.at.1 * scale);
        font::draw(&text.words, text.size * scale, text.weight, at, |x, y, cover| self.mix(x, y, text.ink, cover));
    }

    /// Lays ink over a part of a pixel.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a mix of two bytes is a byte")]
    fn mix(&mut self, x: i32, y: i32, ink: Ink, cover: f32) {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return };
        if x >= COLUMNS * SCALE || y >= self.rows * SCALE {
            return;
        }
        let at = ((y * COLUMNS * SCALE + x) * 3) as usize;
        for (byte, ink) in self.pixels[at..at + 3].iter_mut().zip([ink.0, ink.1, ink.2]) {
            *byte = (f32::from(*byte) * (1.0 - cover) + f32::from(ink) * cover).round() as u8;
        }
    }

    /// The picture: each pixel the mean of its square.
    fn reduced(&self) -> Vec<u8> {
        let (scale, row) = (SCALE as usize, (COLUMNS * SCALE * 3) as usize);
        let count = u16::try_from(scale * scale).unwrap_or(1);
        let mut picture = Vec::with_capacity((COLUMNS * self.rows * 3) as usize);
        let mut sums = vec![0_u16; (COLUMNS * 3) as usize];
        for rows in self.pixels.chunks_exact(row * scale) {
            sums.fill(0);
            for line in rows.chunks_exact(row) {
                for (sums, square) in sums.as_chunks_mut::<3>().0.iter_mut().zip(line.chunks_exact(3 * scale)) {
                    for colour in square.as_chunks::<3>().0 {
                        sums.iter_mut().zip(colour).for_each(|(sum, byte)| *sum += u16::from(*byte));
                    }
                }
            }
            picture.extend(sums.iter().map(|sum| u8::try_from((sum + count / 2) / count).unwrap_or(255)));
        }
        picture
    }
}

/// The pieces of a broken line.
fn pieces(points: &[Point], (dash, gap): Dash) -> Vec<Vec<Point>> {
    if !dash.is_finite() {
        return vec![points.to_vec()];
    }
    let mut pieces = Vec::new();
    let mut piece: Vec<Point> = points.first().copied().into_iter().collect();
    let (mut drawn, mut left) = (true, dash);
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        loop {
            let (dx, dy) = (to.0 - from.0, to.1 - from.1);
            let length = libm::hypot(dx, dy);
            if length <= left {
                left -= length;
                piece.push(to);
                break;
            }
            from = (from.0 + dx * left / length, from.1 + dy * left / length);
            piece.push(from);
            let done = std::mem::replace(&mut piece, vec![from]);
            if drawn {
                pieces.push(done);
            }
            drawn = !drawn;
            left = if drawn { dash } else { gap };
        }
    }
    if drawn && piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(piece: &[Point]) -> f64 {
        piece.windows(2).map(|pair| libm::hypot(pair[1].0 - pair[0].0, pair[1].1 - pair[0].1)).sum()
    }

    #[test]
    fn dashes_have_their_length_whatever_the_corners() {
        let points = [(0.0, 0.0), (3.0, 4.0), (3.0, 30.0), (50.0, 30.0)];
        let pieces = pieces(&points, (10.0, 5.0));
        assert_eq!(pieces.len(), 6);
        for piece in &pieces[..5] {
            assert!((length(piece) - 10.0).abs() < 1e-9, "{piece:?}");
        }
        assert!((length(&pieces[5]) - (78.0 - 75.0)).abs() < 1e-9);
    }

    #[test]
    fn a_point_is_a_line_of_no_length() {
        assert!(pieces(&[(1.0, 1.0)], (10.0, 5.0)).is_empty());
        assert!(pieces(&[], (10.0, 5.0)).is_empty());
    }

    #[test]
    fn a_picture_is_white_but_for_its_marks() {
        let mut scene = Scene::default();
        scene.rectangle(super::super::scene::Area { left: 10.0, top: 20.0, right: 12.0, bottom: 21.0 }, (0, 0, 0));
        let mut sheet = Sheet::new(900);
        sheet.draw(&scene.marks[0]);
        let dark: Vec<usize> =
            sheet.reduced().chunks_exact(3).enumerate().filter(|(_, p)| p[0] < 255).map(|(i, _)| i).collect();
        assert_eq!(dark, [20 * 1600 + 10, 20 * 1600 + 11]);
    }
}
