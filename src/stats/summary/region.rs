//! The region's figures as data.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Distribution, Estimate, schema};
use crate::ledger::lines::{Line, RegionEvent};
use crate::stats::figure::{Quantile, RegionFigure};
use crate::stats::region::EventWindow;

/// The region at the ends of calendar years: amounts in SEK, nominal, income and gains positive; ratios as fractions.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct RegionSummary {
    /// By calendar year: what the budget expects, where accounts are given.
    #[serde(skip_serializing_if = "IndexMap::is_empty", default)]
    #[schemars(with = "IndexMap<String, BudgetYear>")]
    pub budget: IndexMap<i32, BudgetYear>,
    /// By calendar year, by line (`result`, `equity_ratio`, `funding_ratio`, …): its distribution.
    #[schemars(schema_with = "schema::lines")]
    pub years: IndexMap<i32, IndexMap<Line, Distribution>>,
    /// By calendar year, by what may happen (`balance_requirement_missed`, `in_debt`, …): how likely it is.
    #[schemars(schema_with = "schema::events")]
    pub events: IndexMap<i32, IndexMap<RegionEvent, Likelihood>>,
    /// By calendar year: probability that the pools have paid all pensions that they are to pay up to its end.
    #[serde(skip_serializing_if = "IndexMap::is_empty", default)]
    #[schemars(schema_with = "schema::lasts")]
    pub lasts: IndexMap<i32, Estimate>,
    /// By level of the quantiles up to 1/2 (`q05`): the first year by whose end so large a share of paths is exhausted.
    /// A path is exhausted once it has a pension that the pools could not pay. Null where there is no such year up to
    /// the horizon.
    #[serde(skip_serializing_if = "IndexMap::is_empty", default)]
    #[schemars(with = "IndexMap<String, Option<i16>>")]
    pub exhausted_by: IndexMap<Quantile, Option<i16>>,
}

impl RegionSummary {
    /// A figure, if the run has it.
    #[must_use]
    pub fn get(&self, figure: RegionFigure) -> Option<Estimate> {
        match figure {
            RegionFigure::Line(year, line, statistic) => self.years.get(&year)?.get(&line)?.get(statistic),
            RegionFigure::Event(year, event, window) => Some(self.events.get(&year)?.get(&event)?.get(window)),
            RegionFigure::Lasts(year) => self.lasts.get(&year).copied(),
        }
    }

    /// The figures in their order: lines, events, and how long the pools last.
    pub fn iter(&self) -> impl Iterator<Item = (RegionFigure, Estimate)> {
        let lines = self.years.iter().flat_map(|(year, lines)| lines.iter().map(move |(line, of)| (*year, *line, of)));
        let lines = lines.flat_map(|(year, line, found)| {
            found.iter().map(move |(statistic, estimate)| (RegionFigure::Line(year, line, statistic), estimate))
        });
        let events =
            self.events.iter().flat_map(|(year, events)| events.iter().map(move |(event, of)| (*year, *event, of)));
        let events = events.flat_map(|(year, event, found)| {
            EventWindow::ALL.map(|window| (RegionFigure::Event(year, event, window), found.get(window)))
        });
        let lasts = self.lasts.iter().map(|(year, found)| (RegionFigure::Lasts(*year), *found));
        lines.chain(events).chain(lasts)
    }
}

/// A year of the budget, SEK.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BudgetYear {
    /// The year's result.
    pub result: f64,
    /// The result after balance adjustments.
    pub result_after_adjustments: f64,
    /// The region's own target for it.
    pub target: f64,
    /// Provisions in the balance sheet at the year's end.
    pub provisions: f64,
    /// What the schedule of the provision's payments is worth then, at the prices that the plan reckons with, where
    /// there is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub scheduled_provisions: Option<f64>,
}

/// How likely it is that something happens.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
pub struct Likelihood {
    /// In the year.
    pub in_year: Estimate,
    /// In at least one of the five years that end with it, or as many as there are.
    pub within_5_years: Estimate,
    /// In at least one year since the start.
    pub since_start: Estimate,
}

impl Likelihood {
    /// How likely it is in a window of years.
    #[must_use]
    pub const fn get(&self, window: EventWindow) -> Estimate {
        match window {
            EventWindow::InYear => self.in_year,
            EventWindow::Within5Years => self.within_5_years,
            EventWindow::SinceStart => self.since_start,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A region with one year of one line.
    fn text(year: &str, line: &str) -> String {
        let estimate = r#"{"value":1.0,"se":0.1,"ci95":[0.8,1.2]}"#;
        format!(r#"{{"years":{{"{year}":{{"{line}":{{"mean":{estimate}}}}}}},"events":{{}}}}"#)
    }

    #[test]
    fn figures_are_read_by_year_and_line_and_other_keys_are_refused() {
        let region: RegionSummary = serde_json::from_str(&text("2028", "result")).unwrap();
        assert_eq!(region.years[&2028][&Line::Result].mean.value.to_bits(), 1.0_f64.to_bits());
        assert_eq!(serde_json::to_string(&region).unwrap(), text("2028", "result"));
        for (year, line) in [("2028", "resultt"), ("in 2028", "result")] {
            assert!(serde_json::from_str::<RegionSummary>(&text(year, line)).is_err(), "{year}, {line}");
        }
    }
}
