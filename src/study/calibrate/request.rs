//! The request to a history, and whether the history fits it.

use std::ops::Range;

use super::autoregression::LEAST_VALUES;
use crate::plan::History;
use crate::texts::{Message, Worded, message};
use crate::units::Month;
/// The fewest months that anything is fitted to.
pub const LEAST_MONTHS: usize = 24;

/// The request to a history.
#[derive(Debug, Clone, Default)]
pub struct CalibrationRequest {
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
#[error("{}", self.message())]
pub enum CalibrateError {
    /// A column that the file does not have.
    UnknownColumn {
        /// The name found.
        found: String,
        /// The file's columns.
        known: Vec<String>,
    },
    /// A column asked for twice.
    Twice(String),
    /// A column to de-smooth named twice.
    DesmoothedTwice(String),
    /// Rates are not averages of prices.
    NotSmoothed(String),
    /// The last month asked for is before the first.
    UntilBeforeFrom {
        /// The first month.
        from: Month,
        /// The last month.
        until: Month,
    },
    /// Too few months.
    TooShort {
        /// Months found.
        months: usize,
        /// The columns.
        columns: Vec<String>,
    },
    /// A column that does not move.
    Still(String),
    /// No law could be fitted to any of the columns.
    NothingFitted(Vec<String>),
}

impl Worded for CalibrateError {
    fn message(&self) -> Message {
        match self {
            Self::UnknownColumn { found, known } => message!(calibrate_unknown, found, known = known.join(", ")),
            Self::Twice(found) => message!(calibrate_twice, found),
            Self::DesmoothedTwice(found) => message!(calibrate_desmoothed_twice, found),
            Self::NotSmoothed(found) => message!(calibrate_not_smoothed, found),
            Self::UntilBeforeFrom { from, until } => {
                let later = message!(month_or_later, month = from.to_string());
                Message::found(until.to_string(), later).at("--until")
            }
            Self::TooShort { months, columns } => {
                message!(calibrate_too_short, months = *months, columns = columns.join(", "), least = LEAST_MONTHS)
            }
            Self::Still(found) => message!(calibrate_still, found),
            Self::NothingFitted(columns) => {
                message!(calibrate_nothing, columns = columns.join(", "), least = LEAST_VALUES)
            }
        }
    }
}

impl CalibrateError {
    /// Whether it is the request or the file that is wrong; else there is only too little in it.
    #[must_use]
    pub const fn is_wrong_request(&self) -> bool {
        !matches!(self, Self::NothingFitted(_))
    }
}

/// The places of the columns asked for, of a request that can be answered.
pub(super) fn chosen(history: &History, request: &CalibrationRequest) -> Result<Vec<usize>, CalibrateError> {
    if let (Some(from), Some(until)) = (request.from, request.until)
        && until < from
    {
        return Err(CalibrateError::UntilBeforeFrom { from, until });
    }
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
        let column = place(name)?;
        if !columns.contains(&column) || !history.kinds()[column].is_asset() {
            return Err(CalibrateError::NotSmoothed(name.clone()));
        }
    }
    Ok(columns)
}

/// The rows from and until the months asked for.
pub(super) fn span(history: &History, request: &CalibrationRequest) -> Range<usize> {
    let from = request.from.map_or(0, |from| history.months().partition_point(|month| *month < from));
    let until = request.until.map_or(history.months().len(), |until| history.months().partition_point(|m| *m <= until));
    from..until.max(from)
}
