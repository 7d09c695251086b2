//! Files and tables from results that are data only.

pub mod chart;
pub mod csv;
pub mod folder;
pub mod format;
pub mod fragment;
pub mod headlines;
pub mod json;
pub mod keys;
pub mod manifest;
pub mod part;
pub mod reasons;
pub mod settings;
pub mod table;

pub use crate::config::content::Maker;

use crate::config::content::Content;

/// A file of a run's folder.
#[derive(Debug, Clone)]
pub struct OutputFile {
    /// Its name, relative to the folder, with `/` between parts.
    pub name: String,
    /// Its content.
    pub content: Content,
}

impl OutputFile {
    /// A file.
    #[must_use]
    pub fn new(name: impl Into<String>, content: impl Into<Content>) -> Self {
        Self { name: name.into(), content: content.into() }
    }
}
