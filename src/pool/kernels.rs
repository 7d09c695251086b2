//! The arithmetic of a pool's events over a block: one number a path, branch-free, in the widest instructions of the machine.

use multiversion::multiversion;

/// `depth = (floor - observed) / floor` where below the floor, else 0.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn depth(observed: &[f64], floor: &[f64], depth: &mut [f64]) {
    for ((depth, &observed), &floor) in depth.iter_mut().zip(observed).zip(floor) {
        let below = (floor - observed) / floor;
        *depth = if observed < floor { below } else { 0.0 };
    }
}

/// `latched = 1` once `signal > 0`.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn latch(signal: &[f64], latched: &mut [f64]) {
    for (latched, &signal) in latched.iter_mut().zip(signal) {
        *latched = if signal > 0.0 { 1.0 } else { *latched };
    }
}

/// `out = 0` where the mask is set.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn clear(mask: &[f64], out: &mut [f64]) {
    for (out, &mask) in out.iter_mut().zip(mask) {
        *out = if mask > 0.0 { 0.0 } else { *out };
    }
}

/// The cushion's rule: `w = clip((c - s_B) / (s_E - s_B), min, max)`, `c = max(V - F, 0) / V`, and 0 at `V = 0`.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn exposure(observed: &[f64], floor: &[f64], offset: f64, multiplier: f64, min: f64, max: f64, out: &mut [f64]) {
    for ((out, &observed), &floor) in out.iter_mut().zip(observed).zip(floor) {
        let above = observed - floor;
        let cushion = if above > 0.0 { above / observed } else { 0.0 };
        let share = (cushion - offset) * multiplier;
        let share = if share > max { max } else { share };
        *out = if share < min { min } else { share };
    }
}

/// `jump = new - old` where the high has fallen and the share risen, else 0. `jump` holds the old high on entry.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn rise(high: &[f64], old_share: &[f64], new_share: &[f64], jump: &mut [f64]) {
    for (((jump, &high), &old), &new) in jump.iter_mut().zip(high).zip(old_share).zip(new_share) {
        *jump = if high < *jump { new - old } else { 0.0 };
    }
}

/// Trades to the target where the share is further than the band from it.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn trade(target: &[f64], band: f64, share: &mut [f64], traded: &mut [f64]) {
    for ((share, traded), &target) in share.iter_mut().zip(traded).zip(target) {
        let change = target - *share;
        let trades = change.abs() > band;
        *traded = if trades { change } else { 0.0 };
        *share = if trades { target } else { *share };
    }
}

/// Sells all equities where the mask is set.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn sell_all(mask: &[f64], share: &mut [f64], traded: &mut [f64]) {
    for ((share, traded), &mask) in share.iter_mut().zip(traded).zip(mask) {
        let held = *share;
        *traded = if mask > 0.0 { *traded - held } else { *traded };
        *share = if mask > 0.0 { 0.0 } else { held };
    }
}

/// Takes the cost `rate · |traded|` of the value from both legs in proportion.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn pay_cost(rate: f64, traded: &[f64], price: &mut [f64], value: &mut [f64], cost: &mut [f64]) {
    for (((price, value), cost), &traded) in price.iter_mut().zip(value).zip(cost).zip(traded) {
        let lost = rate * traded.abs();
        let lost = if lost > 1.0 { 1.0 } else { lost };
        *cost = *value * lost;
        *value -= *cost;
        *price *= 1.0 - lost;
    }
}

/// `growth = w G_E + (1 - w) G_B`, not below 0 (a borrower owes no more than it has), and the share as it drifts to.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn earn(equity: &[f64], fixed: &[f64], share: &mut [f64], growth: &mut [f64]) {
    for (((share, growth), &equity), &fixed) in share.iter_mut().zip(growth).zip(equity).zip(fixed) {
        let risky = *share * equity;
        let total = risky + (1.0 - *share) * fixed;
        let drifted = risky / total;
        *share = if total > 0.0 { drifted } else { 0.0 };
        *growth = if total > 0.0 { total } else { 0.0 };
    }
}

/// Charges `1 - kept` on the growth, and brings price and value to the step's end.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn grow(kept: f64, growth: &mut [f64], price: &mut [f64], value: &mut [f64]) {
    for ((growth, price), value) in growth.iter_mut().zip(price).zip(value) {
        *growth *= kept;
        *price *= *growth;
        *value *= *growth;
    }
}

/// Receives a contribution, then pays as much of a payment as there is.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn flow(contribution: f64, payment: f64, value: &mut [f64], unpaid: &mut [f64]) {
    for (value, unpaid) in value.iter_mut().zip(unpaid) {
        let left = *value + contribution - payment;
        *unpaid = if left < 0.0 { -left } else { 0.0 };
        *value = if left < 0.0 { 0.0 } else { left };
    }
}

/// `out = factor · x`.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn scale(factor: f64, x: &[f64], out: &mut [f64]) {
    for (out, &x) in out.iter_mut().zip(x) {
        *out = factor * x;
    }
}

/// `sum += factor · x`.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn add_scaled(factor: f64, x: &[f64], sum: &mut [f64]) {
    for (sum, &x) in sum.iter_mut().zip(x) {
        *sum += factor * x;
    }
}

/// `out = max(a, b)`.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn maximum(a: &[f64], b: &[f64], out: &mut [f64]) {
    for ((out, &a), &b) in out.iter_mut().zip(a).zip(b) {
        *out = if a > b { a } else { b };
    }
}

/// `out = max(out, x)`.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn raise(x: &[f64], out: &mut [f64]) {
    for (out, &x) in out.iter_mut().zip(x) {
        *out = if x > *out { x } else { *out };
    }
}

/// `sum += a · b`.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn add_product(a: &[f64], b: &[f64], sum: &mut [f64]) {
    for ((sum, &a), &b) in sum.iter_mut().zip(a).zip(b) {
        *sum += a * b;
    }
}

/// `out /= by`, and 0 where `by` is 0.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn divide(by: &[f64], out: &mut [f64]) {
    for (out, &by) in out.iter_mut().zip(by) {
        let quotient = *out / by;
        *out = if by > 0.0 { quotient } else { 0.0 };
    }
}

/// `price *= after / before`, unchanged where `before` is 0.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
pub fn chain(before: &[f64], after: &[f64], price: &mut [f64]) {
    for ((price, &before), &after) in price.iter_mut().zip(before).zip(after) {
        let grown = *price * (after / before);
        *price = if before > 0.0 { grown } else { *price };
    }
}
