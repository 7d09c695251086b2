//! The pool that a question about one of several is asked of.

use crate::plan::{Plan, Pool};

/// Why it is not known which pool is meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PoolError {
    /// There is no such pool.
    #[error("--pool: found \"{found}\", allowed: one of: {allowed}")]
    Unknown {
        /// The name.
        found: String,
        /// The pools.
        allowed: String,
    },
    /// Several pools may be meant.
    #[error("--pool: found none named and several that may be meant, allowed: one of: {allowed}")]
    Several {
        /// The pools.
        allowed: String,
    },
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
