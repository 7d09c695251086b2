//! A number for each path of a block.

use std::ops::{Deref, DerefMut};

/// Paths simulated together, side by side. Part of what a seed means: changing it changes every path.
pub const LANES: usize = 256;

/// One number for each path of a block, in path order, where vector instructions reach it fastest.
#[derive(Debug, Clone, PartialEq)]
pub struct Lanes(Box<Aligned>);

/// A cache line, and the widest vector, has 64 bytes.
#[derive(Debug, Clone, PartialEq)]
#[repr(align(64))]
struct Aligned([f64; LANES]);

impl Lanes {
    /// The same number for every path.
    #[must_use]
    pub fn all(number: f64) -> Self {
        Self(Box::new(Aligned([number; LANES])))
    }
}

impl Deref for Lanes {
    type Target = [f64];

    fn deref(&self) -> &[f64] {
        &self.0.0
    }
}

impl DerefMut for Lanes {
    fn deref_mut(&mut self) -> &mut [f64] {
        &mut self.0.0
    }
}
