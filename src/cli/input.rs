//! Input of verbs beside their configuration: a file, and the same configuration with other settings.

use std::path::Path;

use super::failure::Failure;
use crate::config::document::path;
use crate::config::files::{MOST_MIB, file_and_sheet};
use crate::config::{self, Input, Loaded, Override, bounded_file};
use crate::study::sweep::{VaryingPart, keeps_market};
use crate::texts::{Message, Worded, message};

/// Reads the table of an option, called so in the manifest.
pub(super) fn table(name: String, path: &Path) -> Result<(Input, Vec<u8>), Failure> {
    let text = path.to_string_lossy();
    let (file, sheet) = file_and_sheet(&text);
    let path = if sheet.is_some() { Path::new(file) } else { path };
    let content = bounded_file::read(path, MOST_MIB).map_err(|error| {
        let found = message!(no_readable_file, error = error.message());
        let wrong = Message::found(found, message!(table_of_at_most, mib = MOST_MIB));
        Failure::wrong(wrong.at(path.display().to_string()))
    })?;
    Ok((Input { name, path: path.to_owned(), content: content.clone().into() }, content))
}

/// Whether an option gives each name one value.
pub(super) fn each_once<T>(option: &str, given: &[(String, T)]) -> Result<(), Failure> {
    let again = (1..given.len()).find(|&place| given[..place].iter().any(|(name, _)| *name == given[place].0));
    let wrong = |place: usize| {
        let (found, allowed) = (message!(name_again, name = &given[place].0), message!(each_name_once));
        Failure::wrong(Message::found(found, allowed).at(option))
    };
    again.map_or(Ok(()), |place| Err(wrong(place)))
}

/// A file's name without folders.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Whether a key may have another value on the same paths.
pub(super) fn may_vary(option: &str, key: &str) -> Result<(), Failure> {
    let wrong = || Failure::wrong(message!(may_vary, option, found = path::first(key)));
    VaryingPart::of(key).map(|_| ()).ok_or_else(wrong)
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
