//! `skans run`.

use std::path::PathBuf;

use clap::Args;

use super::failure::Failure;
use super::job::{Job, RunRequest};
use super::options::{LimitArgs, SettingArgs, ShowArgs, read};
use super::print;
use crate::study::precision::Precision;
use crate::study::shard::Shard;
use crate::texts::message;

/// Arguments of `run`.
#[derive(Debug, Args)]
pub(super) struct RunArgs {
    /// The configuration file.
    config: PathBuf,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
    #[command(flatten)]
    limits: LimitArgs,
    /// Simulates only the I-th of N shards, and writes it as a part for `merge`.
    #[arg(long, value_name = "I/N", value_parser = read::<Shard>)]
    #[arg(conflicts_with_all = ["fail_if", "precision", "format"])]
    shard: Option<Shard>,
    /// Goes on until half the width of a figure's 95 % interval is no more: `pools.long.breach.ex_post.y10=0.001`.
    /// Makes the configuration's paths at least; the result is that of a run with the paths it ends with. May be
    /// repeated.
    #[arg(long, value_name = "FIGURE=HALF-WIDTH", value_parser = read::<Precision<String>>)]
    precision: Vec<Precision<String>>,
}

impl RunArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let request = RunRequest {
            config: &self.config,
            settings: &self.settings,
            limits: &self.limits,
            precision: &self.precision,
            shard: self.shard,
        };
        let mut job = Job::new(request, &self.show)?;
        if let Some(shard) = self.shard {
            job.make_part(shard)?;
            print::text(&format!("{}\n", job.task.folder().display()))?;
            job.task.note(&message!(shard_done, shard = shard.to_string()));
            return Ok(());
        }
        let finished = job.execute()?;
        job.print(&finished)
    }
}
