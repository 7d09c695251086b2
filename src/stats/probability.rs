//! Probabilities, and the binomial law behind the errors of probabilities and quantiles.

use super::{Estimate, Z_95};
use crate::numerics::real;

/// The means of Poisson laws that reach 1, 2 and 3 events with a chance of 5 %.
const FEW: [f64; 3] = [0.051_293_294_387_550_53, 0.355_361_510_698_661_95, 0.817_691_447_163_953_4];

/// The share of `hits` among `trials`, with its binomial standard error and Wilson's 95 % interval
/// (Wilson 1927, *JASA* 22).
///
/// Near 0 and 1 Wilson's interval is too short on the side of the certain. Where an event is expected on 0.17 paths, it
/// holds in 84 % of runs. Up to three hits, or three misses, that end is the one of a Poisson law instead
/// (Brown, Cai & `DasGupta` 2001, *Statistical Science* 16(2), 4.1.1).
#[must_use]
pub fn proportion(hits: u64, trials: u64) -> Estimate {
    if trials == 0 {
        return Estimate::UNKNOWN;
    }
    let (n, p) = (real(trials), real(hits) / real(trials));
    let [low, high] = wilson(p, n);
    let interval = [
        if hits == 0 { 0.0 } else { few(hits, trials).unwrap_or(low) },
        if hits == trials { 1.0 } else { few(trials - hits, trials).map_or(high, |missed| 1.0 - missed) },
    ];
    Estimate { value: p, standard_error: (p * (1.0 - p) / n).sqrt(), interval }
}

/// The lower end of a share of few hits; none of many.
fn few(hits: u64, trials: u64) -> Option<f64> {
    let most = if trials > 50 { 3 } else { 2 };
    let place = usize::try_from(hits.checked_sub(1)?).ok()?;
    FEW[..most].get(place).map(|mean| mean / real(trials))
}

/// Wilson's 95 % interval of a share `p` among `n` trials.
pub(super) fn wilson(p: f64, n: f64) -> [f64; 2] {
    let z2 = Z_95 * Z_95;
    let centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z_95 / (1.0 + z2 / n) * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    [centre - half, centre + half]
}

/// The share that may have what none of `n` trials had: Wilson's upper end.
pub(super) fn unseen(n: f64) -> f64 {
    wilson(0.0, n)[1]
}

/// The point at which the distribution function of `X`, binomial with `n` trials of chance `p`, reaches `probability`.
/// The function is taken as `P(X ≤ k)` at `k + ½`, and linear between.
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
    fn few_hits_have_the_ends_of_a_poisson_law() {
        for (hits, mean) in (1..).zip(FEW) {
            // P(N < hits) = e^-m Σ_{k < hits} m^k / k!.
            let terms = (1..hits).scan(1.0, |term, k| {
                *term *= mean / f64::from(k);
                Some(*term)
            });
            let fewer = libm::exp(-mean) * (1.0 + terms.sum::<f64>());
            assert!((fewer - 0.95).abs() < 1e-12, "{hits}: {fewer}");
        }
        let [rare, sure] = [proportion(2, 1000), proportion(998, 1000)];
        assert!((rare.interval[0] - FEW[1] / 1000.0).abs() < 1e-15);
        assert!((rare.interval[0] + sure.interval[1] - 1.0).abs() < 1e-15);
        assert!((rare.interval[1] + sure.interval[0] - 1.0).abs() < 1e-15);
    }

    /// Whatever the chance, the interval holds it in 92.5 % of the runs or more. The exact law of a binomial number
    /// says in how many.
    #[test]
    fn rare_events_are_held() {
        const TRIALS: u64 = 2000;
        for step in 1..400 {
            let expected = 0.02 * f64::from(step);
            let p = expected / 2000.0;
            let mut weight = libm::pow(1.0 - p, 2000.0);
            let mut held = 0.0;
            for hits in 0..100 {
                let [low, high] = proportion(hits, TRIALS).interval;
                held += if (low..=high).contains(&p) { weight } else { 0.0 };
                weight *= real(TRIALS - hits) / real(hits + 1) * p / (1.0 - p);
            }
            assert!(held > 0.925, "{expected}: {held}");
        }
    }

    #[test]
    fn no_hit_is_not_no_risk() {
        let estimate = proportion(0, 1000);
        assert!(estimate.interval[0] == 0.0 && estimate.interval[1] > 0.003);
    }
}
