//! The bins that a histogram puts numbers into, apart from what it counted.

use super::{Grid, Histogram, Scale};

/// Bins, which any number may be placed in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bins {
    grid: Grid,
    joined: u32,
}

impl Bins {
    /// Lower and upper edge of the bin in which a number lies that has one.
    fn edges(self, x: f64) -> [f64; 2] {
        let bin = (u64::from(self.grid.bin(x)) - 1) >> self.joined;
        [bin, bin + 1].map(|bin| self.grid.edge((bin << self.joined) + 1))
    }

    /// The middle of the bin in which a number lies, which is where it counts in tail means.
    #[must_use]
    pub fn middle(self, x: f64) -> f64 {
        if x <= 0.0 {
            return x;
        }
        let [low, high] = self.edges(x);
        0.5 * (low + high)
    }
}

impl Histogram {
    /// Its bins.
    #[must_use]
    pub fn bins(&self) -> Bins {
        Bins { grid: self.grid, joined: self.joined }
    }

    /// The edges of the bin in which a number lies. A number that is counted apart (zero, a whole number, a value that
    /// many have) has none.
    #[must_use]
    pub fn edges(&self, x: f64) -> Option<[f64; 2]> {
        let apart =
            self.grid.scale == Scale::Whole || self.atoms.iter().any(|atom| (atom.low..=atom.high).contains(&x));
        let has_bin = x > 0.0 || x < 0.0 && self.grid.scale == Scale::Signed;
        (has_bin && x.is_finite() && !apart).then(|| self.bins().edges(x))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(numbers: &[f64]) -> Histogram {
        let mut pilot = Histogram::pilot(Scale::Relative);
        pilot.add(&numbers[..256.min(numbers.len())]);
        let mut shaped = pilot.shaped(1 << 16);
        numbers.chunks(256).for_each(|numbers| shaped.add(numbers));
        shaped
    }

    #[test]
    fn a_number_lies_in_its_bin_and_counts_at_its_middle() {
        let numbers: Vec<f64> = (0..1009_u32).map(|i| 1.0 + f64::from(i * 7919 % 1009) / 1009.0).collect();
        let histogram = shaped(&numbers);
        for &x in &numbers {
            let [low, high] = histogram.edges(x).unwrap();
            assert!(low <= x && x < high && high - low < 0.02, "{x}: {low} to {high}");
            assert!((histogram.bins().middle(x) - 0.5 * (low + high)).abs() < 1e-15);
            let inside = numbers.iter().filter(|&&x| x >= low && x < high).count();
            #[allow(clippy::cast_precision_loss, reason = "a few")]
            let counted = histogram.count_between(low, high) - inside as f64;
            assert!(counted.abs() < 1e-9 || low < 1.01 || high > 1.99, "{inside} in {low} to {high}");
        }
    }

    #[test]
    fn what_is_counted_apart_has_no_bin() {
        let mut numbers: Vec<f64> = (0..256_u32).map(|i| 1.0 + f64::from(i) / 256.0).collect();
        numbers[..60].fill(1.5);
        let histogram = shaped(&numbers);
        assert!(histogram.edges(1.5).is_none() && histogram.edges(1.6).is_some());
        assert!(histogram.edges(0.0).is_none() && histogram.edges(f64::NAN).is_none());
    }
}
