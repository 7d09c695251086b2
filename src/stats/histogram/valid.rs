//! Whether a histogram that was read can be one of numbers.

use super::{Atom, Histogram, Kept, Scale};

impl Histogram {
    /// Whether it can be the empty and trimmed `shape` with at most so many numbers added. Then it merges with others
    /// of that shape, and every bin has its place.
    #[must_use]
    pub fn is_of(&self, shape: &Self, most: u64) -> bool {
        let Kept::Counts { first, counts } = &self.kept else { return false };
        let apart = || self.atoms.iter().map(|atom| atom.count);
        let mut all = counts.iter().map(|&count| u64::from(count)).chain(apart());
        let counted = all.try_fold(self.zeros, u64::checked_add);
        if counted.is_none_or(|count| count > most) || !self.has_places_of(shape) {
            return false;
        }
        let atoms = apart().any(|count| count > 0);
        if counts.is_empty() && !atoms {
            return self.joined == 0 && *first == 0 && self.has_bounds_of_zeros();
        }
        self.has_bounds_in_order() && self.covers_its_bounds(shape, *first, counts, atoms)
    }

    /// Whether bins and atoms lie where the other one's do.
    fn has_places_of(&self, other: &Self) -> bool {
        let places = |atom: &Atom| [atom.low, atom.value, atom.high].map(f64::to_bits);
        (self.grid, self.most) == (other.grid, other.most)
            && self.atoms.iter().map(places).eq(other.atoms.iter().map(places))
    }

    /// The bounds of nothing but zeros, or of nothing.
    fn has_bounds_of_zeros(&self) -> bool {
        let (least, greatest) = if self.zeros > 0 { (0.0, 0.0) } else { (f64::INFINITY, f64::NEG_INFINITY) };
        let expected: [f64; 3] = [least, f64::INFINITY, greatest];
        [self.least, self.least_binned, self.greatest].map(f64::to_bits) == expected.map(f64::to_bits)
    }

    /// The bounds of numbers some of which have a bin.
    fn has_bounds_in_order(&self) -> bool {
        if self.grid.scale == Scale::Signed {
            let finite = self.least.is_finite() && self.greatest.is_finite();
            return finite && self.least.to_bits() == self.least_binned.to_bits() && self.least <= self.greatest;
        }
        let top = if self.grid.scale == Scale::Whole { f64::from(u32::MAX) } else { f64::MAX };
        let least = if self.zeros > 0 { 0.0 } else { self.least_binned };
        self.least.to_bits() == least.to_bits()
            && 0.0 < self.least_binned
            && self.least_binned <= self.greatest
            && self.greatest <= top
    }

    /// Whether its bins are those that the shape takes to cover the same numbers, from the first to the last that is
    /// used. Where the least or the greatest numbers are counted apart, the first or the last bin used may lie further
    /// in.
    fn covers_its_bounds(&self, shape: &Self, first: u32, counts: &[u32], atoms: bool) -> bool {
        let bounds = (self.least_binned, self.greatest);
        let mut made = shape.clone();
        (made.least_binned, made.greatest) = bounds;
        made.cover();
        if made.joined != self.joined {
            return false;
        }
        let [Some(lowest), Some(highest)] = [counts.first(), counts.last()] else { return first == 0 };
        let (low, high) = (u64::from(made.stored_bin(bounds.0)), u64::from(made.stored_bin(bounds.1)));
        let (from, to) = (u64::from(first), u64::from(first) + counts.len() as u64 - 1);
        *lowest > 0 && *highest > 0 && if atoms { low <= from && to <= high } else { (low, high) == (from, to) }
    }
}
