//! The encoding of a text: UTF-8, UTF-16 with a byte-order mark, or Windows-1252, in which Excel saves CSV.

use std::io::Read;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use encoding_rs_io::DecodeReaderBytesBuilder;

/// The encoding of a text by its first bytes: what its mark says, or UTF-8 where they are that, else Windows-1252.
pub(super) fn of(sample: &[u8]) -> &'static Encoding {
    if let Some((marked, _)) = Encoding::for_bom(sample) {
        return marked;
    }
    let valid = match std::str::from_utf8(sample) {
        Ok(_) => true,
        // A sample may end within a character.
        Err(error) => error.error_len().is_none(),
    };
    if valid { UTF_8 } else { WINDOWS_1252 }
}

/// A text as UTF-8 without its mark.
pub(super) fn utf8<'a>(from: impl Read + 'a, encoding: &'static Encoding) -> Box<dyn Read + 'a> {
    let mut builder = DecodeReaderBytesBuilder::new();
    // UTF-8 passes through: what is none is found where it stands.
    builder.encoding(Some(encoding)).utf8_passthru(true).strip_bom(true).bom_override(true);
    if encoding == UTF_8 {
        builder.encoding(None);
    }
    Box::new(builder.build(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_the_same_in_each_encoding() {
        let text = "månad;värde\n2024-01;1\u{a0}234,5\n";
        let utf16 = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
            std::iter::once('\u{feff}').chain(text.chars()).flat_map(|c| order(c as u16)).collect()
        };
        let windows: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let marked = format!("\u{feff}{text}");
        for bytes in [text.as_bytes(), marked.as_bytes(), &utf16(u16::to_le_bytes), &utf16(u16::to_be_bytes), &windows]
        {
            let mut read = String::new();
            utf8(bytes, of(bytes)).read_to_string(&mut read).unwrap();
            assert_eq!(read, text);
        }
    }

    #[test]
    fn a_sample_that_ends_within_a_character_is_utf8() {
        assert_eq!(of(&"å".as_bytes()[..1]), UTF_8);
        assert_eq!(of(b"v\xe4rde;1\n"), WINDOWS_1252);
    }
}
