//! The messages of the files of texts: their ids and arguments, compared between languages and written as Rust types.

#[path = "plurals.rs"]
mod plurals;

use std::collections::BTreeMap;
use std::fmt::Write;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey};

/// How the names of texts of help begin. They are found by the names of verbs, not by a type, and English has none:
/// its help is the doc comments of arguments. `tests/all/help.rs` holds them to the verbs and arguments.
const HELP: &str = "help-";

/// How a message uses an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It is shown.
    Text,
    /// It chooses between singular and plural, and is not shown.
    Count,
    /// It chooses between singular and plural, and is shown as it stands.
    ShownCount,
}

/// The arguments of a message, by name.
pub type Arguments = BTreeMap<String, Kind>;

/// The messages of a language, by id.
pub type Messages = BTreeMap<String, Arguments>;

/// The messages of a file.
///
/// # Errors
/// If the file is no Fluent, has an id twice, or uses a part of Fluent that the program does without.
pub fn messages(source: &str) -> Result<Messages, String> {
    let resource = fluent_syntax::parser::parse(source).map_err(|(_, errors)| format!("{errors:?}"))?;
    let nouns = plurals::nouns(&resource);
    let mut messages = Messages::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) if message.id.name.starts_with(HELP) => {}
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                let arguments = arguments(message).map_err(|problem| format!("{id}: {problem}"))?;
                if let Some(noun) = plurals::fixed(message, &nouns)
                    && !source.contains(&format!("\n{id}_of_one ="))
                {
                    return Err(format!("{id}: a number before {noun:?}, allowed: a choice by [one] and *[other]"));
                }
                if messages.insert(id.clone(), arguments).is_some() {
                    return Err(format!("{id}: stands twice"));
                }
            }
            Entry::Term(term) => return Err(format!("-{}: a term, allowed: messages", term.id.name)),
            _ => {}
        }
    }
    Ok(messages)
}

fn arguments(message: &Message<&str>) -> Result<Arguments, String> {
    if message.id.name.contains('-') {
        return Err("a hyphen, allowed: letters, digits and _".to_owned());
    }
    if !message.attributes.is_empty() {
        return Err("has an attribute, allowed: a text".to_owned());
    }
    let mut arguments = Arguments::new();
    let text = message.value.as_ref().ok_or("has no text")?;
    of_pattern(text, &mut arguments)?;
    Ok(arguments)
}

fn of_pattern(pattern: &Pattern<&str>, arguments: &mut Arguments) -> Result<(), String> {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, arguments)?;
        }
    }
    Ok(())
}

fn of_expression(expression: &Expression<&str>, arguments: &mut Arguments) -> Result<(), String> {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { .. }) => Ok(()),
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            used(id.name, Kind::Text, arguments);
            Ok(())
        }
        Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
            let counts = variants.iter().all(is_plural);
            used(id.name, if counts { Kind::Count } else { Kind::Text }, arguments);
            variants.iter().try_for_each(|variant| of_pattern(&variant.value, arguments))
        }
        other => Err(format!("{other:?}, allowed: arguments and choices by an argument")),
    }
}

/// Whether a variant is chosen by a number or by its plural category.
fn is_plural(variant: &Variant<&str>) -> bool {
    match variant.key {
        VariantKey::Identifier { name } => ["zero", "one", "two", "few", "many", "other"].contains(&name),
        VariantKey::NumberLiteral { .. } => true,
    }
}

fn used(name: &str, kind: Kind, arguments: &mut Arguments) {
    let known = arguments.entry(name.to_owned()).or_insert(kind);
    if *known != kind {
        *known = Kind::ShownCount;
    }
}

/// All messages, with the arguments that some language uses. A language need not use a count: its noun may not change.
///
/// # Errors
/// If a language lacks a message that another has, or shows other arguments.
pub fn all(languages: &BTreeMap<String, Messages>) -> Result<Messages, String> {
    let mut all = Messages::new();
    for (id, arguments) in languages.values().flatten() {
        let known: &mut Arguments = all.entry(id.clone()).or_default();
        for (name, kind) in arguments {
            used(name, *kind, known);
        }
    }
    for (language, messages) in languages {
        for (id, arguments) in &all {
            let own = messages.get(id).ok_or_else(|| format!("{language}: {id}: is missing"))?;
            let lost = arguments.iter().find(|(name, kind)| **kind != Kind::Count && !own.contains_key(*name));
            if let Some((name, _)) = lost {
                return Err(format!("{language}: {id}: ${name} is missing"));
            }
        }
    }
    Ok(all)
}

/// A Rust type for each message, with a field for each argument.
pub fn types(messages: &Messages) -> String {
    let mut types = String::new();
    for (id, arguments) in messages {
        let fields = arguments.iter().map(|(name, kind)| match kind {
            Kind::Text => format!("pub {name}: Argument"),
            Kind::Count | Kind::ShownCount => format!("pub {name}: Count"),
        });
        let values = arguments.iter().map(|(name, kind)| match kind {
            Kind::Text => format!("({name:?}, self.{name})"),
            Kind::Count | Kind::ShownCount => format!("({name:?}, Argument::Count(self.{name}))"),
        });
        let [fields, values] = [fields.collect::<Vec<_>>().join(", "), values.collect::<Vec<_>>().join(", ")];
        let constant = if arguments.is_empty() { "const " } else { "" };
        let list = if arguments.is_empty() { "Vec::new()".to_owned() } else { format!("vec![{values}]") };
        // Writing to a string does not fail.
        let _ = writeln!(
            types,
            "pub struct {id} {{ {fields} }}\n\
             impl {id} {{ pub {constant}fn message(self) -> Message {{ Message::new({id:?}, {list}) }} }}"
        );
    }
    types
}
