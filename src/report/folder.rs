//! Writing a run's folder: whole or not at all, and never to the harm of an earlier one.

mod earlier;
mod error;
#[cfg(test)]
mod tests;
mod workshop;

pub use earlier::ResultKind;
pub use error::FolderError;

use std::fs;
use std::path::Path;

use super::OutputFile;
use crate::texts::message;
use earlier::{may_be_replaced, place};
use error::at;
use workshop::Workshop;

/// Checks that a folder may be written; to be asked before anything is computed. What a process left there that was cut
/// off while writing is mended and cleared away.
///
/// # Errors
/// If something is in the way, or cannot be looked at.
pub fn check(target: &Path, kind: ResultKind) -> Result<(), FolderError> {
    if target.file_name().is_none() {
        let found = message!(folder_without_name);
        return Err(FolderError::InTheWay { path: target.to_owned(), found });
    }
    workshop::clear(target)?;
    may_be_replaced(target, kind)?;
    // Whether the system lets a folder be written there is found out now, not after the run.
    Workshop::open(target)?.close()
}

/// Writes a folder beside its place, then puts it there; an earlier run's folder is removed last.
///
/// # Errors
/// If something is in the way, or the system refuses; then the earlier folder stands as it was.
pub fn write(target: &Path, files: &[OutputFile], kind: ResultKind) -> Result<(), FolderError> {
    check(target, kind)?;
    let workshop = Workshop::open(target)?;
    let written = fill(&workshop.new_run(), files).and_then(|()| workshop.swap(target, kind));
    let closed = workshop.close();
    written.and(closed)
}

fn fill(folder: &Path, files: &[OutputFile]) -> Result<(), FolderError> {
    for file in files {
        let path = place(folder, &file.name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(at(parent))?;
        }
        file.write(&path).map_err(at(&path))?;
    }
    Ok(())
}
