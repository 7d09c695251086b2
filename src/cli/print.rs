//! Results on standard output, notes on standard error.

use std::io::Write;

use clap::ValueEnum;

use crate::report::answer::Answer;
use crate::report::csv;
use crate::report::table::Style;
use crate::texts::{Language, Message};

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

/// Prints an answer in the format asked for, piece by piece where it is large.
pub(super) fn answer(answer: &dyn Answer, format: Format, language: Language) {
    to_standard_output(|to| match format {
        Format::Table => to.write_all(answer.page(language, Style::Text).as_bytes()),
        Format::Markdown => to.write_all(answer.page(language, Style::Markdown).as_bytes()),
        Format::Json => answer.write_json(to),
        Format::Csv => answer.figures(language).map_or(Ok(()), |figures| csv::write(&figures, to)),
    });
}

/// Prints a text as it is.
pub(super) fn text(text: &str) {
    to_standard_output(|to| to.write_all(text.as_bytes()));
}

/// A reader that has gone away ends the printing, not the program.
fn to_standard_output(write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) {
    let mut to = std::io::BufWriter::new(std::io::stdout().lock());
    let _ = write(&mut to).and_then(|()| to.flush());
}

/// Prints a note.
pub(super) fn note(message: &Message, language: Language) {
    let _ = writeln!(std::io::stderr(), "{}", language.text(message));
}
