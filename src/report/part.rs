//! `part.json`: one shard of a run, complete to the bit.
//!
//! Three lines: the file's name and the SHA-256 of what follows, the header, and the counts and sums.

use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::OutputFile;
use super::manifest::sha256;
use crate::config::bounded_file::{self, Unreadable};
use crate::engine::Accumulated;
use crate::study::shard::Header;
use crate::texts::{Message, Worded, message};

/// Name of the file in a part's folder.
pub const PART: &str = "part.json";

const MAGIC: &str = "skans part ";
/// Digits of a SHA-256.
const DIGITS: usize = 64;
/// The largest part written and read, in MiB.
const MOST: u64 = 1024;

/// A part that is too large to be read again.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub struct TooLargePart {
    found: u64,
}

impl Worded for TooLargePart {
    fn message(&self) -> Message {
        message!(part_too_large, file = PART, found = self.found, most = MOST)
    }
}

/// The file of a part.
///
/// # Errors
/// If it could not be read again.
pub fn file(header: &Header, accumulated: &Accumulated) -> Result<OutputFile<'static>, TooLargePart> {
    let mut content = format!("{MAGIC}{}\n", "0".repeat(DIGITS)).into_bytes();
    let begin = content.len();
    // Maps with texts for keys, and numbers: nothing that JSON lacks.
    let _ = serde_json::to_writer(&mut content, header);
    content.push(b'\n');
    let _ = serde_json::to_writer(&mut content, accumulated);
    content.push(b'\n');
    let hash = sha256(&content[begin..]);
    content[MAGIC.len()..][..DIGITS].copy_from_slice(hash.as_bytes());
    fits(content.len() as u64)?;
    Ok(OutputFile::new(PART, content))
}

fn fits(bytes: u64) -> Result<(), TooLargePart> {
    if bytes > MOST << 20 { Err(TooLargePart { found: bytes.div_ceil(1 << 20) }) } else { Ok(()) }
}

/// A folder that holds no part of a run.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message())]
pub struct NotAPart {
    path: PathBuf,
    found: Message,
}

impl Worded for NotAPart {
    fn message(&self) -> Message {
        message!(no_part, folder = self.path.display().to_string(), found = self.found.clone())
    }
}

fn wrong(folder: &Path, found: Message) -> NotAPart {
    NotAPart { path: folder.to_owned(), found }
}

fn unreadable(folder: &Path, error: &Unreadable) -> NotAPart {
    match error {
        Unreadable::System(error) if error.kind() == ErrorKind::NotFound => {
            wrong(folder, message!(part_no_file, file = PART))
        }
        _ => wrong(folder, message!(part_unreadable, file = PART, error = error.message())),
    }
}

/// Which part is in a folder, by its own word: whether it is whole is known when it is [read].
///
/// # Errors
/// If there is none, or it does not say.
pub fn header(folder: &Path) -> Result<Header, NotAPart> {
    const MOST_BYTES: u64 = 16 << 20;
    let path = folder.join(PART);
    let kind = std::fs::metadata(&path).map_err(|error| unreadable(folder, &error.into()))?;
    if !kind.is_file() {
        return Err(wrong(folder, message!(part_not_a_file, file = PART)));
    }
    let file = File::open(&path).map_err(|error| unreadable(folder, &error.into()))?;
    let mut lines = BufReader::new(file.take(MOST_BYTES));
    let mut line = || {
        let mut line = Vec::new();
        lines.read_until(b'\n', &mut line).map_err(|error| unreadable(folder, &error.into()))?;
        Ok(line)
    };
    if !line()?.starts_with(MAGIC.as_bytes()) {
        return Err(wrong(folder, message!(part_of_another_kind, file = PART)));
    }
    serde_json::from_slice(&line()?).map_err(|_| damaged(folder))
}

/// Reads the part in a folder.
///
/// # Errors
/// If it is not as it was written, or there is another than `expected`.
pub fn read(folder: &Path, expected: &Header) -> Result<Accumulated, NotAPart> {
    let content = bounded_file::read(&folder.join(PART), MOST).map_err(|error| unreadable(folder, &error))?;
    let whole = || {
        let (hash, content) = content.strip_prefix(MAGIC.as_bytes())?.split_at_checked(DIGITS)?;
        let content = content.strip_prefix(b"\n").filter(|content| sha256(content).as_bytes() == hash)?;
        let end = content.iter().position(|byte| *byte == b'\n')?;
        let header: Header = serde_json::from_slice(&content[..end]).ok()?;
        Some((header, &content[end..]))
    };
    let (header, body) = whole().ok_or_else(|| damaged(folder))?;
    if header != *expected {
        return Err(wrong(folder, message!(part_changed, file = PART)));
    }
    let impossible = || message!(part_impossible, file = PART, version = &header.origin.skans);
    serde_json::from_slice(body).map_err(|_| wrong(folder, impossible()))
}

fn damaged(folder: &Path) -> NotAPart {
    wrong(folder, message!(part_damaged, file = PART))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_could_not_be_read_again_is_not_written() {
        assert!(fits(1 << 30).is_ok());
        assert!(fits((1 << 30) + 1).unwrap_err().to_string().contains("found 1025 MiB, allowed: at most 1024"));
    }
}
