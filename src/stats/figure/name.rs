//! Figures by their branches.

use std::fmt;

use super::{Branch, Figure};

/// The name of a figure in a summary: its branch, and the figure within.
///
/// Its text is its path in `summary.json`: `pools.long.breach.ex_post.y10`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FigureName {
    /// The branch.
    pub branch: Branch,
    /// The figure within the branch.
    pub figure: Figure,
}

impl fmt::Display for FigureName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.branch, self.figure)
    }
}
