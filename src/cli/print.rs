//! Results on standard output, notes on standard error.

use std::io::{self, Write};

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::failure::Failure;
use crate::report::answer::Answer;
use crate::report::csv;
use crate::report::table::Style;
use crate::texts::{Language, Message, message};

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// A table for people.
    Table,
    /// The summary as JSON.
    Json,
    /// Every figure, a line each.
    Csv,
    /// A table in Markdown.
    Markdown,
}

/// Reads one of the formats that a verb has.
pub(super) fn one_of(formats: &'static [Format]) -> impl TypedValueParser<Value = Format> {
    let names = formats.iter().filter_map(Format::to_possible_value);
    PossibleValuesParser::new(names).try_map(|name| Format::from_str(&name, false))
}

/// Prints an answer in the format asked for, piece by piece where it is large.
pub(super) fn answer(answer: &dyn Answer, format: Format, language: Language) -> Result<(), Failure> {
    to_standard_output(|to| match format {
        Format::Table => to.write_all(answer.page(language, Style::Text).as_bytes()),
        Format::Markdown => to.write_all(answer.page(language, Style::Markdown).as_bytes()),
        Format::Json => answer.write_json(to),
        Format::Csv => answer.figures(language).map_or(Ok(()), |figures| csv::write(&figures, to)),
    })
}

/// Prints a text as it is.
pub(super) fn text(text: &str) -> Result<(), Failure> {
    to_standard_output(|to| to.write_all(text.as_bytes()))
}

fn to_standard_output(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut to = io::BufWriter::new(io::stdout().lock());
    printed(write(&mut to).and_then(|()| to.flush()))
}

/// How printing ended: a reader that has gone away ends the printing, not the program.
pub(super) fn printed(ended: io::Result<()>) -> Result<(), Failure> {
    match ended {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Failed(message!(standard_output, error = error.to_string())))
        }
        _ => Ok(()),
    }
}

/// Prints a note.
pub(super) fn note(message: &Message, language: Language) {
    let _ = writeln!(io::stderr(), "{}", language.text(message));
}

/// Tells how a command ended, short of success.
pub(super) fn failure(failure: &Failure, language: Language) {
    let is_error = !matches!(failure, Failure::LimitsNotKept(_));
    for text in failure.messages().iter().cloned() {
        note(&if is_error { message!(error, text) } else { text }, language);
    }
}
