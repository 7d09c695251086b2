//! The questions that the office asks, one file each.

pub mod calibrate;
pub mod compare;
pub mod limits;
pub mod precision;
pub mod run;
pub mod shard;
pub mod stress;
pub mod sweep;
pub mod trace;
pub mod validate;
