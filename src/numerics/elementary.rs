//! Elementary functions with the same bits on every platform: only `+ - × ÷ √`, fused multiply-adds and bit operations,
//! never the platform's mathematical library.
//!
//! Each scalar function is branch-free, so that a loop over a slice compiles to vector instructions. The polynomials
//! were fitted by interpolation at Chebyshev nodes in 60 digits (Trefethen 2013, *Approximation Theory and
//! Approximation Practice*, ch. 4). Each function states its greatest error in units in the last place (ulp). A test
//! measures it against values of 30 digits.

#![allow(
    clippy::disallowed_methods,
    reason = "the functions here are inlined into kernels, which are compiled for fused multiply-add"
)]

#[cfg(test)]
mod exact;
#[cfg(test)]
mod tests;

use std::f64::consts::{FRAC_PI_2, LOG2_E};

use crate::kernel::kernel;

const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
/// `1.5 · 2^52`: adding it rounds a number to an integer that stands in the low bits.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// `Σ coefficients[k] x^k` by Horner's rule.
#[inline(always)]
fn polynomial<const N: usize>(x: f64, coefficients: [f64; N]) -> f64 {
    let mut sum = coefficients[N - 1];
    for &coefficient in coefficients[..N - 1].iter().rev() {
        sum = sum.mul_add(x, coefficient);
    }
    sum
}

/// `e^x`, with `x` held to `[-708, 709]`; within 1.1 ulp. NaN stays NaN.
///
/// `x = k ln 2 + r` with `|r| ≤ ln 2 / 2` (Cody & Waite 1980, *Software Manual for the Elementary Functions*), `e^r` by
/// a polynomial of degree 11 (approximation error 1.4e-17), scaled by `2^k`.
#[inline(always)]
#[must_use]
pub fn exp(x: f64) -> f64 {
    let x = x.clamp(-708.0, 709.0);
    let shifted = x.mul_add(LOG2_E, ROUND);
    let k = shifted - ROUND;
    let r = (-k).mul_add(LN_2_LOW, (-k).mul_add(LN_2_HIGH, x));
    let above_linear = polynomial(
        r,
        [
            0.500_000_000_000_000_1,
            0.166_666_666_666_666_69,
            0.041_666_666_666_624_13,
            0.008_333_333_333_330_062,
            0.001_388_888_891_721_371_7,
            1.984_126_986_305_361_8e-4,
            2.480_152_129_595_437_6e-5,
            2.755_726_845_999_706_4e-6,
            2.762_008_844_540_974_6e-7,
            2.510_038_549_551_032e-8,
        ],
    );
    let e_r = (r * r).mul_add(above_linear, r) + 1.0;
    e_r * f64::from_bits((shifted.to_bits() << 52).wrapping_add(1023 << 52))
}

/// The natural logarithm of a positive, normal `x`; within 2.1 ulp.
///
/// `x = 2^e m` with `m` in `[√½, √2)`; `ln m = 2 artanh s`, `s = (m - 1)/(m + 1)`, by a polynomial of degree 7 in `s²`
/// (approximation error 5e-18).
#[inline(always)]
#[must_use]
pub fn ln(x: f64) -> f64 {
    // The bits of x less those of √½: what stands above the mantissa is e.
    let above = x.to_bits().wrapping_sub(0x3fe6_a09e_667f_3bcd);
    // An arithmetic shift by 52, written so that every set of vector instructions has it.
    let exponent = f64::from_bits(((above.wrapping_add(1 << 63)) >> 52) | 0x4330_0000_0000_0000)
        - (4_503_599_627_370_496.0 + 2048.0);
    let m = f64::from_bits(x.to_bits().wrapping_sub(above & 0xfff0_0000_0000_0000));
    let s = (m - 1.0) / (m + 1.0);
    let z = s * s;
    let series = polynomial(
        z,
        [
            0.666_666_666_666_667,
            0.399_999_999_998_994_44,
            0.285_714_286_260_032_7,
            0.222_222_111_302_598_78,
            0.181_828_894_556_749_47,
            0.153_317_106_182_107_73,
            0.146_165_854_248_886_23,
        ],
    );
    let beyond = (s * z).mul_add(series, exponent * LN_2_LOW);
    exponent.mul_add(LN_2_HIGH, 2.0f64.mul_add(s, beyond))
}

/// `x^y` for a positive, normal `x`, as `exp(y ln x)`. It is within `1.1 (1 + |y ln x|)` ulp for a `y` up to 1, and
/// `2.5 (1 + |y ln x|)` ulp up to 12. It is 0 for 0 and a positive `y`. NaN and infinity stay what they are.
#[inline(always)]
#[must_use]
pub fn pow(x: f64, y: f64) -> f64 {
    let power = exp(y * ln(x));
    let power = if x > 0.0 { power } else { 0.0 };
    if x < f64::INFINITY { power } else { x }
}

/// `(sin, cos)` of `x` quarter turns, `|x| ≤ ½`: the sine within 1.5 ulp, the cosine within 1.1.
///
/// Polynomials of degree 13 and 14 in `x` (approximation error 5e-17).
#[inline(always)]
#[must_use]
pub fn sin_cos_quarter(x: f64) -> (f64, f64) {
    let z = x * x;
    let sine = polynomial(
        z,
        [
            FRAC_PI_2,
            -0.645_964_097_506_244_3,
            0.079_692_626_246_043_01,
            -0.004_681_754_132_340_976,
            1.604_411_507_421_909e-4,
            -3.598_643_352_982_31e-6,
            5.633_933_781_537_854e-8,
        ],
    );
    let cosine = polynomial(
        z,
        [
            -1.233_700_550_136_169_7,
            0.253_669_507_901_047_8,
            -0.020_863_480_763_340_773,
            9.192_602_745_468_447e-4,
            -2.520_203_902_802_917_8e-5,
            4.710_678_405_505_227e-7,
            -6.329_396_344_967_424e-9,
        ],
    );
    (x * sine, z.mul_add(cosine, 1.0))
}

/// Two independent standard normal numbers from a random word (Box & Muller 1958, *Annals of Mathematical Statistics*
/// 29).
///
/// `√(-2 ln u) (cos 2πv, sin 2πv)`: `u = (k + ½)/2^40` with `k` the word's upper 40 bits, so that the radius goes to
/// 7.5; `v` one of `2^24` directions, the lower 24 bits. The second, fourth, sixth and eighth moments fall short of the
/// normal law's by 3.2e-13, 9.5e-12, 1.5e-10 and 1.5e-9 of themselves; odd ones are 0.
#[inline(always)]
#[must_use]
pub fn normal_pair(word: u64) -> (f64, f64) {
    let u = f64::from_bits((word >> 24 << 12) | 0x3ff0_0000_0000_0000) - (1.0 - 1.0 / 2_199_023_255_552.0);
    let radius = (-2.0 * ln(u)).sqrt();
    // 22 bits of direction within a quarter turn, and two for the quarter.
    let within = f64::from_bits((word & 0x3f_ffff) | 0x4330_0000_0000_0000) - (4_503_599_627_370_496.0 + 2_097_152.0);
    let (sine, cosine) = sin_cos_quarter(within.mul_add(1.0 / 4_194_304.0, 1.0 / 8_388_608.0));
    let odd_quarter = word & 0x40_0000 != 0;
    let first = radius * if odd_quarter { sine } else { cosine };
    let second = radius * if odd_quarter { cosine } else { sine };
    let first_sign = ((word ^ (word << 1)) & 0x80_0000) << 40;
    let second_sign = (word & 0x80_0000) << 40;
    (f64::from_bits(first.to_bits() ^ first_sign), f64::from_bits(second.to_bits() ^ second_sign))
}

kernel! {
    /// Two standard normal numbers for each random word: of word `i`, number `i` of both slices.
    pub fn normal_pairs(words: &[u64], first: &mut [f64], second: &mut [f64]) {
        for ((first, second), &word) in first.iter_mut().zip(second).zip(words) {
            (*first, *second) = normal_pair(word);
        }
    }
}

kernel! {
    /// `out = e^(scale · x)` for each number.
    pub fn exp_scaled(scale: f64, x: &[f64], out: &mut [f64]) {
        for (out, &x) in out.iter_mut().zip(x) {
            *out = exp(scale * x);
        }
    }
}

kernel! {
    /// `sum += factor · x`.
    pub fn add_scaled(factor: f64, x: &[f64], sum: &mut [f64]) {
        for (sum, &x) in sum.iter_mut().zip(x) {
            *sum = factor.mul_add(x, *sum);
        }
    }
}

/// The return a year of a growth factor over so many years: `G^(1/years) - 1`.
#[inline(always)]
#[must_use]
pub fn annual_return(growth: f64, years: f64) -> f64 {
    pow(growth, 1.0 / years) - 1.0
}

kernel! {
    /// The return a year of each growth factor over so many years.
    pub fn annual_returns(years: f64, growth: &[f64], out: &mut [f64]) {
        for (out, &growth) in out.iter_mut().zip(growth) {
            *out = annual_return(growth, years);
        }
    }
}

kernel! {
    /// `out = ln x` for each number; NaN for one that is not positive.
    pub fn logarithms(x: &[f64], out: &mut [f64]) {
        for (out, &x) in out.iter_mut().zip(x) {
            *out = if x > 0.0 { ln(x) } else { f64::NAN };
        }
    }
}

kernel! {
    /// `out = x · out` for each number.
    pub fn multiply(x: &[f64], out: &mut [f64]) {
        for (out, &x) in out.iter_mut().zip(x) {
            *out *= x;
        }
    }
}

kernel! {
    /// `out = x / by` for each number.
    pub fn divide(x: &[f64], by: &[f64], out: &mut [f64]) {
        for ((out, &x), &by) in out.iter_mut().zip(x).zip(by) {
            *out = x / by;
        }
    }
}
