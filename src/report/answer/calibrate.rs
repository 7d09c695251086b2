//! The answer of `calibrate`.

use std::io::{self, Write};

use indexmap::IndexMap;
use serde::Serialize;

use super::Answer;
use crate::report::chart::{self, Chart};
use crate::report::series::Series;
use crate::report::table::Style;
use crate::report::{OutputFile, fragment, json};
use crate::stats::summary::VERSION;
use crate::study::calibrate::Calibration;
use crate::texts::Language;
use crate::units::Rate;

/// Market assumptions from the history in a file.
pub struct CalibrateAnswer<'a> {
    /// What was fitted.
    pub found: Calibration,
    /// Expected returns of the office's own, by column.
    pub expected: IndexMap<String, Rate>,
    /// The file's name without folders.
    pub file: &'a str,
    /// Seed of the simulated histories.
    pub seed: u64,
}

#[derive(Serialize)]
struct Figures<'a> {
    skans: &'static str,
    file: &'a str,
    #[serde(flatten)]
    calibration: &'a Calibration,
}

impl Answer for CalibrateAnswer<'_> {
    fn name(&self) -> &'static str {
        "calibration"
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        let figures = Figures { skans: VERSION, file: self.file, calibration: &self.found };
        json::write_pretty(&figures, to)
    }

    /// The fragment of a configuration, which has no other style.
    fn page(&self, language: Language, _: Style) -> String {
        fragment::fragment(&self.found, &self.expected, self.file, language)
    }

    fn figures(&self, _: Language) -> Option<Series<'_>> {
        None
    }

    fn further_files(&self, language: Language) -> Vec<OutputFile<'_>> {
        vec![OutputFile::new("market.toml", self.page(language, Style::Text))]
    }

    fn charts(&self, language: Language) -> Vec<Chart> {
        chart::fit(&self.found, self.file, self.seed, language)
    }
}
