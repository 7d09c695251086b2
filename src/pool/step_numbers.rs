//! Numbers that hold for one step.

use std::ops::Deref;

use crate::lanes::Lanes;

/// A number a path that is 0 again at the next step; where nothing is written, nothing is done.
pub(super) struct StepNumbers {
    numbers: Lanes,
    written: bool,
}

impl StepNumbers {
    pub(super) fn new() -> Self {
        Self { numbers: Lanes::all(0.0), written: false }
    }

    /// Goes to the next step.
    pub(super) fn forget(&mut self) {
        if std::mem::take(&mut self.written) {
            self.numbers.fill(0.0);
        }
    }

    /// The step's numbers, to be written.
    pub(super) fn write(&mut self) -> &mut [f64] {
        self.written = true;
        &mut self.numbers
    }
}

impl Deref for StepNumbers {
    type Target = [f64];

    fn deref(&self) -> &[f64] {
        &self.numbers
    }
}
