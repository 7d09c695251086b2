//! Problems: what is wrong in a file or an option, and where.

use std::fmt;

use crate::texts::{Argument, Message, Worded};

/// Something wrong in what the user gave: where, what was found, and what is allowed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.message())]
pub struct Problem {
    /// Where it stands.
    pub place: Place,
    /// The key, with dots; empty where there is none.
    pub key: String,
    /// What was found.
    pub found: Argument,
    /// What is allowed.
    pub allowed: Argument,
    /// How it may have been meant.
    pub hint: Option<Argument>,
}

impl Problem {
    /// What was found at a place, and what is allowed there.
    pub(crate) fn new(place: Place, key: &str, found: impl Into<Argument>, allowed: impl Into<Argument>) -> Self {
        Self { place, key: key.to_owned(), found: found.into(), allowed: allowed.into(), hint: None }
    }

    /// The same with how it may have been meant.
    #[must_use]
    pub(crate) fn hinted(self, hint: impl Into<Argument>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}

/// The most characters of a text that are shown of what was found.
const MOST_SHOWN: usize = 160;

impl Worded for Problem {
    fn message(&self) -> Message {
        let mut message = Message::found(self.found.clone().cut(MOST_SHOWN), self.allowed.clone());
        if let Some(hint) = &self.hint {
            message = message.hinted(hint.clone());
        }
        self.place.before(&self.key, message)
    }
}

/// All problems of a file and its options, in the file's order. It displays one a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// The problems of a file that is right without an option: they are the option's.
    pub(super) fn of_the_option(&self, of: &str, option: &Argument) -> Self {
        let of_the_file = |place: &Place| match place {
            Place::File { file, .. } | Place::Whole(file) => file == of,
            Place::Option(_) => false,
        };
        let blame = |problem: &Problem| {
            let of_the_file = of_the_file(&problem.place);
            let place = if of_the_file { Place::Option(option.clone()) } else { problem.place.clone() };
            Problem { place, ..problem.clone() }
        };
        Self(self.iter().map(blame).collect())
    }
}

impl From<Vec<Problem>> for Problems {
    fn from(problems: Vec<Problem>) -> Self {
        Self(problems)
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl std::ops::Deref for Problems {
    type Target = [Problem];

    fn deref(&self) -> &[Problem] {
        &self.0
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// Where something stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// In a file; line and column count from 1, the column in characters.
    File {
        /// The file.
        file: String,
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// In an option of the command line, as typed.
    Option(Argument),
    /// In a file as a whole.
    Whole(String),
}

impl Place {
    /// The line of the file, if it stands in one.
    pub(super) const fn line(&self) -> Option<usize> {
        match self {
            Self::File { line, .. } => Some(*line),
            Self::Option(_) | Self::Whole(_) => None,
        }
    }

    /// A message with its place and its key before it; the key is empty where there is none.
    pub(super) fn before(&self, key: &str, message: Message) -> Message {
        let message = if key.is_empty() { message } else { message.at(Argument::from(key).cut(MOST_SHOWN)) };
        match self {
            Self::Option(option) => message.at(option.clone().cut(MOST_SHOWN)),
            place => message.at(place.to_string()),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { file, line, column } => write!(f, "{file}:{line}:{column}"),
            Self::Option(option) => write!(f, "{option}"),
            Self::Whole(text) => f.write_str(text),
        }
    }
}
