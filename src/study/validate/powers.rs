//! Mean powers and products of a path's months.

use crate::numerics::real;

/// The number of moments of an asset's months on a path.
pub const MOMENTS: usize = 7;

/// The mean product of two series.
pub fn product(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(x, y)| x * y).fold(0.0, |sum, product| sum + product) / real(one.len())
}

/// A path's moments of one asset, of its deviations and its log returns.
pub fn powers(deviations: &[f64], logs: &[f64]) -> [f64; MOMENTS] {
    let mean = |sum: f64, count: usize| if count == 0 { f64::NAN } else { sum / real(count) };
    let sum = |f: &dyn Fn(f64) -> f64| mean(deviations.iter().fold(0.0, |sum, &x| sum + f(x)), deviations.len());
    let pairs = || deviations.iter().zip(deviations.iter().skip(1));
    let next = |f: &dyn Fn(f64, f64) -> f64| mean(pairs().fold(0.0, |sum, (&x, &y)| sum + f(x, y)), pairs().len());
    let years = logs.chunks_exact(12);
    let growth = years.clone().fold(0.0, |sum, year| sum + libm::exp(year.iter().fold(0.0, |sum, log| sum + log)));
    [
        sum(&|x| x),
        sum(&|x| x * x),
        sum(&|x| x * x * x),
        sum(&|x| x * x * x * x),
        next(&|x, y| x * y),
        next(&|x, y| x * x * y * y),
        mean(growth, years.len()),
    ]
}
