//! The region's lines and marks that are written down, with their years and places.

use std::ops::Range;

use crate::ledger::lines::{Line, Mark};
use crate::ledger::region::{lines, marks};
use crate::plan::{KeptMonths, Plan};

/// Over which years a mark is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Window {
    /// In the year.
    InYear,
    /// In one of the five that end with it.
    Within5Years,
    /// In any since the start.
    SinceStart,
}

impl Window {
    /// Every window.
    pub const ALL: [Self; 3] = [Self::InYear, Self::Within5Years, Self::SinceStart];

    /// Whether the mark happened, by its history: a bit a year, the last one in the lowest.
    #[must_use]
    pub const fn holds(self, history: u128) -> bool {
        match self {
            Self::InYear => history & 1 != 0,
            Self::Within5Years => history & 0b11111 != 0,
            Self::SinceStart => history != 0,
        }
    }

    /// The place of its count, by the mark's place.
    #[must_use]
    pub const fn place(self, mark: usize) -> usize {
        Self::ALL.len() * mark + self as usize
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

/// The place of each line and mark of each year.
#[derive(Debug, Clone)]
pub struct RegionPlaces {
    /// The calendar years.
    years: Vec<i32>,
    /// Each line with its year, counted from the first after the start as 0.
    lines: Vec<(usize, Line)>,
    /// Each mark with its year, counted likewise.
    marks: Vec<(usize, Mark)>,
}

impl RegionPlaces {
    /// The places of a plan. Lines are kept in the years of the accounts, and beyond them where month-ends are; marks
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
        let marks_of = |year: usize| marks(plan, year).into_iter().map(move |mark| (year, mark));
        Self {
            years: (0..years).map(|year| plan.year(year)).collect(),
            lines: (0..years).filter(kept).flat_map(lines_of).collect(),
            marks: (0..years).flat_map(marks_of).collect(),
        }
    }

    /// Every line that is kept.
    #[must_use]
    pub fn lines(&self) -> &[(usize, Line)] {
        &self.lines
    }

    /// Every mark.
    #[must_use]
    pub fn marks(&self) -> &[(usize, Mark)] {
        &self.marks
    }

    /// The places of a year's lines.
    #[must_use]
    pub fn lines_of(&self, year: usize) -> Range<usize> {
        of_year(&self.lines, year)
    }

    /// The places of a year's marks.
    #[must_use]
    pub fn marks_of(&self, year: usize) -> Range<usize> {
        of_year(&self.marks, year)
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

    /// The place of a mark of a calendar year.
    #[must_use]
    pub fn mark(&self, year: i32, mark: Mark) -> Option<usize> {
        self.marks.iter().position(|(at, one)| *one == mark && self.year(*at) == year)
    }
}

/// The places of one year in a list in the order of years.
fn of_year<T>(list: &[(usize, T)], year: usize) -> Range<usize> {
    list.partition_point(|(at, _)| *at < year)..list.partition_point(|(at, _)| *at <= year)
}
