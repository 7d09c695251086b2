//! A run from its checked settings to its folder, for the verbs that make one: `run`, `batch` and `merge`.

use std::ops::Range;
use std::path::Path;

use super::driver::{Task, on_threads};
use super::failure::Failure;
use super::options::{LimitArgs, SettingArgs, ShowArgs};
use super::print;
use crate::config::Loaded;
use crate::engine::{self, Accumulated};
use crate::lanes::LANES;
use crate::report::answer::run::RunAnswer;
use crate::report::policy;
use crate::report::sources::Sources;
use crate::report::{part, settings};
use crate::stats::Estimate;
use crate::stats::summary::{RunResult, VERSION};
use crate::study::limits::{self, Limit};
use crate::study::memory::PlanCount;
use crate::study::names::FigureNames;
use crate::study::precision::{self, OutOfReach, Precision, Stages};
use crate::study::run;
use crate::study::shard::{Header, PartOrigin, Shard, VALUES};
use crate::texts::{Language, Message, Worded, message};

/// A run as it is asked for.
#[derive(Clone, Copy)]
pub(super) struct RunRequest<'a> {
    pub(super) config: &'a Path,
    pub(super) settings: &'a SettingArgs,
    pub(super) limits: &'a LimitArgs,
    /// Precisions wanted.
    pub(super) precision: &'a [Precision<String>],
    /// The part that is made, if it is not the whole.
    pub(super) shard: Option<Shard>,
}

/// A run that may be carried out: its configuration and limits are right, and its folder is free.
pub(super) struct Job<'a> {
    pub(super) loaded: Loaded,
    pub(super) task: Task<'a>,
    limits: Vec<Limit>,
    precision: Vec<Precision>,
    show: &'a ShowArgs,
}

/// A run that is done, and written.
pub(super) struct Finished {
    result: RunResult,
    /// A message for each limit that is not kept.
    not_kept: Vec<Message>,
    /// Why it is not as precise as wanted.
    out_of_reach: Option<OutOfReach>,
}

impl Finished {
    /// Fails if a precision is out of reach, or a limit is not kept.
    pub(super) fn verdict(&self, language: Language) -> Result<(), Failure> {
        if let Some(reason) = &self.out_of_reach {
            let paths = self.result.summary.paths;
            let text = message!(precision_not_reached, reason = reason.message(), paths);
            print::failure(&Failure::LimitsNotKept(self.not_kept.clone()), language);
            return Err(Failure::Failed(text.at("--precision")));
        }
        if self.not_kept.is_empty() { Ok(()) } else { Err(Failure::LimitsNotKept(self.not_kept.clone())) }
    }
}

impl<'a> Job<'a> {
    /// Checks everything that can be checked before anything is computed.
    pub(super) fn new(request: RunRequest, show: &'a ShowArgs) -> Result<Self, Failure> {
        let RunRequest { config, settings, .. } = request;
        let loaded = settings.load(config, show.print.language())?;
        let names = FigureNames::of(&loaded.plan);
        let mut limits = limits::in_full(limits::of_plan(&loaded.plan), &names)
            .map_err(|error| Failure::wrong(error.message().at(config.display().to_string())))?;
        let fail_if = limits::in_full(request.limits.fail_if.clone(), &names);
        limits.extend(fail_if.map_err(|error| Failure::wrong(error.message().at("--fail-if")))?);
        let precision = precision::in_full(request.precision, &names)
            .map_err(|error| Failure::wrong(error.message().at("--precision")))?;
        let part = request.shard.map(|shard| header(&loaded, shard));
        let task = Task::run(&loaded.plan.name, part, show)?.needing(&loaded.plan, PlanCount::ONE)?;
        for line in policy::policy(&loaded.plan, show.print.language()) {
            task.note(&line);
        }
        loaded.notes.iter().chain(&loaded.plan.market_notes()).for_each(|text| task.note(text));
        Ok(Self { loaded, task, limits, precision, show })
    }

    /// Simulates, until every figure is as precise as wanted, and writes the folder.
    pub(super) fn execute(&mut self) -> Result<Finished, Failure> {
        on_threads(self.show, || {
            if self.precision.is_empty() {
                return self.finish(self.simulate(0..engine::blocks(&self.loaded.plan))?);
            }
            let (simulated, out_of_reach) = self.simulate_in_stages()?;
            if out_of_reach.is_none() {
                self.task.note(&message!(precision_reached, paths = self.loaded.plan.paths()));
            }
            Ok(Finished { out_of_reach, ..self.finish(simulated)? })
        })
    }

    /// Simulates until every figure is as precise as wanted, or there is no use in going on. What was simulated by then
    /// is kept, save for a first stage.
    fn simulate_in_stages(&mut self) -> Result<(Accumulated, Option<OutOfReach>), Failure> {
        let mut stages = Stages::new(&self.loaded.plan, &self.precision);
        self.set_paths(stages.first(&self.loaded.plan));
        let mut simulated = self.simulate(0..engine::blocks(&self.loaded.plan))?;
        loop {
            let plan = &self.loaded.plan;
            let done = engine::blocks(plan);
            match stages.next(plan, &run::summary(plan, simulated.clone())) {
                Ok(None) => return Ok((simulated, None)),
                Ok(Some(paths)) => self.set_paths(paths),
                Err(reason) if stages.at_first() => return Err(Failure::wrong(reason.message().at("--precision"))),
                Err(reason) => return Ok((simulated, Some(reason))),
            }
            simulated.join(self.simulate(done..engine::blocks(&self.loaded.plan))?);
        }
    }

    /// Changes the number of paths, in the effective configuration too.
    fn set_paths(&mut self, paths: u64) {
        self.loaded.plan = self.loaded.plan.clone().with_paths(paths);
        self.loaded.config.paths = paths;
    }

    fn simulate(&self, blocks: Range<u64>) -> Result<Accumulated, Failure> {
        let plan = &self.loaded.plan;
        let paths = plan.paths().min(blocks.end * LANES as u64) - plan.paths().min(blocks.start * LANES as u64);
        let simulate = |progress: &mut engine::Progress| engine::simulate(plan, blocks, progress);
        Ok(self.task.with_progress(&plan.name, paths, simulate)?)
    }

    /// Simulates one shard, and writes its folder.
    pub(super) fn make_part(&self, shard: Shard) -> Result<(), Failure> {
        on_threads(self.show, || {
            let simulated = self.simulate(shard.blocks(&self.loaded.plan))?;
            let file = part::file(&header(&self.loaded, shard), &simulated);
            let file = file.map_err(|error| Failure::Failed(error.message()))?;
            self.task.write(vec![file], Sources::Config(&self.loaded))
        })
    }

    /// Writes the folder of a run whose paths are all simulated.
    pub(super) fn finish(&self, simulated: Accumulated) -> Result<Finished, Failure> {
        let result = run::result(&self.loaded.plan, simulated);
        self.task.write_answer(&self.answer(&result), Sources::Config(&self.loaded))?;
        let not_kept = limits::not_kept(&self.limits, &result.summary);
        let not_kept = not_kept.into_iter().map(|(limit, estimate)| not_kept_message(limit, estimate)).collect();
        Ok(Finished { result, not_kept, out_of_reach: None })
    }

    fn answer<'r>(&'r self, found: &'r RunResult) -> RunAnswer<'r> {
        RunAnswer { found, plan: &self.loaded.plan }
    }

    /// Prints the answer, then says how the run ended.
    pub(super) fn print(&self, finished: &Finished) -> Result<(), Failure> {
        self.task.print(&self.answer(&finished.result))?;
        finished.verdict(self.show.print.language())
    }
}

/// Says why a limit is not kept.
fn not_kept_message(limit: &Limit, found: Estimate) -> Message {
    let figure = limit.figure.to_string();
    if found.value.is_nan() {
        return message!(limit_unknown, figure, condition = limit.to_string());
    }
    let [low, high] = found.interval;
    let [value, low, high, bound] =
        [found.value, low, high, limit.bound].map(|number| limit.figure.figure.unit().argument(number));
    message!(limit_broken, figure, value, low, high, sign = limit.breaks.sign(), bound)
}

/// What a part of a run is made of.
pub(super) fn header(loaded: &Loaded, shard: Shard) -> Header {
    let mut hashes = settings::files(&loaded.config, &loaded.inputs).into_iter().map(|file| (file.sha256(), file.name));
    let (config_sha256, _) = hashes.next().expect("the configuration is the first file");
    let skans = VERSION.to_owned();
    let inputs_sha256 = hashes.map(|(hash, name)| (name, hash)).collect();
    Header { origin: PartOrigin { skans, values: VALUES, config_sha256, inputs_sha256 }, shard }
}
