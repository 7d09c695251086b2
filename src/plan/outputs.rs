//! The figures and files of a run.

use super::TimeGrid;
use crate::units::{Level, Mnkr, Share};

/// The figures and files of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Outputs {
    /// The groups of figures.
    pub figures: Vec<FigureGroup>,
    /// Whether the pools are added up: not where they are alternatives.
    pub total: bool,
    /// The quantiles.
    pub quantiles: Quantiles,
    /// The month-ends at which distributions of value, share and floor are kept.
    pub kept: KeptMonths,
    /// Years over which returns are annualised, the horizon always among them.
    pub return_years: Vec<u32>,
    /// Falls whose probability is reported, as shares of the highest value.
    pub falls: Vec<Share>,
    /// Values whose probability to be reached is reported, in increasing order.
    pub values: Vec<Mnkr>,
    /// Shares below this count as cash-lock.
    pub cash_lock: Share,
    /// Jumps of the allowed share of at least this count as roll-off jumps.
    pub jump: Share,
    /// Whether the monthly table is written.
    pub months: bool,
    /// Whether charts are drawn.
    pub charts: bool,
    /// Paths drawn in the charts of sample paths.
    pub sample_paths: u32,
}

/// Levels of quantiles, increasing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Quantiles(Vec<Level>);

impl Quantiles {
    /// Makes it from levels; `None` if they do not increase.
    #[must_use]
    pub fn new(levels: Vec<Level>) -> Option<Self> {
        levels.is_sorted_by(|one, next| one < next).then_some(Self(levels))
    }

    /// The levels.
    #[must_use]
    pub fn levels(&self) -> impl DoubleEndedIterator<Item = f64> + Clone {
        self.0.iter().map(|level| level.get())
    }
}

/// Month-ends at which distributions of value, share and floor are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptMonths {
    /// Every one, for tables by month and charts over time.
    Every,
    /// The ends of these years, and the horizon.
    Years(Vec<u32>),
}

impl KeptMonths {
    /// The month-ends of a grid that are kept, in their order.
    #[must_use]
    pub fn months_of(&self, time: TimeGrid) -> Vec<usize> {
        let last = time.months() as usize;
        match self {
            Self::Every => (0..=last).collect(),
            Self::Years(years) => {
                let ends = years.iter().map(|&year| year as usize * 12).filter(|&month| 0 < month && month < last);
                let months: std::collections::BTreeSet<usize> = ends.chain([last]).collect();
                months.into_iter().collect()
            }
        }
    }
}

impl Outputs {
    /// Whether a group of figures is wanted.
    #[must_use]
    pub fn wants(&self, group: FigureGroup) -> bool {
        self.figures.contains(&group)
    }
}

/// A group of figures that a run can make.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum FigureGroup {
    /// Value: mean and quantiles at every month.
    Value,
    /// Annualised return, nominal and real, and the probability that it misses what is expected.
    Return,
    /// Losses over 12 months and the horizon: probability, value at risk, expected shortfall.
    Loss,
    /// Breaches of the floor, ex ante and ex post: probability by year, episodes, months below, depth.
    Breach,
    /// The deepest fall from the rolling high and from the all-time high.
    Drawdown,
    /// Time from the peak before the deepest fall until it is regained.
    Recovery,
    /// Equity share over the whole path: mean, cash-lock.
    Share,
    /// Equity share: mean and quantiles at every month.
    ShareByMonth,
    /// Floor: mean and quantiles at every month.
    FloorByMonth,
    /// Turnover and trading cost.
    Trading,
    /// Jumps of the allowed share that come only from an old high leaving the window.
    RollOff,
    /// Contributions, payments, and payments that could not be made.
    Flows,
}

impl FigureGroup {
    /// Every group.
    pub const ALL: [Self; 12] = [
        Self::Value,
        Self::Return,
        Self::Loss,
        Self::Breach,
        Self::Drawdown,
        Self::Recovery,
        Self::Share,
        Self::ShareByMonth,
        Self::FloorByMonth,
        Self::Trading,
        Self::RollOff,
        Self::Flows,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_increase() {
        let of = |levels: &[f64]| Quantiles::new(levels.iter().map(|&level| Level::new(level).unwrap()).collect());
        assert!(of(&[]).is_some() && of(&[0.05, 0.5]).is_some());
        assert!(of(&[0.5, 0.05]).is_none() && of(&[0.5, 0.5]).is_none());
    }
}
