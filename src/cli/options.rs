//! Options that verbs share.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::Args;
use schemars::JsonSchema;

use super::failure::Failure;
use super::input::each_once;
use super::print::{Format, note};
use super::wrong::Refused;
use crate::config::document::path::split;
use crate::config::document::{allowed_of, percentage_at, unusual_at};
use crate::config::schema_view::View;
use crate::config::{self, Loaded, Override, Place, Warning};
use crate::kernel::Kernel;
use crate::plan::{MOST_PATHS, MOST_SEED, SeriesKind};
use crate::study::limits::Limit;
use crate::texts::{Language, Message, Worded, message};
use crate::units::{Month, fraction_of};

/// Options that change the settings of a configuration; they win over the file.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct SettingArgs {
    /// Number of paths.
    #[arg(long, value_name = "N", value_parser = whole::<u64>(1..=MOST_PATHS))]
    paths: Option<u64>,
    /// Seed of all random numbers.
    #[arg(long, value_name = "N", value_parser = whole::<u64>(0..=MOST_SEED))]
    seed: Option<u64>,
    #[command(flatten)]
    change: ChangeArgs,
}

/// The same for verbs that simulate nothing.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct ChangeArgs {
    /// Draws no charts.
    #[arg(long)]
    no_charts: bool,
    /// Sets a key of the configuration: `pools.long.floor.share=0.8`. May be repeated.
    #[arg(long = "set", value_name = "KEY=VALUE", value_parser = key_value)]
    set: Vec<(String, String)>,
    /// Refuses what is allowed but may be a slip: each warning is an error.
    #[arg(long)]
    strict: bool,
}

impl SettingArgs {
    /// The keys that are set, in the order in which they win over each other.
    pub(super) fn overrides(&self) -> Vec<Override> {
        let item =
            |option: String, key: &str, value: String| Override { option: option.into(), key: key.to_owned(), value };
        let mut overrides: Vec<Override> = Vec::new();
        for (key, value) in &self.change.set {
            overrides.push(item(format!("--set {key}={value}"), key, value.clone()));
        }
        overrides.extend(self.paths.map(|paths| item(format!("--paths {paths}"), "paths", paths.to_string())));
        overrides.extend(self.seed.map(|seed| item(format!("--seed {seed}"), "seed", seed.to_string())));
        if self.change.no_charts {
            overrides.push(item("--no-charts".to_owned(), "outputs.charts", "false".to_owned()));
        }
        overrides
    }

    /// Reads a configuration under these settings.
    pub(super) fn load(&self, config: &Path, language: Language) -> Result<Loaded, Failure> {
        self.heed(config::load(config, &self.overrides())?, language)
    }

    /// Prints the warnings of a configuration, or refuses it for them.
    pub(super) fn heed(&self, loaded: Loaded, language: Language) -> Result<Loaded, Failure> {
        self.change.warn(&loaded.warnings, language)?;
        Ok(loaded)
    }
}

impl ChangeArgs {
    /// Prints warnings, or refuses what they are of.
    fn warn(&self, warnings: &[Warning], language: Language) -> Result<(), Failure> {
        let warnings: Vec<Message> = warnings.iter().map(Worded::message).collect();
        if self.strict && !warnings.is_empty() {
            return Err(Failure::Wrong(warnings));
        }
        for text in warnings {
            note(&message!(warning, text), language);
        }
        Ok(())
    }

    /// Reads a configuration under these settings.
    pub(super) fn load(&self, config: &Path, language: Language) -> Result<Loaded, Failure> {
        SettingArgs { change: self.clone(), ..SettingArgs::default() }.load(config, language)
    }
}

/// The pool that a verb is about.
#[derive(Debug, Clone, Args)]
pub(super) struct PoolArgs {
    /// The pool that the answer is about. Left out, it is the first with the dynamic rule, else with a floor, else with
    /// equities, else the first of all.
    #[arg(long, value_name = "NAME")]
    pub(super) pool: Option<String>,
}

/// The span of a history that is used.
#[derive(Debug, Clone, Args)]
pub(super) struct SpanArgs {
    /// The first month used.
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    pub(super) from: Option<Month>,
    /// The last month used.
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    pub(super) until: Option<Month>,
}

/// What the columns of a history hold.
#[derive(Debug, Clone, Args)]
pub(super) struct RoleArgs {
    /// What a column of the history holds, where its name does not tell: equity, fixed-income, inflation or rate. May
    /// be repeated.
    #[arg(long = "role", value_name = "NAME=KIND", value_parser = role)]
    roles: Vec<(String, SeriesKind)>,
}

impl RoleArgs {
    /// The kinds of the columns named.
    ///
    /// # Errors
    /// If a column is named twice.
    pub(super) fn kinds(&self) -> Result<&[(String, SeriesKind)], Failure> {
        each_once("--role", &self.roles)?;
        Ok(&self.roles)
    }
}

/// Options of how a study is carried out and shown; no figure depends on them.
#[derive(Debug, Clone, Args)]
pub(super) struct ShowArgs {
    /// Folder for the results.
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    #[command(flatten)]
    pub(super) work: WorkArgs,
    #[command(flatten)]
    pub(super) print: PrintArgs,
    /// Prints results only: no progress, no notes.
    #[arg(long, short)]
    pub(super) quiet: bool,
}

/// Options of what does the work.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct WorkArgs {
    /// Threads to use; all of the machine's if left out.
    #[arg(long, value_name = "N", value_parser = whole::<u16>(1..=1024))]
    pub(super) threads: Option<u16>,
    /// Vector instructions to use: portable, avx2, avx512; the widest of the machine if left out. No figure depends on
    /// it.
    #[arg(long, value_name = "NAME", value_parser = read::<Kernel>)]
    pub(super) kernel: Option<Kernel>,
}

/// Options of how an answer is printed.
#[derive(Debug, Clone, Args)]
pub(super) struct PrintArgs {
    /// Language of help, tables, charts, notes and errors; the configuration's if left out, else English.
    #[arg(long, value_enum)]
    pub(super) lang: Option<Language>,
    /// How results are printed.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(super) format: Format,
}

impl PrintArgs {
    /// The language that is spoken.
    pub(super) fn language(&self) -> Language {
        self.lang.unwrap_or_default()
    }
}

impl ShowArgs {
    /// The folder asked for, else the one of this name in `output`.
    pub(super) fn folder(&self, name: impl AsRef<Path>) -> PathBuf {
        self.out.clone().unwrap_or_else(|| Path::new("output").join(name))
    }
}

/// Options of a verb that follows what happened: nothing is simulated.
#[derive(Debug, Clone, Args)]
pub(super) struct HindsightArgs {
    /// Folder for the results.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    change: ChangeArgs,
    #[command(flatten)]
    print: PrintArgs,
    /// Prints results only: no notes.
    #[arg(long, short)]
    quiet: bool,
}

impl HindsightArgs {
    /// Reads a configuration under these settings.
    pub(super) fn load(&self, config: &Path) -> Result<Loaded, Failure> {
        self.change.load(config, self.print.language())
    }

    /// Prints warnings of what stands beside the configuration, or refuses what they are of.
    pub(super) fn warn(&self, warnings: &[Warning]) -> Result<(), Failure> {
        self.change.warn(warnings, self.print.language())
    }

    /// How the answer is shown, and what does the work.
    pub(super) fn show(&self, work: WorkArgs) -> ShowArgs {
        ShowArgs { out: self.out.clone(), work, print: self.print.clone(), quiet: self.quiet }
    }
}

/// Bounds on figures, for verbs that come to a run's summary.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct LimitArgs {
    /// Ends with exit code 3 if a figure breaks a bound: `pools.long.breach.ex_post.y10 > 0.1`, or by a shorthand
    /// `p_breach_10y > 0.1` (`skans schema --markdown` lists them). May be repeated.
    #[arg(long, value_name = "CONDITION", value_parser = read::<Limit<String>>)]
    pub(super) fail_if: Vec<Limit<String>>,
}

/// Reads a value whose errors have words in each language.
pub(super) fn read<T: FromStr<Err: Worded>>(text: &str) -> Result<T, Refused> {
    Ok(text.parse()?)
}

/// Reads a key and its value.
pub(super) fn key_value(text: &str) -> Result<(String, String), Refused> {
    let parts = text.split_once('=').map(|(key, value)| (key.trim(), value.trim())).filter(|(key, _)| !key.is_empty());
    let (key, value) = parts.ok_or_else(|| Refused::text(text, message!(a_key_and_a_value)))?;
    Ok((key.to_owned(), value.to_owned()))
}

/// Reads a number.
pub(super) fn number(text: &str) -> Result<f64, Refused> {
    text.parse().map_err(|_| Refused::text(text, message!(a_number_with_a_point)))
}

/// A fraction of an option that stands for a key of the configuration, with what is unusual of it there.
#[derive(Debug, Clone)]
pub(super) struct Fraction<T> {
    pub(super) value: T,
    unusual: Option<Message>,
}

impl<T> Fraction<T> {
    /// The warning of an option, if the fraction is unusual.
    pub(super) fn warning(&self, option: &str) -> Option<Warning> {
        self.unusual.clone().map(|text| Warning::new(Place::Option(option.into()), "", text))
    }
}

/// A key of the configuration that an option stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum FractionKey {
    OpeningShare,
    OpeningVolatility,
    EquityStress,
    ExpectedReturn,
}

impl FractionKey {
    const fn path(self) -> &'static str {
        match self {
            Self::OpeningShare => "pools.NAME.rule.opening_share",
            Self::OpeningVolatility => "pools.NAME.rule.equity_stress.opening_volatility",
            Self::EquityStress => "pools.NAME.rule.equity_stress",
            Self::ExpectedReturn => "market.assets.NAME.expected_return.geometric",
        }
    }

    /// Its place in the schema of the configuration.
    fn place(self, schema: View<'_>) -> View<'_> {
        schema.find(&split(self.path())).expect("a test finds the place of each key")
    }
}

/// Reads a fraction as it may be for a key: a number, or a percentage.
pub(super) fn fraction<T: TryFrom<f64> + JsonSchema>(
    key: FractionKey,
) -> impl Fn(&str) -> Result<Fraction<T>, Refused> + Clone + Send + Sync {
    move |text| {
        let schema = config::schema();
        let place = key.place(View::of(&schema));
        let number = fraction_of(text).or_else(|| text.parse().ok());
        let Some(value) = number.and_then(|number| T::try_from(number).ok()) else {
            let refused = Message::found(format!("\"{text}\""), allowed_of::<T>());
            let hint = percentage_at(place, text);
            return Err(Refused(hint.into_iter().fold(refused, Message::hinted)));
        };
        Ok(Fraction { value, unusual: unusual_at(place, text) })
    }
}

/// Reads a column's name and what it holds.
pub(super) fn role(text: &str) -> Result<(String, SeriesKind), Refused> {
    let (name, kind) = key_value(text)?;
    let found = SeriesKind::ALL.into_iter().find(|own| own.name() == kind);
    let allowed = || message!(one_of, names = SeriesKind::ALL.map(SeriesKind::name).to_vec());
    Ok((name, found.ok_or_else(|| Refused::text(&kind, allowed()))?))
}

/// Reads a whole number in a range.
pub(super) fn whole<T: TryFrom<u64>>(
    range: RangeInclusive<u64>,
) -> impl Fn(&str) -> Result<T, Refused> + Clone + Send + Sync {
    move |text| {
        let number = text.parse().ok().filter(|number| range.contains(number));
        let allowed = || message!(a_whole_number_between, low = *range.start(), high = *range.end());
        number.and_then(|number| T::try_from(number).ok()).ok_or_else(|| Refused::text(text, allowed()))
    }
}

/// Reads a month, `2014-12`.
pub(super) fn month(text: &str) -> Result<Month, Refused> {
    Month::try_from(text.to_owned()).map_err(|_| Refused::text(text, message!(a_month_typed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Else its option would never be warned of.
    #[test]
    fn each_key_of_an_option_has_a_place_where_something_is_usual() {
        use FractionKey::{EquityStress, ExpectedReturn, OpeningShare, OpeningVolatility};
        let schema = config::schema();
        for key in [OpeningShare, OpeningVolatility, EquityStress, ExpectedReturn] {
            assert!(unusual_at(key.place(View::of(&schema)), "100000 %").is_some(), "{key:?}");
        }
    }
}
