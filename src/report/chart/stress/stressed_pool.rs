//! A pool in a stress test, as its charts see it.

use crate::plan::Pool;
use crate::study::stress::Stress;
use crate::texts::{Language, Message};

/// The pool that charts of a stress test are about.
pub(super) struct StressedPool<'a> {
    pub(super) stress: &'a Stress,
    pub(super) pool: &'a Pool,
    pub(super) label: &'a str,
    pub(super) language: Language,
}

impl StressedPool<'_> {
    pub(super) fn text(&self, message: Message) -> String {
        self.language.text(message)
    }

    /// The depth of the pool below its floor at the start, if it is below.
    pub(super) fn already_below(&self) -> Option<f64> {
        self.stress.reverse.get(&self.pool.name)?.already_below
    }

    /// A depth below the floor, to the digits that tell it from none.
    pub(super) fn depth(&self, depth: f64) -> String {
        self.language.percent(depth, if depth < 0.01 { 2 } else { 1 })
    }
}
