//! `part.json`: one shard of a run, complete to the bit.
//!
//! Three lines: the file's name and the SHA-256 of what follows, the header, and the counts and sums.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::OutputFile;
use super::manifest::sha256;
use crate::config::bounded_file;
use crate::engine::Accumulated;
use crate::study::shard::Header;

/// Name of the file in a part's folder.
pub const PART: &str = "part.json";

const MAGIC: &str = "skans part ";
/// The largest part read.
const MOST_MIB: u64 = 1024;

/// The file of a part.
#[must_use]
pub fn file(header: &Header, accumulated: &Accumulated) -> OutputFile {
    let lines = [serde_json::to_string(header), serde_json::to_string(accumulated)];
    // Maps with texts for keys, and numbers: nothing that JSON lacks.
    let [header, body] = lines.map(Result::unwrap_or_default);
    let content = format!("{header}\n{body}\n");
    OutputFile::new(PART, format!("{MAGIC}{}\n{content}", sha256(content.as_bytes())))
}

/// A folder that holds no part of a run.
#[derive(Debug, thiserror::Error)]
#[error("{}: found {found}, allowed: a folder that `run --shard` wrote", path.display())]
pub struct NotAPart {
    path: PathBuf,
    found: String,
}

fn wrong(folder: &Path, found: impl Into<String>) -> NotAPart {
    NotAPart { path: folder.to_owned(), found: found.into() }
}

/// Reads which part is in a folder.
///
/// # Errors
/// If there is none, or it is not as it was written.
pub fn header(folder: &Path) -> Result<Header, NotAPart> {
    Ok(lines(folder)?.0)
}

/// Reads what the part in a folder came to.
///
/// # Errors
/// As [`header`].
pub fn accumulated(folder: &Path) -> Result<Accumulated, NotAPart> {
    let (header, body) = lines(folder)?;
    let unknown = || wrong(folder, format!("{PART} of skans {}, which this version cannot read", header.origin.skans));
    serde_json::from_str(&body).map_err(|_| unknown())
}

/// The header, and the line of counts and sums.
fn lines(folder: &Path) -> Result<(Header, String), NotAPart> {
    let content = bounded_file::read(&folder.join(PART), MOST_MIB).map_err(|error| match error.kind() {
        ErrorKind::NotFound => wrong(folder, format!("no file {PART}")),
        _ => wrong(folder, format!("{PART} that cannot be read ({error})")),
    })?;
    let text = String::from_utf8(content).map_err(|_| wrong(folder, format!("{PART} that is no text")))?;
    let rest = text.strip_prefix(MAGIC).ok_or_else(|| wrong(folder, format!("{PART} of another kind")))?;
    let whole = || {
        let (_, content) = rest.split_once('\n').filter(|(sum, content)| sha256(content.as_bytes()) == *sum)?;
        let (header, body) = content.split_once('\n')?;
        Some((serde_json::from_str(header).ok()?, body.to_owned()))
    };
    whole().ok_or_else(|| wrong(folder, format!("{PART} that is damaged or was changed")))
}
