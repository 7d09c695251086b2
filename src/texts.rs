//! All texts that people read, in each language: `texts/en.ftl`, `texts/sv.ftl`.
//!
//! The build makes a type of each message. So a message that no file has, or an argument that is missing, does not
//! compile; a message that nothing uses is a warning. A [`Message`] names its text without a language: errors and notes
//! carry it, and it is read in the language asked for. `language.text(message!(years, years = "10", count = 10))` is
//! "10 years".

mod argument;

/// One type a message, from the files of texts.
#[allow(non_camel_case_types, clippy::pedantic, reason = "the build writes it, and a type has its message's id")]
pub(crate) mod messages {
    use super::{Argument, Count, Message};

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::sync::LazyLock;

use clap::ValueEnum;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

pub use argument::{Argument, Count};

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

/// The language of tables, charts and messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// English.
    En,
    /// Swedish.
    Sv,
}

/// A text with its arguments, in no language yet. It displays in English.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    id: &'static str,
    arguments: Vec<(&'static str, Argument)>,
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

impl fmt::Display for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&Language::En.text(self))
    }
}

type Bundle = FluentBundle<FluentResource>;

impl Language {
    /// Its tag and its file of texts.
    const fn source(self) -> (&'static str, &'static str) {
        match self {
            Self::En => ("en", include_str!("../texts/en.ftl")),
            Self::Sv => ("sv", include_str!("../texts/sv.ftl")),
        }
    }

    /// A message in the language. A line break in the file is a space in the text.
    #[must_use]
    pub fn text(self, message: impl Borrow<Message>) -> String {
        let Message { id, arguments } = message.borrow();
        let arguments: FluentArgs = arguments.iter().map(|(name, argument)| (*name, argument.value(self))).collect();
        let bundle = self.bundle();
        // The build holds each message and its arguments to the file: neither branch nor error is reached.
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else { return (*id).to_owned() };
        bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// Messages in the language, in their order.
    #[must_use]
    pub fn texts<const N: usize>(self, messages: [Message; N]) -> [String; N] {
        messages.map(|message| self.text(message))
    }

    /// The messages of its file; all files are read once.
    fn bundle(self) -> &'static Bundle {
        static BUNDLES: LazyLock<Vec<Bundle>> =
            LazyLock::new(|| Language::value_variants().iter().map(|language| language.read()).collect());
        &BUNDLES[self as usize]
    }

    fn read(self) -> Bundle {
        let (tag, source) = self.source();
        let mut bundle = Bundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        bundle.set_transform(Some(one_line));
        // The build has read the file: there is nothing wrong in it.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        bundle
    }
}

fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { text.replace('\n', " ").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_of_one_is_singular() {
        let span = |years: f64| message!(years, years = years.to_string(), count = years);
        assert_eq!(Language::En.text(span(1.0)), "one year");
        assert_eq!(Language::Sv.text(span(1.0)), "ett år");
        assert_eq!([span(1.5), span(10.0)].map(|span| span.to_string()), ["1.5 years", "10 years"]);
    }

    #[test]
    fn a_message_in_a_message_is_in_the_same_language() {
        let total = Argument::from(message!(total));
        let list = Argument::from(vec![message!(total), message!(total)]);
        assert_eq!(total.words(Language::Sv), "Alla portföljer");
        assert_eq!(list.words(Language::En), "All pools, All pools");
    }
}
