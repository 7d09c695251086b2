//! The answer of `sweep`.

use std::io::{self, Write};

use super::Answer;
use crate::plan::Plan;
use crate::report::chart::{self, Chart};
use crate::report::json;
use crate::report::series::{Row, Series};
use crate::report::settings::Setting;
use crate::report::table::{self, Style};
use crate::stats::Estimate;
use crate::stats::figure::{Branch, FigureName};
use crate::study::sweep::{Axis, Rule, Swept};
use crate::texts::Language;

/// Every combination of a plan's settings.
pub struct SweepAnswer<'a> {
    /// What was found.
    pub found: Swept,
    /// The present plan.
    pub plan: &'a Plan,
    /// What varied.
    pub axes: &'a [Axis],
    /// The present plan's settings.
    pub settings: Vec<Setting>,
}

impl Answer for SweepAnswer<'_> {
    fn name(&self) -> &'static str {
        "sweep"
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        json::write_pretty(&self.found, to)
    }

    fn page(&self, language: Language, style: Style) -> String {
        table::sweep::page(self.plan, &self.found, language, style)
    }

    /// Every figure of every rule: the rule's settings, the figure with its error, and how it differs from the present
    /// rule's. The difference is from the same random numbers, with an error that is paired or not; it is empty where
    /// it was not reckoned.
    fn figures(&self, _: Language) -> Option<Series<'_>> {
        let tail = ["figure", "value", "se", "low", "high", "difference", "difference_se", "paired"];
        let head = self.found.keys.iter().map(String::as_str).chain(tail);
        let pool = Branch::pool(&self.found.pool);
        let rows = move || {
            let pool = pool.clone();
            self.found.rules.iter().flat_map(move |rule| rows(rule, &pool))
        };
        Some(Series::new("rules", head, rows))
    }

    fn charts(&self, language: Language) -> Vec<Chart> {
        chart::sweep(self.plan, (&self.found, self.axes), &self.settings, language)
    }
}

fn rows(rule: &Rule, pool: &Branch) -> Vec<Row> {
    let Rule { settings, against_present, outcome } = rule;
    let row = |(name, estimate): (FigureName, Estimate)| {
        let compared = [pool, &Branch::Region].contains(&&name.branch);
        let difference = against_present.get(&name.figure).filter(|_| compared);
        let numbers = difference.map(|difference| [difference.estimate.value, difference.estimate.standard_error]);
        Row::of(settings)
            .cell(name.to_string())
            .estimate(Some(&estimate))
            .cells(numbers.map_or([None; 2], |numbers| numbers.map(Some)))
            .cell(difference.map(|difference| difference.paired))
    };
    outcome.summary.figures().into_iter().map(row).collect()
}
