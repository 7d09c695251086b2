//! Events of history in a run: a replay of history, and a crisis in a simulated world.

mod library;

pub use library::{NamedCrisis, crises};

use ndarray::Array2;

use crate::units::Month;

/// Months of a named history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistorySpan {
    /// The history's name.
    pub name: String,
    /// The first month.
    pub first: Month,
    /// The last month.
    pub last: Month,
}

/// One path of history, month by month, with expected growth where history has no value.
#[derive(Debug, Clone, PartialEq)]
pub struct Replay {
    /// The months that are replayed; none where the path is not history.
    pub source: Option<HistorySpan>,
    /// Gross growth by (month, series): the assets in the plan's order, then consumer prices where they are replayed.
    pub growth: Array2<f64>,
    /// Whether the last series is consumer prices.
    pub inflation: bool,
    /// The number of months in which a series grows as expected, since history has no value; by series.
    pub filled: Vec<usize>,
    /// Expected growth over a month of each asset, then of consumer prices; NaN where the configuration states none.
    pub expected: Vec<f64>,
}

/// Months of a crisis that take the place of simulated ones.
#[derive(Debug, Clone)]
pub struct Crisis {
    /// The crisis' months in history.
    pub source: HistorySpan,
    /// Gross growth by (month, asset); NaN where the asset follows the simulated world.
    pub growth: Array2<f64>,
    /// Gross growth of consumer prices by month, where the world simulates them; NaN where they follow it.
    pub inflation: Vec<f64>,
    /// Its first month.
    pub start: CrisisStart,
}

impl PartialEq for Crisis {
    /// Bit by bit, so that months without a value are the same.
    fn eq(&self, other: &Self) -> bool {
        let bits = |crisis: &Self| -> Vec<u64> {
            crisis.growth.iter().chain(&crisis.inflation).map(|growth| growth.to_bits()).collect()
        };
        (&self.source, self.start, self.growth.dim()) == (&other.source, other.start, other.growth.dim())
            && bits(self) == bits(other)
    }
}

impl Crisis {
    /// Its number of months.
    #[must_use]
    pub fn months(&self) -> usize {
        self.growth.nrows()
    }
}

/// The first month of a crisis, counted from 0: the run's first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CrisisStart {
    /// The same on every path.
    At(u32),
    /// Any of these, each as likely, path by path.
    Random {
        /// The first.
        first: u32,
        /// The last.
        last: u32,
    },
}
