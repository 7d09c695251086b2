//! `skans breaches`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::job::{drawn, on_threads, stopped, write};
use super::progress::Bar;
use super::{Failure, Format, SettingArgs, ShowArgs, note, print};
use crate::config::{self, Loaded};
use crate::report::folder::Owner;
use crate::report::table::Style;
use crate::report::table::breaches as table;
use crate::report::{OutputFile, chart, csv, folder, json, settings};
use crate::study::breaches::{self, Breaches, MOST_PATHS};

/// Arguments of `breaches`.
#[derive(Debug, Args)]
pub(super) struct BreachesArgs {
    /// The configuration file.
    config: PathBuf,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
}

impl BreachesArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let loaded = config::load(&self.config, &self.settings.overrides())?;
        let plan = &loaded.plan;
        if plan.paths > MOST_PATHS {
            let found = plan.paths;
            return Err(Failure::Wrong(vec![format!("paths: found {found}, allowed here: at most {MOST_PATHS}")]));
        }
        let out = self.show.out.clone().unwrap_or_else(|| Path::new("output").join(format!("{}-breaches", plan.name)));
        folder::check(&out, Owner::verb("breaches"))?;
        let begun = Instant::now();
        let found = on_threads(&self.show, || {
            let bar = Bar::new(plan.paths, &plan.name, self.show.quiet);
            let found = breaches::breaches(plan, &mut |status| bar.show(status));
            bar.finish();
            let found = found.map_err(|_| stopped())?;
            let files = self.files(&loaded, &found)?;
            write("breaches", &out, &loaded, files, begun)?;
            Ok(found)
        })?;
        print(&match self.show.format {
            Format::Table => table::page(&found, plan, self.show.lang, Style::Text),
            Format::Markdown => table::page(&found, plan, self.show.lang, Style::Markdown),
            Format::Json => json::pretty(&found),
            Format::Csv => String::from_utf8(csv::breaches(&found)).unwrap_or_default(),
        });
        if !self.show.quiet {
            note(&format!("results in {}", out.display()));
        }
        Ok(())
    }

    fn files(&self, loaded: &Loaded, found: &Breaches) -> Result<Vec<OutputFile>, Failure> {
        let mut files = vec![
            OutputFile::new("breaches.json", json::pretty(found)),
            OutputFile::new("breaches.csv", csv::breaches(found)),
        ];
        files.extend(settings::files(&loaded.config, &loaded.inputs));
        if loaded.plan.outputs.charts {
            let charts = chart::breaches(found, &loaded.plan, self.show.lang);
            files.extend(drawn(&charts)?);
        }
        Ok(files)
    }
}
