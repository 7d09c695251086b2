//! Reading text as it comes: packed with gzip or not, with a byte-order mark or not, and no line without end.

use std::io::{self, BufRead, BufReader, Read};

use crate::texts::{Message, message};
use flate2::bufread::MultiGzDecoder;

/// The bytes that a gzip file begins with.
pub(super) const GZIP: [u8; 2] = [0x1f, 0x8b];
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// The longest line.
const MOST_BYTES: usize = 1 << 16;

/// The text of a file, unpacked. Memory is that of some buffers.
///
/// # Errors
/// If its first bytes cannot be read; later ones fail when they are.
pub(super) fn text<'a>(from: impl Read + 'a) -> io::Result<Box<dyn Read + 'a>> {
    let mut from = BufReader::with_capacity(1 << 16, from);
    let packed = from.fill_buf()?.starts_with(&GZIP);
    let unpacked: Box<dyn Read> = if packed { Box::new(MultiGzDecoder::new(from)) } else { Box::new(from) };
    let mut unpacked = BufReader::with_capacity(1 << 16, unpacked);
    if unpacked.fill_buf()?.starts_with(BYTE_ORDER_MARK) {
        unpacked.consume(BYTE_ORDER_MARK.len());
    }
    Ok(Box::new(Lines { from: unpacked, length: 0 }))
}

/// Why text could not be read on, in words.
pub(super) fn broken(error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => message!(gzip_ends_early),
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => message!(gzip_damaged, error = error.to_string()),
        io::ErrorKind::FileTooLarge => message!(text_unreadable, error = message!(a_long_line, bytes = MOST_BYTES)),
        _ => message!(text_unreadable, error = error.to_string()),
    }
}

/// A reader that refuses a line without end: a few bytes of gzip may unpack to more than any machine holds.
struct Lines<R> {
    from: R,
    /// Bytes since the last end of a line.
    length: usize,
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        let end = buffer[..read].iter().rposition(|&byte| byte == b'\n');
        self.length = end.map_or(self.length + read, |end| read - end - 1);
        if self.length > MOST_BYTES {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("a line longer than {MOST_BYTES} bytes")));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_end_is_refused_before_it_is_held() {
        let mut endless = text(io::repeat(b'1')).unwrap();
        let read = io::copy(&mut endless, &mut io::sink());
        assert!(read.unwrap_err().to_string().contains("a line longer than 65536 bytes"));
    }

    #[test]
    fn packed_and_marked_text_is_read_as_plain_text() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        io::Write::write_all(&mut packed, b"\xef\xbb\xbfpath,step\n").unwrap();
        let packed = packed.finish().unwrap();
        for content in [&packed[..], b"\xef\xbb\xbfpath,step\n", b"path,step\n"] {
            let mut read = String::new();
            text(content).unwrap().read_to_string(&mut read).unwrap();
            assert_eq!(read, "path,step\n");
        }
    }
}
