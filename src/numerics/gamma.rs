//! The incomplete gamma functions, and the chi-squared law that they are.

use super::continued_fraction::continued_fraction;
use super::search::bisect;

/// `P(a, x)` and `Q(a, x) = 1 - P(a, x)`, the regularised incomplete gamma functions. Each has full relative precision
/// where it is the smaller. A series is used for `x < a + 1`, else a continued fraction (Press et al. 2007, *Numerical
/// Recipes*, 6.2).
#[must_use]
pub fn incomplete_gamma(a: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    let front = libm::exp(a * libm::log(x) - x - libm::lgamma(a));
    if x < a + 1.0 {
        let (mut term, mut sum, mut n) = (1.0 / a, 1.0 / a, a);
        while term > sum * 1e-17 {
            n += 1.0;
            term *= x / n;
            sum += term;
        }
        let below = sum * front;
        return (below, 1.0 - below);
    }
    // Q = front · 1/(x+1-a- 1(1-a)/(x+3-a- 2(2-a)/(x+5-a- …))).
    let terms = (1..=500).map(f64::from).map(|n| (-n * (n - a), x + 2.0 * n + 1.0 - a));
    let above = front / continued_fraction(x + 1.0 - a, terms);
    (1.0 - above, above)
}

/// `ln w` where `P(W < w) = p` of a chi-squared `W` with `degrees` of freedom. The probability is given for both tails,
/// so that neither loses precision. By bisection; absolute error below 1e-13.
#[must_use]
pub fn chi_squared_log_quantile(below: f64, above: f64, degrees: f64) -> f64 {
    let too_low = |log: f64| {
        let (found_below, found_above) = incomplete_gamma(0.5 * degrees, 0.5 * libm::exp(log));
        if below < above { found_below < below } else { found_above > above }
    };
    let [high, low] = bisect(12.0, -400.0, 120, too_low);
    0.5 * (high + low)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `P(a, x)` has closed forms for whole and half `a`.
    #[test]
    fn the_incomplete_gamma_function_has_its_closed_forms() {
        for x in [1e-12, 0.01, 0.9, 2.5, 7.0, 60.0] {
            let (p1, q1) = incomplete_gamma(1.0, x);
            let (p_half, q_half) = incomplete_gamma(0.5, x);
            let close = |found: f64, exact: f64| (found - exact).abs() <= 1e-13 * exact.max(1e-290) || exact > 0.5;
            assert!(close(q1, libm::exp(-x)) && close(p1, -libm::expm1(-x)), "{x}: {p1} {q1}");
            assert!(
                close(q_half, libm::erfc(x.sqrt())) && close(p_half, libm::erf(x.sqrt())),
                "{x}: {p_half} {q_half}"
            );
        }
    }

    #[test]
    fn the_chi_squared_quantile_has_its_closed_form_for_two_degrees() {
        for below in [1e-14, 1e-3, 0.5, 0.9] {
            let exact = libm::log(-2.0 * libm::log1p(-below));
            let found = chi_squared_log_quantile(below, 1.0 - below, 2.0);
            assert!((found - exact).abs() < 1e-11, "{below}: {found} {exact}");
        }
        assert!(chi_squared_log_quantile(0.5, 0.5, 1e3) < libm::log(1e3));
    }
}
