//! The arithmetic of a pool's events over a block: one number a path, branch-free, in the widest instructions of the
//! machine.

use super::floor::{cushion, is_below};
use crate::kernel::kernel;

/// Holds a number to `[min, max]`.
#[inline(always)]
pub(super) fn clip(number: f64, min: f64, max: f64) -> f64 {
    let number = if number > max { max } else { number };
    if number < min { min } else { number }
}

/// `(c - s_B) / (s_E - s_B)` of a cushion `c`: `offset` is `s_B`, `multiplier` is `1 / (s_E - s_B)`.
#[inline(always)]
fn share(cushion: f64, offset: f64, multiplier: f64) -> f64 {
    (cushion - offset) * multiplier
}

kernel! {
    /// The high of a window: of the present stretch, which takes in the observation, and of what is left of the one
    /// before. The observation takes its place in the stretch.
    pub fn rolling_high(observed: &[f64], before: &[f64], prefix: &mut [f64], place: &mut [f64], high: &mut [f64]) {
        let stretch = prefix.iter_mut().zip(place).zip(before);
        for (((prefix, place), &before), (high, &observed)) in stretch.zip(high.iter_mut().zip(observed)) {
            let now = if observed > *prefix { observed } else { *prefix };
            *prefix = now;
            *high = if now > before { now } else { before };
            *place = observed;
        }
    }
}

kernel! {
    /// `locked = 1` once the price is below the floor known before.
    pub fn lock(observed: &[f64], known: &[f64], locked: &mut [f64]) {
        for ((locked, &observed), &known) in locked.iter_mut().zip(observed).zip(known) {
            *locked = if is_below(observed, known) { 1.0 } else { *locked };
        }
    }
}

kernel! {
    /// `out = 0` where the mask is set.
    pub fn clear(mask: &[f64], out: &mut [f64]) {
        for (out, &mask) in out.iter_mut().zip(mask) {
            *out = if mask > 0.0 { 0.0 } else { *out };
        }
    }
}

kernel! {
    /// The cushion's rule: `w = clip((c - s_B) / (s_E - s_B), min, max)`, `c = max(V - F, 0) / V`, and 0 at `V = 0`.
    pub fn exposure(
        observed: &[f64], floor: &[f64], offset: f64, multiplier: f64, min: f64, max: f64, out: &mut [f64],
    ) {
        for ((out, &observed), &floor) in out.iter_mut().zip(observed).zip(floor) {
            *out = clip(share(cushion(observed, floor), offset, multiplier), min, max);
        }
    }
}

kernel! {
    /// The same with a stress of equities of its own in each path: the multiplier is `1 / (s_E - s_B)`.
    pub fn exposure_tied(
        observed: &[f64],
        floor: &[f64],
        stress: &[f64],
        offset: f64,
        min: f64,
        max: f64,
        out: &mut [f64],
    ) {
        for (((out, &observed), &floor), &stress) in out.iter_mut().zip(observed).zip(floor).zip(stress) {
            *out = clip(share(cushion(observed, floor), offset, 1.0 / (stress - offset)), min, max);
        }
    }
}

kernel! {
    /// `jump = new - old` where the high has fallen and the share risen, else 0. `jump` holds the old high on entry.
    pub fn rise(high: &[f64], old_share: &[f64], new_share: &[f64], jump: &mut [f64]) {
        for (((jump, &high), &old), &new) in jump.iter_mut().zip(high).zip(old_share).zip(new_share) {
            *jump = if high < *jump { new - old } else { 0.0 };
        }
    }
}

kernel! {
    /// Trades to the target where the share is further than the band from it.
    pub fn trade(target: &[f64], band: f64, share: &mut [f64], traded: &mut [f64]) {
        for ((share, traded), &target) in share.iter_mut().zip(traded).zip(target) {
            let change = target - *share;
            let trades = change.abs() > band;
            *traded = if trades { change } else { 0.0 };
            *share = if trades { target } else { *share };
        }
    }
}

kernel! {
    /// Sells all equities where the mask is set.
    pub fn sell_all(mask: &[f64], share: &mut [f64], traded: &mut [f64]) {
        for ((share, traded), &mask) in share.iter_mut().zip(traded).zip(mask) {
            let held = *share;
            *traded = if mask > 0.0 { *traded - held } else { *traded };
            *share = if mask > 0.0 { 0.0 } else { held };
        }
    }
}

kernel! {
    /// Takes the cost `rate · |traded|` of the value from both legs in proportion.
    pub fn pay_cost(rate: f64, traded: &[f64], price: &mut [f64], value: &mut [f64], cost: &mut [f64]) {
        for (((price, value), cost), &traded) in price.iter_mut().zip(value).zip(cost).zip(traded) {
            let lost = rate * traded.abs();
            let lost = if lost > 1.0 { 1.0 } else { lost };
            *cost = *value * lost;
            *value -= *cost;
            *price *= 1.0 - lost;
        }
    }
}

/// Growth `w G_E + (1 - w) G_B`, and the part of it that is equities.
#[inline(always)]
fn growth(share: f64, equity: f64, fixed: f64) -> [f64; 2] {
    let risky = share * equity;
    [risky + (1.0 - share) * fixed, risky]
}

kernel! {
    /// Growth of price and value, not below 0 (a borrower owes no more than it has).
    pub fn grow(equity: &[f64], fixed: &[f64], share: &[f64], price: &mut [f64], value: &mut [f64]) {
        let legs = equity.iter().zip(fixed);
        for (((&share, price), value), (&equity, &fixed)) in share.iter().zip(price).zip(value).zip(legs) {
            let [total, _] = growth(share, equity, fixed);
            let total = if total <= 0.0 { 0.0 } else { total };
            *price *= total;
            *value *= total;
        }
    }
}

kernel! {
    /// The same, and the share as it drifts to.
    pub fn earn(equity: &[f64], fixed: &[f64], share: &mut [f64], price: &mut [f64], value: &mut [f64]) {
        let legs = equity.iter().zip(fixed);
        for (((share, price), value), (&equity, &fixed)) in share.iter_mut().zip(price).zip(value).zip(legs) {
            let [total, risky] = growth(*share, equity, fixed);
            let drifted = risky / total;
            *share = if total > 0.0 { drifted } else { 0.0 };
            let total = if total <= 0.0 { 0.0 } else { total };
            *price *= total;
            *value *= total;
        }
    }
}

kernel! {
    /// Keeps a share of price and value.
    pub fn charge(after_fee: f64, price: &mut [f64], value: &mut [f64]) {
        for (price, value) in price.iter_mut().zip(value) {
            *price *= after_fee;
            *value *= after_fee;
        }
    }
}

kernel! {
    /// Receives a contribution, then pays as much of a payment as there is; each `a + b · prices`.
    pub fn flow(contribution: [f64; 2], payment: [f64; 2], prices: &[f64], value: &mut [f64], unpaid: &mut [f64]) {
        for ((value, unpaid), &prices) in value.iter_mut().zip(unpaid).zip(prices) {
            let [received, due] = [contribution, payment].map(|[nominal, indexed]| nominal + indexed * prices);
            let left = *value + received - due;
            *unpaid = if left < 0.0 { -left } else { 0.0 };
            *value = if left < 0.0 { 0.0 } else { left };
        }
    }
}

kernel! {
    /// Pays what is due as far as there is, and takes it from `net`; what is left of `due` is unpaid.
    pub fn pay(due: &mut [f64], value: &mut [f64], net: &mut [f64]) {
        for ((due, value), net) in due.iter_mut().zip(value).zip(net) {
            let left = *value - *due;
            *net -= if left < 0.0 { *value } else { *due };
            *due = if left < 0.0 { -left } else { 0.0 };
            *value = if left < 0.0 { 0.0 } else { left };
        }
    }
}

kernel! {
    /// `out = factor · x`.
    pub fn scale(factor: f64, x: &[f64], out: &mut [f64]) {
        for (out, &x) in out.iter_mut().zip(x) {
            *out = factor * x;
        }
    }
}

kernel! {
    /// `out = max(out, x)`.
    pub fn raise(x: &[f64], out: &mut [f64]) {
        for (out, &x) in out.iter_mut().zip(x) {
            *out = if x > *out { x } else { *out };
        }
    }
}

kernel! {
    /// `sum += a · b`.
    pub fn add_product(a: &[f64], b: &[f64], sum: &mut [f64]) {
        for ((sum, &a), &b) in sum.iter_mut().zip(a).zip(b) {
            *sum += a * b;
        }
    }
}

kernel! {
    /// `out /= by`, and 0 where `by` is 0.
    pub fn divide(by: &[f64], out: &mut [f64]) {
        for (out, &by) in out.iter_mut().zip(by) {
            let quotient = *out / by;
            *out = if by > 0.0 { quotient } else { 0.0 };
        }
    }
}

kernel! {
    /// `price *= after / before`, unchanged where `before` is 0.
    pub fn chain(before: &[f64], after: &[f64], price: &mut [f64]) {
        for ((price, &before), &after) in price.iter_mut().zip(before).zip(after) {
            let grown = *price * (after / before);
            *price = if before > 0.0 { grown } else { *price };
        }
    }
}
