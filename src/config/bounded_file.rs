//! Reading a file of bounded size.

use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// The content of a regular file (a device or a pipe may never end) of at most `most` MiB.
///
/// # Errors
/// If there is no such file, it is larger, or it cannot be read.
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let kind = fs::metadata(path)?;
    if !kind.is_file() {
        let what = if kind.is_dir() { "a folder" } else { "a device or a pipe" };
        return Err(io::Error::other(what));
    }
    let mut content = Vec::with_capacity(usize::try_from(kind.len().min(most << 20)).unwrap_or(0) + 1);
    fs::File::open(path)?.take((most << 20) + 1).read_to_end(&mut content)?;
    if content.len() as u64 > most << 20 {
        return Err(io::Error::new(ErrorKind::FileTooLarge, format!("larger than {most} MiB")));
    }
    Ok(content)
}
