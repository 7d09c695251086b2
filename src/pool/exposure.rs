//! How large a share of equities may be held.

use super::kernels;
use crate::lanes::Lanes;
use crate::plan::{AllocationRule, Floor, Pool};

/// The rule's target share.
///
/// With a cushion `c = max(P - F, 0) / P`, the largest `w` with `w s_E + (1 - w) s_B ≤ c`, held to `[w_min, w_max]`:
/// `w* = clip((c - s_B) / (s_E - s_B), w_min, w_max)`. With `s_B = 0` this is constant-proportion portfolio insurance with
/// multiplier `1 / s_E` (Black & Jones 1987), on a floor that follows a rolling high: time-invariant portfolio protection
/// (Estep & Kritzman 1988) on a window, the rolling economic drawdown strategy of Yang & Zhong (2012, SSRN 2053854).
pub struct Target {
    rule: AllocationRule,
    floor_share: f64,
    old_floor: Lanes,
    shares: [Lanes; 2],
}

impl Target {
    /// The rule of a pool.
    #[must_use]
    pub fn new(pool: &Pool) -> Self {
        let floor_share = match pool.floor {
            Floor::RollingHigh { share } => share,
            Floor::None | Floor::Fixed { .. } => 0.0,
        };
        Self { rule: pool.rule, floor_share, old_floor: Lanes::all(0.0), shares: [Lanes::all(0.0), Lanes::all(0.0)] }
    }

    /// The target of each path from what is observed and its floor.
    pub fn decide(&self, observed: &[f64], floor: &[f64], out: &mut [f64]) {
        decide(self.rule, observed, floor, out);
    }

    /// How much higher the target is because an old high has left the window: against the target under the floor of the high
    /// before, where the high has fallen. `jump` holds the high before on entry.
    pub fn jump(&mut self, observed: &[f64], high: &[f64], floor: &[f64], jump: &mut [f64]) {
        if matches!(self.rule, AllocationRule::Static { .. }) {
            jump.fill(0.0);
            return;
        }
        let [old, new] = &mut self.shares;
        kernels::scale(self.floor_share, jump, &mut self.old_floor);
        decide(self.rule, observed, &self.old_floor, old);
        decide(self.rule, observed, floor, new);
        kernels::rise(high, old, new, jump);
    }
}

fn decide(rule: AllocationRule, observed: &[f64], floor: &[f64], out: &mut [f64]) {
    match rule {
        AllocationRule::Static { share } => out.fill(share),
        AllocationRule::Dynamic { equity_stress, fixed_income_stress, min_share, max_share } => {
            let multiplier = 1.0 / (equity_stress - fixed_income_stress);
            kernels::exposure(observed, floor, fixed_income_stress, multiplier, min_share, max_share, out);
        }
    }
}
