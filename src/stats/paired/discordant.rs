//! The difference of two probabilities on the same paths, from those on which only one of the two happened.

use crate::numerics::search::bisect;
use crate::stats::{Estimate, Z_95};

/// Discordant paths that are added to those found in the interval of a quantile's difference. Two rules' quantiles may
/// have few or none near them, so that the error would seem smaller than it is. One more is what Agresti & Min (2005,
/// *Statistics in Medicine* 24) add for probabilities.
pub(super) const ONE_MORE: f64 = 1.0;

/// The difference of two probabilities of `n` paths, `discordant` of which had one event and not the other. `value` is
/// that difference: the paths with the second event only less those with the first only, as a share of all. The
/// interval is Tango's (1998, *Statistics in Medicine* 17): the differences that the score test does not reject.
pub(super) fn difference(value: f64, n: f64, discordant: f64) -> Estimate {
    let out = |truth: f64| rejects(truth, value, n, discordant);
    let [low, high] = [-1.0, 1.0].map(|end| bisect(value, end, 64, out)[0]);
    let deviation = (discordant - value * value * n).max(0.0).sqrt() / n;
    Estimate { value, standard_error: deviation, interval: [low, high] }
}

/// Whether a true difference is too far from the one found. Too far is more than 1.96 standard deviations. The
/// deviation is the one under the true difference, with its likeliest chance `q` of the first event only.
fn rejects(truth: f64, found: f64, n: f64, discordant: f64) -> bool {
    let first_only = 0.5 * (discordant - found * n);
    let (b, c) = ((2.0 - found) * n * truth - discordant, -first_only * truth * (1.0 - truth));
    let q = ((b * b - 8.0 * n * c).max(0.0).sqrt() - b) / (4.0 * n);
    let variance = (2.0 * q + truth * (1.0 - truth)).max(0.0) / n;
    (found - truth).abs() > Z_95 * variance.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(other_only: f64, first_only: f64, n: f64) -> Estimate {
        difference((other_only - first_only) / n, n, other_only + first_only)
    }

    #[test]
    fn without_discordant_paths_the_interval_is_that_of_a_probability_never_met() {
        // Score intervals of 0 of n end at z² / (n + z²).
        let end = Z_95 * Z_95 / (2000.0 + Z_95 * Z_95);
        let [low, high] = counted(0.0, 0.0, 2000.0).interval;
        assert!((high - end).abs() < 1e-12 && (low + end).abs() < 1e-12);
    }

    #[test]
    fn ends_lie_1_96_standard_deviations_from_the_difference_found() {
        for (other_only, first_only) in [(12.0, 9.0), (0.0, 5.0), (30.0, 1.0)] {
            let n = 100.0;
            let found = counted(other_only, first_only, n);
            let mirrored = counted(first_only, other_only, n).interval;
            for (place, truth) in found.interval.into_iter().enumerate() {
                assert!((truth + mirrored[1 - place]).abs() < 1e-12);
                // The likelihood of three cells, the greatest over the chance of the first only: by search.
                let likelihood = |q: f64| {
                    let rest = 1.0 - 2.0 * q - truth;
                    let term = |count: f64, p: f64| if count > 0.0 { count * libm::log(p) } else { 0.0 };
                    term(other_only, q + truth) + term(first_only, q) + (n - other_only - first_only) * libm::log(rest)
                };
                let (from, to) = ((-truth).max(0.0), 0.5 * (1.0 - truth));
                let tried = (1..200_000).map(|part| from + (to - from) * f64::from(part) / 200_000.0);
                let q = tried.max_by(|a, b| likelihood(*a).total_cmp(&likelihood(*b))).unwrap();
                let deviation = ((2.0 * q + truth - truth * truth) / n).sqrt();
                assert!(((found.value - truth).abs() / deviation - Z_95).abs() < 1e-3, "{other_only} {first_only}");
            }
        }
    }
}
