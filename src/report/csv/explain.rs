//! An explained path as lines of CSV.

use crate::report::reasons::why;
use crate::study::explain::{Decision, Explanation, MonthSeen};
use crate::texts::Language;

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

/// A row for each month-end, with all digits; empty where there is no such number. The last column is in the language.
#[must_use]
pub fn explain(path: &Explanation, language: Language) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(COLUMNS);
    for month in &path.months {
        let lead = [month.month.to_string(), month.date.clone()].into_iter();
        let numbers = numbers(month).into_iter().map(|number| number.map_or_else(String::new, |n| n.to_string()));
        let _ = writer.write_record(lead.chain(numbers).chain([why(month, language)]));
    }
    writer.into_inner().unwrap_or_default()
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
