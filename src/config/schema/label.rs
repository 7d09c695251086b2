//! A text in English and Swedish.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A text in English and Swedish.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LabelConfig {
    /// English.
    #[schemars(length(min = 1, max = 64))]
    pub en: String,
    /// Swedish.
    #[schemars(length(min = 1, max = 64))]
    pub sv: String,
}

impl LabelConfig {
    /// A name that is its own label.
    #[must_use]
    pub fn plain(name: &str) -> Self {
        Self { en: name.to_owned(), sv: name.to_owned() }
    }
}
