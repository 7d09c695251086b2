//! Student's t: density, distribution, quantile, for any degrees of freedom.

/// `ln` of the density at `x`.
#[must_use]
pub fn log_density(x: f64, freedom: f64) -> f64 {
    libm::lgamma(0.5 * (freedom + 1.0))
        - libm::lgamma(0.5 * freedom)
        - 0.5 * libm::log(freedom * std::f64::consts::PI)
        - 0.5 * (freedom + 1.0) * libm::log1p(x * x / freedom)
}

/// `P(T ≤ x)`: `1 - ½ I(ν/(ν + x²); ν/2, ½)` for a positive x.
#[must_use]
pub fn distribution(x: f64, freedom: f64) -> f64 {
    let tail = 0.5 * incomplete_beta(freedom / (freedom + x * x), 0.5 * freedom, 0.5);
    if x > 0.0 { 1.0 - tail } else { tail }
}

/// The x with `P(T ≤ x) = level`, inside (0, 1): by Newton's method kept between bounds.
#[must_use]
pub fn quantile(level: f64, freedom: f64) -> f64 {
    if level > 0.5 {
        return -quantile(1.0 - level, freedom);
    }
    let (mut low, mut high) = (-1e8, 0.0);
    let mut x = -1.0;
    for _ in 0..200 {
        let excess = distribution(x, freedom) - level;
        if excess > 0.0 {
            high = x;
        } else {
            low = x;
        }
        let next = x - excess / libm::exp(log_density(x, freedom));
        let next = if next > low && next < high { next } else { 0.5 * (low + high) };
        if (next - x).abs() <= 1e-12 * x.abs() {
            return next;
        }
        x = next;
    }
    x
}

/// The regularised incomplete beta function `I(x; a, b)` by Lentz's continued fraction.
///
/// Press et al. (2007), *Numerical Recipes*, 3rd ed., 6.4.
fn incomplete_beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    let front =
        libm::exp(libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b) + a * libm::log(x) + b * libm::log1p(-x));
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(x, a, b) / a
    } else {
        1.0 - front * fraction(1.0 - x, b, a) / b
    }
}

#[allow(clippy::many_single_char_names, reason = "the names of the formula")]
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let bounded = |x: f64| if x.abs() < 1e-300 { 1e-300 } else { x };
    let mut c = 1.0;
    let mut d = 1.0 / bounded(1.0 - (a + b) * x / (a + 1.0));
    let mut product = d;
    for m in (1..300_u32).map(f64::from) {
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut step = 1.0;
        for term in [even, odd] {
            d = 1.0 / bounded(1.0 + term * d);
            c = bounded(1.0 + term / c);
            step = c * d;
            product *= step;
        }
        if (step - 1.0).abs() < 1e-15 {
            break;
        }
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Quantiles from the tables of the distribution, and the closed forms for 1 and 2 degrees of freedom.
    #[test]
    fn quantiles_are_the_tabulated_ones() {
        for (freedom, level, expected) in [
            (1.0, 0.975, 12.706_204_736_2),
            (5.0, 0.95, 2.015_048_372_7),
            (10.0, 0.99, 2.763_769_458_1),
            (30.0, 0.995, 2.749_995_653_6),
            (120.0, 0.975, 1.979_930_405_1),
        ] {
            assert!(
                (quantile(level, freedom) / expected - 1.0).abs() < 1e-9,
                "{freedom}: {}",
                quantile(level, freedom)
            );
            assert!((quantile(1.0 - level, freedom) / -expected - 1.0).abs() < 1e-9);
        }
        for x in [-3.0, -0.2, 0.0, 0.7, 5.0] {
            let cauchy = 0.5 + libm::atan(x) / std::f64::consts::PI;
            assert!((distribution(x, 1.0) - cauchy).abs() < 1e-13);
            let two = 0.5 + x / (2.0 * (2.0 + x * x).sqrt());
            assert!((distribution(x, 2.0) - two).abs() < 1e-13);
        }
    }

    #[test]
    fn the_density_is_the_slope_of_the_distribution() {
        for freedom in [2.5, 6.2, 40.0] {
            for x in [-2.0, -0.3, 0.4, 3.0] {
                let slope = (distribution(x + 1e-5, freedom) - distribution(x - 1e-5, freedom)) / 2e-5;
                assert!((slope / libm::exp(log_density(x, freedom)) - 1.0).abs() < 1e-7);
            }
        }
    }
}
