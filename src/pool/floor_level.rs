//! The floor of a pool, step by step.

use super::kernels;
use crate::numerics::real;
use crate::plan::{Floor, Pool, TimeGrid};

/// The floor under a pool, step by step.
pub struct FloorLevel {
    floor: Floor,
    opening: f64,
    /// Growth of a fixed floor from one observation to the next.
    growth: f64,
    steps_per_year: f64,
}

impl FloorLevel {
    /// The floor of a pool, in what the pool observes: unit price, or SEK.
    #[must_use]
    pub fn new(pool: &Pool, time: TimeGrid) -> Self {
        let growth = match pool.floor {
            Floor::Fixed { growth, .. } => growth.get(),
            Floor::None | Floor::RollingHigh { .. } => 0.0,
        };
        Self { floor: pool.floor, opening: pool.opening_observed(), growth, steps_per_year: time.steps_per_year() }
    }

    /// The floor at an observation: a share of the high, or the level given. `known` holds the floor of the observation
    /// before and becomes the floor known beforehand for this one. That is the same, or, for a fixed floor, grown at
    /// its rate.
    pub fn update(&self, step: usize, high: &[f64], known: &mut [f64], floor: &mut [f64]) {
        match self.floor {
            Floor::None => {}
            Floor::RollingHigh { share } => kernels::scale(share.get(), high, floor),
            Floor::Fixed { level, .. } => {
                let grown = self.opening * level.get() * self.grown(step);
                known.fill(grown);
                floor.fill(grown);
            }
        }
    }

    fn grown(&self, step: usize) -> f64 {
        libm::pow(1.0 + self.growth, real(step) / self.steps_per_year)
    }
}
