//! The rows of a table's file. CSV is read as it comes: packed with gzip or not, in any encoding, with any separator,
//! and no row without end. Of a workbook a sheet is read.

mod form;

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use flate2::bufread::MultiGzDecoder;

use super::limits::{Limits, MOST_MIB};
use super::{encoding, workbook};
use crate::config::problem::{Place, Problem};
use crate::texts::{Message, message};
use form::Form;

/// A row of a table.
pub(in crate::config) type TableRow = csv::StringRecord;

/// The bytes that a gzip file begins with.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// The longest row, line ends within it and blank lines before it counted.
const MOST_BYTES: u64 = 1 << 16;
/// What is held of a text that is read row by row, from which its encoding and its separator are told.
const SAMPLE: usize = 1 << 16;

/// The rows of a file.
pub(super) enum Rows<'a> {
    /// The rows of a text. Memory is that of some buffers and of one row.
    Text {
        /// The text.
        reader: csv::Reader<Box<dyn Read + 'a>>,
        /// How many bytes may have been read before the next row is whole.
        most: Rc<Cell<u64>>,
    },
    /// The rows of a sheet, all held.
    Sheet(std::vec::IntoIter<TableRow>),
}

impl<'a> Rows<'a> {
    /// The rows of a file of this name. Text is read as it goes.
    ///
    /// # Errors
    /// If the first bytes of a text cannot be read, later ones fail when they are; what is wrong in a workbook.
    pub(super) fn open(file: &str, from: impl Read + 'a, limits: Limits) -> Result<Self, Problem> {
        let unreadable = |error: io::Error| {
            let (place, allowed) = (Place::Whole(file.to_owned()), message!(csv_gzip_or_xlsx));
            Problem::new(place, "", broken(&error), allowed)
        };
        let mut from = BufReader::with_capacity(SAMPLE, from);
        if workbook::is_one(from.fill_buf().map_err(unreadable)?) {
            let mut content = Vec::new();
            from.take((MOST_MIB << 20) + 1).read_to_end(&mut content).map_err(unreadable)?;
            return Ok(Self::Sheet(workbook::rows(file, &content, limits)?.into_iter()));
        }
        Self::of_text(from, limits.mib << 20).map_err(unreadable)
    }

    fn of_text(mut from: BufReader<impl Read + 'a>, most_bytes: u64) -> io::Result<Self> {
        let packed = from.fill_buf()?.starts_with(&GZIP);
        let unpacked: Box<dyn Read> = if packed { Box::new(MultiGzDecoder::new(from)) } else { Box::new(from) };
        let mut unpacked = BufReader::with_capacity(SAMPLE, Bounded { from: unpacked, most: most_bytes, read: 0 });
        let sample = unpacked.fill_buf()?;
        let encoding = encoding::of(sample);
        let Form { said, separator, line_end } = Form::of(&encoding.decode(sample).0);
        let most = Rc::new(Cell::new(2 * MOST_BYTES));
        let mut text = Records { from: encoding::utf8(unpacked, encoding), read: 0, most: Rc::clone(&most) };
        // The end of that line is left, so that it is counted.
        io::copy(&mut (&mut text).take(said), &mut io::sink())?;
        // Every row then has an end, and its line is told by the next one's.
        let text = Box::new(text.chain(&b"\n"[..])) as Box<dyn Read>;
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .terminator(csv::Terminator::Any(line_end))
            .buffer_capacity(1 << 16)
            .from_reader(text);
        Ok(Self::Text { reader, most })
    }

    /// Reads the next row that is not blank; false at the end. The first one is the header.
    ///
    /// # Errors
    /// If it cannot be read.
    pub(super) fn next(&mut self, row: &mut TableRow) -> csv::Result<bool> {
        match self {
            Self::Sheet(rows) => Ok(rows.next().map(|next| *row = next).is_some()),
            Self::Text { reader, most } => {
                while reader.read_record(row)? {
                    most.set(reader.position().byte() + 2 * MOST_BYTES);
                    set_line(row, reader.position().line());
                    row.trim();
                    if row.iter().any(|field| !field.is_empty()) {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
        }
    }

    /// The line that has been reached.
    pub(super) fn line(&self) -> u64 {
        match self {
            Self::Text { reader, .. } => reader.position().line(),
            Self::Sheet(_) => 0,
        }
    }

    /// Whether numbers are numbers, and not texts.
    pub(super) const fn is_typed(&self) -> bool {
        matches!(self, Self::Sheet(_))
    }
}

/// The line of its file in which a row stands.
pub(super) fn line(row: &TableRow) -> u64 {
    row.position().map_or(0, csv::Position::line)
}

/// Sets the line in which a row begins, by the line after it: blank lines before it are no part of it.
fn set_line(row: &mut TableRow, next: u64) {
    if let Some(mut position) = row.position().cloned()
        && position.line() + 1 < next
    {
        let within = row.iter().flat_map(str::bytes).filter(|&byte| byte == b'\n').count();
        // A quote that is never closed takes the row's own end too.
        let begins = (next - 1 - within as u64).max(position.line());
        position.set_line(begins);
        row.set_position(Some(position));
    }
}

/// What is allowed in the place of text that could not be read on.
pub(super) fn whole(error: &io::Error) -> Message {
    match too_large(error) {
        Some(TooLarge::Row) => message!(rows_that_end, kib = MOST_BYTES >> 10),
        Some(TooLarge::Text(_)) | None => message!(a_whole_file),
    }
}

fn too_large(error: &io::Error) -> Option<&TooLarge> {
    error.get_ref().and_then(|error| error.downcast_ref())
}

/// Why text could not be read on, in words.
pub(super) fn broken(error: &io::Error) -> Message {
    match too_large(error) {
        Some(TooLarge::Row) => return message!(a_long_row, kib = MOST_BYTES >> 10),
        Some(TooLarge::Text(bytes)) => return message!(more_than_mib_unpacked, mib = bytes >> 20),
        None => {}
    }
    match error.kind() {
        io::ErrorKind::UnexpectedEof => message!(gzip_ends_early),
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => message!(gzip_damaged, error = error.to_string()),
        _ => message!(text_unreadable, error = error.to_string()),
    }
}

/// What is larger than it may be: a few bytes of gzip may unpack to more than any machine holds.
#[derive(Debug, thiserror::Error)]
enum TooLarge {
    #[error("a row that is too long")]
    Row,
    #[error("more than {0} bytes")]
    Text(u64),
}

impl From<TooLarge> for io::Error {
    fn from(error: TooLarge) -> Self {
        Self::new(io::ErrorKind::FileTooLarge, error)
    }
}

/// A reader that refuses more than so many bytes.
struct Bounded<R> {
    from: R,
    most: u64,
    read: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.read += read as u64;
        if self.read > self.most { Err(TooLarge::Text(self.most).into()) } else { Ok(read) }
    }
}

/// A reader that refuses a row without end: one in quotes over many lines, or blank lines without number.
struct Records<R> {
    from: R,
    read: u64,
    most: Rc<Cell<u64>>,
}

impl<R: Read> Read for Records<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.read > self.most.get() {
            return Err(TooLarge::Row.into());
        }
        let read = self.from.read(buffer)?;
        self.read += read as u64;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn rows(content: &[u8]) -> csv::Result<Vec<Vec<String>>> {
        let mut rows = Rows::of_text(BufReader::new(content), 1 << 30)?;
        let fields = |row: &TableRow| row.iter().map(str::to_owned).collect::<Vec<String>>();
        let mut found = Vec::new();
        let mut row = TableRow::new();
        while rows.next(&mut row)? {
            found.push(fields(&row));
        }
        Ok(found)
    }

    fn packed(content: impl Read) -> Vec<u8> {
        let mut packed = flate2::read::GzEncoder::new(content, flate2::Compression::fast());
        let mut bytes = Vec::new();
        packed.read_to_end(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn rows_are_the_same_whatever_sets_fields_apart_and_whatever_packs_them() {
        let plain = "date,a\n2024-01,1\n2024-02,2\n";
        let wanted = rows(plain.as_bytes()).unwrap();
        assert_eq!(wanted[1], ["2024-01", "1"]);
        for text in [
            plain.replace(',', ";"),
            plain.replace(',', "\t"),
            plain.replace('\n', "\r\n"),
            format!("\u{feff}{plain}"),
            format!("{plain},\n\n,\n"),
        ] {
            assert_eq!(rows(text.as_bytes()).unwrap(), wanted, "{text}");
            assert_eq!(rows(&packed(text.as_bytes())).unwrap(), wanted, "{text}");
        }
    }

    #[test]
    fn a_row_stands_in_its_line_whatever_stands_before_it() {
        for (text, lines) in [
            ("a;b\n1;2\n", vec![1, 2]),
            ("sep=;\na;b\n1;2", vec![2, 3]),
            ("\"SEP=;\"\n\n;\na;b\n\n1;2\n;\n\n3;4", vec![4, 6, 9]),
            ("a;b\n1;\"2\n3\n", vec![1, 2]),
            ("a;\"b\nc\"\n\n\n1;2\n\n3;\"4\n5\"\n6;7", vec![1, 5, 7, 9]),
        ] {
            for text in [text.to_owned(), text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
                let mut rows = Rows::of_text(BufReader::new(text.as_bytes()), 1 << 30).unwrap();
                let (mut row, mut found) = (TableRow::new(), Vec::new());
                while rows.next(&mut row).unwrap() {
                    assert_eq!(row.len(), 2, "{text:?}");
                    found.push(line(&row));
                }
                assert_eq!(found, lines, "{text:?}");
            }
        }
    }

    #[test]
    fn a_first_line_that_names_the_separator_is_obeyed() {
        let wanted = rows(b"a,b\n1,2\n").unwrap();
        for text in ["sep=|\na|b\n1|2", "sep=\t\r\na\tb\r\n1\t2", "Sep=,\na,b\n1,2", "sep=;\ra;b\r1;2\r"] {
            assert_eq!(rows(text.as_bytes()).unwrap(), wanted, "{text:?}");
        }
    }

    /// A row without end is refused before it is held: a line, a field in quotes over lines, a header, blank lines.
    #[test]
    fn no_row_without_end_is_held() {
        let endless = |text: &'static [u8], each: u8| text.chain(io::repeat(each).take(1 << 26));
        for (text, each) in
            [(&b"path,step\n"[..], b'1'), (b"path,step\n1,\"", b'\n'), (b"path", b','), (b"path,step\n", b'\n')]
        {
            for packed_too in [false, true] {
                let found = if packed_too {
                    rows(&packed(endless(text, each)))
                } else {
                    let mut content = Vec::new();
                    endless(text, each).read_to_end(&mut content).unwrap();
                    rows(&content)
                };
                let csv::ErrorKind::Io(error) = found.unwrap_err().into_kind() else { panic!("{text:?}") };
                assert!(broken(&error).to_string().contains("a row longer than 64 KiB"), "{text:?}");
            }
        }
    }

    #[test]
    fn no_more_than_the_bound_is_unpacked() {
        let bomb = packed((&b"a,b\n"[..]).chain(&b"1,1\n".repeat(1 << 20)[..]));
        let mut rows = Rows::of_text(BufReader::new(&bomb[..]), 1 << 20).unwrap();
        let mut row = TableRow::new();
        let error = loop {
            match rows.next(&mut row) {
                Ok(true) => {}
                Ok(false) => panic!("all was read"),
                Err(error) => break error,
            }
        };
        let csv::ErrorKind::Io(error) = error.into_kind() else { panic!() };
        assert_eq!(broken(&error).to_string(), "more than 1 MiB unpacked");
    }

    #[test]
    fn a_broken_gzip_says_so() {
        let mut whole = Vec::new();
        let mut encoder = flate2::write::GzEncoder::new(&mut whole, flate2::Compression::fast());
        encoder.write_all(b"path,step\n").unwrap();
        drop(encoder);
        let csv::ErrorKind::Io(error) = rows(&whole[..whole.len() - 6]).unwrap_err().into_kind() else { panic!() };
        assert_eq!(broken(&error).to_string(), "a gzip file that ends early");
    }
}
