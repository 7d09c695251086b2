//! The command line: one file a verb.

mod backtest;
mod batch;
mod bench;
mod breaches;
mod calibrate;
mod certain;
mod check;
mod compare;
mod explain;
mod interrupt;
mod job;
mod merge;
mod progress;
mod run;
mod solve;
mod stress;
mod sweep;
mod today;
mod validate;
mod verbs;

use std::io::Write;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::config::Override;
use crate::config::problem::Problem;
use crate::kernel::Kernel;
use crate::plan::{MOST_PATHS, MOST_SEED};
use crate::report::folder::FolderError;
use crate::study::limits::Limit;
use crate::texts::Language;
use crate::units::Month;

/// Monte Carlo risk of a pension portfolio under a dynamic allocation strategy.
#[derive(Debug, Parser)]
#[command(name = "skans", version, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// How do the pools fare, and how safe is the floor? Figures on the screen, files and charts in a folder.
    Run(run::RunArgs),
    /// Which rule is better, and is the difference real? Configurations, or one's pools, on the same paths, with paired errors.
    Compare(compare::CompareArgs),
    /// How do return and safety change with the settings? Every combination from the same random numbers; heat maps and frontiers.
    Sweep(sweep::SweepArgs),
    /// Which value of a setting meets a target? On common paths, with the simulation's error.
    Solve(solve::SolveArgs),
    /// Is the file right? Prints the effective settings, each with where it came from.
    Check(check::CheckArgs),
    /// Does the simulated world do what was asked of it? Moments, histories and events against their targets.
    Validate(validate::ValidateArgs),
    /// One path, month by month: what was seen, decided and traded, and why.
    Explain(explain::ExplainArgs),
    /// Why is the floor broken, and what does it cost? Each breach parted among its causes; the rule beside a static mix.
    Breaches(breaches::BreachesArgs),
    /// What would the rule have done in real history? From every possible start, or from one.
    Backtest(backtest::BacktestArgs),
    /// Where does a pool stand now? High, floor, cushion, allowed equity share, the trade to make, and when the high leaves the window.
    Today(today::TodayArgs),
    /// What do known crises and given shocks do to the pools, month by month? What would break the floor?
    Stress(stress::StressArgs),
    /// Runs every configuration in a folder: one run folder each, and an index.
    Batch(batch::BatchArgs),
    /// Joins the parts of a run made with `run --shard` into the result of the whole.
    Merge(merge::MergeArgs),
    /// Scenario throughput on this machine, on the reference job.
    Bench(bench::BenchArgs),
    /// Market assumptions from history, as a piece of a configuration with standard errors.
    Calibrate(calibrate::CalibrateArgs),
    /// Prints a JSON Schema, or the configuration's keys explained.
    Schema(verbs::SchemaArgs),
    /// Prints a completion script for a shell.
    Completions(verbs::CompletionsArgs),
    /// Prints the manual page, or writes one for each verb into a folder.
    Man(verbs::ManArgs),
}

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for people.
    Table,
    /// The summary as JSON.
    Json,
    /// Every figure, a line each.
    Csv,
    /// A table in Markdown.
    Markdown,
}

/// Options that change the settings of a configuration; they win over the file.
#[derive(Debug, Clone, Default, Args)]
struct SettingArgs {
    /// Number of paths.
    #[arg(long, value_name = "N", value_parser = whole(1..=MOST_PATHS))]
    paths: Option<u64>,
    /// Seed of all random numbers.
    #[arg(long, value_name = "N", value_parser = whole(0..=MOST_SEED))]
    seed: Option<u64>,
    /// Draws no charts.
    #[arg(long)]
    no_charts: bool,
    /// Sets a key of the configuration: `pools.long.floor.share=0.8`. May be repeated.
    #[arg(long = "set", value_name = "KEY=VALUE", value_parser = key_value)]
    set: Vec<(String, String)>,
}

impl SettingArgs {
    fn overrides(&self) -> Vec<Override> {
        let item = |option: String, key: &str, value: String| Override { option, key: key.to_owned(), value };
        let mut overrides: Vec<Override> = Vec::new();
        for (key, value) in &self.set {
            overrides.push(item(format!("--set {key}={value}"), key, value.clone()));
        }
        overrides.extend(self.paths.map(|paths| item(format!("--paths {paths}"), "paths", paths.to_string())));
        overrides.extend(self.seed.map(|seed| item(format!("--seed {seed}"), "seed", seed.to_string())));
        if self.no_charts {
            overrides.push(item("--no-charts".to_owned(), "outputs.charts", "false".to_owned()));
        }
        overrides
    }
}

/// Options of how a run is carried out and shown; no figure depends on them.
#[derive(Debug, Clone, Args)]
struct ShowArgs {
    /// Folder for the results.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Threads to use; all of the machine's if left out.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Vector instructions to use: portable, avx2, avx512; the widest of the machine if left out. No figure depends on it.
    #[arg(long, value_name = "NAME")]
    kernel: Option<Kernel>,
    /// Language of tables, charts and their texts.
    #[arg(long, value_enum, default_value_t = Language::En)]
    lang: Language,
    /// How results are printed.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Prints results only: no progress, no notes.
    #[arg(long, short)]
    quiet: bool,
}

/// Bounds on figures, for verbs that come to a run's summary.
#[derive(Debug, Clone, Default, Args)]
struct LimitArgs {
    /// Ends with exit code 3 if a figure breaks a bound: `pools.long.breach.ex_post.y10 > 0.1`, or by a shorthand `p_breach_10y > 0.1`
    /// (`skans schema --markdown` lists them). May be repeated.
    #[arg(long, value_name = "CONDITION")]
    fail_if: Vec<Limit>,
}

fn key_value(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("allowed: KEY=VALUE")?;
    if key.trim().is_empty() {
        return Err("allowed: KEY=VALUE, with a key".to_owned());
    }
    Ok((key.trim().to_owned(), value.trim().to_owned()))
}

/// Reads a whole number in a range.
fn whole(range: RangeInclusive<u64>) -> impl Fn(&str) -> Result<u64, String> + Clone + Send + Sync {
    move |text| {
        let allowed = || format!("allowed: a whole number from {} to {}", range.start(), range.end());
        text.parse().ok().filter(|number| range.contains(number)).ok_or_else(allowed)
    }
}

fn month(text: &str) -> Result<Month, String> {
    Month::try_from(text.to_owned()).map_err(|error| error.to_string())
}

/// How a command ended, short of success.
#[derive(Debug)]
enum Failure {
    /// Something failed on the way: exit code 1.
    Failed(String),
    /// The command line or a file is wrong: exit code 2.
    Wrong(Vec<String>),
    /// Done, but a limit is broken: exit code 3.
    LimitBroken,
    /// Interrupted: exit code 130.
    Interrupted(String),
}

impl Failure {
    fn code(&self) -> u8 {
        match self {
            Self::Failed(_) => 1,
            Self::Wrong(_) => 2,
            Self::LimitBroken => 3,
            Self::Interrupted(_) => 130,
        }
    }

    fn messages(&self) -> Vec<String> {
        match self {
            Self::Failed(message) | Self::Interrupted(message) => vec![message.clone()],
            Self::Wrong(messages) => messages.clone(),
            Self::LimitBroken => Vec::new(),
        }
    }
}

impl From<Vec<Problem>> for Failure {
    fn from(problems: Vec<Problem>) -> Self {
        const MOST: usize = 20;
        let mut messages: Vec<String> = problems.iter().take(MOST).map(ToString::to_string).collect();
        if problems.len() > MOST {
            messages.push(format!("and {} more", problems.len() - MOST));
        }
        Self::Wrong(messages)
    }
}

impl From<FolderError> for Failure {
    fn from(error: FolderError) -> Self {
        match error {
            FolderError::InTheWay { .. } => Self::Wrong(vec![error.to_string()]),
            FolderError::Io { .. } => Self::Failed(error.to_string()),
        }
    }
}

impl Cli {
    /// What the command line asks for. Prints help or what is wrong, and ends the program, if that is all there is to do.
    ///
    /// A number after an option is its value, also a negative one.
    #[must_use]
    pub fn from_command_line() -> Self {
        let negative = |arg: clap::Arg| {
            let takes_value = arg.get_action().takes_values() && !arg.is_positional();
            arg.allow_negative_numbers(takes_value)
        };
        let command = Self::command().mut_subcommands(|verb| verb.mut_args(negative));
        Self::from_arg_matches(&command.get_matches()).unwrap_or_else(|error| error.exit())
    }

    /// Does what was asked, and says how it ended.
    #[must_use]
    pub fn run(self) -> ExitCode {
        let ended = match self.verb {
            Verb::Run(args) => args.run(),
            Verb::Compare(args) => args.run(),
            Verb::Sweep(args) => args.run(),
            Verb::Solve(args) => args.run(),
            Verb::Check(args) => args.run(),
            Verb::Validate(args) => args.run(),
            Verb::Explain(args) => args.run(),
            Verb::Breaches(args) => args.run(),
            Verb::Backtest(args) => args.run(),
            Verb::Today(args) => args.run(),
            Verb::Stress(args) => args.run(),
            Verb::Batch(args) => args.run(),
            Verb::Merge(args) => args.run(),
            Verb::Bench(args) => args.run(),
            Verb::Calibrate(args) => args.run(),
            Verb::Schema(args) => args.run(),
            Verb::Completions(args) => {
                args.run();
                Ok(())
            }
            Verb::Man(args) => args.run(),
        };
        match ended {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => {
                for message in failure.messages() {
                    note(&format!("error: {message}"));
                }
                ExitCode::from(failure.code())
            }
        }
    }
}

/// Prints a result. A reader that has gone away ends the printing, not the program.
fn print(text: &str) {
    print_by(|to| to.write_all(text.as_bytes()));
}

/// Prints a result that is too large to be held as a text.
fn print_by(write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) {
    let mut to = std::io::BufWriter::new(std::io::stdout().lock());
    let _ = write(&mut to).and_then(|()| to.flush());
}

/// Prints a note.
fn note(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}
