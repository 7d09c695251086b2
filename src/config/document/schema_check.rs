//! Holds a document against a JSON Schema, and says in words what differs.

use serde_json::Value as Schema;

use super::{Kind, Node, Problem};
use crate::config::problem::nearest;
use crate::units::in_short;

/// All problems of a tree, in its order.
pub(super) fn check(root: &Node, schema: &Schema) -> Vec<Problem> {
    let mut checker = Checker { whole: schema, problems: Vec::new() };
    checker.node("", root, schema);
    checker.problems
}

/// An amount that is refused and greater than this, in million kronor, is one in kronor.
const KRONOR: f64 = 1e5;

struct Checker<'a> {
    whole: &'a Schema,
    problems: Vec<Problem>,
}

impl<'a> Checker<'a> {
    fn problem(&mut self, key: &str, node: &Node, found: String, allowed: String, hint: Option<String>) {
        self.problems.push(Problem { place: node.place.clone(), key: key.to_owned(), found, allowed, hint });
    }

    /// What a reference points to; of an optional value the part that is not null.
    fn resolve(&self, schema: &'a Schema) -> &'a Schema {
        if let Some(name) = schema.get("$ref").and_then(Schema::as_str).and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.resolve(&self.whole["$defs"][name]);
        }
        let present: Option<Vec<&Schema>> = schema
            .get("anyOf")
            .and_then(Schema::as_array)
            .map(|choices| choices.iter().filter(|choice| choice["type"] != "null").collect());
        match present {
            Some(choices) if choices.len() == 1 => self.resolve(choices[0]),
            _ => schema,
        }
    }

    fn node(&mut self, key: &str, node: &Node, schema: &'a Schema) {
        let schema = self.resolve(schema);
        if let Some(choices) = schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Schema::as_array) {
            self.choice(key, node, choices);
            return;
        }
        if !Self::fits(node, schema) {
            let hint = hint(key, node, schema);
            self.problem(key, node, describe(&node.kind), self.allowed(schema), hint);
            return;
        }
        match &node.kind {
            Kind::Table(table) => self.table(key, node, table, schema),
            Kind::Array(items) => {
                if let Some(inner) = schema.get("items") {
                    for (index, item) in items.iter().enumerate() {
                        self.node(&below(key, &index.to_string()), item, inner);
                    }
                }
            }
            _ => {}
        }
    }

    fn choice(&mut self, key: &str, node: &Node, choices: &'a [Schema]) {
        let resolved: Vec<&'a Schema> = choices.iter().map(|choice| self.resolve(choice)).collect();
        let any = resolved.iter().any(|choice| match choice.get("oneOf").and_then(Schema::as_array) {
            Some(inner) => inner.iter().any(|inner| Self::fits(node, self.resolve(inner))),
            None => Self::fits(node, choice),
        });
        if any {
            let table = resolved.iter().find(|choice| choice["type"] == "object");
            if let (Kind::Table(table), Some(choice)) = (&node.kind, table) {
                self.table(key, node, table, choice);
            }
            return;
        }
        let words: Vec<String> = resolved.iter().map(|choice| self.allowed(choice)).collect();
        let nearest = match &node.kind {
            Kind::Text(text) => nearest(text, resolved.iter().flat_map(|choice| words_of(choice))),
            _ => None,
        };
        let allowed = if words.len() > 1 { format!("one of: {}", words.join(", ")) } else { words.join(", ") };
        self.problem(key, node, describe(&node.kind), allowed, nearest.map(|word| format!("did you mean \"{word}\"?")));
    }

    fn table(&mut self, key: &str, node: &Node, table: &indexmap::IndexMap<String, Node>, schema: &'a Schema) {
        let properties = schema.get("properties").and_then(Schema::as_object);
        for (name, value) in table {
            let path = below(key, name);
            match (properties.and_then(|properties| properties.get(name)), schema.get("additionalProperties")) {
                (Some(inner), _) => self.node(&path, value, inner),
                (None, Some(inner)) if inner.is_object() => self.node(&path, value, inner),
                (None, Some(Schema::Bool(false))) => {
                    let names: Vec<&str> =
                        properties.iter().flat_map(|names| names.keys().map(String::as_str)).collect();
                    let hint = nearest(name, names.iter().copied()).map(|name| format!("did you mean `{name}`?"));
                    self.problem(&path, value, "an unknown key".to_owned(), names.join(", "), hint);
                }
                _ => {}
            }
        }
        for name in schema.get("required").and_then(Schema::as_array).into_iter().flatten().filter_map(Schema::as_str) {
            if !table.contains_key(name) {
                let inner = properties.and_then(|properties| properties.get(name));
                let allowed = inner.map_or_else(String::new, |inner| self.allowed(self.resolve(inner)));
                self.problem(&below(key, name), node, "no such key".to_owned(), allowed, None);
            }
        }
    }

    /// Whether a value has the kind, range and word that a schema asks for; tables and arrays are looked into later.
    fn fits(node: &Node, schema: &Schema) -> bool {
        if let Some(constant) = schema.get("const") {
            return matches!(&node.kind, Kind::Text(text) if constant == text.as_str());
        }
        if let Some(words) = schema.get("enum").and_then(Schema::as_array) {
            return matches!(&node.kind, Kind::Text(text) if words.iter().any(|word| word == text.as_str()));
        }
        let is = |name: &str| match &schema["type"] {
            Schema::String(kind) => kind == name,
            Schema::Array(kinds) => kinds.iter().any(|kind| kind == name),
            _ => true,
        };
        match &node.kind {
            #[allow(clippy::cast_precision_loss, reason = "compared with bounds below 2^53")]
            Kind::Integer(number) => (is("integer") || is("number")) && in_range(*number as f64, schema),
            Kind::Float(number) => is("number") && number.is_finite() && in_range(*number, schema),
            Kind::Text(text) => is("string") && length_fits(text.chars().count(), schema, "Length"),
            Kind::Boolean(_) => is("boolean"),
            Kind::Array(items) => is("array") && length_fits(items.len(), schema, "Items"),
            Kind::Table(_) => is("object"),
            Kind::Date(_) | Kind::Beyond(_) => false,
        }
    }

    /// What a schema allows, in words.
    fn allowed(&self, schema: &'a Schema) -> String {
        let schema = self.resolve(schema);
        let words = words_of(schema);
        if !words.is_empty() {
            return words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
        }
        let kind = match &schema["type"] {
            Schema::Array(kinds) => kinds.iter().find(|kind| **kind != "null").and_then(Schema::as_str),
            kind => kind.as_str(),
        };
        match kind {
            Some("number") => format!("a number{}", range(schema)),
            Some("integer") => format!("a whole number{}", range(schema)),
            Some("boolean") => "true or false".to_owned(),
            Some("array") => {
                let count = length(schema, "Items").map_or_else(String::new, |count| format!(" of {count} items"));
                format!("a list{count}, each {}", self.allowed(&schema["items"]))
            }
            Some("object") => "a table".to_owned(),
            _ => match (schema.get("description").and_then(Schema::as_str), length(schema, "Length")) {
                (Some(text), None) if text.contains("YYYY") => "a month in quotes, as \"2021-12\"".to_owned(),
                (_, Some(count)) => format!("a text of {count} letters"),
                _ => "a text in quotes".to_owned(),
            },
        }
    }
}

fn below(key: &str, name: &str) -> String {
    let name = if name.contains('.') { format!("\"{name}\"") } else { name.to_owned() };
    if key.is_empty() { name } else { format!("{key}.{name}") }
}

fn in_range(number: f64, schema: &Schema) -> bool {
    let bound = |name: &str| schema.get(name).and_then(Schema::as_f64);
    bound("minimum").is_none_or(|low| number >= low) && bound("maximum").is_none_or(|high| number <= high)
}

fn range(schema: &Schema) -> String {
    match (schema.get("minimum"), schema.get("maximum")) {
        (Some(low), Some(high)) => format!(" from {low} to {high}"),
        (Some(low), None) => format!(" of at least {low}"),
        (None, Some(high)) => format!(" of at most {high}"),
        (None, None) => String::new(),
    }
}

fn bounds(schema: &Schema, what: &str) -> [Option<u64>; 2] {
    ["min", "max"].map(|end| schema.get(format!("{end}{what}")).and_then(Schema::as_u64))
}

fn length_fits(count: usize, schema: &Schema, what: &str) -> bool {
    let [low, high] = bounds(schema, what);
    low.is_none_or(|low| count as u64 >= low) && high.is_none_or(|high| count as u64 <= high)
}

fn length(schema: &Schema, what: &str) -> Option<String> {
    match bounds(schema, what) {
        [Some(low), Some(high)] => Some(format!("{low} to {high}")),
        [Some(low), None] => Some(format!("at least {low}")),
        [None, Some(high)] => Some(format!("at most {high}")),
        [None, None] => None,
    }
}

/// The words that a schema allows.
fn words_of(schema: &Schema) -> Vec<&str> {
    if let Some(word) = schema.get("const").and_then(Schema::as_str) {
        return vec![word];
    }
    if let Some(words) = schema.get("enum").and_then(Schema::as_array) {
        return words.iter().filter_map(Schema::as_str).collect();
    }
    schema.get("oneOf").and_then(Schema::as_array).into_iter().flatten().flat_map(words_of).collect()
}

fn describe(kind: &Kind) -> String {
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
fn hint(key: &str, node: &Node, schema: &Schema) -> Option<String> {
    let number = match node.kind {
        #[allow(clippy::cast_precision_loss, reason = "compared with bounds below 2^53")]
        Kind::Integer(number) => Some(number as f64),
        Kind::Float(number) => Some(number),
        _ => None,
    };
    let maximum = schema.get("maximum").and_then(Schema::as_f64);
    let wants_number = ["number", "integer"].iter().any(|kind| schema["type"] == *kind);
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
