//! A file of a result's folder: bytes in memory, a copy of an input, or written piece by piece.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::config::content::{Content, Hashing};

/// A file of a result's folder.
pub struct OutputFile<'a> {
    /// Its name, relative to the folder, with `/` between parts.
    pub name: String,
    body: Body<'a>,
}

enum Body<'a> {
    Content(Content),
    /// Written anew whenever it is asked for: what is too large to be held never is.
    Streamed(Box<WriteContent<'a>>),
}

type WriteContent<'a> = dyn Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'a;

impl<'a> OutputFile<'a> {
    /// A file of a content.
    #[must_use]
    pub fn new(name: impl Into<String>, content: impl Into<Content>) -> Self {
        Self { name: name.into(), body: Body::Content(content.into()) }
    }

    /// A file that is written piece by piece, the same bytes each time.
    #[must_use]
    pub fn streamed(
        name: impl Into<String>,
        write: impl Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'a,
    ) -> Self {
        Self { name: name.into(), body: Body::Streamed(Box::new(write)) }
    }

    /// The same file in a folder of the folder.
    #[must_use]
    pub fn within(self, folder: &str) -> Self {
        Self { name: format!("{folder}/{}", self.name), ..self }
    }

    /// SHA-256 in hexadecimal digits.
    ///
    /// # Panics
    /// Never: what is written goes nowhere.
    #[must_use]
    pub fn sha256(&self) -> String {
        match &self.body {
            Body::Content(content) => content.sha256(),
            Body::Streamed(write) => {
                let mut through = BufWriter::new(Hashing::new(io::sink()));
                write(&mut through).and_then(|()| through.flush()).expect("a sink takes everything");
                through.into_inner().ok().map(Hashing::sha256).expect("a sink takes everything")
            }
        }
    }

    /// Writes it to a new file.
    ///
    /// # Errors
    /// If the system refuses, or an input file is not what it was when it was read.
    pub fn write(&self, to: &Path) -> io::Result<()> {
        match &self.body {
            Body::Content(content) => content.write(to),
            Body::Streamed(write) => {
                let mut to = BufWriter::new(File::create(to)?);
                write(&mut to)?;
                to.flush()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_streamed_file_is_written_and_fingerprinted_as_if_it_were_held() {
        let place = tempfile::tempdir().unwrap();
        let (rows, to) = ("row\n".repeat(10_000), place.path().join("to"));
        let file = OutputFile::streamed("rows.csv", |to| to.write_all(rows.as_bytes()));
        file.write(&to).unwrap();
        assert_eq!(std::fs::read_to_string(&to).unwrap(), rows);
        assert_eq!(file.sha256(), OutputFile::new("rows.csv", rows.clone()).sha256());
    }
}
