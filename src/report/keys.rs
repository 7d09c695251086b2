//! The keys of the configuration explained, from its schema: the text of `docs/config.md`, which so cannot drift.

use std::fmt::Write;

use serde_json::Value;

/// The Markdown page of a configuration's schema.
#[must_use]
pub fn markdown(schema: &Value) -> String {
    let mut page = String::from(
        "# The configuration, key by key\n\n\
         Made from the schema by `skans schema --markdown`. A file is TOML; unknown keys are errors. Months are written as \
         `\"2021-12\"` and stand for their last day; rates, shares and probabilities are fractions (0.045 is 4.5 %); amounts are in \
         million kronor where a key ends in `_mnkr`.\n",
    );
    section(&mut page, schema, schema, "");
    page
}

/// The keys of one table, then those of the tables in it.
fn section(page: &mut String, schema: &Value, table: &Value, path: &str) {
    let Some(Value::Object(keys)) = table.get("properties") else { return };
    let required = |key: &str| table["required"].as_array().is_some_and(|names| names.iter().any(|name| name == key));
    let title = if path.is_empty() { "Top level".to_owned() } else { format!("`[{path}]`") };
    // Writing to a string does not fail.
    let _ = writeln!(page, "\n## {title}\n");
    if !path.is_empty() {
        let _ = writeln!(page, "{}\n", text(table));
    }
    let _ = writeln!(page, "| key | allowed | default | meaning |\n|---|---|---|---|");
    for (key, value) in keys {
        let target = resolve(schema, value);
        let default = match value.get("default").or_else(|| target.get("default")) {
            _ if required(key) => "**required**".to_owned(),
            Some(default) if !default.is_object() && !default.is_null() => format!("`{default}`"),
            _ => String::new(),
        };
        let meaning = if text(value).is_empty() { text(target) } else { text(value) };
        let _ = writeln!(page, "| `{key}` | {} | {default} | {meaning} |", allowed(schema, value));
    }
    for (key, value) in keys {
        if let Some((inner, suffix)) = tables(schema, value) {
            let below = if path.is_empty() { format!("{key}{suffix}") } else { format!("{path}.{key}{suffix}") };
            section(page, schema, inner, &below);
        }
    }
}

/// The tables that a key holds, with what follows its name in their path.
fn tables<'a>(schema: &'a Value, value: &'a Value) -> Option<(&'a Value, &'static str)> {
    let target = resolve(schema, value);
    if target.get("properties").is_some() {
        // Small tables written on one line are explained with their key.
        let small = ["en", "geometric", "log", "min"].iter().any(|key| target["properties"].get(key).is_some());
        return (!small).then_some((target, ""));
    }
    let inner = |name: &str| {
        target.get(name).map(|inner| resolve(schema, inner)).filter(|inner| inner.get("properties").is_some())
    };
    match (inner("additionalProperties"), inner("items")) {
        (Some(table), _) if table["properties"].get("max").is_none() => Some((table, ".NAME")),
        (_, Some(table)) => Some((table, "[]")),
        _ => None,
    }
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
