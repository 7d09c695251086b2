//! Whether counts and sums that were read are such as paths can have come to.

use std::ops::Range;

use super::{Sums, Tally, Worst};

impl Tally {
    /// Whether those paths may have been counted so, from the empty `shape` on.
    #[must_use]
    pub fn is_of(&self, shape: &Self, paths: Range<u64>) -> bool {
        let most = paths.end - paths.start;
        let each_once = [&self.first_ex_ante, &self.first_ex_post, &self.first_unpaid];
        self.paths == most
            && [self.not_recovered, self.jumped].iter().all(|count| *count <= most)
            && self.worst.is_of(paths)
            && self.histograms().into_iter().zip(shape.histograms()).all(|((_, mine), (_, shape))| {
                mine.len() == shape.len() && mine.iter().zip(shape).all(|(mine, shape)| mine.is_of(shape, most))
            })
            && self
                .counts()
                .into_iter()
                .zip(shape.counts())
                .all(|((_, mine), (_, shape))| mine.len() == shape.len() && mine.iter().all(|count| *count <= most))
            && each_once.into_iter().all(|counts| counts.iter().sum::<u64>() <= most)
    }
}

impl Worst {
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
        let causes = &self.expected_returns;
        causes.len() == shape.expected_returns.len()
            && causes.iter().all(|moments| moments.is_of(paths))
            && self
                .lists()
                .into_iter()
                .zip(shape.lists())
                .all(|(mine, shape)| mine.len() == shape.len() && mine.iter().all(|moments| moments.is_of(paths)))
    }
}
