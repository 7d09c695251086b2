//! The answer of a study, and the files that are made of it.

pub(crate) mod backtest;
pub(crate) mod bench;
pub(crate) mod breaches;
pub(crate) mod calibrate;
pub(crate) mod compare;
pub mod explain;
pub mod run;
pub(crate) mod settings;
pub(crate) mod solve;
pub(crate) mod stress;
pub(crate) mod sweep;
pub(crate) mod today;
pub(crate) mod validate;

use std::io::{self, Write};

use super::chart::{Chart, PngError};
use super::series::Series;
use super::table::Style;
use super::{OutputFile, csv};
use crate::engine;
use crate::texts::Language;

/// The answer of a study, ready to be shown: data and the plan that they are about, nothing computed again.
pub trait Answer: Sync {
    /// The name of its JSON file, without ending: `summary`.
    fn name(&self) -> &'static str;

    /// Writes every figure as JSON.
    ///
    /// # Errors
    /// If what is written to fails.
    fn write_json(&self, to: &mut dyn Write) -> io::Result<()>;

    /// The main figures as tables and words, for people.
    fn page(&self, language: Language, style: Style) -> String;

    /// Every figure, a row each; `None` if they make no series.
    fn figures(&self, language: Language) -> Option<Series<'_>>;

    /// The series that are files of their own.
    fn series(&self, language: Language) -> Vec<Series<'_>> {
        self.figures(language).into_iter().collect()
    }

    /// Files that only this study has.
    fn further_files(&self, _: Language) -> Vec<OutputFile<'_>> {
        Vec::new()
    }

    /// Its charts, composed and not yet drawn.
    fn charts(&self, _: Language) -> Vec<Chart> {
        Vec::new()
    }
}

/// All files of an answer: JSON, series as CSV, files of its own, and charts if they are wanted. Charts are drawn on
/// all threads.
///
/// # Errors
/// If a picture cannot be encoded.
pub fn files(answer: &dyn Answer, language: Language, with_charts: bool) -> Result<Vec<OutputFile<'_>>, PngError> {
    let json = OutputFile::streamed(format!("{}.json", answer.name()), |to| answer.write_json(to));
    let mut files = vec![json];
    files.extend(answer.series(language).into_iter().map(csv::file));
    files.extend(answer.further_files(language));
    if with_charts {
        let png = |chart: &Chart| chart.png().map(|png| OutputFile::new(format!("charts/{}.png", chart.name), png));
        for file in engine::each(&answer.charts(language), png) {
            files.push(file?);
        }
    }
    Ok(files)
}
