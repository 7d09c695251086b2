//! Given scenarios, from their keys and their files.

use crate::config::bounded_file;
use crate::config::content::{Content, Hashing, Input};
use crate::config::files::scenarios::{self, Shape};
use crate::config::into_plan::Reader;
use crate::config::schema::{Config, GivenConfig};
use crate::plan::{Asset, Scenarios};
use crate::texts::{Worded, message};

/// The largest file of scenarios.
const MOST_MIB: u64 = 4096;

impl Reader<'_> {
    pub(super) fn given(&mut self, config: &GivenConfig, whole: &Config, assets: &[Asset]) -> Option<Scenarios> {
        let name = &config.file;
        let shape = Shape { assets, time: whole.time(), start: whole.start };
        let set = self.scenarios(name, &shape)?;
        let held = set.returns.dim().0;
        if let Some(weights) = &config.weights {
            let table = self.table("market.weights", weights, &["path", "weight"])?;
            let weights = scenarios::weights(&table, held);
            return set.weighted(weights.map_err(|problem| self.report(problem)).ok()?);
        }
        if (held as u64) < whole.paths {
            self.problem("paths", whole.paths.to_string(), message!(paths_of_the_set, held, file = name));
            return None;
        }
        Some(set)
    }

    /// A set, read row by row; the file itself stays where it is.
    fn scenarios(&mut self, name: &str, shape: &Shape) -> Option<Scenarios> {
        let path = self.base.join(name);
        let file = bounded_file::open(&path, MOST_MIB).map_err(|error| {
            let (file, error) = (path.display().to_string(), error.message());
            self.problem("market.file", message!(file_unreadable, file, error), message!(a_named_file));
        });
        let mut file = Hashing::new(file.ok()?);
        let read = scenarios::read(&path.display().to_string(), &mut file, shape);
        let content = Content::OnDisk { path: path.clone(), sha256: file.sha256() };
        self.inputs.push(Input { name: name.to_owned(), path, content });
        read.map_err(|problem| self.report(problem)).ok()
    }
}
