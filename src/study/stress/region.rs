//! The region's accounts and pensions in a scenario.

use indexmap::IndexMap;
use serde::Serialize;

use crate::engine::{BlockState, Event};
use crate::ledger::lines::{Line, RegionEvent};
use crate::market;
use crate::plan::Plan;
use crate::stats::region::RegionPlaces;
use crate::stats::summarise::budget;
use crate::stats::summary::BudgetYear;

/// The region at the ends of the calendar years that a scenario and the months after it cover.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RegionOutcome {
    /// By calendar year: what the budget expects, SEK, where accounts are given.
    pub budget: IndexMap<i32, BudgetYear>,
    /// By calendar year, by line: SEK, nominal, income and gains positive; ratios as fractions.
    pub years: IndexMap<i32, IndexMap<Line, f64>>,
    /// By calendar year: what happened in it.
    pub happened: IndexMap<i32, Vec<RegionEvent>>,
}

/// The region on the plan's one path. A plan without a region has none.
pub(super) fn region(plan: &Plan) -> Option<RegionOutcome> {
    plan.region.as_ref()?;
    let places = RegionPlaces::new(plan);
    let mut outcome = RegionOutcome { budget: budget(plan), years: IndexMap::new(), happened: IndexMap::new() };
    let model = market::model(plan);
    BlockState::new(plan, model.as_ref()).run(0, |event| {
        let Event::Closed(year, region) = event else { return };
        let year_end = region.year_end();
        let lines = places.lines()[places.lines_of(year)].iter().map(|(_, line)| *line);
        let events = places.events()[places.events_of(year)].iter().map(|(_, event)| *event);
        let calendar = places.year(year);
        outcome.years.insert(calendar, lines.map(|line| (line, year_end.line(line)[0])).collect());
        outcome.happened.insert(calendar, events.filter(|event| year_end.happened(*event)[0] > 0.0).collect());
    });
    Some(outcome)
}

/// The months after a scenario, or as many as end a calendar year where a region is closed by years. A plan with a
/// region begins at the end of a year.
pub(super) fn whole_years(plan: &Plan, during: u32, after: u32) -> u32 {
    let over = (during + after) % 12;
    if plan.region.is_some() && over > 0 { after + 12 - over } else { after }
}
