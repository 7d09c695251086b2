//! Events of history in a run: a replay of history, and a crisis in a simulated world.

mod library;

pub use library::{CrisisName, NamedCrisis, crises};

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

/// One path, month by month.
#[derive(Debug, Clone, PartialEq)]
pub struct Replay {
    source: Option<HistorySpan>,
    growth: Array2<f64>,
    filled: Vec<usize>,
    expected: Vec<f64>,
}

/// Numbers that make no path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// There is no month.
    #[error("a path has one month at least")]
    NoMonth,
    /// The series are not those of which something is expected.
    #[error("found the growth of {found} series, allowed: {assets} assets, with or without consumer prices")]
    Series {
        /// The series found.
        found: usize,
        /// The assets of which something is expected.
        assets: usize,
    },
    /// A growth is below 0, infinite or not a number.
    #[error("a growth is a finite number of 0 or more")]
    Growth,
}

impl Replay {
    /// Makes it from gross growth by (month, series): the assets in the plan's order, then consumer prices where they
    /// are part of the path. `expected` is the expected growth over a month of each asset, then of consumer prices; NaN
    /// where none is known.
    ///
    /// # Errors
    /// If there is no month, the series do not fit `expected`, or a growth is no finite number of 0 or more.
    pub fn new(growth: Array2<f64>, expected: Vec<f64>) -> Result<Self, ReplayError> {
        let (found, assets) = (growth.ncols(), expected.len().saturating_sub(1));
        if growth.nrows() == 0 {
            return Err(ReplayError::NoMonth);
        }
        if expected.is_empty() || !(assets..=assets + 1).contains(&found) {
            return Err(ReplayError::Series { found, assets });
        }
        if growth.iter().any(|growth| !(0.0..f64::INFINITY).contains(growth)) {
            return Err(ReplayError::Growth);
        }
        Ok(Self { source: None, growth, filled: Vec::new(), expected })
    }

    /// The same path as months of history. `filled` is the number of months in which history has no value of a series,
    /// so that it grows as expected; by series.
    #[must_use]
    pub fn of_history(self, source: HistorySpan, filled: Vec<usize>) -> Self {
        Self { source: Some(source), filled, ..self }
    }

    /// The months of history that are replayed; none where the path is not history.
    #[must_use]
    pub const fn source(&self) -> Option<&HistorySpan> {
        self.source.as_ref()
    }

    /// Gross growth by (month, series): the assets in the plan's order, then consumer prices where they are part of the
    /// path.
    #[must_use]
    pub const fn growth(&self) -> &Array2<f64> {
        &self.growth
    }

    /// Its number of months, 1 or more.
    #[must_use]
    pub fn months(&self) -> u32 {
        u32::try_from(self.growth.nrows()).unwrap_or(u32::MAX)
    }

    /// Whether the last series is consumer prices.
    #[must_use]
    pub fn has_inflation(&self) -> bool {
        self.growth.ncols() == self.expected.len()
    }

    /// The number of months in which history has no value of a series, by series.
    #[must_use]
    pub fn filled(&self) -> &[usize] {
        &self.filled
    }

    /// Expected growth over a month of each asset, then of consumer prices; NaN where none is known.
    #[must_use]
    pub fn expected(&self) -> &[f64] {
        &self.expected
    }
}

/// Months of a crisis that take the place of simulated ones.
#[derive(Debug, Clone)]
pub struct Crisis {
    /// The crisis' months in history.
    pub source: HistorySpan,
    growth: Array2<f64>,
    inflation: Vec<f64>,
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
    /// A crisis from its months in history, the gross growth of assets and of consumer prices by month, and its first
    /// month in a run. `None` if there is no month, or prices have not as many.
    #[must_use]
    pub fn new(source: HistorySpan, growth: Array2<f64>, inflation: Vec<f64>, start: CrisisStart) -> Option<Self> {
        let right = growth.nrows() > 0 && growth.nrows() == inflation.len();
        right.then_some(Self { source, growth, inflation, start })
    }

    /// Gross growth by (month, asset); NaN where the asset follows the simulated world.
    #[must_use]
    pub const fn growth(&self) -> &Array2<f64> {
        &self.growth
    }

    /// Gross growth of consumer prices by month, where the world simulates them; NaN where they follow it.
    #[must_use]
    pub fn inflation(&self) -> &[f64] {
        &self.inflation
    }

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
    /// Any month of a range, each as likely, drawn path by path.
    Random(MonthRange),
}

/// Months of a run, counted from 0: the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthRange {
    first: u32,
    last: u32,
}

impl MonthRange {
    /// The months from the first to the last; `None` if the first is after the last.
    #[must_use]
    pub const fn new(first: u32, last: u32) -> Option<Self> {
        if first <= last { Some(Self { first, last }) } else { None }
    }

    /// The first.
    #[must_use]
    pub const fn first(self) -> u32 {
        self.first
    }

    /// The last.
    #[must_use]
    pub const fn last(self) -> u32 {
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_of_months_has_one_at_least() {
        assert_eq!(MonthRange::new(3, 3).map(|months| [months.first(), months.last()]), Some([3, 3]));
        assert_eq!(MonthRange::new(4, 3), None);
    }

    #[test]
    fn a_path_has_months_and_the_growth_of_every_asset() {
        let path = |months: usize, series: usize, growth: f64| {
            Replay::new(Array2::from_elem((months, series), growth), vec![1.0; 3]).map(|path| path.has_inflation())
        };
        assert_eq!((path(1, 2, 1.0), path(1, 3, 0.0)), (Ok(false), Ok(true)));
        assert_eq!(path(0, 2, 1.0), Err(ReplayError::NoMonth));
        for found in [1, 4] {
            assert_eq!(path(1, found, 1.0), Err(ReplayError::Series { found, assets: 2 }));
        }
        for growth in [-0.1, f64::NAN, f64::INFINITY] {
            assert_eq!(path(1, 2, growth), Err(ReplayError::Growth));
        }
    }
}
