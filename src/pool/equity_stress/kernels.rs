//! The arithmetic of the risk estimate over a block, one number a path.

use crate::kernel::kernel;
use crate::lanes::Lanes;
use crate::numerics::elementary::{add_scaled, ln};
use crate::numerics::real;
use crate::pool::kernels::clip;

/// The square of a log return; of a leg that lost everything, that of a loss of all but 1e-17.
#[inline(always)]
fn squared_log(growth: f64) -> f64 {
    const LEAST: f64 = 1e-17;
    let log = ln(if growth > LEAST { growth } else { LEAST });
    log * log
}

kernel! {
    /// `v = λ v + (1 - λ) x²`.
    pub fn average(lambda: f64, growth: &[f64], variance: &mut [f64]) {
        for (variance, &growth) in variance.iter_mut().zip(growth) {
            *variance = lambda * *variance + (1.0 - lambda) * squared_log(growth);
        }
    }
}

kernel! {
    /// `x²`.
    pub fn squared_logs(growth: &[f64], out: &mut [f64]) {
        for (out, &growth) in out.iter_mut().zip(growth) {
            *out = squared_log(growth);
        }
    }
}

kernel! {
    /// `1 - G`.
    pub fn losses(growth: &[f64], out: &mut [f64]) {
        for (out, &growth) in out.iter_mut().zip(growth) {
            *out = 1.0 - growth;
        }
    }
}

kernel! {
    /// `clip(k √(n v), lo, hi)`.
    pub fn stress_of_variance(multiple: f64, per_year: f64, min: f64, max: f64, variance: &[f64], out: &mut [f64]) {
        for (out, &variance) in out.iter_mut().zip(variance) {
            *out = clip(multiple * (per_year * variance).sqrt(), min, max);
        }
    }
}

kernel! {
    /// `clip(k loss, lo, hi)`.
    pub fn stress_of_loss(multiple: f64, min: f64, max: f64, loss: &[f64], out: &mut [f64]) {
        for (out, &loss) in out.iter_mut().zip(loss) {
            *out = clip(multiple * loss, min, max);
        }
    }
}

/// The mean over the window.
pub fn mean(window: &[Lanes], out: &mut [f64]) {
    out.fill(0.0);
    let weight = 1.0 / real(window.len());
    for returns in window {
        add_scaled(weight, returns, out);
    }
}
