//! Reading a configuration file with the options that override it.

use std::path::Path;
use std::sync::Arc;

use super::bounded_file;
use super::content::Input;
use super::document::path::{join, split};
use super::document::{Document, SchemaFindings};
use super::effective;
use super::into_plan::{self, Reader};
use super::problem::{Place, Problem, Problems};
use super::schema::Config;
use super::schema_view::View;
use super::warning::Warning;
use crate::plan::{Market, Plan};
use crate::texts::{Argument, Language, Message, Worded, message};

/// A key set on the command line.
#[derive(Debug, Clone)]
pub struct Override {
    /// The option as typed: `--paths 1000`.
    pub option: Argument,
    /// The key it sets.
    pub key: String,
    /// The value, as TOML.
    pub value: String,
}

/// A configuration that was read and found right.
pub struct Loaded {
    /// What it asks for.
    pub plan: Plan,
    /// Its effective settings.
    pub config: Config,
    /// The file as read, which knows where each setting came from.
    pub document: Document,
    /// The files it names.
    pub inputs: Vec<Input>,
    /// Values that are allowed but unusual.
    pub warnings: Vec<Warning>,
    /// What is to be said of the files that it names.
    pub notes: Vec<Message>,
    /// The file's text, as it was read.
    pub text: String,
}

/// The largest configuration read.
const MOST_MIB: u64 = 1;

/// Reads a configuration, and all files that it names, and checks everything.
///
/// # Examples
/// ```
/// # let file = concat!(env!("CARGO_MANIFEST_DIR"), "/configs/reference-job.toml");
/// let loaded = skans::load(std::path::Path::new(file), &[])?;
/// assert_eq!(loaded.plan.name, "reference-job");
///
/// let problems = skans::load(std::path::Path::new("nowhere.toml"), &[]).err().expect("no such file");
/// assert!(problems.to_string().starts_with("nowhere.toml: found no readable file"));
/// # Ok::<(), skans::Problems>(())
/// ```
///
/// # Errors
/// All problems found, in the file's order: of the text, else of its keys and values, else of what they mean together.
pub fn load(path: &Path, overrides: &[Override]) -> Result<Loaded, Problems> {
    load_with(path, overrides, None)
}

/// Reads the configuration again with other keys set under `pools` or `region`. The market is the one that was read
/// before: files of scenarios or history are not read again.
///
/// # Errors
/// All problems found.
pub fn load_in_market(path: &Path, overrides: &[Override], market: &Arc<Market>) -> Result<Loaded, Problems> {
    load_with(path, overrides, Some(market))
}

fn load_with(path: &Path, overrides: &[Override], market: Option<&Arc<Market>>) -> Result<Loaded, Problems> {
    let name = path.display().to_string();
    let wrong = |found: Message, allowed: Message| Problem::new(Place::Whole(name.clone()), "", found, allowed);
    let content = bounded_file::read(path, MOST_MIB).map_err(|error| {
        Problems::from(wrong(message!(no_readable_file, error = error.message()), message!(a_configuration)))
    })?;
    let text = String::from_utf8(content).map_err(|error| {
        let found = message!(not_utf8, byte = error.utf8_error().valid_up_to() + 1);
        Problems::from(wrong(found, message!(a_configuration_in_utf8)))
    })?;
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let base = path.parent().unwrap_or(Path::new(""));
    let with = |count: usize| read((&name, &stem), &text, base, &overrides[..count], market.cloned());
    with(overrides.len()).map_err(|problems| {
        // The file is right without it, or with those before it, and wrong with it.
        let blamed = (0..overrides.len()).rev().find(|count| with(*count).is_ok());
        blamed.map(|count| problems.of_the_option(&name, &overrides[count].option)).unwrap_or(problems)
    })
}

/// The language that a configuration asks for, whatever else is wrong in it; none if it asks for none.
#[must_use]
pub fn language(path: &Path) -> Option<Language> {
    let text = String::from_utf8(bounded_file::read(path, MOST_MIB).ok()?).ok()?;
    Language::from_tag(&Document::text_at(&text, "language")?)
}

/// Reads a configuration from a text; files that it names are looked for in the working folder.
///
/// # Errors
/// All problems found.
///
/// # Examples
/// ```
/// let plan = skans::from_text("one-pool", r#"
///     start = "2021-12"
///     horizon_months = 12
///     seed = 1
///     market.model = "lognormal"
///     market.assets.bills.class = "fixed-income"
///     market.assets.bills.expected_return.geometric = 0.01
///     market.assets.bills.volatility.log = 0.0
///     pools.cash.opening_value_mnkr = 100
///     pools.cash.fixed_income.bills = 1.0
///     pools.cash.rule = { kind = "static", share = 0.0 }
/// "#)?;
/// assert_eq!(plan.pools[0].opening_value.get(), 100e6);
/// # Ok::<(), skans::Problems>(())
/// ```
pub fn from_text(name: &str, text: &str) -> Result<Plan, Problems> {
    read((name, name), text, Path::new(""), &[], None).map(|loaded| loaded.plan)
}

fn read(
    (file, stem): (&str, &str),
    text: &str,
    base: &Path,
    overrides: &[Override],
    market: Option<Arc<Market>>,
) -> Result<Loaded, Problems> {
    let mut document = Document::parse(file, text)?;
    for item in overrides {
        document.set(&item.option, &item.key, &item.value).map_err(Problems::from)?;
    }
    let SchemaFindings { problems, mut warnings } = document.check(View::of(&schema()));
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let mut config: Config = document.deserialize().map_err(Problems::from)?;
    effective::fill_in(&mut config, stem);
    let mut reader = Reader::new(&document, base, market);
    let plan = reader.plan(&config);
    let into_plan::Findings { inputs, problems, warnings: of_the_plan, notes } = reader.into_findings();
    match plan {
        Some(plan) if problems.is_empty() => {
            effective::fill_in_market(&mut config, &plan);
            warnings.extend(of_the_plan);
            Ok(Loaded { plan, config, document, inputs, warnings, notes, text: text.to_owned() })
        }
        _ => Err(problems.into()),
    }
}

/// A key in full, with quotes only where they are needed: one that is none of the file's own is a key of the pool.
#[must_use]
pub fn full_key(key: &str, pool: &str) -> String {
    let names = split(key);
    let of_the_file = names.first().is_some_and(|first| View::of(&schema()).keys().contains_key(first.as_str()));
    let pool = ["pools", pool].into_iter().filter(|_| !of_the_file);
    join(pool.chain(names.iter().map(String::as_str)))
}

/// Whether a key takes whole numbers and no others.
#[must_use]
pub fn takes_whole_numbers(key: &str) -> bool {
    let schema = schema();
    let place = View::of(&schema).find(&split(key));
    place.is_some_and(|place| place.choices().into_iter().chain([place]).any(|form| form.kind() == Some("integer")))
}

/// A key without its pool, if that is this one: what [`full_key`] makes full again.
#[must_use]
pub fn short_key<'k>(key: &'k str, pool: &str) -> &'k str {
    key.strip_prefix(&join(["pools", pool])).and_then(|key| key.strip_prefix('.')).unwrap_or(key)
}

/// The JSON Schema of the configuration.
///
/// # Panics
/// Never: a schema is always JSON.
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Config).to_value()
}

#[cfg(test)]
mod tests {
    use super::takes_whole_numbers;

    #[test]
    fn the_schema_says_which_keys_are_whole() {
        let whole = ["paths", "pools.long.floor.window_months", "pools.x.rule.lag", "pools.x.rebalancing.every_months"];
        let other = ["pools.long.floor.share", "pools.x.rule.equity_stress", "pools.x.opening_value_mnkr", "nowhere"];
        assert!(whole.into_iter().all(takes_whole_numbers) && !other.into_iter().any(takes_whole_numbers));
    }
}
