//! The content of a file: in memory, or left on the disk where it is too large for that.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// The content of a file.
#[derive(Debug, Clone)]
pub enum Content {
    /// Its bytes, in memory.
    Bytes(Vec<u8>),
    /// Those of a file that was read before, too large to be held.
    OnDisk {
        /// The file.
        path: PathBuf,
        /// SHA-256 of what was read, in hexadecimal digits.
        sha256: String,
    },
}

/// A file that a configuration names.
#[derive(Debug, Clone)]
pub struct Input {
    /// Its name in the configuration.
    pub name: String,
    /// Where it was found.
    pub path: PathBuf,
    /// Its content.
    pub content: Content,
}

impl<T: Into<Vec<u8>>> From<T> for Content {
    fn from(content: T) -> Self {
        Self::Bytes(content.into())
    }
}

impl Content {
    /// SHA-256 in hexadecimal digits.
    #[must_use]
    pub fn sha256(&self) -> String {
        match self {
            Self::Bytes(content) => sha256(content),
            Self::OnDisk { sha256, .. } => sha256.clone(),
        }
    }

    /// Writes it to a new file.
    ///
    /// # Errors
    /// If the system refuses, or a file on the disk is not what it was when it was read.
    pub fn write(&self, to: &Path) -> io::Result<()> {
        match self {
            Self::Bytes(content) => std::fs::write(to, content),
            Self::OnDisk { path, sha256 } => {
                let mut from = Hashing::new(File::open(path)?);
                let mut copy = File::create(to)?;
                io::copy(&mut from, &mut copy)?;
                copy.flush()?;
                let changed = || io::Error::other(format!("{} has changed since it was read", path.display()));
                (from.sha256() == *sha256).then_some(()).ok_or_else(changed)
            }
        }
    }
}

/// SHA-256 in hexadecimal digits.
#[must_use]
pub fn sha256(content: &[u8]) -> String {
    hexadecimal(&Sha256::digest(content))
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |four: u8| char::from_digit(u32::from(four), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// A reader or writer that takes the fingerprint of what passes.
pub(crate) struct Hashing<T> {
    through: T,
    digest: Sha256,
}

impl<T> Hashing<T> {
    pub(crate) fn new(through: T) -> Self {
        Self { through, digest: Sha256::new() }
    }

    /// The fingerprint of all that has passed.
    pub(crate) fn sha256(self) -> String {
        hexadecimal(&self.digest.finalize())
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.through.read(buffer)?;
        self.digest.update(&buffer[..read]);
        Ok(read)
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.through.write(buffer)?;
        self.digest.update(&buffer[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.through.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_on_the_disk_is_copied_if_it_is_still_the_same() {
        let place = tempfile::tempdir().unwrap();
        let (from, to) = (place.path().join("from"), place.path().join("to"));
        std::fs::write(&from, "path,step\n").unwrap();
        let content = Content::OnDisk { path: from.clone(), sha256: sha256(b"path,step\n") };
        content.write(&to).unwrap();
        assert_eq!(std::fs::read(&to).unwrap(), b"path,step\n");
        std::fs::write(&from, "path,stop\n").unwrap();
        assert!(content.write(&to).unwrap_err().to_string().contains("has changed"));
    }
}
