//! The answer of `explain`.

use std::io::{self, Write};

use super::Answer;
use crate::plan::Plan;
use crate::report::chart::{self, Chart};
use crate::report::json;
use crate::report::reasons::why;
use crate::report::series::{Row, Series};
use crate::report::table::{self, Style};
use crate::study::explain::{Decision, Explanation, MonthSeen};
use crate::texts::Language;

/// One path of a plan's pool, month by month.
pub struct ExplainAnswer<'a> {
    /// The path.
    pub path: Explanation,
    /// The plan.
    pub plan: &'a Plan,
}

const COLUMNS: [&str; 23] = [
    "month",
    "date",
    "price",
    "value",
    "observed",
    "high",
    "floor",
    "known_floor",
    "cushion",
    "equity_return",
    "fixed_income_return",
    "contribution",
    "payment",
    "unpaid",
    "region",
    "stress",
    "allowed",
    "due",
    "before",
    "share",
    "traded",
    "cost",
    "why",
];

impl Answer for ExplainAnswer<'_> {
    fn name(&self) -> &'static str {
        "explain"
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        json::write_pretty(&self.path, to)
    }

    fn page(&self, language: Language, style: Style) -> String {
        table::explain::page(&self.path, self.plan, language, style)
    }

    /// A row for each month-end; the last column is in the language.
    fn figures(&self, language: Language) -> Option<Series<'_>> {
        let row = move |month: &MonthSeen| {
            Row::default().cell(month.month).cell(&month.date).cells(numbers(month)).cell(why(month, language))
        };
        Some(Series::new("months", COLUMNS, move || self.path.months.iter().map(row)))
    }

    fn charts(&self, language: Language) -> Vec<Chart> {
        chart::explain(&self.path, self.plan, language).into_iter().collect()
    }
}

fn numbers(month: &MonthSeen) -> [Option<f64>; 20] {
    let of = |of: fn(&Decision) -> f64| month.decision.as_ref().map(of);
    [
        Some(month.price),
        Some(month.value),
        Some(month.observed),
        Some(month.high),
        month.floor,
        month.known_floor,
        month.cushion,
        Some(month.equity_return),
        Some(month.fixed_income_return),
        Some(month.contribution),
        Some(month.payment),
        Some(month.unpaid),
        Some(month.region),
        month.decision.and_then(|decision| decision.stress),
        of(|decision| decision.allowed),
        of(|decision| decision.due),
        of(|decision| decision.before),
        of(|decision| decision.share),
        of(|decision| decision.traded),
        of(|decision| decision.cost),
    ]
}
