//! The content of a file: held in memory, or, where it is too large to be held, left on the disk or made anew whenever it is wanted.

use std::fmt;
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

/// What a file holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// Here.
    Held(Vec<u8>),
    /// In a file that was read before, with its fingerprint of then.
    OnDisk {
        /// The file.
        path: PathBuf,
        /// SHA-256 in hexadecimal digits.
        sha256: String,
    },
    /// What this writes.
    Made(Maker),
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

/// Writes a content, the same bytes each time.
#[derive(Clone)]
pub struct Maker(Arc<Writes>);

type Writes = dyn Fn(&mut dyn Write) -> io::Result<()> + Send + Sync;

impl Maker {
    /// A content that is written so.
    #[must_use]
    pub fn new(write: impl Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'static) -> Self {
        Self(Arc::new(write))
    }

    /// Writes it.
    ///
    /// # Errors
    /// If what is written to fails.
    pub fn write(&self, to: impl Write) -> io::Result<()> {
        let mut to = BufWriter::new(to);
        (self.0)(&mut to)?;
        to.flush()
    }
}

impl fmt::Debug for Maker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Maker")
    }
}

impl From<Maker> for Content {
    fn from(maker: Maker) -> Self {
        Self::Made(maker)
    }
}

impl<T: Into<Vec<u8>>> From<T> for Content {
    fn from(content: T) -> Self {
        Self::Held(content.into())
    }
}

impl Content {
    /// SHA-256 in hexadecimal digits.
    #[must_use]
    pub fn sha256(&self) -> String {
        match self {
            Self::Held(content) => sha256(content),
            Self::OnDisk { sha256, .. } => sha256.clone(),
            Self::Made(maker) => {
                let mut digest = Hashing::new(io::sink());
                // A sink takes everything.
                let _ = maker.write(&mut digest);
                digest.sha256()
            }
        }
    }

    /// Writes it to a new file.
    ///
    /// # Errors
    /// If the system refuses, or a file on the disk is not what it was when it was read.
    pub fn write(&self, to: &Path) -> io::Result<()> {
        match self {
            Self::Held(content) => std::fs::write(to, content),
            Self::Made(maker) => maker.write(File::create(to)?),
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
pub(super) struct Hashing<T> {
    through: T,
    digest: Sha256,
}

impl<T> Hashing<T> {
    pub(super) fn new(through: T) -> Self {
        Self { through, digest: Sha256::new() }
    }

    /// The fingerprint of all that has passed.
    pub(super) fn sha256(self) -> String {
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

    #[test]
    fn a_content_that_is_made_anew_is_written_and_fingerprinted_as_if_it_were_held() {
        let place = tempfile::tempdir().unwrap();
        let (rows, to) = ("row\n".repeat(10_000), place.path().join("to"));
        let made = rows.clone();
        let content = Content::from(Maker::new(move |to| to.write_all(made.as_bytes())));
        content.write(&to).unwrap();
        assert_eq!(std::fs::read_to_string(&to).unwrap(), rows);
        assert_eq!(content.sha256(), Content::from(rows).sha256());
    }
}
