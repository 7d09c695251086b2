//! `skans calibrate`.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::job::drawn;
use super::{Failure, Format, month, print, whole};
use crate::config::{bounded_file, history};
use crate::engine;
use crate::kernel::Kernel;
use crate::plan::{History, MOST_SEED};
use crate::report::folder::Owner;
use crate::report::manifest::{MANIFEST, sha256};
use crate::report::{OutputFile, chart, folder, fragment, json};
use crate::study::calibrate::{Calibration, LEAST_MONTHS, Request, calibrate};
use crate::texts::Language;
use crate::units::Month;

/// Whose its folder is.
const CALIBRATE: Owner = Owner::verb("calibrate");

/// Arguments of `calibrate`.
#[derive(Debug, Args)]
pub(super) struct CalibrateArgs {
    /// The history: date,NAME,… by month; simple returns as fractions, columns named rate_… are rates a year. May be gzipped.
    csv: PathBuf,
    /// Columns to fit; all if left out.
    #[arg(long, value_name = "NAME,…", value_delimiter = ',')]
    columns: Vec<String>,
    /// The first month used.
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    from: Option<Month>,
    /// The last month used.
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    until: Option<Month>,
    /// Columns that are averages over months, to be de-smoothed (Working 1960).
    #[arg(long, value_name = "NAME,…", value_delimiter = ',')]
    desmooth: Vec<String>,
    /// Shrinks correlations towards 0 as far as their error asks for (Ledoit & Wolf 2004).
    #[arg(long)]
    shrink: bool,
    /// Seed of the simulated histories whose falls are compared with history's.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = whole(0..=MOST_SEED))]
    seed: u64,
    /// Folder for the fragment, all figures as JSON, and the chart; nothing is written if left out.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Threads to use; all of the machine's if left out.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Vector instructions to use: portable, avx2, avx512; the widest of the machine if left out. No figure depends on it.
    #[arg(long, value_name = "NAME")]
    kernel: Option<Kernel>,
    /// Language of comments and chart.
    #[arg(long, value_enum, default_value_t = Language::En)]
    lang: Language,
    /// How the result is printed: table is the configuration fragment, json every figure.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// Every figure.
#[derive(Serialize)]
struct Figures<'a> {
    skans: &'static str,
    file: &'a str,
    #[serde(flatten)]
    calibration: &'a Calibration,
}

impl CalibrateArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        if !matches!(self.format, Format::Table | Format::Json) {
            return Err(Failure::Wrong(vec!["--format: found csv or markdown, allowed: table, json".to_owned()]));
        }
        if let Some(out) = &self.out {
            folder::check(out, CALIBRATE)?;
        }
        let content = self.content()?;
        let history = history::read(&self.csv.display().to_string(), &content, LEAST_MONTHS)
            .map_err(|problem| Failure::from(vec![problem]))?;
        self.kernel.into_iter().for_each(Kernel::choose);
        engine::with_threads(self.threads.map_or(0, usize::from), || self.fit(&history, &content))
            .map_err(Failure::Failed)?
    }

    fn content(&self) -> Result<Vec<u8>, Failure> {
        bounded_file::read(&self.csv, history::MOST_MIB).map_err(|error| {
            let allowed = format!("a CSV file of at most {} MiB", history::MOST_MIB);
            Failure::Wrong(vec![format!(
                "{}: found no readable file ({error}), allowed: {allowed}",
                self.csv.display()
            )])
        })
    }

    fn fit(&self, history: &History, content: &[u8]) -> Result<(), Failure> {
        let request = Request {
            columns: self.columns.clone(),
            from: self.from,
            until: self.until,
            desmooth: self.desmooth.clone(),
            shrink: self.shrink,
            seed: self.seed,
        };
        let calibration = calibrate(history, &request).map_err(|error| {
            let message = format!("{}: {error}", self.csv.display());
            if error.is_wrong_request() { Failure::Wrong(vec![message]) } else { Failure::Failed(message) }
        })?;
        let name = self.csv.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let fragment = fragment::fragment(&calibration, &name, self.lang);
        let figures =
            json::pretty(&Figures { skans: env!("CARGO_PKG_VERSION"), file: &name, calibration: &calibration });
        print(if self.format == Format::Json { &figures } else { &fragment });
        match &self.out {
            Some(out) => self.write(out, &calibration, [fragment, figures], (&name, content)),
            None => Ok(()),
        }
    }

    fn write(
        &self,
        out: &Path,
        calibration: &Calibration,
        [fragment, figures]: [String; 2],
        (name, content): (&str, &[u8]),
    ) -> Result<(), Failure> {
        let mut files = vec![OutputFile::new("market.toml", fragment), OutputFile::new("calibration.json", figures)];
        let charts = chart::fit(calibration, name, self.seed, self.lang);
        files.extend(drawn(&charts)?);
        let hashes: serde_json::Map<String, serde_json::Value> =
            files.iter().map(|file| (file.name.clone(), file.content.sha256().into())).collect();
        let manifest = serde_json::json!({
            "skans": env!("CARGO_PKG_VERSION"),
            "verb": CALIBRATE.verb,
            "inputs_sha256": { name: sha256(content) },
            "outputs_sha256": hashes,
        });
        files.push(OutputFile::new(MANIFEST, json::pretty(&manifest)));
        Ok(folder::write(out, &files, CALIBRATE)?)
    }
}
