//! Work on all threads of the machine, joined in order: the only file that mentions rayon.

use std::ops::Range;

use rayon::prelude::*;

/// Runs work on so many threads; 0 for all of the machine's.
///
/// # Errors
/// If the threads cannot be started.
pub fn with_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> Result<T, String> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|error| error.to_string())?;
    Ok(pool.install(work))
}

/// The number of threads that work is spread over here.
#[must_use]
pub fn threads() -> usize {
    rayon::current_num_threads()
}

/// Runs the blocks on all threads, each as soon as one is free, and joins each result with its neighbours'.
pub(super) fn blocks_in_order<T: Send>(
    blocks: Range<u64>,
    work: impl Fn(u64) -> T + Send + Sync,
    join: impl Fn(T, T) -> T + Send + Sync,
) -> Option<T> {
    let number = usize::try_from(blocks.end - blocks.start).unwrap_or(usize::MAX);
    (0..number).into_par_iter().with_max_len(1).map(|place| work(blocks.start + place as u64)).reduce_with(join)
}

/// Does independent jobs on all threads; results in the order of jobs.
pub fn each<T: Send + Sync, R: Send>(jobs: &[T], work: impl Fn(&T) -> R + Send + Sync) -> Vec<R> {
    jobs.par_iter().map(work).collect()
}
