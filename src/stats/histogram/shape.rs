//! Bins fit for numbers like those of a pilot.

use super::{Atom, Grid, Histogram, Kept, Scale};
use crate::numerics::real;

/// The part of itself by which rounding may move a value.
const ROUNDING: f64 = 1e-12;

/// The least count of equal numbers in a pilot of some hundreds that is no accident of a continuous law.
const EQUAL: usize = 3;

/// Atoms of a histogram at most.
const MOST_ATOMS: usize = 4;

/// Fewer numbers say nothing of a law's shape.
const LEAST_FOR_A_SHAPE: usize = 16;

/// Levels, the distance between them in standard deviations of a normal law, and the bins wanted to a standard
/// deviation that this distance tells. The middle half counts as it is. The others are noisy, and count where they are
/// clearly narrower: there numbers crowd.
const SPREADS: [(f64, f64, f64, f64); 7] = [
    (0.25, 0.75, 1.349, 40.0),
    (0.02, 0.1, 0.772, 24.0),
    (0.05, 0.25, 0.970, 32.0),
    (0.25, 0.5, 0.674, 32.0),
    (0.5, 0.75, 0.674, 32.0),
    (0.75, 0.95, 0.970, 32.0),
    (0.9, 0.98, 0.772, 24.0),
];

impl Histogram {
    /// An empty histogram with bins fit for numbers like these, `most` of them at most.
    ///
    /// A value that stands here at least three times is counted apart. A bin of the others is a 40th of their standard
    /// deviation or narrower. The quartiles tell the deviation, or other quantiles where these lie closer. Linear
    /// interpolation in a bin of width `w` misplaces a quantile by at most `w² |f'| / 8f`. For a normal law and `w =
    /// σ/40` that is `8e-5 z σ`, a sixteenth or less of the standard error at a million numbers. The pilot's spread may
    /// be a quarter too large before it is a tenth.
    ///
    /// Some numbers crowd at an end of their law, as values do over a floor that they cannot break. They would take
    /// very many bins of one width. There the bins widen with the distance from that end.
    #[must_use]
    pub fn shaped(&self, most: u32) -> Self {
        // Shares up to 31 fit in bins that are never joined.
        let most = if self.grid.scale == Scale::Absolute { most.max((5 << 14) + 1) } else { most };
        let mut shaped = Self { most, kept: Kept::default(), ..self.clone() };
        shaped.clear();
        if let Kept::Numbers(numbers) = &self.kept
            && !self.disordered
            && self.grid.scale != Scale::Whole
        {
            let mut sorted: Vec<f64> = numbers.iter().copied().filter(|&x| x != 0.0).collect();
            sorted.sort_by(f64::total_cmp);
            shaped.atoms = take_atoms(&mut sorted);
            shaped.grid = fit(self.grid.scale, &sorted, [self.least_binned, self.greatest]);
        }
        if self.grid.scale == Scale::Signed {
            let after = shaped.atoms.partition_point(|atom| atom.value < 0.0);
            shaped.atoms.insert(after, Atom::ZERO);
        }
        shaped
    }
}

/// Takes the values that stand several times out of increasing numbers, the most frequent ones.
fn take_atoms(sorted: &mut Vec<f64>) -> Vec<Atom> {
    let runs = sorted.chunk_by(|x, next| next - x <= ROUNDING * x.abs()).filter(|run| run.len() >= EQUAL);
    let mut atoms: Vec<(usize, Atom)> = runs
        .map(|run| {
            let value = run[run.len() / 2];
            let margin = ROUNDING * value.abs();
            (run.len(), Atom { low: run[0] - margin, value, high: run[run.len() - 1] + margin, count: 0 })
        })
        .collect();
    // The sort keeps the order of equally frequent ones.
    atoms.sort_by_key(|&(times, _)| std::cmp::Reverse(times));
    atoms.truncate(MOST_ATOMS);
    let mut atoms: Vec<Atom> = atoms.into_iter().map(|(_, atom)| atom).collect();
    atoms.sort_by(|one, other| one.value.total_cmp(&other.value));
    sorted.retain(|x| !atoms.iter().any(|atom| (atom.low..=atom.high).contains(x)));
    atoms
}

/// Bins for increasing numbers; `range` holds what was taken out of them too.
fn fit(scale: Scale, sorted: &[f64], range: [f64; 2]) -> Grid {
    let finest = finest(scale, sorted);
    if sorted.len() < LEAST_FOR_A_SHAPE {
        // Shares may come to lie anywhere; values near those that are known, which may all be equal.
        let across = place(finest, range[1]) - place(finest, range[0]);
        return finest.widened(if scale == Scale::Absolute { f64::INFINITY } else { across / 240.0 });
    }
    let (plain, bins) = fitted(finest, sorted);
    if scale == Scale::Signed {
        return plain;
    }
    if scale == Scale::Absolute {
        return finest.widened(f64::from(plain.size()) * (bins / ENOUGH_FOR_SHARES).max(1.0));
    }
    let (least, greatest) = (sorted[0], sorted[sorted.len() - 1]);
    let around_least = Grid::around(least, near(sorted.iter().map(|x| x - least)));
    let around_greatest = Grid::around(greatest, near(sorted.iter().rev().map(|x| greatest - x)));
    let around = [around_least, around_greatest].map(|grid| fitted(grid, sorted));
    let fewest = around.into_iter().min_by(|(_, one), (_, other)| one.total_cmp(other));
    fewest.filter(|(_, fewer)| bins > MANY && 2.0 * fewer < bins).map_or(plain, |(grid, _)| grid)
}

/// The finest bins for increasing numbers. Those of either sign are equally wide up to their median size.
fn finest(scale: Scale, sorted: &[f64]) -> Grid {
    let mut sizes: Vec<f64> = sorted.iter().map(|x| x.abs()).collect();
    sizes.sort_by(f64::total_cmp);
    match sizes.get(sizes.len() / 2) {
        Some(&median) if scale == Scale::Signed => Grid::signed(libm::ldexp(1.0, libm::ilogb(median))),
        _ => Grid::finest(scale),
    }
}

/// Bins that a pilot's shares may reach over; of more the memory would be felt.
const ENOUGH_FOR_SHARES: f64 = 16_384.0;

/// Bins over a pilot's range from which on another place of the bins is looked for.
const MANY: f64 = 1024.0;

/// The distance from an end within which bins need not become any narrower: a 16th of that within which a 50th of the
/// numbers lie. `distances` increase.
fn near(mut distances: impl ExactSizeIterator<Item = f64>) -> f64 {
    let fiftieth = distances.len() / 50;
    let distance = distances.nth(fiftieth).unwrap_or(0.0).max(f64::MIN_POSITIVE);
    libm::ldexp(1.0, libm::ilogb(distance) - 4)
}

/// Finest bins below a number.
fn place(finest: Grid, x: f64) -> f64 {
    if x.is_finite() { f64::from(finest.bin(x)) } else { 0.0 }
}

/// The grid widened to what increasing numbers take, and how many bins they reach over.
fn fitted(finest: Grid, sorted: &[f64]) -> (Grid, f64) {
    let at = |level: f64| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rank of the pilot's")]
        let rank = (level * real(sorted.len() as u64 - 1) + 0.5) as usize;
        place(finest, sorted[rank])
    };
    let widths = SPREADS.iter().map(|&(low, high, deviations, bins)| (at(high) - at(low)) / (deviations * bins));
    let grid = finest.widened(widths.filter(|&width| width > 0.0).fold(f64::INFINITY, f64::min));
    (grid, (at(1.0) - at(0.0)) / f64::from(grid.size()))
}
