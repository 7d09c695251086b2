//! Writing a run's folder: whole or not at all, and never to the harm of an earlier one.
//!
//! One mechanism stands for all that is written. It is made beside its place, forced onto the disk, and put there by
//! the system in one step. Nothing is written or removed through a link, and nothing that no manifest of skans names.

mod contents;
mod disk;
mod earlier;
mod error;
#[cfg(test)]
mod tests;
mod workshop;

pub use earlier::ResultKind;
pub use error::FolderError;

use std::fs;
use std::path::{Path, PathBuf};

use super::OutputFile;
use super::manifest::MANIFEST;
use crate::texts::message;
use contents::Contents;
use earlier::{known, may_be_put_into, may_be_replaced};
use error::at;
use workshop::Workshop;

/// Checks that a folder may be written; to be asked before anything is computed. What a process left there that was cut
/// off while writing is mended and cleared away.
///
/// # Errors
/// If something is in the way, or the system would refuse.
pub fn check(target: &Path, kind: ResultKind) -> Result<(), FolderError> {
    let target = &named(target)?;
    workshop::clear(target)?;
    may_be_replaced(target, kind)?;
    let workshop = Workshop::open(target)?;
    let Contents { files, folders, .. } = Contents::of(target, &known(target))?;
    let tried = workshop.try_taking(folders.into_iter().chain(files.into_iter().map(|(_, file)| file)));
    tried.and(workshop.close())
}

/// Writes a folder beside its place, then puts it there; an earlier run's folder is removed last.
///
/// # Errors
/// If something is in the way, or the system refuses; then the earlier folder stands as it was.
pub fn write(target: &Path, files: &[OutputFile], kind: ResultKind) -> Result<(), FolderError> {
    let target = &named(target)?;
    check(target, kind)?;
    let workshop = Workshop::open(target)?;
    let written = workshop.fill(files).and_then(|()| workshop.swap(target, kind));
    let closed = workshop.close();
    written.and(closed)
}

/// Checks that files, a manifest among them, may be put into a folder that may hold other things too. It is asked
/// before anything is computed.
///
/// # Errors
/// If something is in the way, or the system would refuse.
pub fn check_files(folder: &Path, names: &[&str], verb: &str) -> Result<(), FolderError> {
    let folder = &named(folder)?;
    let target = folder.join(MANIFEST);
    workshop::clear(&target)?;
    may_be_put_into(folder, &[names, &[MANIFEST]].concat(), verb)?;
    let workshop = Workshop::open(&target)?;
    let existing = names.iter().chain([&MANIFEST]).map(|name| folder.join(name)).filter(|file| file.exists());
    let tried = workshop.try_taking(existing);
    tried.and(workshop.close())
}

/// Writes files, a manifest among them, beside their places in a folder, then puts each there, the manifest first.
///
/// # Errors
/// If something is in the way, or the system refuses.
pub fn write_files(folder: &Path, files: &[OutputFile], verb: &str) -> Result<(), FolderError> {
    let folder = &named(folder)?;
    let mut names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    check_files(folder, &names, verb)?;
    names.sort_by_key(|name| *name != MANIFEST);
    let workshop = Workshop::open(&folder.join(MANIFEST))?;
    let put = |name: &&str| fs::rename(workshop.new_run().join(name), folder.join(name)).map_err(at(folder));
    let written = workshop.fill(files).and_then(|()| names.iter().try_for_each(put));
    let kept = written.and_then(|()| disk::keep_folder(folder));
    let closed = workshop.close();
    kept.and(closed)
}

/// The path of a folder by its own name: `result/` is `result`, and `result/.` no name of a folder.
fn named(target: &Path) -> Result<PathBuf, FolderError> {
    let text = target.as_os_str().to_string_lossy();
    let text = text.trim_end_matches(std::path::is_separator);
    let name = target.file_name().filter(|name| text.ends_with(&*name.to_string_lossy()));
    let found = message!(folder_without_name);
    let wrong = || FolderError::InTheWay { path: target.to_owned(), found };
    name.map(|name| target.with_file_name(name)).ok_or_else(wrong)
}
