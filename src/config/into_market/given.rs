//! Given scenarios, from their keys and their files.

use std::fs::File;
use std::io;
use std::path::Path;

use crate::config::content::{Content, Hashing, Input};
use crate::config::files::scenarios::{self, Shape};
use crate::config::into_plan::Reader;
use crate::config::schema::{Config, GivenConfig};
use crate::plan::{Asset, Scenarios};

/// The largest file of scenarios.
const MOST_MIB: u64 = 4096;

impl Reader<'_> {
    pub(super) fn given(&mut self, config: &GivenConfig, whole: &Config, assets: &[Asset]) -> Option<Scenarios> {
        let name = &config.file;
        let shape = Shape { assets, time: whole.time(), start: whole.start };
        let mut set = self.scenarios(name, &shape)?;
        let held = set.returns.dim().0;
        if let Some(weights) = &config.weights {
            let table = self.table("market.weights", weights, &["path", "weight"])?;
            let weights = scenarios::weights(&table, held);
            set.weights = Some(weights.map_err(|problem| self.report(problem)).ok()?);
        } else if (held as u64) < whole.paths {
            let hint = format!("at most {held}, the paths in {name}; with market.weights more may be drawn");
            self.problem("paths", whole.paths.to_string(), hint);
            return None;
        }
        Some(set)
    }

    /// A set, read row by row; the file itself stays where it is.
    fn scenarios(&mut self, name: &str, shape: &Shape) -> Option<Scenarios> {
        let path = self.base.join(name);
        let file = open(&path).map_err(|error| {
            let found = format!("{}, which cannot be read ({error})", path.display());
            self.problem("market.file", found, "a file named relative to the configuration's folder");
        });
        let mut file = Hashing::new(file.ok()?);
        let read = scenarios::read(&path.display().to_string(), &mut file, shape);
        let content = Content::OnDisk { path: path.clone(), sha256: file.sha256() };
        self.inputs.push(Input { name: name.to_owned(), path, content });
        read.map_err(|problem| self.report(problem)).ok()
    }
}

/// A regular file (a device or a pipe may never end) of bounded size.
fn open(path: &Path) -> io::Result<File> {
    let file = File::open(path)?;
    let kind = file.metadata()?;
    if !kind.is_file() {
        return Err(io::Error::other(if kind.is_dir() { "a folder" } else { "a device or a pipe" }));
    }
    if kind.len() > MOST_MIB << 20 {
        return Err(io::Error::other(format!("larger than {MOST_MIB} MiB")));
    }
    Ok(file)
}
