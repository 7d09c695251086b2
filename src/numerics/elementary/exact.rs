//! The elementary functions to 30 digits, to measure errors by: sums of two doubles (Dekker 1971, *Numerische
//! Mathematik* 18).

use std::f64::consts::{FRAC_PI_2, LN_2};
use std::ops::{Add, Mul};

/// The number `high + low`, `low` at most half a unit in the last place of `high`; times `2^exponent`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exact {
    high: f64,
    low: f64,
    exponent: i32,
}

impl From<f64> for Exact {
    fn from(x: f64) -> Self {
        Self { high: x, low: 0.0, exponent: 0 }
    }
}

impl Add for Exact {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let sum = self.high + other.high;
        let part = sum - self.high;
        let rest = (self.high - (sum - part)) + (other.high - part);
        normal(sum, rest + (self.low + other.low))
    }
}

impl Mul for Exact {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let product = self.high * other.high;
        let rest = self.high.mul_add(other.high, -product);
        normal(product, rest + (self.high * other.low + self.low * other.high))
    }
}

fn normal(high: f64, low: f64) -> Exact {
    let sum = high + low;
    Exact { high: sum, low: low - (sum - high), exponent: 0 }
}

impl Exact {
    pub fn times(self, factor: f64) -> Self {
        self * factor.into()
    }

    fn over(self, divisor: f64) -> Self {
        let first = self.high / divisor;
        let rest = self + Self::from(divisor).times(-first);
        normal(first, (rest.high + rest.low) / divisor)
    }

    /// How far a number is from this one, in units of the last place of this one.
    pub fn ulps(self, found: f64) -> f64 {
        let unit = f64::from_bits(self.high.abs().to_bits() + 1) - self.high.abs();
        (((libm::ldexp(found, -self.exponent) - self.high) - self.low) / unit).abs()
    }
}

/// ln 2.
const LN_2_EXACT: Exact = Exact { high: LN_2, low: 2.319_046_813_846_299_6e-17, exponent: 0 };

/// π/2.
const QUARTER: Exact = Exact { high: FRAC_PI_2, low: 6.123_233_995_736_766e-17, exponent: 0 };

/// `Σ x^k / (from + k step)!`-like series: the sum of terms, each the one before times `x` over the next divisor.
fn series(first: Exact, x: Exact, divisors: impl Iterator<Item = f64>) -> Exact {
    let mut term = first;
    divisors.fold(first, |sum, divisor| {
        term = (term * x).over(divisor);
        sum + term
    })
}

/// `e^x`: `x = k ln 2 + 64 r`, `e^r` by its series.
pub fn exp(x: Exact) -> Exact {
    let k = libm::round(x.high / LN_2);
    let r = (x + LN_2_EXACT.times(-k)).times(1.0 / 64.0);
    let mut power = series(1.0.into(), r, (1..16).map(f64::from));
    for _ in 0..6 {
        power = power * power;
    }
    #[allow(clippy::cast_possible_truncation, reason = "a double's exponent")]
    let exponent = k as i32;
    Exact { exponent, ..power }
}

/// The natural logarithm: a step of Newton's from another library's.
pub fn ln(x: f64) -> Exact {
    let (mut m, mut e) = libm::frexp(x);
    if m < std::f64::consts::FRAC_1_SQRT_2 {
        (m, e) = (2.0 * m, e - 1);
    }
    let near = libm::log(m);
    let Exact { high, low, exponent } = exp((-near).into());
    let inverse = normal(libm::ldexp(high, exponent), libm::ldexp(low, exponent));
    let beyond = inverse.times(m) + (-1.0).into();
    Exact::from(near) + (beyond + (beyond * beyond).times(-0.5)) + LN_2_EXACT.times(f64::from(e))
}

/// `(sin, cos)` of `x` quarter turns, by their series.
pub fn sin_cos_quarter(x: f64) -> (Exact, Exact) {
    let angle = QUARTER.times(x);
    let square = (angle * angle).times(-1.0);
    let products = |from: u32| (0..15).map(move |k| f64::from((from + 2 * k) * (from + 1 + 2 * k)));
    (series(angle, square, products(2)), series(1.0.into(), square, products(1)))
}

#[test]
fn the_reference_has_thirty_digits() {
    let far = |found: Exact, high: f64, low: f64| ((found.high - high) + (found.low - low)).abs() / high;
    let Exact { high, low, exponent } = exp(1.0.into());
    let e = normal(libm::ldexp(high, exponent), libm::ldexp(low, exponent));
    assert!(far(e, std::f64::consts::E, 1.445_646_891_729_250_2e-16) < 1e-30);
    assert!(far(ln(10.0), std::f64::consts::LN_10, -2.170_756_223_382_249_4e-16) < 1e-30);
    let (sine, cosine) = sin_cos_quarter(1.0 / 7.0);
    assert!(far(sine * sine + cosine * cosine, 1.0, 0.0) < 1e-30);
    let (sine, cosine) = sin_cos_quarter(0.5);
    assert!(far(sine, cosine.high, cosine.low) < 1e-30);
}
