//! The arithmetic of a step over a block: one number a path, branch-free, in the widest instructions of the machine.

#![allow(
    clippy::disallowed_methods,
    reason = "the functions here are inlined into kernels, which are compiled for fused multiply-add"
)]

use crate::kernel::kernel;
use crate::lanes::{LANES, Lanes};
use crate::numerics::elementary;

/// A weighted sum: `constant + Σ factors[k] x[k]`.
#[derive(Clone, Copy)]
pub struct Weights<'a> {
    /// The constant.
    pub constant: f64,
    /// Factors of the first numbers.
    pub factors: &'a [f64],
}

/// Paths whose sums stay in registers.
const STRETCH: usize = 32;

/// The sums of a stretch of paths, from its first one on.
#[inline(always)]
fn stretch(weights: Weights, x: &[Lanes], first: usize) -> [f64; STRETCH] {
    let mut sums = [weights.constant; STRETCH];
    for (&factor, x) in weights.factors.iter().zip(x) {
        let (stretches, _) = x.as_chunks::<STRETCH>();
        let x = &stretches[first];
        for lane in 0..STRETCH {
            sums[lane] = factor.mul_add(x[lane], sums[lane]);
        }
    }
    sums
}

/// Replaces the numbers of lower regimes by those of regime `number`, on the paths of a stretch that are in it or a
/// higher one.
#[inline(always)]
fn replace(number: u32, regimes: &[f64; STRETCH], numbers: &[f64; STRETCH], out: &mut [f64; STRETCH]) {
    let number = f64::from(number);
    for lane in 0..STRETCH {
        out[lane] = if regimes[lane] >= number { numbers[lane] } else { out[lane] };
    }
}

/// Each path's sum by the weights of its regime; with one regime, the regimes are not read.
#[inline(always)]
fn each(weights: &[Weights], regimes: &[f64], x: &[Lanes], out: &mut [f64], finish: impl Fn(f64) -> f64) {
    const { assert!(LANES.is_multiple_of(STRETCH)) };
    let Some((&first, others)) = weights.split_first() else { return };
    for (place, out) in out.as_chunks_mut::<STRETCH>().0.iter_mut().enumerate() {
        let mut sums = stretch(first, x, place);
        for (number, &other) in (1..).zip(others) {
            replace(number, &regimes.as_chunks::<STRETCH>().0[place], &stretch(other, x, place), &mut sums);
        }
        for lane in 0..STRETCH {
            out[lane] = finish(sums[lane]);
        }
    }
}

kernel! {
    /// `out = sum`, with the weights of the path's regime.
    pub fn sum(weights: &[Weights<'_>], regimes: &[f64], x: &[Lanes], out: &mut [f64]) {
        each(weights, regimes, x, out, |sum| sum);
    }
}

kernel! {
    /// `out = e^sum`, with the weights of the path's regime.
    pub fn exp_sum(weights: &[Weights<'_>], regimes: &[f64], x: &[Lanes], out: &mut [f64]) {
        each(weights, regimes, x, out, elementary::exp);
    }
}

kernel! {
    /// `out = e^x`.
    pub fn exp(x: &[f64], out: &mut [f64]) {
        for (out, &x) in out.iter_mut().zip(x) {
            *out = elementary::exp(x);
        }
    }
}

kernel! {
    /// `x = e^x`.
    pub fn exp_in_place(x: &mut [f64]) {
        for x in x.iter_mut() {
            *x = elementary::exp(*x);
        }
    }
}

kernel! {
    /// `x = a + b x`, with the line of the path's regime.
    pub fn affine(lines: &[[f64; 2]], regimes: &[f64], x: &mut [f64]) {
        for (place, x) in x.as_chunks_mut::<STRETCH>().0.iter_mut().enumerate() {
            let mut moved = *x;
            for (number, line) in (0..).zip(lines) {
                let mut there = [0.0; STRETCH];
                for lane in 0..STRETCH {
                    there[lane] = line[1].mul_add(x[lane], line[0]);
                }
                if number == 0 {
                    moved = there;
                } else {
                    replace(number, &regimes.as_chunks::<STRETCH>().0[place], &there, &mut moved);
                }
            }
            *x = moved;
        }
    }
}

kernel! {
    /// One step of a chain: the next regime is the number of thresholds above the uniform number, in the row of the
    /// present regime.
    pub fn move_regimes(thresholds: &[Vec<f64>], uniform: &[f64], regimes: &mut [f64]) {
        let stretches = regimes.as_chunks_mut::<STRETCH>().0.iter_mut().zip(uniform.as_chunks::<STRETCH>().0);
        for (regimes, uniform) in stretches {
            let mut moved = [0.0; STRETCH];
            for (number, row) in (0..).zip(thresholds) {
                let mut next = [0.0; STRETCH];
                for &threshold in row {
                    for lane in 0..STRETCH {
                        next[lane] += if uniform[lane] < threshold { 1.0 } else { 0.0 };
                    }
                }
                replace(number, regimes, &next, &mut moved);
            }
            *regimes = moved;
        }
    }
}

kernel! {
    /// `out = max(constant + c ∫x - D Δy + ½ C Δy², 0)`, `Δy = b (x' - x)`; the fund's numbers are constant, c, b, D
    /// and ½ C.
    pub fn bond_fund(fund: [f64; 5], before: &[f64], level: &[f64], integral: &[f64], out: &mut [f64]) {
        let [constant, carry, slope, duration, half_convexity] = fund;
        let rates = before.iter().zip(level).zip(integral);
        for (out, ((&before, &level), &integral)) in out.iter_mut().zip(rates) {
            let rise = slope * (level - before);
            let growth = carry.mul_add(integral, constant) + (half_convexity * rise - duration) * rise;
            *out = if growth > 0.0 { growth } else { 0.0 };
        }
    }
}

kernel! {
    /// `out = max(out + a ∫s - D_s Δs, 0)`.
    pub fn credit_spread(shares: [f64; 2], before: &[f64], level: &[f64], integral: &[f64], out: &mut [f64]) {
        let spreads = before.iter().zip(level).zip(integral);
        for (out, ((&before, &level), &integral)) in out.iter_mut().zip(spreads) {
            let growth = *out + shares[0] * integral - shares[1] * (level - before);
            *out = if growth > 0.0 { growth } else { 0.0 };
        }
    }
}
