//! A run in parts, made anywhere and in any order, and joined to what one run would have given, to the bit.

use std::ops::Range;
use std::str::FromStr;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::engine::{self, Accumulated};
use crate::plan::Plan;

/// One of so many shards of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

impl std::fmt::Display for Shard {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(formatter, "{}/{}", self.index, self.of)
    }
}

/// What a part of a run was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Version of skans.
    pub skans: String,
    /// SHA-256 of the effective configuration.
    pub config_sha256: String,
    /// SHA-256 of the input files, by their name in the effective configuration.
    pub inputs_sha256: IndexMap<String, String>,
}

/// Which part of which run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// What it was made of.
    pub origin: Origin,
    /// Which part it is.
    pub shard: Shard,
}

/// Why parts do not make a run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mismatch {
    /// Made by another version.
    #[error("{part}: found a part made by skans {found}, allowed: parts made by this version, {}", env!("CARGO_PKG_VERSION"))]
    Version {
        /// The part.
        part: String,
        /// Its version.
        found: String,
    },
    /// Made from another configuration.
    #[error("{part}: found a part of another configuration than {first}'s, allowed: parts of one run")]
    Config {
        /// The part.
        part: String,
        /// The part it is compared with.
        first: String,
    },
    /// Made from other input files.
    #[error("{part}: found other input data than {first}'s, allowed: parts of one run")]
    Inputs {
        /// The part.
        part: String,
        /// The part it is compared with.
        first: String,
    },
    /// One of another number of shards.
    #[error("{part}: found shard {found}, allowed: one of {of}, as {first} is")]
    Count {
        /// The part.
        part: String,
        /// Its shard.
        found: Shard,
        /// The number of shards of the first.
        of: u32,
        /// The part it is compared with.
        first: String,
    },
    /// A shard that is there twice.
    #[error("{part}: found shard {found} again, allowed: each once; {first} is the same shard")]
    Twice {
        /// The part.
        part: String,
        /// Its shard.
        found: Shard,
        /// The part that is the same shard.
        first: String,
    },
    /// Shards that are missing.
    #[error("found {found} of {of} shards, allowed: all of them; missing: {missing}")]
    Missing {
        /// How many there are.
        found: usize,
        /// How many there should be.
        of: u32,
        /// Those that are not there.
        missing: String,
    },
    /// A part whose paths are not those of its shard.
    #[error("{part}: found other paths than shard {shard} has, allowed: a part as `run --shard` wrote it")]
    Paths {
        /// The part.
        part: String,
        /// Its shard.
        shard: Shard,
    },
}

/// Parts of a run, each with the name under which messages speak of it, in the order in which they join.
///
/// # Errors
/// What keeps them from being one run: mixed versions, configurations or input data, shards that overlap or are missing.
pub fn in_order(mut parts: Vec<(String, Header)>) -> Result<Vec<(String, Header)>, Mismatch> {
    agree(&parts)?;
    parts.sort_by_key(|(_, part)| part.shard);
    complete(&parts)?;
    Ok(parts)
}

/// Joins what the next shard came to.
///
/// # Errors
/// If its paths are not those of its shard, or its figures not those of the plan.
pub fn join(plan: &Plan, whole: &mut Accumulated, part: (&str, Shard), next: Accumulated) -> Result<(), Mismatch> {
    let blocks = part.1.blocks(plan);
    let fits = (next.first(), next.end()) == (blocks.start, Some(blocks.end)) && whole.is_like(&next);
    if !fits || whole.end() != Some(blocks.start) {
        return Err(Mismatch::Paths { part: part.0.to_owned(), shard: part.1 });
    }
    whole.join(next);
    Ok(())
}

/// Whether all parts come from the same version, configuration and data, cut into as many shards.
fn agree(parts: &[(String, Header)]) -> Result<(), Mismatch> {
    let Some((first, leader)) = parts.first() else { return Ok(()) };
    for (name, part) in parts {
        let (part_name, first) = (name.clone(), first.clone());
        let (origin, shard) = (&part.origin, part.shard);
        if origin.skans != env!("CARGO_PKG_VERSION") {
            return Err(Mismatch::Version { part: part_name, found: origin.skans.clone() });
        }
        if origin.config_sha256 != leader.origin.config_sha256 {
            return Err(Mismatch::Config { part: part_name, first });
        }
        if origin.inputs_sha256 != leader.origin.inputs_sha256 {
            return Err(Mismatch::Inputs { part: part_name, first });
        }
        if shard.of != leader.shard.of {
            return Err(Mismatch::Count { part: part_name, found: shard, of: leader.shard.of, first });
        }
    }
    Ok(())
}

/// Missing shards named in a message.
const SHOWN: usize = 10;

/// Whether parts in the order of shards are all of them, each once.
fn complete(parts: &[(String, Header)]) -> Result<(), Mismatch> {
    let mut neighbours = parts.iter().zip(parts.iter().skip(1));
    if let Some(((first, _), (name, again))) = neighbours.find(|((_, one), (_, next))| one.shard == next.shard) {
        return Err(Mismatch::Twice { part: name.clone(), found: again.shard, first: first.clone() });
    }
    let of = parts.first().map_or(0, |(_, part)| part.shard.of);
    let missing: Vec<String> = (1..=of)
        .filter(|index| parts.binary_search_by_key(index, |(_, part)| part.shard.index).is_err())
        .map(|index| Shard { index, of }.to_string())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let more = missing.len().saturating_sub(SHOWN);
    let shown = missing[..missing.len() - more].join(", ");
    let missing = if more > 0 { format!("{shown} and {more} more") } else { shown };
    Err(Mismatch::Missing { found: parts.len(), of, missing })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(shard: &str, config: &str) -> (String, Header) {
        let origin = Origin {
            skans: env!("CARGO_PKG_VERSION").to_owned(),
            config_sha256: config.to_owned(),
            inputs_sha256: IndexMap::new(),
        };
        (shard.to_owned(), Header { origin, shard: shard.parse().unwrap() })
    }

    #[test]
    fn a_shard_reads_its_number_and_how_many_there_are() {
        for wrong in ["", "1", "0/3", "4/3", "1/0", "-1/3", "1/3/5", "1/100001", "a/b", "1 / 3"] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
        assert_eq!("2/3".parse::<Shard>().unwrap().to_string(), "2/3");
    }

    #[test]
    fn shards_in_any_order_are_a_run_if_each_is_there_once() {
        let order = in_order(vec![part("3/3", "a"), part("1/3", "a"), part("2/3", "a")]).unwrap();
        assert_eq!(order.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["1/3", "2/3", "3/3"]);
        let twice = in_order(vec![part("1/2", "a"), part("2/2", "a"), part("1/2", "a")]);
        assert!(matches!(twice, Err(Mismatch::Twice { .. })));
        let gap = in_order(vec![part("1/4", "a"), part("4/4", "a")]).unwrap_err();
        assert_eq!(gap.to_string(), "found 2 of 4 shards, allowed: all of them; missing: 2/4, 3/4");
        assert!(matches!(in_order(vec![part("1/2", "a"), part("2/2", "b")]), Err(Mismatch::Config { .. })));
        assert!(matches!(in_order(vec![part("1/2", "a"), part("2/3", "a")]), Err(Mismatch::Count { .. })));
        let mut old = part("2/2", "a");
        old.1.origin.skans = "0.0.1".to_owned();
        assert!(matches!(in_order(vec![part("1/2", "a"), old]), Err(Mismatch::Version { .. })));
        let mut other = part("2/2", "a");
        other.1.origin.inputs_sha256.insert("flows.csv".to_owned(), "b".to_owned());
        assert!(matches!(in_order(vec![part("1/2", "a"), other]), Err(Mismatch::Inputs { .. })));
    }
}
