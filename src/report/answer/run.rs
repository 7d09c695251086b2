//! The answer of `run`.

pub mod region;

use std::io::{self, Write};

use indexmap::{IndexMap, IndexSet};

use super::Answer;
use crate::plan::Plan;
use crate::report::chart::{self, Chart};
use crate::report::json;
use crate::report::series::{Row, Series, with_error};
use crate::report::table::{self, Style};
use crate::stats::Estimate;
use crate::stats::figure::Branch;
use crate::stats::summary::{MonthFigure, PoolDetail, RunResult};
use crate::texts::Language;

/// The run of a plan.
pub struct RunAnswer<'a> {
    /// What was found.
    pub found: &'a RunResult,
    /// The plan.
    pub plan: &'a Plan,
}

impl Answer for RunAnswer<'_> {
    fn name(&self) -> &'static str {
        "summary"
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        json::write_pretty(&self.found.summary, to)
    }

    fn page(&self, language: Language, style: Style) -> String {
        table::page(&self.found.summary, self.plan, language, style)
    }

    /// Name, value, standard error, 95 % interval.
    fn figures(&self, _: Language) -> Option<Series<'_>> {
        let rows = || {
            let figures = self.found.summary.figures().into_iter();
            figures.map(|(name, estimate)| Row::of([name.to_string()]).estimate(Some(&estimate)))
        };
        Some(Series::new("summary", ["figure", "value", "se", "low", "high"], rows))
    }

    fn series(&self, _: Language) -> Vec<Series<'_>> {
        let months = self.plan.outputs.months.then(|| months(self.plan, &self.found.details));
        let region = self.found.summary.region.iter().flat_map(|found| [region::years(found), region::events(found)]);
        months.into_iter().chain(region).collect()
    }

    fn charts(&self, language: Language) -> Vec<Chart> {
        chart::run(self.plan, self.found, language, &chart::source(self.plan, self.found, language))
    }
}

/// A row for each month-end of each pool and of the total, and for each figure its value, standard error and 95 %
/// interval. Value and floor in SEK, shares and probabilities as fractions; empty where a figure does not exist.
#[must_use]
pub fn months<'a>(plan: &'a Plan, details: &'a IndexMap<Branch, PoolDetail>) -> Series<'a> {
    let figures = columns(details);
    let lead = ["month", "date", "pool"].map(str::to_owned);
    let head: Vec<String> = lead.into_iter().chain(figures.iter().flat_map(with_error)).collect();
    Series::new("months", head, move || {
        let figures = figures.clone();
        let rows = details.iter().flat_map(|(of, detail)| detail.months.iter().map(move |row| (of, row)));
        rows.map(move |(branch, row)| {
            let found: IndexMap<MonthFigure, Estimate> = row.figures().collect();
            let lead =
                Row::default().cell(row.month).cell(plan.month(row.month).date().to_string()).cell(branch.name());
            figures.iter().fold(lead, |row, figure| row.estimate(found.get(figure)))
        })
    })
}

/// The figures that some pool has, in the order of their columns.
fn columns(details: &IndexMap<Branch, PoolDetail>) -> IndexSet<MonthFigure> {
    let rows = details.values().filter_map(|detail| detail.months.first());
    rows.flat_map(|row| row.figures().map(|(figure, _)| figure)).collect()
}
