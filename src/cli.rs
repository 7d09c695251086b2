//! The command line: one file a verb.
//!
//! A verb reads its arguments and `options`, and makes a task of the `driver`, which prints the answer and writes its
//! folder. `job` is the run that `run`, `batch` and `merge` share; `failure` has the exit codes.

mod backtest;
mod batch;
mod bench;
mod breaches;
mod calibrate;
mod check;
mod compare;
mod driver;
mod explain;
mod failure;
mod help;
mod input;
mod interrupt;
mod job;
mod language;
mod memory;
mod merge;
mod options;
mod print;
mod progress;
mod run;
mod solve;
mod stress;
mod sweep;
mod today;
mod validate;
mod verbs;
mod wrong;

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use failure::Failure;

use crate::texts::Language;

/// Monte Carlo risk of a pension portfolio under a dynamic allocation strategy.
#[derive(Debug, Parser)]
#[command(name = "skans", version, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    #[command(subcommand)]
    verb: Verb,
    /// Language of help, tables, charts, notes and errors; the configuration's if left out, else English.
    #[arg(long, value_enum, global = true, hide_possible_values = true)]
    lang: Option<Language>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// How do the pools fare, and how safe is the floor? Figures on the screen, files and charts in a folder.
    Run(run::RunArgs),
    /// Which rule is better, and is the difference real? Configurations, or one's pools, on the same paths, with paired
    /// errors.
    Compare(compare::CompareArgs),
    /// How do return and safety change with the settings? Every combination from the same random numbers; heat maps and
    /// frontiers.
    Sweep(sweep::SweepArgs),
    /// Which value of a setting meets a target? On common paths, with the simulation's error.
    Solve(solve::SolveArgs),
    /// Is the file right? Prints the effective settings, each with where it came from.
    Check(check::CheckArgs),
    /// Does the simulated world do what was asked of it? Moments, histories and events against their targets.
    Validate(validate::ValidateArgs),
    /// One path, month by month: what was seen, decided and traded, and why.
    Explain(explain::ExplainArgs),
    /// Why is the floor broken, and what does it cost? Each breach parted among its causes; the rule beside a static
    /// mix.
    Breaches(breaches::BreachesArgs),
    /// What would the rule have done in real history? From every possible start, or from one.
    Backtest(backtest::BacktestArgs),
    /// Where does a pool stand now? High, floor, cushion, allowed equity share, the trade to make, and when the high
    /// leaves the window.
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
    /// Prints this list, or what a verb does and takes.
    Help(verbs::HelpArgs),
}

impl Cli {
    /// The arguments of this process. Prints help or what is wrong, and ends the program, where nothing else was asked.
    ///
    /// A number after an option is its value, also a negative one.
    #[must_use]
    pub fn from_command_line() -> Self {
        let negative = |arg: clap::Arg| {
            let takes_value = arg.get_action().takes_values() && !arg.is_positional();
            arg.allow_negative_numbers(takes_value)
        };
        let command = Self::command().mut_subcommands(|verb| verb.mut_args(negative));
        let mut matches = command.clone().try_get_matches().unwrap_or_else(|error| end(&error));
        if let Some((verb, language)) = language::configured(&matches) {
            let spoken = |lang: clap::Arg| lang.default_value(language.tag());
            matches = command
                .mut_subcommand(verb, |verb| verb.mut_arg("lang", spoken))
                .try_get_matches()
                .unwrap_or_else(|error| end(&error));
        }
        Self::from_arg_matches(&matches).unwrap_or_else(|error| end(&error))
    }

    /// Does what was asked, and says how it ended.
    #[must_use]
    pub fn run(self) -> ExitCode {
        let language = self.lang.unwrap_or_default();
        interrupt::listen(language);
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
            Verb::Completions(args) => args.run(help::told(Self::command(), language)),
            Verb::Man(args) => args.run(help::told(Self::command(), language), language),
            Verb::Help(args) => args.run(&help::told(Self::command(), language)),
        };
        interrupt::over();
        ended.map_or_else(|failure| tell(&failure, language), |()| 0).into()
    }
}

/// Prints help, or tells what is wrong with the arguments, and ends the program.
fn end<T>(error: &clap::Error) -> T {
    let is_help = !error.use_stderr() || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    let words: Vec<String> = std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let language = language::typed(&words).unwrap_or_default();
    let failure = if is_help {
        let told = help::told(Cli::command(), language).try_get_matches().err();
        print::printed(told.as_ref().unwrap_or(error).print()).err()
    } else {
        Some(Failure::wrong(wrong::message(error, &Cli::command())))
    };
    std::process::exit(failure.map_or_else(|| error.exit_code(), |failure| tell(&failure, language).into()))
}

/// Tells what was wrong, and gives the exit code.
fn tell(failure: &Failure, language: Language) -> u8 {
    print::failure(failure, language);
    failure.code()
}
