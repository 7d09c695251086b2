//! Distribution functions that tables are made of: computed a few thousand times before a run, never inside it. The same bits on
//! every platform, since they use the pure-Rust library `libm` alone.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

/// `Φ(x)`, the standard normal distribution function; of full relative precision in the lower tail.
#[must_use]
pub fn normal_distribution(x: f64) -> f64 {
    0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
}

/// `Φ⁻¹(p)` for a probability `0 < p ≤ ½` of the lower tail, by Halley's rule on `Φ`; relative error below 1e-13.
#[must_use]
pub fn normal_quantile_below(p: f64) -> f64 {
    // The leading term of the tail as a start (Abramowitz & Stegun 1964, 26.2.22 has the same form).
    let t = (-2.0 * libm::log(p)).sqrt();
    let mut x = -(t - (2.307_53 + 0.270_61 * t) / (1.0 + t * (0.992_29 + 0.044_81 * t)));
    for _ in 0..4 {
        let density = libm::exp(-0.5 * x * x) / (2.0 * PI).sqrt();
        let step = (normal_distribution(x) - p) / density;
        x -= step / (1.0 + 0.5 * x * step);
    }
    x
}

/// `P(a, x)` and `Q(a, x) = 1 - P(a, x)`, the regularised incomplete gamma functions, each of full relative precision where it is
/// the smaller: a series for `x < a + 1`, else a continued fraction (Press et al. 2007, *Numerical Recipes*, 6.2).
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

/// `I(x; a, b)`, the regularised incomplete beta function, for `x ≤ (a + 1)/(a + b + 2)`, where its continued fraction converges fast
/// (Press et al. 2007, *Numerical Recipes*, 6.4).
fn incomplete_beta_below(x: f64, a: f64, b: f64) -> f64 {
    let beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    let front = libm::exp(a * libm::log(x) + b * libm::log1p(-x) - beta) / a;
    let terms = (1..=500).map(f64::from).map(|m| {
        let half = (m * 0.5).floor();
        let whole = a + 2.0 * half;
        let term = if m % 2.0 == 0.0 {
            half * (b - half) / ((whole - 1.0) * whole)
        } else {
            -(a + half) * (a + b + half) / (whole * (whole + 1.0))
        };
        (term * x, 1.0)
    });
    front / continued_fraction(1.0, terms)
}

/// `b₀ + a₁/(b₁ + a₂/(b₂ + …))` by Lentz's method, up to where it stands still.
fn continued_fraction(first: f64, terms: impl Iterator<Item = (f64, f64)>) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |x: f64| if x.abs() < TINY { TINY } else { x };
    let (mut value, mut c, mut d) = (away(first), away(first), 0.0);
    for (a, b) in terms {
        d = 1.0 / away(b + a * d);
        c = away(b + a / c);
        let factor = c * d;
        value *= factor;
        if (factor - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

/// `P(T > t)` of Student's t with `degrees` of freedom, `t ≥ 0`: `½ I(ν/(ν + t²); ν/2, ½)`, of full relative precision in the tail.
#[must_use]
pub fn student_tail(t: f64, degrees: f64) -> f64 {
    let (a, b) = (0.5 * degrees, 0.5);
    let x = degrees / (degrees + t * t);
    if x <= (a + 1.0) / (a + b + 2.0) {
        return 0.5 * incomplete_beta_below(x, a, b);
    }
    // `1 - x` written out, so that it does not vanish for a small t.
    0.5 - 0.5 * incomplete_beta_below(t * t / (degrees + t * t), b, a)
}

/// The density of Student's t at 0.
#[must_use]
pub fn student_peak(degrees: f64) -> f64 {
    libm::exp(libm::lgamma(0.5 * degrees + 0.5) - libm::lgamma(0.5 * degrees)) / (degrees * PI).sqrt()
}

/// `ln w` where `P(W < w) = p` of a chi-squared `W` with `degrees` of freedom; the probability is given for both tails, so that
/// neither loses precision. By bisection; absolute error below 1e-13.
#[must_use]
pub fn chi_squared_log_quantile(below: f64, above: f64, degrees: f64) -> f64 {
    let a = 0.5 * degrees;
    let (mut low, mut high) = (-400.0, 12.0);
    for _ in 0..120 {
        let middle = 0.5 * (low + high);
        let (found_below, found_above) = incomplete_gamma(a, 0.5 * libm::exp(middle));
        let too_low = if below < above { found_below < below } else { found_above > above };
        if too_low { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

/// `λ = 2 t_{ν+1}(-√((ν+1)(1-ρ)/(1+ρ)))`: the lower tail dependence of a t copula (Demarta & `McNeil` 2005, *International Statistical
/// Review* 73).
#[must_use]
pub fn tail_dependence(degrees: f64, correlation: f64) -> f64 {
    2.0 * student_tail(((degrees + 1.0) * (1.0 - correlation) / (1.0 + correlation)).sqrt(), degrees + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_normal_quantile_inverts_the_distribution_in_the_tail_too() {
        for x in [-1e-9, -0.5, -1.959_963_984_540_054, -6.0, -8.0, -37.0] {
            let found = normal_quantile_below(normal_distribution(x));
            assert!((found - x).abs() < 1e-12 * (1.0 - x), "{x}: {found}");
        }
    }

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

    /// Closed forms: one degree `½ - atan(t)/π`, two degrees `½ - t/(2√(2 + t²))`, four degrees a polynomial in those.
    #[test]
    fn students_tail_has_its_closed_forms() {
        for t in [1e-9, 0.3, 1.0, 3.0, 40.0, 1e5] {
            let cauchy = libm::atan(1.0 / t) / PI;
            assert!((student_tail(t, 1.0) - cauchy).abs() < 1e-13 * cauchy, "{t}");
            // 1 - t/√(2+t²) = 2 / ((2+t²) (1 + t/√(2+t²))).
            let s = t / (2.0 + t * t).sqrt();
            let two = 1.0 / ((2.0 + t * t) * (1.0 + s));
            assert!((student_tail(t, 2.0) - two).abs() < 1e-13 * two, "{t}: {} {two}", student_tail(t, 2.0));
        }
    }

    #[test]
    fn students_value_at_risk_and_expected_shortfall_are_the_exact_ones() {
        // The cases t5_var_es: unit variance, so that t = x √(5/3).
        for (q, x) in [(0.01, 2.606_463_569_384_279_5), (0.005, 3.123_284_525_967_28)] {
            let t = x * (5.0_f64 / 3.0).sqrt();
            assert!((student_tail(t, 5.0) - q).abs() < 2e-6 * q, "{q}: {}", student_tail(t, 5.0));
        }
        assert!((tail_dependence(4.0, 0.5) - 0.253_169_995_100_322_7).abs() < 1e-9);
    }

    #[test]
    fn the_chi_squared_quantile_has_its_closed_form_for_two_degrees() {
        for below in [1e-14, 1e-3, 0.5, 0.9] {
            let exact = libm::log(-2.0 * libm::log1p(-below));
            let found = chi_squared_log_quantile(below, 1.0 - below, 2.0);
            assert!((found - exact).abs() < 1e-11, "{below}: {found} {exact}");
        }
        assert!(chi_squared_log_quantile(0.5, 0.5, 1e3) < 1e3_f64.ln());
    }
}
