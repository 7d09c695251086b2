//! The grid of times.

use crate::units::MONTHS_PER_YEAR;

/// The grid of times: month-ends, and steps between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeGrid {
    /// The horizon in months.
    pub months: u32,
    /// Steps a month: 1, or 4 for weeks, 21 for trading days.
    pub steps_per_month: u32,
}

impl TimeGrid {
    /// The number of steps to the horizon.
    #[must_use]
    pub const fn steps(self) -> usize {
        self.months as usize * self.steps_per_month as usize
    }

    /// The month whose end is step `step`, if it is a month-end.
    #[must_use]
    pub fn month_end(self, step: usize) -> Option<usize> {
        let steps = self.steps_per_month as usize;
        step.is_multiple_of(steps).then_some(step / steps)
    }

    /// The number of steps a year.
    #[must_use]
    pub fn steps_per_year(self) -> f64 {
        MONTHS_PER_YEAR * f64::from(self.steps_per_month)
    }

    /// A step's length in years.
    #[must_use]
    pub fn step_in_years(self) -> f64 {
        1.0 / self.steps_per_year()
    }

    /// The horizon in years.
    #[must_use]
    pub fn years(self) -> f64 {
        f64::from(self.months) / MONTHS_PER_YEAR
    }
}
