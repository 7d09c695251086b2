//! The ledger: the pools' books at average cost, and the pensions and accounts of the region whose capital they are.
//!
//! It stands between the pools and their statistics. Books only watch a pool; the region also pays into pools and out of them.

pub mod accounts;
pub mod average_cost;
pub mod block_books;
pub mod lines;
pub mod pensions;
pub mod region;
