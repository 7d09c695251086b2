//! `summary.json`, and the schemas of what skans reads and writes.

use std::io::{self, Write};

use serde::Serialize;

use crate::stats::summary::Summary;

/// Indented JSON with a final line break; numbers that are not known are `null`.
#[must_use]
pub fn pretty(data: &impl Serialize) -> String {
    // Serialisation of plain data fails on maps whose keys are not text only, and there are none.
    serde_json::to_string_pretty(data).unwrap_or_default() + "\n"
}

/// The same, written piece by piece: for what is too large to be held as a text.
///
/// # Errors
/// If what is written to fails.
pub fn write_pretty(data: &impl Serialize, to: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *to, data)?;
    to.write_all(b"\n")
}

/// The JSON Schema of `summary.json`, with its version in its name.
#[must_use]
pub fn summary_schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(Summary);
    schema.insert("$id".to_owned(), format!("urn:skans:summary:{SUMMARY_VERSION}").into());
    schema.to_value()
}

/// The version of the form of `summary.json`: greater by one whenever a reader of the form before could not read it.
pub const SUMMARY_VERSION: u32 = 1;

/// The word that a plain choice is in JSON.
#[must_use]
pub fn word(choice: &impl Serialize) -> String {
    serde_json::to_value(choice).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
