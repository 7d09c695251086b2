//! The pool that a question about one of several is asked of.

use crate::plan::{Plan, Pool};
use crate::texts::{Message, Worded, message};

/// Why it is not known which pool is meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum PoolError {
    /// There is no such pool.
    Unknown {
        /// The name.
        found: String,
        /// The pools.
        allowed: String,
    },
    /// Several pools may be meant.
    Several {
        /// The pools.
        allowed: String,
    },
}

impl Worded for PoolError {
    fn message(&self) -> Message {
        match self {
            Self::Unknown { found, allowed } => message!(pool_unknown, found, allowed),
            Self::Several { allowed } => message!(pool_several, allowed),
        }
    }
}

/// The place of the pool that is named.
///
/// # Errors
/// If there is none of that name.
pub fn named(plan: &Plan, name: &str) -> Result<usize, PoolError> {
    let unknown = || PoolError::Unknown { found: name.to_owned(), allowed: names(&plan.pools) };
    plan.pools.iter().position(|pool| pool.name == name).ok_or_else(unknown)
}

/// The pool named; else the only one with the dynamic rule, else the only one.
///
/// # Errors
/// If there is none of that name, or none is named and several may be meant.
pub fn pool<'a>(plan: &'a Plan, name: Option<&str>) -> Result<&'a Pool, PoolError> {
    if let Some(name) = name {
        return named(plan, name).map(|place| &plan.pools[place]);
    }
    let all: Vec<&Pool> = plan.pools.iter().collect();
    let dynamic: Vec<&Pool> = all.iter().copied().filter(|pool| pool.rule.is_dynamic()).collect();
    match (dynamic.as_slice(), all.as_slice()) {
        ([pool], _) | ([], [pool]) => Ok(pool),
        ([], pools) | (pools, _) => Err(PoolError::Several { allowed: names(pools.iter().copied()) }),
    }
}

fn names<'a>(pools: impl IntoIterator<Item = &'a Pool>) -> String {
    pools.into_iter().map(|pool| pool.name.as_str()).collect::<Vec<_>>().join(", ")
}
