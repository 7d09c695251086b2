//! The values that figures can have.

use super::{Figure, PathFigure, PoolFigure, Quantity, RegionFigure, Source};
use crate::ledger::lines::{Line, Range};

/// The range of what is not negative.
const NOT_NEGATIVE: [f64; 2] = [0.0, f64::INFINITY];
/// A probability, or a part of a whole.
const PART: [f64; 2] = [0.0, 1.0];
/// A return, a year: nothing is left, or eleven times as much, which no pool comes to.
const RETURN: [f64; 2] = [-1.0, 10.0];
/// Any number.
const ANY: [f64; 2] = [f64::NEG_INFINITY, f64::INFINITY];

impl Figure {
    /// The least and the greatest value that it can have, where no pool can hold more equities than `most_share`.
    ///
    /// An equity share above 1 is borrowed for and has no bound, since the share grows as equities fall.
    #[must_use]
    pub fn range(self, most_share: f64) -> [f64; 2] {
        match self {
            Self::Pool(figure) => of_pool(figure, if most_share > 1.0 { NOT_NEGATIVE } else { PART }),
            Self::Region(RegionFigure::Line(_, line, _)) => of_line(line),
            Self::Region(RegionFigure::Event(..) | RegionFigure::Lasts(_)) => PART,
        }
    }
}

fn of_pool(figure: PoolFigure, share: [f64; 2]) -> [f64; 2] {
    match figure.source() {
        Source::Quantity(Quantity::Value | Quantity::Floor, ..) | Source::Deviation(..) => NOT_NEGATIVE,
        Source::Quantity(Quantity::EquityShare, ..) => share,
        Source::Quantity(Quantity::NominalReturn | Quantity::RealReturn, ..) => RETURN,
        Source::Quantity(Quantity::LogGrowth, ..) => ANY,
        Source::Path(of, _) | Source::PathGiven(of, _) => of_path(of, share),
        Source::PathOver(..)
        | Source::Event(..)
        | Source::ValueAtLeast(..)
        | Source::BreachAfterEmptied
        | Source::BelowExpected(_)
        | Source::Loss(_)
        | Source::NotRecovered
        | Source::AllPaths => PART,
        Source::ValueAtRisk(_) | Source::Shortfall95(_) | Source::Shortfall99(_) => [f64::NEG_INFINITY, 1.0],
    }
}

const fn of_path(figure: PathFigure, share: [f64; 2]) -> [f64; 2] {
    match figure {
        PathFigure::DepthExAnte
        | PathFigure::DepthExPost
        | PathFigure::FallRolling
        | PathFigure::FallAllTime
        | PathFigure::FallUnit
        | PathFigure::CashLock => PART,
        PathFigure::Share | PathFigure::LargestJump => share,
        PathFigure::Episodes
        | PathFigure::MonthsBelow
        | PathFigure::Recovery
        | PathFigure::Turnover
        | PathFigure::Cost
        | PathFigure::Jumps
        | PathFigure::PaymentsMissed
        | PathFigure::Contributed
        | PathFigure::Due => NOT_NEGATIVE,
    }
}

const fn of_line(line: Line) -> [f64; 2] {
    match line.range() {
        Range::Any => ANY,
        Range::NotNegative | Range::Planned => NOT_NEGATIVE,
        Range::Share => PART,
    }
}
