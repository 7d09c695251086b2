//! A part of a run, and how it names itself.

use std::ops::Range;
use std::str::FromStr;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::engine;
use crate::plan::Plan;
use crate::texts::{Message, Worded, message};

/// The version of the values of a seed. It rises by one with every entry of `CHANGELOG.md` that is marked
/// **Value-breaking**. Parts made before and after such a change do not add up to a run.
pub const VALUES: u32 = 17;

/// One of so many shards of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Shard {
    pub(super) index: u32,
    pub(super) of: u32,
}

/// A text that names no shard.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct NotAShard {
    found: String,
}

impl Worded for NotAShard {
    fn message(&self) -> Message {
        Message::found(format!("\"{}\"", self.found), message!(a_shard, most = Shard::MOST))
    }
}

impl Shard {
    /// Shards at most.
    pub const MOST: u32 = 100_000;

    /// The blocks of a plan that are this shard's: as many as any other's, to one; none where there are more shards
    /// than blocks.
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

impl std::fmt::Display for Shard {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(formatter, "{}/{}", self.index, self.of)
    }
}

/// The sources of a part of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartOrigin {
    /// Version of skans.
    pub skans: String,
    /// The version of the values of a seed, [`VALUES`].
    pub values: u32,
    /// SHA-256 of the effective configuration.
    pub config_sha256: String,
    /// SHA-256 of the input files, by their name in the effective configuration.
    pub inputs_sha256: IndexMap<String, String>,
}

/// A part's place in its run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The inputs that it was made of.
    pub origin: PartOrigin,
    /// The shard that it is.
    pub shard: Shard,
}

impl From<Shard> for String {
    fn from(shard: Shard) -> Self {
        shard.to_string()
    }
}
