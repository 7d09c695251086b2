//! The figures of the region: a line of the accounts, an event of a year, or how long the pools last.

use std::fmt;

use super::{Better, Statistic, Unit};
use crate::ledger::lines::{Line, LineUnit, RegionEvent};
use crate::stats::region::EventWindow;
use crate::texts::{Argument, Message, message};

/// A figure of the region, of a calendar year.
///
/// Its text is its path within the region's part of `summary.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RegionFigure {
    /// A line at the year's end.
    Line(i32, Line, Statistic),
    /// Probability of an event in a window of years that ends with the year.
    Event(i32, RegionEvent, EventWindow),
    /// Probability that the pools have paid all pensions that they are to pay, up to the year's end.
    Lasts(i32),
}

impl RegionFigure {
    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> i32 {
        match self {
            Self::Line(year, ..) | Self::Event(year, ..) | Self::Lasts(year) => year,
        }
    }

    /// Its name in tables that tell the year beside it.
    #[must_use]
    pub(crate) fn name(self) -> Argument {
        match self {
            Self::Line(_, line, statistic) => message!(region_figure, figure = line.name(), of = statistic).into(),
            Self::Event(_, event, EventWindow::InYear) if event.is_state() => event.name(),
            Self::Event(_, event, window) => message!(region_figure, figure = event.name(), of = words(window)).into(),
            Self::Lasts(_) => message!(region_lasts).into(),
        }
    }

    /// Its name with its year.
    #[must_use]
    pub(crate) fn name_with_year(self) -> Message {
        message!(region_figure_of_year, figure = self.name(), year = self.year())
    }

    /// Its unit, and how it is shown.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Line(_, line, _) => match line.unit() {
                LineUnit::Amount => Unit::Amount,
                LineUnit::Ratio => Unit::Ratio,
            },
            Self::Event(..) | Self::Lasts(_) => Unit::Fraction,
        }
    }

    /// Whether more of it is better.
    #[must_use]
    pub const fn better(self) -> Better {
        match self {
            Self::Line(_, line, _) => line.better(),
            Self::Event(..) => Better::Less,
            Self::Lasts(_) => Better::More,
        }
    }
}

/// The years of an event in words.
fn words(window: EventWindow) -> Message {
    match window {
        EventWindow::InYear => message!(region_in_year),
        EventWindow::Within5Years => message!(region_within_5_years),
        EventWindow::SinceStart => message!(region_since_start),
    }
}

impl fmt::Display for RegionFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(year, line, statistic) => write!(f, "years.{year}.{}.{statistic}", line.key()),
            Self::Event(year, event, window) => write!(f, "events.{year}.{}.{}", event.key(), window.key()),
            Self::Lasts(year) => write!(f, "lasts.{year}"),
        }
    }
}
