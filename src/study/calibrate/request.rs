//! What is asked of a history, and whether it fits it.

use std::ops::Range;

use super::autoregression::LEAST_VALUES;
use super::kind::Kind;
use crate::plan::History;
use crate::units::Month;
/// The fewest months that anything is fitted to.
pub const LEAST_MONTHS: usize = 24;

/// What is asked of a history.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The columns to fit; all of the file's if empty.
    pub columns: Vec<String>,
    /// The first month used.
    pub from: Option<Month>,
    /// The last month used.
    pub until: Option<Month>,
    /// Columns of month averages, to be de-smoothed.
    pub desmooth: Vec<String>,
    /// Whether correlations are shrunk.
    pub shrink: bool,
    /// Seed of the simulated falls.
    pub seed: u64,
}

/// Why a history cannot be fitted.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CalibrateError {
    /// A column that the file does not have.
    #[error("found the column \"{found}\", allowed: {}", known.join(", "))]
    UnknownColumn {
        /// The name found.
        found: String,
        /// The file's columns.
        known: Vec<String>,
    },
    /// A column asked for twice.
    #[error("found the column \"{0}\" twice, allowed: each column once")]
    Twice(String),
    /// A column to de-smooth named twice.
    #[error("found the column \"{0}\" twice to de-smooth, allowed: each column once")]
    DesmoothedTwice(String),
    /// Rates are not averages of prices.
    #[error("found the column \"{0}\" to de-smooth, allowed: a column of returns that is fitted")]
    NotSmoothed(String),
    /// Too few months.
    #[error("found {months} months in a row in which all of {} have values, allowed: at least {LEAST_MONTHS}", columns.join(", "))]
    TooShort {
        /// Months found.
        months: usize,
        /// The columns.
        columns: Vec<String>,
    },
    /// A column that does not move.
    #[error("found the column \"{0}\" without any change over the months used, allowed: a series that moves")]
    Still(String),
    /// No law could be fitted to any of the columns.
    #[error("nothing could be fitted to {}: fewer than {LEAST_VALUES} values of each (calendar years, of inflation)", .0.join(", "))]
    NothingFitted(Vec<String>),
}

impl CalibrateError {
    /// Whether it is the request or the file that is wrong; else there is only too little in it.
    #[must_use]
    pub const fn is_wrong_request(&self) -> bool {
        !matches!(self, Self::NothingFitted(_))
    }
}

/// The places of the columns asked for.
pub(super) fn chosen(history: &History, request: &Request) -> Result<Vec<usize>, CalibrateError> {
    let place = |name: &String| {
        let unknown = || CalibrateError::UnknownColumn { found: name.clone(), known: history.columns().to_vec() };
        history.column(name).ok_or_else(unknown)
    };
    let columns: Vec<usize> = if request.columns.is_empty() {
        (0..history.columns().len()).collect()
    } else {
        request.columns.iter().map(place).collect::<Result<_, _>>()?
    };
    if let Some(again) = (0..columns.len()).find(|&at| columns[..at].contains(&columns[at])) {
        return Err(CalibrateError::Twice(history.columns()[columns[again]].clone()));
    }
    for (at, name) in request.desmooth.iter().enumerate() {
        if request.desmooth[..at].contains(name) {
            return Err(CalibrateError::DesmoothedTwice(name.clone()));
        }
        if !columns.contains(&place(name)?) || !Kind::of(name).is_asset() {
            return Err(CalibrateError::NotSmoothed(name.clone()));
        }
    }
    Ok(columns)
}

/// The rows from and until the months asked for.
pub(super) fn span(history: &History, request: &Request) -> Range<usize> {
    let from = request.from.map_or(0, |from| history.months().partition_point(|month| *month < from));
    let until = request.until.map_or(history.months().len(), |until| history.months().partition_point(|m| *m <= until));
    from..until.max(from)
}
