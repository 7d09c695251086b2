//! The effective settings of a run: as a file that gives the same run again, and as a list with where each came from.

use indexmap::IndexMap;

use super::OutputFile;
use crate::config::document::path::below;
use crate::config::document::{Document, Origin};
use crate::config::files::file_and_sheet;
use crate::config::{Config, Input, as_toml};

/// `config.toml` and copies of the input files under `inputs/`: run again, they give the same `summary.json`.
///
/// # Panics
/// Never: what was read from a file can be written to one.
#[must_use]
pub fn files(config: &Config, inputs: &[Input]) -> Vec<OutputFile<'static>> {
    let names = copies(inputs);
    let mut config = config.clone();
    let rename = |name: &mut String| {
        if let Some(copy) = names.get(name) {
            name.clone_from(copy);
        }
    };
    config.files_mut().into_iter().for_each(rename);
    let text = toml::to_string(&as_toml(&config)).expect("a configuration that was read can be written");
    let mut files = vec![OutputFile::new("config.toml", text)];
    for (name, copy) in &names {
        let input = inputs.iter().find(|input| input.name == *name);
        files.extend(input.map(|input| OutputFile::new(file_and_sheet(copy).0, input.content.clone())));
    }
    files
}

/// The copy's name of each input: its own under `inputs/`, numbered where two are called the same.
fn copies(inputs: &[Input]) -> IndexMap<String, String> {
    let mut names = IndexMap::new();
    for input in inputs {
        let base = input.path.file_name().map_or_else(|| "input".into(), |name| name.to_string_lossy().into_owned());
        let taken =
            |copy: &str, names: &IndexMap<String, String>| names.values().any(|other| file_and_sheet(other).0 == copy);
        let mut copy = format!("inputs/{base}");
        let mut number = 2;
        while !names.contains_key(&input.name) && taken(&copy, &names) {
            copy = format!("inputs/{number}-{base}");
            number += 1;
        }
        if let (_, Some(sheet)) = file_and_sheet(&input.name) {
            copy = format!("{copy}#{sheet}");
        }
        names.entry(input.name.clone()).or_insert(copy);
    }
    names
}

/// One effective setting.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Setting {
    /// Its key, with dots.
    pub key: String,
    /// Its value, as TOML writes it.
    pub value: String,
    /// `default`, `line 12`, or the option that set it.
    pub origin: String,
}

/// Every effective setting, in the order of the schema.
///
/// # Panics
/// Never: what was read from a file can be written to one.
#[must_use]
pub fn list(config: &Config, document: &Document) -> Vec<Setting> {
    let mut settings = Vec::new();
    walk("", &toml::Value::Table(as_toml(config)), document, &mut settings);
    settings
}

fn walk(path: &str, value: &toml::Value, document: &Document, settings: &mut Vec<Setting>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                walk(&below(path, key), value, document, settings);
            }
        }
        toml::Value::Array(items) if items.iter().any(toml::Value::is_table) => {
            for (index, item) in items.iter().enumerate() {
                walk(&below(path, &index.to_string()), item, document, settings);
            }
        }
        leaf => settings.push(Setting {
            key: path.to_owned(),
            value: leaf.to_string(),
            origin: match document.origin(path) {
                Origin::Option(option) => option,
                Origin::File { line } => format!("line {line}"),
                Origin::Default => "default".to_owned(),
            },
        }),
    }
}
