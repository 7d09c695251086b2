//! How many path-months a second this machine simulates, by threads.

use std::time::Instant;

use serde::Serialize;

use super::run::run;
use crate::engine::{Interrupted, Progress};
use crate::kernel::Kernel;
use crate::numerics::real;
use crate::plan::Plan;
use crate::stats::summary::VERSION;

/// What was measured.
#[derive(Debug, Serialize)]
pub(crate) struct Measured {
    skans: &'static str,
    job: &'static str,
    /// The vector instructions that were used.
    pub(crate) kernel: &'static str,
    /// Paths of each run.
    pub(crate) paths: u64,
    /// Months of each path.
    pub(crate) months: u32,
    /// One for each number of threads.
    pub(crate) scaling: Vec<Rounds>,
}

/// The measured runs on so many threads.
#[derive(Debug, Serialize)]
pub(crate) struct Rounds {
    /// The number of threads.
    pub(crate) threads: usize,
    /// The seconds of each run.
    pub(crate) seconds: Vec<f64>,
    /// Median over the runs.
    pub(crate) path_months_per_second: f64,
    /// The rates of the slowest and the fastest run.
    pub(crate) range: [f64; 2],
    /// Median time of one path over one month on one thread.
    pub(crate) ns_per_path_month_per_thread: f64,
    /// How many times as fast as the first number of threads.
    pub(crate) speedup: f64,
}

/// The seconds of each of some runs on the threads around, after one that is not counted.
///
/// # Errors
/// If a run was stopped.
pub(crate) fn seconds(plan: &Plan, repeat: u32, progress: &mut Progress) -> Result<Vec<f64>, Interrupted> {
    let mut seconds = Vec::new();
    for round in 0..=repeat {
        let begun = Instant::now();
        run(plan, progress)?;
        if round > 0 {
            seconds.push(begun.elapsed().as_secs_f64());
        }
    }
    Ok(seconds)
}

impl Measured {
    /// The measurement of the reference job, from the seconds of its runs on each number of threads.
    pub(crate) fn of(plan: &Plan, seconds: Vec<(usize, Vec<f64>)>) -> Self {
        let mut scaling: Vec<Rounds> =
            seconds.into_iter().map(|(threads, seconds)| Rounds::new(plan, threads, seconds)).collect();
        let first = scaling.first().map_or(f64::NAN, |rounds| rounds.path_months_per_second);
        for rounds in &mut scaling {
            rounds.speedup = rounds.path_months_per_second / first;
        }
        Self {
            skans: VERSION,
            job: "reference job",
            kernel: Kernel::chosen().name(),
            paths: plan.paths(),
            months: plan.time.months(),
            scaling,
        }
    }
}

impl Rounds {
    fn new(plan: &Plan, threads: usize, seconds: Vec<f64>) -> Self {
        let work = real(plan.paths()) * f64::from(plan.time.months());
        let mut sorted = seconds.clone();
        sorted.sort_by(f64::total_cmp);
        let median = 0.5 * (sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2]);
        let per_thread = median / work * 1e9 * real(threads);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;

    #[test]
    fn the_median_of_an_even_number_of_rounds_is_the_mean_of_the_middle_two() {
        let job = include_str!("../../configs/reference-job.toml");
        let plan = config::from_text("reference-job", job).unwrap().with_paths(1000);
        let rate = |seconds: &[f64]| Rounds::new(&plan, 1, seconds.to_vec()).path_months_per_second;
        let work = 1000.0 * f64::from(plan.time.months());
        for (seconds, median) in [(&[4.0, 1.0, 2.0, 8.0][..], 3.0), (&[4.0, 1.0, 8.0], 4.0)] {
            assert!((rate(seconds) * median / work - 1.0).abs() < 1e-12, "{seconds:?}");
        }
    }
}
