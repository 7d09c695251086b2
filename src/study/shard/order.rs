//! The parts that make a run, and the error of those that do not.

use std::path::{Path, PathBuf};

use super::part::{Header, Shard, VALUES};
use crate::stats::summary::VERSION;
use crate::texts::{Argument, Message, Worded, message};

/// Why parts do not make a run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum Mismatch {
    /// Made by another version.
    Version {
        /// The part.
        part: String,
        /// Its version.
        found: String,
    },
    /// Made by another build of this version.
    Values {
        /// The part.
        part: String,
        /// Its edition.
        found: u32,
    },
    /// Made from another configuration.
    Config {
        /// The part.
        part: String,
        /// The part it is compared with.
        first: String,
    },
    /// Made from other input files.
    Inputs {
        /// The part.
        part: String,
        /// The part it is compared with.
        first: String,
    },
    /// One of another number of shards.
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
    Twice {
        /// The part.
        part: String,
        /// Its shard.
        found: Shard,
        /// The part that is the same shard.
        first: String,
    },
    /// Shards that are missing.
    Missing {
        /// How many there should be.
        of: u32,
        /// Those that are not there.
        missing: Vec<Shard>,
    },
    /// A part whose paths are not those of its shard.
    Paths {
        /// The part.
        part: String,
        /// Its shard.
        shard: Shard,
    },
}

impl Worded for Mismatch {
    fn message(&self) -> Message {
        match self {
            Self::Version { part, found } => message!(shard_version, part, found, own = VERSION),
            Self::Values { part, found } => message!(shard_values, part, found = *found, own = VALUES),
            Self::Config { part, first } => message!(shard_config, part, first),
            Self::Inputs { part, first } => message!(shard_inputs, part, first),
            Self::Count { part, found, of, first } => {
                message!(shard_count, part, found = found.to_string(), of = *of, first)
            }
            Self::Twice { part, found, first } => message!(shard_twice, part, found = found.to_string(), first),
            Self::Missing { of, missing } => {
                let found = *of as usize - missing.len();
                let shown: Vec<String> = missing.iter().take(SHOWN).map(ToString::to_string).collect();
                let mut shown = Argument::from(shown.join(", "));
                if missing.len() > SHOWN {
                    shown = message!(shard_missing_more, shown, more = missing.len() - SHOWN).into();
                }
                message!(shard_missing, found, of = *of, missing = shown)
            }
            Self::Paths { part, shard } => message!(shard_paths, part, shard = shard.to_string()),
        }
    }
}

/// Parts of a run, each with its folder, in the order in which they join.
///
/// # Errors
/// What keeps them from being one run: mixed versions, configurations or input data, shards that overlap or are
/// missing.
pub fn in_order(mut parts: Vec<(PathBuf, Header)>) -> Result<Vec<(PathBuf, Header)>, Mismatch> {
    agree(&parts)?;
    parts.sort_by_key(|(_, part)| part.shard);
    complete(&parts)?;
    Ok(parts)
}

/// Whether all parts come from the same version, configuration and data, cut into as many shards.
fn agree(parts: &[(PathBuf, Header)]) -> Result<(), Mismatch> {
    let Some((first, leader)) = parts.first() else { return Ok(()) };
    for (folder, part) in parts {
        let (part_name, first) = (name(folder), name(first));
        let (origin, shard) = (&part.origin, part.shard);
        if origin.skans != VERSION {
            return Err(Mismatch::Version { part: part_name, found: origin.skans.clone() });
        }
        if origin.values != VALUES {
            return Err(Mismatch::Values { part: part_name, found: origin.values });
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

/// A folder's name in messages.
fn name(folder: &Path) -> String {
    folder.display().to_string()
}

/// Missing shards named in a message.
const SHOWN: usize = 10;

/// Whether parts in the order of shards are all of them, each once.
fn complete(parts: &[(PathBuf, Header)]) -> Result<(), Mismatch> {
    let mut neighbours = parts.iter().zip(parts.iter().skip(1));
    if let Some(((first, _), (again, part))) = neighbours.find(|((_, one), (_, next))| one.shard == next.shard) {
        return Err(Mismatch::Twice { part: name(again), found: part.shard, first: name(first) });
    }
    let of = parts.first().map_or(0, |(_, part)| part.shard.of);
    let missing: Vec<Shard> = (1..=of)
        .filter(|index| parts.binary_search_by_key(index, |(_, part)| part.shard.index).is_err())
        .map(|index| Shard { index, of })
        .collect();
    if missing.is_empty() { Ok(()) } else { Err(Mismatch::Missing { of, missing }) }
}

#[cfg(test)]
mod tests {
    use indexmap::IndexMap;

    use super::*;
    use crate::study::shard::part::PartOrigin;

    fn part(shard: &str, config: &str) -> (PathBuf, Header) {
        let origin = PartOrigin {
            skans: VERSION.to_owned(),
            values: VALUES,
            config_sha256: config.to_owned(),
            inputs_sha256: IndexMap::new(),
        };
        (shard.into(), Header { origin, shard: shard.parse().unwrap() })
    }

    #[test]
    fn shards_in_any_order_are_a_run_if_each_is_there_once() {
        let order = in_order(vec![part("3/3", "a"), part("1/3", "a"), part("2/3", "a")]).unwrap();
        assert_eq!(order.iter().map(|(name, _)| name.to_str().unwrap()).collect::<Vec<_>>(), ["1/3", "2/3", "3/3"]);
        let twice = in_order(vec![part("1/2", "a"), part("2/2", "a"), part("1/2", "a")]);
        assert!(matches!(twice, Err(Mismatch::Twice { .. })));
        let gap = in_order(vec![part("1/4", "a"), part("4/4", "a")]).unwrap_err();
        assert_eq!(gap.to_string(), "found 2 of 4 shards, allowed: all of them; missing: 2/4, 3/4");
        let most = in_order(vec![part("2/100000", "a")]).unwrap_err().to_string();
        assert!(most.ends_with(
            "missing: 1/100000, 3/100000, 4/100000, 5/100000, 6/100000, 7/100000, 8/100000, \
            9/100000, 10/100000, 11/100000 and 99989 more"
        ));
        assert!(matches!(in_order(vec![part("1/2", "a"), part("2/2", "b")]), Err(Mismatch::Config { .. })));
        assert!(matches!(in_order(vec![part("1/2", "a"), part("2/3", "a")]), Err(Mismatch::Count { .. })));
        let mut old = part("2/2", "a");
        old.1.origin.skans = "0.0.1".to_owned();
        assert!(matches!(in_order(vec![part("1/2", "a"), old]), Err(Mismatch::Version { .. })));
        let mut other_build = part("2/2", "a");
        other_build.1.origin.values = 0;
        assert!(matches!(in_order(vec![part("1/2", "a"), other_build]), Err(Mismatch::Values { found: 0, .. })));
        let mut other = part("2/2", "a");
        other.1.origin.inputs_sha256.insert("flows.csv".to_owned(), "b".to_owned());
        assert!(matches!(in_order(vec![part("1/2", "a"), other]), Err(Mismatch::Inputs { .. })));
    }
}
