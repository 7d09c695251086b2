//! Given scenarios: paths made elsewhere, path `i` of the run being path `i` of the set. No law, no draw.

use ndarray::ArrayView3;

use super::{MarketModel, Paths, World};
use crate::lanes::LANES;
use crate::plan::Scenarios;

/// The set of scenarios, simple returns by (path, step, asset).
pub struct Given<'a> {
    returns: ArrayView3<'a, f64>,
}

impl<'a> Given<'a> {
    /// The set that a plan holds.
    #[must_use]
    pub fn new(scenarios: &'a Scenarios) -> Self {
        Self { returns: scenarios.returns.view() }
    }
}

impl MarketModel for Given<'_> {
    fn world(&self) -> Box<dyn World + '_> {
        Box::new(Reader { returns: self.returns, first: 0, step: 0 })
    }
}

struct Reader<'a> {
    returns: ArrayView3<'a, f64>,
    first: usize,
    step: usize,
}

impl World for Reader<'_> {
    fn begin(&mut self, block: u64) {
        self.first = usize::try_from(block).unwrap_or(usize::MAX).saturating_mul(LANES);
        self.step = 0;
    }

    /// Paths beyond the set (the last block's unused ones) stand still.
    fn step(&mut self, paths: &mut Paths) {
        let (all, _, assets) = self.returns.dim();
        let held = all.saturating_sub(self.first).min(LANES);
        for asset in 0..assets {
            let growth = paths.growth_mut(asset);
            growth[held..].fill(1.0);
            for (lane, growth) in growth[..held].iter_mut().enumerate() {
                *growth = 1.0 + self.returns[(self.first + lane, self.step, asset)];
            }
        }
        self.step += 1;
    }
}
