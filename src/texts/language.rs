//! The languages, and the texts of messages in each.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::sync::LazyLock;

use clap::ValueEnum;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Argument, Count, Message};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

type Bundle = FluentBundle<FluentResource>;

impl Language {
    /// All languages.
    #[must_use]
    pub fn all() -> &'static [Self] {
        Self::value_variants()
    }

    /// The language of a tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::all().iter().copied().find(|language| language.tag() == tag)
    }

    /// A message in the language. A line break in the file is a space in the text.
    #[must_use]
    pub fn text(self, message: impl Borrow<Message>) -> String {
        let Message { id, arguments } = message.borrow();
        let arguments: FluentArgs = arguments.iter().map(|(name, argument)| (*name, self.value(argument))).collect();
        let bundle = self.bundle();
        // The build holds each message and its arguments to the file: neither branch nor error is reached.
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else { return (*id).to_owned() };
        bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// A text of the command line's help, where the file has it: that of a message, or of one of its attributes.
    pub(crate) fn help(self, message: &str, attribute: Option<&str>) -> Option<String> {
        let message = self.bundle().get_message(message)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        Some(self.bundle().format_pattern(pattern, None, &mut Vec::new()).into_owned())
    }

    /// Messages in the language, in their order.
    #[must_use]
    pub fn texts<const N: usize>(self, messages: [Message; N]) -> [String; N] {
        messages.map(|message| self.text(message))
    }

    /// An argument in the language.
    pub(crate) fn argument(self, argument: &Argument) -> String {
        match argument {
            Argument::Count(Count(count)) => count.as_string().into_owned(),
            Argument::Text(text) => visible(text).into_owned(),
            Argument::Number { number, decimals } => self.number(*number, *decimals),
            Argument::Level(level) => self.level(*level),
            Argument::Message(message) => self.text(message),
            Argument::List(arguments) => {
                arguments.iter().map(|argument| self.argument(argument)).collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// An argument as a pattern takes it: a count chooses between singular and plural, all others are texts.
    fn value(self, argument: &Argument) -> FluentValue<'_> {
        match argument {
            Argument::Count(Count(count)) => FluentValue::Number(count.clone()),
            Argument::Text(text) => FluentValue::from(visible(text)),
            Argument::Number { .. } | Argument::Level(_) | Argument::Message(_) | Argument::List(_) => {
                FluentValue::from(self.argument(argument))
            }
        }
    }

    /// The messages of its file; all files are read once.
    fn bundle(self) -> &'static Bundle {
        static BUNDLES: LazyLock<Vec<Bundle>> =
            LazyLock::new(|| Language::all().iter().map(|language| language.read()).collect());
        &BUNDLES[self as usize]
    }

    fn read(self) -> Bundle {
        let mut bundle = Bundle::new_concurrent(vec![self.tag().parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        bundle.set_transform(Some(one_line));
        // The build has read the file: there is nothing wrong in it.
        let resource = FluentResource::try_new(self.source().to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        bundle
    }
}

/// A text whose control characters are written out: names and cells reach a terminal, which must not obey them.
fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(char::is_control) {
        return text.into();
    }
    let each = |c: char| if c.is_control() { c.escape_debug().to_string() } else { c.to_string() };
    text.chars().map(each).collect::<String>().into()
}

fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { text.replace('\n', " ").into() } else { text.into() }
}

impl fmt::Display for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&Language::En.text(self))
    }
}

impl fmt::Display for Argument {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&Language::En.argument(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::message;

    #[test]
    fn control_characters_of_arguments_are_written_out() {
        let text = message!(verbatim, text = "a\u{1b}[31mb\u{9b}\r\nå");
        assert_eq!(text.to_string(), "a\\u{1b}[31mb\\u{9b}\\r\\nå");
    }

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
        assert_eq!(Language::Sv.argument(&total), "Alla portföljer");
        assert_eq!(list.to_string(), "All pools, All pools");
    }
}
