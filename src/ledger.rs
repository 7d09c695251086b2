//! The books of the pools: what part of a return is realised, and what part is not.
//!
//! A stage between the pools and their statistics: it sees what a pool held, traded, paid and was paid, and changes nothing of it.

pub mod accounts;
pub mod average_cost;
pub mod lines;
pub mod pensions;
pub mod pool_books;
pub mod region;
