//! The keys of the configuration explained, from its schema: the text of `docs/office/config.md`, which so cannot
//! drift.

use std::fmt::Write;

use serde_json::Value;

use crate::config::schema_view::{Forms, View};
use crate::study::names::{SHORTHANDS, Shorthand};
use crate::units::{in_short, percent_of};

/// The Markdown page of a configuration's schema.
#[must_use]
pub fn markdown(schema: &Value) -> String {
    let mut page = KeysPage { shown: Vec::new(), text: INTRODUCTION.to_owned() };
    page.section(View::of(schema), "", &[]);
    page.text + &shorthands()
}

const INTRODUCTION: &str = "# The configuration, key by key

Made from the schema by `skans schema --markdown`. A file is TOML; unknown keys are errors. Months are written as
`\"2021-12\"` and stand for their last day. Rates, shares and probabilities are percentages in quotes, `\"4.5 %\"` or
`\"4,5 %\"`, or the same as a plain number: 0.045. Amounts are in million kronor where a key ends in `_mnkr`.

What is allowed but unusual is read as it stands, with a warning that says how: a percentage may have been meant. With
`--strict` each warning is an error.

A table may have several forms, which a key names (`model`, `kind`, `measure`) or the keys themselves tell. What goes
with one form alone says so. `skans check` prints every setting that takes part, and `config.toml` in a run's folder
states them, defaults among them.
";

/// The short names of figures.
fn shorthands() -> String {
    let mut text = "\n## Names of figures

In `[limits]`, `--fail-if`, `--precision` and `--target` a figure is called by its path in `summary.json`,
`pools.long.breach.ex_post.y10`. Of the pool with the dynamic rule the path may begin within the pool,
`breach.ex_post.y10`. Some figures have shorthands. In those of a pool, N is a number of years to the horizon, and
another pool may stand before: `pools.medium.`, or `total.`. In those of the region, N is a calendar year.

| shorthand | figure | meaning |
|---|---|---|
"
    .to_owned();
    for Shorthand { short, figure, meaning } in SHORTHANDS {
        let _ = writeln!(text, "| `{short}` | `{figure}` | {meaning} |");
    }
    text
}

struct KeysPage<'a> {
    /// Tables explained so far, with their paths: one that comes again is not explained again.
    shown: Vec<(View<'a>, String)>,
    text: String,
}

/// A key of a table.
struct Key<'a> {
    name: &'a str,
    /// The table, or the form of it, that has the key.
    of: View<'a>,
    value: View<'a>,
    /// The names of the forms that have it; none where all have, or forms have no names.
    forms: Vec<&'a str>,
}

impl<'a> KeysPage<'a> {
    /// The keys of one table, then those of the tables in it.
    fn section(&mut self, table: View<'a>, path: &str, forms: &[&str]) {
        self.shown.push((table, path.to_owned()));
        let title = if path.is_empty() { "Top level".to_owned() } else { format!("`[{path}]`") };
        // Writing to a string does not fail.
        let _ = writeln!(self.text, "\n## {title}{}\n", with(" for", forms));
        if !path.is_empty() {
            let _ = writeln!(self.text, "{}\n", text(table.description()));
        }
        let keys = keys(table);
        self.rows(table, &keys);
        for Key { name, value, forms, .. } in keys {
            if let Some((inner, suffix)) = table_within(value)
                && self.shown_at(inner).is_none()
            {
                let path = if path.is_empty() { format!("{name}{suffix}") } else { format!("{path}.{name}{suffix}") };
                self.section(inner, &path, &forms);
            }
        }
    }

    /// A row for each key.
    fn rows(&mut self, table: View<'a>, keys: &[Key<'a>]) {
        match table.forms() {
            Some(Forms { tag: None, all }) if all.len() > 1 => {
                let forms = all.iter().map(|form| form.required().map(|key| format!("`{key}`")).collect::<Vec<_>>());
                let forms: Vec<String> = forms.map(|keys| keys.join(" and ")).collect();
                let _ = writeln!(self.text, "Either {}.\n", forms.join(", or "));
            }
            _ => {}
        }
        let _ = writeln!(self.text, "| key | allowed | default | meaning |\n|---|---|---|---|");
        if let Some(Forms { tag: Some(tag), all }) = &table.forms() {
            let names = |form: &View<'a>| form.keys()[tag].words().join("");
            let allowed: Vec<String> = all.iter().map(|form| format!("`\"{}\"`", names(form))).collect();
            let meanings = all.iter().map(|form| format!("`{}`: {}", names(form), text(form.description())));
            let meanings = meanings.collect::<Vec<_>>().join(" ");
            let _ = writeln!(self.text, "| `{tag}` | {} | **required** | {meanings} |", allowed.join(", "));
        }
        for Key { name, of, value, forms } in keys {
            let own = |keyword: &str| of.own(name, keyword).or_else(|| value.get(keyword));
            let default = match own("default") {
                _ if of.required().any(|required| required == *name) => "**required**".to_owned(),
                Some(Value::Number(number)) if value.is_percentage() => {
                    number.as_f64().map_or_else(String::new, |fraction| format!("`\"{}\"`", percent_of(fraction)))
                }
                Some(default) if !default.is_object() && !default.is_null() => format!("`{default}`"),
                _ => String::new(),
            };
            let meaning = own("description").and_then(Value::as_str).filter(|meaning| !meaning.is_empty());
            let meaning = text(meaning.unwrap_or_else(|| of.description()));
            let again = table_within(*value).and_then(|(inner, _)| self.shown_at(inner));
            let again = again.map_or_else(String::new, |path| format!(" Keys as in `[{path}]`."));
            let only = if forms.is_empty() { String::new() } else { format!("{}: ", with("For", forms)) };
            let _ = writeln!(self.text, "| `{name}` | {} | {default} | {only}{meaning}{again} |", allowed(*value));
        }
    }

    fn shown_at(&self, table: View) -> Option<&str> {
        self.shown.iter().find(|(shown, _)| shown.is(table)).map(|(_, path)| path.as_str())
    }
}

/// A word and the names of forms; nothing without names.
fn with(word: &str, forms: &[&str]) -> String {
    let names: Vec<String> = forms.iter().map(|name| format!("`{name}`")).collect();
    if names.is_empty() { String::new() } else { format!("{word} {}", names.join(", ")) }
}

/// The keys of a table in all its forms; the tag is not among them.
fn keys(table: View<'_>) -> Vec<Key<'_>> {
    let common = table.keys().into_iter();
    let mut keys: Vec<Key> = common.map(|(name, value)| Key { name, of: table, value, forms: Vec::new() }).collect();
    let Some(forms) = table.forms().filter(|forms| forms.all.iter().any(|form| !form.is(table))) else { return keys };
    for form in &forms.all {
        let name_of_form = forms.name(*form);
        for (name, value) in form.keys().into_iter().filter(|(name, _)| Some(*name) != forms.tag) {
            match keys.iter_mut().find(|key| key.name == name && key.value.is_same(value)) {
                Some(key) => key.forms.extend(name_of_form),
                None => keys.push(Key { name, of: *form, value, forms: name_of_form.into_iter().collect() }),
            }
        }
    }
    for key in &mut keys {
        if key.forms.len() == forms.all.len() {
            key.forms.clear();
        }
    }
    keys
}

/// The table that a key holds, with what follows its name in its path.
fn table_within<'a>(value: View<'a>) -> Option<(View<'a>, &'static str)> {
    let with_keys = |table: &View| table.is_table() && !keys(*table).is_empty();
    let table = |value: View<'a>| with_keys(&value).then_some(value);
    // Of a number or a table it is the table.
    let among = value.choices().into_iter().find(|choice| !choice.is_table()).and(value.forms());
    let itself = among.map_or_else(|| table(value), |forms| forms.all.first().copied().and_then(table));
    itself
        .map(|table| (table, ""))
        .or_else(|| Some((value.named().and_then(table)?, ".NAME")))
        .or_else(|| Some((value.item().and_then(table)?, "[]")))
}

/// The values allowed, in words.
fn allowed(value: View) -> String {
    let choices = value.choices();
    if !choices.is_empty() && !choices.iter().all(|choice| choice.is_table()) {
        return choices.into_iter().map(allowed).collect::<Vec<_>>().join(", ");
    }
    let words = value.words();
    if !words.is_empty() {
        return words.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>().join(", ");
    }
    match value.kind() {
        _ if value.is_table() => "a table".to_owned(),
        Some("number") if value.is_percentage() => format!("a percentage{}{}", percentages(value), usual(value)),
        Some("number") if value.get("format").is_some_and(|format| format == "typed-number") => {
            "a number, a percentage or an amount".to_owned()
        }
        Some("number") => format!("a number{}", range(value)),
        Some("integer") => format!("a whole number{}", range(value)),
        Some("boolean") => "`true`, `false`".to_owned(),
        Some("array") => format!("a list{}: {}", lengths(value), value.item().map_or_else(String::new, allowed)),
        _ => "a text".to_owned(),
    }
}

fn range(value: View) -> String {
    match ["minimum", "maximum"].map(|end| value.bound(end).map(in_short)).into() {
        (Some(low), Some(high)) => format!(" from {low} to {high}"),
        (Some(low), None) => format!(" of at least {low}"),
        (None, Some(high)) => format!(" of at most {high}"),
        (None, None) => String::new(),
    }
}

fn lengths(value: View) -> String {
    match ["minItems", "maxItems"].map(|end| value.bound(end)) {
        [Some(low), Some(high)] if low.total_cmp(&high).is_eq() => format!(" of {low}"),
        [Some(low), Some(high)] => format!(" of {low} to {high}"),
        [Some(low), None] => format!(" of at least {low}"),
        [None, Some(high)] => format!(" of at most {high}"),
        [None, None] => String::new(),
    }
}

fn percentages(value: View) -> String {
    let bounds = ["minimum", "maximum"].map(|end| value.bound(end).map(percent_of));
    if let [Some(low), Some(high)] = bounds { format!(" from {low} to {high}") } else { String::new() }
}

/// The range that is usual, where it is narrower than what is allowed.
fn usual(value: View) -> String {
    let widest =
        |[low, high]: &[f64; 2]| [Some(*low), Some(*high)] == ["minimum", "maximum"].map(|end| value.bound(end));
    let narrower = value.usual().filter(|usual| !widest(usual));
    narrower.map_or_else(String::new, |[low, high]| format!("; usual: {} to {}", percent_of(low), percent_of(high)))
}

/// A description on one line, fit for a table's cell.
fn text(description: &str) -> String {
    description.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}
