//! The place where a run's folder is made and exchanged for an earlier one, and what is mended after the process is
//! killed.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::contents::{Contents, FileNames, is_file, is_folder, kind, remove};
use super::disk;
use super::earlier::{is_whole, known, other_result, place};
use super::error::at;
use super::{FolderError, ResultKind};
use crate::report::OutputFile;

/// A hidden folder beside the target, `.long.writing-12-1`. It holds what is on its way into the target's place and out
/// of it.
///
/// Its owner holds a lock on a file in it. The system lifts the lock when the owner is gone, however it went. A
/// workshop whose lock is free is a left-over, whatever machine made it; one that is locked is never touched. The file
/// is made first and removed last, so a workshop without it is empty and no loss. It names the files of the new run:
/// no others are removed with a left-over.
///
/// An earlier run in the workshop is still the target's as long as the new one is there too. Once the new one has left,
/// the earlier one is waste.
pub(super) struct Workshop {
    folder: PathBuf,
    /// Where the system cannot lock files, workshops are neither locked nor cleared away.
    lock: File,
}

const LOCK: &str = "lock";
const NEW: &str = "new";
const EARLIER: &str = "earlier";

impl Workshop {
    /// A workshop that no other process or thread has.
    pub fn open(target: &Path) -> Result<Self, FolderError> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let mut turns = 0..100;
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(at(parent))?;
        }
        loop {
            let mut name = prefix(target);
            name.push(format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed)));
            let folder = target.with_file_name(name);
            match Self::lock(folder.clone()) {
                Ok(Some(workshop)) => return Ok(workshop),
                // A left-over of a process with this one's number; or one that clears away was faster than the lock.
                Ok(None) => {}
                Err(error)
                    if matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotFound)
                        && turns.next().is_some() => {}
                Err(error) => return Err(at(target)(error)),
            }
        }
    }

    /// Makes a workshop there; none if another process has taken its lock.
    fn lock(folder: PathBuf) -> io::Result<Option<Self>> {
        fs::create_dir(&folder)?;
        let lock = File::options().read(true).write(true).create_new(true).open(folder.join(LOCK))?;
        if matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
            return Ok(None);
        }
        fs::create_dir(folder.join(NEW))?;
        Ok(Some(Self { folder, lock }))
    }

    /// The folder to write the new run into.
    pub fn new_run(&self) -> PathBuf {
        self.folder.join(NEW)
    }

    /// Writes the new run, onto the disk.
    pub fn fill(&self, files: &[OutputFile]) -> Result<(), FolderError> {
        let (folder, names) = (self.new_run(), files.iter().map(|file| file.name.clone()).collect::<FileNames>());
        serde_json::to_writer(&self.lock, &names).map_err(|error| at(&self.folder)(error.into()))?;
        for file in files {
            let path = place(&folder, &file.name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(at(parent))?;
            }
            file.write(&path).map_err(at(&path))?;
            disk::keep_file(&path)?;
        }
        Contents::of(&folder, &names)?.folders.iter().try_for_each(|folder| disk::keep_folder(folder))
    }

    /// Whether the system would let these files and folders be moved here. Each is moved onto a folder that is not
    /// empty, which no system does: the reason that it gives tells. Asked where reasons are those of POSIX.
    pub fn try_taking(&self, paths: impl Iterator<Item = PathBuf>) -> Result<(), FolderError> {
        if cfg!(not(unix)) {
            return Ok(());
        }
        let full = self.new_run();
        fs::create_dir_all(full.join(NEW)).map_err(at(&full))?;
        for path in paths {
            match fs::rename(&path, &full).map_err(|error| (error.kind(), error)) {
                Err((
                    ErrorKind::DirectoryNotEmpty
                    | ErrorKind::AlreadyExists
                    | ErrorKind::IsADirectory
                    | ErrorKind::NotFound,
                    _,
                ))
                | Ok(()) => {}
                Err((_, error)) => return Err(at(&path)(error)),
            }
        }
        Ok(())
    }

    /// Puts the new run in its place, and what was there into the workshop. Where another process puts its own there
    /// between the two steps, that one counts as the earlier.
    pub fn swap(&self, target: &Path, kind: ResultKind) -> Result<(), FolderError> {
        let (new, earlier) = (self.new_run(), self.folder.join(EARLIER));
        let mut turns = 0..1000;
        loop {
            match fs::rename(target, &earlier) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(at(target)(error)),
                _ => {}
            }
            if let Some(found) = other_result(&earlier, kind) {
                fs::rename(&earlier, target).map_err(at(&earlier))?;
                return Err(FolderError::InTheWay { path: target.to_owned(), found });
            }
            let Err(error) = fs::rename(&new, target) else {
                disk::keep_folder(&self.folder)?;
                return disk::keep_folder(folder_of(target));
            };
            // Another process may have put its run there, and a third one taken it away since.
            let was_there = matches!(error.kind(), ErrorKind::DirectoryNotEmpty | ErrorKind::AlreadyExists);
            if (was_there || target.exists()) && turns.next().is_some() {
                remove(&earlier, &known(&earlier))?;
            } else {
                if earlier.exists() {
                    fs::rename(&earlier, target).map_err(at(&earlier))?;
                }
                return Err(at(target)(error));
            }
        }
    }

    /// Takes the workshop away, but not an earlier run that could not be put back.
    pub fn close(self) -> Result<(), FolderError> {
        if self.new_run().exists() && self.folder.join(EARLIER).exists() {
            return Ok(());
        }
        take_away(&self.folder, &self.lock)
    }
}

/// Removes a workshop, its lock's file last. One that is empty but for that does no harm where the system keeps it for
/// a while.
fn take_away(workshop: &Path, lock: &File) -> Result<(), FolderError> {
    let (earlier, new) = (workshop.join(EARLIER), workshop.join(NEW));
    remove(&earlier, &known(&earlier))?;
    remove(&new, &named_in(lock))?;
    let _ = fs::remove_file(workshop.join(LOCK)).and_then(|()| fs::remove_dir(workshop));
    Ok(())
}

/// The files of the new run, as the lock's file names them.
fn named_in(mut lock: &File) -> FileNames {
    const MOST_BYTES: u64 = 16 << 20;
    let named = lock.seek(SeekFrom::Start(0)).ok().and_then(|_| serde_json::from_reader(lock.take(MOST_BYTES)).ok());
    named.unwrap_or_default()
}

/// The folder that a path is in.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Clears away what processes that are gone have left beside a target. An earlier run that one of them had put aside
/// and not yet replaced is put back.
pub(super) fn clear(target: &Path) -> Result<(), FolderError> {
    let prefix = prefix(target);
    let mut left: Vec<PathBuf> = fs::read_dir(folder_of(target))
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().as_encoded_bytes().starts_with(prefix.as_encoded_bytes()))
        .map(|entry| entry.path())
        .collect();
    left.sort();
    for workshop in left.into_iter().filter(|left| is_folder(left)) {
        let Ok(lock) = open_lock(&workshop.join(LOCK)) else {
            // Empty, if it is a workshop; nothing else is removed by this.
            let _ = fs::remove_dir(&workshop);
            continue;
        };
        if lock.try_lock().is_err() {
            continue;
        }
        let earlier = workshop.join(EARLIER);
        if kind(target).is_none() && workshop.join(NEW).exists() && is_whole(&earlier) {
            fs::rename(&earlier, target).map_err(at(&earlier))?;
        }
        // What cannot be removed, as another user's, is no reason not to run.
        let _ = take_away(&workshop, &lock);
    }
    Ok(())
}

/// Opens a left-over's lock, which is a file, and nothing that a reader or writer waits for.
fn open_lock(path: &Path) -> io::Result<File> {
    if !is_file(path) {
        return Err(ErrorKind::InvalidInput.into());
    }
    File::options().read(true).write(true).open(path)
}

/// The beginning of the names of a target's workshops.
fn prefix(target: &Path) -> OsString {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".writing-");
    name
}
