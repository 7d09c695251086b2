//! `skans stress`.

use std::path::PathBuf;

use clap::Args;

use super::driver::Task;
use super::failure::Failure;
use super::input;
use super::options::{HindsightArgs, RoleArgs, SpanArgs, WorkArgs, whole};
use crate::config::{self, Loaded};
use crate::plan::Scenario;
use crate::report::answer::stress::StressAnswer;
use crate::report::sources::Sources;
use crate::study::stress::{self, StressError};
use crate::texts::{Worded, did_you_mean, message};

/// Arguments of `stress`.
#[derive(Debug, Args)]
#[command(mut_arg("format", |format| format.help("How results are printed; csv is every month-end")))]
#[command(mut_arg("roles", |roles| roles.requires("history")))]
#[command(mut_arg("from", |from| from.requires("history")))]
#[command(mut_arg("until", |until| until.requires("history")))]
pub(super) struct StressArgs {
    /// The configuration file.
    config: PathBuf,
    /// A scenario by name: of the file's own, of those that ship, or of the crises that have a name. May be repeated;
    /// all if left out.
    #[arg(long = "scenario", value_name = "NAME")]
    scenarios: Vec<String>,
    /// A history, a span of which is a scenario: date,NAME,… by month, as for the model `replay`.
    #[arg(long, value_name = "CSV", requires_all = ["from", "until"])]
    history: Option<PathBuf>,
    #[command(flatten)]
    roles: RoleArgs,
    #[command(flatten)]
    span: SpanArgs,
    /// Months followed after a scenario, in which all assets grow as expected; the scenario's own if left out.
    #[arg(long, value_name = "MONTHS", value_parser = whole::<u32>(0..=120))]
    aftermath: Option<u32>,
    #[command(flatten)]
    hindsight: HindsightArgs,
    #[command(flatten)]
    work: WorkArgs,
}

impl StressArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let mut loaded = self.hindsight.load(&self.config)?;
        stress::check(&loaded.plan).map_err(|error| self.wrong(&error))?;
        let scenarios = self.chosen(&mut loaded)?;
        let plan = &loaded.plan;
        let show = self.hindsight.show(self.work.clone());
        let task = Task::new("stress", &plan.name, &[], &show)?;
        task.answer(Sources::Config(&loaded), || {
            let found = stress::stress(plan, &scenarios, self.aftermath).map_err(|error| self.wrong(&error))?;
            // Each scenario by itself where some were asked for.
            let each_scenario = !self.scenarios.is_empty() || self.history.is_some();
            Ok(StressAnswer { found, plan, each_scenario })
        })?;
        Ok(())
    }

    fn wrong(&self, error: &StressError) -> Failure {
        Failure::wrong(error.message().at(self.config.display().to_string()))
    }

    /// The scenarios asked for: all, those named, and a span of a history.
    fn chosen(&self, loaded: &mut Loaded) -> Result<Vec<Scenario>, Failure> {
        let mut chosen: Vec<Scenario> = self.of_history(loaded)?.into_iter().collect();
        let own = loaded.plan.scenarios.iter().cloned();
        let known: Vec<Scenario> = own.chain(config::ready_made_scenarios(loaded)).collect();
        if self.scenarios.is_empty() && self.history.is_none() {
            chosen.extend(known);
            if chosen.is_empty() {
                let config = self.config.display().to_string();
                return Err(Failure::wrong(message!(stress_no_scenario, config)));
            }
            return Ok(chosen);
        }
        for name in &self.scenarios {
            match known.iter().find(|scenario| scenario.name == *name) {
                Some(scenario) if chosen.iter().all(|other| other.name != *name) => chosen.push(scenario.clone()),
                Some(_) => {}
                None => return Err(self.unknown(name, &known)),
            }
        }
        Ok(chosen)
    }

    fn unknown(&self, name: &str, known: &[Scenario]) -> Failure {
        let names: Vec<&str> = known.iter().map(|scenario| scenario.name.as_str()).collect();
        let config = self.config.display().to_string();
        let unknown = message!(stress_unknown, name, config, names = names.join(", "));
        Failure::wrong(match did_you_mean(name, names, '"') {
            Some(hint) => unknown.hinted(hint),
            None => unknown,
        })
    }

    /// The scenario of a span of a history, whose file is then one of the run's.
    fn of_history(&self, loaded: &mut Loaded) -> Result<Option<Scenario>, Failure> {
        let (Some(path), Some(from), Some(until)) = (&self.history, self.span.from, self.span.until) else {
            return Ok(None);
        };
        let (name, kinds) = (path.display().to_string(), self.roles.kinds()?);
        let (input, content) = input::table(name.clone(), path)?;
        let scenario = config::scenario_of_history(loaded, &name, &content, kinds, (from, until))?;
        loaded.inputs.push(input);
        Ok(Some(scenario))
    }
}
