//! Errors of TOML's grammar in a person's words: one for each line that has any.

mod parser_words;
mod part;
mod slip;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use toml::de::Error;

use super::path::{below, join, split};
use crate::config::problem::{Place, Problem};
use part::{CutLine, LinePart, Role, cut};
pub(super) use slip::meant;
use slip::{Slip, slip};

/// The faults in the grammar of a text.
pub(super) struct Faults {
    /// One problem for each line with an error, in the file's order.
    pub(super) problems: Vec<Problem>,
    /// The lines that have an error, if none of the errors reaches beyond its line.
    pub(super) within: Option<BTreeSet<usize>>,
}

/// The most lines with errors that are said.
const MOST_PROBLEMS: usize = 100;

/// Says the errors of a text.
pub(super) fn faults(file: &str, text: &str, mut errors: Vec<Error>) -> Faults {
    if errors.is_empty() {
        return Faults { problems: Vec::new(), within: Some(BTreeSet::new()) };
    }
    errors.sort_by_key(start_of);
    let mut errors = errors.iter().peekable();
    let mut reader = LineReader { file, ..LineReader::default() };
    let mut start = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let end = start + line.len();
        let last = end == text.len();
        let mut first = None;
        while let Some(error) = errors.next_if(|error| last || start_of(error) < end) {
            first = first.or(Some(error));
        }
        reader.line(
            index + 1,
            line.trim_end_matches(['\r', '\n']),
            first.map(|error| (start_of(error).saturating_sub(start), error)),
        );
        if reader.ended || reader.problems.len() == MOST_PROBLEMS {
            reader.beyond = true;
            break;
        }
        start = end;
    }
    let within = (!reader.beyond).then_some(reader.wrong);
    Faults { problems: reader.problems, within }
}

fn start_of(error: &Error) -> usize {
    error.span().map_or(0, |span| span.start)
}

/// The state after the lines read so far.
#[derive(Default)]
struct LineReader<'t> {
    file: &'t str,
    /// The key of the table whose lines are read.
    table: String,
    /// Whether this table stood before.
    again: bool,
    /// The line of each table and key.
    seen: BTreeMap<String, usize>,
    /// How many items each list of tables has.
    items: BTreeMap<String, usize>,
    /// Where a list, table or long text begins that goes on: its key, its sign, its line and its column.
    open: Option<(String, &'static str, [usize; 2])>,
    problems: Vec<Problem>,
    wrong: BTreeSet<usize>,
    /// Whether an error reaches beyond its line.
    beyond: bool,
    /// Whether all lines that follow are read wrongly.
    ended: bool,
}

impl LineReader<'_> {
    /// Reads a line, with its first error and the byte of the line where that stands.
    fn line(&mut self, number: usize, line: &str, error: Option<(usize, &Error)>) {
        let CutLine { parts, open, closes } = cut(line);
        if let Some((at, sign, own)) = open {
            self.open = Some((self.below(&own), sign, [number, column(line, at)]));
        } else if closes {
            self.open = None;
        }
        if let Some((at, error)) = error {
            let part = parts.iter().rev().find(|part| part.start <= at).or(parts.first());
            self.error(number, line, part, error);
        }
        let Some(first) = parts.first() else { return };
        let key = self.key(first);
        if first.text.starts_with("[[") {
            *self.items.entry(first.key.to_string()).or_insert(0) += 1;
        }
        if first.role == Role::Heading {
            self.again = self.seen.contains_key(&key);
            self.table.clone_from(&key);
        }
        self.seen.entry(key).or_insert(number);
    }

    fn error(&mut self, number: usize, line: &str, part: Option<&LinePart>, error: &Error) {
        let words = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
        let of_another_key = part.is_some_and(|part| part.role == Role::Heading || line.contains('='));
        let is_open = ["unclosed", "invalid multi-line"].iter().any(|error| words.starts_with(error))
            || (words.starts_with("missing comma") && of_another_key);
        if is_open && let Some((key, sign, place)) = self.open.take() {
            self.ended = true;
            return self.problem(place, &key, Slip::open(sign));
        }
        let key = part.map(|part| self.key(part)).unwrap_or_default();
        let slip = if words == "duplicate key" {
            if self.again && !self.problems.is_empty() && part.is_some_and(|part| part.role != Role::Heading) {
                return;
            }
            Slip::twice(self.seen.get(&key).copied())
        } else {
            slip(line, part, &words)
        };
        self.wrong.insert(number);
        self.beyond |= slip.beyond;
        self.problem([number, column(line, part.map_or(0, |part| part.start))], &key, slip);
    }

    fn problem(&mut self, [line, column]: [usize; 2], key: &str, slip: Slip) {
        let place = Place::File { file: self.file.to_owned(), line, column };
        let problem = Problem::new(place, key, slip.found, slip.allowed);
        self.problems.push(Problem { hint: slip.hint.map(Into::into), ..problem });
    }

    /// The key of a part, in full.
    fn key(&self, part: &LinePart) -> String {
        match part.role {
            Role::Heading if part.text.starts_with("[[") => {
                let list = plain(&part.key);
                below(&list, &self.items.get(&*part.key).copied().unwrap_or(0).to_string())
            }
            Role::Heading => plain(&part.key),
            Role::Key | Role::Value => self.below(&part.key),
        }
    }

    /// A key of the table whose lines are read, in full.
    fn below(&self, key: &str) -> String {
        let own = plain(key);
        let dot = if self.table.is_empty() || own.is_empty() { "" } else { "." };
        format!("{}{dot}{own}", self.table)
    }
}

/// A key with quotes only where they are needed, and no spaces around its names.
fn plain(key: &str) -> String {
    join(split(key).iter().map(|name| name.trim()))
}

/// The column of a byte of a line, counted from 1 in characters.
fn column(line: &str, at: usize) -> usize {
    line.get(..at).map_or(0, |before| before.chars().count()) + 1
}
