//! A page of fitted laws: its assets, and the places of their plots.

use crate::numerics::real;
use crate::report::chart::scene::{Area, WIDTH};
use crate::study::calibrate::Calibration;
use crate::texts::Language;

/// Top of the first row of plots.
pub(super) const FIRST: f64 = 230.0;
/// Distance from one row to the next.
pub(super) const ROW: f64 = 306.0;
/// Height of a plot.
const HEIGHT: f64 = 206.0;
/// Left and right of all plots.
pub(super) const EDGES: [f64; 2] = [40.0, WIDTH - 40.0];
/// Room for the numbers to the left of a plot, and between plots.
pub(super) const NUMBERS: f64 = 88.0;
const GAP: f64 = 26.0;

/// The assets that share a page.
pub(super) struct AssetPage<'a> {
    pub(super) calibration: &'a Calibration,
    pub(super) language: Language,
    /// The assets on it.
    pub(super) assets: Vec<usize>,
}

impl AssetPage<'_> {
    /// The plot of an asset, counted on the page, in a row.
    pub(super) fn place(&self, column: usize, row: usize) -> Area {
        let [column, row, count] = [column, row, self.assets.len()].map(real);
        let width = (EDGES[1] - EDGES[0]) / count;
        let left = EDGES[0] + width * column;
        let top = FIRST + ROW * row;
        Area { left: left + NUMBERS, top, right: left + width - GAP, bottom: top + HEIGHT }
    }
}
