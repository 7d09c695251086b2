//! Input of verbs beside their configuration: a file, and the same configuration with other settings.

use std::path::Path;

use super::failure::Failure;
use crate::config::{self, Input, Loaded, Override, bounded_file};
use crate::study::sweep::keeps_market;
use crate::texts::{Message, Worded, message};

/// Reads the CSV file of an option, called so in the manifest.
pub(super) fn csv(name: String, path: &Path, most_mib: u64) -> Result<(Input, Vec<u8>), Failure> {
    let content = bounded_file::read(path, most_mib).map_err(|error| {
        let found = message!(no_readable_file, error = error.message());
        let wrong = Message::found(found, message!(csv_of_at_most, mib = most_mib));
        Failure::wrong(wrong.at(path.display().to_string()))
    })?;
    Ok((Input { name, path: path.to_owned(), content: content.clone().into() }, content))
}

/// A file's name without folders.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Whether a key may have another value on the same paths.
pub(super) fn may_vary(option: &str, key: &str) -> Result<(), Failure> {
    let first = key.split('.').next().unwrap_or_default();
    if ["pools", "region", "market", "inflation"].contains(&first) {
        return Ok(());
    }
    Err(Failure::wrong(message!(may_vary, option, found = first)))
}

/// Reads a configuration again with other values of some keys. Where none of them is the market's, that is not read
/// again. Warnings are those that the values bring.
pub(super) fn varied<'a>(
    config: &Path,
    overrides: &[Override],
    keys: impl IntoIterator<Item = &'a str>,
    before: &Loaded,
) -> Result<Loaded, Failure> {
    let mut loaded = if keys.into_iter().all(keeps_market) {
        config::load_in_market(config, overrides, &before.plan.market)?
    } else {
        config::load(config, overrides)?
    };
    loaded.warnings.retain(|warning| !before.warnings.contains(warning));
    Ok(loaded)
}
