//! `skans validate`.

use std::path::PathBuf;

use clap::Args;

use super::driver::Task;
use super::failure::Failure;
use super::options::{SettingArgs, ShowArgs};
use crate::config::document::Origin;
use crate::report::answer::validate::ValidateAnswer;
use crate::report::sources::Sources;
use crate::study::memory::PlanCount;
use crate::study::validate::{LEAST_PATHS, fans, validate};
use crate::texts::message;

/// Arguments of `validate`.
#[derive(Debug, Args)]
#[command(mut_arg("paths", |paths| paths.help("Number of paths; 20 000 if left out, whatever the file's own paths")))]
pub(super) struct ValidateArgs {
    /// The configuration file.
    config: PathBuf,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
}

/// Paths, unless an option asks for others: enough to tell a tenth of a per mille a year.
const PATHS: u64 = 20_000;

/// The figures of all paths are held until the end.
const MOST_PATHS: u64 = 200_000;

/// The paths that an option asks for.
fn asked(option: &str, paths: u64) -> Result<u64, Failure> {
    if (LEAST_PATHS..=MOST_PATHS).contains(&paths) {
        return Ok(paths);
    }
    Err(Failure::wrong(message!(validate_paths, option, paths, least = LEAST_PATHS, most = MOST_PATHS)))
}

impl ValidateArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let mut loaded = self.settings.load(&self.config, self.show.print.language())?;
        let paths = match loaded.document.origin("paths") {
            Origin::Option(option) => asked(&option, loaded.config.paths)?,
            Origin::File { .. } | Origin::Default => PATHS,
        };
        loaded.plan = loaded.plan.with_paths(paths);
        let plan = &loaded.plan;
        let paths = plan.paths();
        loaded.config.paths = paths;
        let task = Task::new("validate", &plan.name, &[], &self.show)?.needing(plan, PlanCount::ONE)?;
        let answer = task.answer(Sources::Config(&loaded), || {
            let fans = if plan.outputs.charts { fans::fans(plan, paths) } else { None };
            Ok(ValidateAnswer { found: validate(plan, paths), plan, fans })
        })?;
        match answer.found.failures() {
            0 => Ok(()),
            failures => Err(Failure::Failed(message!(validate_failed, failures, count = failures))),
        }
    }
}
