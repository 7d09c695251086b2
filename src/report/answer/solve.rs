//! The answer of `solve`.

use std::io::{self, Write};

use serde::Serialize;

use super::Answer;
use crate::plan::Plan;
use crate::report::json;
use crate::report::series::{Row, Series};
use crate::report::table::{self, Style};
use crate::stats::summary::VERSION;
use crate::study::limits::Limit;
use crate::study::solve::Solution;
use crate::texts::Language;

/// The value of a setting that meets a target.
pub struct SolveAnswer<'a> {
    /// What was found.
    pub found: Solution,
    /// The plan.
    pub plan: &'a Plan,
    /// The key whose value was sought.
    pub key: &'a str,
    /// The figure and its bound.
    pub target: &'a Limit,
}

#[derive(Serialize)]
struct Figures<'a> {
    skans: &'static str,
    key: &'a str,
    figure: String,
    comparison: &'a str,
    bound: f64,
    paths: u64,
    seed: u64,
    #[serde(flatten)]
    solution: &'a Solution,
}

impl Answer for SolveAnswer<'_> {
    fn name(&self) -> &'static str {
        "solve"
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        let figures = Figures {
            skans: VERSION,
            key: self.key,
            figure: self.target.figure.to_string(),
            comparison: self.target.breaks.sign(),
            bound: self.target.bound,
            paths: self.plan.paths(),
            seed: self.plan.seed,
            solution: &self.found,
        };
        json::write_pretty(&figures, to)
    }

    fn page(&self, language: Language, style: Style) -> String {
        table::solve::page(self.plan, (self.key, self.target, &self.found), language, style)
    }

    /// Every value that was tried for the target, with the figure there.
    fn figures(&self, _: Language) -> Option<Series<'_>> {
        let rows = || self.found.points.iter().map(|point| Row::of([point.value]).estimate(Some(&point.figure)));
        Some(Series::new("points", ["setting", "value", "se", "low", "high"], rows))
    }
}
