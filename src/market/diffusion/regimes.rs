//! Two regimes that follow each other as a Markov chain (Hardy 2001, *A Regime-Switching Model of Long-Term Stock Returns*, North
//! American Actuarial Journal 5(2); Hamilton 1989, *Econometrica* 57).
//!
//! The chain takes its step at month-ends, for all assets and factors together, so that a month has one regime whatever the number
//! of steps in it, and the law at month-ends is the same for all of them.

use super::kernels;
use crate::lanes::Lanes;
use crate::plan::{Chain, TimeGrid};
use crate::random::Stream;

/// The regimes of a block of paths.
pub struct RegimeState {
    chain: Chain,
    stream: Stream,
    steps_per_month: usize,
    /// The step that comes next.
    next: usize,
    uniform: Lanes,
    /// 1 in the turbulent regime, 0 in the calm one.
    turbulent: Lanes,
}

impl RegimeState {
    /// Room for a block.
    #[must_use]
    pub fn new(chain: Chain, seed: u64, time: TimeGrid) -> Self {
        Self {
            chain,
            stream: Stream::new(seed, "market/regime"),
            steps_per_month: time.steps_per_month as usize,
            next: 0,
            uniform: Lanes::all(0.0),
            turbulent: Lanes::all(0.0),
        }
    }

    /// Goes to the start of a block.
    pub fn begin(&mut self, block: u64) {
        self.stream.begin(block);
        self.next = 0;
    }

    /// Goes to the regime of the next step: the first month's by its own law, then a move of the chain at each month-end.
    pub fn step(&mut self) {
        if self.next.is_multiple_of(self.steps_per_month) {
            self.stream.uniforms(&mut self.uniform);
            if self.next == 0 {
                kernels::indicate(self.chain.start_turbulent, &self.uniform, &mut self.turbulent);
            } else {
                kernels::chain(self.chain.leave, &self.uniform, &mut self.turbulent);
            }
        }
        self.next += 1;
    }

    /// 1 for paths in the turbulent regime, 0 in the calm one.
    #[must_use]
    pub fn turbulent(&self) -> &[f64] {
        &self.turbulent
    }
}
