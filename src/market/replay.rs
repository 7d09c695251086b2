//! A replay: one path, month by month what happened. No law, no draw; where nothing is known, the expected return.

use super::{MarketModel, MarketStep, World};
use crate::plan::Replay;

/// The path.
pub struct Model<'a> {
    path: &'a Replay,
}

impl<'a> Model<'a> {
    /// The path that a plan holds.
    #[must_use]
    pub const fn new(path: &'a Replay) -> Self {
        Self { path }
    }
}

impl MarketModel for Model<'_> {
    fn world(&self) -> Box<dyn World + '_> {
        Box::new(PathReader { path: self.path, month: 0 })
    }
}

struct PathReader<'a> {
    path: &'a Replay,
    month: usize,
}

impl World for PathReader<'_> {
    fn begin(&mut self, _: u64) {
        self.month = 0;
    }

    fn step(&mut self, step: &mut MarketStep) {
        let growth = self.path.growth().row(self.month);
        for (out, &growth) in step.growth.iter_mut().zip(growth) {
            out.fill(growth);
        }
        if let (true, Some(&inflation)) = (self.path.has_inflation(), growth.last()) {
            step.inflation.fill(inflation);
        }
        self.month += 1;
    }
}
