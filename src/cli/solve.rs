//! `skans solve`.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use serde::Serialize;

use super::job::{on_threads, stopped, write};
use super::progress::Bar;
use super::sweep::variable;
use super::{Failure, Format, SettingArgs, ShowArgs, note, print};
use crate::config::{self, Loaded, Override};
use crate::plan::Plan;
use crate::report::folder::Owner;
use crate::report::table::Style;
use crate::report::table::solve as table;
use crate::report::{OutputFile, csv, folder, json, settings};
use crate::study::limits::Limit;
use crate::study::names::Names;
use crate::study::solve::{self, Bracket, Solution, Unsolved};
use crate::study::sweep;
use crate::units::in_short;

/// Arguments of `solve`.
#[derive(Debug, Args)]
pub(super) struct SolveArgs {
    /// The configuration file.
    config: PathBuf,
    /// The key whose value is sought, a number. A key of a pool may leave out the pool: `floor.share` is that of the pool with the
    /// dynamic rule.
    #[arg(long = "for", value_name = "KEY")]
    key: String,
    /// A figure and its bound: `pools.long.breach.ex_post.y10 <= 0.05`. A pool's figure may leave out the pool likewise, or be called by a
    /// shorthand, `p_breach_10y <= 0.05` (`skans schema --markdown` lists them).
    #[arg(long, value_name = "FIGURE <= NUMBER")]
    target: Limit,
    /// Where the value is sought; from half to one and a half of the configuration's own,
    /// or as far as is allowed, if left out.
    #[arg(long, value_name = "LOW:HIGH", value_parser = bracket, allow_hyphen_values = true)]
    between: Option<Range<f64>>,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
}

fn bracket(text: &str) -> Result<Range<f64>, String> {
    let parse = || {
        let (low, high) = text.split_once(':')?;
        let (low, high): (f64, f64) = (low.trim().parse().ok()?, high.trim().parse().ok()?);
        (low.is_finite() && high.is_finite() && low < high).then_some(low..high)
    };
    parse().ok_or_else(|| "allowed: LOW:HIGH, two numbers, the first below the second".to_owned())
}

/// What was solved.
#[derive(Serialize)]
struct Solved<'a> {
    skans: &'static str,
    key: &'a str,
    figure: &'a str,
    comparison: &'a str,
    bound: f64,
    paths: u64,
    seed: u64,
    #[serde(flatten)]
    solution: &'a Solution,
}

impl SolveArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let loaded = config::load(&self.config, &self.settings.overrides())?;
        let key = config::full_key(&self.key, sweep::subject(&loaded.plan));
        variable("--for", &key)?;
        let target = self.target(&loaded.plan)?;
        let bracket = self.bracket(&loaded, &key)?;
        let out = self.show.out.clone();
        let out = out.unwrap_or_else(|| Path::new("output").join(format!("{}-solve", loaded.plan.name)));
        for end in [bracket.range.start, bracket.range.end] {
            self.plan(&loaded, (&key, bracket.whole), end)?;
        }
        folder::check(&out, Owner::verb("solve"))?;
        on_threads(&self.show, || self.execute(&loaded, (&key, &target, bracket), &out))
    }

    /// The target, whose figure the run makes.
    fn target(&self, plan: &Plan) -> Result<Limit, Failure> {
        let figure = Names::of(plan).full(&self.target.figure);
        let figure = figure.map_err(|error| Failure::Wrong(vec![format!("--target: {error}")]))?;
        Ok(Limit { figure, ..self.target.clone() })
    }

    fn bracket(&self, loaded: &Loaded, key: &str) -> Result<Bracket, Failure> {
        let present = settings::list(&loaded.config, &loaded.document).into_iter().find(|setting| setting.key == key);
        let present = present.and_then(|setting| setting.value.parse::<f64>().ok()).filter(|value| *value > 0.0);
        // A key takes whole numbers only if a number is right for it as long as no decimals are written.
        let whole = |value: f64| {
            let at = |whole: bool| self.plan(loaded, (key, whole), value).is_ok();
            at(true) && !at(false)
        };
        if let Some(range) = &self.between {
            let within = Bracket::of_whole(range);
            let tried = present.into_iter().chain([within.range.start, within.range.end]);
            let bracket =
                if tried.into_iter().any(whole) { within } else { Bracket { range: range.clone(), whole: false } };
            if bracket.range.start < bracket.range.end {
                return Ok(bracket);
            }
            let [low, high] = [range.start, range.end].map(in_short);
            let found = format!("--between {low}:{high}: found fewer than two whole numbers");
            return Err(Failure::Wrong(vec![format!("{found}, allowed: two or more, since {key} takes no others")]));
        }
        let Some(present) = present else {
            let found = format!("--for {key}: found no number above 0 in the configuration's effective settings");
            return Err(Failure::Wrong(vec![format!("{found}, allowed: a key with a number, or --between LOW:HIGH")]));
        };
        let whole = whole(present);
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
        let option = format!("--for {key}, at {}", in_short(value));
        let value = if whole { format!("{value:.0}") } else { format!("{value:?}") };
        overrides.push(Override { option, key: key.to_owned(), value });
        let loaded = if crate::study::sweep::keeps_market(key) {
            config::load_in_market(&self.config, &overrides, &loaded.plan.market)
        } else {
            config::load(&self.config, &overrides)
        };
        Ok(solve::lean(loaded?.plan))
    }

    fn execute(
        &self,
        loaded: &Loaded,
        (key, target, bracket): (&str, &Limit, Bracket),
        out: &Path,
    ) -> Result<(), Failure> {
        let begun = Instant::now();
        let plan = &loaded.plan;
        let bar = Bar::new(plan.paths, &plan.name, self.show.quiet);
        let plan_at = |value| self.plan(loaded, (key, bracket.whole), value);
        let solution = solve::solve(target, bracket.clone(), &plan_at, &mut |status| bar.show(status));
        bar.finish();
        let solution = solution.map_err(|unsolved| match unsolved {
            Unsolved::Plan(failure) => failure,
            Unsolved::Interrupted => stopped(),
            unsolved => Failure::Failed(format!("{key}: {unsolved}")),
        })?;
        let solved = json::pretty(&Solved {
            skans: env!("CARGO_PKG_VERSION"),
            key,
            figure: &target.figure,
            comparison: target.breaks.sign(),
            bound: target.bound,
            paths: plan.paths,
            seed: plan.seed,
            solution: &solution,
        });
        let points = String::from_utf8(csv::points(&solution)).unwrap_or_default();
        let words = |style| table::page(plan, (key, target, &solution), self.show.lang, style);
        print(&match self.show.format {
            Format::Table => words(Style::Text),
            Format::Markdown => words(Style::Markdown),
            Format::Json => solved.clone(),
            Format::Csv => points.clone(),
        });
        let mut files = vec![OutputFile::new("solve.json", solved), OutputFile::new("points.csv", points)];
        files.extend(settings::files(&loaded.config, &loaded.inputs));
        write("solve", out, loaded, files, begun)?;
        if !self.show.quiet {
            note(&format!("results in {}", out.display()));
        }
        Ok(())
    }
}
