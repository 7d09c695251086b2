//! A run in parts, made anywhere and in any order, and joined to what one run would have given, to the bit.

mod order;
mod part;

pub use order::{Mismatch, in_order};
pub use part::{Header, NotAShard, PartOrigin, Shard, VALUES};

use std::path::Path;

use crate::engine::{self, Accumulated};
use crate::plan::Plan;

/// Parts of a plan's run that are joined one by one, in the order of shards.
pub struct Joining<'a> {
    plan: &'a Plan,
    /// Nothing, in the bins that every part began with.
    shape: Accumulated,
    whole: Option<Accumulated>,
}

impl<'a> Joining<'a> {
    /// No part yet.
    #[must_use]
    pub fn new(plan: &'a Plan) -> Self {
        Self { plan, shape: engine::beginning(plan), whole: None }
    }

    /// Joins the next shard's counts and sums.
    ///
    /// # Errors
    /// If its paths are not those of its shard, its figures not those of the plan, or its counts none that so many
    /// paths make.
    pub fn join(&mut self, part: (&Path, Shard), next: Accumulated) -> Result<(), Mismatch> {
        let blocks = part.1.blocks(self.plan);
        if self.whole.as_ref().unwrap_or(&self.shape).end() != Some(blocks.start)
            || !next.is_of(self.plan, &self.shape, blocks)
        {
            return Err(Mismatch::Paths { part: part.0.display().to_string(), shard: part.1 });
        }
        match &mut self.whole {
            Some(whole) => whole.join(next),
            none => *none = Some(next),
        }
        Ok(())
    }

    /// The counts and sums of all parts.
    #[must_use]
    pub fn into_whole(self) -> Accumulated {
        self.whole.unwrap_or(self.shape)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_reads_its_number_and_how_many_there_are() {
        for wrong in ["", "1", "0/3", "4/3", "1/0", "-1/3", "1/3/5", "1/100001", "a/b", "1 / 3"] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
        assert_eq!("2/3".parse::<Shard>().unwrap().to_string(), "2/3");
        assert!(serde_json::from_str::<Shard>("\"1/0\"").is_err());
    }
}
