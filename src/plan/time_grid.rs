//! The grid of times.

use crate::units::MONTHS_PER_YEAR;

/// The grid of times: month-ends, and steps between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeGrid {
    months: u32,
    steps_per_month: u32,
}

impl TimeGrid {
    /// From the horizon in months and the steps a month; each is 1 at least.
    #[must_use]
    pub const fn new(months: u32, steps_per_month: u32) -> Self {
        Self {
            months: if months == 0 { 1 } else { months },
            steps_per_month: if steps_per_month == 0 { 1 } else { steps_per_month },
        }
    }

    /// The same grid to another horizon, one month at least.
    #[must_use]
    pub const fn with_months(self, months: u32) -> Self {
        Self::new(months, self.steps_per_month)
    }

    /// The horizon in months.
    #[must_use]
    pub const fn months(self) -> u32 {
        self.months
    }

    /// Steps a month: 1, or 4 for weeks, 21 for trading days.
    #[must_use]
    pub const fn steps_per_month(self) -> u32 {
        self.steps_per_month
    }

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
