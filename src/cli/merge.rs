//! `skans merge`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::job::{Job, header, on_threads, present};
use super::{Failure, LimitArgs, SettingArgs, ShowArgs, note, print};
use crate::report::part;
use crate::study::shard::{self, Joining};

/// Arguments of `merge`.
#[derive(Debug, Args)]
pub(super) struct MergeArgs {
    /// The folders of all parts of one run, in any order.
    #[arg(required = true, value_name = "PART")]
    parts: Vec<PathBuf>,
    #[command(flatten)]
    show: ShowArgs,
    #[command(flatten)]
    limits: LimitArgs,
}

impl MergeArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let mut headers = Vec::new();
        for folder in &self.parts {
            headers.push((folder.clone(), part::header(folder).map_err(|error| wrong(&error))?));
        }
        let order = shard::in_order(headers).map_err(|error| wrong(&error))?;
        let first = self.parts.first().map_or(Path::new(""), PathBuf::as_path);
        let config = first.join("config.toml");
        let job = Job::new(&config, &SettingArgs::default(), &self.show, (&self.limits, &[]), None, |name| {
            self.show.out.clone().unwrap_or_else(|| Path::new("output").join(name))
        })?;
        if order.first().is_some_and(|(_, part)| *part != header(&job.loaded, part.shard)) {
            let found = "a configuration or input files that were changed after the part was made";
            return Err(wrong(&format!("{}: found {found}, allowed: those of the part", first.display())));
        }
        let begun = Instant::now();
        let mut joining = Joining::new(&job.loaded.plan);
        for (folder, header) in &order {
            let next = part::read(folder, header).map_err(|error| wrong(&error))?;
            joining.join((folder, header.shard), next).map_err(|error| wrong(&error))?;
        }
        let finished = on_threads(&self.show, || job.finish(joining.into_whole(), begun, &self.show))?;
        print(&present(&finished.summary, &job.loaded, &self.show));
        if !self.show.quiet {
            note(&format!("results in {}", job.out.display()));
        }
        finished.verdict()
    }
}

fn wrong(error: &impl ToString) -> Failure {
    Failure::Wrong(vec![error.to_string()])
}
