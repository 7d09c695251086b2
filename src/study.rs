//! The questions that the office asks, one file each.

pub mod backtest;
mod blocks;
pub mod breaches;
pub mod calibrate;
pub mod compare;
pub mod explain;
pub mod limits;
pub mod names;
pub mod pools;
pub mod precision;
pub mod run;
pub mod shard;
pub mod solve;
pub mod stress;
pub mod sweep;
pub mod today;
pub mod trace;
pub mod validate;
pub mod waterfall;
