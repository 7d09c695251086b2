use ndarray::{Array1, Array2, array};

use super::em::step;
use super::*;
use crate::numerics::linear::{inner, product};
use crate::stats::Estimate;
use crate::study::calibrate::draws::Draws;
use crate::study::calibrate::lognormal;
use crate::study::calibrate::normal::Normal;

fn law(mean: [f64; 2], deviation: [f64; 2], correlation: f64) -> Normal {
    let rest = (1.0 - correlation * correlation).sqrt();
    let factor = array![[deviation[0], 0.0], [deviation[1] * correlation, deviation[1] * rest]];
    Normal::new(Array1::from(mean.to_vec()), factor)
}

/// Well-separated regimes of an equity and a bond.
fn truth() -> FittedChain {
    FittedChain {
        leave: [0.04, 0.15],
        laws: [law([0.011, 0.002], [0.03, 0.008], -0.2), law([-0.015, 0.004], [0.075, 0.02], 0.4)],
    }
}

fn simulated(chain: &FittedChain, months: usize, seed: u64) -> Array2<f64> {
    let mut draws = Draws::new(seed);
    let mut regime = usize::from(draws.uniform() < chain.stationary()[1]);
    let mut rows = Array2::zeros((months, chain.laws[0].mean.len()));
    for mut row in rows.rows_mut() {
        let law = &chain.laws[regime];
        let z: Array1<f64> = (0..row.len()).map(|_| draws.normal()).collect();
        for ((x, mean), weights) in row.iter_mut().zip(&law.mean).zip(law.factor.rows()) {
            *x = mean + inner(weights, &z);
        }
        if draws.uniform() < chain.leave[regime] {
            regime = 1 - regime;
        }
    }
    rows
}

/// The likelihood of the best single law in closed form is the sum of its densities. With one law in both regimes the
/// chain has it.
#[test]
fn one_law_in_both_regimes_is_the_lognormal_law() {
    let rows = simulated(&truth(), 200, 8);
    let law = Normal::weighted(&rows, &vec![1.0; 200]).unwrap();
    let chain = FittedChain { leave: [0.1, 0.3], laws: [law.clone(), law.clone()] };
    assert!((chain.log_likelihood(&rows) - law.greatest_log_likelihood(200)).abs() < 1e-8);
    assert!((lognormal::fit(&rows, false).log_likelihood - law.greatest_log_likelihood(200)).abs() < 1e-8);
}

/// The sum over all paths of regimes, coded without the filter.
#[test]
#[allow(clippy::many_single_char_names, reason = "the names of the formula")]
fn the_likelihood_is_the_sum_over_all_paths_of_regimes() {
    let chain = truth();
    let rows = simulated(&chain, 11, 5);
    let stationary = chain.stationary();
    let mut whole = 0.0;
    for path in 0_u32..1 << 11 {
        let regime = |month: usize| usize::from(path >> month & 1 == 1);
        let mut probability = stationary[regime(0)];
        for month in 0..11 {
            let law = &chain.laws[regime(month)];
            let covariance = product(&law.factor, &law.factor.t());
            let (a, b, c) = (covariance[(0, 0)], covariance[(0, 1)], covariance[(1, 1)]);
            let (x, y) = (rows[(month, 0)] - law.mean[0], rows[(month, 1)] - law.mean[1]);
            let determinant = a * c - b * b;
            let square = (c * x * x - 2.0 * b * x * y + a * y * y) / determinant;
            probability *= libm::exp(-0.5 * square) / (std::f64::consts::TAU * determinant.sqrt());
            if month > 0 {
                let leave = chain.leave[regime(month - 1)];
                probability *= if regime(month) == regime(month - 1) { 1.0 - leave } else { leave };
            }
        }
        whole += probability;
    }
    assert!((chain.log_likelihood(&rows) - libm::log(whole)).abs() < 1e-9);
}

#[test]
fn no_step_lowers_the_likelihood() {
    for seed in 0..4 {
        let (rows, _) = standardised(&simulated(&truth(), 240, seed));
        for start in starts::all(&rows).unwrap() {
            let mut chain = start;
            let mut before = f64::NEG_INFINITY;
            for _ in 0..60 {
                let smoothed = chain.smoothed(&rows);
                assert!(smoothed.log_likelihood >= before - 1e-10 * before.abs(), "{before} {smoothed:?}");
                before = smoothed.log_likelihood;
                let Some(next) = step(&chain, &smoothed, &rows) else { break };
                chain = next;
            }
        }
    }
}

/// The exact likelihood has no slope at the end of the search, in the probabilities to leave too.
#[test]
fn the_search_ends_where_the_likelihood_is_greatest() {
    let (rows, _) = standardised(&simulated(&truth(), 600, 2));
    let found = fit(&rows).unwrap();
    let top = found.chain.log_likelihood(&rows);
    for regime in 0..2 {
        for factor in [0.98, 1.02] {
            let mut other = found.chain.clone();
            other.leave[regime] *= factor;
            assert!(other.log_likelihood(&rows) < top, "leave {regime} × {factor}");
            let mut other = found.chain.clone();
            other.laws[regime] =
                Normal::new(other.laws[regime].mean.clone(), other.laws[regime].factor.clone() * factor);
            assert!(other.log_likelihood(&rows) < top, "volatility {regime} × {factor}");
        }
    }
}

#[test]
fn known_regimes_are_found_and_preferred() {
    let chain = truth();
    let rows = simulated(&chain, 1200, 1);
    let found = fit(&rows).unwrap();
    assert!(found.bic < lognormal::fit(&rows, false).bic - 100.0);
    for (regime, found) in [&found.calm, &found.turbulent].into_iter().enumerate() {
        let year = 12.0_f64.sqrt();
        let law = &chain.laws[regime];
        let near = |estimate: Estimate, expected: f64| {
            assert!((estimate.value - expected).abs() < 4.0 * estimate.standard_error, "{estimate:?} {expected}");
        };
        near(found.leave_per_month, chain.leave[regime]);
        near(found.share, chain.stationary()[regime]);
        for asset in 0..2 {
            near(found.log_mean[asset], 12.0 * law.mean[asset]);
            near(found.volatility[asset], year * law.deviations()[asset]);
        }
        near(found.correlations[0][1], law.correlation(0, 1));
    }
    // Of the months that were turbulent most are known to be.
    let share = found.turbulent_months.iter().sum::<f64>() / 1200.0;
    assert!((share - chain.stationary()[1]).abs() < 0.1);
}

/// Of one normal law, or one with a single wild month, BIC does not prefer two regimes. There is never a regime of a
/// few months.
#[test]
fn a_single_law_and_an_outlier_never_end_in_a_degenerate_regime() {
    let single = FittedChain {
        leave: [0.5, 0.5],
        laws: [law([0.006, 0.002], [0.04, 0.01], 0.1), law([0.006, 0.002], [0.04, 0.01], 0.1)],
    };
    for seed in 0..12 {
        let mut rows = simulated(&single, 300, seed);
        let outlier = seed % 2 == 1;
        if outlier {
            rows[(150, 0)] = -0.4;
        }
        match fit(&rows) {
            Ok(found) => {
                let share = found.turbulent_months.iter().sum::<f64>();
                assert!(share >= 9.0 && 300.0 - share >= 9.0, "{share}");
                assert!(outlier || found.bic > lognormal::fit(&rows, false).bic, "seed {seed}");
            }
            Err(NoRegimes::Degenerate(starts)) => assert_eq!(starts.kept, 0),
            Err(other) => panic!("{other}"),
        }
    }
}

/// A month repeated, as in a series that is mostly missing: its variance is zero.
#[test]
fn a_regime_without_variance_is_refused() {
    let mut rows = simulated(&truth(), 120, 3);
    rows.slice_mut(ndarray::s![20..50, ..]).fill(0.001);
    match fit(&rows) {
        Ok(found) => assert!(found.calm.volatility.iter().all(|volatility| volatility.value > 0.001)),
        Err(error) => assert!(error.to_string().contains("no start of the search"), "{error}"),
    }
    let column = rows.column(0).to_owned();
    rows.column_mut(1).assign(&column);
    assert_eq!(fit(&rows).err(), Some(NoRegimes::Dependent));
    assert!(matches!(fit(&Array2::zeros((20, 1))), Err(NoRegimes::TooShort { .. })));
}
