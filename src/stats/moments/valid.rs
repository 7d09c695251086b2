//! Whether moments that were read are possible.

use super::Moments;
use crate::numerics::real;

impl Moments {
    /// Whether at most so many numbers may have these moments.
    #[must_use]
    pub fn is_of(&self, most: u64) -> bool {
        may_be(self.count, self.squares, most)
    }
}

/// Whether a count is possible of at most so many numbers, with that sum of squares: NaN where they are not finite.
pub(in crate::stats) fn may_be(count: f64, squares: f64, most: u64) -> bool {
    let negative = squares < 0.0;
    (0.0..=real(most)).contains(&count) && count.fract() == 0.0 && !negative
}
