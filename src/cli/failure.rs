//! How a command ends, short of success, and its exit code.

use crate::config::problem::{Problem, Problems};
use crate::engine::Interrupted;
use crate::report::chart::PngError;
use crate::report::folder::FolderError;

/// How a command ended, short of success.
#[derive(Debug)]
pub(super) enum Failure {
    /// Something failed on the way: exit code 1.
    Failed(String),
    /// The command line or a file is wrong: exit code 2.
    Wrong(Vec<String>),
    /// The result is written, but a limit is broken: exit code 3.
    LimitBroken,
    /// An interrupt ended it: exit code 130.
    Interrupted(String),
}

impl Failure {
    /// One thing is wrong with the command line or a file.
    pub(super) fn wrong(message: impl Into<String>) -> Self {
        Self::Wrong(vec![message.into()])
    }

    /// The exit code.
    pub(super) fn code(&self) -> u8 {
        match self {
            Self::Failed(_) => 1,
            Self::Wrong(_) => 2,
            Self::LimitBroken => 3,
            Self::Interrupted(_) => 130,
        }
    }

    /// What the user is told.
    pub(super) fn messages(&self) -> Vec<String> {
        match self {
            Self::Failed(message) | Self::Interrupted(message) => vec![message.clone()],
            Self::Wrong(messages) => messages.clone(),
            Self::LimitBroken => Vec::new(),
        }
    }
}

impl From<Interrupted> for Failure {
    fn from(_: Interrupted) -> Self {
        Self::Interrupted("interrupted: nothing was written; run again to start anew".to_owned())
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::wrong(problem.to_string())
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        const MOST: usize = 20;
        let mut messages: Vec<String> = problems.iter().take(MOST).map(ToString::to_string).collect();
        if problems.len() > MOST {
            messages.push(format!("and {} more", problems.len() - MOST));
        }
        Self::Wrong(messages)
    }
}

impl From<FolderError> for Failure {
    fn from(error: FolderError) -> Self {
        match error {
            FolderError::InTheWay { .. } => Self::wrong(error.to_string()),
            FolderError::Io { .. } => Self::Failed(error.to_string()),
        }
    }
}

impl From<PngError> for Failure {
    fn from(error: PngError) -> Self {
        Self::Failed(error.to_string())
    }
}
