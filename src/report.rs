//! Files and tables from results that are data only.
//!
//! An [`Answer`](answer::Answer) says what a study answered: as JSON, as a page of tables, as series of figures, as
//! charts. Each kind of file is made from it in one place, for all studies.

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
pub mod reasons;
pub mod series;
pub mod settings;
pub(crate) mod sources;
pub mod table;

pub use output_file::OutputFile;
