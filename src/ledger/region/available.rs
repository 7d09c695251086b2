//! The lines and events that a plan has in a year.

use super::super::lines::{Line, RegionEvent, Topic};
use super::super::pensions::{Valuation, due_by_month};
use crate::plan::{Liability, LiabilityPart, Plan};

/// The lines of the year that ends so many years, less one, after the start, in their order.
#[must_use]
pub fn lines(plan: &Plan, year: usize) -> Vec<Line> {
    let topics = topics(plan, year);
    Line::ALL.into_iter().filter(|line| topics.contains(&line.topic())).collect()
}

/// The events of that year, in their order.
#[must_use]
pub fn events(plan: &Plan, year: usize) -> Vec<RegionEvent> {
    let topics = topics(plan, year);
    RegionEvent::ALL.into_iter().filter(|event| topics.contains(&event.topic())).collect()
}

/// The topics that a plan has in a year.
fn topics(plan: &Plan, year: usize) -> Vec<Topic> {
    let Some(region) = &plan.region else { return Vec::new() };
    let liability = region.liability.as_ref();
    let owes = |part: LiabilityPart| liability.is_some_and(|of| Valuation::new(of).at(part, year + 1) > 0.0);
    let [provision, contingent] = LiabilityPart::ALL.map(owes);
    let paid_by_pools = liability.and_then(|liability| liability.paid_by_pools.as_ref());
    let calendar = plan.year(year);
    [
        (Topic::Accounts, region.accounts.as_ref().is_some_and(|accounts| year < accounts.years.len())),
        (Topic::Debt, region.accounts.is_some()),
        (Topic::Capital, liability.is_some()),
        (Topic::Provision, provision),
        (Topic::Contingent, contingent),
        (Topic::Owed, provision || contingent),
        (Topic::Market, liability.is_some_and(|of| of.market.is_some()) && (provision || contingent)),
        (Topic::Pensions, paid_by_pools.is_some_and(|paid| calendar >= i32::from(paid.from))),
        (Topic::DueSoFar, has_due(plan, liability, year)),
        (Topic::Contributions, !region.contributions.is_empty()),
        (Topic::Buffer, region.buffer.is_some()),
    ]
    .into_iter()
    .filter_map(|(topic, is_there)| is_there.then_some(topic))
    .collect()
}

/// Whether a pension that the pools pay falls due up to a year's end.
fn has_due(plan: &Plan, liability: Option<&Liability>, year: usize) -> bool {
    let first = i16::try_from(plan.year(0)).unwrap_or(i16::MAX);
    liability.is_some_and(|of| due_by_month(of, first).iter().take(12 * (year + 1)).any(|due| *due > 0.0))
}
