//! The message on what is allowed, by the English words of the parser's error.

use crate::texts::{Message, message};

/// The message on what is allowed where an error of these words stands. What the list does not know gets the general
/// message.
pub(super) fn allowed(words: &str) -> Message {
    let known = |(beginnings, message): &(&[&str], MakeMessage)| {
        beginnings.iter().any(|beginning| words.starts_with(beginning)).then(message)
    };
    if words.contains("visible characters")
        || words.contains("printable characters")
        || words.starts_with("carriage return")
    {
        return message!(visible_characters);
    }
    BY_BEGINNING.iter().find_map(known).unwrap_or_else(|| message!(toml_lines))
}

/// Makes a message.
type MakeMessage = fn() -> Message;

/// The beginnings of the parser's words, and what they say.
const BY_BEGINNING: &[(&[&str], MakeMessage)] = &[
    (&["missing escaped value", "too few unicode", "invalid value"], || message!(escapes)),
    (&["cannot extend value"], || message!(keys_in_tables)),
    (&["recursion limit", "cannot recurse"], || message!(nesting, most = MOST_NESTED)),
    (&["unquoted keys cannot be empty", "keys cannot be multi-line"], || message!(names_around_dots)),
    (&["invalid basic string", "invalid multi-line basic string"], || message!(closed_quotes, quotes = "\"")),
    (&["invalid literal string", "invalid multi-line literal string"], || message!(closed_quotes, quotes = "'")),
    (&["extra comma", "missing comma", "unexpected `=` in array"], || message!(commas_between)),
    (&["unclosed", "missing table open", "missing array open", "missing inline table"], || message!(closed_brackets)),
    (&["missing key", "missing value", "missing assignment", "extra assignment", "extra `=`"], || {
        message!(key_and_value)
    }),
    (&["unexpected key or value", "invalid key-value pair", "invalid inline table"], || message!(key_and_value)),
    (&["invalid unquoted key"], || message!(plain_keys)),
];

/// The most lists, tables and names of a key inside each other.
const MOST_NESTED: usize = 80;
