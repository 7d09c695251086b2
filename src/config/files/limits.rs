//! The most that is read of a table's file.

/// MiB of a table that is read whole, after unpacking.
pub const MOST_MIB: u64 = 16;
/// Months of a table: the years that a month may have.
pub(super) const MOST_MONTHS: usize = 12 * 501;

/// The most that is read of a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// MiB of text, unpacked.
    pub(super) mib: u64,
    /// Fields of a row.
    pub(super) fields: usize,
    /// Rows under the header.
    pub(super) rows: usize,
}
