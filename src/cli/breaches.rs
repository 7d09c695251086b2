//! `skans breaches`.

use std::path::PathBuf;

use clap::Args;

use super::driver::Task;
use super::failure::Failure;
use super::options::{SettingArgs, ShowArgs};
use crate::report::answer::breaches::BreachesAnswer;
use crate::report::sources::Sources;
use crate::study::breaches::{MOST_PATHS, breaches};
use crate::study::memory::PlanCount;
use crate::texts::message;

/// Arguments of `breaches`.
#[derive(Debug, Args)]
pub(super) struct BreachesArgs {
    /// The configuration file.
    config: PathBuf,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
}

impl BreachesArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let loaded = self.settings.load(&self.config, self.show.print.language())?;
        let plan = &loaded.plan;
        if plan.paths() > MOST_PATHS {
            return Err(Failure::wrong(message!(breaches_paths, found = plan.paths(), most = MOST_PATHS)));
        }
        let task = Task::new("breaches", &plan.name, &[], &self.show)?.needing(plan, PlanCount::ONE)?;
        task.answer(Sources::Config(&loaded), || {
            let found = task.with_progress(&plan.name, plan.paths(), |progress| breaches(plan, progress))?;
            Ok(BreachesAnswer { found, plan })
        })?;
        Ok(())
    }
}
