//! Scenarios made elsewhere.

use ndarray::Array3;

/// Scenarios made elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenarios {
    /// Simple returns by (path, step, series): the assets in the plan's order, then consumer prices where the set has them.
    pub returns: Array3<f64>,
    /// Whether the last series is consumer prices.
    pub inflation: bool,
    /// Where the set's paths are weighted: of each path the weight of it and all before it, as a share of the whole.
    pub cumulated: Option<Vec<f64>>,
}
