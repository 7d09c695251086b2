//! The answer of `compare`.

use std::io::{self, Write};

use serde::Serialize;

use super::Answer;
use crate::plan::Plan;
use crate::report::chart::{self, Chart};
use crate::report::json;
use crate::report::series::{Row, Series};
use crate::report::table::{self, Style};
use crate::stats::summary::{Summary, VERSION};
use crate::study::compare::{Compared, Differences};
use crate::texts::Language;

/// Plans, or pools of one plan, side by side.
pub struct CompareAnswer<'a> {
    /// What was found.
    pub found: Compared,
    /// The plans.
    pub plans: &'a [Plan],
}

#[derive(Serialize)]
struct Figures<'a> {
    skans: &'static str,
    configs: Vec<&'a str>,
    differences: &'a [Differences],
    summaries: Vec<&'a Summary>,
}

impl Answer for CompareAnswer<'_> {
    fn name(&self) -> &'static str {
        "compare"
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        let figures = Figures {
            skans: VERSION,
            configs: self.plans.iter().map(|plan| plan.name.as_str()).collect(),
            differences: &self.found.differences,
            summaries: self.found.results.iter().map(|result| &result.summary).collect(),
        };
        json::write_pretty(&figures, to)
    }

    fn page(&self, language: Language, style: Style) -> String {
        table::compare::page(self.plans, &self.found, language, style)
    }

    /// A row for each difference: the two subjects, the figure, and the difference with its error. `gain` is by how
    /// much larger the error would be from independent runs; `differs` says that 0 lies outside the interval.
    fn figures(&self, _: Language) -> Option<Series<'_>> {
        let head =
            ["config", "subject", "against", "figure", "difference", "se", "low", "high", "gain", "differs", "paired"];
        let rows = || {
            self.found.differences.iter().flat_map(|Differences { sides, figures, .. }| {
                let [first, other] = &sides.branches;
                let name = self.plans.get(sides.plan).map_or("", |plan| &plan.name);
                figures.iter().map(move |(figure, difference)| {
                    Row::of([name])
                        .cells([other, first].map(ToString::to_string))
                        .cell(figure.to_string())
                        .estimate(Some(&difference.estimate))
                        .cell(Some(difference.gain).filter(|gain| gain.is_finite()))
                        .cells([difference.differs, difference.paired])
                })
            })
        };
        Some(Series::new("differences", head, rows))
    }

    fn charts(&self, language: Language) -> Vec<Chart> {
        chart::compare(self.plans, &self.found, language)
    }
}
