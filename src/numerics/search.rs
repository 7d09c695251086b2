//! Where a condition changes on a line, and where a function is greatest.

/// The two numbers between which a condition changes, after so many halvings: `not`, at which it does not hold, and
/// `holds`. Either may be the greater.
#[must_use]
pub fn bisect(not: f64, holds: f64, halvings: u32, condition: impl Fn(f64) -> bool) -> [f64; 2] {
    (0..halvings).fold([not, holds], |[not, holds], _| {
        let middle = 0.5 * (not + holds);
        if condition(middle) { [not, middle] } else { [middle, holds] }
    })
}

/// The place where a function of one number is greatest on `[low, high]`. It is the best of a grid, then golden
/// sections around it (Kiefer 1953), to about 1e-9 of the range.
#[must_use]
#[allow(clippy::many_single_char_names, reason = "the names of the method's points")]
pub fn greatest(low: f64, high: f64, f: impl Fn(f64) -> f64) -> f64 {
    const GRID: u32 = 40;
    let golden = 0.5 * (5.0_f64.sqrt() - 1.0);
    let step = (high - low) / f64::from(GRID);
    let (mut best, mut most) = (low, f64::NEG_INFINITY);
    for point in 0..=GRID {
        let x = low + step * f64::from(point);
        let value = f(x);
        if value > most {
            (best, most) = (x, value);
        }
    }
    let (mut a, mut b) = ((best - step).max(low), (best + step).min(high));
    let (mut c, mut d) = (b - golden * (b - a), a + golden * (b - a));
    let (mut at_c, mut at_d) = (f(c), f(d));
    for _ in 0..36 {
        if at_c > at_d {
            (b, d, at_d) = (d, c, at_c);
            c = b - golden * (b - a);
            at_c = f(c);
        } else {
            (a, c, at_c) = (c, d, at_d);
            d = a + golden * (b - a);
            at_d = f(d);
        }
    }
    0.5 * (a + b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_found_from_either_side() {
        for ends in [[0.0, 2.0], [2.0, 0.0]] {
            let up = ends[0] < ends[1];
            let [not, holds] = bisect(ends[0], ends[1], 40, |x| (x >= 0.7) == up);
            assert!((not - 0.7).abs() < 1e-11 && (holds - 0.7).abs() < 1e-11 && (not < holds) == up);
        }
    }

    #[test]
    fn the_greatest_value_is_found_among_several_hills() {
        let hills = |x: f64| libm::cos(5.0 * x) - 0.1 * (x - 2.6) * (x - 2.6);
        let found = greatest(0.0, 6.0, hills);
        assert!((0..=60_000).all(|i| hills(f64::from(i) * 1e-4) <= hills(found) + 1e-12), "{found}");
    }
}
