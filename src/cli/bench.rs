//! `skans bench`.

use std::ops::ControlFlow;
use std::time::Instant;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::failure::Failure;
use super::options::whole;
use super::{interrupt, print};
use crate::config;
use crate::engine;
use crate::kernel::Kernel;
use crate::plan::{MOST_PATHS, Plan};
use crate::report::json;
use crate::study::run;
use crate::texts::{Language, message};

/// The reference job, as shipped.
const REFERENCE_JOB: &str = include_str!("../../configs/reference-job.toml");

/// Arguments of `bench`.
#[derive(Debug, Args)]
pub(super) struct BenchArgs {
    /// Number of paths of each run.
    #[arg(long, default_value_t = 200_000, value_parser = whole(256..=MOST_PATHS))]
    paths: u64,
    /// Number of measured runs, after one to warm up.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=1000))]
    repeat: u32,
    /// Threads to use; one, two, four and so on to all of the machine's if left out.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Vector instructions to use: portable, avx2, avx512; the widest of the machine if left out.
    #[arg(long, value_name = "NAME")]
    kernel: Option<Kernel>,
    /// Language of the table.
    #[arg(long, value_enum, default_value_t = Language::En)]
    lang: Language,
    /// How the result is printed.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// How a measurement is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for people.
    Table,
    /// Every measured run as JSON.
    Json,
}

/// What was measured.
#[derive(Debug, Serialize)]
struct Measured {
    skans: &'static str,
    job: &'static str,
    kernel: &'static str,
    paths: u64,
    months: u32,
    /// One for each number of threads.
    scaling: Vec<Rounds>,
}

/// The measured runs on so many threads.
#[derive(Debug, Serialize)]
struct Rounds {
    threads: usize,
    seconds: Vec<f64>,
    /// Median over the runs.
    path_months_per_second: f64,
    /// Of the slowest and the fastest run.
    range: [f64; 2],
    /// Median time of one path over one month on one thread.
    ns_per_path_month_per_thread: f64,
    /// How many times as fast as the first number of threads.
    speedup: f64,
}

impl BenchArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        self.kernel.into_iter().for_each(Kernel::choose);
        let plan = config::from_text("reference-job", REFERENCE_JOB)?.with_paths(self.paths);
        let mut scaling: Vec<Rounds> = Vec::new();
        for threads in self.thread_counts() {
            let seconds = engine::with_threads(threads, || self.measure(&plan))
                .map_err(|error| Failure::Failed(message!(threads_failed, error)))??;
            let mut rounds = Rounds::new(&plan, threads, seconds);
            let first = scaling.first().unwrap_or(&rounds).path_months_per_second;
            rounds.speedup = rounds.path_months_per_second / first;
            scaling.push(rounds);
        }
        let measured = Measured {
            skans: env!("CARGO_PKG_VERSION"),
            job: "reference job",
            kernel: Kernel::chosen().name(),
            paths: plan.paths(),
            months: plan.time.months,
            scaling,
        };
        print::text(&match self.format {
            Format::Json => json::pretty(&measured),
            Format::Table => measured.text(self.lang),
        })
    }

    /// One, two, four … threads, and all of the machine's; or the number asked for.
    fn thread_counts(&self) -> Vec<usize> {
        let all = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let doubled = std::iter::successors(Some(1), |threads| Some(2 * threads)).take_while(|&threads| threads < all);
        self.threads.map_or_else(|| doubled.chain([all]).collect(), |threads| vec![usize::from(threads)])
    }

    /// Seconds of each run, after one that is not counted.
    fn measure(&self, plan: &Plan) -> Result<Vec<f64>, Failure> {
        let mut seconds = Vec::new();
        for round in 0..=self.repeat {
            let begun = Instant::now();
            let stop = |_: &engine::Status| {
                if interrupt::asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            run::run(plan, &mut { stop }).map_err(|_| Failure::Interrupted(message!(interrupted)))?;
            if round > 0 {
                seconds.push(begun.elapsed().as_secs_f64());
            }
        }
        Ok(seconds)
    }
}

impl Rounds {
    fn new(plan: &Plan, threads: usize, seconds: Vec<f64>) -> Self {
        let work = crate::numerics::real(plan.paths()) * f64::from(plan.time.months);
        let mut sorted = seconds.clone();
        sorted.sort_by(f64::total_cmp);
        let median = 0.5 * (sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2]);
        let per_thread = median / work * 1e9 * crate::numerics::real(threads);
        Self {
            threads,
            path_months_per_second: work / median,
            range: [work / sorted[sorted.len() - 1], work / sorted[0]],
            ns_per_path_month_per_thread: per_thread,
            speedup: 1.0,
            seconds,
        }
    }
}

impl Measured {
    fn text(&self, language: Language) -> String {
        let million = |rate: f64| rate / 1e6;
        let lines = self.scaling.iter().map(|rounds| {
            let [low, high] = rounds.range.map(|rate| format!("{:.1}", million(rate)));
            let range = language.text(message!(from_to, low, high));
            format!(
                "{:>7}  {:>8.1} ({range})  {:>10.2}  {:>7.2}\n",
                rounds.threads,
                million(rounds.path_months_per_second),
                rounds.ns_per_path_month_per_thread,
                rounds.speedup
            )
        });
        let runs = self.scaling.first().map_or(0, |rounds| rounds.seconds.len());
        let (paths, months, kernel) = (self.paths, self.months, self.kernel);
        let heading = language.text(message!(bench_heading, paths, months, kernel, runs));
        let columns = language.text(message!(bench_columns));
        format!("{heading}\n{columns}\n{}", lines.collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_number_of_rounds_is_the_mean_of_the_middle_two() {
        let plan = config::from_text("reference-job", REFERENCE_JOB).unwrap().with_paths(1000);
        let rate = |seconds: &[f64]| Rounds::new(&plan, 1, seconds.to_vec()).path_months_per_second;
        let work = 1000.0 * f64::from(plan.time.months);
        for (seconds, median) in [(&[4.0, 1.0, 2.0, 8.0][..], 3.0), (&[4.0, 1.0, 8.0], 4.0)] {
            assert!((rate(seconds) * median / work - 1.0).abs() < 1e-12, "{seconds:?}");
        }
    }
}
