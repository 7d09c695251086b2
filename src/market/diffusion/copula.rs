//! Student's t as a copula: normal numbers tied together so that the worst comes together (Demarta & McNeil 2005, *The t Copula and
//! Related Copulas*, International Statistical Review 73).
//!
//! `X` standard normal with the correlations given, `W` chi-squared with ν degrees of freedom and the same for all components:
//! `T = X √(ν/W)` is Student's t, and `N = Φ⁻¹(t_ν(T))` is normal again. Every component so keeps its own law, and log returns are
//! never Student's t, whose exponential has no mean. The copula is that of a step's numbers: a law of months, not defined
//! for other steps.
//!
//! Both transforms are smooth functions of one number, and read from tables of cubics whose errors, in standard deviations of a
//! normal number, are below 1e-7, as a test measures.

use crate::elementary::special::{
    chi_squared_log_quantile, normal_distribution, normal_quantile_below, student_peak, student_tail,
};
use crate::elementary::{exp, ln};
use crate::kernel::kernel;

/// The tables of a t copula.
pub struct StudentT {
    degrees: f64,
    mixing: Table,
    normal: Table,
}

impl StudentT {
    /// With so many degrees of freedom, above 2.
    #[must_use]
    pub fn new(degrees: f64) -> Self {
        Self {
            degrees,
            mixing: Table::new(-8.0, 8.0, |z| {
                0.5 * (libm::log(degrees)
                    - chi_squared_log_quantile(normal_distribution(z), normal_distribution(-z), degrees))
            }),
            normal: Table::new(0.0, 16.0, |y| stretch(degrees, y)),
        }
    }

    /// Makes a path's normal number into its `√(ν/W)`.
    pub fn mixing(&self, z: &mut [f64]) {
        mixing(&self.mixing, z);
    }

    /// Makes normal numbers into those of the copula, each with its path's `√(ν/W)`.
    pub fn to_normal(&self, mixing: &[f64], x: &mut [f64]) {
        to_normal(&self.normal, self.degrees, mixing, x);
    }
}

/// `N / y` of the normal number `N` that has the probability of a t with `y = √(ν ln(1 + t²/ν))`: near 1, and smooth (the idea of
/// Wallace 1959, *Annals of Mathematical Statistics* 30).
fn stretch(degrees: f64, y: f64) -> f64 {
    if y == 0.0 {
        return student_peak(degrees) * (2.0 * std::f64::consts::PI).sqrt();
    }
    let t = (degrees * libm::expm1(y * y / degrees)).sqrt();
    -normal_quantile_below(student_tail(t, degrees)) / y
}

/// A function as a cubic on each of many equal parts of its range; beyond, as at its ends.
struct Table {
    low: f64,
    parts: Vec<[f64; 4]>,
}

/// Parts of a unit.
const PARTS: f64 = 64.0;

impl Table {
    fn new(low: f64, high: f64, function: impl Fn(f64) -> f64) -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "about a thousand")]
        let count = ((high - low) * PARTS) as u32;
        let at = |place: f64| function(low + place / PARTS);
        let inside = |place: f64| place.clamp(0.0, f64::from(count));
        let nodes: Vec<f64> = (0..=count).map(|place| at(f64::from(place))).collect();
        let node = |place: f64| {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place of the list")]
            let place = inside(place) as usize;
            nodes[place]
        };
        let parts = (0..count).map(f64::from).map(|place| {
            // Through the four nodes around the part (at the ends, around its neighbour).
            let first = (place - 1.0).clamp(0.0, f64::from(count) - 3.0);
            cubic([0.0, 1.0, 2.0, 3.0].map(|more| node(first + more)), place - first)
        });
        Self { low, parts: parts.collect() }
    }

    #[inline(always)]
    fn at(&self, x: f64) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "about a thousand")]
        let most = self.parts.len() as f64;
        let place = (x - self.low) * PARTS;
        let place = if place > 0.0 { place } else { 0.0 };
        let place = if place < most - 1e-9 { place } else { most - 1e-9 };
        let whole = place.floor();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place of the list")]
        let [a, b, c, d] = self.parts[whole as usize];
        let u = place - whole;
        ((d * u + c) * u + b) * u + a
    }
}

/// The cubic through values at 0, 1, 2, 3, as coefficients in the distance from `from`.
fn cubic(values: [f64; 4], from: f64) -> [f64; 4] {
    let [p0, p1, p2, p3] = values;
    let (d1, d2, d3) = (p1 - p0, p2 - 2.0 * p1 + p0, p3 - 3.0 * p2 + 3.0 * p1 - p0);
    // Newton's form p0 + d1 s + d2 s(s-1)/2 + d3 s(s-1)(s-2)/6 in powers of s, then of s - from.
    let (a, b, c, d) = (p0, d1 - d2 / 2.0 + d3 / 3.0, d2 / 2.0 - d3 / 2.0, d3 / 6.0);
    [a + from * (b + from * (c + from * d)), b + from * (2.0 * c + 3.0 * from * d), c + 3.0 * from * d, d]
}

kernel! {
    fn mixing(table: &Table, z: &mut [f64]) {
        for z in z.iter_mut() {
            *z = exp(table.at(*z));
        }
    }
}

kernel! {
    fn to_normal(table: &Table, degrees: f64, mixing: &[f64], x: &mut [f64]) {
        let each = 1.0 / degrees;
        for (x, &mixing) in x.iter_mut().zip(mixing) {
            let t = *x * mixing;
            let y = (degrees * ln(1.0 + t * t * each)).sqrt();
            let normal = y * table.at(y);
            *x = if t < 0.0 { -normal } else { normal };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lanes::LANES;
    use crate::random::Stream;

    /// The tables between their nodes against the functions themselves.
    #[test]
    fn tables_are_the_functions_to_a_ten_millionth_of_a_standard_deviation() {
        for degrees in [2.1, 3.0, 5.0, 12.0, 200.0] {
            let copula = StudentT::new(degrees);
            for place in 0..3000_u32 {
                let z = -7.6 + 15.2 * (f64::from(place) + 0.37) / 3000.0;
                let mut found = [z];
                copula.mixing(&mut found);
                let exact = chi_squared_log_quantile(normal_distribution(z), normal_distribution(-z), degrees);
                let exact = libm::exp(0.5 * (libm::log(degrees) - exact));
                assert!((found[0] / exact - 1.0).abs() < 1e-7, "{degrees} {z}: {} {exact}", found[0]);
                let y = 9.0 * (f64::from(place) + 0.37) / 3000.0;
                let t = (degrees * libm::expm1(y * y / degrees)).sqrt();
                let mut found = [t];
                copula.to_normal(&[1.0], &mut found);
                let exact = -normal_quantile_below(student_tail(t, degrees));
                assert!((found[0] - exact).abs() < 1e-7, "{degrees} {t}: {} {exact}", found[0]);
            }
        }
    }

    /// Value at risk and expected shortfall of `X √(ν/W)` scaled to unit variance (the cases `t5_var_es`).
    #[test]
    fn the_mixed_numbers_are_students() {
        let copula = StudentT::new(5.0);
        let (mut normals, mut mixed) = (Stream::new(1, "t"), Stream::new(1, "w"));
        let mut numbers = Vec::new();
        let (mut x, mut z) = (vec![0.0; LANES], vec![0.0; LANES]);
        for block in 0..4000 {
            normals.begin(block);
            mixed.begin(block);
            normals.normals(&mut x);
            mixed.normals(&mut z);
            copula.mixing(&mut z);
            numbers.extend(x.iter().zip(&z).map(|(x, mixing)| -x * mixing * (3.0_f64 / 5.0).sqrt()));
        }
        numbers.sort_by(|a, b| b.total_cmp(a));
        for (q, var, es) in [(100, 2.606_463_569, 3.448_836_760), (200, 3.123_284_525, 4.066_656_225)] {
            let tail = &numbers[..numbers.len() / q];
            let found = tail.iter().sum::<f64>() / f64::from(u32::try_from(tail.len()).unwrap());
            assert!((tail[tail.len() - 1] - var).abs() < 0.03, "{}", tail[tail.len() - 1]);
            assert!((found - es).abs() < 0.03, "{found}");
        }
    }

    /// Components keep their normal law, and fall together as often as the t copula's tail dependence says.
    #[test]
    fn components_stay_normal_and_meet_in_the_tail() {
        let (degrees, correlation) = (4.0_f64, 0.5_f64);
        let copula = StudentT::new(degrees);
        let mut streams = ["a", "b", "w"].map(|name| Stream::new(3, name));
        let [mut a, mut b, mut w] = [vec![0.0; LANES], vec![0.0; LANES], vec![0.0; LANES]];
        let (mut sums, mut low, mut both) = ([0.0; 4], 0_u32, 0_u32);
        let blocks = 40_000_u32;
        for block in 0..blocks {
            for (stream, out) in streams.iter_mut().zip([&mut a, &mut b, &mut w]) {
                stream.begin(u64::from(block));
                stream.normals(out);
            }
            b.iter_mut()
                .zip(&a)
                .for_each(|(b, a)| *b = correlation * a + (1.0 - correlation * correlation).sqrt() * *b);
            copula.mixing(&mut w);
            copula.to_normal(&w, &mut a);
            copula.to_normal(&w, &mut b);
            for (a, b) in a.iter().zip(&b) {
                sums.iter_mut().zip([*a, a * a, a * a * a, a * a * a * a]).for_each(|(sum, power)| *sum += power);
                // The 0.1 % quantile.
                low += u32::from(*a < -3.090_232_306);
                both += u32::from(*a < -3.090_232_306 && *b < -3.090_232_306);
            }
        }
        let n = f64::from(blocks) * 256.0;
        for (found, (exact, variance)) in sums.into_iter().zip([(0.0, 1.0), (1.0, 2.0), (0.0, 15.0), (3.0, 96.0)]) {
            assert!((found / n - exact).abs() < 4.0 * (variance / n).sqrt(), "{} {exact}", found / n);
        }
        // P(b low | a low) at 0.1 %, by numerical integration of the bivariate t; the limit is 0.2532.
        let share = f64::from(both) / f64::from(low);
        assert!((share - 0.263_493).abs() < 4.0 * (share * (1.0 - share) / f64::from(low)).sqrt(), "{share}");
    }
}
