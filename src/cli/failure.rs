//! How a command ends, short of success, and its exit code.

use crate::config::problem::{Problem, Problems};
use crate::engine::Interrupted;
use crate::report::chart::PngError;
use crate::report::folder::FolderError;
use crate::texts::{Message, Worded, message};

/// The exit code of a command that an interrupt ended.
pub(super) const INTERRUPTED: u8 = 130;

/// How a command ended, short of success.
#[derive(Debug)]
pub(super) enum Failure {
    /// Something failed on the way: exit code 1.
    Failed(Message),
    /// The command line or a file is wrong: exit code 2.
    Wrong(Vec<Message>),
    /// The result is written, but limits are not kept: exit code 3.
    LimitsNotKept(Vec<Message>),
    /// An interrupt ended it: exit code [`INTERRUPTED`].
    Interrupted(Message),
}

impl Failure {
    /// One thing is wrong with the command line or a file.
    pub(super) fn wrong(message: Message) -> Self {
        Self::Wrong(vec![message])
    }

    /// The exit code.
    pub(super) fn code(&self) -> u8 {
        match self {
            Self::Failed(_) => 1,
            Self::Wrong(_) => 2,
            Self::LimitsNotKept(_) => 3,
            Self::Interrupted(_) => INTERRUPTED,
        }
    }

    /// The messages for the user.
    pub(super) fn messages(&self) -> &[Message] {
        match self {
            Self::Failed(message) | Self::Interrupted(message) => std::slice::from_ref(message),
            Self::Wrong(messages) | Self::LimitsNotKept(messages) => messages,
        }
    }
}

impl From<Interrupted> for Failure {
    fn from(_: Interrupted) -> Self {
        Self::Interrupted(message!(interrupted_unwritten))
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::wrong(problem.message())
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        const MOST: usize = 20;
        let mut messages: Vec<Message> = problems.iter().take(MOST).map(Worded::message).collect();
        if problems.len() > MOST {
            messages.push(message!(and_more, number = problems.len() - MOST));
        }
        Self::Wrong(messages)
    }
}

impl From<FolderError> for Failure {
    fn from(error: FolderError) -> Self {
        match error {
            FolderError::InTheWay { .. } | FolderError::FileInTheWay { .. } => Self::wrong(error.message()),
            FolderError::Io { .. } => Self::Failed(error.message()),
        }
    }
}

impl From<PngError> for Failure {
    fn from(error: PngError) -> Self {
        Self::Failed(error.message())
    }
}
