//! Whether counts and sums that were read can be those of paths.

use std::mem::discriminant;
use std::ops::Range;

use super::{PoolTally, Sums, Tally, WorstPath};
use crate::stats::figure::PoolEvent;

impl Tally {
    /// Whether those paths may have been counted so, from the empty `shape` on.
    #[must_use]
    pub fn is_of(&self, shape: &Self, paths: Range<u64>) -> bool {
        let most = paths.end - paths.start;
        let (counted, possible) = match self {
            Self::Pool(pool) => (pool.paths, pool.is_possible(paths)),
            Self::Region(region) => (region.paths, true),
        };
        let same_shape = |(mine, shape): (&[u64], &[u64])| mine.len() == shape.len();
        discriminant(self) == discriminant(shape)
            && counted == most
            && possible
            && self.histograms().into_iter().zip(shape.histograms()).all(|(mine, shape)| {
                mine.len() == shape.len() && mine.iter().zip(shape).all(|(mine, shape)| mine.is_of(shape, most))
            })
            && self.counts().into_iter().zip(shape.counts()).all(same_shape)
            && self.counts().into_iter().flatten().all(|count| *count <= most)
    }
}

impl PoolTally {
    /// Whether what happens at most once a path is counted at most once, and the worst path is one of these.
    fn is_possible(&self, paths: Range<u64>) -> bool {
        let most = paths.end - paths.start;
        let counts = PoolEvent::ALL.into_iter().zip(&self.events);
        let happened = |counts: &[u64]| counts.iter().fold(0_u64, |sum, count| sum.saturating_add(*count));
        self.worst.is_of(paths) && counts.filter(|(event, _)| !event.is_state()).all(|(_, all)| happened(all) <= most)
    }
}

impl WorstPath {
    /// Whether it is one of those paths, or none.
    fn is_of(self, paths: Range<u64>) -> bool {
        let none = self.path == 0 && self.price.is_infinite();
        self.price >= 0.0 && (none || paths.contains(&self.path))
    }
}

impl Sums {
    /// Whether at most so many paths may have been summed so, over the same figures as in the empty `shape`.
    #[must_use]
    pub fn is_of(&self, shape: &Self, paths: u64) -> bool {
        discriminant(self) == discriminant(shape)
            && self.expected_returns().len() == shape.expected_returns().len()
            && self.expected_returns().iter().all(|moments| moments.is_of(paths))
            && self
                .lists()
                .into_iter()
                .zip(shape.lists())
                .all(|(mine, shape)| mine.len() == shape.len() && mine.iter().all(|moments| moments.is_of(paths)))
    }
}
