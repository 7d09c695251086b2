//! Merging in the order of a fixed binary tree.

/// What can take in a neighbour to its right.
pub trait Merge {
    /// Takes in what follows.
    fn merge(&mut self, next: &Self);
}

/// Merges parts that arrive in order, always in the same tree whatever the batches they arrive in.
///
/// A binary counter: parts of equal rank merge at once, so that after `n` parts one node stands for each set bit of `n`.
#[derive(Debug, Clone)]
pub struct Tree<T> {
    nodes: Vec<(u32, T)>,
}

impl<T> Default for Tree<T> {
    fn default() -> Self {
        Self { nodes: Vec::new() }
    }
}

impl<T: Merge> Tree<T> {
    /// Adds the next part.
    pub fn push(&mut self, part: T) {
        let mut node = (0, part);
        while self.nodes.last().is_some_and(|(rank, _)| *rank == node.0) {
            if let Some((rank, mut left)) = self.nodes.pop() {
                left.merge(&node.1);
                node = (rank + 1, left);
            }
        }
        self.nodes.push(node);
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

    #[test]
    fn the_tree_depends_on_the_number_of_parts_alone() {
        let mut tree = Tree::default();
        (0..5).for_each(|part| tree.push(Written(part.to_string())));
        assert_eq!(tree.into_whole().unwrap().0, "(((0 1) (2 3)) 4)");
    }
}
