//! Student's t as a copula: normal numbers tied together so that the worst comes together (Demarta & `McNeil` 2005,
//! *The t Copula and Related Copulas*, International Statistical Review 73).
//!
//! `X` is standard normal with the correlations given. `W` is chi-squared with ν degrees of freedom and the same for
//! all components. Then `T = X √(ν/W)` is Student's t, and `N = Φ⁻¹(t_ν(T))` is normal again. So every component keeps
//! its own law, and log returns are never Student's t, whose exponential has no mean. The copula is that of a step's
//! numbers: a law of months, not defined for other steps.
//!
//! Both transforms are smooth functions of one number. They are evaluated as series of Chebyshev polynomials through
//! their values at Chebyshev nodes (Trefethen 2013, *Approximation Theory and Approximation Practice*, ch. 4). The
//! error of a normal number, in standard deviations, is below 1e-6 from 2.5 degrees of freedom on. From 2.1 on it is
//! below 5e-6, as a test measures.

#![allow(
    clippy::disallowed_methods,
    reason = "the series are inlined into kernels, which are compiled for fused multiply-add"
)]

use crate::kernel::kernel;
use crate::numerics::elementary::{exp, ln};
use crate::numerics::gamma::chi_squared_log_quantile;
use crate::numerics::{normal, student};

/// The two transforms of a t copula.
pub struct StudentT {
    degrees: f64,
    /// `ln √(ν/W)` by the normal number of the same probability as `W`.
    log_mixing: MixingPolynomial,
    /// `N / y` by `y`, see [`stretch`].
    stretch: Stretch,
}

type MixingPolynomial = Chebyshev<29>;
type Stretch = Chebyshev<21>;

impl StudentT {
    /// Makes it for a number of degrees of freedom, above 2.
    #[must_use]
    pub fn new(degrees: f64) -> Self {
        Self {
            degrees,
            log_mixing: Chebyshev::new(-7.6, 7.6, |z| {
                0.5 * (libm::log(degrees)
                    - chi_squared_log_quantile(normal::distribution(z), normal::distribution(-z), degrees))
            }),
            stretch: Chebyshev::new(0.0, 9.5, |y| stretch(degrees, y)),
        }
    }

    /// Makes a path's normal number into its `√(ν/W)`.
    pub fn mixing(&self, z: &mut [f64]) {
        mixing(&self.log_mixing, z);
    }

    /// Makes normal numbers into those of the copula, each with its path's `√(ν/W)`.
    pub fn to_normal(&self, mixing: &[f64], x: &mut [f64]) {
        to_normal(&self.stretch, self.degrees, mixing, x);
    }
}

/// `N / y` of the normal number `N` that has the probability of a t with `y = √(ν ln(1 + t²/ν))`: near 1, and smooth
/// (the idea of Wallace 1959, *Annals of Mathematical Statistics* 30).
fn stretch(degrees: f64, y: f64) -> f64 {
    if y == 0.0 {
        return student::peak(degrees) * (2.0 * std::f64::consts::PI).sqrt();
    }
    let t = (degrees * libm::expm1(y * y / degrees)).sqrt();
    -normal::quantile_below(student::tail(t, degrees)) / y
}

/// A function on a range as a series of Chebyshev polynomials; beyond, as at its ends.
struct Chebyshev<const N: usize> {
    centre: f64,
    /// The inverse of half the range.
    scale: f64,
    coefficients: [f64; N],
}

impl<const N: usize> Chebyshev<N> {
    /// The polynomial through the function's values at the Chebyshev nodes of the range.
    fn new(low: f64, high: f64, function: impl Fn(f64) -> f64) -> Self {
        let (centre, half) = (0.5 * (low + high), 0.5 * (high - low));
        let number = |k: usize| f64::from(u32::try_from(k).unwrap_or(u32::MAX));
        let angle = |k: usize| std::f64::consts::PI * (number(k) + 0.5) / number(N);
        let values: [f64; N] = std::array::from_fn(|k| function(centre + half * libm::cos(angle(k))));
        let coefficients = std::array::from_fn(|degree| {
            let terms = values.iter().enumerate().map(|(k, value)| value * libm::cos(number(degree) * angle(k)));
            terms.fold(0.0, |sum, term| sum + term) * if degree == 0 { 1.0 } else { 2.0 } / number(N)
        });
        Self { centre, scale: 1.0 / half, coefficients }
    }

    /// The series by Clenshaw's rule.
    #[inline(always)]
    fn at(&self, x: f64) -> f64 {
        let u = (x - self.centre) * self.scale;
        let u = if u > 1.0 { 1.0 } else { u };
        let twice = 2.0 * if u < -1.0 { -1.0 } else { u };
        let (mut one, mut two) = (0.0, 0.0);
        for &coefficient in self.coefficients[1..].iter().rev() {
            (one, two) = (twice.mul_add(one, coefficient - two), one);
        }
        (0.5 * twice).mul_add(one, self.coefficients[0] - two)
    }
}

kernel! {
    fn mixing(log_mixing: &MixingPolynomial, z: &mut [f64]) {
        for z in z.iter_mut() {
            *z = exp(log_mixing.at(*z));
        }
    }
}

kernel! {
    fn to_normal(stretch: &Stretch, degrees: f64, mixing: &[f64], x: &mut [f64]) {
        let each = 1.0 / degrees;
        for (x, &mixing) in x.iter_mut().zip(mixing) {
            let t = *x * mixing;
            let y = (degrees * ln(1.0 + t * t * each)).sqrt();
            let normal = y * stretch.at(y);
            *x = if t < 0.0 { -normal } else { normal };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lanes::LANES;
    use crate::numerics::real;
    use crate::random::Stream;
    use crate::random::oracles::{self, assert_one_law, batched, drawn};

    /// The series between their nodes against the functions themselves.
    #[test]
    fn the_series_are_the_functions_to_a_millionth_of_a_standard_deviation() {
        for (degrees, most) in [(2.1, 5e-6), (2.5, 1e-6), (3.0, 1e-6), (5.0, 1e-6), (12.0, 1e-6), (200.0, 1e-6)] {
            let copula = StudentT::new(degrees);
            for place in 0..3000_u32 {
                let z = -7.6 + 15.2 * (f64::from(place) + 0.37) / 3000.0;
                let mut found = [z];
                copula.mixing(&mut found);
                let exact = chi_squared_log_quantile(normal::distribution(z), normal::distribution(-z), degrees);
                let exact = libm::exp(0.5 * (libm::log(degrees) - exact));
                assert!((found[0] / exact - 1.0).abs() < most, "{degrees} {z}: {} {exact}", found[0]);
                let y = 9.0 * (f64::from(place) + 0.37) / 3000.0;
                let t = (degrees * libm::expm1(y * y / degrees)).sqrt();
                let mut found = [t];
                copula.to_normal(&[1.0], &mut found);
                let exact = -normal::quantile_below(student::tail(t, degrees));
                assert!((found[0] - exact).abs() < most, "{degrees} {t}: {} {exact}", found[0]);
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
        let scale = (3.0_f64 / 5.0).sqrt();
        for (q, var, es) in [(100, 2.606_463_569, 3.448_836_760), (200, 3.123_284_525, 4.066_656_225)] {
            let tail = &numbers[..numbers.len() / q];
            let (n, p) = (real(numbers.len()), real(tail.len()) / real(numbers.len()));
            let found = [tail[tail.len() - 1], tail.iter().sum::<f64>() / real(tail.len())];
            let variance = tail.iter().map(|x| (x - found[1]) * (x - found[1])).sum::<f64>() / real(tail.len());
            // The standard errors of a quantile, and of a tail's mean (Manistre & Hancock 2005).
            let density = libm::exp(student::log_density(var / scale, 5.0)) / scale;
            let beyond = (variance + (1.0 - p) * (es - var) * (es - var)) / (n * p);
            let errors = [(p * (1.0 - p) / n).sqrt() / density, beyond.sqrt()];
            for ((found, exact), error) in found.into_iter().zip([var, es]).zip(errors) {
                assert!((found - exact).abs() < 4.0 * error, "{found} ± {error} against {exact}");
            }
        }
    }

    /// `W` and `T` have the laws of `rand_distr`, which draws both in another way.
    #[test]
    fn the_mixing_numbers_are_chi_squared_and_the_mixed_ones_students() {
        let count = 2000 * LANES;
        for degrees in [2.5, 5.0, 30.0] {
            let copula = StudentT::new(degrees);
            let (mut normals, mut mixed) = (Stream::new(6, "t"), Stream::new(6, "w"));
            let mixing = batched(count, |block, out| {
                mixed.begin(block);
                mixed.normals(out);
                copula.mixing(out);
            });
            let students = batched(count, |block, out| {
                normals.begin(block);
                normals.normals(out);
            });
            let students = students.iter().zip(&mixing).map(|(x, mixing)| x * mixing).collect();
            assert_one_law(students, drawn(oracles::StudentT::new(degrees).unwrap(), count));
            let chi_squared = mixing.iter().map(|mixing| degrees / (mixing * mixing)).collect();
            assert_one_law(chi_squared, drawn(oracles::ChiSquared::new(degrees).unwrap(), count));
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
