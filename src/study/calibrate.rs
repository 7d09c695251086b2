//! `calibrate`: market assumptions from history, each with its standard error.

pub mod autoregression;
pub(crate) mod copula;
pub mod correlation;
pub mod describe;
#[cfg(test)]
mod draws;
pub(crate) mod falls;
pub mod inflation;
pub(crate) mod likelihood;
pub mod lognormal;
pub(crate) mod matrix;
pub(crate) mod normal;
pub mod regimes;
mod request;
pub mod smoothing;

use std::ops::Range;

use indexmap::IndexMap;
use ndarray::Array2;
use serde::Serialize;

use crate::plan::{History, SeriesKind};
use crate::units::Month;
use autoregression::Vasicek;
use copula::FittedCopula;
use describe::Description;
use falls::Falls;
use inflation::Inflation;
use lognormal::Lognormal;
use regimes::{FittedRegimes, NoRegimes};
pub use request::{CalibrateError, CalibrationRequest, LEAST_MONTHS};
use request::{chosen, span};

/// Market assumptions from a history. In JSON an estimate has its standard error and 95 % interval; what is not known
/// is null.
#[derive(Debug, Clone, Serialize)]
pub struct Calibration {
    /// The first month used.
    pub from: Month,
    /// The last month used.
    pub until: Month,
    /// How many months.
    pub months: usize,
    /// How many months of the file, in the span asked for, were left out because a column has no value near them.
    pub left_out: usize,
    /// What each column was taken for.
    pub kinds: IndexMap<String, SeriesKind>,
    /// The columns that held prices or levels in the file, and were made returns.
    pub from_prices: Vec<String>,
    /// The columns that were de-smoothed.
    pub desmoothed: Vec<String>,
    /// The assets fitted together, in the order of the lists and matrices below.
    pub assets: Vec<FittedAsset>,
    /// One normal law of log returns.
    pub lognormal: Option<Lognormal>,
    /// Two regimes.
    pub regimes: Option<FittedRegimes>,
    /// Why there are no two regimes.
    pub no_regimes: Option<NoRegimes>,
    /// Which of the two has the lower BIC.
    pub preferred: Option<PreferredLaw>,
    /// The t-copula.
    pub copula: Option<FittedCopula>,
    /// Short rates by column.
    pub rates: IndexMap<String, Vasicek>,
    /// Inflation by column.
    pub inflation: IndexMap<String, Inflation>,
    /// Columns of rates and inflation to which nothing could be fitted: too short or without change.
    pub unfitted: Vec<String>,
    /// Log returns by (month, asset).
    #[serde(skip)]
    pub logs: Array2<f64>,
}

/// A law of the assets' returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PreferredLaw {
    /// One normal law of log returns.
    Lognormal,
    /// Two regimes.
    RegimeSwitching,
}

/// An asset of a history.
#[derive(Debug, Clone, Serialize)]
pub struct FittedAsset {
    /// The column.
    pub name: String,
    /// What it was taken for.
    pub kind: SeriesKind,
    /// Its history.
    pub history: Description,
    /// Its deepest fall against those of the fitted laws.
    pub falls: Falls,
}

/// Fits every law to the longest stretch of months in which all columns have values.
///
/// # Errors
/// If the request does not fit the history, there are too few months, or no column is long enough for its law.
pub fn calibrate(history: &History, request: &CalibrationRequest) -> Result<Calibration, CalibrateError> {
    let columns = chosen(history, request)?;
    let names: Vec<String> = columns.iter().map(|&column| history.columns()[column].clone()).collect();
    let span = span(history, request);
    let cut = history.rows(span.clone());
    let rows = cut.joint_rows(&columns);
    if rows.len() < LEAST_MONTHS {
        return Err(CalibrateError::TooShort { months: rows.len(), columns: names });
    }
    let series = |&column: &usize| series(history, column, span.start + rows.start..span.start + rows.end, request);
    let series: Vec<Vec<f64>> = columns.iter().map(series).collect();
    if let Some(still) = series.iter().position(|x| !autoregression::moves(x)) {
        return Err(CalibrateError::Still(names[still].clone()));
    }
    let mut calibration = blank(&cut.months()[rows.clone()], span.len() - rows.len(), request);
    calibration.kinds =
        columns.iter().zip(&names).map(|(&column, name)| (name.clone(), history.kinds()[column])).collect();
    calibration.from_prices = history.from_prices().iter().filter(|name| names.contains(name)).cloned().collect();
    fit_factors(&mut calibration, &cut.months()[rows], names.iter().zip(&series));
    let kinds = calibration.kinds.clone();
    let assets: Vec<(&String, &Vec<f64>)> =
        names.iter().zip(&series).filter(|(name, _)| kinds[*name].is_asset()).collect();
    fit_assets(&mut calibration, &assets, request);
    if calibration.unfitted.len() == names.len() {
        return Err(CalibrateError::NothingFitted(names));
    }
    Ok(calibration)
}

/// Rates as they are, returns as log returns; de-smoothed from the beginning of the column's own stretch.
fn series(history: &History, column: usize, rows: Range<usize>, request: &CalibrationRequest) -> Vec<f64> {
    let values = history.values().column(column);
    let name = &history.columns()[column];
    if history.kinds()[column] == SeriesKind::Rate {
        return rows.map(|row| values[row]).collect();
    }
    let before = if request.desmooth.contains(name) {
        (0..rows.start).rev().take_while(|&row| !values[row].is_nan()).count()
    } else {
        0
    };
    let mut logs: Vec<f64> = (rows.start - before..rows.end).map(|row| libm::log1p(values[row])).collect();
    if request.desmooth.contains(name) {
        logs = smoothing::desmoothed(&logs);
    }
    logs.split_off(before)
}

fn blank(months: &[Month], left_out: usize, request: &CalibrationRequest) -> Calibration {
    Calibration {
        from: months[0],
        until: months[months.len() - 1],
        months: months.len(),
        left_out,
        kinds: IndexMap::new(),
        from_prices: Vec::new(),
        desmoothed: request.desmooth.clone(),
        assets: Vec::new(),
        lognormal: None,
        regimes: None,
        no_regimes: None,
        preferred: None,
        copula: None,
        rates: IndexMap::new(),
        inflation: IndexMap::new(),
        unfitted: Vec::new(),
        logs: Array2::zeros((0, 0)),
    }
}

/// Short rates and inflation.
fn fit_factors<'a>(
    calibration: &mut Calibration,
    months: &[Month],
    series: impl Iterator<Item = (&'a String, &'a Vec<f64>)>,
) {
    for (name, series) in series {
        let fitted = match calibration.kinds[name] {
            SeriesKind::Rate => {
                let fitted = autoregression::vasicek(series);
                calibration.rates.extend(fitted.clone().map(|fitted| (name.clone(), fitted)));
                fitted.is_some()
            }
            SeriesKind::Inflation => {
                let fitted = inflation::inflation(&calendar_years(months, series));
                calibration.inflation.extend(fitted.clone().map(|fitted| (name.clone(), fitted)));
                fitted.is_some()
            }
            SeriesKind::Equity | SeriesKind::FixedIncome => true,
        };
        if !fitted {
            calibration.unfitted.push(name.clone());
        }
    }
}

/// The sums over whole calendar years.
#[must_use]
pub fn calendar_years(months: &[Month], logs: &[f64]) -> Vec<f64> {
    let january = months.iter().position(|month| month.month_of_year() == 1).unwrap_or(months.len());
    logs[january..].chunks_exact(12).map(|year| year.iter().fold(0.0, |sum, x| sum + x)).collect()
}

/// Equity and fixed income together.
fn fit_assets(calibration: &mut Calibration, assets: &[(&String, &Vec<f64>)], request: &CalibrationRequest) {
    if assets.is_empty() {
        return;
    }
    let logs = Array2::from_shape_fn((calibration.months, assets.len()), |(row, asset)| assets[asset].1[row]);
    let lognormal = lognormal::fit(&logs, request.shrink);
    match regimes::fit(&logs) {
        Ok(regimes) => calibration.regimes = Some(regimes),
        Err(error) => calibration.no_regimes = Some(error),
    }
    let regimes = calibration.regimes.as_ref();
    let better = regimes.is_some_and(|regimes| regimes.bic < lognormal.bic);
    calibration.preferred = Some(if better { PreferredLaw::RegimeSwitching } else { PreferredLaw::Lognormal });
    calibration.copula = copula::fit(&logs);
    let falls = falls::falls(&logs, regimes.map(|regimes| &regimes.chain), request.seed);
    calibration.assets = assets
        .iter()
        .zip(falls)
        .map(|((name, logs), falls)| FittedAsset {
            name: (*name).clone(),
            kind: calibration.kinds[*name],
            history: Description::of(logs),
            falls,
        })
        .collect();
    calibration.lognormal = Some(lognormal);
    calibration.logs = logs;
}
