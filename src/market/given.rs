//! Given scenarios: paths made elsewhere. Without weights, path `i` of the run is path `i` of the set: no law, no draw.
//!
//! With weights, each path of the run draws a path of the set with the probability of its weight, by the method of
//! aliases. Walker (1977), *ACM Transactions on Mathematical Software* 3(3); Vose (1991), *IEEE Transactions on
//! Software Engineering* 17(9). A draw takes two or more words of the path's own, and the same time whatever the number
//! of scenarios.

use ndarray::{ArrayView2, ArrayView3, Axis};

use super::{MarketModel, MarketStep, World};
use crate::lanes::LANES;
use crate::numerics::real;
use crate::plan::Scenarios;
use crate::random::{Stream, WeightedAliasIndex};

/// The set of scenarios.
pub struct Given<'a> {
    set: &'a Scenarios,
    seed: u64,
    /// The law of the scenario of a path, where the set is weighted.
    weighted: Option<WeightedAliasIndex<f64>>,
}

impl<'a> Given<'a> {
    /// The set that a plan holds.
    ///
    /// # Panics
    /// Never: the weights of a set are not negative, and the greatest is from 1 to 2.
    #[must_use]
    pub fn new(set: &'a Scenarios, seed: u64) -> Self {
        let weighted = set.weights().map(|weights| {
            WeightedAliasIndex::new(weights.to_vec())
                .expect("weights are not negative, and the greatest is from 1 to 2")
        });
        Self { set, seed, weighted }
    }
}

/// Expected growth over a step of each series of a set: the geometric mean of all its steps, each path with its weight.
#[must_use]
pub fn expected_growth(set: &Scenarios) -> Vec<f64> {
    set.returns().axis_iter(Axis(2)).map(|series| geometric_mean(&series, set.weights())).collect()
}

/// The geometric mean of growth over a step, from simple returns by path and step.
fn geometric_mean(returns: &ArrayView2<f64>, weights: Option<&[f64]>) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for (path, steps) in returns.outer_iter().enumerate() {
        let weight = weights.map_or(1.0, |weights| weights[path]);
        sum += weight * steps.iter().fold(0.0, |sum, simple| sum + libm::log1p(*simple));
        count += weight * real(steps.len());
    }
    libm::exp(sum / count)
}

impl MarketModel for Given<'_> {
    fn world(&self) -> Box<dyn World + '_> {
        let draws = self.weighted.as_ref().map(|law| (law, Stream::new(self.seed, "market/scenario")));
        let (returns, inflation) = (self.set.returns().view(), self.set.has_inflation());
        Box::new(PathReader { returns, inflation, draws, scenarios: Vec::with_capacity(LANES), step: 0 })
    }
}

struct PathReader<'a> {
    /// Simple returns by (path, step, series).
    returns: ArrayView3<'a, f64>,
    inflation: bool,
    draws: Option<(&'a WeightedAliasIndex<f64>, Stream)>,
    /// The path of the set that each path of the block is; none beyond the set, where the last block's unused paths
    /// stand still.
    scenarios: Vec<usize>,
    step: usize,
}

impl World for PathReader<'_> {
    fn begin(&mut self, block: u64) {
        self.step = 0;
        self.scenarios.clear();
        if let Some((law, stream)) = &mut self.draws {
            self.scenarios.resize(LANES, 0);
            stream.draw_by_path(block, *law, &mut self.scenarios);
        } else {
            let first = usize::try_from(block).unwrap_or(usize::MAX).saturating_mul(LANES);
            self.scenarios.extend((first..self.returns.dim().0).take(LANES));
        }
    }

    fn step(&mut self, step: &mut MarketStep) {
        let all = self.returns.dim().2;
        let assets = all - usize::from(self.inflation);
        for series in 0..all {
            let out: &mut [f64] = if series < assets { &mut step.growth[series] } else { &mut step.inflation };
            out[self.scenarios.len()..].fill(1.0);
            for (out, &scenario) in out.iter_mut().zip(&self.scenarios) {
                *out = 1.0 + self.returns[(scenario, self.step, series)];
            }
        }
        self.step += 1;
    }
}

#[cfg(test)]
mod tests {
    use ndarray::Array3;

    use super::*;

    /// A law of weights this small draws no path that is not there.
    #[test]
    fn weights_that_differ_by_a_power_of_two_draw_the_same_paths() {
        let drawn = |unit: f64| {
            let set = Scenarios::new(Array3::from_shape_fn((2, 1, 1), |(path, ..)| 0.1 * real(path)), false).unwrap();
            let set = set.weighted(vec![unit, 3.0 * unit]).unwrap();
            let law = Given::new(&set, 1).weighted.unwrap();
            let mut drawn = vec![0; 64 * LANES];
            let mut stream = Stream::new(1, "market/scenario");
            drawn.chunks_mut(LANES).zip(0..).for_each(|(drawn, block)| stream.draw_by_path(block, &law, drawn));
            drawn
        };
        let ordinary = drawn(1.0);
        assert!(ordinary.contains(&0) && ordinary.contains(&1));
        for unit in [5e-324, 2e-323, 1e-300, 1e300] {
            let power = libm::scalbn(1.0, libm::ilogb(unit));
            assert_eq!(drawn(power), ordinary, "{unit:e}");
        }
    }

    /// Paths that rise by a fifth and fall by a tenth a step; a weight counts as so many copies of its path.
    #[test]
    fn a_weight_counts_as_so_many_copies_of_its_path() {
        let set = |paths: &[f64]| {
            Scenarios::new(Array3::from_shape_fn((paths.len(), 2, 1), |(i, _, _)| paths[i]), false).unwrap()
        };
        let weighted = set(&[0.2, -0.1]).weighted(vec![1.0, 3.0]).unwrap();
        let exact = libm::pow(1.2 * 0.9 * 0.9 * 0.9, 0.25);
        for set in [weighted, set(&[0.2, -0.1, -0.1, -0.1])] {
            assert!((expected_growth(&set)[0] / exact - 1.0).abs() < 1e-14);
        }
    }
}
