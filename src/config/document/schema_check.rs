//! Holds a document against a JSON Schema, and says in words what differs.

mod words;

use indexmap::IndexMap;
use schemars::JsonSchema;

use super::path::{below, split};
use super::tree::{Node, ValueKind};
use crate::config::problem::{Place, Problem};
use crate::config::schema_view::{Forms, View};
use crate::config::warning::Warning;
use crate::texts::{Argument, Message, did_you_mean, message};
use words::{
    allowed, alternatives, decimal, describe, fits, hint, in_words, length, length_fits, percentage_meant, quoted,
    unusual, unusual_option,
};

/// Problems and warnings of a document that is held against its schema; each in the file's order.
#[derive(Debug, Default)]
pub struct SchemaFindings {
    /// Values and keys that are refused.
    pub problems: Vec<Problem>,
    /// Values that are allowed but unusual.
    pub warnings: Vec<Warning>,
}

/// The values that a type allows, in words.
#[must_use]
pub fn allowed_of<T: JsonSchema>() -> Argument {
    allowed(View::of(&schemars::schema_for!(T).to_value()))
}

/// How the number of an option is read, where it is allowed at a place of the schema but unusual there.
#[must_use]
pub fn unusual_at(place: View, text: &str) -> Option<Message> {
    unusual_option(text, place)
}

/// How a number that an option does not allow may have been meant: as a percentage, if that is usual of the place.
#[must_use]
pub fn percentage_at(place: View, text: &str) -> Option<Message> {
    percentage_meant(text.parse().ok()?, place)
}

/// Holds a tree against its schema.
pub(super) fn check(root: &Node, schema: View) -> SchemaFindings {
    let mut checker = Checker { found: SchemaFindings::default(), chosen: Vec::new() };
    checker.node("", root, schema);
    checker.found
}

struct Checker<'a> {
    found: SchemaFindings,
    /// The forms chosen of the tables around.
    chosen: Vec<FormChoice<'a>>,
}

/// The form that a table has.
struct FormChoice<'a> {
    /// The number of names in the table's path.
    depth: usize,
    forms: Forms<'a>,
    form: View<'a>,
    /// What tells the form: `kind = "static"`, or the first of its keys.
    by: String,
}

/// The keys that a table may have, and must have.
#[derive(Default)]
struct Keys<'a> {
    known: IndexMap<&'a str, View<'a>>,
    /// The keys that must be given, each with what asks for it, if that is the table's form.
    required: Vec<(&'a str, Option<String>)>,
    /// What may stand under any other name.
    named: Option<View<'a>>,
    closed: bool,
}

impl<'a> Checker<'a> {
    fn problem(
        &mut self,
        key: &str,
        node: &Node,
        found: impl Into<Argument>,
        allowed: impl Into<Argument>,
        hint: Option<Message>,
    ) {
        let problem = Problem::new(node.place.clone(), key, found, allowed);
        self.found.problems.push(Problem { hint: hint.map(Argument::from), ..problem });
    }

    fn node(&mut self, key: &str, node: &Node, schema: View<'a>) {
        if !fits(node, schema) {
            return self.misfit(key, node, schema);
        }
        match &node.kind {
            ValueKind::Table(table) => self.table(key, node, table, schema),
            ValueKind::Array(items) => {
                if let Some(inner) = schema.item() {
                    for (index, item) in items.iter().enumerate() {
                        let before = self.found.problems.len();
                        self.node(&below(key, &index.to_string()), item, inner);
                        let decimal = index.checked_sub(1).and_then(|last| decimal(&items[last], item, inner));
                        if let (Some(problem), Some(hint)) = (self.found.problems.get_mut(before), decimal) {
                            problem.hint = Some(hint.into());
                        }
                    }
                }
            }
            _ => self
                .found
                .warnings
                .extend(unusual(node, schema).map(|text| Warning::new(node.place.clone(), key, text))),
        }
    }

    /// A value of the wrong kind, range or word.
    fn misfit(&mut self, key: &str, node: &Node, schema: View<'a>) {
        let choices = schema.choices();
        if choices.is_empty() || schema.kind().is_some() {
            return self.problem(key, node, describe(&node.kind), allowed(schema), hint(key, node, schema));
        }
        let words = alternatives(schema);
        let words = if words.len() > 1 { message!(one_of, names = words).into() } else { Argument::from(words) };
        let near = match &node.kind {
            ValueKind::Text(text) => did_you_mean(text, schema.words(), '"'),
            _ => None,
        };
        self.problem(key, node, describe(&node.kind), words, near);
    }

    fn table(&mut self, key: &str, node: &Node, table: &IndexMap<String, Node>, schema: View<'a>) {
        let around = self.chosen.len();
        let mut keys = Keys::default();
        self.gather(key, node, table, (schema, None), &mut keys);
        for (name, value) in table {
            let path = below(key, name);
            match keys.known.get(name.as_str()).copied().or(keys.named) {
                Some(inner) => {
                    let before = self.found.problems.len();
                    self.node(&path, value, inner);
                    if !keys.known.contains_key(name.as_str()) {
                        self.new_name(before, (&path, name), value, table);
                    }
                }
                None if keys.closed => self.unknown(&path, name, value, &keys),
                None => {}
            }
        }
        if let Some(count) = length(schema, "Properties").filter(|_| !length_fits(table.len(), schema, "Properties")) {
            let names: Vec<&str> = keys.known.keys().copied().collect();
            let (found, allowed) = match keys.named {
                None => (message!(none_of_the_keys), Argument::from(names.join(", "))),
                Some(_) => (message!(some_tables, number = table.len()), message!(tables_allowed, count, key).into()),
            };
            self.problem(key, node, found, allowed, None);
        }
        for (name, by) in keys.required {
            if !table.contains_key(name) {
                let allowed = keys.known.get(name).map_or_else(|| "".into(), |inner| allowed(*inner));
                let hint = by.map(|by| message!(needs_it, by));
                self.problem(&below(key, name), node, message!(no_such_key), allowed, hint);
            }
        }
        self.chosen.truncate(around);
    }

    /// A name of which an option has made a table that lacks keys was meant for one that stands in the file.
    fn new_name(&mut self, before: usize, (path, name): (&str, &str), node: &Node, table: &IndexMap<String, Node>) {
        let missing = Argument::from(message!(no_such_key));
        let is_new = matches!((&node.place, &node.kind), (Place::Option(_), ValueKind::Table(_)));
        let given = table.iter().filter(|(_, other)| matches!(other.place, Place::File { .. }));
        let names: Vec<&str> = given.map(|(name, _)| name.as_str()).collect();
        if is_new && !names.is_empty() && self.found.problems[before..].iter().any(|problem| problem.found == missing) {
            self.found.problems.truncate(before);
            let hint = did_you_mean(name, names.iter().copied(), '`');
            self.problem(path, node, message!(a_name_without_keys), names.join(", "), hint);
        }
    }

    /// The keys of the form that a table has, then those of all forms. `by` is what told that it has this form.
    fn gather(
        &mut self,
        key: &str,
        node: &Node,
        table: &IndexMap<String, Node>,
        (schema, by): (View<'a>, Option<String>),
        keys: &mut Keys<'a>,
    ) {
        let mut decided = true;
        if let Some(forms) = schema.forms() {
            if let Some((form, by)) = self.form(key, node, table, &forms) {
                let depth = if key.is_empty() { 0 } else { split(key).len() };
                let only = forms.all.len() == 1 && forms.tag.is_none();
                self.chosen.push(FormChoice { depth, forms, form, by: by.clone() });
                self.gather(key, node, table, (form, (!only).then_some(by)), keys);
            } else {
                decided = false;
            }
        }
        keys.known.extend(schema.keys());
        keys.required.extend(schema.required().map(|name| (name, by.clone())));
        keys.named = keys.named.or_else(|| schema.named());
        // Other keys may be those of the form that is not known yet.
        keys.closed = decided && (keys.closed || schema.is_closed());
    }

    /// The form that a table has: the one that its tag names, or the one with the most of its keys.
    fn form(
        &mut self,
        key: &str,
        node: &Node,
        table: &IndexMap<String, Node>,
        forms: &Forms<'a>,
    ) -> Option<(View<'a>, String)> {
        let Some(tag) = forms.tag else { return self.form_by_keys(key, node, table, forms) };
        let names = forms.names();
        let path = below(key, tag);
        let Some(value) = table.get(tag) else {
            self.problem(&path, node, message!(no_such_key), quoted(&names), None);
            return None;
        };
        let text = if let ValueKind::Text(text) = &value.kind { text.as_str() } else { "" };
        let form = forms.all.iter().find(|form| forms.name(**form) == Some(text)).copied();
        if form.is_none() {
            let allowed = message!(one_of, names = quoted(&names));
            self.problem(&path, value, describe(&value.kind), allowed, did_you_mean(text, names, '"'));
        }
        form.map(|form| (form, format!("{tag} = \"{text}\"")))
    }

    fn form_by_keys(
        &mut self,
        key: &str,
        node: &Node,
        table: &IndexMap<String, Node>,
        forms: &Forms<'a>,
    ) -> Option<(View<'a>, String)> {
        let given = |form: &View<'a>| -> Vec<&'a str> {
            form.keys().into_keys().filter(|name| table.contains_key(*name)).collect()
        };
        // The first of those with the most keys.
        let form = forms.all.iter().rev().max_by_key(|form| given(form).len()).copied()?;
        let first = given(&form).first().copied();
        if forms.all.len() > 1 && first.is_none() {
            self.problem(key, node, message!(none_of_the_keys), in_words(forms), None);
            return None;
        }
        Some((form, first.unwrap_or_default().to_owned()))
    }

    /// A key that the table does not have: it may be one of another form, of this table or of one around it.
    fn unknown(&mut self, path: &str, name: &str, value: &Node, keys: &Keys<'a>) {
        let names: Vec<&str> = keys.known.keys().copied().collect();
        let parts = split(path);
        let elsewhere = self.chosen.iter().rev().find_map(|choice| {
            let has = |other: &&View| !other.is(choice.form) && other.find(&parts[choice.depth..]).is_some();
            let others: Vec<View> = choice.forms.all.iter().filter(has).copied().collect();
            (!others.is_empty()).then_some((choice, others))
        });
        let (found, allowed, hint) = match elsewhere {
            Some((FormChoice { forms: forms @ Forms { tag: Some(tag), .. }, by, .. }, others)) => {
                let others: Vec<&str> = others.iter().filter_map(|other| forms.name(*other)).collect();
                let hint = message!(goes_with, key = name, tag = *tag, values = quoted(&others));
                (message!(a_key_not_had, by), names.join(", ").into(), Some(hint))
            }
            Some((FormChoice { forms, by, .. }, _)) => {
                (message!(beside, one = name, other = by), in_words(forms), None)
            }
            None => {
                let hint = did_you_mean(name, names.iter().copied(), '`');
                (message!(an_unknown_key), Argument::from(names.join(", ")), hint)
            }
        };
        self.problem(path, value, found, allowed, hint);
    }
}
