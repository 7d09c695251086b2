//! The region as CSV. Numbers have a decimal point and all their digits; a cell is empty where there is no figure.

use indexmap::IndexSet;

use super::numbers;
use crate::ledger::lines::{Line, Unit};
use crate::stats::figure::Statistic;
use crate::stats::region::Window;
use crate::stats::summary::RegionSummary;

/// `region.csv`: a row for each line of each calendar year, with the mean and each quantile, their standard errors and 95 %
/// intervals. Amounts in SEK, nominal; ratios as fractions.
#[must_use]
pub fn years(region: &RegionSummary) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let lines = region.years.iter().flat_map(|(year, lines)| lines.iter().map(move |(line, of)| (year, line, of)));
    let names: IndexSet<Statistic> = lines.clone().flat_map(|(.., of)| of.iter().map(|(name, _)| name)).collect();
    let header = names.iter().flat_map(|name| ["", "_se", "_low", "_high"].map(|part| format!("{name}{part}")));
    // Writing to memory does not fail.
    let _ = writer.write_record(["year", "line", "unit"].map(str::to_owned).into_iter().chain(header));
    for (year, line, of) in lines {
        let lead = [year.clone(), line.clone(), unit(line).to_owned()];
        let of_name = |name: &Statistic| of.get(*name);
        let _ =
            writer.write_record(lead.into_iter().chain(names.iter().flat_map(|name| numbers(of_name(name).as_ref()))));
    }
    writer.into_inner().unwrap_or_default()
}

fn unit(key: &str) -> &'static str {
    match Line::of_key(key).map(Line::unit) {
        Some(Unit::Amount) => "SEK",
        Some(Unit::Ratio) => "fraction",
        None => "",
    }
}

/// `region-events.csv`: a row for each thing that may happen, each calendar year and each window, with its probability, standard
/// error and 95 % interval; and `lasts`, that the pools have paid all pensions so far.
#[must_use]
pub fn events(region: &RegionSummary) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(["year", "event", "window", "p", "se", "low", "high"]);
    for (year, events) in &region.events {
        for (event, likelihood) in events {
            for window in Window::ALL {
                let lead = [year, event, window.key()].map(str::to_owned);
                let _ = writer.write_record(lead.into_iter().chain(numbers(Some(&likelihood.get(window)))));
            }
        }
    }
    for (year, of) in &region.lasts {
        let lead = [year, "lasts", Window::SinceStart.key()].map(str::to_owned);
        let _ = writer.write_record(lead.into_iter().chain(numbers(Some(of))));
    }
    writer.into_inner().unwrap_or_default()
}
