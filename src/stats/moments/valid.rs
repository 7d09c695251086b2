//! Whether moments that were read are such as numbers can have.

use super::Moments;
use crate::stats::probability::real;

impl Moments {
    /// Whether at most so many numbers may have these moments. Of numbers that are not finite, mean and squares are NaN.
    #[must_use]
    pub fn is_of(&self, most: u64) -> bool {
        let negative = self.squares < 0.0;
        (0.0..=real(most)).contains(&self.count) && self.count.fract() == 0.0 && !negative
    }
}
