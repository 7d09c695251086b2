//! `skans compare`.

use std::path::PathBuf;

use clap::Args;

use super::driver::Task;
use super::failure::Failure;
use super::options::{SettingArgs, ShowArgs, whole};
use crate::config::{self, Loaded};
use crate::plan::Plan;
use crate::report::answer::compare::CompareAnswer;
use crate::report::sources::Sources;
use crate::study::compare;
use crate::study::memory::PlanCount;
use crate::texts::{Message, Worded, message};

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub(super) struct CompareArgs {
    /// The configurations; the others are held against the first. One alone holds its pools against its first pool.
    #[arg(required = true, value_name = "CONFIG")]
    configs: Vec<PathBuf>,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
    /// Years at whose ends distributions are compared, beside the horizon.
    #[arg(long, value_name = "N,…", value_delimiter = ',', default_values_t = [1, 5, 10, 20])]
    #[arg(value_parser = whole::<u32>(1..=100))]
    years: Vec<u32>,
}

impl CompareArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        const MOST: usize = 20;
        if self.configs.len() > MOST {
            return Err(Failure::wrong(message!(compare_configs, found = self.configs.len(), most = MOST)));
        }
        let loaded = self.load()?;
        let mut plans: Vec<Plan> = loaded.iter().map(|loaded| loaded.plan.clone()).collect();
        compare::align(&mut plans, &self.years).map_err(|error| Failure::wrong(error.message()))?;
        if compare::sides(&plans).is_empty() {
            return Err(Failure::wrong(message!(compare_nothing_shared)));
        }
        let count = PlanCount { at_once: plans.len(), held: plans.len() };
        let task = Task::new("compare", &plans[0].name, &[], &self.show)?.needing(&plans[0], count)?;
        self.notes(&plans).iter().for_each(|text| task.note(text));
        task.answer(Sources::Configs(&loaded), || {
            let first = &plans[0];
            let found =
                task.with_progress(&first.name, first.paths(), |progress| compare::compare(&plans, progress))?;
            Ok(CompareAnswer { found, plans: &plans })
        })?;
        Ok(())
    }

    /// Reads the configurations. The warnings of one that is given twice are printed once.
    fn load(&self) -> Result<Vec<Loaded>, Failure> {
        let load = |(place, config): (usize, &PathBuf)| {
            if self.configs[..place].contains(config) {
                return Ok(config::load(config, &self.settings.overrides())?);
            }
            self.settings.load(config, self.show.print.language())
        };
        self.configs.iter().enumerate().map(load).collect()
    }

    /// A note for each configuration that is not on the first one's paths.
    fn notes(&self, plans: &[Plan]) -> Vec<Message> {
        let others = self.configs.iter().zip(plans).skip(1).filter(|(_, plan)| plan.seed != plans[0].seed);
        let note = |(config, plan): (&PathBuf, &Plan)| {
            message!(compare_own_paths, config = config.display().to_string(), seed = plan.seed)
        };
        others.map(note).collect()
    }
}
