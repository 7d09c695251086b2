//! Decimals: how many a number bears, and numbers of so many.

use crate::numerics::real;

/// A number rounded in its last decimal.
pub(super) fn rounded(value: f64, decimals: usize, round: fn(f64) -> f64) -> f64 {
    let unit = libm::pow(10.0, real(decimals as u64));
    // A number that has no more decimals stays as it is.
    if in_decimals(value, decimals).to_bits() == value.to_bits() {
        value
    } else {
        in_decimals(round(value * unit) / unit, decimals)
    }
}

/// The number with so many decimals at most that is nearest.
pub(super) fn in_decimals(value: f64, decimals: usize) -> f64 {
    format!("{value:.decimals$}").parse().unwrap_or(value)
}

/// Decimals that show two digits of an error; six of none.
#[must_use]
pub fn decimals_of_error(error: f64) -> usize {
    let places = 1.0 - libm::floor(libm::log10(error));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 9")]
    if places.is_finite() { places.clamp(0.0, 9.0) as usize } else { 6 }
}
