//! Standard errors of two regimes.

use ndarray::{Array1, Array2};

use super::chain::FittedChain;
use super::regime::FittedRegime;
use crate::stats::Estimate;
use crate::study::calibrate::correlation;
use crate::study::calibrate::likelihood::{IntervalScale, covariance, delta_errors};
use crate::study::calibrate::normal::Normal;
use crate::units::Level;

/// The law as free numbers. The probabilities to leave are logits. Each regime has its means, and its factor by rows,
/// with the logarithms of the diagonal (Pinheiro & Bates 1996, *Statistics and Computing* 6).
pub(super) fn parameters(chain: &FittedChain) -> Vec<f64> {
    let mut parameters: Vec<f64> = chain.leave.iter().map(|leave| IntervalScale::Logit.to(*leave)).collect();
    for law in &chain.laws {
        parameters.extend(&law.mean);
        for row in 0..law.mean.len() {
            parameters.extend(law.factor.row(row).iter().take(row));
            parameters.push(libm::log(law.factor[(row, row)]));
        }
    }
    parameters
}

/// The law of free numbers.
fn chain(parameters: &[f64], columns: usize) -> FittedChain {
    let mut numbers = parameters.iter().copied();
    let mut next = || numbers.next().unwrap_or(f64::NAN);
    let leave = [next(), next()].map(|y| IntervalScale::Logit.from(y));
    let mut law = || {
        let mean: Array1<f64> = (0..columns).map(|_| next()).collect();
        let mut factor = Array2::zeros((columns, columns));
        for row in 0..columns {
            for column in 0..row {
                factor[(row, column)] = next();
            }
            factor[(row, row)] = libm::exp(next());
        }
        Normal::new(mean, factor)
    };
    FittedChain { leave, laws: [law(), law()] }
}

/// What is reported of a law, each number with its scale. Each regime has leave, share, and of each column mean (a
/// month, in deviations) and volatility. The correlations of each pair follow.
fn reported(chain: &FittedChain) -> Vec<(f64, IntervalScale)> {
    let columns = chain.laws[0].mean.len();
    let mut numbers = Vec::new();
    for (regime, law) in chain.laws.iter().enumerate() {
        numbers.push((chain.leave[regime], IntervalScale::Logit));
        numbers.push((chain.stationary()[regime], IntervalScale::Logit));
        numbers.extend(law.mean.iter().map(|mean| (*mean, IntervalScale::Linear)));
        numbers.extend(law.deviations().into_iter().map(|deviation| (deviation, IntervalScale::Log)));
        for i in 0..columns {
            numbers.extend((0..i).map(|j| (law.correlation(i, j), IntervalScale::Fisher)));
        }
    }
    numbers
}

/// Both regimes with standard errors from the observed information, in the units of rows that were standardised by
/// `scales`.
pub(super) fn regimes(fitted: &FittedChain, scaled: &Array2<f64>, scales: &[(f64, f64)]) -> [FittedRegime; 2] {
    let columns = scales.len();
    let fitted_parameters = parameters(fitted);
    let covariance = covariance(|p| chain(p, columns).log_likelihood(scaled), &fitted_parameters);
    let on_scale = |p: &[f64]| reported(&chain(p, columns)).into_iter().map(|(x, scale)| scale.to(x)).collect();
    let errors = delta_errors(on_scale, &fitted_parameters, covariance.as_ref());
    let found: Vec<Estimate> =
        reported(fitted).into_iter().zip(errors).map(|((x, scale), error)| scale.estimate(x, error)).collect();
    let (calm, turbulent) = found.split_at(found.len() / 2);
    [regime(calm, scales), regime(turbulent, scales)]
}

fn regime(found: &[Estimate], scales: &[(f64, f64)]) -> FittedRegime {
    let columns = scales.len();
    let (means, rest) = found[2..].split_at(columns);
    let (deviations, pairs) = rest.split_at(columns);
    let one = Estimate { value: 1.0, standard_error: 0.0, interval: [1.0; 2] };
    let mut correlations = vec![vec![one; columns]; columns];
    let mut pairs = pairs.iter();
    for (i, j) in (0..columns).flat_map(|i| (0..i).map(move |j| (i, j))) {
        let estimate = pairs.next().copied().unwrap_or(Estimate::UNKNOWN);
        correlations[i][j] = estimate;
        correlations[j][i] = estimate;
    }
    let repaired = repair(&mut correlations);
    let year = 12.0_f64.sqrt();
    FittedRegime {
        leave_per_month: leave_per_month(found[0]),
        share: found[1],
        log_mean: means.iter().zip(scales).map(|(mean, (shift, s))| mean.map(|z| 12.0 * (shift + s * z))).collect(),
        volatility: deviations.iter().zip(scales).map(|(d, (_, s))| d.scaled(year * s)).collect(),
        correlations,
        repaired,
    }
}

/// The probability to leave within what a configuration allows: what lies beyond is known no better than that.
fn leave_per_month(found: Estimate) -> Estimate {
    let held = Estimate::without_error(Level::nearest(found.value).get());
    if Level::new(found.value).is_some() { found } else { held }
}

fn repair(correlations: &mut [Vec<Estimate>]) -> bool {
    let count = correlations.len();
    let matrix = Array2::from_shape_fn((count, count), |(i, j)| correlations[i][j].value);
    let (matrix, repaired) = correlation::repaired(&matrix);
    for (i, row) in correlations.iter_mut().enumerate().filter(|_| repaired) {
        row.iter_mut().enumerate().for_each(|(j, estimate)| estimate.value = matrix[(i, j)]);
    }
    repaired
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_probability_to_leave_is_one_that_a_configuration_allows() {
        for (found, allowed) in [(1.0 - 1e-12, 0.9999), (1e-9, 0.0001)] {
            let held = leave_per_month(Estimate::normal(found, 0.0));
            assert!((held.value - allowed).abs() < 1e-12 && held.standard_error.is_nan(), "{held:?}");
        }
        assert_eq!(leave_per_month(Estimate::normal(0.03, 0.01)), Estimate::normal(0.03, 0.01));
    }
}
