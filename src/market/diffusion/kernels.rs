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

/// One of two weighted sums, path by path: the turbulent one where the mask is set.
#[derive(Clone, Copy)]
pub struct WeightsByRegime<'a> {
    /// Where the mask is 0.
    pub calm: Weights<'a>,
    /// Where it is 1.
    pub turbulent: Weights<'a>,
    /// One number a path.
    pub mask: &'a [f64],
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

#[inline(always)]
fn each(weights: Weights, x: &[Lanes], out: &mut [f64], finish: impl Fn(f64) -> f64) {
    const { assert!(LANES.is_multiple_of(STRETCH)) };
    for (place, out) in out.as_chunks_mut::<STRETCH>().0.iter_mut().enumerate() {
        let sums = stretch(weights, x, place);
        for lane in 0..STRETCH {
            out[lane] = finish(sums[lane]);
        }
    }
}

#[inline(always)]
fn each_by_regime(weights: WeightsByRegime, x: &[Lanes], out: &mut [f64], finish: impl Fn(f64) -> f64) {
    let masks = weights.mask.as_chunks::<STRETCH>().0;
    for (place, (out, mask)) in out.as_chunks_mut::<STRETCH>().0.iter_mut().zip(masks).enumerate() {
        let (calm, turbulent) = (stretch(weights.calm, x, place), stretch(weights.turbulent, x, place));
        for lane in 0..STRETCH {
            out[lane] = finish(if mask[lane] > 0.0 { turbulent[lane] } else { calm[lane] });
        }
    }
}

kernel! {
    /// `out = sum`.
    pub fn sum(weights: Weights<'_>, x: &[Lanes], out: &mut [f64]) {
        each(weights, x, out, |sum| sum);
    }
}

kernel! {
    /// `out = sum`, of the path's regime.
    pub fn sum_by_regime(weights: WeightsByRegime<'_>, x: &[Lanes], out: &mut [f64]) {
        each_by_regime(weights, x, out, |sum| sum);
    }
}

kernel! {
    /// `out = e^sum`.
    pub fn exp_sum(weights: Weights<'_>, x: &[Lanes], out: &mut [f64]) {
        each(weights, x, out, elementary::exp);
    }
}

kernel! {
    /// `out = e^sum`.
    pub fn exp_sum_by_regime(weights: WeightsByRegime<'_>, x: &[Lanes], out: &mut [f64]) {
        each_by_regime(weights, x, out, elementary::exp);
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
    /// `x = a + b x`.
    pub fn affine(line: [f64; 2], x: &mut [f64]) {
        for x in x.iter_mut() {
            *x = line[1].mul_add(*x, line[0]);
        }
    }
}

kernel! {
    /// `x = a + b x`, with the second line where the mask is set.
    pub fn affine_by_regime(calm: [f64; 2], turbulent: [f64; 2], mask: &[f64], x: &mut [f64]) {
        for (x, &mask) in x.iter_mut().zip(mask) {
            let [one, other] = [calm, turbulent].map(|line| line[1].mul_add(*x, line[0]));
            *x = if mask > 0.0 { other } else { one };
        }
    }
}

kernel! {
    /// One step of a chain of two states: leaves the state where the uniform number is below its probability.
    pub fn chain(leave: [f64; 2], uniform: &[f64], state: &mut [f64]) {
        for (state, &uniform) in state.iter_mut().zip(uniform) {
            let probability = if *state > 0.0 { leave[1] } else { leave[0] };
            *state = if uniform < probability { 1.0 - *state } else { *state };
        }
    }
}

kernel! {
    /// 1 where the uniform number is below the probability, else 0.
    pub fn indicate(probability: f64, uniform: &[f64], out: &mut [f64]) {
        for (out, &uniform) in out.iter_mut().zip(uniform) {
            *out = if uniform < probability { 1.0 } else { 0.0 };
        }
    }
}

kernel! {
    /// `out = max(constant + c ∫x - D Δy + ½ C Δy², 0)`, `Δy = b (x' - x)`; the fund's numbers are constant, c, b, D and ½ C.
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
