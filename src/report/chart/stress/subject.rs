//! A pool in a stress test, as its charts see it.

use crate::plan::Pool;
use crate::study::stress::Stress;
use crate::texts::{Language, Message};

/// What the charts of one pool have in common.
pub(super) struct Subject<'a> {
    pub(super) stress: &'a Stress,
    pub(super) pool: &'a Pool,
    pub(super) label: &'a str,
    pub(super) language: Language,
}

impl Subject<'_> {
    pub(super) fn text(&self, message: Message) -> String {
        self.language.text(message)
    }

    /// By how much the pool is below its floor at the start.
    pub(super) fn already_below(&self) -> Option<f64> {
        self.stress.reverse.get(&self.pool.name)?.already_below
    }

    /// A depth below the floor, to the digits that tell it from none.
    pub(super) fn depth(&self, depth: f64) -> String {
        self.language.percent(depth, if depth < 0.01 { 2 } else { 1 })
    }
}
