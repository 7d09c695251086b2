//! What the verbs have in common that follow what happened: nothing is simulated.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::job::{drawn, write};
use super::{Failure, Format, SettingArgs, note, print};
use crate::config::{self, Input, Loaded, bounded_file};
use crate::report::chart::Chart;
use crate::report::folder::Owner;
use crate::report::{OutputFile, folder, settings};
use crate::texts::Language;

/// Options of a verb that simulates nothing.
#[derive(Debug, Clone, Args)]
pub(super) struct CertainArgs {
    /// Folder for the results.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Draws no charts.
    #[arg(long)]
    no_charts: bool,
    /// Sets a key of the configuration: `pools.long.floor.share=0.8`. May be repeated.
    #[arg(long = "set", value_name = "KEY=VALUE", value_parser = super::key_value)]
    set: Vec<(String, String)>,
    /// Language of tables, charts and their texts.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(super) lang: Language,
    /// How results are printed.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(super) format: Format,
    /// Prints results only: no notes.
    #[arg(long, short)]
    quiet: bool,
}

/// A question about what happened, and the files that it is asked of.
pub(super) struct Question {
    pub(super) loaded: Loaded,
    /// The file's content.
    pub(super) content: Vec<u8>,
    /// Its name without folders.
    pub(super) file: String,
    verb: &'static str,
    begun: Instant,
}

impl CertainArgs {
    /// The results' folder, by default `output/NAME-VERB-…` with what sets one answer of the verb apart from another. It is seen to that it
    /// is free: to be asked when all that was given is found right, and before anything is computed that takes time.
    pub(super) fn folder(&self, question: &Question, apart: &[&str]) -> Result<PathBuf, Failure> {
        let name = [&[question.loaded.plan.name.as_str(), question.verb], apart].concat().join("-");
        let out = self.out.clone().unwrap_or_else(|| Path::new("output").join(name));
        folder::check(&out, Owner::verb(question.verb))?;
        Ok(out)
    }

    /// Reads a configuration and the file of an option.
    pub(super) fn question(
        &self,
        verb: &'static str,
        config: &Path,
        (option, csv, most_mib): (&str, &Path, u64),
    ) -> Result<Question, Failure> {
        let begun = Instant::now();
        let settings = SettingArgs { no_charts: self.no_charts, set: self.set.clone(), ..SettingArgs::default() };
        let mut loaded = config::load(config, &settings.overrides())?;
        let content = bounded_file::read(csv, most_mib).map_err(|error| {
            let allowed = format!("a CSV file of at most {most_mib} MiB");
            Failure::Wrong(vec![format!("{}: found no readable file ({error}), allowed: {allowed}", csv.display())])
        })?;
        let file = csv.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        // Named after the option, for a configuration may name a file of the same name.
        let input = Input { name: format!("{option} {file}"), path: csv.to_owned(), content: content.clone().into() };
        loaded.inputs.push(input);
        Ok(Question { loaded, content, file, verb, begun })
    }

    /// Writes the folder, then prints the result.
    pub(super) fn answer(
        &self,
        question: &Question,
        out: &Path,
        mut files: Vec<OutputFile>,
        charts: &[Chart],
        said: &str,
    ) -> Result<(), Failure> {
        files.extend(settings::files(&question.loaded.config, &question.loaded.inputs));
        files.extend(drawn(charts)?);
        write(question.verb, out, &question.loaded, files, question.begun)?;
        print(said);
        if !self.quiet {
            note(&format!("results in {}", out.display()));
        }
        Ok(())
    }
}
