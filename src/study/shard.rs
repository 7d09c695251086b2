//! A run in parts, made anywhere and in any order, and joined to what one run would have given, to the bit.

mod order;

pub use order::{Mismatch, in_order};

use std::ops::Range;
use std::path::Path;
use std::str::FromStr;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::engine::{self, Accumulated};
use crate::plan::Plan;

/// Which values a seed has, counted up by one with every entry of `CHANGELOG.md` that is marked **Value-breaking**: parts made
/// before and after such a change do not add up to a run.
pub const VALUES: u32 = 7;

/// One of so many shards of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Shard {
    index: u32,
    of: u32,
}

/// A text that names no shard.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("found \"{found}\", allowed: I/N, the I-th of N shards, N at most {}", Shard::MOST)]
pub struct NotAShard {
    found: String,
}

impl Shard {
    /// Shards at most.
    pub const MOST: u32 = 100_000;

    /// The blocks of a plan that are this shard's: as many as any other's, to one; none where there are more shards than blocks.
    #[must_use]
    pub fn blocks(self, plan: &Plan) -> Range<u64> {
        let blocks = u128::from(engine::blocks(plan));
        let edge = |index: u32| {
            // At most the number of blocks.
            u64::try_from(blocks * u128::from(index) / u128::from(self.of)).unwrap_or(u64::MAX)
        };
        edge(self.index - 1)..edge(self.index)
    }
}

impl FromStr for Shard {
    type Err = NotAShard;

    fn from_str(text: &str) -> Result<Self, NotAShard> {
        let parse = || {
            let (index, of) = text.split_once('/')?;
            let (index, of): (u32, u32) = (index.parse().ok()?, of.parse().ok()?);
            (1 <= index && index <= of && of <= Self::MOST).then_some(Self { index, of })
        };
        parse().ok_or_else(|| NotAShard { found: text.to_owned() })
    }
}

impl TryFrom<String> for Shard {
    type Error = NotAShard;

    fn try_from(text: String) -> Result<Self, NotAShard> {
        text.parse()
    }
}

impl From<Shard> for String {
    fn from(shard: Shard) -> Self {
        shard.to_string()
    }
}

impl std::fmt::Display for Shard {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(formatter, "{}/{}", self.index, self.of)
    }
}

/// What a part of a run was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// Version of skans.
    pub skans: String,
    /// Which values a seed has in it: [`VALUES`].
    pub values: u32,
    /// SHA-256 of the effective configuration.
    pub config_sha256: String,
    /// SHA-256 of the input files, by their name in the effective configuration.
    pub inputs_sha256: IndexMap<String, String>,
}

/// Which part of which run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// What it was made of.
    pub origin: Origin,
    /// Which part it is.
    pub shard: Shard,
}

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

    /// Joins what the next shard came to.
    ///
    /// # Errors
    /// If its paths are not those of its shard, its figures not those of the plan, or its counts none that so many paths make.
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

    /// What all parts came to.
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
