//! The questions that the office asks, one file each.

pub mod backtest;
pub(crate) mod bench;
mod blocks;
pub mod breaches;
pub mod calibrate;
pub mod compare;
mod conventions;
pub mod explain;
pub(crate) mod limits;
pub mod memory;
pub(crate) mod names;
mod other_unit;
pub mod pools;
pub(crate) mod precision;
pub mod run;
pub mod shard;
pub(crate) mod solve;
pub mod stress;
pub mod sweep;
pub mod today;
pub mod trace;
pub mod validate;
pub(crate) mod waterfall;
