//! The answer of `today`.

use std::io::{self, Write};

use super::Answer;
use crate::plan::Plan;
use crate::report::chart::{self, Chart};
use crate::report::series::{Row, Series};
use crate::report::table::{self, Style};
use crate::report::{OutputFile, json};
use crate::study::today::Today;
use crate::texts::Language;

/// The position of a plan's pool, by the values in a file.
pub struct TodayAnswer<'a> {
    /// What was found.
    pub found: Today,
    /// The plan.
    pub plan: &'a Plan,
    /// The file's name without folders.
    pub file: &'a str,
}

impl Answer for TodayAnswer<'_> {
    fn name(&self) -> &'static str {
        "today"
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        json::write_pretty(&self.found, to)
    }

    fn page(&self, language: Language, style: Style) -> String {
        table::today::page(&self.found, self.plan, language, style)
    }

    /// Every observation of the window: what is observed as in the file, or in SEK; shares as fractions.
    fn figures(&self, _: Language) -> Option<Series<'_>> {
        let head = ["date", "observed", "high", "floor", "known_floor", "stress", "allowed_share"];
        let rows = || {
            self.found.window.iter().map(|seen| {
                Row::of([&seen.date])
                    .cells([seen.observed, seen.high, seen.floor, seen.known_floor])
                    .cell(seen.stress)
                    .cell(seen.allowed_share)
            })
        };
        Some(Series::new("window", head, rows))
    }

    fn further_files(&self, language: Language) -> Vec<OutputFile<'_>> {
        vec![OutputFile::new("today.txt", self.page(language, Style::Text))]
    }

    fn charts(&self, language: Language) -> Vec<Chart> {
        vec![chart::today(&self.found, self.plan, self.file, language)]
    }
}
