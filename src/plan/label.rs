//! A text in the languages of reports.

use crate::texts::{Language, Message};

/// A text in the languages of reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// English.
    pub en: String,
    /// Swedish.
    pub sv: String,
}

impl Label {
    /// A message in each language.
    #[must_use]
    pub fn of(message: &Message) -> Self {
        let [en, sv] = [Language::En, Language::Sv].map(|language| language.text(message));
        Self { en, sv }
    }
}

impl Language {
    /// A label in the language.
    #[must_use]
    pub fn of(self, label: &Label) -> &str {
        match self {
            Self::En => &label.en,
            Self::Sv => &label.sv,
        }
    }
}
