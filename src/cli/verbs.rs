//! `skans schema`, `completions`, `man` and `help`: for editors, shells and readers.

use std::path::PathBuf;

use clap::{Args, Command, ValueEnum};
use clap_mangen::Man;

use super::failure::Failure;
use super::{help, print, wrong};
use crate::config;
use crate::report::manifest::Manifest;
use crate::report::sources::Sources;
use crate::report::{OutputFile, folder, json, keys};
use crate::texts::{Language, Worded, message};

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// The file that is described.
    #[arg(value_enum, default_value_t = DescribedFile::Config)]
    of: DescribedFile,
    /// The configuration's keys explained, in Markdown, instead of a schema.
    #[arg(long)]
    markdown: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DescribedFile {
    /// The configuration file.
    Config,
    /// summary.json.
    Summary,
}

impl SchemaArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let schema = match self.of {
            DescribedFile::Config => config::schema(),
            DescribedFile::Summary => json::summary_schema(),
        };
        match (self.markdown, self.of) {
            (true, DescribedFile::Config) => print::text(&keys::markdown(&schema)),
            (true, DescribedFile::Summary) => Err(Failure::wrong(message!(schema_markdown))),
            (false, _) => print::text(&json::pretty(&schema)),
        }
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
    pub(super) fn run(&self, mut command: Command) -> Result<(), Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "skans", &mut script);
        print::text(&String::from_utf8_lossy(&script))
    }
}

/// A manual page.
fn page(man: &Man, language: Language) -> Result<String, Failure> {
    let mut page = Vec::new();
    man.render(&mut page).map_err(|error| Failure::Failed(message!(man_page, error = error.to_string())))?;
    Ok(help::manual(&String::from_utf8_lossy(&page), language))
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
    pub(super) fn run(&self, command: Command, language: Language) -> Result<(), Failure> {
        let Some(folder) = &self.out else {
            return print::text(&page(&Man::new(command), language)?);
        };
        let verbs = command.get_subcommands().cloned().map(Man::new);
        let pages = verbs.chain([Man::new(command.clone())]);
        let mut files = pages
            .map(|man| Ok(OutputFile::new(man.get_filename(), page(&man, language)?)))
            .collect::<Result<Vec<OutputFile>, Failure>>()?;
        files.push(Manifest::new("man", Sources::Configs(&[]), &files, 0.0).file());
        folder::write_files(folder, &files, "man").map_err(|error| Failure::wrong(error.message()))
    }
}

/// Arguments of `help`.
#[derive(Debug, Args)]
pub(super) struct HelpArgs {
    /// The verb that is explained; all are listed if left out.
    verb: Option<String>,
}

impl HelpArgs {
    /// Prints the help of the program that `command` describes, or of one of its verbs.
    pub(super) fn run(&self, command: &Command) -> Result<(), Failure> {
        let words = ["skans"].into_iter().chain(self.verb.as_deref()).chain(["--help"]);
        match command.clone().try_get_matches_from(words) {
            Err(error) if error.use_stderr() => Err(Failure::wrong(wrong::message(&error, command))),
            Err(error) => print::printed(error.print()),
            Ok(_) => Ok(()),
        }
    }
}
