//! A backtest as CSV. Numbers have a decimal point and all their digits; dates are ISO; a cell is empty where there is no figure.

use crate::study::backtest::{Backtest, PathFigures};

/// Every month-end of the path: amounts in SEK, shares as fractions.
#[must_use]
pub fn months(backtest: &Backtest) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record([
        "month",
        "date",
        "price",
        "value",
        "high",
        "floor",
        "floor_value",
        "stress",
        "target",
        "share",
        "breach_ex_ante",
        "breach_ex_post",
        "cash_lock",
    ]);
    let some = |number: Option<f64>| number.map_or_else(String::new, |number| number.to_string());
    for row in &backtest.path.rows {
        let flags = [row.breach_ex_ante, row.breach_ex_post, row.cash_lock].map(|flag| u8::from(flag).to_string());
        let numbers = [row.price, row.value, row.high].map(|number| number.to_string());
        let options = [row.floor, row.floor_value, row.stress, row.target, row.share].map(some);
        let lead = [row.month.to_string(), row.date.clone()];
        let _ = writer.write_record(lead.into_iter().chain(numbers).chain(options).chain(flags));
    }
    writer.into_inner().unwrap_or_default()
}

/// The figures of a path, in the order of their names.
const FIGURES: [&str; 9] = [
    "return_per_year",
    "deepest_fall_rolling",
    "deepest_fall_all_time",
    "breaches_ex_ante",
    "breaches_ex_post",
    "deepest_breach",
    "months_in_cash_lock",
    "mean_share",
    "turnover_per_year",
];

fn cells(figures: &PathFigures) -> [String; 9] {
    let count = |count: Option<usize>| count.map_or_else(String::new, |count| count.to_string());
    [
        figures.return_per_year.to_string(),
        figures.deepest_fall_rolling.to_string(),
        figures.deepest_fall_all_time.to_string(),
        count(figures.breaches_ex_ante),
        count(figures.breaches_ex_post),
        figures.deepest_breach.map_or_else(String::new, |depth| depth.to_string()),
        figures.months_in_cash_lock.to_string(),
        figures.mean_share.to_string(),
        figures.turnover_per_year.to_string(),
    ]
}

/// Every start: the figures of the rule, then those of the static mix, named `static_…`, then the difference in return a year.
#[must_use]
pub fn starts(backtest: &Backtest) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let lead = ["start", "end", "months"].map(str::to_owned);
    let of_static = FIGURES.map(|name| format!("static_{name}"));
    let names =
        lead.into_iter().chain(FIGURES.map(str::to_owned)).chain(of_static).chain(["difference_to_static".to_owned()]);
    let _ = writer.write_record(names);
    for start in &backtest.starts {
        let lead = [start.start.to_string(), start.end.to_string(), start.months.to_string()];
        let mix = start.static_mix.as_ref().map_or_else(|| [const { String::new() }; 9], cells);
        let difference = start.difference().map_or_else(String::new, |difference| difference.to_string());
        let _ = writer.write_record(lead.into_iter().chain(cells(&start.rule)).chain(mix).chain([difference]));
    }
    writer.into_inner().unwrap_or_default()
}
