//! How long blocks are to be, from the series itself.
//!
//! Politis & White (2004), *Automatic Block-Length Selection for the Dependent Bootstrap*, Econometric Reviews 23(1),
//! with the correction of Patton, Politis & White (2009), Econometric Reviews 28(4), for the stationary bootstrap of
//! the mean: `b = (2 G² / D)^(1/3) n^(1/3)`, `D = 2 g(0)²`, `G = Σ λ(k/M) |k| R(k)`, `g(0) = Σ λ(k/M) R(k)`; `R`
//! autocovariances, `λ` the flat-top lag window of Politis & Romano (1995). `M` is twice the lag after which `K`
//! autocorrelations in a row are within `± 2 √(log₁₀ n / n)`. At most `min(3 √n, n/3)`.

use crate::numerics::real;

/// The mean length of blocks that estimates the variance of a series' mean best; it may be below 1.
#[must_use]
pub fn stationary(series: &[f64]) -> f64 {
    let n = real(series.len());
    let mean = series.iter().fold(0.0, |sum, x| sum + x) / n;
    let deviations: Vec<f64> = series.iter().map(|x| x - mean).collect();
    if deviations.iter().all(|x| x.abs() < 1e-15) {
        return 1.0;
    }
    let longest = (3.0 * n.sqrt()).min(n / 3.0).ceil();
    let insignificant = 2.0 * (libm::log10(n) / n).sqrt();
    // K = max(5, √(log₁₀ n)) is 5 for any history of months.
    let run = 5;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some tens")]
    let last = (n.sqrt().ceil() as usize + run).min(series.len() - 2);
    let dot = |x: &[f64], y: &[f64]| x.iter().zip(y).fold(0.0, |sum, (x, y)| sum + x * y);
    let lagged = |lag: usize| dot(&deviations[lag..], &deviations[..series.len() - lag]);
    let small: Vec<bool> = (0..last)
        .map(|lag| {
            let (after, before) = (&deviations[lag + 1..], &deviations[..series.len() - lag - 1]);
            lagged(lag).abs() / (dot(after, after) * dot(before, before)).sqrt() < insignificant
        })
        .collect();
    let quiet = small.windows(run).position(|lags| lags.iter().all(|&small| small));
    let window = quiet.map_or(last, |lag| (2 * lag.max(1)).min(last));
    let (mut g, mut spectrum) = (0.0, lagged(0) / n);
    for lag in 1..=window {
        let share = real(lag) / real(window);
        let weight = if share <= 0.5 { 1.0 } else { 2.0 * (1.0 - share) };
        let covariance = lagged(lag) / n;
        g += 2.0 * weight * real(lag) * covariance;
        spectrum += 2.0 * weight * covariance;
    }
    (libm::cbrt(g * g / (spectrum * spectrum)) * libm::cbrt(n)).min(longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An autoregressive series from a generator that any language has: Lehmer's, with twelve numbers to an innovation.
    fn series(count: usize, phi: f64) -> Vec<f64> {
        let (mut state, mut x) = (1_u64, 0.0);
        let mut uniform = || {
            state = state * 48_271 % 2_147_483_647;
            let number = real(state);
            number / 2_147_483_647.0
        };
        (0..count)
            .map(|_| {
                let noise = (0..12).fold(0.0, |sum, _| sum + uniform());
                x = phi * x + (noise - 6.0);
                x
            })
            .collect()
    }

    /// `arch.bootstrap.optimal_block_length` of the Python package arch (Sheppard) on the same series.
    #[test]
    fn lengths_are_those_of_an_independent_program() {
        for (count, phi, expected) in [
            (200, 0.0, 38.187_238_602_9),
            (420, 0.3, 5.457_790_913_88),
            (420, 0.7, 10.618_274_666_4),
            (1000, -0.4, 9.088_776_646_54),
            (60, 0.5, 2.800_432_489_89),
        ] {
            let found = stationary(&series(count, phi));
            assert!((found - expected).abs() < 1e-6, "{count} {phi}: {found} against {expected}");
        }
    }

    #[test]
    fn a_series_that_stands_still_asks_for_no_blocks() {
        assert!((stationary(&[0.0; 100]) - 1.0).abs() < 1e-15);
    }
}
