//! A text without a language, and its arguments.

use fluent_bundle::types::FluentNumber;

/// One type a message, from the files of texts.
#[allow(non_camel_case_types, clippy::pedantic, reason = "the build writes it, and a type has its message's id")]
pub(crate) mod messages {
    use super::{Argument, Count, Message};

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

/// A [`Message`] by its id, with its arguments by name: `message!(years, years = text, count)`. A name alone stands
/// for the variable of that name.
macro_rules! message {
    (@value $name:ident) => { $name.into() };
    (@value $name:ident = $value:expr) => { ($value).into() };
    ($id:ident $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::texts::messages::$id {
            $($name: $crate::texts::message!(@value $name $(= $value)?)),*
        }
        .message()
    };
}

pub(crate) use message;

/// A text with its arguments, in no language yet. It displays in English.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    pub(super) id: &'static str,
    pub(super) arguments: Vec<(&'static str, Argument)>,
}

impl Message {
    const fn new(id: &'static str, arguments: Vec<(&'static str, Argument)>) -> Self {
        Self { id, arguments }
    }

    /// Something is wrong: what was found, and what is allowed.
    pub(crate) fn found(found: impl Into<Argument>, allowed: impl Into<Argument>) -> Self {
        message!(found, found, allowed)
    }

    /// The same with its place before it: a file, an option, a key.
    #[must_use]
    pub(crate) fn at(self, place: impl Into<Argument>) -> Self {
        message!(at, place, text = self)
    }

    /// The same with a hint after it.
    #[must_use]
    pub(crate) fn hinted(self, hint: impl Into<Argument>) -> Self {
        message!(hinted, text = self, hint)
    }
}

/// What has a text in each language: an error. It displays in English.
pub trait Worded {
    /// Its text.
    fn message(&self) -> Message;
}

/// What a message shows in one of its places. It displays in English.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// The same in each language: a name, or a number that is already written.
    Text(String),
    /// A number that chooses between singular and plural.
    Count(Count),
    /// A number with so many decimals.
    Number {
        /// The number.
        number: f64,
        /// Its decimals.
        decimals: usize,
    },
    /// A quantile's level, or another share of outcomes, in percent.
    Level(f64),
    /// Another message.
    Message(Message),
    /// Several with commas between them.
    List(Vec<Self>),
}

/// How many: chooses between singular and plural, and is not shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Count(pub(super) FluentNumber);

impl Argument {
    /// The same with each text of it cut after so many characters.
    #[must_use]
    pub(crate) fn cut(self, most: usize) -> Self {
        match self {
            Self::Text(text) => match text.char_indices().nth(most) {
                Some((end, _)) => Self::Text(format!("{}…", &text[..end])),
                None => Self::Text(text),
            },
            Self::Message(Message { id, arguments }) => {
                let arguments = arguments.into_iter().map(|(name, argument)| (name, argument.cut(most))).collect();
                Self::Message(Message { id, arguments })
            }
            Self::List(several) => Self::List(several.into_iter().map(|argument| argument.cut(most)).collect()),
            whole => whole,
        }
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Argument {
    fn from(several: Vec<T>) -> Self {
        Self::List(several.into_iter().map(Into::into).collect())
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! from_numbers {
    ($($number:ty),+) => {
        $(
            impl From<$number> for Argument {
                /// A number as it stands, without signs between thousands: a seed, a year, a place in a list.
                fn from(number: $number) -> Self {
                    Self::Text(number.to_string())
                }
            }

            impl From<$number> for Count {
                fn from(number: $number) -> Self {
                    Self(number.into())
                }
            }
        )+
    };
}

from_numbers!(u8, i16, i32, i64, u16, u32, u64, usize);

impl From<f64> for Count {
    fn from(number: f64) -> Self {
        Self(number.into())
    }
}
