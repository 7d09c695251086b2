//! The share of equities that may be held.

use super::equity_stress::StressEstimate;
use super::kernels;
use crate::lanes::Lanes;
use crate::plan::{AllocationRule, Floor, Pool, TimeGrid};
use crate::units::Exposure;

/// The rule's target share.
///
/// With a cushion `c = max(P - F, 0) / P`, the largest `w` with `w s_E + (1 - w) s_B ≤ c`, held to `[w_min, w_max]`:
/// `w* = clip((c - s_B) / (s_E - s_B), w_min, w_max)`. With `s_B = 0` this is constant-proportion portfolio insurance
/// with multiplier `1 / s_E` (Black & Jones 1987). On a floor that follows a high it is time-invariant portfolio
/// protection (Estep & Kritzman 1988). With a high over a window it is the rolling economic drawdown strategy of Yang &
/// Zhong (2012, SSRN 2053854). Where `s_E` is tied to risk, it is the one that is estimated at the observation.
pub struct Target {
    rule: AllocationRule,
    stress: Option<StressEstimate>,
    floor_share: f64,
    old_floor: Lanes,
    shares: [Lanes; 2],
}

impl Target {
    /// The rule of a pool.
    #[must_use]
    pub fn new(pool: &Pool, time: TimeGrid) -> Self {
        let floor_share = match pool.floor {
            Floor::RollingHigh { share } => share.get(),
            Floor::None | Floor::Fixed { .. } => 0.0,
        };
        let tied = pool.rule.dynamic().and_then(|rule| rule.equity_stress().tied());
        let stress = tied.map(|tied| StressEstimate::new(tied, pool.high.observations_per_month(time)));
        let lanes = || Lanes::all(0.0);
        Self { rule: pool.rule, stress, floor_share, old_floor: lanes(), shares: [lanes(), lanes()] }
    }

    /// Goes to `t = 0` of a block.
    pub fn begin(&mut self) {
        self.stress.iter_mut().for_each(StressEstimate::begin);
    }

    /// Takes in what the equity leg grew by in a step.
    pub fn earned(&mut self, equities: &[f64]) {
        self.stress.iter_mut().for_each(|stress| stress.earned(equities));
    }

    /// Estimates the risk again, from the growth of the equity leg since the last observation.
    pub fn observe(&mut self) {
        self.stress.iter_mut().for_each(StressEstimate::observe);
    }

    /// The stress of equities that the rule assumes in one path. A static rule has none.
    #[must_use]
    pub fn stress(&self, lane: usize) -> Option<f64> {
        let least = self.rule.dynamic()?.equity_stress().least().get();
        Some(self.tied_stress().map_or(least, |stress| stress[lane]))
    }

    /// The stress of equities in each path, where it is tied to risk.
    fn tied_stress(&self) -> Option<&[f64]> {
        self.stress.as_ref().map(StressEstimate::stress)
    }

    /// The target of each path from what is observed and its floor.
    pub fn decide(&self, observed: &[f64], floor: &[f64], out: &mut [f64]) {
        decide(self.rule, self.tied_stress(), observed, floor, out);
    }

    /// The rise of the target that comes from an old high having left the window. It is the difference to the target
    /// under the floor of the high before, where the high has fallen. `jump` holds the high before on entry.
    pub fn jump(&mut self, observed: &[f64], high: &[f64], floor: &[f64], jump: &mut [f64]) {
        if !self.rule.is_dynamic() {
            jump.fill(0.0);
            return;
        }
        let [old, new] = &mut self.shares;
        let stress = self.stress.as_ref().map(StressEstimate::stress);
        kernels::scale(self.floor_share, jump, &mut self.old_floor);
        decide(self.rule, stress, observed, &self.old_floor, old);
        decide(self.rule, stress, observed, floor, new);
        kernels::rise(high, old, new, jump);
    }
}

/// The share that a cushion over the stresses allows before any bound, `(c - s_B) / (s_E - s_B)`, `c = max(P - F, 0) /
/// P`.
#[must_use]
pub fn unbounded(observed: f64, floor: f64, equity_stress: f64, fixed_income_stress: f64) -> f64 {
    let mut share = [0.0];
    let multiplier = 1.0 / (equity_stress - fixed_income_stress);
    let (min, max) = (f64::NEG_INFINITY, f64::INFINITY);
    kernels::exposure(&[observed], &[floor], fixed_income_stress, multiplier, min, max, &mut share);
    share[0]
}

fn decide(rule: AllocationRule, tied: Option<&[f64]>, observed: &[f64], floor: &[f64], out: &mut [f64]) {
    let rule = match rule {
        AllocationRule::Static { share } => return out.fill(share.get()),
        AllocationRule::Dynamic(rule) => rule,
    };
    let ([min, max], fixed_income) = (rule.bounds().map(Exposure::get), rule.fixed_income_stress().get());
    if let Some(stress) = tied {
        kernels::exposure_tied(observed, floor, stress, fixed_income, min, max, out);
    } else {
        let multiplier = 1.0 / (rule.equity_stress().least().get() - fixed_income);
        kernels::exposure(observed, floor, fixed_income, multiplier, min, max, out);
    }
}
