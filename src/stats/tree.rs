//! Merging in the order of a fixed binary tree.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// What can take in a neighbour to its right.
pub trait Merge {
    /// Takes in what follows.
    fn merge(&mut self, next: &Self);
}

/// Merges parts that arrive in order, always in the same tree whatever the batches they arrive in.
///
/// Part `i` is a leaf. A node of rank `r` spans `2^r` leaves from a multiple of `2^r` on. It is made as soon as both of
/// its halves are there. After leaves `a … b-1` the greatest such nodes inside `[a, b)` are left. Trees of neighbouring
/// stretches join to the tree that one stretch would have made.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tree<T> {
    /// The first leaf.
    first: u64,
    nodes: Vec<(u32, T)>,
}

impl<T: Merge> Tree<T> {
    /// No part yet; the next one is leaf `first`.
    #[must_use]
    pub fn starting_at(first: u64) -> Self {
        Self { first, nodes: Vec::new() }
    }

    /// The leaf after the last one; none where ranks are impossibly high.
    #[must_use]
    pub fn end(&self) -> Option<u64> {
        self.nodes.iter().try_fold(self.first, |end, (rank, _)| end.checked_add(1u64.checked_shl(*rank)?))
    }

    /// Whether its nodes are those that so many leaves leave: each the greatest that begins where the last one ends.
    #[must_use]
    pub fn spans(&self, leaves: &Range<u64>) -> bool {
        let mut start = self.first;
        let greatest = |(rank, _): &(u32, T)| {
            let left = leaves.end.checked_sub(start).filter(|left| *left > 0);
            let fits = left.is_some_and(|left| *rank == left.ilog2().min(start.trailing_zeros()));
            start += if fits { 1 << rank } else { 0 };
            fits
        };
        self.first == leaves.start && self.nodes.iter().all(greatest) && self.end() == Some(leaves.end)
    }

    /// Adds the next part.
    pub fn push(&mut self, part: T) {
        self.push_node(0, part);
    }

    /// Takes in a tree that begins where this one ends.
    pub fn join(&mut self, next: Self) {
        debug_assert_eq!(self.end(), Some(next.first));
        for (rank, part) in next.nodes {
            self.push_node(rank, part);
        }
    }

    fn push_node(&mut self, rank: u32, part: T) {
        let mut node = (rank, part);
        let mut start = self.end().unwrap_or(u64::MAX);
        // A node is a right half if it starts at an odd multiple of its span.
        while start >> node.0 & 1 == 1 && self.nodes.last().is_some_and(|(rank, _)| *rank == node.0) {
            if let Some((rank, mut left)) = self.nodes.pop() {
                left.merge(&node.1);
                start -= 1 << rank;
                node = (rank + 1, left);
            }
        }
        self.nodes.push(node);
    }

    /// Changes each node beside the same of a tree of as many parts.
    pub fn with_each<U>(&mut self, other: &Tree<U>, mut change: impl FnMut(&mut T, &U)) {
        self.nodes.iter_mut().zip(&other.nodes).for_each(|((_, mine), (_, theirs))| change(mine, theirs));
    }

    /// The nodes, from the left.
    pub fn nodes(&self) -> impl Iterator<Item = &T> {
        self.nodes.iter().map(|(_, part)| part)
    }

    /// The whole, merged from the right; `None` if nothing was added.
    #[must_use]
    pub fn into_whole(mut self) -> Option<T> {
        let mut whole = self.nodes.pop()?.1;
        while let Some((_, mut left)) = self.nodes.pop() {
            left.merge(&whole);
            whole = left;
        }
        Some(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes down the tree: `((0 1)(2 3))4`.
    #[derive(Clone)]
    struct Written(String);

    impl Merge for Written {
        fn merge(&mut self, next: &Self) {
            self.0 = format!("({} {})", self.0, next.0);
        }
    }

    fn written(leaves: std::ops::Range<u64>) -> Tree<Written> {
        let mut tree = Tree::starting_at(leaves.start);
        leaves.for_each(|part| tree.push(Written(part.to_string())));
        tree
    }

    #[test]
    fn the_tree_depends_on_the_number_of_parts_alone() {
        assert_eq!(written(0..5).into_whole().unwrap().0, "(((0 1) (2 3)) 4)");
    }

    #[test]
    fn a_tree_spans_its_leaves_only_if_its_nodes_are_theirs() {
        for (start, end) in [(0, 0), (0, 5), (3, 3), (3, 17), (8, 24)] {
            assert!(written(start..end).spans(&(start..end)));
            assert!(!written(start..end).spans(&(start..end + 1)));
            assert!(!written(start..end).spans(&(start + 1..end + 1)));
        }
        let node = |&rank: &u32| (rank, Written(String::new()));
        let of = |first, ranks: &[u32]| Tree { first, nodes: ranks.iter().map(node).collect() };
        assert!(of(3, &[0, 2, 0]).spans(&(3..9)));
        for (first, ranks) in [(3, vec![0, 1, 1, 0]), (3, vec![1, 2]), (3, vec![64]), (u64::MAX, vec![0]), (3, vec![])]
        {
            assert!(!of(first, &ranks).spans(&(3..9)), "{first} {ranks:?}");
        }
    }

    #[test]
    fn trees_of_stretches_join_to_the_tree_of_the_whole() {
        for leaves in 0..40 {
            let whole = written(0..leaves).into_whole();
            for cut in 0..=leaves {
                for second in cut..=leaves {
                    let mut joined = written(0..cut);
                    joined.join(written(cut..second));
                    joined.join(written(second..leaves));
                    assert_eq!(joined.into_whole().map(|tree| tree.0), whole.as_ref().map(|tree| tree.0.clone()));
                }
            }
        }
    }
}
