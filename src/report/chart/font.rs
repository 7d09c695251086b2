//! The charts' font: widths of texts, and their letters as shades.

use std::sync::LazyLock;

use ab_glyph::{Font as _, FontRef, GlyphId, PxScale, ScaleFont, point};

/// A weight of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    SemiBold,
}

/// `None` only if the bundled files were damaged, which a test excludes.
static REGULAR: LazyLock<Option<FontRef<'static>>> =
    LazyLock::new(|| FontRef::try_from_slice(include_bytes!("font/Inter-Regular.otf")).ok());
static SEMI_BOLD: LazyLock<Option<FontRef<'static>>> =
    LazyLock::new(|| FontRef::try_from_slice(include_bytes!("font/Inter-SemiBold.otf")).ok());

fn font(weight: Weight) -> Option<&'static FontRef<'static>> {
    match weight {
        Weight::Regular => REGULAR.as_ref(),
        Weight::SemiBold => SEMI_BOLD.as_ref(),
    }
}

/// The scale at which an em is `size` pixels.
#[allow(clippy::cast_possible_truncation, reason = "sizes are tens of pixels")]
fn em(font: &FontRef, size: f64) -> PxScale {
    PxScale::from(size as f32 * font.height_unscaled() / font.units_per_em().unwrap_or(1000.0))
}

/// The letters of a text with the places of their origins from the text's, and the text's width.
fn set(font: &FontRef, text: &str, scale: PxScale) -> (Vec<(GlyphId, f32)>, f32) {
    let scaled = font.as_scaled(scale);
    let mut x = 0.0;
    let mut before = None;
    let letters = text.chars().map(|letter| {
        let glyph = scaled.glyph_id(letter);
        x += before.map_or(0.0, |before| scaled.kern(before, glyph));
        let place = (glyph, x);
        x += scaled.h_advance(glyph);
        before = Some(glyph);
        place
    });
    let letters = letters.collect();
    (letters, x)
}

/// The width of a text on one line, an em being `size` pixels.
pub(super) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    font(weight).map_or(0.0, |font| f64::from(set(font, text, em(font, size)).1))
}

/// A text cut short with an ellipsis where it is wider than `room`.
pub(super) fn cut(text: &str, size: f64, weight: Weight, room: f64) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let mut short: String = text.to_owned();
    while !short.is_empty() && width(&format!("{}…", short.trim_end()), size, weight) > room {
        short.pop();
    }
    format!("{}…", short.trim_end())
}

/// Calls `shade` with each pixel that a text touches, and with its cover in `[0, 1]`. The left end of the text's
/// baseline is `(x, y)`.
#[allow(clippy::cast_possible_truncation, reason = "places on a sheet of some thousand pixels")]
pub(super) fn draw(text: &str, size: f64, weight: Weight, (x, y): (f64, f64), mut shade: impl FnMut(i32, i32, f32)) {
    let Some(font) = font(weight) else { return };
    let scale = em(font, size);
    for (glyph, offset) in set(font, text, scale).0 {
        let placed = glyph.with_scale_and_position(scale, point(x as f32 + offset, y as f32));
        if let Some(outline) = font.outline_glyph(placed) {
            let corner = outline.px_bounds().min;
            let (left, top) = (corner.x as i32, corner.y as i32);
            outline.draw(|dx, dy, cover| shade(left + dx.cast_signed(), top + dy.cast_signed(), cover));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Language;

    #[test]
    fn both_weights_can_be_read_and_differ() {
        let widths = [Weight::Regular, Weight::SemiBold].map(|weight| width("Skyddsnivå", 20.0, weight));
        assert!(widths[0] > 80.0 && widths[1] > widths[0], "{widths:?}");
    }

    #[test]
    fn every_letter_of_the_texts_has_a_glyph() {
        let letters: String = Language::all().iter().map(|language| language.source()).collect();
        let marks = "0123456789\u{202f}\u{a0}−–±×≤≥√%…·’“”ÅÄÖåäöéü";
        for letter in letters.chars().filter(|letter| *letter != '\n').chain(marks.chars()) {
            for weight in [Weight::Regular, Weight::SemiBold] {
                assert_ne!(font(weight).unwrap().glyph_id(letter).0, 0, "{letter:?} U+{:04X}", letter as u32);
            }
        }
    }

    #[test]
    fn a_narrow_space_is_a_thin_gap() {
        let gap =
            |space: &str| width(&format!("1{space}2"), 20.0, Weight::Regular) - width("12", 20.0, Weight::Regular);
        assert!(gap("\u{202f}") > 1.5 && gap("\u{202f}") < gap("\u{a0}"), "{} {}", gap("\u{202f}"), gap("\u{a0}"));
    }

    #[test]
    fn a_cut_text_fits() {
        let short = cut("a long name of a pool", 20.0, Weight::Regular, 100.0);
        assert!(short.ends_with('…') && width(&short, 20.0, Weight::Regular) <= 100.0);
        assert_eq!(cut("short", 20.0, Weight::Regular, 100.0), "short");
    }
}
