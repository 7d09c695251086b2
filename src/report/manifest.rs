//! `manifest.json`: what may differ between two runs of the same figures, and the fingerprints of what went in and came
//! out.

use indexmap::IndexMap;
use serde::Serialize;

pub use crate::config::content::sha256;

use super::sources::Sources;
use super::{OutputFile, json};
use crate::engine;
use crate::kernel::Kernel;
use crate::stats::summary::VERSION;

/// Name of the file, which marks a folder as one of results.
pub const MANIFEST: &str = "manifest.json";

/// How a result was made.
#[derive(Debug, Clone, Serialize)]
pub struct Manifest {
    /// Version of skans.
    pub skans: &'static str,
    /// The verb whose result it is; of a merged run and of a part, `run`.
    pub verb: String,
    /// Its commit, where it was built from a checkout.
    pub commit: Option<&'static str>,
    /// The machine's name.
    pub host: String,
    /// Its system and processor.
    pub platform: String,
    /// Threads used.
    pub threads: usize,
    /// Vector instructions used.
    pub kernel: &'static str,
    /// Seconds from the start to the files' writing.
    pub wall_seconds: f64,
    /// SHA-256 of the configuration file as it was given; left out by a verb without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub config_sha256: Option<String>,
    /// What was to be said of the input files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// SHA-256 of the input files, by their name in the configuration.
    pub inputs_sha256: IndexMap<String, String>,
    /// SHA-256 of every other file of the folder.
    pub outputs_sha256: IndexMap<String, String>,
}

impl Manifest {
    /// How these files of a verb were made, on the threads that this is called on.
    #[must_use]
    pub fn new(verb: &str, sources: Sources, files: &[OutputFile], wall_seconds: f64) -> Self {
        Self {
            skans: VERSION,
            verb: verb.to_owned(),
            commit: option_env!("SKANS_COMMIT"),
            host: host(),
            platform: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
            threads: engine::threads(),
            kernel: Kernel::chosen().name(),
            wall_seconds,
            config_sha256: sources.config_sha256(),
            notes: sources.notes().into_iter().map(ToString::to_string).collect(),
            inputs_sha256: sources.inputs_sha256().collect(),
            outputs_sha256: files.iter().map(|file| (file.name.clone(), file.sha256())).collect(),
        }
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> OutputFile<'static> {
        OutputFile::new(MANIFEST, json::pretty(self))
    }
}

/// The name of this machine, as far as the system tells without being asked twice.
fn host() -> String {
    let file =
        std::fs::read_to_string("/proc/sys/kernel/hostname").or_else(|_| std::fs::read_to_string("/etc/hostname"));
    let named = file.ok().or_else(|| std::env::var("HOSTNAME").ok()).or_else(|| std::env::var("COMPUTERNAME").ok());
    named.map_or_else(|| "unknown".to_owned(), |name| name.trim().to_owned())
}
