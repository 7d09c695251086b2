//! Scenarios made elsewhere.

use ndarray::Array3;

/// Scenarios made elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenarios {
    /// Simple returns by (path, step, series): the assets in the plan's order, then consumer prices where the set has
    /// them.
    pub returns: Array3<f64>,
    /// Whether the last series is consumer prices.
    pub inflation: bool,
    weights: Option<Vec<f64>>,
}

impl Scenarios {
    /// Without weights.
    #[must_use]
    pub const fn new(returns: Array3<f64>, inflation: bool) -> Self {
        Self { returns, inflation, weights: None }
    }

    /// The same with a weight for each of its paths. `None` if there are not as many, one is negative, or all are 0.
    #[must_use]
    pub fn weighted(self, weights: Vec<f64>) -> Option<Self> {
        let right = weights.len() == self.returns.dim().0
            && weights.iter().all(|weight| (0.0..f64::INFINITY).contains(weight))
            && weights.iter().any(|&weight| weight > 0.0);
        right.then_some(Self { weights: Some(weights), ..self })
    }

    /// The weight of each path, where they are weighted: 0 or more, with a sum above 0.
    #[must_use]
    pub fn weights(&self) -> Option<&[f64]> {
        self.weights.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_path_has_a_weight_and_some_are_above_0() {
        let set = |weights: &[f64]| Scenarios::new(Array3::zeros((2, 1, 1)), false).weighted(weights.to_vec());
        assert_eq!(set(&[0.0, 2.0]).unwrap().weights(), Some(&[0.0, 2.0][..]));
        for wrong in [&[1.0][..], &[0.0, 0.0], &[-1.0, 2.0], &[f64::NAN, 1.0]] {
            assert_eq!(set(wrong), None);
        }
    }
}
