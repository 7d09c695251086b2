//! `skans solve`.

use std::ops::Range;
use std::path::PathBuf;

use clap::Args;

use super::driver::Task;
use super::failure::Failure;
use super::input::{self, may_vary};
use super::options::{SettingArgs, ShowArgs, read};
use super::wrong::Refused;
use crate::config::{self, Loaded, Override};
use crate::engine::Interrupted;
use crate::plan::Plan;
use crate::report::answer::solve::SolveAnswer;
use crate::report::settings;
use crate::report::sources::Sources;
use crate::study::limits::Limit;
use crate::study::memory::PlanCount;
use crate::study::names::FigureNames;
use crate::study::pools;
use crate::study::solve::{self, Bracket, Unsolved};
use crate::texts::{Worded, message};
use crate::units::{fraction_of, in_short};

/// Arguments of `solve`.
#[derive(Debug, Args)]
pub(super) struct SolveArgs {
    /// The configuration file.
    config: PathBuf,
    /// The key whose value is sought, a number. A key of a pool may leave out the pool: `floor.share` is that of the
    /// pool with the dynamic rule.
    #[arg(long = "for", value_name = "KEY")]
    key: String,
    /// A figure and its bound: `pools.long.breach.ex_post.y10 <= 0.05`. A pool's figure may leave out the pool
    /// likewise, or be called by a shorthand, `p_breach_10y <= 0.05` (`skans schema --markdown` lists them).
    #[arg(long, value_name = "FIGURE <= NUMBER", value_parser = read::<Limit<String>>)]
    target: Limit<String>,
    /// Where the value is sought; from half to one and a half of the configuration's own,
    /// or as far as is allowed, if left out.
    #[arg(long, value_name = "LOW:HIGH", value_parser = bracket, allow_hyphen_values = true)]
    between: Option<Range<f64>>,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
}

fn bracket(text: &str) -> Result<Range<f64>, Refused> {
    let parse = || {
        let (low, high) = text.split_once(':')?;
        let (low, high): (f64, f64) = (low.trim().parse().ok()?, high.trim().parse().ok()?);
        (low.is_finite() && high.is_finite() && low < high).then_some(low..high)
    };
    parse().ok_or_else(|| Refused::text(text, message!(a_bracket)))
}

impl SolveArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let loaded = self.settings.load(&self.config, self.show.print.language())?;
        let key = config::full_key(&self.key, &loaded.plan.pools[pools::meant(&loaded.plan)].name);
        may_vary("--for", &key)?;
        let target = self.target(&loaded.plan)?;
        let bracket = self.bracket(&loaded, &key)?;
        for end in [bracket.range.start, bracket.range.end] {
            self.plan(&loaded, (&key, bracket.whole), end)?;
        }
        let plan = &loaded.plan;
        let task = Task::new("solve", &plan.name, &[], &self.show)?.needing(plan, PlanCount::ONE)?;
        task.answer(Sources::Config(&loaded), || {
            let plan_at = |value| self.plan(&loaded, (&key, bracket.whole), value);
            let found = task.with_progress(&plan.name, plan.paths(), |progress| {
                solve::solve(&target, bracket.clone(), &plan_at, progress)
            });
            let found = found.map_err(|unsolved| match unsolved {
                Unsolved::Plan(failure) => failure,
                Unsolved::Interrupted => Interrupted.into(),
                Unsolved::NoSolution(error) => Failure::Failed(error.message().at(&key)),
            })?;
            Ok(SolveAnswer { found, plan, key: &key, target: &target })
        })?;
        Ok(())
    }

    /// The target, whose figure the run makes.
    fn target(&self, plan: &Plan) -> Result<Limit, Failure> {
        let target = self.target.clone().in_full(&FigureNames::of(plan));
        target.map_err(|error| Failure::wrong(error.message().at("--target")))
    }

    fn bracket(&self, loaded: &Loaded, key: &str) -> Result<Bracket, Failure> {
        let present = settings::list(&loaded.config, &loaded.document).into_iter().find(|setting| setting.key == key);
        let number = |text: &str| text.parse().ok().or_else(|| fraction_of(text.trim_matches('"')));
        let present = present.and_then(|setting| number(&setting.value)).filter(|value| *value > 0.0);
        let whole = config::takes_whole_numbers(key);
        if let Some(range) = &self.between {
            let bracket = if whole { Bracket::of_whole(range) } else { Bracket { range: range.clone(), whole } };
            if bracket.range.start < bracket.range.end {
                return Ok(bracket);
            }
            let [low, high] = [range.start, range.end].map(in_short);
            return Err(Failure::wrong(message!(solve_whole, low, high, key)));
        }
        let Some(present) = present else {
            return Err(Failure::wrong(message!(solve_no_number, key)));
        };
        // As far on either side as the configuration allows.
        let end = |side: f64| {
            let ends = [0.5, 0.25, 0.15, 0.1, 0.05, 0.02].map(|part| {
                let end = present * (1.0 + side * part);
                if whole { libm::round(end) } else { end }
            });
            ends.into_iter().find(|&value| self.plan(loaded, (key, whole), value).is_ok()).unwrap_or(ends[0])
        };
        Ok(Bracket { range: end(-1.0)..end(1.0), whole })
    }

    /// The plan with a value, written without decimals if it is a whole number.
    fn plan(&self, loaded: &Loaded, (key, whole): (&str, bool), value: f64) -> Result<Plan, Failure> {
        let mut overrides = self.settings.overrides();
        let option = message!(solve_place, key, value = in_short(value)).into();
        let value = if whole { format!("{value:.0}") } else { format!("{value:?}") };
        overrides.push(Override { option, key: key.to_owned(), value });
        let varied = input::varied(&self.config, &overrides, [key], loaded)?;
        Ok(solve::lean(varied.plan))
    }
}
