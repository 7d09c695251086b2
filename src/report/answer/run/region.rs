//! The region of a run, year by year.

use indexmap::IndexSet;

use crate::ledger::lines::{Line, LineUnit};
use crate::report::series::{Row, Series, with_error};
use crate::stats::Estimate;
use crate::stats::figure::Statistic;
use crate::stats::region::EventWindow;
use crate::stats::summary::RegionSummary;

/// A row for each line of each calendar year, with the mean and each quantile, their standard errors and 95 %
/// intervals. Amounts in SEK, nominal; ratios as fractions.
#[must_use]
pub fn years(region: &RegionSummary) -> Series<'_> {
    let lines = || region.years.iter().flat_map(|(year, lines)| lines.iter().map(move |(line, of)| (year, *line, of)));
    let names: IndexSet<Statistic> = lines().flat_map(|(.., of)| of.iter().map(|(name, _)| name)).collect();
    let lead = ["year", "line", "unit"].map(str::to_owned);
    let head: Vec<String> = lead.into_iter().chain(names.iter().flat_map(with_error)).collect();
    Series::new("region", head, move || {
        let names = names.clone();
        lines().map(move |(year, line, of)| {
            let lead = Row::default().cell(year.to_string()).cell(line.key()).cell(unit(line));
            names.iter().fold(lead, |row, name| row.estimate(of.get(*name).as_ref()))
        })
    })
}

const fn unit(line: Line) -> &'static str {
    match line.unit() {
        LineUnit::Amount => "SEK",
        LineUnit::Ratio => "fraction",
    }
}

/// A row for each event in each calendar year and window, with its probability, standard error and 95 % interval. The
/// event `lasts` is that the pools have paid all pensions so far.
#[must_use]
pub fn events(region: &RegionSummary) -> Series<'_> {
    let rows = move || {
        let row = |year: &i32, event: &str, window: EventWindow, of: &Estimate| {
            Row::of([&year.to_string(), event, window.key()]).estimate(Some(of))
        };
        let events = region.events.iter().flat_map(|(year, events)| events.iter().map(move |event| (year, event)));
        let events = events.flat_map(move |(year, (event, likelihood))| {
            EventWindow::ALL.map(|window| row(year, event.key(), window, &likelihood.get(window)))
        });
        let lasts = region.lasts.iter().map(move |(year, of)| row(year, "lasts", EventWindow::SinceStart, of));
        events.chain(lasts)
    };
    Series::new("region-events", ["year", "event", "window", "p", "se", "low", "high"], rows)
}
