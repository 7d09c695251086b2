//! A factor over a step.

use crate::lanes::Lanes;

/// A factor over a step of a block of paths.
#[derive(Clone)]
pub struct FactorState {
    /// Levels at the step's start, a year.
    pub before: Lanes,
    /// Levels at its end.
    pub level: Lanes,
    /// Integrals over it.
    pub integral: Lanes,
}

impl FactorState {
    /// Room for a block.
    pub fn new() -> Self {
        let lanes = || Lanes::all(0.0);
        Self { before: lanes(), level: lanes(), integral: lanes() }
    }
}
