//! A text of the user's own, in some languages.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::{Language, Message, message};

/// A text in every language. One that is left out has the first text that is given; English comes first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<Language, String>")]
pub struct Label(BTreeMap<Language, String>);

/// A label has no text.
#[derive(Debug, thiserror::Error)]
#[error("found no text, allowed: one in some language")]
pub struct NoText;

impl TryFrom<BTreeMap<Language, String>> for Label {
    type Error = NoText;

    fn try_from(texts: BTreeMap<Language, String>) -> Result<Self, NoText> {
        let first = texts.values().next().ok_or(NoText)?;
        Ok(Self::each(|language| texts.get(&language).unwrap_or(first).clone()))
    }
}

impl Label {
    /// A message in each language.
    #[must_use]
    pub fn of(message: &Message) -> Self {
        Self::each(|language| language.text(message))
    }

    /// A name that is its own label in each language.
    #[must_use]
    pub fn plain(name: &str) -> Self {
        Self::each(|_| name.to_owned())
    }

    fn each(text: impl Fn(Language) -> String) -> Self {
        Self(Language::all().iter().map(|language| (*language, text(*language))).collect())
    }

    /// The schema of a label of so many characters in each language.
    #[must_use]
    pub fn schema(most: u32) -> Schema {
        let text = |language: &Language| {
            let name = format!("{}.", language.text(message!(language_name)));
            let text = json_schema!({ "description": name, "type": "string", "minLength": 1, "maxLength": most });
            (language.tag().to_owned(), text.to_value())
        };
        let texts: serde_json::Map<String, serde_json::Value> = Language::all().iter().map(text).collect();
        json_schema!({
            "description": "A text in one language or more; a language that is left out has the first text given.",
            "type": "object",
            "properties": texts,
            "minProperties": 1,
            "additionalProperties": false,
        })
    }
}

impl JsonSchema for Label {
    fn schema_name() -> Cow<'static, str> {
        "Label".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        Self::schema(64)
    }
}

impl Language {
    /// A label in the language.
    #[must_use]
    pub fn of(self, label: &Label) -> &str {
        &label.0[&self]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Label, serde_json::Error> {
        serde_json::from_str(text)
    }

    #[test]
    fn a_language_that_is_left_out_has_the_first_text_given() {
        let both = read(r#"{"sv":"lång","en":"long"}"#).unwrap();
        assert_eq!([Language::En, Language::Sv].map(|language| language.of(&both)), ["long", "lång"]);
        for only in [r#"{"en":"long"}"#, r#"{"sv":"long"}"#] {
            let label = read(only).unwrap();
            assert!(Language::all().iter().all(|language| language.of(&label) == "long"), "{only}");
        }
        assert!(read("{}").is_err() && read(r#"{"xx":"long"}"#).is_err());
    }

    #[test]
    fn a_label_is_written_in_every_language_english_first() {
        let written = serde_json::to_string(&read(r#"{"sv":"lång","en":"long"}"#).unwrap()).unwrap();
        assert!(written.starts_with(r#"{"en":"long","#) && written.contains(r#""sv":"lång""#), "{written}");
        assert_eq!(written.matches(':').count(), Language::all().len());
    }
}
