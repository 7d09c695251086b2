//! All texts that people read, in each language: one file a language in `texts/`, such as `texts/en.ftl`.
//!
//! The build makes the languages of the files, and a type of each message. A message that no file has does not compile,
//! nor one without an argument; a message that nothing uses is a warning. A [`Message`] names its text without a
//! language: errors and notes carry it, and it is read in the language asked for. `language.text(message!(years, years
//! = "10", count = 10))` is "10 years".

mod label;
mod language;
mod likeness;
mod message;
mod number;

pub use label::Label;
pub use language::Language;
pub(crate) use likeness::{by_likeness, did_you_mean};
pub use message::{Argument, Count, Message, Worded};
pub(crate) use message::{message, messages};
