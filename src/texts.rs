//! All texts that people read, in each language: `texts/en.ftl`, `texts/sv.ftl`.
//!
//! The build makes a type of each message. So a message that no file has, or an argument that is missing, does not
//! compile; a message that nothing uses is a warning. A [`Message`] names its text without a language: errors and notes
//! carry it, and it is read in the language asked for. `language.text(message!(years, years = "10", count = 10))` is
//! "10 years".

mod language;
mod likeness;
mod message;
mod number;

pub use language::Language;
pub(crate) use likeness::{by_likeness, did_you_mean};
pub use message::{Argument, Count, Message, Worded};
pub(crate) use message::{message, messages};
