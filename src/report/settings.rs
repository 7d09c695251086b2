//! The effective settings of a run: as a file that gives the same run again, and as a list with where each came from.

use indexmap::IndexMap;

use super::OutputFile;
use crate::config::document::path::below;
use crate::config::document::{Document, Origin};
use crate::config::files::file_and_sheet;
use crate::config::{Config, Input, as_toml};

/// The file of the effective configuration in a result's folder.
pub const CONFIG: &str = "config.toml";

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
    let mut files = vec![OutputFile::new(CONFIG, text)];
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
    /// Where it comes from.
    pub origin: Origin,
}

impl Setting {
    /// Whether it is the default.
    #[must_use]
    pub fn is_default(&self) -> bool {
        self.origin == Origin::Default
    }
}

/// Every effective setting, in the order of the schema.
///
/// # Panics
/// Never: what was read from a file can be written to one.
#[must_use]
pub fn list(config: &Config, document: &Document) -> Vec<Setting> {
    let setting = |(key, value): (String, String)| Setting { origin: document.origin(&key), key, value };
    leaves(&as_toml(config)).into_iter().map(setting).collect()
}

/// The keys of a table with their values, as TOML writes them; of tables inside, those of each.
#[must_use]
pub fn leaves(table: &toml::Table) -> Vec<(String, String)> {
    let mut leaves = Vec::new();
    table.iter().for_each(|(key, value)| walk(below("", key), value, &mut leaves));
    leaves
}

fn walk(path: String, value: &toml::Value, leaves: &mut Vec<(String, String)>) {
    match value {
        toml::Value::Table(table) => {
            table.iter().for_each(|(key, value)| walk(below(&path, key), value, leaves));
        }
        toml::Value::Array(items) if items.iter().any(toml::Value::is_table) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, item)| walk(below(&path, &index.to_string()), item, leaves));
        }
        leaf => leaves.push((path, leaf.to_string())),
    }
}
