//! Why a plan cannot be put under stress.

/// Why a plan cannot be put under stress.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum StressError {
    /// Nothing is expected of an asset.
    #[error("market.assets.{0}: found no expected_return, allowed: one, for months that a scenario says nothing of")]
    NothingExpected(String),
    /// A grid finer than months.
    #[error(
        "steps_per_month: found {0}, allowed: 1, in the file or by --set steps_per_month=1: scenarios say nothing of what is between \
         months; lag and rebalancing at every step then count months"
    )]
    Steps(u32),
    /// A cost of what is not held.
    #[error(
        "pools.{pool}.opening_cost_mnkr.{leg}: found {mnkr}, allowed: none, for the pool holds nothing of it at the start"
    )]
    NotHeld {
        /// The pool's name.
        pool: String,
        /// The leg's key.
        leg: &'static str,
        /// The cost given, mnkr.
        mnkr: f64,
    },
}
