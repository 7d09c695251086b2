//! Paths that are given, not drawn.

use ndarray::Array2;

use crate::plan::Replay;

/// A month in which nothing moves but by what is expected.
pub(super) fn still(expected: &[f64]) -> Replay {
    let growth = Array2::from_shape_fn((1, expected.len()), |(_, series)| expected[series]);
    path(growth, expected)
}

/// A path of all series, consumer prices included.
pub(super) fn path(growth: Array2<f64>, expected: &[f64]) -> Replay {
    let filled = vec![0; expected.len()];
    Replay { source: None, growth, inflation: true, filled, expected: expected.to_vec() }
}
