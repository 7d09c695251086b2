//! The expectation–maximisation algorithm for two regimes.

use ndarray::Array2;

use super::FittedChain;
use super::chain::Smoothed;
use crate::study::calibrate::normal::Normal;

/// The most steps from one start.
const MOST_STEPS: usize = 3000;
/// The rise of the log-likelihood in a step below which the search has ended.
const ENOUGH: f64 = 1e-9;
/// A variance within a regime below this part of the history's has collapsed.
const LEAST_VARIANCE: f64 = 1e-4;

/// The end of a search.
#[derive(Debug, Clone, PartialEq)]
pub enum Ended {
    /// At a maximum with two proper regimes.
    Proper {
        /// The law.
        chain: Box<FittedChain>,
        /// Its log-likelihood.
        log_likelihood: f64,
    },
    /// One regime was left with a handful of months.
    FewMonths,
    /// One regime's variance went to zero.
    Collapsed,
    /// One regime's covariance was not positive definite.
    Indefinite,
    /// The likelihood still rose after the last step allowed.
    Unfinished,
}

/// The least months, by weight, that a regime of so many columns must hold: three for each of its means and one more.
#[must_use]
pub(super) const fn least_months(columns: usize) -> usize {
    3 * (columns + 1)
}

/// Improves a law step by step until the likelihood of the rows, whose columns have variance 1, rises no more.
///
/// The likelihood has no upper bound where a regime may hold one month only, with a variance of zero (Kiefer &
/// Wolfowitz 1956). Such an end is no estimate, and is told apart.
#[must_use]
pub fn improve(mut chain: FittedChain, rows: &Array2<f64>) -> Ended {
    let mut before = f64::NEG_INFINITY;
    for _ in 0..MOST_STEPS {
        let smoothed = chain.smoothed(rows);
        if let Some(degenerate) = degenerate(&chain, &smoothed) {
            return degenerate;
        }
        let log_likelihood = smoothed.log_likelihood;
        if log_likelihood - before < ENOUGH {
            return Ended::Proper { chain: Box::new(chain), log_likelihood };
        }
        before = log_likelihood;
        let Some(next) = step(&chain, &smoothed, rows) else { return Ended::Indefinite };
        chain = next;
    }
    Ended::Unfinished
}

fn degenerate(chain: &FittedChain, smoothed: &Smoothed) -> Option<Ended> {
    let least = f64::from(u32::try_from(least_months(chain.laws[0].mean.len())).unwrap_or(u32::MAX));
    for (regime, law) in chain.laws.iter().enumerate() {
        let months = smoothed.weights.iter().fold(0.0, |sum, weight| sum + weight[regime]);
        if months.is_nan() || months < least {
            return Some(Ended::FewMonths);
        }
        if law.deviations().iter().any(|deviation| deviation * deviation < LEAST_VARIANCE) {
            return Some(Ended::Collapsed);
        }
    }
    None
}

/// One step: each regime's law from the months weighted by their probabilities, and the probabilities to leave.
pub(super) fn step(chain: &FittedChain, smoothed: &Smoothed, rows: &Array2<f64>) -> Option<FittedChain> {
    let law = |regime: usize| {
        let weights: Vec<f64> = smoothed.weights.iter().map(|weight| weight[regime]).collect();
        Normal::weighted(rows, &weights)
    };
    Some(FittedChain { leave: leave(chain.leave, smoothed), laws: [law(0)?, law(1)?] })
}

/// The probabilities `p, q` to leave the regimes that raise `a ln(1-p) + b ln p + c ln(1-q) + d ln q - ln(p + q)`, the
/// part of the expected log-likelihood that they stand in. The numbers a, b, c, d count the moves. The first month's
/// regime counts in b and d too, as it is drawn from the stationary law `(q, p) / (p + q)`.
///
/// `-ln(p + q)` lies above its tangent `-(p + q)/s` at `s = p + q` before. Raising the sum with the tangent in its
/// place so raises the sum itself (Hunter & Lange 2004, *The American Statistician* 58). Each probability is then the
/// root inside (0, 1) of `p²/s - (a + b + 1/s) p + b = 0`.
fn leave(before: [f64; 2], smoothed: &Smoothed) -> [f64; 2] {
    let [[a, b], [d, c]] = smoothed.moves;
    let first = smoothed.weights[0];
    let (b, d) = (b + first[1], d + first[0]);
    let mut leave = before;
    for _ in 0..20 {
        let inverse = 1.0 / (leave[0] + leave[1]);
        let root = |stay: f64, go: f64| {
            let linear = stay + go + inverse;
            // The smaller root, in the form that loses no digits.
            2.0 * go / (linear + (linear * linear - 4.0 * go * inverse).max(0.0).sqrt())
        };
        leave = [root(a, b), root(c, d)].map(|p| p.clamp(1e-12, 1.0 - 1e-12));
    }
    leave
}
