//! Scenarios made elsewhere.

use ndarray::Array3;

/// Scenarios made elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenarios {
    returns: Array3<f64>,
    inflation: bool,
    weights: Option<Vec<f64>>,
}

/// Numbers that make no set of scenarios.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScenariosError {
    /// There is no path, no step or no asset.
    #[error("a set of scenarios has one path, one step and one asset at least")]
    Empty,
    /// A return is below -1, infinite or not a number.
    #[error("a return is a finite number of -1 or more")]
    Return,
}

impl Scenarios {
    /// Makes it from simple returns by (path, step, series): the assets in the plan's order, then consumer prices if
    /// `inflation`. Every path is as likely.
    ///
    /// # Errors
    /// If there is no path, step or asset, or a return is no finite number of -1 or more.
    pub fn new(returns: Array3<f64>, inflation: bool) -> Result<Self, ScenariosError> {
        let (paths, steps, series) = returns.dim();
        if paths == 0 || steps == 0 || series <= usize::from(inflation) {
            return Err(ScenariosError::Empty);
        }
        let possible = returns.iter().all(|simple| (-1.0..f64::INFINITY).contains(simple));
        possible.then_some(Self { returns, inflation, weights: None }).ok_or(ScenariosError::Return)
    }

    /// Simple returns by (path, step, series): the assets in the plan's order, then consumer prices where the set has
    /// them.
    #[must_use]
    pub const fn returns(&self) -> &Array3<f64> {
        &self.returns
    }

    /// Its number of paths, 1 or more.
    #[must_use]
    pub fn paths(&self) -> usize {
        self.returns.dim().0
    }

    /// Whether the last series is consumer prices.
    #[must_use]
    pub const fn has_inflation(&self) -> bool {
        self.inflation
    }

    /// The same with a weight for each of its paths. `None` if there are not as many, one is negative, or all are 0.
    /// Weights are kept times a power of two, so that the greatest is from 1 to 2. Their sum is then finite, and sums
    /// of tiny weights are exact.
    #[must_use]
    pub fn weighted(self, weights: Vec<f64>) -> Option<Self> {
        let right = weights.len() == self.paths()
            && weights.iter().all(|weight| (0.0..f64::INFINITY).contains(weight))
            && weights.iter().any(|&weight| weight > 0.0);
        if !right {
            return None;
        }
        let exponent = libm::ilogb(weights.iter().copied().fold(0.0, f64::max));
        let scaled = weights.into_iter().map(|weight| libm::scalbn(weight, -exponent)).collect();
        Some(Self { weights: Some(scaled), ..self })
    }

    /// The weight of each path, where they are weighted: 0 or more, the greatest from 1 to 2.
    #[must_use]
    pub fn weights(&self) -> Option<&[f64]> {
        self.weights.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_paths_steps_and_assets_and_returns_that_can_be() {
        let set = |shape, simple, inflation| Scenarios::new(Array3::from_elem(shape, simple), inflation).map(|_| ());
        assert_eq!([set((1, 1, 1), -1.0, false), set((1, 1, 2), 0.5, true)], [Ok(()); 2]);
        for (shape, inflation) in [((0, 1, 1), false), ((1, 0, 1), false), ((1, 1, 1), true)] {
            assert_eq!(set(shape, 0.0, inflation), Err(ScenariosError::Empty));
        }
        for simple in [-1.01, f64::NAN, f64::INFINITY] {
            assert_eq!(set((1, 1, 1), simple, false), Err(ScenariosError::Return));
        }
    }

    #[test]
    fn each_path_has_a_weight_and_some_are_above_0() {
        let set = |weights: &[f64]| Scenarios::new(Array3::zeros((2, 1, 1)), false).unwrap().weighted(weights.to_vec());
        assert_eq!(set(&[0.0, 3.0]).unwrap().weights(), Some(&[0.0, 1.5][..]));
        assert_eq!(set(&[4e-324, 8e-324]).unwrap().weights(), Some(&[0.5, 1.0][..]));
        assert_eq!(
            set(&[f64::MAX, f64::MAX / 2.0]).unwrap().weights().unwrap()[1].to_bits(),
            (1.0 - f64::EPSILON / 2.0).to_bits()
        );
        for wrong in [&[1.0][..], &[0.0, 0.0], &[-1.0, 2.0], &[f64::NAN, 1.0]] {
            assert_eq!(set(wrong), None);
        }
    }
}
