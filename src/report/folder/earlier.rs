//! What a folder holds already: an earlier run, which a new one may replace, or something else, which stays.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::FolderError;
use super::contents::{Contents, FileNames, is_file, is_folder, kind};
use crate::config::bounded_file;
use crate::config::content::Hashing;
use crate::report::manifest::MANIFEST;
use crate::report::part;
use crate::study::shard::Header;
use crate::texts::{Message, message};

/// The kind of result that a folder has: only the same kind replaces it.
#[derive(Debug, Clone, Copy)]
pub struct ResultKind<'a> {
    /// The verb, as the manifest says it.
    pub verb: &'a str,
    /// The part of a run, if it is not the whole.
    pub part: Option<&'a Header>,
}

pub(super) fn may_be_replaced(target: &Path, kind: ResultKind) -> Result<(), FolderError> {
    let in_the_way = |found| Err(FolderError::InTheWay { path: target.to_owned(), found });
    if let Some(found) = no_folder(target) {
        return in_the_way(found);
    }
    if let Some(file) = foreign(target)? {
        return in_the_way(message!(folder_with_other, file));
    }
    other_result(target, kind).map_or(Ok(()), in_the_way)
}

/// What is in the place of a folder and is none.
pub(super) fn no_folder(target: &Path) -> Option<Message> {
    let existing = kind(target).filter(|existing| !existing.is_dir())?;
    Some(match (existing.is_symlink(), target.exists()) {
        (true, true) => message!(a_link),
        (true, false) => message!(link_to_nowhere),
        (false, _) => message!(a_file),
    })
}

/// Files may be put into a folder one by one, whatever else it holds. Nothing may be called so yet, unless the manifest
/// of an earlier result of the same verb names it.
pub(super) fn may_be_put_into(folder: &Path, names: &[&str], verb: &str) -> Result<(), FolderError> {
    if let Some(found) = no_folder(folder) {
        return Err(FolderError::InTheWay { path: folder.to_owned(), found });
    }
    let own = if verb_of(folder).as_deref() == Some(verb) { known(folder) } else { FileNames::new() };
    for name in names {
        let path = folder.join(name);
        let found = match kind(&path) {
            None => continue,
            Some(kind) if kind.is_file() && own.contains(*name) => continue,
            Some(kind) if kind.is_symlink() => message!(a_link),
            Some(kind) if kind.is_dir() => message!(a_folder),
            Some(_) => message!(file_of_others),
        };
        return Err(FolderError::FileInTheWay { path, found, verb: verb.to_owned() });
    }
    Ok(())
}

/// The results of another verb, or another part of a run, in a folder. What took hours, perhaps on another machine,
/// does not go for something else. A manifest that names no verb counts as the same verb's.
pub(super) fn other_result(folder: &Path, kind: ResultKind) -> Option<Message> {
    if let Some(verb) = verb_of(folder).filter(|verb| verb != kind.verb) {
        return Some(message!(results_of_verb, verb));
    }
    other_part(folder, kind.part)
}

fn other_part(folder: &Path, mine: Option<&Header>) -> Option<Message> {
    kind(&folder.join(part::PART))?;
    match part::header(folder) {
        Ok(theirs) if Some(&theirs) == mine => None,
        Ok(theirs) => Some(message!(other_part, shard = theirs.shard.to_string())),
        Err(_) => Some(message!(other_part_unreadable, file = part::PART)),
    }
}

/// The name of a file in a folder that is no part of an earlier run. Another process may put its run there between a
/// look at the manifest and one at the files. So a file is foreign only if each look finds one.
fn foreign(folder: &Path) -> Result<Option<String>, FolderError> {
    let mut found = None;
    for _ in 0..16 {
        found = Contents::of(folder, &known(folder))?.foreign;
        if found.is_none() {
            break;
        }
    }
    Ok(found)
}

/// The names of the files of a run's folder, by its manifest.
pub(super) fn known(folder: &Path) -> FileNames {
    let files = manifest(folder).map(|manifest| outputs(&manifest));
    files.into_iter().flat_map(|files| files.into_iter().map(|(name, _)| name).chain([MANIFEST.to_owned()])).collect()
}

fn verb_of(folder: &Path) -> Option<String> {
    manifest(folder)?["verb"].as_str().map(str::to_owned)
}

/// The SHA-256 of each file of a run's folder, by its manifest.
fn outputs(manifest: &serde_json::Value) -> serde_json::Map<String, serde_json::Value> {
    manifest["outputs_sha256"].as_object().cloned().unwrap_or_default()
}

/// The largest manifest that is read, MiB.
const MOST_MIB: u64 = 16;

/// The manifest of a folder, if it has one and it is one of skans.
fn manifest(folder: &Path) -> Option<serde_json::Value> {
    let path = Some(folder.join(MANIFEST)).filter(|path| is_file(path))?;
    let manifest: serde_json::Value = serde_json::from_slice(&bounded_file::read(&path, MOST_MIB).ok()?).ok()?;
    Some(manifest).filter(|manifest| manifest["skans"].is_string())
}

/// Whether a folder has every file that its manifest names, as it was written.
pub(super) fn is_whole(folder: &Path) -> bool {
    let Some(manifest) = manifest(folder).filter(|_| is_folder(folder)) else { return false };
    let Ok(contents) = Contents::of(folder, &known(folder)) else { return false };
    let is_there = |(name, wanted): (&String, &serde_json::Value)| {
        let path = contents.files.iter().find_map(|(file, path)| (file == name).then_some(path));
        path.and_then(fingerprint).is_some_and(|found| *wanted == found)
    };
    contents.foreign.is_none() && outputs(&manifest).iter().all(is_there)
}

/// SHA-256 of a regular file, read piece by piece.
fn fingerprint(path: &PathBuf) -> Option<String> {
    let mut file = File::open(Some(path).filter(|path| is_file(path))?).ok()?;
    let mut through = Hashing::new(io::sink());
    io::copy(&mut file, &mut through).ok()?;
    Some(through.sha256())
}

/// A file of a run by its name, whose parts are parted by `/`.
pub(super) fn place(folder: &Path, name: &str) -> PathBuf {
    name.split('/').fold(folder.to_owned(), |path, part| path.join(part))
}
