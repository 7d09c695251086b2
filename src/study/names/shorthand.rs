//! Short names of figures.

use crate::ledger::lines::{Line, RegionEvent};
use crate::stats::figure::{Branch, PoolFigure, RegionFigure, Statistic, Term};
use crate::stats::region::Window;

/// A short name of a figure. An `N` in it stands for a whole number: of years, or a calendar year.
#[derive(Debug, Clone, Copy)]
pub struct Shorthand {
    /// As it is typed.
    pub short: &'static str,
    /// The figure.
    pub figure: FigureByNumber,
    /// What it is.
    pub meaning: &'static str,
}

/// A figure by the number that stands for `N`.
#[derive(Debug, Clone, Copy)]
pub enum FigureByNumber {
    /// A figure of a pool, or of all pools together, by a number of years.
    Pool(fn(u32) -> PoolFigure),
    /// A figure of the region, by a calendar year.
    Region(fn(i32) -> RegionFigure),
}

/// All shorthands.
pub const SHORTHANDS: [Shorthand; 8] = [
    Shorthand {
        short: "p_breach_Ny",
        figure: FigureByNumber::Pool(|years| PoolFigure::BreachExPost(Term::Years(years))),
        meaning: "probability that the value is below the floor of the day itself (ex post, as the policy states it) \
                  at some month-end of the first N years",
    },
    Shorthand {
        short: "p_breach",
        figure: FigureByNumber::Pool(|_| PoolFigure::BreachExPost(Term::Horizon)),
        meaning: "the same over the horizon",
    },
    Shorthand {
        short: "p_below_expected_Ny",
        figure: FigureByNumber::Pool(|years| PoolFigure::BelowExpected(Term::Years(years))),
        meaning: "probability that the return a year over N years is below the pool's expected one",
    },
    Shorthand {
        short: "median_return_Ny",
        figure: FigureByNumber::Pool(|years| PoolFigure::NominalReturn(Term::Years(years), Statistic::MEDIAN)),
        meaning: "median return a year over N years, nominal",
    },
    Shorthand {
        short: "p_lasts_N",
        figure: FigureByNumber::Region(RegionFigure::Lasts),
        meaning: "probability that the pools have paid all pensions that they are to pay up to the end of the year N",
    },
    Shorthand {
        short: "p_balance_missed_N",
        figure: FigureByNumber::Region(|year| {
            RegionFigure::Event(year, RegionEvent::RequirementMissed, Window::SinceStart)
        }),
        meaning: "probability that the balance requirement has been missed in at least one year up to the year N",
    },
    Shorthand {
        short: "p_below_budget_N",
        figure: FigureByNumber::Region(|year| RegionFigure::Event(year, RegionEvent::BelowBudget, Window::InYear)),
        meaning: "probability that the result of the year N is below the budget's",
    },
    Shorthand {
        short: "funding_N",
        figure: FigureByNumber::Region(|year| RegionFigure::Line(year, Line::FundingRatioFull, Statistic::MEDIAN)),
        meaning: "median of the capital over the provision and the contingent liability at the end of the year N",
    },
];

impl FigureByNumber {
    /// Whether it is a figure of the branch.
    pub(super) fn is_of(self, branch: &Branch) -> bool {
        matches!(self, Self::Region(_)) == (*branch == Branch::Region)
    }

    /// Its path within its branch, with an `N` for the number.
    #[must_use]
    pub fn path(self) -> String {
        let path = match self {
            Self::Pool(figure) => figure(1111).to_string(),
            Self::Region(figure) => figure(1111).to_string(),
        };
        path.replace("1111", "N")
    }
}

impl Shorthand {
    /// The figure's path within its branch, if this is the shorthand of it.
    pub(super) fn stands_for(&self, name: &str) -> Option<String> {
        translated(self.short, &self.figure.path(), name)
    }

    /// The shorthand of a figure of its branch, if this is the one.
    pub(super) fn called(&self, figure: &str) -> Option<String> {
        translated(&self.figure.path(), self.short, figure)
    }
}

/// What a name becomes by another pattern, if it is of the first one: each has an `N` for the same whole number, or
/// none.
fn translated(from: &str, to: &str, name: &str) -> Option<String> {
    let Some((before, after)) = from.split_once('N') else { return (name == from).then(|| to.to_owned()) };
    let number = name.strip_prefix(before)?.strip_suffix(after)?;
    let whole = number.chars().all(|digit| digit.is_ascii_digit()) && !number.is_empty() && !number.starts_with('0');
    whole.then(|| to.replace('N', number))
}
