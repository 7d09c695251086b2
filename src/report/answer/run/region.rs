//! The region of a run, year by year.

use indexmap::IndexSet;

use crate::ledger::lines::{Line, Unit};
use crate::report::series::{Row, Series, with_error};
use crate::stats::figure::Statistic;
use crate::stats::region::Window;
use crate::stats::summary::RegionSummary;

/// A row for each line of each calendar year, with the mean and each quantile, their standard errors and 95 %
/// intervals. Amounts in SEK, nominal; ratios as fractions.
#[must_use]
pub fn years(region: &RegionSummary) -> Series<'_> {
    let lines = || region.years.iter().flat_map(|(year, lines)| lines.iter().map(move |(line, of)| (year, line, of)));
    let names: IndexSet<Statistic> = lines().flat_map(|(.., of)| of.iter().map(|(name, _)| name)).collect();
    let lead = ["year", "line", "unit"].map(str::to_owned);
    let head: Vec<String> = lead.into_iter().chain(names.iter().flat_map(with_error)).collect();
    Series::new("region", head, move || {
        let names = names.clone();
        lines().map(move |(year, line, of)| {
            let lead = Row::default().cell(year).cell(line).cell(unit(line));
            names.iter().fold(lead, |row, name| row.estimate(of.get(*name).as_ref()))
        })
    })
}

fn unit(key: &str) -> &'static str {
    match Line::of_key(key).map(Line::unit) {
        Some(Unit::Amount) => "SEK",
        Some(Unit::Ratio) => "fraction",
        None => "",
    }
}

/// A row for each thing that may happen, each calendar year and each window, with its probability, standard error and
/// 95 % interval; and `lasts`, that the pools have paid all pensions so far.
#[must_use]
pub fn events(region: &RegionSummary) -> Series<'_> {
    let rows = move || {
        let events = region.events.iter().flat_map(|(year, events)| events.iter().map(move |event| (year, event)));
        let events = events.flat_map(|(year, (event, likelihood))| {
            Window::ALL
                .into_iter()
                .map(move |window| Row::of([year, event, window.key()]).estimate(Some(&likelihood.get(window))))
        });
        let lasts = region.lasts.iter();
        let lasts = lasts.map(|(year, of)| Row::of([year, "lasts", Window::SinceStart.key()]).estimate(Some(of)));
        events.chain(lasts)
    };
    Series::new("region-events", ["year", "event", "window", "p", "se", "low", "high"], rows)
}
