//! The region's lines and events that are written down, with their years and places.

use std::ops::Range;

use crate::ledger::lines::{Line, RegionEvent};
use crate::ledger::region::{events, lines};
use crate::plan::{KeptMonths, Plan};

/// The years in which an event is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventWindow {
    /// In the year.
    InYear,
    /// In one of the five that end with it.
    Within5Years,
    /// In any since the start.
    SinceStart,
}

impl EventWindow {
    /// Every window.
    pub const ALL: [Self; 3] = [Self::InYear, Self::Within5Years, Self::SinceStart];

    /// Whether the event happened, by its history: a bit a year, the last one in the lowest.
    #[must_use]
    pub const fn holds(self, history: u128) -> bool {
        match self {
            Self::InYear => history & 1 != 0,
            Self::Within5Years => history & 0b11111 != 0,
            Self::SinceStart => history != 0,
        }
    }

    /// The place of its count, by the event's place.
    #[must_use]
    pub const fn place(self, event: usize) -> usize {
        Self::ALL.len() * event + self as usize
    }

    /// Its name in figures.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::InYear => "in_year",
            Self::Within5Years => "within_5_years",
            Self::SinceStart => "since_start",
        }
    }
}

/// The place of each line and event of each year.
#[derive(Debug, Clone)]
pub struct RegionPlaces {
    /// The calendar years.
    years: Vec<i32>,
    /// Each line with its year, counted from the first after the start as 0.
    lines: Vec<(usize, Line)>,
    /// Each event with its year, counted in the same way.
    events: Vec<(usize, RegionEvent)>,
}

impl RegionPlaces {
    /// The places of a plan. Lines are kept in the years of the accounts, and beyond them where month-ends are; events
    /// in every year.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let years = plan.years() as usize;
        let accounts = plan.region.as_ref().and_then(|region| region.accounts.as_ref());
        let given = accounts.map_or(0, |accounts| accounts.years.len());
        let kept = |year: &usize| match &plan.outputs.kept {
            KeptMonths::Every => true,
            KeptMonths::Years(kept) => {
                *year < given || *year + 1 == years || kept.iter().any(|kept| *kept as usize == *year + 1)
            }
        };
        let lines_of = |year: usize| lines(plan, year).into_iter().map(move |line| (year, line));
        let events_of = |year: usize| events(plan, year).into_iter().map(move |event| (year, event));
        Self {
            years: (0..years).map(|year| plan.year(year)).collect(),
            lines: (0..years).filter(kept).flat_map(lines_of).collect(),
            events: (0..years).flat_map(events_of).collect(),
        }
    }

    /// Every line that is kept.
    #[must_use]
    pub fn lines(&self) -> &[(usize, Line)] {
        &self.lines
    }

    /// Every event.
    #[must_use]
    pub fn events(&self) -> &[(usize, RegionEvent)] {
        &self.events
    }

    /// The places of a year's lines.
    #[must_use]
    pub fn lines_of(&self, year: usize) -> Range<usize> {
        of_year(&self.lines, year)
    }

    /// The places of a year's events.
    #[must_use]
    pub fn events_of(&self, year: usize) -> Range<usize> {
        of_year(&self.events, year)
    }

    /// The calendar year of a year counted from the first after the start as 0.
    #[must_use]
    pub fn year(&self, year: usize) -> i32 {
        self.years[year]
    }

    /// The place of a line of a calendar year.
    #[must_use]
    pub fn line(&self, year: i32, line: Line) -> Option<usize> {
        self.lines.iter().position(|(at, one)| *one == line && self.year(*at) == year)
    }

    /// The place of an event of a calendar year.
    #[must_use]
    pub fn event(&self, year: i32, event: RegionEvent) -> Option<usize> {
        self.events.iter().position(|(at, one)| *one == event && self.year(*at) == year)
    }
}

/// The places of one year in a list in the order of years.
fn of_year<T>(list: &[(usize, T)], year: usize) -> Range<usize> {
    list.partition_point(|(at, _)| *at < year)..list.partition_point(|(at, _)| *at <= year)
}
