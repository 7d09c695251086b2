//! The memory of this machine, and whether a study fits into it.

use super::failure::Failure;
use crate::texts::message;

/// Refuses a study that needs more bytes than the machine has, or the group of processes that this one is in may take.
pub(super) fn fits(bytes: u64) -> Result<(), Failure> {
    let mut system = sysinfo::System::new();
    system.refresh_memory();
    let group = system.cgroup_limits().map(|limits| limits.total_memory).filter(|limit| *limit > 0);
    let machine = system.total_memory().min(group.unwrap_or(u64::MAX));
    if machine == 0 || bytes <= machine {
        return Ok(());
    }
    Err(Failure::wrong(message!(memory_beyond, needed = megabytes(bytes), machine = megabytes(machine))))
}

/// Millions of bytes, rounded up.
pub(super) fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

/// The threads of the machine.
pub(super) fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}
