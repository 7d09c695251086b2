//! Counts as segments of numbers in increasing order.

use super::{Atom, Histogram, Kept, Scale};
use crate::numerics::real;

/// Numbers between two edges, or at one value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment {
    pub low: f64,
    pub high: f64,
    pub count: f64,
    pub inside: Inside,
}

/// The places of numbers inside a segment, as far as they are known.
#[derive(Debug, Clone, Copy)]
pub(super) enum Inside {
    /// All stand at its one value.
    Point,
    /// All stand at its one value, in a bin with others.
    PointIn(AtomNeighbours),
    /// They lie as the counts of the bins before and after let expect, by the widths of the three.
    Smooth { widths: [f64; 3], neighbours: [f64; 2] },
    /// They lie anywhere.
    Anywhere,
}

/// The other numbers in an atom's bin. On which side of the atom they lie is not known: they are taken to be spread
/// evenly.
#[derive(Debug, Clone, Copy)]
pub(super) struct AtomNeighbours {
    /// The bin.
    pub edges: [f64; 2],
    /// How many may lie before the atom beyond those taken to.
    pub before: f64,
    /// How many may lie after it beyond those taken to.
    pub after: f64,
}

/// An empty neighbour tells something only of a bin with at least so many numbers.
const MANY_BY_AN_EMPTY_BIN: f64 = 9.0;

impl Histogram {
    /// All numbers in increasing order; empty where there are no estimates.
    pub(super) fn segments(&self) -> Vec<Segment> {
        let Kept::Counts { first, counts } = &self.kept else { return Vec::new() };
        if self.disordered {
            return Vec::new();
        }
        let point = |value, count| Segment { low: value, high: value, count, inside: Inside::Point };
        let mut segments = Vec::new();
        segments.extend((self.zeros > 0).then(|| point(0.0, real(self.zeros))));
        let mut atoms = self.atoms.iter().filter(|atom| atom.count > 0).peekable();
        let edge = |bin: u32| self.grid.edge((u64::from(bin - 1) << self.joined) + 1);
        let (mut next, mut edges) = (0, [0.0; 4]);
        for (place, bin) in (0..counts.len()).zip(*first..).filter(|&(place, _)| counts[place] > 0) {
            let [_, low, high, above] = edges;
            edges = if bin == next {
                [low, high, above, edge(bin + 2)]
            } else {
                [edge(bin.max(2) - 1), edge(bin), edge(bin + 1), edge(bin + 2)]
            };
            next = bin + 1;
            while let Some(atom) = atoms.next_if(|atom| self.stored_bin(atom.value) < bin) {
                segments.push(point(atom.value, real(atom.count)));
            }
            let mut rest = self.stored(place, edges, counts);
            let whole = rest;
            while let Some(atom) = atoms.next_if(|atom| self.stored_bin(atom.value) == bin) {
                rest = self.split(whole, rest, atom, &mut segments);
            }
            segments.push(rest);
        }
        segments.extend(atoms.map(|atom| point(atom.value, real(atom.count))));
        segments
    }

    /// Puts what of the rest of a bin lies before an atom, and the atom, to the segments; what lies after it is left.
    fn split(&self, whole: Segment, rest: Segment, atom: &Atom, segments: &mut Vec<Segment>) -> Segment {
        let value = atom.value.clamp(rest.low, rest.high);
        let part = match (value - rest.low) / (rest.high - rest.low) {
            _ if atom.high >= self.greatest => 1.0,
            _ if atom.low <= self.least_binned => 0.0,
            part => {
                if part.is_nan() {
                    0.5
                } else {
                    part
                }
            }
        };
        let before = Segment { high: value, count: rest.count * part, inside: Inside::Anywhere, ..rest };
        let after = Segment { low: value, count: rest.count - before.count, inside: Inside::Anywhere, ..rest };
        let companions = AtomNeighbours { edges: [whole.low, whole.high], before: after.count, after: before.count };
        segments.extend((before.count > 0.0).then_some(before));
        segments.push(Segment {
            low: value,
            high: value,
            count: real(atom.count),
            inside: Inside::PointIn(companions),
        });
        after
    }

    /// A stored bin, its edges held to the least and the greatest number. `edges` are those of the bins before, at and
    /// after it.
    fn stored(&self, place: usize, edges: [f64; 4], counts: &[u32]) -> Segment {
        let [below, low, high, above] = edges;
        let count_at =
            |place: Option<usize>| place.and_then(|place| counts.get(place)).map_or(0.0, |&count| f64::from(count));
        let neighbours = [count_at(place.checked_sub(1)), count_at(place.checked_add(1))];
        let inside = Inside::Smooth { widths: [low - below, high - low, above - high], neighbours };
        let (low, high) = (low.max(self.least_binned), high.min(self.greatest));
        let high = if self.grid.scale == Scale::Whole { low } else { high };
        Segment { low, high, count: f64::from(counts[place]), inside }
    }
}

impl Segment {
    /// The part of its width by which linear interpolation may misplace a number in it, 1 at most.
    ///
    /// Where the density changes linearly by a share `s` across a bin, interpolation misplaces a number by at most
    /// `s/8` of its width. The count may differ from the line through its neighbours' by more than chance, two standard
    /// deviations of that difference. By so much the bin may hold a point mass, anywhere. Next to an empty bin the law
    /// may begin or end anywhere.
    pub fn doubt(&self) -> f64 {
        match self.inside {
            Inside::Point | Inside::PointIn(_) => 0.0,
            Inside::Anywhere => 1.0,
            Inside::Smooth { neighbours: [before, after], .. }
                if self.count >= MANY_BY_AN_EMPTY_BIN && (before == 0.0 || after == 0.0) =>
            {
                1.0
            }
            Inside::Smooth { widths: [below, width, above], neighbours: [before, after] } => {
                // What the neighbours' densities make of this bin's width.
                let (by_before, by_after) = (width / below, width / above);
                let (from_before, from_after) = (before * by_before, after * by_after);
                let slope = 0.5 * (from_before - from_after).abs() / self.count;
                let bend = (from_before + from_after - 2.0 * self.count).abs();
                let chance = (4.0 * self.count + from_before * by_before + from_after * by_after).sqrt();
                (slope.min(1.0) / 8.0 + 0.5 * (bend - 2.0 * chance).max(0.0) / self.count).min(1.0)
            }
        }
    }
}
