//! `skans compare`.

use std::path::PathBuf;

use clap::Args;

use super::driver::Task;
use super::failure::Failure;
use super::options::{SettingArgs, ShowArgs};
use super::print::note;
use crate::config::{self, Loaded};
use crate::plan::Plan;
use crate::report::answer::compare::CompareAnswer;
use crate::report::sources::Sources;
use crate::study::compare;

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub(super) struct CompareArgs {
    /// The configurations, the first being what the others are held against; or one whose pools are alternatives, the first pool
    /// being what the others are held against.
    #[arg(required = true, value_name = "CONFIG")]
    configs: Vec<PathBuf>,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
    /// Years at whose ends distributions are compared, beside the horizon.
    #[arg(long, value_name = "N,…", value_delimiter = ',', default_values_t = [1, 5, 10, 20], value_parser = clap::value_parser!(u32).range(1..=100))]
    years: Vec<u32>,
}

impl CompareArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        const MOST: usize = 20;
        if self.configs.len() > MOST {
            let found = format!("found {} configurations, allowed: 1 to {MOST}", self.configs.len());
            return Err(Failure::wrong(found));
        }
        let overrides = self.settings.overrides();
        let loaded: Vec<Loaded> =
            self.configs.iter().map(|config| config::load(config, &overrides)).collect::<Result<_, _>>()?;
        let mut plans: Vec<Plan> = loaded.iter().map(|loaded| loaded.plan.clone()).collect();
        compare::align(&mut plans, &self.years).map_err(|error| Failure::wrong(error.to_string()))?;
        if compare::sides(&plans).is_empty() {
            let found = "nothing to compare: found one pool, or no pool of the same name in both";
            let allowed = "allowed: configurations that share a pool's name, or one with two pools at least";
            return Err(Failure::wrong(format!("{found}, {allowed}")));
        }
        let task = Task::new("compare", &plans[0].name, &[], &self.show)?;
        self.notes(&plans);
        task.answer(Sources::Configs(&loaded), || {
            let first = &plans[0];
            let found = task.with_progress(&first.name, first.paths, |progress| compare::compare(&plans, progress))?;
            Ok(CompareAnswer { found, plans: &plans })
        })?;
        Ok(())
    }

    fn notes(&self, plans: &[Plan]) {
        if self.show.print.quiet {
            return;
        }
        for (path, plan) in self.configs.iter().zip(plans).skip(1).filter(|(_, plan)| plan.seed != plans[0].seed) {
            let (path, seed) = (path.display(), plan.seed);
            note(&format!(
                "{path}: another model of the market, so simulated on paths of its own (seed {seed}); its differences are unpaired"
            ));
        }
    }
}
