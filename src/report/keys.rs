//! The keys of the configuration explained, from its schema: the text of `docs/office/config.md`, which so cannot drift.

use std::fmt::Write;

use serde_json::Value;

use crate::stats::figure::REGION;
use crate::study::names::{Figure, SHORTHANDS, Shorthand};

/// The Markdown page of a configuration's schema.
#[must_use]
pub fn markdown(schema: &Value) -> String {
    let mut page = Page { schema, shown: Vec::new(), text: INTRODUCTION.to_owned() };
    page.section(schema, "");
    page.text + &shorthands()
}

const INTRODUCTION: &str = "# The configuration, key by key

Made from the schema by `skans schema --markdown`. A file is TOML; unknown keys are errors. Months are written as `\"2021-12\"` and
stand for their last day; rates, shares and probabilities are fractions (0.045 is 4.5 %); amounts are in million kronor where a key
ends in `_mnkr`.
";

/// The short names of figures.
fn shorthands() -> String {
    let mut text = "\n## Names of figures

In `[limits]`, `--fail-if`, `--precision` and `--target` a figure is called by its path in `summary.json`,
`pools.long.breach.ex_post.y10`. Of the pool with the dynamic rule the path may begin within the pool, `breach.ex_post.y10`; and some
figures have shorthands: of a pool, N being a number of years to the horizon, before which another pool may stand, `pools.medium.`, or
`total.`; and of the region, N being a calendar year.

| shorthand | figure | meaning |
|---|---|---|
"
    .to_owned();
    for Shorthand { short, figure, meaning } in SHORTHANDS {
        let path = figure.path();
        let figure = match figure {
            Figure::Pool(_) => path,
            Figure::Region(_) => format!("{REGION}.{path}"),
        };
        let _ = writeln!(text, "| `{short}` | `{figure}` | {meaning} |");
    }
    text
}

struct Page<'a> {
    schema: &'a Value,
    /// Tables explained so far, with their paths: one that comes again is not explained again.
    shown: Vec<(&'a Value, String)>,
    text: String,
}

impl<'a> Page<'a> {
    /// The keys of one table, then those of the tables in it.
    fn section(&mut self, table: &'a Value, path: &str) {
        let Some(Value::Object(keys)) = table.get("properties") else { return };
        self.shown.push((table, path.to_owned()));
        let required =
            |key: &str| table["required"].as_array().is_some_and(|names| names.iter().any(|name| name == key));
        let title = if path.is_empty() { "Top level".to_owned() } else { format!("`[{path}]`") };
        // Writing to a string does not fail.
        let _ = writeln!(self.text, "\n## {title}\n");
        if !path.is_empty() {
            let _ = writeln!(self.text, "{}\n", text(table));
        }
        let _ = writeln!(self.text, "| key | allowed | default | meaning |\n|---|---|---|---|");
        for (key, value) in keys {
            let target = resolve(self.schema, value);
            let default = match value.get("default").or_else(|| target.get("default")) {
                _ if required(key) => "**required**".to_owned(),
                Some(default) if !default.is_object() && !default.is_null() => format!("`{default}`"),
                _ => String::new(),
            };
            let meaning = if text(value).is_empty() { text(target) } else { text(value) };
            let again = tables(self.schema, value).and_then(|(inner, _)| self.shown_at(inner));
            let again = again.map_or_else(String::new, |path| format!(" Keys as in `[{path}]`."));
            let _ = writeln!(self.text, "| `{key}` | {} | {default} | {meaning}{again} |", allowed(self.schema, value));
        }
        for (key, value) in keys {
            if let Some((inner, suffix)) = tables(self.schema, value)
                && self.shown_at(inner).is_none()
            {
                let below = if path.is_empty() { format!("{key}{suffix}") } else { format!("{path}.{key}{suffix}") };
                self.section(inner, &below);
            }
        }
    }

    fn shown_at(&self, table: &Value) -> Option<&str> {
        self.shown.iter().find(|(shown, _)| std::ptr::eq(*shown, table)).map(|(_, path)| path.as_str())
    }
}

/// The table that a key holds, with what follows its name in its path.
fn tables<'a>(schema: &'a Value, value: &'a Value) -> Option<(&'a Value, &'static str)> {
    let target = resolve(schema, value);
    if target.get("properties").is_some() {
        return Some((target, ""));
    }
    let inner = |name: &str| {
        target.get(name).map(|inner| resolve(schema, inner)).filter(|inner| inner.get("properties").is_some())
    };
    let choices = target.get("anyOf").and_then(Value::as_array).into_iter().flatten();
    if let Some(table) = choices.map(|choice| resolve(schema, choice)).find(|choice| choice.get("properties").is_some())
    {
        return Some((table, ""));
    }
    inner("additionalProperties").map(|table| (table, ".NAME")).or_else(|| inner("items").map(|table| (table, "[]")))
}

/// What a reference points to; the part that is not null of an optional value.
fn resolve<'a>(schema: &'a Value, value: &'a Value) -> &'a Value {
    if let Some(name) = value.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/")) {
        return resolve(schema, &schema["$defs"][name]);
    }
    let choices = value.get("anyOf").and_then(Value::as_array);
    match choices.map(|choices| choices.iter().filter(|choice| choice["type"] != "null").collect::<Vec<_>>()) {
        Some(choices) if choices.len() == 1 => resolve(schema, choices[0]),
        _ => value,
    }
}

/// The values allowed, in words.
fn allowed(schema: &Value, value: &Value) -> String {
    let target = resolve(schema, value);
    if let Some(choices) = target.get("oneOf").or_else(|| target.get("anyOf")).and_then(Value::as_array) {
        let words: Vec<String> = choices.iter().map(|choice| allowed(schema, choice)).collect();
        return words.join(", ");
    }
    if let Some(constant) = target.get("const") {
        return format!("`{constant}`");
    }
    if let Some(words) = target.get("enum").and_then(Value::as_array) {
        return words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    }
    let kind = match &target["type"] {
        Value::Array(kinds) => kinds[0].as_str().unwrap_or_default(),
        kind => kind.as_str().unwrap_or_default(),
    };
    match kind {
        "number" => format!("a number{}", range(target)),
        "integer" => format!("a whole number{}", range(target)),
        "boolean" => "`true`, `false`".to_owned(),
        "array" => format!("a list: {}", allowed(schema, &target["items"])),
        "object" => "a table".to_owned(),
        _ => "a text".to_owned(),
    }
}

fn range(value: &Value) -> String {
    match (value.get("minimum"), value.get("maximum")) {
        (Some(low), Some(high)) => format!(" from {low} to {high}"),
        (Some(low), None) => format!(" of at least {low}"),
        (None, Some(high)) => format!(" of at most {high}"),
        (None, None) => String::new(),
    }
}

/// A description on one line, fit for a table's cell.
fn text(value: &Value) -> String {
    let description = value.get("description").and_then(Value::as_str).unwrap_or_default();
    description.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}
