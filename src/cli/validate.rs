//! `skans validate`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::job::{drawn, on_threads, write};
use super::{Failure, Format, SettingArgs, ShowArgs, note, print};
use crate::config::{self, Loaded};
use crate::report::folder::Owner;
use crate::report::table::Style;
use crate::report::table::validation;
use crate::report::{OutputFile, chart, csv, folder, json, settings};
use crate::study::validate::{self, Validation, fans};

/// Arguments of `validate`.
#[derive(Debug, Args)]
pub(super) struct ValidateArgs {
    /// The configuration file.
    config: PathBuf,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
}

/// Paths, unless others are asked for: enough to tell a tenth of a per mille a year.
const PATHS: u64 = 20_000;

/// The figures of all paths are held until the end.
const MOST_PATHS: u64 = 200_000;

impl ValidateArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let paths = self.settings.paths.unwrap_or(PATHS);
        if !(2..=MOST_PATHS).contains(&paths) {
            return Err(Failure::Wrong(vec![format!("--paths {paths}: found {paths}, allowed: 2 to {MOST_PATHS}")]));
        }
        let loaded = config::load(&self.config, &self.settings.overrides())?;
        let name = format!("{}.validation", loaded.plan.name);
        let out = self.show.out.clone().unwrap_or_else(|| Path::new("output").join(name));
        folder::check(&out, Owner::verb("validate"))?;
        let begun = Instant::now();
        let found = on_threads(&self.show, || {
            let found = validate::validate(&loaded.plan, paths);
            let files = self.files(&loaded, &found, paths)?;
            write("validate", &out, &loaded, files, begun)?;
            Ok(found)
        })?;
        print(&match self.show.format {
            Format::Table => validation::page(&found, &loaded.plan, self.show.lang, Style::Text),
            Format::Markdown => validation::page(&found, &loaded.plan, self.show.lang, Style::Markdown),
            Format::Json => json::pretty(&found),
            Format::Csv => String::from_utf8(csv::validation(&found)).unwrap_or_default(),
        });
        if !self.show.quiet {
            note(&format!("results in {}", out.display()));
        }
        match found.failures() {
            0 => Ok(()),
            failures => Err(Failure::Failed(format!("{failures} of the lines above differ from what they should be"))),
        }
    }

    fn files(&self, loaded: &Loaded, found: &Validation, paths: u64) -> Result<Vec<OutputFile>, Failure> {
        let mut files = vec![OutputFile::new("validation.json", json::pretty(found))];
        files.extend(settings::files(&loaded.config, &loaded.inputs));
        let Some((plan, result)) = fans::fans(&loaded.plan, paths).filter(|(plan, _)| plan.outputs.charts) else {
            return Ok(files);
        };
        let source = chart::source(&plan, &result, self.show.lang);
        let charts = chart::fans(&plan, &result, self.show.lang, &source);
        files.extend(drawn(&charts)?);
        Ok(files)
    }
}
