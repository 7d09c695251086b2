//! One block of simulated months, and what is reckoned of each of its paths.

use super::powers::MOMENTS;
use crate::lanes::Lanes;
use crate::plan::HistoryStatistic;
/// The share of a path's full calendar years that have each event, then that have all; empty where there are no events
/// or no years.
pub type YearsByEvent = Vec<f64>;

/// Monthly log growth of each asset, then of consumer prices where they are simulated, of a block of paths.
pub struct Months {
    /// The growth by series, by month.
    pub series: Vec<Vec<Lanes>>,
    /// Levels of the factors at the horizon.
    pub factors: Vec<Lanes>,
}

impl Months {
    /// One path of one series.
    pub fn path(&self, series: usize, lane: usize) -> Vec<f64> {
        self.series[series].iter().map(|month| month[lane]).collect()
    }
}

/// The sums of a path.
pub struct PathSums {
    /// Moments about the exact means.
    pub moments: PathMoments,
    /// By target, in the plan's order: the figures of its history.
    pub targets: Vec<[f64; HistoryStatistic::ALL.len()]>,
    /// Calendar years with each event, and with all.
    pub years: YearsByEvent,
}

/// A path's means of powers and products, from the start to the horizon.
pub struct PathMoments {
    /// By asset, four kinds of means. The first are of deviations from the centre to the powers one to four. Then come
    /// those of a month's deviation times the next, and of a square times the next. The last is of a year's growth.
    pub assets: Vec<[f64; MOMENTS]>,
    /// By pair of assets, of products of deviations: (1, 0), (2, 0), (2, 1), …
    pub pairs: Vec<f64>,
    /// Factors at the horizon.
    pub factors: Vec<f64>,
    /// Log growth of consumer prices over the horizon.
    pub inflation: Option<f64>,
}
