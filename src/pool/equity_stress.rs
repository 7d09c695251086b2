//! The stress of equities that is tied to the risk in their market.

mod kernels;

use crate::lanes::{LANES, Lanes};
use crate::numerics::{elementary, normal, real};
use crate::plan::{RiskMeasure, TiedStress};
use crate::units::{MONTHS_PER_YEAR, Stress};

/// `s_E,t = clip(k r_t, lo, hi)` for each path, from the equity leg's returns between observations up to `t`.
///
/// `r_t` is, with `n` observations a year and log returns `x`:
///
/// - EWMA: `√(n v_t)`, `v_t = λ v_{t-1} + (1 - λ) x_t²` (RiskMetrics 1996, *Technical Document*, 4th ed., 5.2; no mean
///   is taken off), where `λ` is the weight left after a month, so that `λ^(12/n)` is left after one observation;
/// - rolling: `√(n mean(x²))` over the window;
/// - quantile: the `k`-th greatest loss `1 - e^x` of the window, `k = ⌈level × observations in the window⌉`.
///
/// Before the start every `x²` was `σ₀²/n`, and every loss that of a normal `x` at the level. Cost of an observation:
/// one pass over the window; the EWMA has none.
pub struct StressEstimate {
    tied: TiedStress,
    per_year: f64,
    /// `λ` of one observation.
    lambda: f64,
    /// Growth of the equity leg since the last observation.
    growth: Lanes,
    /// `v_t`, or the measure itself of a quantile.
    state: Lanes,
    /// Squared log returns, or losses, of the window.
    window: Vec<Lanes>,
    /// Place in the window of the next observation.
    next: usize,
    /// The rank of the quantile among the window's greatest losses.
    rank: usize,
    stress: Lanes,
}

impl StressEstimate {
    /// Makes it for a number of observations a month.
    #[must_use]
    pub fn new(tied: TiedStress, per_month: usize) -> Self {
        let (observations, level, lambda) = match tied.measure {
            RiskMeasure::Ewma { lambda } => (0, 0.0, libm::pow(lambda.get(), 1.0 / real(per_month))),
            RiskMeasure::Rolling { window_months } => (window_months as usize * per_month, 0.0, 0.0),
            RiskMeasure::Quantile { window_months, level } => (window_months as usize * per_month, level.get(), 0.0),
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the window")]
        let rank = (libm::ceil(level * real(observations)) as usize).max(1);
        let lanes = || Lanes::all(0.0);
        Self {
            tied,
            per_year: MONTHS_PER_YEAR * real(per_month),
            lambda,
            growth: lanes(),
            state: lanes(),
            window: vec![lanes(); observations],
            next: 0,
            rank,
            stress: lanes(),
        }
    }

    /// Goes to `t = 0` of a block.
    pub fn begin(&mut self) {
        let deviation = self.tied.opening_volatility.get() / self.per_year.sqrt();
        let opening = match self.tied.measure {
            RiskMeasure::Ewma { .. } | RiskMeasure::Rolling { .. } => deviation * deviation,
            RiskMeasure::Quantile { level, .. } => 1.0 - libm::exp(normal::quantile_below(level.get()) * deviation),
        };
        self.growth.fill(1.0);
        self.state.fill(opening);
        self.window.iter_mut().for_each(|returns| returns.fill(opening));
        self.next = 0;
        self.clip();
    }

    /// Takes in what the equity leg grew by in a step.
    pub fn earned(&mut self, equities: &[f64]) {
        elementary::multiply(equities, &mut self.growth);
    }

    /// Estimates again, at an observation after the start.
    pub fn observe(&mut self) {
        match self.tied.measure {
            RiskMeasure::Ewma { .. } => kernels::average(self.lambda, &self.growth, &mut self.state),
            RiskMeasure::Rolling { .. } => {
                kernels::squared_logs(&self.growth, &mut self.window[self.next]);
                kernels::mean(&self.window, &mut self.state);
            }
            RiskMeasure::Quantile { .. } => {
                kernels::losses(&self.growth, &mut self.window[self.next]);
                self.greatest_losses();
            }
        }
        self.next = if self.next + 1 >= self.window.len() { 0 } else { self.next + 1 };
        self.growth.fill(1.0);
        self.clip();
    }

    /// The stress of each path.
    #[must_use]
    pub fn stress(&self) -> &[f64] {
        &self.stress
    }

    fn greatest_losses(&mut self) {
        let mut losses = vec![0.0; self.window.len()];
        for lane in 0..LANES {
            for (loss, returns) in losses.iter_mut().zip(&self.window) {
                *loss = returns[lane];
            }
            let (_, quantile, _) = losses.select_nth_unstable_by(self.rank - 1, |a, b| b.total_cmp(a));
            self.state[lane] = *quantile;
        }
    }

    fn clip(&mut self) {
        let (multiple, [min, max]) = (self.tied.multiple.get(), self.tied.bounds().map(Stress::get));
        match self.tied.measure {
            RiskMeasure::Ewma { .. } | RiskMeasure::Rolling { .. } => {
                kernels::stress_of_variance(multiple, self.per_year, min, max, &self.state, &mut self.stress);
            }
            RiskMeasure::Quantile { .. } => {
                kernels::stress_of_loss(multiple, min, max, &self.state, &mut self.stress);
            }
        }
    }
}

#[cfg(test)]
mod tests;
