//! Regime-switching lognormal returns with two regimes (RSLN-2).
//!
//! Hardy (2001), "A regime-switching model of long-term stock returns", *North American Actuarial Journal* 5(2), 41–53:
//! in each month a Markov chain is in one of two regimes, common to all assets. In regime j the months' log returns are
//! jointly normal with their own means and covariance. The chain begins in its stationary law.

mod chain;
mod em;
mod errors;
mod regime;
mod starts;
#[cfg(test)]
mod tests;

use ndarray::Array2;
use serde::Serialize;

use super::normal::{MOST, standardised};
use crate::engine;
use crate::numerics::real;
use crate::texts::{Message, Worded, message};

pub use chain::FittedChain;
pub use em::{Ended, improve};
pub use regime::FittedRegime;

/// A fitted law of two regimes.
#[derive(Debug, Clone, Serialize)]
pub struct FittedRegimes {
    /// The regime of lower volatility, and the other.
    pub calm: FittedRegime,
    /// The regime of higher volatility.
    pub turbulent: FittedRegime,
    /// Log-likelihood at its maximum, of log returns.
    pub log_likelihood: f64,
    /// `-2 ln L + p ln n` with p parameters and n months (Schwarz 1978).
    pub bic: f64,
    /// How the starts of the search ended.
    pub starts: Starts,
    /// The probability, given the whole history, that each month was turbulent.
    #[serde(skip)]
    pub turbulent_months: Vec<f64>,
    /// The law itself, of monthly log returns.
    #[serde(skip)]
    pub chain: FittedChain,
}

/// How the starts of the search ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Starts {
    /// At a maximum with two proper regimes.
    pub kept: usize,
    /// One regime was left with a handful of months.
    pub few_months: usize,
    /// One regime's variance went to zero.
    pub collapsed: usize,
    /// One regime's covariance was not positive definite.
    pub indefinite: usize,
    /// The likelihood still rose after the last step allowed.
    pub unfinished: usize,
}

/// Why there is no fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{}", self.message())]
pub enum NoRegimes {
    /// The history is too short for so many columns.
    TooShort {
        /// Months found.
        months: usize,
        /// Months needed.
        needed: usize,
        /// Columns.
        columns: usize,
    },
    /// More columns than can be fitted jointly.
    TooMany {
        /// Columns.
        columns: usize,
    },
    /// One column is a sum of others, but for rounding.
    Dependent,
    /// No start ended in two proper regimes.
    Degenerate(Starts),
}

impl Worded for NoRegimes {
    fn message(&self) -> Message {
        match *self {
            Self::TooShort { months, needed, columns } => {
                message!(calibration_too_short, months, columns, count = columns, least = needed)
            }
            Self::Dependent => message!(calibration_dependent),
            Self::TooMany { columns } => message!(calibration_too_many, columns),
            Self::Degenerate(starts) => message!(
                calibration_degenerate,
                few = starts.few_months,
                collapsed = starts.collapsed,
                indefinite = starts.indefinite,
                unfinished = starts.unfinished
            ),
        }
    }
}

/// Fits two regimes to rows of monthly log returns: the expectation–maximisation algorithm of Hamilton (1990, *Journal
/// of Econometrics* 45) from several starts. The most likely end with two proper regimes is kept. Standard errors come
/// from the observed information of the exact likelihood.
///
/// # Errors
/// If the history is too short, or every start ends in a degenerate regime.
pub fn fit(rows: &Array2<f64>) -> Result<FittedRegimes, NoRegimes> {
    let columns = rows.ncols();
    if columns > MOST {
        return Err(NoRegimes::TooMany { columns });
    }
    let needed = 24.max(4 * em::least_months(columns));
    if rows.nrows() < needed {
        return Err(NoRegimes::TooShort { months: rows.nrows(), needed, columns });
    }
    let (scaled, scales) = standardised(rows);
    let starts = starts::all(&scaled).ok_or(NoRegimes::Dependent)?;
    let ends = engine::each(&starts, |start| improve(start.clone(), &scaled));
    let mut counts = Starts::default();
    let mut best: Option<(f64, FittedChain)> = None;
    for end in ends {
        match end {
            Ended::Proper { chain, log_likelihood } => {
                counts.kept += 1;
                if best.as_ref().is_none_or(|(most, _)| log_likelihood > *most) {
                    best = Some((log_likelihood, *chain));
                }
            }
            Ended::FewMonths => counts.few_months += 1,
            Ended::Collapsed => counts.collapsed += 1,
            Ended::Indefinite => counts.indefinite += 1,
            Ended::Unfinished => counts.unfinished += 1,
        }
    }
    let (_, chain) = best.ok_or(NoRegimes::Degenerate(counts))?;
    Ok(reported(&chain.calm_first(), &scaled, &scales, counts))
}

/// The law with its errors, in the units of the rows.
fn reported(chain: &FittedChain, scaled: &Array2<f64>, scales: &[(f64, f64)], starts: Starts) -> FittedRegimes {
    let constant = scales.iter().fold(0.0, |sum, (_, scale)| sum + libm::log(*scale));
    let months = real(scaled.nrows());
    let log_likelihood = chain.log_likelihood(scaled) - months * constant;
    let [calm, turbulent] = errors::regimes(chain, scaled, scales);
    let parameters = real(errors::parameters(chain).len());
    let turbulent_months = chain.smoothed(scaled).weights.iter().map(|weight| weight[1]).collect();
    FittedRegimes {
        calm,
        turbulent,
        log_likelihood,
        bic: -2.0 * log_likelihood + libm::log(months) * parameters,
        starts,
        turbulent_months,
        chain: chain.scaled_back(scales),
    }
}
