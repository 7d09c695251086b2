//! Writes down what happens to the paths of one subject as the engine steps through a block.

mod pool;
mod region;

pub use pool::{Economy, PoolRecorder};
pub use region::RegionRecorder;

use super::tally::{SharedHistograms, Sums, Tally};
use super::variable::Variable;

/// Writes down one subject's paths, block after block.
pub enum Recorder<'a> {
    /// A pool's, or the total's.
    Pool(Box<PoolRecorder<'a>>),
    /// The region's years.
    Region(Box<RegionRecorder>),
}

impl Recorder<'_> {
    /// Goes to the start of a block of paths, of which the first `lanes` count.
    pub fn begin(&mut self, first_path: u64, lanes: usize) {
        match self {
            Self::Pool(recorder) => recorder.begin(first_path, lanes),
            Self::Region(recorder) => recorder.begin(lanes),
        }
    }

    /// Ends the block: counts its paths, and gives the block's sums.
    pub fn end(&mut self) -> Sums {
        match self {
            Self::Pool(recorder) => Sums::Pool(recorder.end()),
            Self::Region(recorder) => Sums::Region(recorder.end()),
        }
    }

    /// The paths of the block that count.
    #[must_use]
    pub fn lanes(&self) -> usize {
        match self {
            Self::Pool(recorder) => recorder.lanes(),
            Self::Region(recorder) => recorder.lanes(),
        }
    }

    /// A variable of each path of the block that was written down last; NaN where a path has none.
    pub fn numbers(&self, variable: Variable, out: &mut [f64]) {
        match self {
            Self::Pool(recorder) => recorder.numbers(variable, out),
            Self::Region(recorder) => recorder.numbers(variable, out),
        }
    }

    /// Hands over what its histograms list.
    pub fn hand_over(&mut self, to: &SharedHistograms) {
        match self {
            Self::Pool(recorder) => to.take(recorder.tally_mut().histograms_mut()),
            Self::Region(recorder) => to.take([&mut recorder.tally_mut().lines[..]]),
        }
    }

    /// The counts.
    #[must_use]
    pub fn into_tally(self) -> Tally {
        match self {
            Self::Pool(recorder) => Tally::Pool(recorder.into_tally()),
            Self::Region(recorder) => Tally::Region(recorder.into_tally()),
        }
    }
}
