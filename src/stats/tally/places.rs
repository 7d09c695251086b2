//! The places of a month-end's numbers.

use crate::plan::{Plan, TimeGrid};
use crate::stats::figure::Term;

/// The place of each month-end that is kept among those that are.
#[derive(Debug, Clone)]
pub struct Places {
    months: Vec<usize>,
    /// Whether the start is among them, before which no share was held.
    start: bool,
    time: TimeGrid,
}

impl Places {
    /// The places of a plan.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let months = plan.outputs.kept.months_of(plan.time);
        Self { start: months.first() == Some(&0), months, time: plan.time }
    }

    /// The number of month-ends that are kept.
    #[must_use]
    pub fn months(&self) -> usize {
        self.months.len()
    }

    /// The number of those with a share that was held before.
    #[must_use]
    pub fn shares(&self) -> usize {
        self.months.len() - usize::from(self.start)
    }

    /// The place of a month-end.
    #[must_use]
    pub fn place_of(&self, month: usize) -> Option<usize> {
        self.months.binary_search(&month).ok()
    }

    /// The place of the share held after trading at a month-end: kept if the next month-end is.
    #[must_use]
    pub fn of_share(&self, month: usize) -> Option<usize> {
        Some(self.place_of(month + 1)? - usize::from(self.start))
    }

    /// The full years that are kept, and the horizon, by their names in figures.
    #[must_use]
    pub fn terms(&self) -> Vec<(Term, usize)> {
        let years = (1..=self.time.months() / 12).map(|years| (Term::Years(years), 12 * years as usize));
        let kept = years.filter(|(_, month)| self.place_of(*month).is_some());
        kept.chain([(Term::Horizon, self.time.months() as usize)]).collect()
    }
}
