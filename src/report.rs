//! Files and tables from results that are data only.
//!
//! An [`Answer`](answer::Answer) says what a study answered: as JSON, as a page of tables, as series of figures, as
//! charts. Each kind of file is made from it in one place, for all studies.
//!
//! | for | see |
//! |---|---|
//! | JSON, and the schema of `summary.json` | [`json`] |
//! | tables for people, and the figures that they show | [`table`], `headlines` |
//! | figures in rows, as CSV | [`series`], [`csv`] |
//! | pictures | [`chart`] |
//! | estimates as a language writes them | `format` |
//! | the folder of a result, its manifest and its sources | `folder`, [`manifest`], `sources` |
//! | what an earlier result had that its successor has not | `replaced` |
//! | one shard of a run | `part` |
//! | the effective settings, and the page on all keys | [`settings`], [`keys`] |
//! | the piece of a configuration that `calibrate` writes | `fragment` |
//! | the policy of a plan in sentences | [`policy`] |
//! | the reasons of `explain` in words | [`reasons`] |

pub mod answer;
pub mod chart;
pub mod csv;
pub(crate) mod folder;
pub(crate) mod format;
pub(crate) mod fragment;
pub(crate) mod headlines;
pub mod json;
pub mod keys;
pub mod manifest;
mod output_file;
pub(crate) mod part;
pub mod policy;
pub mod reasons;
pub(crate) mod replaced;
pub mod series;
pub mod settings;
pub(crate) mod sources;
pub mod table;

pub use output_file::OutputFile;
