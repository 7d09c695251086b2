//! The questions that the office asks, one file each.

mod blocks;
pub mod breaches;
pub mod calibrate;
pub mod compare;
pub mod explain;
pub mod limits;
pub mod precision;
pub mod run;
pub mod shard;
pub mod sweep;
pub mod trace;
pub mod validate;
