//! The sheet that charts are drawn on: lines, areas and text in a picture of 1600 × 900, drawn larger and reduced.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, PxScale, ScaleFont, point};
use plotters::backend::{BitMapBackend, DrawingBackend};
use plotters::style::{RGBAColor, ShapeStyle};

/// Width of the picture.
pub(super) const WIDTH: f64 = 1600.0;
/// Pixels drawn for each pixel kept, across and down.
const SCALE: u32 = 3;

/// Left edge of title, note and foot.
const LEFT: f64 = 112.0;

/// A colour.
pub(super) type Colour = (u8, u8, u8);

pub(super) const INK: Colour = (28, 36, 48);
pub(super) const GREY: Colour = (90, 100, 112);
pub(super) const PALE: Colour = (228, 231, 236);
pub(super) const RED: Colour = (172, 38, 38);
pub(super) const DARK_BLUE: Colour = (18, 62, 108);
/// Bands from the outermost to the innermost: told apart in grey by their lightness.
pub(super) const BLUES: [Colour; 3] = [(226, 235, 244), (188, 210, 230), (127, 168, 206)];
pub(super) const BAR: Colour = (158, 189, 219);

/// A weight of the font.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Weight {
    Regular,
    SemiBold,
}

/// Where a text stands against its point.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Anchor {
    Left,
    Middle,
    Right,
}

/// How a line is broken: dash and gap in pixels.
pub(super) type Dash = (f64, f64);

type Fonts = Option<(FontRef<'static>, FontRef<'static>)>;

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let regular = FontRef::try_from_slice(include_bytes!("font/Inter-Regular.otf")).ok()?;
    let semi_bold = FontRef::try_from_slice(include_bytes!("font/Inter-SemiBold.otf")).ok()?;
    Some((regular, semi_bold))
});

/// A picture could not be encoded.
#[derive(Debug, thiserror::Error)]
#[error("a chart cannot be encoded: {0}")]
pub struct PngError(#[from] png::EncodingError);

/// A picture in the making; coordinates are pixels of the finished picture, from the upper left.
pub struct Canvas {
    pixels: Vec<u8>,
}

fn stroke((red, green, blue): Colour, width: u32) -> ShapeStyle {
    ShapeStyle { color: RGBAColor(red, green, blue, 1.0), filled: true, stroke_width: width }
}

#[allow(clippy::cast_possible_truncation, reason = "a place on the sheet")]
fn pixel((x, y): (f64, f64)) -> (i32, i32) {
    let scale = f64::from(SCALE);
    ((x * scale).round() as i32, (y * scale).round() as i32)
}

fn size() -> (u32, u32) {
    (1600 * SCALE, 900 * SCALE)
}

impl Canvas {
    /// A white sheet.
    pub(super) fn new() -> Self {
        let (width, height) = size();
        Self { pixels: vec![255; (width * height * 3) as usize] }
    }

    fn with_backend(&mut self, draw: impl FnOnce(&mut BitMapBackend)) {
        draw(&mut BitMapBackend::with_buffer(&mut self.pixels, size()));
    }

    /// Title, the note under it, and the foot.
    pub(super) fn head(&mut self, title: &str, note: &str, foot: &str) {
        let fitted = |text: &str, size: f64, weight| {
            let width = Self::text_width(text, size, weight);
            size * (1.0_f64).min((WIDTH - LEFT - 40.0) / width)
        };
        let title_size = fitted(title, 36.0, Weight::SemiBold);
        self.text(title, (LEFT, 46.0), title_size, Weight::SemiBold, INK, Anchor::Left);
        let note_size = fitted(note, 23.0, Weight::Regular);
        self.text(note, (LEFT, 96.0), note_size, Weight::Regular, GREY, Anchor::Left);
        let foot_size = fitted(foot, 18.0, Weight::Regular);
        self.text(foot, (LEFT, 868.0), foot_size, Weight::Regular, GREY, Anchor::Left);
    }

    /// A filled area.
    pub(super) fn area(&mut self, corners: &[(f64, f64)], colour: Colour) {
        let corners: Vec<(i32, i32)> = corners.iter().copied().map(pixel).collect();
        // Drawing into memory fails only outside it, where nothing is lost.
        self.with_backend(|backend| drop(backend.fill_polygon(corners, &stroke(colour, 1))));
    }

    /// A filled rectangle between two corners.
    pub(super) fn rectangle(&mut self, from: (f64, f64), to: (f64, f64), colour: Colour) {
        let (from, to) = (pixel(from), pixel(to));
        let to = (to.0 - 1, to.1 - 1);
        self.with_backend(|backend| drop(backend.draw_rect(from, to, &stroke(colour, 1), true)));
    }

    /// A line through points.
    pub(super) fn line(&mut self, points: &[(f64, f64)], width: f64, colour: Colour) {
        let points: Vec<(i32, i32)> = points.iter().copied().map(pixel).collect();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few pixels")]
        let width = (width * f64::from(SCALE)).round().max(1.0) as u32;
        self.with_backend(|backend| drop(backend.draw_path(points, &stroke(colour, width))));
    }

    /// A broken line through points.
    pub(super) fn dashed(&mut self, points: &[(f64, f64)], width: f64, colour: Colour, (dash, gap): Dash) {
        let mut piece: Vec<(f64, f64)> = points.first().copied().into_iter().collect();
        let (mut drawing, mut left) = (true, dash);
        for pair in points.windows(2) {
            let (mut from, to) = (pair[0], pair[1]);
            loop {
                let (dx, dy) = (to.0 - from.0, to.1 - from.1);
                let length = dx.hypot(dy);
                if length <= left {
                    left -= length;
                    piece.push(to);
                    break;
                }
                from = (from.0 + dx * left / length, from.1 + dy * left / length);
                piece.push(from);
                if drawing {
                    self.line(&piece, width, colour);
                }
                drawing = !drawing;
                left = if drawing { dash } else { gap };
                piece = vec![from];
            }
        }
        if drawing && piece.len() > 1 {
            self.line(&piece, width, colour);
        }
    }

    /// A filled disc.
    pub(super) fn disc(&mut self, at: (f64, f64), radius: f64, colour: Colour) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few pixels")]
        let radius = (radius * f64::from(SCALE)).round() as u32;
        self.with_backend(|backend| drop(backend.draw_circle(pixel(at), radius, &stroke(colour, 1), true)));
    }

    /// The width of a text.
    pub(super) fn text_width(text: &str, size: f64, weight: Weight) -> f64 {
        let Some(font) = font(weight) else { return 0.0 };
        #[allow(clippy::cast_possible_truncation, reason = "a few pixels")]
        let font = font.as_scaled(em(font, size as f32));
        let mut before = None;
        let mut width = 0.0;
        for glyph in text.chars().map(|c| font.glyph_id(c)) {
            width += before.map_or(0.0, |before| font.kern(before, glyph)) + font.h_advance(glyph);
            before = Some(glyph);
        }
        f64::from(width)
    }

    /// A text on one line, its middle height at the point.
    pub(super) fn text(
        &mut self,
        text: &str,
        at: (f64, f64),
        size: f64,
        weight: Weight,
        colour: Colour,
        anchor: Anchor,
    ) {
        let Some(font) = font(weight) else { return };
        let width = Self::text_width(text, size, weight);
        let left = at.0
            - match anchor {
                Anchor::Left => 0.0,
                Anchor::Middle => 0.5 * width,
                Anchor::Right => width,
            };
        let scale = f64::from(SCALE);
        #[allow(clippy::cast_possible_truncation, reason = "a place on the sheet")]
        let (mut x, baseline, size) =
            ((left * scale) as f32, ((at.1 + 0.36 * size) * scale) as f32, (size * scale) as f32);
        let scaled = font.as_scaled(em(font, size));
        let mut before = None;
        for c in text.chars() {
            let glyph = scaled.glyph_id(c);
            x += before.map_or(0.0, |before| scaled.kern(before, glyph));
            if let Some(outline) = font.outline_glyph(glyph.with_scale_and_position(em(font, size), point(x, baseline)))
            {
                let corner = outline.px_bounds().min;
                #[allow(clippy::cast_possible_truncation, reason = "a place on the sheet")]
                let corner = (corner.x as i64, corner.y as i64);
                outline
                    .draw(|dx, dy, cover| self.mix(corner.0 + i64::from(dx), corner.1 + i64::from(dy), colour, cover));
            }
            x += scaled.h_advance(glyph);
            before = Some(glyph);
        }
    }

    /// A text on a white ground, so that lines behind it do not cross it.
    pub(super) fn text_on_white(&mut self, text: &str, at: (f64, f64), size: f64, colour: Colour, anchor: Anchor) {
        let width = Self::text_width(text, size, Weight::Regular);
        let left = match anchor {
            Anchor::Left => at.0,
            Anchor::Middle => at.0 - 0.5 * width,
            Anchor::Right => at.0 - width,
        };
        self.rectangle((left - 3.0, at.1 - 0.6 * size), (left + width + 3.0, at.1 + 0.62 * size), (255, 255, 255));
        self.text(text, at, size, Weight::Regular, colour, anchor);
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a mix of two bytes is a byte")]
    fn mix(&mut self, x: i64, y: i64, colour: Colour, cover: f32) {
        let (width, height) = size();
        if !(0..i64::from(width)).contains(&x) || !(0..i64::from(height)).contains(&y) {
            return;
        }
        let at = (y as usize * width as usize + x as usize) * 3;
        for (byte, colour) in self.pixels[at..at + 3].iter_mut().zip([colour.0, colour.1, colour.2]) {
            *byte = (f32::from(*byte) * (1.0 - cover) + f32::from(colour) * cover).round() as u8;
        }
    }

    /// The picture, reduced to its size.
    pub(super) fn into_png(self) -> Result<Vec<u8>, PngError> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, 1600, 900);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        // 190 mm wide at A5's text height of 107 mm.
        encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: 8421, yppu: 8421, unit: png::Unit::Meter }));
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.reduced())?;
        writer.finish()?;
        Ok(file)
    }

    /// Each pixel the mean of its square.
    fn reduced(&self) -> Vec<u8> {
        let scale = SCALE as usize;
        let row = 1600 * scale * 3;
        let mut reduced = Vec::with_capacity(1600 * 900 * 3);
        let mut sums = vec![0_u16; 1600 * 3];
        for rows in self.pixels.chunks_exact(row * scale) {
            sums.fill(0);
            for line in rows.chunks_exact(row) {
                for (sums, square) in sums.as_chunks_mut::<3>().0.iter_mut().zip(line.chunks_exact(3 * scale)) {
                    for colour in square.as_chunks::<3>().0 {
                        for (sum, byte) in sums.iter_mut().zip(colour) {
                            *sum += u16::from(*byte);
                        }
                    }
                }
            }
            let count = u16::try_from(scale * scale).unwrap_or(1);
            reduced.extend(sums.iter().map(|sum| u8::try_from((sum + count / 2) / count).unwrap_or(255)));
        }
        reduced
    }
}

fn font(weight: Weight) -> Option<&'static FontRef<'static>> {
    FONTS.as_ref().map(|(regular, semi_bold)| if weight == Weight::Regular { regular } else { semi_bold })
}

/// The scale at which an em is so many pixels.
fn em(font: &FontRef, size: f32) -> PxScale {
    PxScale::from(size * font.height_unscaled() / font.units_per_em().unwrap_or(1000.0))
}
