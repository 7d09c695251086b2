//! `skans merge`.

use std::path::{Path, PathBuf};

use clap::Args;

use super::driver::on_threads;
use super::failure::Failure;
use super::job::{Job, RunRequest, header};
use super::options::{LimitArgs, SettingArgs, ShowArgs};
use crate::report::part;
use crate::report::settings::CONFIG;
use crate::study::shard::{self, Joining};
use crate::texts::{Worded, message};

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
            headers.push((folder.clone(), part::header(folder).map_err(|error| Failure::wrong(error.message()))?));
        }
        let order = shard::in_order(headers).map_err(|error| Failure::wrong(error.message()))?;
        let first = self.parts.first().map_or(Path::new(""), PathBuf::as_path);
        let (config, settings) = (first.join(CONFIG), SettingArgs::default());
        let request =
            RunRequest { config: &config, settings: &settings, limits: &self.limits, precision: &[], shard: None };
        let job = Job::new(request, &self.show)?;
        if order.first().is_some_and(|(_, part)| *part != header(&job.loaded, part.shard)) {
            return Err(Failure::wrong(message!(merge_changed, part = first.display().to_string())));
        }
        let mut joining = Joining::new(&job.loaded.plan);
        for (folder, header) in &order {
            let next = part::read(folder, header).map_err(|error| Failure::wrong(error.message()))?;
            joining.join((folder, header.shard), next).map_err(|error| Failure::wrong(error.message()))?;
        }
        let finished = on_threads(&self.show, || job.finish(joining.into_whole()))?;
        job.print(&finished)
    }
}
