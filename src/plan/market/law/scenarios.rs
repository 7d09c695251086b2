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
    /// The weight of each of the set's paths, where they are weighted: 0 or more, with a sum above 0.
    pub weights: Option<Vec<f64>>,
}
