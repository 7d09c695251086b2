//! Probabilities, and the binomial law behind the errors of probabilities and quantiles.

use super::{Estimate, Z_95};
use crate::numerics::real;

/// The share of `hits` among `trials`, with its binomial standard error and Wilson's 95 % interval
/// (Wilson 1927, *JASA* 22).
#[must_use]
pub fn proportion(hits: u64, trials: u64) -> Estimate {
    if trials == 0 {
        return Estimate::UNKNOWN;
    }
    let (n, p) = (real(trials), real(hits) / real(trials));
    let [low, high] = wilson(p, n);
    let interval = [if hits == 0 { 0.0 } else { low }, if hits == trials { 1.0 } else { high }];
    Estimate { value: p, standard_error: (p * (1.0 - p) / n).sqrt(), interval }
}

/// Wilson's 95 % interval of a share `p` among `n` trials.
pub(super) fn wilson(p: f64, n: f64) -> [f64; 2] {
    let z2 = Z_95 * Z_95;
    let centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z_95 / (1.0 + z2 / n) * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    [centre - half, centre + half]
}

/// The point at which the distribution function of `X`, binomial with `n` trials of chance `p`, reaches `probability`:
/// it is `P(X ≤ k)` at `k + ½`, and linear between.
///
/// Weights relative to the mode's follow from `f(k+1)/f(k) = (n-k)/(k+1) · p/(1-p)`, and are summed outwards until they
/// vanish. Cost: about 20 standard deviations of `X`.
#[must_use]
pub fn binomial_quantile(n: u64, p: f64, probability: f64) -> f64 {
    let odds = p / (1.0 - p);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and n")]
    let mode = (((real(n) + 1.0) * p).floor() as u64).min(n);
    let ratio_up = |k: u64| real(n - k) / (real(k) + 1.0) * odds;
    let mut below = Vec::new();
    let (mut k, mut weight) = (mode, 1.0);
    while k > 0 && weight > 1e-18 {
        weight /= ratio_up(k - 1);
        k -= 1;
        below.push(weight);
    }
    let first = k;
    let mut above = Vec::new();
    let (mut k, mut weight) = (mode, 1.0);
    while k < n && weight > 1e-18 {
        weight *= ratio_up(k);
        k += 1;
        above.push(weight);
    }
    let weights = || below.iter().rev().chain(std::iter::once(&1.0)).chain(&above);
    let total = weights().fold(0.0, |sum, weight| sum + weight);
    let mut sum = 0.0;
    for (k, weight) in (first..).zip(weights()) {
        let beyond = probability * total - sum;
        if beyond <= *weight {
            return real(k) - 0.5 + beyond / weight;
        }
        sum += weight;
    }
    real(n) + 0.5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ranks_of_a_quantile_are_binomial() {
        assert!((binomial_quantile(10_000, 0.95, 0.025) - 9457.0).abs() <= 0.5);
        assert!((binomial_quantile(10_000, 0.95, 0.975) - 9542.0).abs() <= 0.5);
    }

    #[test]
    fn small_binomials_are_exact() {
        // P(X ≤ k) for n = 3, p = 1/2: 1/8, 1/2, 7/8, 1.
        for (probability, x) in [(0.0, -0.5), (0.125, 0.5), (0.3125, 1.0), (0.5, 1.5), (0.875, 2.5), (1.0, 3.5)] {
            assert!((binomial_quantile(3, 0.5, probability) - x).abs() < 1e-12);
        }
    }

    #[test]
    fn wilson_agrees_with_a_worked_example() {
        // Newcombe (1998), *Statistics in Medicine* 17, table I: 81/263 gives 0.2553 to 0.3662.
        let estimate = proportion(81, 263);
        assert!((estimate.interval[0] - 0.2553).abs() < 5e-5 && (estimate.interval[1] - 0.3662).abs() < 5e-5);
    }

    #[test]
    fn no_hit_is_not_no_risk() {
        let estimate = proportion(0, 1000);
        assert!(estimate.interval[0] == 0.0 && estimate.interval[1] > 0.003);
    }
}
