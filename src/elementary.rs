//! Elementary functions with the same bits on every platform: only `+ - × ÷ √` and bit operations, never the platform's
//! mathematical library and never a fused multiply-add, so that wide and scalar code agree.
//!
//! Each scalar function is branch-free, so that a loop over a slice compiles to vector instructions; the functions over
//! slices choose the widest instructions of the machine when first called.

use multiversion::multiversion;

const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
/// `1.5 · 2^52`: adding it rounds a number to an integer that stands in the low bits.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// `e^x`, with `x` held to `[-708, 709]`; relative error below 4e-16 on that range.
///
/// `x = k ln 2 + r` with `|r| ≤ ln 2 / 2` (Cody & Waite 1980), the Taylor series of `e^r` to `r^13`, scaled by `2^k`.
#[inline(always)]
#[must_use]
pub fn exp(x: f64) -> f64 {
    let x = x.clamp(-708.0, 709.0);
    let shifted = x * std::f64::consts::LOG2_E + ROUND;
    let k = shifted - ROUND;
    let r = x - k * LN_2_HIGH - k * LN_2_LOW;
    let mut sum = 1.0 / 6_227_020_800.0;
    for reciprocal in [
        1.0 / 479_001_600.0,
        1.0 / 39_916_800.0,
        1.0 / 3_628_800.0,
        1.0 / 362_880.0,
        1.0 / 40_320.0,
        1.0 / 5_040.0,
        1.0 / 720.0,
        1.0 / 120.0,
        1.0 / 24.0,
        1.0 / 6.0,
        0.5,
        1.0,
        1.0,
    ] {
        sum = sum * r + reciprocal;
    }
    sum * f64::from_bits((shifted.to_bits() << 52).wrapping_add(1023 << 52))
}

/// The natural logarithm of a positive, normal `x`; relative error below 4e-16.
///
/// `x = 2^e m` with `m` in `[√½, √2)`; `ln m = 2 artanh s`, `s = (m - 1)/(m + 1)`, by its Taylor series to `s^21`.
#[inline(always)]
#[must_use]
pub fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    // The biased exponent as a number, without an integer conversion: 2^52 + e.
    let exponent = f64::from_bits((bits >> 52) | 0x4330_0000_0000_0000) - (4_503_599_627_370_496.0 + 1023.0);
    let mantissa = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000);
    let large = mantissa > std::f64::consts::SQRT_2;
    let scaled = if large { 0.5 * mantissa } else { mantissa };
    let power = if large { exponent + 1.0 } else { exponent };
    let s = (scaled - 1.0) / (scaled + 1.0);
    let z = s * s;
    let mut sum = 1.0 / 21.0;
    for reciprocal in
        [1.0 / 19.0, 1.0 / 17.0, 1.0 / 15.0, 1.0 / 13.0, 1.0 / 11.0, 1.0 / 9.0, 1.0 / 7.0, 1.0 / 5.0, 1.0 / 3.0]
    {
        sum = sum * z + reciprocal;
    }
    let series = 2.0 * s * (z * sum);
    power * LN_2_HIGH + (2.0 * s + (series + power * LN_2_LOW))
}

/// `x^y` for a positive, normal `x`, as `exp(y ln x)`: relative error about `|y ln x|` ulp.
#[inline(always)]
#[must_use]
pub fn pow(x: f64, y: f64) -> f64 {
    exp(y * ln(x))
}

/// Coefficients of Wichura's three rational approximations, from the constant term up; columns: centre, tail, far tail.
const NUMERATOR: [[f64; 3]; 8] = [
    [3.387_132_872_796_366_5, 1.423_437_110_749_683_5, 6.657_904_643_501_103],
    [133.141_667_891_784_38, 4.630_337_846_156_546, 5.463_784_911_164_114],
    [1_971.590_950_306_551_3, 5.769_497_221_460_691, 1.784_826_539_917_291_3],
    [13_731.693_765_509_46, 3.647_848_324_763_204_5, 0.296_560_571_828_504_87],
    [45_921.953_931_549_87, 1.270_458_252_452_368_4, 0.026_532_189_526_576_124],
    [67_265.770_927_008_7, 0.241_780_725_177_450_6, 0.001_242_660_947_388_078_4],
    [33_430.575_583_588_13, 0.022_723_844_989_269_184, 2.711_555_568_743_487_6e-5],
    [2_509.080_928_730_122_7, 7.745_450_142_783_414e-4, 2.010_334_399_292_288_1e-7],
];
const DENOMINATOR: [[f64; 3]; 8] = [
    [1.0, 1.0, 1.0],
    [42.313_330_701_600_91, 2.053_191_626_637_759, 0.599_832_206_555_887_9],
    [687.187_007_492_057_9, 1.676_384_830_183_803_8, 0.136_929_880_922_735_8],
    [5_394.196_021_424_751, 0.689_767_334_985_1, 0.014_875_361_290_850_615],
    [21_213.794_301_586_597, 0.148_103_976_427_480_08, 7.868_691_311_456_133e-4],
    [39_307.895_800_092_71, 0.015_198_666_563_616_457, 1.846_318_317_510_054_7e-5],
    [28_729.085_735_721_943, 5.475_938_084_995_345e-4, 1.421_511_758_316_446e-7],
    [5_226.495_278_852_545, 1.050_750_071_644_416_9e-9, 2.044_263_103_389_939_8e-15],
];

/// The value `z` for which a standard normal is below it with probability `p`, `0 < p < 1`: relative error about 1e-15.
///
/// Wichura (1988), *Algorithm AS 241*, Applied Statistics 37, routine PPND16; one rational function is evaluated, with the
/// coefficients of the part in which `p` lies.
#[inline(always)]
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    let nearer = if q < 0.0 { p } else { 1.0 - p };
    let root = (-ln(nearer)).sqrt();
    if root > 5.0 { far_tail(root, q) } else { body(root, q) }
}

/// The centre and the tail, `p` and `1 - p` at least `e^-25`; branch-free.
#[inline(always)]
fn body(root: f64, q: f64) -> f64 {
    let centre = q.abs() <= 0.425;
    let argument = if centre { 0.180_625 - q * q } else { root - 1.6 };
    let mask = if centre { u64::MAX } else { 0 };
    let pick = |row: [f64; 3]| f64::from_bits(row[1].to_bits() ^ ((row[0].to_bits() ^ row[1].to_bits()) & mask));
    let mut numerator = pick(NUMERATOR[7]);
    let mut denominator = pick(DENOMINATOR[7]);
    for order in (0..7).rev() {
        numerator = numerator * argument + pick(NUMERATOR[order]);
        denominator = denominator * argument + pick(DENOMINATOR[order]);
    }
    let factor = if centre { q } else { 1f64.copysign(q) };
    factor * numerator / denominator
}

/// The far tail, needed once in 36 thousand million draws.
#[cold]
fn far_tail(root: f64, q: f64) -> f64 {
    let argument = root - 5.0;
    let horner = |rows: &[[f64; 3]; 8]| rows.iter().rev().fold(0.0, |sum, row| sum * argument + row[2]);
    (horner(&NUMERATOR) / horner(&DENOMINATOR)).copysign(q)
}

/// A uniform number strictly inside `(0, 1)`, `(k + ½) / 2^52`, from the upper 52 bits of a random word.
#[inline(always)]
#[must_use]
pub fn open_uniform(word: u64) -> f64 {
    f64::from_bits((word >> 12) | 0x3ff0_0000_0000_0000) - (1.0 - f64::EPSILON / 2.0)
}

/// A standard normal number for each random word, by inversion.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn normals(words: &[u64], out: &mut [f64]) {
    let mut far = 0_u64;
    for (z, &word) in out.iter_mut().zip(words) {
        let p = open_uniform(word);
        let q = p - 0.5;
        let root = (-ln(if q < 0.0 { p } else { 1.0 - p })).sqrt();
        far |= u64::from(root > 5.0);
        *z = body(root, q);
    }
    if far != 0 {
        for (z, &word) in out.iter_mut().zip(words) {
            *z = normal_quantile(open_uniform(word));
        }
    }
}

/// `out = e^(drift + scale · x)` for each number.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn exp_affine(drift: f64, scale: f64, x: &[f64], out: &mut [f64]) {
    for (y, &x) in out.iter_mut().zip(x) {
        *y = exp(drift + scale * x);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relative(found: f64, expected: f64) -> f64 {
        ((found - expected) / expected).abs()
    }

    /// Numbers spread over a range, with every bit of the mantissa in use.
    fn spread(low: f64, high: f64) -> impl Iterator<Item = f64> {
        (0..400_000_u32).map(move |i| low + (high - low) * (f64::from(i) + 0.618_033_988_749_895) / 400_000.0)
    }

    #[test]
    fn exp_and_ln_are_those_of_an_independent_library() {
        for (low, high) in [(-708.0, 709.0), (-1.0, 1.0), (-1e-8, 1e-8)] {
            let worst = spread(low, high).map(|x| relative(exp(x), libm::exp(x))).fold(0.0, f64::max);
            assert!(worst < 4e-16, "exp on [{low}, {high}]: {worst:e}");
        }
        for (low, high) in [(1e-300, 1e-10), (1e-10, 0.5), (0.5, 0.999), (1.001, 2.0), (2.0, 1e10), (1e10, 1e300)] {
            let worst = spread(low, high).map(|x| relative(ln(x), libm::log(x))).fold(0.0, f64::max);
            assert!(worst < 4e-16, "ln on [{low}, {high}]: {worst:e}");
        }
        assert_eq!((exp(0.0), ln(1.0)), (1.0, 0.0));
    }

    #[test]
    fn the_normal_quantile_is_the_inverse_of_the_distribution_function_in_both_tails() {
        // Φ(z) = erfc(-z/√2)/2; an error of z is magnified z² times.
        for power in 1..=15 {
            let p = 0.37 * libm::pow(10.0, -f64::from(power));
            let z = normal_quantile(p);
            let back = 0.5 * libm::erfc(-z / std::f64::consts::SQRT_2);
            assert!(relative(back, p) < 1e-13, "{p:e}: {back:e}");
            if power < 5 {
                assert!((normal_quantile(1.0 - p) + z).abs() < 1e-10);
            }
        }
        // Tabulated: Φ⁻¹(0.975) and Φ⁻¹(0.05).
        assert!(relative(normal_quantile(0.975), 1.959_963_984_540_054_2) < 1e-15);
        assert!(relative(normal_quantile(0.05), -1.644_853_626_951_472_7) < 1e-15);
    }

    /// Wide instructions and scalar ones give the same bits, at the extremes too.
    #[test]
    fn a_slice_has_the_bits_of_its_numbers() {
        let extremes = [0, u64::MAX, 1 << 12, 1 << 16, u64::MAX - (1 << 16), 1 << 63];
        let words: Vec<u64> = (0..997_u64).map(|i| i.wrapping_mul(0x9e37_79b9_7f4a_7c15)).chain(extremes).collect();
        let mut found = vec![0.0; words.len()];
        normals(&words, &mut found);
        for (z, &word) in found.iter().zip(&words) {
            assert_eq!(z.to_bits(), normal_quantile(open_uniform(word)).to_bits(), "{word:x}");
            assert!(z.is_finite());
        }
        let mut grown = vec![0.0; words.len()];
        exp_affine(0.01, 0.3, &found, &mut grown);
        for (growth, z) in grown.iter().zip(&found) {
            assert_eq!(growth.to_bits(), exp(0.01 + 0.3 * z).to_bits());
        }
    }
}
