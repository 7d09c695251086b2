//! Look-ups in a JSON Schema as schemars writes it: references, optional values, tables and their alternatives.

use indexmap::IndexMap;
use serde_json::Value;

/// The keyword for the least and the greatest number that are usual.
const USUAL: &str = "x-usual";

/// A place in a schema: references are followed, and the null of an optional value is left out.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    whole: &'a Value,
    here: &'a Value,
    /// What a key's own place says beside its type.
    key: Option<&'a Value>,
}

/// The forms that a table may have, of which it has exactly one.
#[derive(Debug, Clone)]
pub struct Forms<'a> {
    /// The key whose text names the form; none where the keys themselves tell.
    pub tag: Option<&'a str>,
    /// The forms.
    pub all: Vec<View<'a>>,
}

impl<'a> View<'a> {
    /// The whole schema.
    #[must_use]
    pub fn of(whole: &'a Value) -> Self {
        Self { whole, here: whole, key: None }.at(whole)
    }

    /// Another place of the same schema.
    fn at(self, here: &'a Value) -> Self {
        let whole = self.whole;
        if let Some(name) = here.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.at(&whole["$defs"][name]);
        }
        let choices = here.get("anyOf").and_then(Value::as_array).into_iter().flatten();
        let present: Vec<&Value> = choices.filter(|choice| choice["type"] != "null").collect();
        match present[..] {
            [only] if here.get("properties").is_none() => self.at(only),
            _ => Self { whole, here, key: None },
        }
    }

    /// The place of a key, or of an item, with what is said where it stands.
    fn key(self, inner: &'a Value) -> Self {
        Self { key: Some(inner), ..self.at(inner) }
    }

    /// A keyword of the schema.
    #[must_use]
    pub fn get(self, keyword: &str) -> Option<&'a Value> {
        self.here.get(keyword)
    }

    /// A bound of a number, a length or a count: a key may have a narrower one than its type.
    #[must_use]
    pub fn bound(self, keyword: &str) -> Option<f64> {
        self.key.and_then(|key| key.get(keyword)).or_else(|| self.get(keyword))?.as_f64()
    }

    /// What is usual of a number: a key may have a narrower range than its type.
    #[must_use]
    pub fn usual(self) -> Option<[f64; 2]> {
        let usual = self.key.and_then(|key| key.get(USUAL)).or_else(|| self.get(USUAL))?;
        Some([usual.get(0)?.as_f64()?, usual.get(1)?.as_f64()?])
    }

    /// Whether the value is a fraction, which may be written as a percentage.
    #[must_use]
    pub fn is_percentage(self) -> bool {
        self.get("format").is_some_and(|format| format == "percentage")
            || self.choices().into_iter().any(Self::is_percentage)
    }

    /// Whether two places are one.
    #[must_use]
    pub fn is(self, other: Self) -> bool {
        std::ptr::eq(self.here, other.here)
    }

    /// Whether two places say the same.
    #[must_use]
    pub fn is_same(self, other: Self) -> bool {
        self.here == other.here
    }

    /// The name of the type, `number` for one.
    #[must_use]
    pub fn kind(self) -> Option<&'a str> {
        match self.get("type")? {
            Value::Array(kinds) => kinds.iter().find(|kind| **kind != "null").and_then(Value::as_str),
            kind => kind.as_str(),
        }
    }

    /// The schema's description.
    #[must_use]
    pub fn description(self) -> &'a str {
        self.get("description").and_then(Value::as_str).unwrap_or_default()
    }

    /// The values between which there is a choice; none where there is one kind of value.
    #[must_use]
    pub fn choices(self) -> Vec<Self> {
        let choices = self.get("anyOf").or_else(|| self.get("oneOf")).and_then(Value::as_array);
        choices.into_iter().flatten().map(|choice| self.at(choice)).collect()
    }

    /// The words allowed, where a value is one of some words.
    #[must_use]
    pub fn words(self) -> Vec<&'a str> {
        if let Some(word) = self.get("const").and_then(Value::as_str) {
            return vec![word];
        }
        if let Some(words) = self.get("enum").and_then(Value::as_array) {
            return words.iter().filter_map(Value::as_str).collect();
        }
        self.choices().into_iter().flat_map(Self::words).collect()
    }

    /// What each item of a list is.
    #[must_use]
    pub fn item(self) -> Option<Self> {
        self.get("items").map(|items| self.key(items))
    }

    /// What stands under each name in a table of names.
    #[must_use]
    pub fn named(self) -> Option<Self> {
        self.get("additionalProperties").filter(|inner| inner.is_object()).map(|inner| self.key(inner))
    }

    /// Whether the value is, or may be, a table.
    #[must_use]
    pub fn is_table(self) -> bool {
        self.kind() == Some("object") || self.choices().into_iter().any(Self::is_table)
    }

    /// The keys of the table in every form.
    #[must_use]
    pub fn keys(self) -> IndexMap<&'a str, Self> {
        let keys = self.get("properties").and_then(Value::as_object).into_iter().flatten();
        keys.map(|(name, inner)| (name.as_str(), self.key(inner))).collect()
    }

    /// A keyword of a key where it stands, before its type is looked up.
    #[must_use]
    pub fn own(self, key: &str, keyword: &str) -> Option<&'a Value> {
        self.get("properties")?.get(key)?.get(keyword)
    }

    /// The keys that must be given in every form.
    pub fn required(self) -> impl Iterator<Item = &'a str> {
        self.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
    }

    /// Whether keys other than those listed are refused.
    #[must_use]
    pub fn is_closed(self) -> bool {
        ["additionalProperties", "unevaluatedProperties"].iter().any(|word| self.get(word) == Some(&Value::Bool(false)))
    }

    /// The forms of a table; none where it has one form only.
    #[must_use]
    pub fn forms(self) -> Option<Forms<'a>> {
        let all: Vec<Self> = self.choices().into_iter().filter(|choice| choice.is_table()).collect();
        let constant = |form: Self, key: &str| form.keys().get(key).is_some_and(|value| value.get("const").is_some());
        let first = all.first()?;
        let tag = first.keys().into_keys().find(|key| all.iter().all(|form| constant(*form, key)));
        Some(Forms { tag, all })
    }

    /// What stands at a path below, whatever form the tables on the way have.
    #[must_use]
    pub fn find(self, path: &[String]) -> Option<Self> {
        let Some((name, rest)) = path.split_first() else { return Some(self) };
        let inner = self.keys().get(name.as_str()).copied().or_else(|| self.named()).or_else(|| self.item());
        if let Some(found) = inner.and_then(|inner| inner.find(rest)) {
            return Some(found);
        }
        self.forms()?.all.into_iter().find_map(|form| form.find(path))
    }
}

impl<'a> Forms<'a> {
    /// The words that name the forms.
    #[must_use]
    pub fn names(&self) -> Vec<&'a str> {
        self.all.iter().filter_map(|form| self.name(*form)).collect()
    }

    /// The word that names a form.
    #[must_use]
    pub fn name(&self, form: View<'a>) -> Option<&'a str> {
        form.keys().get(self.tag?)?.get("const")?.as_str()
    }
}
