//! The standard normal law.

use std::f64::consts::{FRAC_1_SQRT_2, TAU};

/// `Φ⁻¹(0.975)`: half the width of a 95 % interval in standard errors.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// `Φ(x)`, the distribution function; of full relative precision in the lower tail.
#[must_use]
pub fn distribution(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

/// `φ(x)`, the density.
#[must_use]
pub fn density(x: f64) -> f64 {
    libm::exp(-0.5 * x * x) / TAU.sqrt()
}

/// `Φ⁻¹(p)` for a probability inside (0, 1): the lower tail's quantile, by symmetry above ½.
#[must_use]
pub fn quantile(p: f64) -> f64 {
    if p > 0.5 { -quantile_below(1.0 - p) } else { quantile_below(p) }
}

/// `Φ⁻¹(p)` for a probability `0 < p ≤ ½` of the lower tail, by Halley's rule on `Φ`; relative error below 1e-13.
#[must_use]
pub fn quantile_below(p: f64) -> f64 {
    // The leading term of the tail as a start (Abramowitz & Stegun 1964, 26.2.22 has the same form).
    let t = (-2.0 * libm::log(p)).sqrt();
    let mut x = -(t - (2.307_53 + 0.270_61 * t) / (1.0 + t * (0.992_29 + 0.044_81 * t)));
    for _ in 0..4 {
        let step = (distribution(x) - p) / density(x);
        x -= step / (1.0 + 0.5 * x * step);
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quantile_inverts_the_distribution_in_the_tail_too() {
        for x in [-1e-9, -0.5, -1.959_963_984_540_054, -6.0, -8.0, -37.0] {
            let found = quantile(distribution(x));
            assert!((found - x).abs() < 1e-12 * (1.0 - x), "{x}: {found}");
        }
        assert!((quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-13);
    }
}
