//! What the registry says of a figure: path, unit, group, and whether more of it is better.

use crate::ledger::lines::Better;
use crate::plan::FigureGroup;
use crate::texts::{Argument, message};
use crate::units::MNKR;

/// What the registry says of a figure of a pool.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureEntry {
    /// Its path in `summary.json` within the pool, with slots for its parameters: `value.{term}.{statistic}`.
    pub path: &'static str,
    /// Its unit, and how it is shown.
    pub unit: Unit,
    /// The group of figures that brings it; none where the market's own settings do.
    pub group: Option<FigureGroup>,
    /// Whether more of it is better.
    pub better: Better,
    /// What it is.
    pub meaning: &'static str,
}

/// The unit of a figure, and how tables show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// SEK; shown in millions.
    Amount,
    /// A fraction of a whole, a rate or a probability; shown in percent.
    Fraction,
    /// A ratio of any size and sign; shown in percent.
    Ratio,
    /// A number without a unit, or of months; shown with so many decimals at most.
    Number(usize),
}

impl Unit {
    /// A value of it in words: an amount in million kronor, a fraction in percent.
    #[must_use]
    pub(crate) fn argument(self, value: f64) -> Argument {
        match self {
            Self::Amount => message!(mnkr, amount = Argument::of_six_figures(value / MNKR)).into(),
            Self::Fraction | Self::Ratio => message!(percent, number = Argument::of_six_figures(100.0 * value)).into(),
            Self::Number(_) => Argument::of_six_figures(value),
        }
    }

    /// Whether its figures are fractions, which may be written as percentages.
    #[must_use]
    pub const fn is_fraction(self) -> bool {
        match self {
            Self::Fraction | Self::Ratio => true,
            Self::Amount | Self::Number(_) => false,
        }
    }
}

/// What stands in the slots of a path: `y10` and `mean` of `value.y10.mean` by `value.{term}.{statistic}`.
pub(super) fn slots<'t>(path: &str, text: &'t str) -> Option<Vec<&'t str>> {
    if path.split('.').count() != text.split('.').count() {
        return None;
    }
    let mut slots = Vec::new();
    for (pattern, part) in path.split('.').zip(text.split('.')) {
        match pattern.split_once('{') {
            Some((before, _)) => slots.push(part.strip_prefix(before)?),
            None if pattern == part => {}
            None => return None,
        }
    }
    Some(slots)
}
