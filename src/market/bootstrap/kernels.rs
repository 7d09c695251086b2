//! The arithmetic of a month over a block of paths.

#![allow(
    clippy::disallowed_methods,
    reason = "the functions here are inlined into kernels, which are compiled for fused multiply-add"
)]

use crate::kernel::kernel;
use crate::numerics::elementary;
use crate::plan::BlockStarts;

/// How a month's row follows from the one before.
#[derive(Debug, Clone, Copy)]
pub struct Draw {
    /// Probability that a new block begins.
    pub end: f64,
    /// Where it may.
    pub beginnings: BlockStarts,
    /// How many rows there are.
    pub rows: usize,
}

/// A number of rows, of which there are some thousands at most.
#[allow(clippy::cast_possible_truncation, reason = "some thousands")]
#[inline(always)]
const fn row(number: usize) -> u32 {
    number as u32
}

kernel! {
    /// The next row of each path: one drawn evenly from the beginnings where the first number is below the probability,
    /// else the one after.
    pub fn move_rows(draw: Draw, ends: &[f64], beginnings: &[f64], rows: &mut [u32]) {
        let (count, first) = (row(draw.rows), row(draw.beginnings.first));
        let stride = row(draw.beginnings.stride);
        let many = f64::from(row(draw.beginnings.count));
        for ((place, &end), &beginning) in rows.iter_mut().zip(ends).zip(beginnings) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below the number of rows")]
            let drawn = first + stride * (beginning * many) as u32;
            let after = if *place + 1 < count { *place + 1 } else { 0 };
            *place = if end < draw.end { drawn } else { after };
        }
    }
}

/// `out = table[row]`.
pub fn look_up(table: &[f64], rows: &[u32], out: &mut [f64]) {
    for (out, &row) in out.iter_mut().zip(rows) {
        *out = table[row as usize];
    }
}

/// Both numbers of each path's row.
pub fn look_up_pairs(table: &[[f64; 2]], rows: &[u32], first: &mut [f64], second: &mut [f64]) {
    for ((first, second), &row) in first.iter_mut().zip(second).zip(rows) {
        [*first, *second] = table[row as usize];
    }
}

kernel! {
    /// `z = e^(mean + σ z)`, then `σ = σ factor`, held to a range.
    pub fn filtered(mean: f64, range: [f64; 2], factors: &[f64], volatility: &mut [f64], z: &mut [f64]) {
        for ((z, volatility), &factor) in z.iter_mut().zip(volatility).zip(factors) {
            *z = elementary::exp(volatility.mul_add(*z, mean));
            let next = *volatility * factor;
            let next = if next > range[0] { next } else { range[0] };
            *volatility = if next < range[1] { next } else { range[1] };
        }
    }
}
