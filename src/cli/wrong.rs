//! The faults of a command line, in words: what was found, and what is allowed.

use std::error::Error;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::texts::{Argument, Message, Worded, message};

/// Why the value of an option is refused.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Refused(pub(super) Message);

impl Refused {
    /// A text was found, and something else is allowed.
    pub(super) fn text(found: &str, allowed: impl Into<Argument>) -> Self {
        Self(Message::found(format!("\"{found}\""), allowed))
    }
}

impl<E: Worded> From<E> for Refused {
    fn from(error: E) -> Self {
        Self(error.message())
    }
}

/// The message of what the parser refused of a command.
pub(super) fn message(error: &clap::Error, command: &Command) -> Message {
    let [argument, value] = [ContextKind::InvalidArg, ContextKind::InvalidValue].map(|kind| words(error, kind));
    let usage = || words(error, ContextKind::Usage).trim_start_matches("Usage: ").to_owned();
    let at_option = |text: Message| match argument.split(" <").next() {
        Some(option) if option.starts_with('-') => text.at(option),
        _ => text,
    };
    match error.kind() {
        ErrorKind::ValueValidation => {
            let refused = error.source().and_then(|source| source.downcast_ref::<Refused>());
            at_option(
                refused.map_or_else(|| Message::found(format!("\"{value}\""), usage()), |Refused(text)| text.clone()),
            )
        }
        ErrorKind::InvalidValue => {
            let found =
                if value.is_empty() { message!(no_value).into() } else { Argument::from(format!("\"{value}\"")) };
            let values = words(error, ContextKind::ValidValue);
            let allowed =
                if values.is_empty() { Argument::from(&argument) } else { message!(one_of, names = values).into() };
            at_option(with_hint(Message::found(found, allowed), error, ContextKind::SuggestedValue))
        }
        ErrorKind::InvalidSubcommand => {
            let name = words(error, ContextKind::InvalidSubcommand);
            let verbs: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
            let text = Message::found(message!(an_unknown_verb, name), message!(one_of, names = verbs.join(", ")));
            with_hint(text, error, ContextKind::SuggestedSubcommand)
        }
        ErrorKind::UnknownArgument => {
            let text = Message::found(message!(an_unknown_argument, argument), message!(what_help_lists));
            with_hint(text, error, ContextKind::SuggestedArg)
        }
        ErrorKind::MissingRequiredArgument => Message::found(message!(no_argument, argument), usage()),
        ErrorKind::ArgumentConflict => match words(error, ContextKind::PriorArg) {
            again if again == argument => Message::found(message!(an_argument_twice, argument), message!(once)),
            other => Message::found(message!(beside_argument, one = argument, other), message!(only_one)),
        },
        ErrorKind::InvalidUtf8 => Message::found(message!(no_utf8_argument), message!(utf8)),
        _ => Message::found(message!(an_unknown_argument, argument = [argument, value].join(" ")), usage()),
    }
}

/// The facts that the parser tells of an error.
fn words(error: &clap::Error, kind: ContextKind) -> String {
    error.get(kind).map(ContextValue::to_string).unwrap_or_default()
}

fn with_hint(text: Message, error: &clap::Error, kind: ContextKind) -> Message {
    let near = words(error, kind);
    if near.is_empty() { text } else { text.hinted(message!(did_you_mean, name = format!("`{near}`"))) }
}
