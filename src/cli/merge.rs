//! `skans merge`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::run::{Job, on_threads, present};
use super::{Failure, SettingArgs, ShowArgs, note, print};
use crate::engine;
use crate::report::part;
use crate::study::shard::{self, Mismatch};

/// Arguments of `merge`.
#[derive(Debug, Args)]
pub(super) struct MergeArgs {
    /// The folders of all parts of one run, in any order.
    #[arg(required = true, value_name = "PART")]
    parts: Vec<PathBuf>,
    #[command(flatten)]
    show: ShowArgs,
}

impl MergeArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let wrong = |message: String| Failure::Wrong(vec![message]);
        let mut headers = Vec::new();
        for folder in &self.parts {
            let header = part::header(folder).map_err(|error| wrong(error.to_string()))?;
            headers.push((folder.display().to_string(), header));
        }
        let mismatch = |error: Mismatch| wrong(error.to_string());
        let order = shard::in_order(headers).map_err(mismatch)?;
        let first = self.parts.first().map_or(Path::new(""), PathBuf::as_path);
        let config = first.join("config.toml");
        let job = Job::new(&config, &SettingArgs::default(), &self.show, &[], |name| {
            self.show.out.clone().unwrap_or_else(|| Path::new("output").join(name))
        })?;
        if order.first().is_some_and(|(_, header)| header.origin != job.origin()) {
            let found = "a configuration or input files that were changed after the part was made";
            return Err(wrong(format!("{}: found {found}, allowed: those of the part", first.display())));
        }
        let begun = Instant::now();
        let plan = &job.loaded.plan;
        let mut whole = engine::beginning(plan);
        for (name, header) in &order {
            let next = part::accumulated(Path::new(name)).map_err(|error| wrong(error.to_string()))?;
            shard::join(plan, &mut whole, (name, header.shard), next).map_err(mismatch)?;
        }
        let finished = on_threads(&self.show, || job.finish(whole, begun, &self.show))?;
        print(&present(&finished.summary, &job.loaded, &self.show));
        if !self.show.quiet {
            note(&format!("results in {}", job.out.display()));
        }
        finished.verdict()
    }
}
