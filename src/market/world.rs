//! The traits of a model: the law, and the state with which a thread draws from it.

use super::MarketStep;

/// A law of the market. It holds the parameters; the state of a path is in its [`World`].
pub trait MarketModel: Send + Sync {
    /// The state with which one thread draws block after block.
    fn world(&self) -> Box<dyn World + '_>;
}

/// The state of one block's world: streams, and for models that have them regimes, rates, positions in history.
pub trait World: Send {
    /// Goes to the start of a block, before its first step.
    fn begin(&mut self, block: u64);

    /// Draws the next step of every path of the block.
    fn step(&mut self, step: &mut MarketStep);
}
