//! Given scenarios, from their keys and their files.

use std::fs::File;

use crate::config::bounded_file;
use crate::config::content::{Content, Hashing, Input};
use crate::config::files::file_and_sheet;
use crate::config::files::scenarios::{self, Shape};
use crate::config::into_plan::Reader;
use crate::config::problem::Problem;
use crate::config::schema::{Config, GivenConfig};
use crate::plan::{Asset, Scenarios};
use crate::texts::{Worded, message};

/// The largest file of scenarios.
const MOST_MIB: u64 = 4096;

impl Reader<'_> {
    pub(super) fn given(&mut self, config: &GivenConfig, whole: &Config, assets: &[Asset]) -> Option<Scenarios> {
        let name = &config.file;
        let shape = Shape { assets, time: whole.time(), start: whole.start };
        let set = self.streamed("market.file", name, |file, content| scenarios::read(file, content, &shape))?;
        let held = set.paths();
        if let Some(weights) = &config.weights {
            let read = |file: &str, content: &mut Hashing<File>| scenarios::weights(file, content, held);
            return set.weighted(self.streamed("market.weights", weights, read)?);
        }
        if (held as u64) < whole.paths {
            self.problem("paths", whole.paths.to_string(), message!(paths_of_the_set, held, file = name));
            return None;
        }
        Some(set)
    }

    /// What is read of a named file row by row; the file itself stays where it is.
    fn streamed<T>(
        &mut self,
        key: &str,
        name: &str,
        read: impl FnOnce(&str, &mut Hashing<File>) -> Result<T, Problem>,
    ) -> Option<T> {
        let path = self.base.join(file_and_sheet(name).0);
        let file = bounded_file::open(&path, MOST_MIB).map_err(|error| {
            let (file, error) = (path.display().to_string(), error.message());
            self.problem(key, message!(file_unreadable, file, error), message!(a_named_file));
        });
        let mut file = Hashing::new(file.ok()?);
        let found = read(&self.base.join(name).display().to_string(), &mut file);
        let found = found.map_err(|problem| self.report_of_file(&path, problem)).ok();
        let content = Content::OnDisk { path: path.clone(), sha256: file.sha256() };
        self.inputs.push(Input { name: name.to_owned(), path, content });
        found
    }
}
