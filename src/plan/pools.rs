//! The pools of a plan, one at least.

use std::ops::{Deref, DerefMut};

use super::Pool;

/// The pools of a plan, in the file's order: one at least. They are read and changed as a slice.
#[derive(Debug, Clone, PartialEq)]
pub struct Pools(Vec<Pool>);

impl Pools {
    /// From pools; `None` if there are none.
    #[must_use]
    pub fn new(pools: Vec<Pool>) -> Option<Self> {
        if pools.is_empty() { None } else { Some(Self(pools)) }
    }

    /// One pool alone.
    #[must_use]
    pub fn one(pool: Pool) -> Self {
        Self(vec![pool])
    }

    /// The same pools with more behind them.
    #[must_use]
    pub fn with(mut self, more: impl IntoIterator<Item = Pool>) -> Self {
        self.0.extend(more);
        self
    }
}

impl Deref for Pools {
    type Target = [Pool];

    fn deref(&self) -> &[Pool] {
        &self.0
    }
}

impl DerefMut for Pools {
    fn deref_mut(&mut self) -> &mut [Pool] {
        &mut self.0
    }
}

impl<'a> IntoIterator for &'a Pools {
    type Item = &'a Pool;
    type IntoIter = std::slice::Iter<'a, Pool>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
