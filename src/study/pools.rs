//! The pool that a question about one of several is asked of.

use crate::plan::{Floor, Plan, Pool};
use crate::texts::{Message, Worded, message};

/// A name that no pool has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct UnknownPool {
    /// The name.
    found: String,
    /// The pools.
    allowed: String,
}

impl Worded for UnknownPool {
    fn message(&self) -> Message {
        let Self { found, allowed } = self;
        message!(pool_unknown, found, allowed)
    }
}

/// The place of the pool that is meant where none is named. It is the first with the dynamic rule, else with a floor,
/// else with equities, else the first of all.
#[must_use]
pub fn meant(plan: &Plan) -> usize {
    let first = |is: fn(&Pool) -> bool| plan.pools.iter().position(is);
    first(|pool| pool.rule.is_dynamic())
        .or_else(|| first(|pool| pool.floor != Floor::None))
        .or_else(|| first(|pool| !pool.equities.is_empty()))
        .unwrap_or(0)
}

/// The place of the pool that is named; of the one that is meant where none is.
///
/// # Errors
/// If there is none of that name.
pub fn place(plan: &Plan, name: Option<&str>) -> Result<usize, UnknownPool> {
    let Some(name) = name else { return Ok(meant(plan)) };
    let unknown = || UnknownPool { found: name.to_owned(), allowed: names(&plan.pools) };
    plan.pools.iter().position(|pool| pool.name == name).ok_or_else(unknown)
}

/// The pool that is named; the one that is meant where none is.
///
/// # Errors
/// If there is none of that name.
pub fn pool<'a>(plan: &'a Plan, name: Option<&str>) -> Result<&'a Pool, UnknownPool> {
    place(plan, name).map(|place| &plan.pools[place])
}

fn names(pools: &[Pool]) -> String {
    pools.iter().map(|pool| pool.name.as_str()).collect::<Vec<_>>().join(", ")
}
