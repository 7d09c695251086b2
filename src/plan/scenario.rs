//! Scenarios of a stress test: what happens to the assets from the start on, month by month.

use ndarray::Array2;

use super::Label;

/// One path of growth.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Name on the command line and in files.
    pub name: String,
    /// Name in reports.
    pub label: Label,
    /// The source of its figures, in words.
    pub source: Label,
    /// Gross growth by (month, series): the assets in the plan's order, then consumer prices. NaN where the series
    /// grows as expected.
    pub growth: Array2<f64>,
    /// Factors on that growth by (month, series), known or expected: 1, or the effect of a move of interest rates.
    pub effect: Array2<f64>,
    /// Months after the scenario, in which all series grow as expected.
    pub aftermath_months: u32,
}

impl Scenario {
    /// Months after a scenario that states none.
    pub const AFTERMATH_MONTHS: u32 = 12;

    /// Months of the scenario, without the months after it.
    #[must_use]
    pub fn months(&self) -> u32 {
        u32::try_from(self.growth.nrows()).unwrap_or(u32::MAX)
    }
}
