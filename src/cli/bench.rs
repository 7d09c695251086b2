//! `skans bench`.

use std::ops::ControlFlow;
use std::time::Instant;

use clap::Args;
use serde::Serialize;

use super::{Failure, Format, interrupt, print};
use crate::config;
use crate::engine;
use crate::report::json;
use crate::study::run;

/// The reference job, as shipped.
const REFERENCE_JOB: &str = include_str!("../../configs/reference-job.toml");

/// Arguments of `bench`.
#[derive(Debug, Args)]
pub(super) struct BenchArgs {
    /// Number of paths of each run.
    #[arg(long, default_value_t = 200_000, value_parser = clap::value_parser!(u64).range(512..=1_000_000_000))]
    paths: u64,
    /// Number of measured runs, after one to warm up.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=1000))]
    repeat: u32,
    /// Threads to use; all of the machine's if left out.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// How the result is printed.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// What was measured.
#[derive(Debug, Serialize)]
struct Measured {
    skans: &'static str,
    job: &'static str,
    paths: u64,
    months: u32,
    threads: usize,
    seconds: Vec<f64>,
    /// Median over the runs.
    path_months_per_second: f64,
    /// Of the slowest and the fastest run.
    range: [f64; 2],
    /// Median time of one path over one month on one thread.
    ns_per_path_month_per_thread: f64,
}

impl BenchArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        interrupt::listen();
        let threads = self.threads.map_or(0, usize::from);
        let measured = engine::with_threads(threads, || self.measure()).map_err(Failure::Failed)??;
        print(&match self.format {
            Format::Json => json::pretty(&measured),
            Format::Table | Format::Csv | Format::Markdown => measured.text(),
        });
        Ok(())
    }

    fn measure(&self) -> Result<Measured, Failure> {
        let mut plan = config::from_text("reference-job", REFERENCE_JOB)?;
        plan.paths = self.paths;
        let mut seconds = Vec::new();
        for round in 0..=self.repeat {
            let begun = Instant::now();
            let stop = |_: &engine::Status| {
                if interrupt::asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            run::run(&plan, &mut { stop }).map_err(|_| Failure::Interrupted("interrupted".to_owned()))?;
            if round > 0 {
                seconds.push(begun.elapsed().as_secs_f64());
            }
        }
        Ok(Measured::new(self.paths, plan.time.months, seconds))
    }
}

impl Measured {
    fn new(paths: u64, months: u32, seconds: Vec<f64>) -> Self {
        let work = crate::stats::probability::real(paths) * f64::from(months);
        let mut sorted = seconds.clone();
        sorted.sort_by(f64::total_cmp);
        let median = sorted[sorted.len() / 2];
        let threads = engine::threads();
        #[allow(clippy::cast_precision_loss, reason = "a few threads")]
        let per_thread = median / work * 1e9 * threads as f64;
        Self {
            skans: env!("CARGO_PKG_VERSION"),
            job: "reference job",
            paths,
            months,
            threads,
            path_months_per_second: work / median,
            range: [work / sorted[sorted.len() - 1], work / sorted[0]],
            ns_per_path_month_per_thread: per_thread,
            seconds,
        }
    }

    fn text(&self) -> String {
        let million = |rate: f64| rate / 1e6;
        format!(
            "{}, {} paths x {} months, {} threads, median of {} runs\n\
             {:.1} million path-months a second (from {:.1} to {:.1})\n\
             {:.1} ns for a month of a path on a thread\n",
            self.job,
            self.paths,
            self.months,
            self.threads,
            self.seconds.len(),
            million(self.path_months_per_second),
            million(self.range[0]),
            million(self.range[1]),
            self.ns_per_path_month_per_thread
        )
    }
}
