//! What stands in a message's places.

use std::fmt;

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

use super::{Language, Message};

/// What a message shows in one of its places. It displays in English.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// The same in each language: a name, or a number that is already written.
    Text(String),
    /// A number that chooses between singular and plural.
    Count(Count),
    /// Another message.
    Message(Message),
    /// Several with commas between them.
    List(Vec<Self>),
}

/// How many: chooses between singular and plural, and is not shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Count(FluentNumber);

impl Argument {
    /// Its value for a message in a language.
    pub(super) fn value(&self, language: Language) -> FluentValue<'_> {
        match self {
            Self::Count(count) => FluentValue::Number(count.0.clone()),
            Self::Text(text) => FluentValue::from(text.as_str()),
            Self::Message(_) | Self::List(_) => FluentValue::from(self.words(language)),
        }
    }

    /// Itself in a language.
    pub(super) fn words(&self, language: Language) -> String {
        match self {
            Self::Count(count) => count.0.as_string().into_owned(),
            Self::Text(text) => text.clone(),
            Self::Message(message) => language.text(message),
            Self::List(arguments) => {
                arguments.iter().map(|argument| argument.words(language)).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

impl fmt::Display for Argument {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.words(Language::En))
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

from_numbers!(u8, i16, i32, u16, u32, u64, usize);

impl From<f64> for Count {
    fn from(number: f64) -> Self {
        Self(number.into())
    }
}
