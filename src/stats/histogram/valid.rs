//! Whether a histogram that was read is such as numbers can have made.

use serde::{Deserialize, Deserializer};

use super::{Histogram, Scale};

/// Reads counts without room to spare: a part has many millions of them.
pub(super) fn tight<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u32>, D::Error> {
    let mut counts = Vec::deserialize(deserializer)?;
    counts.shrink_to_fit();
    Ok(counts)
}

impl Histogram {
    /// Whether at most so many numbers may have made it, from the empty and trimmed `shape` on: then it merges with others of that
    /// shape, and every bin has its place.
    #[must_use]
    pub fn is_of(&self, shape: &Self, most: u64) -> bool {
        let counted = self.counts.iter().try_fold(self.zeros, |sum, &count| sum.checked_add(u64::from(count)));
        if counted.is_none_or(|count| count > most) || (self.grid.scale, self.most) != (shape.grid.scale, shape.most) {
            return false;
        }
        let [Some(first), Some(last)] = [self.counts.first(), self.counts.last()] else {
            return self.grid == shape.grid && self.has_bounds_of_zeros();
        };
        *first > 0 && *last > 0 && self.has_bounds_in_order() && self.covers_its_bounds(shape)
    }

    /// The bounds of nothing but zeros, or of nothing.
    fn has_bounds_of_zeros(&self) -> bool {
        let (least, greatest) = if self.zeros > 0 { (0.0, 0.0) } else { (f64::INFINITY, f64::NEG_INFINITY) };
        let expected: [f64; 3] = [least, f64::INFINITY, greatest];
        [self.least, self.least_above_zero, self.greatest].map(f64::to_bits) == expected.map(f64::to_bits)
    }

    /// The bounds of numbers some of which are above zero.
    fn has_bounds_in_order(&self) -> bool {
        let top = if self.grid.scale == Scale::Whole { f64::from(u32::MAX) } else { f64::MAX };
        let least = if self.zeros > 0 { 0.0 } else { self.least_above_zero };
        self.least.to_bits() == least.to_bits()
            && 0.0 < self.least_above_zero
            && self.least_above_zero <= self.greatest
            && self.greatest <= top
    }

    /// Whether its bins are those that the shape takes to cover the same numbers, from the first to the last that is used.
    fn covers_its_bounds(&self, shape: &Self) -> bool {
        let mut made = shape.clone();
        made.cover(self.least_above_zero, self.greatest);
        let (low, high) = (made.grid.bin(self.least_above_zero), made.grid.bin(self.greatest));
        made.grid == self.grid && self.first == low && self.counts.len() as u64 == u64::from(high - low) + 1
    }
}
