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
