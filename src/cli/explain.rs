//! `skans explain`.

use std::path::PathBuf;

use clap::Args;

use super::driver::Task;
use super::failure::Failure;
use super::options::{PoolArgs, SettingArgs, ShowArgs, read};
use crate::engine::Interrupted;
use crate::plan::{Floor, Plan};
use crate::report::answer::explain::ExplainAnswer;
use crate::report::sources::Sources;
use crate::study::explain::{self, Choice, MOST_MEDIAN, NotFound};
use crate::study::memory::PlanCount;
use crate::study::pools;
use crate::texts::{Message, Worded, message};

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// The configuration file.
    config: PathBuf,
    /// The path: its number in the run, from 0, or worst (ends lowest), median (ends in the middle), first-breach (the
    /// earliest).
    #[arg(long, value_name = "I|worst|median|first-breach", value_parser = read::<Choice>)]
    path: Choice,
    #[command(flatten)]
    pool: PoolArgs,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
}

impl ExplainArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let loaded = self.settings.load(&self.config, self.show.print.language())?;
        let plan = &loaded.plan;
        let place = self.place(plan)?;
        self.check(plan, place)?;
        let task = Task::new("explain", &plan.name, &[], &self.show)?.needing(plan, PlanCount::ONE)?;
        task.answer(Sources::Config(&loaded), || {
            let chosen = task
                .with_progress(&plan.name, plan.paths(), |progress| explain::choose(plan, place, self.path, progress));
            let chosen = chosen.map_err(|error| match error {
                NotFound::Interrupted => Interrupted.into(),
                NotFound::NoBreach(_) => Failure::Failed(error.message().at("--path first-breach")),
            })?;
            Ok(ExplainAnswer { path: explain::explain(plan, place, self.path, chosen), plan })
        })?;
        Ok(())
    }

    /// The pool's place in the plan.
    fn place(&self, plan: &Plan) -> Result<usize, Failure> {
        pools::place(plan, self.pool.pool.as_deref()).map_err(|error| Failure::wrong(error.message()))
    }

    /// Whether there is such a path, as far as that is known before anything is computed.
    fn check(&self, plan: &Plan, place: usize) -> Result<(), Failure> {
        let wrong = |message: Message| Err(Failure::wrong(message));
        match self.path {
            Choice::Number(path) if path >= plan.paths() => {
                wrong(message!(explain_no_path, path, most = plan.paths() - 1))
            }
            Choice::Median if plan.paths() > MOST_MEDIAN => {
                wrong(message!(explain_no_median, paths = plan.paths(), most = MOST_MEDIAN))
            }
            Choice::FirstBreach if plan.pools[place].floor == Floor::None => {
                wrong(message!(explain_no_floor, pool = &plan.pools[place].name))
            }
            _ => Ok(()),
        }
    }
}
