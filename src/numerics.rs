//! Numerical methods: functions, distributions, roots and matrices that know nothing of pools and markets.
//!
//! Results have the same bits on every platform. [`elementary`] uses arithmetic alone. Everything else uses the
//! pure-Rust library `libm`. [`elementary`] serves the inside of a run. The others make tables before it and figures
//! after it.

mod continued_fraction;
pub mod elementary;
pub(crate) mod gamma;
pub mod linear;
pub mod normal;
pub(crate) mod search;
pub(crate) mod student;

/// A count as a number.
///
/// Exact up to 2^53, which no count of paths, months or rows reaches.
#[allow(clippy::cast_precision_loss, reason = "counts are below 2^53")]
#[must_use]
pub fn real(count: impl TryInto<u64>) -> f64 {
    count.try_into().unwrap_or(u64::MAX) as f64
}

/// The mean of numbers, summed in their order; NaN of none.
#[must_use]
pub fn mean(numbers: &[f64]) -> f64 {
    numbers.iter().fold(0.0, |sum, number| sum + number) / real(numbers.len())
}

/// A bound less what rounding may take off a number at it: what is below this is below the bound.
#[must_use]
pub fn less_rounding(bound: f64) -> f64 {
    const ROUNDING: f64 = 1e-12;
    bound * (1.0 - ROUNDING)
}
