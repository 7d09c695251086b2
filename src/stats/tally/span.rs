//! The spans over which growth is estimated.

use crate::plan::Plan;
use crate::stats::figure::Term;
use crate::units::{MONTHS_PER_YEAR, Rate};

/// A span from the start over which growth is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// Its name in figures.
    pub term: Term,
    /// Its length in months.
    pub month: u32,
}

impl Span {
    /// The spans of a plan: the first year, the years asked for, and the horizon; each no longer than the horizon.
    #[must_use]
    pub fn all(plan: &Plan) -> Vec<Self> {
        let mut years = plan.outputs.return_years.clone();
        years.push(1);
        years.sort_unstable();
        years.dedup();
        let horizon = plan.time.months();
        let years = years.into_iter().filter(|year| year * 12 <= horizon);
        let mut spans: Vec<Self> = years.map(|year| Self { term: Term::Years(year), month: year * 12 }).collect();
        spans.push(Self { term: Term::Horizon, month: horizon });
        spans
    }

    /// Its length in years.
    #[must_use]
    pub fn years(&self) -> f64 {
        f64::from(self.month) / MONTHS_PER_YEAR
    }

    /// The growth factor over the span at a return a year: `(1 + r)^years`.
    #[must_use]
    pub fn growth_at(&self, annual: Rate) -> f64 {
        libm::pow(1.0 + annual.get(), self.years())
    }
}
