//! Why a plan cannot be put under stress.

use crate::texts::{Message, Worded, message};

/// Why a plan cannot be put under stress.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.message())]
pub enum StressError {
    /// Nothing is expected of an asset.
    NothingExpected(String),
    /// A grid finer than months.
    Steps(u32),
    /// The numbers of a scenario make no path.
    NoPath(String),
    /// A cost is given of a leg that is not held.
    NotHeld {
        /// The pool's name.
        pool: String,
        /// The leg's key.
        leg: &'static str,
        /// The cost given, mnkr.
        mnkr: f64,
    },
}

impl Worded for StressError {
    fn message(&self) -> Message {
        match self {
            Self::NothingExpected(asset) => message!(stress_nothing_expected, asset),
            Self::Steps(found) => message!(stress_steps, found = *found),
            Self::NoPath(scenario) => message!(stress_no_path, scenario),
            Self::NotHeld { pool, leg, mnkr } => message!(stress_not_held, pool, leg = *leg, mnkr = mnkr.to_string()),
        }
    }
}
