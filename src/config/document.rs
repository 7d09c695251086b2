//! A TOML file as read: its tree, where each key stands, and what options have set over it.

mod grammar;
pub mod path;
mod schema_check;
mod tree;

use std::collections::BTreeSet;
use std::fmt;

use indexmap::IndexMap;
use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};
use toml::de::DeTable;

use super::problem::{Place, Problem};
use super::schema_view::View;
use crate::texts::{Argument, Message, message};
use grammar::Faults;
use path::split;
pub use schema_check::{SchemaFindings, allowed_of, percentage_at, unusual_at};
use tree::{Node, TextLines, ValueKind, option_value};

/// The longest text read, in bytes.
const MOST_BYTES: usize = 4 << 20;

/// The most names of a key.
const MOST_NAMES: usize = 32;

/// Where a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It comes from an option, as typed.
    Option(String),
    /// It comes from this line of the file.
    File {
        /// The line.
        line: usize,
    },
    /// It stands in neither, and is the default.
    Default,
}

/// `--paths`, `line 12` or `default`, as `check` prints it.
impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Option(option) => f.write_str(option),
            Self::File { line } => write!(f, "line {line}"),
            Self::Default => f.write_str("default"),
        }
    }
}

impl Serialize for Origin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A configuration file with the options set over it.
#[derive(Debug, Clone)]
pub struct Document {
    file: String,
    root: Node,
    /// The errors of TOML's grammar.
    faults: Vec<Problem>,
    /// The lines with such errors.
    wrong: BTreeSet<usize>,
}

impl Document {
    /// Reads a text; a byte-order mark at its beginning is passed over. Errors of TOML's grammar that stay within their
    /// lines leave the other lines to be read: [`Document::check`] finds them too.
    ///
    /// # Errors
    /// The errors of TOML's grammar, each with its place, if one of them reaches beyond its line.
    pub fn parse(file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        if text.len() > MOST_BYTES {
            let found = message!(some_bytes, bytes = text.len());
            let place = Place::Whole(file.to_owned());
            let allowed = message!(a_file_of_bytes, bytes = MOST_BYTES);
            return Err(vec![Problem::new(place, "", found, allowed)]);
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lines = TextLines::new(file, text);
        let (table, errors) = DeTable::parse_recoverable(text);
        let Faults { problems: faults, within } = grammar::faults(file, text, errors);
        let Some(wrong) = within else { return Err(faults) };
        let root = Node { place: Place::Whole(file.to_owned()), kind: ValueKind::table(table.get_ref(), &lines) };
        Ok(Self { file: file.to_owned(), root, faults, wrong })
    }

    /// The text at a key outside all tables, even if other lines are wrong.
    #[must_use]
    pub fn text_at(text: &str, key: &str) -> Option<String> {
        let (table, _) = DeTable::parse_recoverable(text.strip_prefix('\u{feff}').unwrap_or(text));
        Some(table.get_ref().get(key)?.get_ref().as_str()?.to_owned())
    }

    /// The text that an option gives to a key: TOML, or a plain word; none if it gives another value.
    #[must_use]
    pub fn option_text(value: &str) -> Option<String> {
        match option_value(value, &Place::Option(value.into()))? {
            ValueKind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Sets a key over the file. The value is TOML, or a plain word.
    ///
    /// # Errors
    /// If the value is neither, or the key goes through something that is no table.
    pub fn set(&mut self, option: &Argument, key: &str, value: &str) -> Result<(), Problem> {
        let place = Place::Option(option.clone());
        let wrong = |found: Argument, allowed: Message| Problem::new(place.clone(), key, found, allowed);
        let kind = option_value(value, &place).ok_or_else(|| {
            let (allowed, hint) = grammar::meant(value).unwrap_or_else(|| (message!(toml_values), None));
            Problem { hint: hint.map(Argument::from), ..wrong(format!("`{value}`").into(), allowed) }
        })?;
        let parts = split(key);
        if parts.iter().any(String::is_empty) {
            return Err(wrong(message!(the_key, key).into(), message!(names_with_dots)));
        }
        if parts.len() > MOST_NAMES {
            let number = parts.len();
            return Err(wrong(message!(names_in_a_key, number).into(), message!(at_most, number = MOST_NAMES)));
        }
        let mut node = &mut self.root;
        for part in &parts {
            node = match &mut node.kind {
                ValueKind::Table(table) => table
                    .entry(part.clone())
                    .or_insert_with(|| Node { place: place.clone(), kind: ValueKind::Table(IndexMap::new()) }),
                ValueKind::Array(items) => {
                    let count = items.len();
                    let item = part.parse::<usize>().ok().and_then(|index| items.get_mut(index));
                    item.ok_or_else(|| {
                        wrong(message!(the_place, place = part).into(), message!(a_place_in_a_list, count))
                    })?
                }
                _ => return Err(wrong(message!(the_key_in_a_value, key = part).into(), message!(keys_in_tables))),
            };
        }
        *node = Node { place, kind };
        Ok(())
    }

    /// Holds the tree against a JSON Schema, as schemars writes it. Beside errors of the grammar, what lines with such
    /// errors hold is left out, and so are missing keys, which may be theirs.
    #[must_use]
    pub fn check(&self, schema: View) -> SchemaFindings {
        let mut findings = schema_check::check(&self.root, schema);
        if !self.faults.is_empty() {
            let missing = [message!(no_such_key), message!(none_of_the_keys)].map(Argument::from);
            let is_wrong = |place: &Place| place.line().is_some_and(|line| self.wrong.contains(&line));
            findings.problems.retain(|problem| !missing.contains(&problem.found) && !is_wrong(&problem.place));
            findings.problems.extend(self.faults.iter().cloned());
            findings.problems.sort_by_key(|problem| problem.place.line());
        }
        findings
    }

    /// The tree as a value of a type.
    ///
    /// # Errors
    /// The first thing that does not fit.
    pub fn deserialize<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        T::deserialize(self.root.value()).map_err(|error| {
            let found = error.message().trim_start_matches("found ");
            Problem::new(Place::Whole(self.file.clone()), "", found, message!(what_the_schema_says))
        })
    }

    /// Where a key stands, or else the nearest table around it that does.
    #[must_use]
    pub fn place(&self, path: &str) -> Place {
        let mut node = &self.root;
        for part in split(path) {
            match node.child(&part) {
                Some(child) => node = child,
                None => break,
            }
        }
        node.place.clone()
    }

    /// Where the setting with this key comes from.
    #[must_use]
    pub fn origin(&self, path: &str) -> Origin {
        let node = split(path).iter().try_fold(&self.root, |node, part| node.child(part));
        match node.map(|node| &node.place) {
            Some(Place::Option(option)) => Origin::Option(option.to_string()),
            Some(Place::File { line, .. }) => Origin::File { line: *line },
            Some(Place::Whole(_)) | None => Origin::Default,
        }
    }
}
