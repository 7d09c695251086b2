//! Values and what is allowed in their place, in words.

use indexmap::IndexSet;
use serde_json::Value;

use crate::config::document::tree::{Kind, Node};
use crate::config::schema_view::{Forms, View};
use crate::units::{Month, in_short};

/// An amount that is refused and greater than this, in million kronor, is one in kronor.
const KRONOR: f64 = 1e5;

/// Whether a value has the kind, range and word that a schema asks for; tables and arrays are looked into later.
pub(super) fn fits(node: &Node, schema: View) -> bool {
    if let Kind::Table(_) = node.kind {
        return schema.is_table();
    }
    let choices = schema.choices();
    if !choices.is_empty() && schema.kind().is_none() {
        return choices.into_iter().any(|choice| fits(node, choice));
    }
    if schema.get("const").or_else(|| schema.get("enum")).is_some() {
        return matches!(&node.kind, Kind::Text(text) if schema.words().contains(&text.as_str()));
    }
    let is = |name: &str| schema.kind().is_none_or(|kind| kind == name);
    match &node.kind {
        #[allow(clippy::cast_precision_loss, reason = "compared with bounds below 2^53")]
        Kind::Integer(number) => (is("integer") || is("number")) && in_range(*number as f64, schema),
        Kind::Float(number) => is("number") && number.is_finite() && in_range(*number, schema),
        Kind::Text(text) if is_month(schema) => Month::try_from(text.clone()).is_ok(),
        Kind::Text(text) => is("string") && length_fits(text.chars().count(), schema, "Length"),
        Kind::Boolean(_) => is("boolean"),
        Kind::Array(items) => is("array") && length_fits(items.len(), schema, "Items"),
        Kind::Table(_) | Kind::Date(_) | Kind::Beyond(_) => false,
    }
}

fn is_month(schema: View) -> bool {
    schema.get("format").is_some_and(|format| format == "month")
}

/// What a schema allows, in words.
pub(super) fn allowed(schema: View) -> String {
    let choices = schema.choices();
    if !choices.is_empty() && schema.kind().is_none() {
        let words: IndexSet<String> = choices.into_iter().map(allowed).collect();
        return words.into_iter().collect::<Vec<_>>().join(", ");
    }
    let words = schema.words();
    if !words.is_empty() {
        return quoted(&words);
    }
    match schema.kind() {
        Some("number") => format!("a number{}", range(schema)),
        Some("integer") => format!("a whole number{}", range(schema)),
        Some("boolean") => "true or false".to_owned(),
        Some("array") => {
            let count = length(schema, "Items").map_or_else(String::new, |count| format!(" of {count} items"));
            format!("a list{count}, each {}", schema.item().map_or_else(String::new, allowed))
        }
        Some("object") => "a table".to_owned(),
        _ => match length(schema, "Length") {
            None if is_month(schema) => "a month in quotes, as \"2021-12\", from 1800-01 to 2300-12".to_owned(),
            Some(count) => format!("a text of {count} letters"),
            None => "a text in quotes".to_owned(),
        },
    }
}

/// Words in quotes.
pub(super) fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}

/// The keys that each form of a table needs.
pub(super) fn in_words(forms: &Forms) -> String {
    let needs = forms.all.iter().map(|form| form.required().collect::<Vec<_>>().join(" and "));
    needs.collect::<Vec<_>>().join(", or ")
}

fn in_range(number: f64, schema: View) -> bool {
    let bound = |name: &str| schema.get(name).and_then(Value::as_f64);
    bound("minimum").is_none_or(|low| number >= low) && bound("maximum").is_none_or(|high| number <= high)
}

fn range(schema: View) -> String {
    match (schema.get("minimum"), schema.get("maximum")) {
        (Some(low), Some(high)) => format!(" from {low} to {high}"),
        (Some(low), None) => format!(" of at least {low}"),
        (None, Some(high)) => format!(" of at most {high}"),
        (None, None) => String::new(),
    }
}

fn bounds(schema: View, what: &str) -> [Option<u64>; 2] {
    ["min", "max"].map(|end| schema.get(&format!("{end}{what}")).and_then(Value::as_u64))
}

fn length_fits(count: usize, schema: View, what: &str) -> bool {
    let [low, high] = bounds(schema, what);
    low.is_none_or(|low| count as u64 >= low) && high.is_none_or(|high| count as u64 <= high)
}

fn length(schema: View, what: &str) -> Option<String> {
    match bounds(schema, what) {
        [Some(low), Some(high)] => Some(format!("{low} to {high}")),
        [Some(low), None] => Some(format!("at least {low}")),
        [None, Some(high)] => Some(format!("at most {high}")),
        [None, None] => None,
    }
}

/// A value, for a message.
pub(super) fn describe(kind: &Kind) -> String {
    match kind {
        Kind::Integer(number) => number.to_string(),
        Kind::Float(number) => in_short(*number),
        Kind::Text(text) if text.chars().count() > 60 => "a long text".to_owned(),
        Kind::Text(text) => format!("the text \"{}\"", text.escape_debug()),
        Kind::Boolean(flag) => flag.to_string(),
        Kind::Date(date) => format!("the date {date}"),
        Kind::Beyond(number) if number.len() > 40 => "a number of very many digits".to_owned(),
        Kind::Beyond(number) => format!("the number {number}"),
        Kind::Array(items) => format!("a list of {} items", items.len()),
        Kind::Table(_) => "a table".to_owned(),
    }
}

/// How a value of the wrong kind may have been meant.
pub(super) fn hint(key: &str, node: &Node, schema: View) -> Option<String> {
    let number = match node.kind {
        #[allow(clippy::cast_precision_loss, reason = "compared with bounds below 2^53")]
        Kind::Integer(number) => Some(number as f64),
        Kind::Float(number) => Some(number),
        _ => None,
    };
    let maximum = schema.get("maximum").and_then(Value::as_f64);
    let wants_number = matches!(schema.kind(), Some("number" | "integer"));
    match &node.kind {
        Kind::Text(text) if wants_number && text.parse::<f64>().is_ok() => {
            Some(format!("write {text}, without quotes"))
        }
        Kind::Text(text) if wants_number => {
            let point = text.replace(',', ".");
            point.parse::<f64>().is_ok().then(|| format!("write {point}, with a point and without quotes"))
        }
        Kind::Date(date) => Some(format!("write \"{date}\", in quotes")),
        _ if number.is_some_and(|number| number.abs() > KRONOR) && in_mnkr(key) => {
            Some("it looks like kronor where million kronor are meant".to_owned())
        }
        _ if number.is_some_and(|number| number > 0.0) && maximum == Some(0.0) => {
            Some("costs are negative, as in the plan's tables".to_owned())
        }
        _ if number.is_some() && maximum == Some(1.0) => {
            Some("shares, rates and probabilities are fractions: 0.85 is 85 %".to_owned())
        }
        _ => None,
    }
}

/// Whether a key holds amounts in million kronor, or is within a table of such.
fn in_mnkr(key: &str) -> bool {
    key.split('.').any(|part| part.ends_with("_mnkr"))
}
