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
    growth: Array2<f64>,
    effect: Array2<f64>,
    /// Months after the scenario, in which all series grow as expected.
    pub aftermath_months: u32,
}

impl Scenario {
    /// Months after a scenario that states none.
    pub const AFTERMATH_MONTHS: u32 = 12;

    /// A scenario from gross growth and factors on it by (month, series). `None` if they are not of the same months and
    /// series.
    #[must_use]
    pub fn new(name: &str, label: Label, source: Label, [growth, effect]: [Array2<f64>; 2]) -> Option<Self> {
        let name = name.to_owned();
        let right = growth.dim() == effect.dim();
        right.then_some(Self { name, label, source, growth, effect, aftermath_months: Self::AFTERMATH_MONTHS })
    }

    /// A scenario of growth as it was, without factors.
    #[must_use]
    pub fn of_growth(name: &str, label: Label, source: Label, growth: Array2<f64>) -> Self {
        let (name, effect) = (name.to_owned(), Array2::ones(growth.dim()));
        Self { name, label, source, growth, effect, aftermath_months: Self::AFTERMATH_MONTHS }
    }

    /// Gross growth by (month, series): the assets in the plan's order, then consumer prices. NaN where the series
    /// grows as expected.
    #[must_use]
    pub const fn growth(&self) -> &Array2<f64> {
        &self.growth
    }

    /// Factors on that growth by (month, series), known or expected: 1, or the effect of a move of interest rates.
    #[must_use]
    pub const fn effect(&self) -> &Array2<f64> {
        &self.effect
    }

    /// Months of the scenario, without the months after it.
    #[must_use]
    pub fn months(&self) -> u32 {
        u32::try_from(self.growth.nrows()).unwrap_or(u32::MAX)
    }
}
