//! `skans schema`, `completions` and `man`: for editors, shells and readers.

use std::path::PathBuf;

use clap::{Args, Command, ValueEnum};

use super::failure::Failure;
use super::print;
use crate::config;
use crate::report::{json, keys};
use crate::texts::message;

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// The file that is described.
    #[arg(value_enum, default_value_t = Subject::Config)]
    of: Subject,
    /// The configuration's keys explained, in Markdown, instead of a schema.
    #[arg(long)]
    markdown: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Subject {
    /// The configuration file.
    Config,
    /// summary.json.
    Summary,
}

impl SchemaArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let schema = match self.of {
            Subject::Config => config::schema(),
            Subject::Summary => json::summary_schema(),
        };
        match (self.markdown, self.of) {
            (true, Subject::Config) => print::text(&keys::markdown(&schema)),
            (true, Subject::Summary) => {
                return Err(Failure::wrong(message!(schema_markdown)));
            }
            (false, _) => print::text(&json::pretty(&schema)),
        }
        Ok(())
    }
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

impl CompletionsArgs {
    /// Prints the script for the program that `command` describes.
    pub(super) fn run(&self, mut command: Command) {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "skans", &mut script);
        print::text(&String::from_utf8_lossy(&script));
    }
}

/// Arguments of `man`.
#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// Writes skans.1 and a page for each verb into this folder instead.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl ManArgs {
    /// Prints the pages of the program that `command` describes.
    pub(super) fn run(&self, command: Command) -> Result<(), Failure> {
        let failed = |error: std::io::Error| Failure::Failed(message!(man_page, error = error.to_string()));
        if let Some(folder) = &self.out {
            std::fs::create_dir_all(folder).map_err(failed)?;
            return clap_mangen::generate_to(command, folder).map_err(failed);
        }
        let mut page = Vec::new();
        clap_mangen::Man::new(command).render(&mut page).map_err(failed)?;
        print::text(&String::from_utf8_lossy(&page));
        Ok(())
    }
}
