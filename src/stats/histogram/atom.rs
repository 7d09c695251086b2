//! Values that a histogram counts apart.

use serde::{Deserialize, Serialize};

use super::super::bits;

/// A value that many numbers have: a cap on a share, the opening's protection level. Those are counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Atom {
    #[serde(with = "bits")]
    pub low: f64,
    #[serde(with = "bits")]
    pub value: f64,
    #[serde(with = "bits")]
    pub high: f64,
    pub count: u64,
}

impl Atom {
    /// Zero among numbers of either sign.
    pub const ZERO: Self = Self { low: 0.0, value: 0.0, high: 0.0, count: 0 };
}
