//! What a folder holds already: an earlier run, which a new one may replace, or something else, which stays.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{FolderError, at};
use crate::report::manifest::{MANIFEST, sha256};
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
    let Ok(existing) = fs::symlink_metadata(target) else { return Ok(()) };
    if existing.is_symlink() && !target.exists() {
        return in_the_way(message!(link_to_nowhere));
    }
    if !existing.is_dir() {
        return in_the_way(if existing.is_symlink() { message!(a_link) } else { message!(a_file) });
    }
    if let Some(foreign) = foreign(target)? {
        return in_the_way(message!(folder_with_other, file = foreign));
    }
    other_result(target, kind).map_or(Ok(()), in_the_way)
}

/// The results of another verb, or another part of a run, in a folder. What took hours, perhaps on another machine,
/// does not go for something else. A manifest that names no verb counts as the same verb's.
pub(super) fn other_result(folder: &Path, kind: ResultKind) -> Option<Message> {
    let verb = manifest(folder).and_then(|manifest| manifest["verb"].as_str().map(str::to_owned));
    if let Some(verb) = verb.filter(|verb| verb != kind.verb) {
        return Some(message!(results_of_verb, verb));
    }
    other_part(folder, kind.part)
}

fn other_part(folder: &Path, mine: Option<&Header>) -> Option<Message> {
    fs::symlink_metadata(folder.join(part::PART)).ok()?;
    match part::header(folder) {
        Ok(theirs) if Some(&theirs) == mine => None,
        Ok(theirs) => Some(message!(other_part, shard = theirs.shard.to_string())),
        Err(_) => Some(message!(other_part_unreadable, file = part::PART)),
    }
}

/// Files that a desktop leaves in a folder that was looked at.
const DESKTOP: [&str; 2] = [".DS_Store", "Thumbs.db"];

/// The name of a file in a folder that is no part of an earlier run. Another process may put its run there between a
/// look at the manifest and one at the files. So a file is foreign only if each look finds one.
fn foreign(folder: &Path) -> Result<Option<String>, FolderError> {
    let mut found = None;
    for _ in 0..16 {
        found = not_in_manifest(folder)?;
        if found.is_none() {
            break;
        }
    }
    Ok(found)
}

/// The name of a file in a folder that its manifest does not name, as it does all of a run's files.
fn not_in_manifest(folder: &Path) -> Result<Option<String>, FolderError> {
    let outputs = outputs(folder);
    let known = |name: &str| outputs.as_ref().is_some_and(|files| name == MANIFEST || files.contains_key(name));
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            // Another process has just put its own in its place.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries.map_err(at(&folder))?,
        };
        for entry in entries {
            let entry = entry.map_err(at(&folder))?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().map_err(at(&folder))?.is_dir() {
                folders.push((entry.path(), format!("{name}/")));
            } else if !known(&name) && !DESKTOP.iter().any(|file| entry.file_name() == *file) {
                return Ok(Some(name));
            }
        }
    }
    Ok(None)
}

/// The SHA-256 of each file of a run's folder, by its manifest, if it has one.
fn outputs(folder: &Path) -> Option<serde_json::Map<String, serde_json::Value>> {
    manifest(folder)?["outputs_sha256"].as_object_mut().map(std::mem::take)
}

/// The manifest of a folder, if it has one and it is one of skans.
fn manifest(folder: &Path) -> Option<serde_json::Value> {
    let content = Some(folder.join(MANIFEST)).filter(|path| path.is_file()).and_then(|path| fs::read(path).ok())?;
    let manifest: serde_json::Value = serde_json::from_slice(&content).ok()?;
    Some(manifest).filter(|manifest| manifest["skans"].is_string())
}

/// Whether a folder has every file that its manifest names, as it was written.
pub(super) fn is_whole(folder: &Path) -> bool {
    let is_there = |name: &str, wanted: &serde_json::Value| {
        fs::read(place(folder, name)).is_ok_and(|content| *wanted == sha256(&content))
    };
    outputs(folder).is_some_and(|files| files.iter().all(|(name, wanted)| is_there(name, wanted)))
}

/// A file of a run by its name, whose parts are parted by `/`.
pub(super) fn place(folder: &Path, name: &str) -> PathBuf {
    name.split('/').fold(folder.to_owned(), |path, part| path.join(part))
}
