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
    /// Bins by the bits of `x`, in proportion to the number. Where numbers crowd at one end of their law, they are in
    /// proportion to the distance from that end. For values and growth factors.
    Relative,
    /// Bins by the bits of `1 + x`, of equal width below 1, at most `2^-14`. For shares and falls.
    Absolute,
    /// A bin for each whole number. For counts of observations.
    Whole,
    /// Bins by the bits of `near + |x|`, on both sides of zero, of equal width within `near` of it. For amounts and
    /// ratios of either sign.
    Signed,
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
    /// The number from which distances are measured.
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
            // Within a thousandth of a krona of zero the bins are equally wide.
            Scale::Signed => (FINEST, 1.0 / 1024.0),
            // The numbers from 2^52 to 2^53 are the whole ones.
            Scale::Whole => (0, 4_503_599_627_370_496.0),
        };
        Self { scale, shift, origin: 0.0, offset }
    }

    /// The finest bins in proportion to the distance from a number, of equal width within `near` of it.
    pub const fn around(origin: f64, near: f64) -> Self {
        Self { scale: Scale::Relative, shift: FINEST, origin, offset: near }
    }

    /// The finest bins of numbers of either sign, of equal width within `near` of zero.
    pub const fn signed(near: f64) -> Self {
        Self { scale: Scale::Signed, shift: FINEST, origin: 0.0, offset: near }
    }

    /// Bins of so many finest ones at most, one at least; not wider than the scale allows.
    pub fn widened(self, finest: f64) -> Self {
        let widest = match self.scale {
            Scale::Relative if self.origin > 0.0 => 52 - 5,
            Scale::Relative | Scale::Signed => 52 - 6,
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
        match self.scale {
            // The edge at zero stays one however many bins are joined.
            Scale::Signed => (1 << 31) + 1,
            _ if self.origin > 0.0 => self.magnitude(self.origin) + 2,
            _ => 1,
        }
    }

    fn magnitude(self, distance: f64) -> u32 {
        magnitude(distance, self.offset, self.shift)
    }

    /// The number of the bin of a number that has one, from 1 on.
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

    /// The bins of numbers, and their range; none where a number has no bin. The bin of zero is 0, but of numbers of
    /// either sign the first above zero.
    pub fn find(self, numbers: &[f64], bins: &mut [u32]) -> Option<NumberRange> {
        if self.scale == Scale::Signed {
            let range = find_signed_bins(numbers, self.offset, self.shift, self.middle(), bins);
            return (range.least > -SIGNED_BOUND && range.greatest < SIGNED_BOUND).then_some(range);
        }
        let bits = if self.origin > 0.0 {
            find_bins_around(numbers, self.origin, self.offset, self.shift, self.middle(), bins)
        } else {
            find_bins(numbers, self.offset, self.shift, bins)
        };
        bits.range()
    }
}

/// Numbers of either sign have bins up to here; beyond, joined bins would have numbers of more than 32 bits.
const SIGNED_BOUND: f64 = 1e150;

/// The range of a block's numbers.
pub(super) struct NumberRange {
    pub least: f64,
    /// The least that has a bin of its own; infinite for none.
    pub least_binned: f64,
    pub greatest: f64,
}

/// The range of non-negative numbers, as bits, which are ordered as the numbers are.
struct RangeOfBits {
    least: u64,
    /// Less one, so that zero comes last.
    least_above_zero: u64,
    greatest: u64,
}

impl RangeOfBits {
    /// The range; none where a number is negative or not finite.
    fn range(&self) -> Option<NumberRange> {
        let above_zero = f64::from_bits(self.least_above_zero.wrapping_add(1));
        (self.greatest < f64::INFINITY.to_bits()).then(|| NumberRange {
            least: f64::from_bits(self.least),
            least_binned: if self.greatest > 0 { above_zero } else { f64::INFINITY },
            greatest: f64::from_bits(self.greatest),
        })
    }
}

/// The bins of numbers as `place` gives them, and their range.
#[inline(always)]
fn find_by(numbers: &[f64], bins: &mut [u32], place: impl Fn(f64) -> u32) -> RangeOfBits {
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
    RangeOfBits { least, least_above_zero: above_zero, greatest }
}

#[inline(always)]
#[allow(clippy::cast_possible_truncation, reason = "a bin's number has at most 32 bits")]
fn magnitude(distance: f64, offset: f64, shift: u32) -> u32 {
    ((distance + offset).to_bits().wrapping_sub(offset.to_bits()) >> shift) as u32
}

kernel! {
    /// The bins of non-negative numbers by their distance from zero.
    fn find_bins(numbers: &[f64], offset: f64, shift: u32, bins: &mut [u32]) -> RangeOfBits {
        find_by(numbers, bins, |x| magnitude(x, offset, shift).wrapping_add(1))
    }
}

kernel! {
    /// The same by their distance from another number: below it the bins run backwards from the one before the middle.
    fn find_bins_around(
        numbers: &[f64],
        origin: f64,
        offset: f64,
        shift: u32,
        middle: u32,
        bins: &mut [u32],
    ) -> RangeOfBits {
        find_by(numbers, bins, |x| place(x - origin, offset, shift, middle))
    }
}

kernel! {
    /// The same of numbers of either sign by their distance from zero, and their range; it is infinite where one of
    /// them is NaN.
    fn find_signed_bins(numbers: &[f64], offset: f64, shift: u32, middle: u32, bins: &mut [u32]) -> NumberRange {
        let (mut least, mut greatest) = (f64::INFINITY, f64::NEG_INFINITY);
        for (bin, &x) in bins.iter_mut().zip(numbers) {
            least = if x < least { x } else { least };
            greatest = if x <= greatest { greatest } else { x };
            greatest = if x.is_nan() { f64::INFINITY } else { greatest };
            *bin = place(x, offset, shift, middle);
        }
        NumberRange { least, least_binned: least, greatest }
    }
}

/// The bin at a distance from where the bins begin to run both ways.
#[inline(always)]
fn place(distance: f64, offset: f64, shift: u32, middle: u32) -> u32 {
    let magnitude = magnitude(distance.abs(), offset, shift);
    if distance < 0.0 { middle.wrapping_sub(1).wrapping_sub(magnitude) } else { middle.wrapping_add(magnitude) }
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
