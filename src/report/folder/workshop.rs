//! The place where a run's folder is made and exchanged for an earlier one, and what is mended after the process is
//! killed.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::earlier::{is_whole, other_result};
use super::{FolderError, ResultKind, at};

/// A hidden folder beside the target, `.long.writing-12-1`. It holds what is on its way into the target's place and out
/// of it.
///
/// Its owner holds a lock on a file in it. The system lifts the lock when the owner is gone, however it went. A
/// workshop whose lock is free is a left-over, whatever machine made it; one that is locked is never touched. The file
/// is made first and removed last, so a workshop without it is empty and no loss.
///
/// An earlier run in the workshop is still the target's as long as the new one is there too. Once the new one has left,
/// the earlier one is waste.
pub(super) struct Workshop {
    folder: PathBuf,
    /// Where the system cannot lock files, workshops are neither locked nor cleared away.
    _lock: File,
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
                Err(error) => return Err(at(&folder)(error)),
            }
        }
    }

    /// Makes a workshop there; none if another process has taken its lock.
    fn lock(folder: PathBuf) -> io::Result<Option<Self>> {
        fs::create_dir(&folder)?;
        let lock = File::create_new(folder.join(LOCK))?;
        if matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
            return Ok(None);
        }
        fs::create_dir(folder.join(NEW))?;
        Ok(Some(Self { folder, _lock: lock }))
    }

    /// The folder to write the new run into.
    pub fn new_run(&self) -> PathBuf {
        self.folder.join(NEW)
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
            let Err(error) = fs::rename(&new, target) else { return Ok(()) };
            if target.exists() && turns.next().is_some() {
                remove(&earlier)?;
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
        take_away(&self.folder)
    }
}

/// Removes a workshop, its lock's file last. One that is empty but for that does no harm where the system keeps it for
/// a while.
fn take_away(workshop: &Path) -> Result<(), FolderError> {
    remove(&workshop.join(EARLIER))?;
    remove(&workshop.join(NEW))?;
    let _ = fs::remove_file(workshop.join(LOCK)).and_then(|()| fs::remove_dir(workshop));
    Ok(())
}

fn remove(folder: &Path) -> Result<(), FolderError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(at(folder)(error)),
        _ => Ok(()),
    }
}

/// Clears away what processes that are gone have left beside a target. An earlier run that one of them had put aside
/// and not yet replaced is put back.
pub(super) fn clear(target: &Path) -> Result<(), FolderError> {
    let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let prefix = prefix(target);
    let mut left: Vec<PathBuf> = fs::read_dir(parent)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().as_encoded_bytes().starts_with(prefix.as_encoded_bytes()))
        .map(|entry| entry.path())
        .collect();
    left.sort();
    for workshop in left {
        let Ok(lock) = File::options().write(true).open(workshop.join(LOCK)) else {
            // Empty, if it is a workshop; nothing else is removed by this.
            let _ = fs::remove_dir(&workshop);
            continue;
        };
        if lock.try_lock().is_err() {
            continue;
        }
        let earlier = workshop.join(EARLIER);
        if fs::symlink_metadata(target).is_err() && workshop.join(NEW).exists() && is_whole(&earlier) {
            fs::rename(&earlier, target).map_err(at(&earlier))?;
        }
        // What cannot be removed, as another user's, is no reason not to run.
        let _ = take_away(&workshop);
    }
    Ok(())
}

/// The beginning of the names of a target's workshops.
fn prefix(target: &Path) -> OsString {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".writing-");
    name
}
