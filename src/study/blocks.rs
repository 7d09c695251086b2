//! Blocks of a plan's paths on all threads, their results taken in the order of blocks.

use std::ops::ControlFlow;

use crate::engine::{self, Interrupted, Progress, Status};
use crate::lanes::LANES;
use crate::plan::Plan;

/// Does `work` for each of a plan's blocks, and gives the results to `take` in the order of blocks, so that nothing
/// depends on threads. Held in memory: the results of 16 blocks for each thread.
///
/// # Errors
/// If `progress` stops it.
pub fn in_order<R: Send>(
    plan: &Plan,
    progress: &mut Progress,
    work: impl Fn(u64) -> R + Send + Sync,
    mut take: impl FnMut(R),
) -> Result<(), Interrupted> {
    let blocks: Vec<u64> = (0..engine::blocks(plan)).collect();
    for batch in blocks.chunks(16 * engine::threads()) {
        engine::each(batch, |block| work(*block)).into_iter().for_each(&mut take);
        let done = batch.last().map_or(0, |block| block + 1) * LANES as u64;
        let status = Status { paths: done.min(plan.paths()), horizon_value: None };
        if let ControlFlow::Break(()) = progress(&status) {
            return Err(Interrupted);
        }
    }
    Ok(())
}
