//! Continued fractions.

/// `b₀ + a₁/(b₁ + a₂/(b₂ + …))` by Lentz's method, up to where it stands still.
pub(super) fn continued_fraction(first: f64, terms: impl Iterator<Item = (f64, f64)>) -> f64 {
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
