//! `skans bench`.

use std::ops::ControlFlow;

use clap::Args;

use super::driver::Task;
use super::failure::Failure;
use super::interrupt;
use super::options::{PrintArgs, ShowArgs, WorkArgs, whole};
use super::print::{self, Format};
use crate::config;
use crate::engine::{self, Status};
use crate::plan::MOST_PATHS;
use crate::report::answer::bench::BenchAnswer;
use crate::report::sources::Sources;
use crate::study::bench::{self, Measured};
use crate::texts::message;

/// The reference job, as shipped.
const REFERENCE_JOB: &str = include_str!("../../configs/reference-job.toml");

/// Arguments of `bench`.
#[derive(Debug, Args)]
#[command(mut_arg("threads", |threads| threads
    .help("Threads to use; one, two, four and so on to all of the machine's if left out")))]
#[command(mut_arg("lang", |lang| lang.help("Language of the table; English if left out")))]
#[command(mut_arg("format", |format| format.value_parser(print::one_of(&[Format::Table, Format::Json]))))]
pub(super) struct BenchArgs {
    /// Number of paths of each run.
    #[arg(long, default_value_t = 200_000, value_parser = whole::<u64>(256..=MOST_PATHS))]
    paths: u64,
    /// Number of measured runs, after one to warm up.
    #[arg(long, default_value_t = 5, value_parser = whole::<u32>(1..=1000))]
    repeat: u32,
    #[command(flatten)]
    work: WorkArgs,
    #[command(flatten)]
    print: PrintArgs,
}

impl BenchArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let plan = config::from_text("reference-job", REFERENCE_JOB)?.with_paths(self.paths);
        // One thread waits while others are measured.
        let work = WorkArgs { threads: Some(1), kernel: self.work.kernel };
        let show = ShowArgs { out: None, work, print: self.print.clone(), quiet: true };
        Task::in_folder("bench", None, &show)?.answer(Sources::Configs(&[]), || {
            let stop = |_: &Status| if interrupt::asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
            let mut seconds = Vec::new();
            for threads in self.thread_counts() {
                let measured = engine::with_threads(threads, || bench::seconds(&plan, self.repeat, &mut { stop }))
                    .map_err(|error| Failure::Failed(message!(threads_failed, error)))??;
                seconds.push((threads, measured));
            }
            Ok(BenchAnswer(Measured::of(&plan, seconds)))
        })?;
        Ok(())
    }

    /// One, two, four … threads, and all of the machine's; or the number asked for.
    fn thread_counts(&self) -> Vec<usize> {
        let all = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let doubled = std::iter::successors(Some(1), |threads| Some(2 * threads)).take_while(|&threads| threads < all);
        self.work.threads.map_or_else(|| doubled.chain([all]).collect(), |threads| vec![usize::from(threads)])
    }
}
