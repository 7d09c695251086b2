//! Why a folder could not be written.

use std::io;
use std::path::{Path, PathBuf};

use crate::texts::{Message, Worded, message};

/// Why a folder could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub enum FolderError {
    /// There is something in the way that is no run's folder.
    InTheWay {
        /// The folder asked for.
        path: PathBuf,
        /// The thing that is there.
        found: Message,
    },
    /// There is a file in the way that is no earlier result's.
    FileInTheWay {
        /// The file asked for.
        path: PathBuf,
        /// The thing that is there.
        found: Message,
        /// The verb whose result it would be.
        verb: String,
    },
    /// The system said no.
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl Worded for FolderError {
    fn message(&self) -> Message {
        match self {
            Self::InTheWay { path, found } => {
                message!(in_the_way, folder = path.display().to_string(), found = found.clone())
            }
            Self::FileInTheWay { path, found, verb } => {
                message!(file_in_the_way, file = path.display().to_string(), found = found.clone(), verb)
            }
            Self::Io { path, source } => message!(at, place = path.display().to_string(), text = source.to_string()),
        }
    }
}

/// An error of the system, at a file or folder.
pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> FolderError + '_ {
    |source| FolderError::Io { path: path.to_owned(), source }
}
