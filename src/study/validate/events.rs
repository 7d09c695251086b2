//! Events of a calendar year: how often each comes, and all of them in one year.

use super::lines::{EventLine, mean};
use super::path::{Months, PathSums, YearsByEvent};
use crate::numerics::real;
use crate::plan::{CalendarEvent, EventSeries, Plan};
use crate::stats::probability::proportion;
use crate::units::Level;

/// The calendar years of one path.
pub fn of_path(plan: &Plan, months: &Months, lane: usize) -> YearsByEvent {
    let events = &plan.market.events;
    let first = (12 - plan.start.month_of_year() as usize) % 12;
    let horizon = plan.time.months() as usize;
    let years = horizon.saturating_sub(first) / 12;
    if events.is_empty() || years == 0 {
        return Vec::new();
    }
    let returns: Vec<Vec<f64>> = events
        .iter()
        .map(|event| {
            let path = months.path(series(plan, event), lane);
            let year = |year: usize| &path[first + 12 * year..first + 12 * (year + 1)];
            (0..years).map(|at| libm::expm1(year(at).iter().fold(0.0, |sum, log| sum + log))).collect()
        })
        .collect();
    let comes = |place: usize, year: usize| events[place].comes(returns[place][year]);
    let share = |all: &dyn Fn(usize) -> bool| real((0..years).filter(|&year| all(year)).count()) / real(years);
    let mut shares: Vec<f64> = (0..events.len()).map(|place| share(&|year| comes(place, year))).collect();
    shares.push(share(&|year| (0..events.len()).all(|place| comes(place, year))));
    shares
}

fn series(plan: &Plan, event: &CalendarEvent) -> usize {
    match event.of {
        EventSeries::Asset(asset) => asset,
        EventSeries::Inflation => plan.market.assets.len(),
    }
}

/// A line for each event, and one for all.
pub fn lines(plan: &Plan, seen: &[Vec<PathSums>]) -> Vec<EventLine> {
    let events = &plan.market.events;
    let probability = |place: usize| {
        let shares: Vec<f64> = seen.iter().flatten().filter_map(|path| path.years.get(place).copied()).collect();
        // The years of a path are dependent: what never came is bounded as if each path were one.
        let never = shares.iter().all(|&share| share == 0.0);
        if never { proportion(0, shares.len() as u64) } else { mean(shares.into_iter()) }
    };
    let mut lines: Vec<EventLine> = events
        .iter()
        .enumerate()
        .map(|(place, event)| EventLine {
            of: Some(event.name.clone()),
            bound: Some(event.bound),
            probability: probability(place),
            at_least: event.at_least_as_often.map(Level::get),
        })
        .collect();
    if events.len() > 1 {
        lines.push(EventLine { of: None, bound: None, probability: probability(events.len()), at_least: None });
    }
    lines
}
