//! Forcing what was written onto the disk, so that a power cut loses nothing.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;

use super::FolderError;
use super::error::at;

/// Returns when a file's content is on the disk.
pub(super) fn keep_file(path: &Path) -> Result<(), FolderError> {
    File::options().write(true).open(path).and_then(|file| file.sync_all()).map_err(at(path))
}

/// Returns when the names in a folder are on the disk, where the system can say so of a folder.
pub(super) fn keep_folder(path: &Path) -> Result<(), FolderError> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    match File::open(path).and_then(|folder| folder.sync_all()) {
        Err(error) if !matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Err(at(path)(error)),
        _ => Ok(()),
    }
}
