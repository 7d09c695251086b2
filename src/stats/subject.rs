//! The subject of figures: a pool, or all pools together.

use crate::plan::{Plan, Pool, TimeGrid};

/// The pool whose figures are reckoned; `None` for the total.
pub type Subject<'a> = Option<&'a Pool>;

/// The pools of a subject.
pub fn pools<'a>(plan: &'a Plan, subject: Subject<'a>) -> impl Iterator<Item = &'a Pool> {
    plan.pools.iter().filter(move |pool| subject.is_none_or(|one| one.name == pool.name))
}

/// The observations of a subject in a month; the total is observed at month-ends.
pub fn observations_per_month(subject: Subject, time: TimeGrid) -> usize {
    subject.map_or(1, |pool| pool.high.observations_per_month(time))
}

/// Whether a subject's pools may ever be without money: pensions are paid from them.
pub fn can_be_emptied(plan: &Plan, subject: Subject) -> bool {
    plan.region.is_some() || pools(plan, subject).any(|pool| !pool.flows.payments.is_empty())
}

/// The highest level of a pool's opening history in what is observed, 0 for none, and its step: the latest of equals,
/// before 0.
pub fn known_top(pool: &Pool, time: TimeGrid) -> (f64, f64) {
    let opening = pool.opening_observed();
    let ages = (1..).map(|months_ago: u32| -f64::from(months_ago * time.steps_per_month()));
    let levels = pool.history.get().iter().rev().map(|price| price * opening);
    levels.zip(ages).fold((0.0, 0.0), |top, known| if known.0 > top.0 { known } else { top })
}
