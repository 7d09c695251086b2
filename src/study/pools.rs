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

/// The pool named; else the only one with the dynamic rule, else the only one.
///
/// # Errors
/// If there is none of that name, or none is named and several may be meant.
pub fn pool<'a>(plan: &'a Plan, name: Option<&str>) -> Result<&'a Pool, PoolError> {
    let names = |pools: &[&Pool]| pools.iter().map(|pool| pool.name.as_str()).collect::<Vec<_>>().join(", ");
    let all: Vec<&Pool> = plan.pools.iter().collect();
    if let Some(name) = name {
        let found = all.iter().find(|pool| pool.name == name).copied();
        return found.ok_or_else(|| PoolError::Unknown { found: name.to_owned(), allowed: names(&all) });
    }
    let dynamic: Vec<&Pool> = all.iter().copied().filter(|pool| pool.rule.is_dynamic()).collect();
    match (dynamic.as_slice(), all.as_slice()) {
        ([pool], _) | ([], [pool]) => Ok(pool),
        ([], pools) | (pools, _) => Err(PoolError::Several { allowed: names(pools) }),
    }
}
