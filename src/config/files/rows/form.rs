//! How a text's rows are written: what ends a line, and what sets fields apart.

/// How the rows of a text are written.
pub(super) struct Form {
    /// The length of a first line that only names the separator, without its end; 0 where there is none.
    pub(super) said: u64,
    /// The mark between fields.
    pub(super) separator: u8,
    /// The end of a line. A carriage return before a line feed is passed over as blank.
    pub(super) line_end: u8,
}

impl Form {
    /// The form of a text that begins so.
    pub(super) fn of(text: &str) -> Self {
        let line_end = if text.contains('\r') && !text.contains('\n') { b'\r' } else { b'\n' };
        let first = text.split(['\r', '\n']).next().unwrap_or_default();
        match said_separator(first) {
            Some(separator) => Self { said: first.len() as u64, separator, line_end },
            None => Self { said: 0, separator: separator(text), line_end },
        }
    }
}

/// The separator that a line of Excel's names: `sep=;`.
fn said_separator(line: &str) -> Option<u8> {
    let line = line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap_or(line);
    let (word, separator) = line.split_once('=')?;
    match separator.as_bytes() {
        [separator @ (b';' | b',' | b'\t' | b'|')] if word.eq_ignore_ascii_case("sep") => Some(*separator),
        _ => None,
    }
}

/// The mark between the fields of a header: of semicolon, tab and comma the one that stands there most often.
fn separator(text: &str) -> u8 {
    let line = text.trim_start().lines().next().unwrap_or_default();
    let count = |separator: u8| {
        let mut quoted = false;
        let counts = line.bytes().filter(|&byte| {
            quoted ^= byte == b'"';
            byte == separator && !quoted
        });
        counts.count()
    };
    // The last of equal ones.
    [b'\t', b';', b','].into_iter().max_by_key(|&separator| count(separator)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_separator_in_quotes_is_none() {
        assert_eq!(separator("date;\"a,b,c\";d\n"), b';');
        assert_eq!(separator("date\ta\n"), b'\t');
        assert_eq!(separator("date\n"), b',');
    }

    #[test]
    fn only_excels_line_names_a_separator() {
        assert_eq!(said_separator("\"SEP=|\""), Some(b'|'));
        for heading in ["sep=", "sep=x", "sep=;;", "step=;"] {
            assert_eq!(said_separator(heading), None, "{heading}");
        }
    }
}
