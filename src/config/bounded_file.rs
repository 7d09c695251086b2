//! Reading a file of bounded size.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::texts::{Message, Worded, message};

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum Unreadable {
    /// The system says so.
    System(#[from] io::Error),
    /// It is a folder.
    Folder,
    /// It is a device or a pipe, which may never end.
    Device,
    /// It is too large.
    Large {
        /// The most that is read, MiB.
        most: u64,
    },
}

impl Worded for Unreadable {
    fn message(&self) -> Message {
        match self {
            Self::System(error) => message!(verbatim, text = error.to_string()),
            Self::Folder => message!(a_folder),
            Self::Device => message!(a_device),
            Self::Large { most } => message!(larger_than, mib = *most),
        }
    }
}

/// Opens a regular file of at most `most` MiB.
///
/// # Errors
/// If there is no such file, it is larger, or it cannot be opened.
pub fn open(path: &Path, most: u64) -> Result<File, Unreadable> {
    let kind = fs::metadata(path)?;
    if !kind.is_file() {
        return Err(if kind.is_dir() { Unreadable::Folder } else { Unreadable::Device });
    }
    if kind.len() > most << 20 {
        return Err(Unreadable::Large { most });
    }
    Ok(File::open(path)?)
}

/// The content of a regular file of at most `most` MiB.
///
/// # Errors
/// If there is no such file, it is larger, or it cannot be read.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Unreadable> {
    let mut content = Vec::new();
    open(path, most)?.take((most << 20) + 1).read_to_end(&mut content)?;
    if content.len() as u64 > most << 20 { Err(Unreadable::Large { most }) } else { Ok(content) }
}
