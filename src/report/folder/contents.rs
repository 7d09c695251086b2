//! What a folder holds, and its removal: nothing is followed through a link, and nothing goes that its maker did not
//! name.

use std::collections::BTreeSet;
use std::fs::{self, FileType};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::FolderError;
use super::error::at;
use crate::report::manifest::MANIFEST;
use crate::texts::message;

/// The names of files, relative to their folder, whose parts are parted by `/`.
pub(super) type FileNames = BTreeSet<String>;

/// Files that a desktop leaves in a folder that was looked at.
const DESKTOP: [&str; 2] = [".DS_Store", "Thumbs.db"];

/// What a folder holds.
pub(super) struct Contents {
    /// Its files by name; a link is a file.
    pub files: Vec<(String, PathBuf)>,
    /// Itself, then the folders in it, each after the one that it is in.
    pub folders: Vec<PathBuf>,
    /// The first file that is not among the known ones; nothing was looked at after it.
    pub foreign: Option<String>,
}

impl Contents {
    /// Looks through a folder up to the first file that is not among the known ones.
    pub fn of(folder: &Path, known: &FileNames) -> Result<Self, FolderError> {
        let mut all = Self { files: Vec::new(), folders: Vec::new(), foreign: None };
        let mut ahead = vec![(folder.to_owned(), String::new())];
        while let Some((folder, prefix)) = ahead.pop() {
            let entries = match fs::read_dir(&folder) {
                // Another process has just put its own in its place.
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                entries => entries.map_err(at(&folder))?,
            };
            for entry in entries {
                let entry = entry.map_err(at(&folder))?;
                let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                if entry.file_type().map_err(at(&folder))?.is_dir() {
                    ahead.push((entry.path(), format!("{name}/")));
                } else if known.contains(&name) || DESKTOP.iter().any(|file| entry.file_name() == *file) {
                    all.files.push((name, entry.path()));
                } else {
                    all.foreign = Some(name);
                    return Ok(all);
                }
            }
            all.folders.push(folder);
        }
        Ok(all)
    }
}

/// The type of what is at a path itself, be it a link; none where there is nothing.
pub(super) fn kind(path: &Path) -> Option<FileType> {
    fs::symlink_metadata(path).ok().map(|found| found.file_type())
}

/// Whether there is a folder at a path, and no link to one.
pub(super) fn is_folder(path: &Path) -> bool {
    kind(path).is_some_and(|kind| kind.is_dir())
}

/// Whether there is a regular file at a path, and no link to one.
pub(super) fn is_file(path: &Path) -> bool {
    kind(path).is_some_and(|kind| kind.is_file())
}

/// Removes a folder whose files are all known, else nothing of it. Its manifest goes last: by it the rest is known
/// where the removal is cut off.
pub(super) fn remove(folder: &Path, known: &FileNames) -> Result<(), FolderError> {
    let in_the_way = |found| Err(FolderError::InTheWay { path: folder.to_owned(), found });
    match kind(folder) {
        None => return Ok(()),
        Some(kind) if kind.is_symlink() => return in_the_way(message!(a_link)),
        Some(kind) if !kind.is_dir() => return in_the_way(message!(a_file)),
        Some(_) => {}
    }
    let Contents { mut files, folders, foreign } = Contents::of(folder, known)?;
    if let Some(file) = foreign {
        return in_the_way(message!(folder_with_other, file));
    }
    files.sort_by_key(|(name, _)| name == MANIFEST);
    files.iter().try_for_each(|(_, file)| gone(file, fs::remove_file(file)))?;
    folders.iter().rev().try_for_each(|folder| gone(folder, fs::remove_dir(folder)))
}

/// The end of a removal: what another process has removed is gone too.
fn gone(path: &Path, removed: io::Result<()>) -> Result<(), FolderError> {
    match removed {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(at(path)(error)),
        _ => Ok(()),
    }
}
