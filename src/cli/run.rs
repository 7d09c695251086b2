//! `skans run`.

use std::path::{Path, PathBuf};

use clap::Args;

use super::job::{Job, on_threads, present};
use super::{Failure, LimitArgs, SettingArgs, ShowArgs, note, print};
use crate::study::precision::Precision;
use crate::study::shard::Shard;

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
    #[arg(long, value_name = "I/N", conflicts_with_all = ["fail_if", "precision", "format", "lang"])]
    shard: Option<Shard>,
    /// Goes on until half the width of a figure's 95 % interval is no more: `pools.long.breach.ex_post.y10=0.001`. Makes the
    /// configuration's paths at least; the result is that of a run with the paths it ends with. May be repeated.
    #[arg(long, value_name = "FIGURE=HALF-WIDTH")]
    precision: Vec<Precision>,
}

impl RunArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        if let Some(shard) = self.shard {
            return self.part(shard);
        }
        let mut job =
            Job::new(&self.config, &self.settings, &self.show, (&self.limits, &self.precision), None, |name| {
                self.show.out.clone().unwrap_or_else(|| Path::new("output").join(name))
            })?;
        let finished = job.execute(&self.show)?;
        print(&present(&finished.summary, &job.loaded, &self.show));
        if !self.show.quiet {
            note(&format!("results in {}", job.out.display()));
        }
        finished.verdict()
    }

    /// Simulates one shard, and writes its folder.
    fn part(&self, shard: Shard) -> Result<(), Failure> {
        let job = Job::new(&self.config, &self.settings, &self.show, (&self.limits, &[]), Some(shard), |name| {
            let folder = format!("{name}.part-{}", shard.to_string().replace('/', "-of-"));
            self.show.out.clone().unwrap_or_else(|| Path::new("output").join(folder))
        })?;
        on_threads(&self.show, || job.simulate_part(shard, &self.show))?;
        print(&format!("{}\n", job.out.display()));
        if !self.show.quiet {
            note(&format!("shard {shard} is done; when all are: skans merge PART…, with the folders of all parts"));
        }
        Ok(())
    }
}
