//! `skans calibrate`.

use std::path::PathBuf;

use clap::Args;
use indexmap::IndexMap;

use super::driver::Task;
use super::failure::Failure;
use super::input;
use super::options::{
    Fraction, FractionKey, PrintArgs, RoleArgs, ShowArgs, SpanArgs, WorkArgs, fraction, key_value, whole,
};
use super::print::{self, Format};
use super::wrong::Refused;
use crate::config::history;
use crate::plan::MOST_SEED;
use crate::report::answer::calibrate::CalibrateAnswer;
use crate::report::sources::Sources;
use crate::study::calibrate::{Calibration, CalibrationRequest, LEAST_MONTHS, calibrate};
use crate::texts::{Message, Worded, message};
use crate::units::Rate;

/// Arguments of `calibrate`.
#[derive(Debug, Args)]
#[command(mut_arg("lang", |lang| lang.help("Language of comments, chart, notes and errors; English if left out")))]
#[command(mut_arg("format", |format| format
    .help("How the result is printed: table is the configuration fragment, json every figure")
    .value_parser(print::one_of(&[Format::Table, Format::Json]))))]
pub(super) struct CalibrateArgs {
    /// The history: date,NAME,… by month; simple returns as fractions, columns named rate_… are rates a year. May be
    /// gzipped.
    csv: PathBuf,
    /// Columns to fit; all if left out.
    #[arg(long, value_name = "NAME,…", value_delimiter = ',')]
    columns: Vec<String>,
    #[command(flatten)]
    roles: RoleArgs,
    #[command(flatten)]
    span: SpanArgs,
    /// Columns that are averages over months, to be de-smoothed (Working 1960).
    #[arg(long, value_name = "NAME,…", value_delimiter = ',')]
    desmooth: Vec<String>,
    /// Shrinks correlations towards 0 as far as their error asks for (Ledoit & Wolf 2004).
    #[arg(long)]
    shrink: bool,
    /// Expected return a year of the office's own, of an asset: `equity=0.065` or `equity=6.5 %`; the fragment has it
    /// instead of the past's. May be repeated.
    #[arg(long, value_name = "NAME=RATE", value_parser = expected)]
    expected: Vec<(String, Fraction<Rate>)>,
    /// Seed of the simulated histories whose falls are compared with history's.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = whole::<u64>(0..=MOST_SEED))]
    seed: u64,
    /// Folder for the fragment, all figures as JSON, and the chart; nothing is written if left out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    work: WorkArgs,
    #[command(flatten)]
    print: PrintArgs,
}

/// Reads a name and a rate, as a fraction or in percent.
fn expected(text: &str) -> Result<(String, Fraction<Rate>), Refused> {
    let (name, rate) = key_value(text)?;
    Ok((name, fraction(FractionKey::ExpectedReturn)(&rate)?))
}

impl CalibrateArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let show = self.show();
        let task = Task::in_folder("calibrate", self.out.clone(), &show)?;
        let file = input::file_name(&self.csv);
        let (input, content) = input::table(file.clone(), &self.csv)?;
        let history = history::read(&self.csv.display().to_string(), &content, LEAST_MONTHS, self.roles.kinds()?)?;
        task.answer(Sources::File(&input), || {
            let found = calibrate(&history, &self.request()).map_err(|error| {
                let message = error.message().at(self.csv.display().to_string());
                if error.is_wrong_request() { Failure::wrong(message) } else { Failure::Failed(message) }
            })?;
            let expected = self.expected(&found)?;
            for warning in self.expected.iter().filter_map(|(_, rate)| rate.warning("--expected")) {
                print::note(&message!(warning, text = warning.message()), self.print.language());
            }
            Ok(CalibrateAnswer { found, expected, file: &file, seed: self.seed })
        })?;
        Ok(())
    }

    /// The office's own expected returns, each of an asset that was fitted.
    fn expected(&self, found: &Calibration) -> Result<IndexMap<String, Rate>, Failure> {
        let assets: Vec<String> = found.assets.iter().map(|asset| asset.name.clone()).collect();
        if let Some((name, _)) = self.expected.iter().find(|(name, _)| !assets.contains(name)) {
            return Err(Failure::wrong(Message::found(name, assets).at("--expected")));
        }
        Ok(self.expected.iter().map(|(name, rate)| (name.clone(), rate.value)).collect())
    }

    /// How the answer is shown: without notes, for the fragment is meant to be kept.
    fn show(&self) -> ShowArgs {
        ShowArgs { out: self.out.clone(), work: self.work.clone(), print: self.print.clone(), quiet: true }
    }

    fn request(&self) -> CalibrationRequest {
        CalibrationRequest {
            columns: self.columns.clone(),
            from: self.span.from,
            until: self.span.until,
            desmooth: self.desmooth.clone(),
            shrink: self.shrink,
            seed: self.seed,
        }
    }
}
