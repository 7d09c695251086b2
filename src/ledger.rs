//! The ledger: the pools' books at average cost, and the pensions and accounts of the region whose capital they are.
//!
//! It stands between the pools and their statistics. Books only watch a pool; the region also pays into pools and out
//! of them.

pub mod accounts;
pub(crate) mod average_cost;
pub(crate) mod block_books;
pub mod lines;
pub(crate) mod pensions;
pub(crate) mod region;
