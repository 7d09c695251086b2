//! The answer of `validate`.

use std::io::{self, Write};

use super::Answer;
use crate::plan::Plan;
use crate::report::chart::{self, Chart};
use crate::report::json;
use crate::report::series::{Row, Series};
use crate::report::table::{self, Style};
use crate::stats::Estimate;
use crate::stats::summary::RunResult;
use crate::study::validate::Validation;
use crate::texts::Language;

/// A plan's simulated world beside what was asked of it.
pub struct ValidateAnswer<'a> {
    /// What was found.
    pub found: Validation,
    /// The plan.
    pub plan: &'a Plan,
    /// A plan that holds each asset alone, and its run, for the charts.
    pub fans: Option<(Plan, RunResult)>,
}

impl Answer for ValidateAnswer<'_> {
    fn name(&self) -> &'static str {
        "validation"
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        json::write_pretty(&self.found, to)
    }

    fn page(&self, language: Language, style: Style) -> String {
        table::validation::page(&self.found, self.plan, language, style)
    }

    /// Every line: the subject, the figure, as simulated with its error, and as expected.
    fn figures(&self, _: Language) -> Option<Series<'_>> {
        let head = ["of", "what", "value", "se", "low", "high", "expected"];
        Some(Series::new("validation", head, || rows(&self.found)))
    }

    fn series(&self, _: Language) -> Vec<Series<'_>> {
        Vec::new()
    }

    fn charts(&self, language: Language) -> Vec<Chart> {
        let charts = |(plan, result): &(Plan, RunResult)| {
            chart::fans(plan, result, language, &chart::source(plan, result, language))
        };
        self.fans.as_ref().map_or_else(Vec::new, charts)
    }
}

fn rows(validation: &Validation) -> impl Iterator<Item = Row> {
    let row = |of: &str, figure: String, found: Estimate, expected: Option<f64>| {
        Row::default().cell(of).cell(figure).estimate(Some(&found)).cell(expected)
    };
    let moments = validation.moments.iter();
    let moments = moments.map(move |line| row(&line.of, format!("{:?}", line.moment), line.found, line.exact));
    let targets = validation.targets.iter().map(move |line| {
        let [low, value, high] = line.simulated;
        let found = Estimate { value, standard_error: f64::NAN, interval: [low, high] };
        let figure = format!("{:?} of {} months, 5 to 95 %", line.statistic, line.months);
        row(&line.of, figure, found, Some(line.target))
    });
    let events = validation.events.iter().map(move |line| {
        let figure = format!("{:?} in a calendar year", line.bound);
        row(line.of.as_deref().unwrap_or("all"), figure, line.probability, line.at_least)
    });
    moments.chain(targets).chain(events)
}
