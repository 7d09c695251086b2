//! The places of bins.

use serde::{Deserialize, Serialize};

use super::super::bits;
use crate::kernel::kernel;

/// The scale of bins.
///
/// A number is placed by the upper bits of `offset + |x - origin|`, read as an integer. Bins are equally wide within an
/// octave of that, and twice as wide in the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scale {
    /// By the bits of `x`: bins in proportion to the number. Where numbers crowd at one end of their law, they are in
    /// proportion to the distance from that end. For values and growth factors.
    Relative,
    /// By the bits of `1 + x`: bins of equal width below 1, at most `2^-14`. For shares and falls.
    Absolute,
    /// A bin for each whole number. For counts of observations.
    Whole,
}

/// Bins below this many bits would have numbers beyond 32 bits: the finest are `2^-20` of an octave.
pub(super) const FINEST: u32 = 32;

/// The bins of a scale, of one width in each octave.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Grid {
    pub scale: Scale,
    /// Bits of a number below its bin.
    pub shift: u32,
    /// From where distances are measured.
    #[serde(with = "bits")]
    origin: f64,
    /// Added to a distance: bins are equally wide below it.
    #[serde(with = "bits")]
    offset: f64,
}

impl Grid {
    /// The finest bins.
    pub const fn finest(scale: Scale) -> Self {
        let (shift, offset) = match scale {
            Scale::Relative => (FINEST, 0.0),
            Scale::Absolute => (FINEST, 1.0),
            // The numbers from 2^52 to 2^53 are the whole ones.
            Scale::Whole => (0, 4_503_599_627_370_496.0),
        };
        Self { scale, shift, origin: 0.0, offset }
    }

    /// The finest bins in proportion to the distance from a number, of equal width within `near` of it.
    pub const fn around(origin: f64, near: f64) -> Self {
        Self { scale: Scale::Relative, shift: FINEST, origin, offset: near }
    }

    /// Bins of so many finest ones at most, one at least; not wider than the scale allows.
    pub fn widened(self, finest: f64) -> Self {
        let widest = match self.scale {
            Scale::Relative if self.origin > 0.0 => 52 - 5,
            Scale::Relative => 52 - 6,
            Scale::Absolute => 52 - 14,
            Scale::Whole => return self,
        };
        let by = libm::ilogb(finest).clamp(0, 31).unsigned_abs();
        Self { shift: (FINEST + by).min(widest), ..self }
    }

    /// The number of finest bins in one.
    pub fn size(self) -> u32 {
        1 << self.shift.saturating_sub(FINEST)
    }

    /// The number of the first bin of distances not below the origin.
    fn middle(self) -> u32 {
        if self.origin > 0.0 { self.magnitude(self.origin) + 2 } else { 1 }
    }

    fn magnitude(self, distance: f64) -> u32 {
        magnitude(distance, self.offset, self.shift)
    }

    /// The number of the bin of a positive number, from 1 on.
    pub fn bin(self, x: f64) -> u32 {
        let distance = x - self.origin;
        let magnitude = self.magnitude(distance.abs());
        if distance < 0.0 {
            self.middle().wrapping_sub(1).wrapping_sub(magnitude)
        } else {
            self.middle().wrapping_add(magnitude)
        }
    }

    /// Lower edge of a bin other than 0; its upper edge is the next one's lower.
    pub fn edge(self, bin: u64) -> f64 {
        let middle = u64::from(self.middle());
        let distance =
            f64::from_bits(self.offset.to_bits().wrapping_add(bin.abs_diff(middle) << self.shift)) - self.offset;
        if bin < middle { self.origin - distance } else { self.origin + distance }
    }

    /// The bins of non-negative numbers, 0 that of zero, and their range.
    pub fn find(self, numbers: &[f64], bins: &mut [u32]) -> Range {
        if self.origin > 0.0 {
            find_bins_around(numbers, self.origin, self.offset, self.shift, self.middle(), bins)
        } else {
            find_bins(numbers, self.offset, self.shift, bins)
        }
    }
}

/// The range of a block's numbers, as bits, which are ordered as the numbers are.
pub(super) struct Range {
    pub least: u64,
    /// Less one, so that zero comes last.
    pub least_above_zero: u64,
    pub greatest: u64,
}

/// The bins of numbers as `place` gives them, and their range.
#[inline(always)]
fn find_by(numbers: &[f64], bins: &mut [u32], place: impl Fn(f64) -> u32) -> Range {
    let (mut least, mut above_zero, mut greatest) = (u64::MAX, u64::MAX, 0);
    for (bin, &x) in bins.iter_mut().zip(numbers) {
        // -0 becomes 0.
        let bits = (x + 0.0).to_bits();
        least = least.min(bits);
        above_zero = above_zero.min(bits.wrapping_sub(1));
        greatest = greatest.max(bits);
        let place = place(x);
        *bin = if bits == 0 { 0 } else { place };
    }
    Range { least, least_above_zero: above_zero, greatest }
}

#[inline(always)]
#[allow(clippy::cast_possible_truncation, reason = "a bin's number has at most 32 bits")]
fn magnitude(distance: f64, offset: f64, shift: u32) -> u32 {
    ((distance + offset).to_bits().wrapping_sub(offset.to_bits()) >> shift) as u32
}

kernel! {
    /// The bins of non-negative numbers by their distance from zero.
    fn find_bins(numbers: &[f64], offset: f64, shift: u32, bins: &mut [u32]) -> Range {
        find_by(numbers, bins, |x| magnitude(x, offset, shift).wrapping_add(1))
    }
}

kernel! {
    /// The same by their distance from another number: below it the bins run backwards from the one before the middle.
    fn find_bins_around(numbers: &[f64], origin: f64, offset: f64, shift: u32, middle: u32, bins: &mut [u32]) -> Range {
        find_by(numbers, bins, |x| {
            let distance = x - origin;
            let magnitude = magnitude(distance.abs(), offset, shift);
            if distance < 0.0 { middle.wrapping_sub(1).wrapping_sub(magnitude) } else { middle.wrapping_add(magnitude) }
        })
    }
}

kernel! {
    /// Takes the numbers in `[low, high]` out of the bins, as those of zero are; how many they are.
    pub(super) fn take_out(numbers: &[f64], low: f64, high: f64, bins: &mut [u32]) -> u64 {
        let mut found = 0;
        for (bin, &x) in bins.iter_mut().zip(numbers) {
            let inside = x >= low && x <= high;
            *bin = if inside { 0 } else { *bin };
            found += u64::from(inside);
        }
        found
    }
}
