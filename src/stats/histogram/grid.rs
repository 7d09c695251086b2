//! Where bins lie.

use serde::{Deserialize, Serialize};

use crate::kernel::kernel;
use crate::lanes::LANES;

/// How bins lie.
///
/// A number is placed by the upper bits of `offset + x`, read as an integer: bins are equally wide within an octave of
/// `offset + x`, and twice as wide in the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scale {
    /// By the bits of `x`: bins in proportion to the number. For values and growth factors.
    Relative,
    /// By the bits of `1 + x`: bins of equal width below 1, at most `2^-14`. For shares and falls.
    Absolute,
    /// A bin for each whole number. For counts of observations.
    Whole,
}

/// Bins below this many bits would have numbers beyond 32 bits: the finest are `2^-20` of an octave, fit for spreads from 5e-5
/// on; of a smaller one the interval still holds what interpolation may miss.
const FINEST: u32 = 32;

impl Scale {
    pub(super) const fn offset(self) -> f64 {
        match self {
            Self::Relative => 0.0,
            Self::Absolute => 1.0,
            // The numbers from 2^52 to 2^53 are the whole ones.
            Self::Whole => 4_503_599_627_370_496.0,
        }
    }

    /// The bits below the widest bins that are allowed to start with.
    const fn widest(self) -> u32 {
        match self {
            Self::Relative => 52 - 6,
            Self::Absolute => 52 - 14,
            Self::Whole => 0,
        }
    }
}

/// The bins of a scale, of one width in each octave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Grid {
    pub scale: Scale,
    /// Bits of a number below its bin.
    pub shift: u32,
}

impl Grid {
    /// The finest bins.
    pub const fn finest(scale: Scale) -> Self {
        Self { scale, shift: if matches!(scale, Scale::Whole) { 0 } else { FINEST } }
    }

    /// The widest bins not wider than `width` at `number`.
    pub fn of_width(scale: Scale, width: f64, number: f64) -> Self {
        // The width of a bin is 2^(e + shift - 52), e the exponent of the number.
        let shift = libm::ilogb(width) + 52 - libm::ilogb(number + scale.offset());
        Self { scale, shift: shift.max(0).unsigned_abs().clamp(FINEST, scale.widest()) }
    }

    /// The number of the bin of a positive number.
    #[allow(clippy::cast_possible_truncation, reason = "a bin's number has at most 32 bits")]
    pub fn bin(self, x: f64) -> u32 {
        let offset = self.scale.offset();
        ((x + offset).to_bits().wrapping_sub(offset.to_bits()) >> self.shift) as u32 + 1
    }

    /// Lower edge of a bin other than 0; its upper edge is the next one's lower.
    pub fn edge(self, bin: u32) -> f64 {
        let offset = self.scale.offset();
        f64::from_bits(offset.to_bits() + (u64::from(bin - 1) << self.shift)) - offset
    }

    /// The bins of non-negative numbers, and their range.
    pub fn find(self, numbers: &[f64], bins: &mut [u32; LANES]) -> Range {
        find_bins(numbers, self.scale.offset(), self.shift, bins)
    }
}

/// What is found about a block's numbers on the way to their bins, as bits, which are ordered as the numbers are.
pub(super) struct Range {
    pub least: u64,
    /// Less one, so that zero comes last.
    pub least_above_zero: u64,
    pub greatest: u64,
}

kernel! {
    /// The bins of non-negative numbers, and their range.
    #[allow(clippy::cast_possible_truncation, reason = "a bin's number has at most 32 bits")]
    fn find_bins(numbers: &[f64], offset: f64, shift: u32, bins: &mut [u32; LANES]) -> Range {
        let base = offset.to_bits();
        let (mut least, mut above_zero, mut greatest) = (u64::MAX, u64::MAX, 0);
        for (bin, &x) in bins.iter_mut().zip(numbers) {
            // -0 becomes 0.
            let bits = (x + 0.0).to_bits();
            least = least.min(bits);
            above_zero = above_zero.min(bits.wrapping_sub(1));
            greatest = greatest.max(bits);
            let place = ((x + offset).to_bits().wrapping_sub(base) >> shift) as u32 + 1;
            *bin = if bits == 0 { 0 } else { place };
        }
        Range { least, least_above_zero: above_zero, greatest }
    }
}
