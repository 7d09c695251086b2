//! Given scenarios and replays: a finite set of paths, each with its probability. Every moment is a weighted mean over
//! the set.

use super::expected::{ExactMoments, Expected};
use crate::numerics::real;
use crate::plan::{Plan, Replay, Scenarios};
use crate::study::validate::powers::{MOMENTS, powers, product};

/// A set of paths.
struct PathSet<'a> {
    /// The weight of each path.
    weights: Vec<f64>,
    /// Monthly log growth of a series on a path.
    path: &'a dyn Fn(usize, usize) -> Vec<f64>,
    assets: usize,
    inflation: bool,
}

/// Exact moments over all paths of a set, each with its weight.
pub fn of_scenarios(plan: &Plan, set: &Scenarios) -> Expected {
    let paths = set.paths();
    let weights = match set.weights() {
        None => vec![1.0 / real(paths); paths],
        Some(weights) => {
            let sum = weights.iter().fold(0.0, |sum, weight| sum + weight);
            weights.iter().map(|weight| weight / sum).collect()
        }
    };
    let steps = plan.time.steps_per_month() as usize;
    let log = |path: usize, series: usize, step: usize| libm::log1p(set.returns()[(path, step, series)]);
    let month = |path, series, month: usize| (0..steps).fold(0.0, |sum, k| sum + log(path, series, month * steps + k));
    let path = |path: usize, series: usize| {
        (0..plan.time.months() as usize).map(|number| month(path, series, number)).collect::<Vec<f64>>()
    };
    PathSet { weights, path: &path, assets: plan.market.assets.len(), inflation: set.has_inflation() }.expected()
}

/// Exact moments of the one path.
pub fn of_replay(plan: &Plan, replay: &Replay) -> Expected {
    let path =
        |_: usize, series: usize| replay.growth().column(series).iter().map(|&growth| libm::log(growth)).collect();
    PathSet { weights: vec![1.0], path: &path, assets: plan.market.assets.len(), inflation: replay.has_inflation() }
        .expected()
}

impl PathSet<'_> {
    fn over(&self, f: impl Fn(usize) -> f64) -> f64 {
        self.weights.iter().enumerate().fold(0.0, |sum, (path, weight)| sum + weight * f(path))
    }

    /// The weighted mean of a path's mean month.
    fn month(&self, series: usize) -> f64 {
        self.over(|path| {
            let logs = (self.path)(path, series);
            logs.iter().fold(0.0, |sum, log| sum + log) / real(logs.len())
        })
    }

    fn expected(&self) -> Expected {
        let centres: Vec<f64> = (0..self.assets).map(|asset| self.month(asset)).collect();
        let mut moments = vec![[0.0; MOMENTS]; self.assets];
        let mut products = vec![0.0; self.assets * self.assets.saturating_sub(1) / 2];
        for (path, weight) in self.weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
            let logs: Vec<Vec<f64>> = (0..self.assets).map(|asset| (self.path)(path, asset)).collect();
            let around = |asset: usize| logs[asset].iter().map(|log| log - centres[asset]).collect::<Vec<f64>>();
            let deviations: Vec<Vec<f64>> = (0..self.assets).map(around).collect();
            for (asset, moments) in moments.iter_mut().enumerate() {
                let found = powers(&deviations[asset], &logs[asset]);
                moments.iter_mut().zip(found).for_each(|(sum, found)| *sum += weight * found);
            }
            let pairs = (0..self.assets).flat_map(|one| (0..one).map(move |other| (one, other)));
            for (sum, (one, other)) in products.iter_mut().zip(pairs) {
                *sum += weight * product(&deviations[one], &deviations[other]);
            }
        }
        let exact = |(&centre, moments): (&f64, &[f64; MOMENTS])| ExactMoments { centre, moments: moments.map(Some) };
        Expected {
            assets: centres.iter().zip(&moments).map(exact).collect(),
            products: products.into_iter().map(Some).collect(),
            inflation: self.inflation.then(|| self.month(self.assets)),
        }
    }
}
