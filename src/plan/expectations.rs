//! The targets of a world: figures of histories, and events that must be possible.

use serde::{Deserialize, Serialize};

use crate::units::Level;

/// A figure of a history of monthly simple returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HistoryStatistic {
    /// Standard deviation of the months, times √12.
    Volatility,
    /// Skewness of the months.
    Skew,
    /// Excess kurtosis of the months.
    ExcessKurtosis,
    /// Correlation of a month with the next.
    Autocorrelation,
    /// Correlation of a month's squared deviation with the next month's.
    AutocorrelationOfSquares,
    /// Standard deviation of all sums of twelve consecutive months' returns, compounded.
    DeviationOf12Months,
    /// The lowest month.
    WorstMonth,
    /// The lowest return over twelve consecutive months.
    Worst12Months,
    /// The deepest fall from the highest value so far, negative.
    MaxDrawdown,
}

impl HistoryStatistic {
    /// Every figure.
    pub const ALL: [Self; 9] = [
        Self::Volatility,
        Self::Skew,
        Self::ExcessKurtosis,
        Self::Autocorrelation,
        Self::AutocorrelationOfSquares,
        Self::DeviationOf12Months,
        Self::WorstMonth,
        Self::Worst12Months,
        Self::MaxDrawdown,
    ];
}

/// Figures of a real history of an asset.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryTarget {
    /// The asset's place in the market.
    pub asset: usize,
    /// The source of the figures.
    pub source: String,
    /// Length of the history in months.
    pub months: u32,
    /// Its figures, of monthly simple returns.
    pub figures: Vec<(HistoryStatistic, f64)>,
}

/// An event of a calendar year.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarEvent {
    /// Name of the asset, or of the factor.
    pub name: String,
    /// The series whose year it is.
    pub of: EventSeries,
    /// The bound on the year's growth, a fraction.
    pub bound: EventBound,
    /// The least probability a year that is required.
    pub at_least_as_often: Option<Level>,
}

impl CalendarEvent {
    /// Whether a year of this growth is such an event.
    #[must_use]
    pub fn comes(&self, growth: f64) -> bool {
        match self.bound {
            EventBound::AtMost(most) => growth <= most,
            EventBound::AtLeast(least) => growth >= least,
        }
    }
}

/// The series that an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventSeries {
    /// An asset's total return.
    Asset(usize),
    /// The rise of consumer prices.
    Inflation,
}

/// A bound on a year's growth.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EventBound {
    /// The growth is at most this.
    AtMost(f64),
    /// The growth is at least this.
    AtLeast(f64),
}
