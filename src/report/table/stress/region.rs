//! The region in a stress test: all scenarios side by side, and the years of one.

use super::StressTables;
use crate::ledger::lines::{Line, LineUnit, RegionEvent};
use crate::study::stress::{RegionOutcome, ScenarioOutcome};
use crate::texts::{Message, message};

impl StressTables<'_> {
    /// A row for each scenario; nothing where nothing is told of a region.
    pub(super) fn region_summary(&self) -> Option<String> {
        let regions: Vec<(&ScenarioOutcome, &RegionOutcome)> =
            self.stress.scenarios.iter().filter_map(|outcome| Some((outcome, outcome.region.as_ref()?))).collect();
        let columns = [
            (message!(stress_region_lowest_result), Line::Result, YearsOf::Lowest),
            (message!(stress_region_lowest_requirement), Line::BalanceRequirement, YearsOf::Lowest),
            (message!(stress_region_used), Line::Used, YearsOf::Sum),
            (message!(stress_region_lowest_equity_ratio), Line::EquityRatioFull, YearsOf::Lowest),
            (message!(stress_region_debt), Line::Debt, YearsOf::Greatest),
            (message!(stress_region_lowest_funding_ratio), Line::FundingRatioFull, YearsOf::Lowest),
        ];
        let known = |line: Line| regions.iter().any(|(_, region)| course(region, line).next().is_some());
        let columns: Vec<_> = columns.into_iter().filter(|(_, line, _)| known(*line)).collect();
        let names = columns.iter().map(|(name, ..)| self.text(name.clone()));
        let head = [self.text(message!(stress_region_scenario))].into_iter().chain(names);
        let rows = regions.iter().map(|(outcome, region)| {
            let cells = columns.iter().map(|(_, line, of)| self.of_years(region, *line, *of));
            std::iter::once(self.language.of(&outcome.label).to_owned()).chain(cells).collect::<Vec<_>>()
        });
        let table = self.table(&head.collect::<Vec<_>>(), rows);
        (!columns.is_empty()).then(|| format!("{table}\n{}\n", self.text(message!(stress_region_caption))))
    }

    /// A figure of all years, with its year where it is one year's.
    fn of_years(&self, region: &RegionOutcome, line: Line, of: YearsOf) -> String {
        let sum = || course(region, line).fold(0.0, |sum, (_, number)| sum + number);
        let by_number = |one: &(i32, f64), other: &(i32, f64)| one.1.total_cmp(&other.1);
        let found = match of {
            YearsOf::Sum => return self.cell(line, sum()),
            YearsOf::Lowest => course(region, line).min_by(by_number),
            // The first of equals, as of the lowest.
            YearsOf::Greatest => {
                course(region, line).max_by(|one, other| by_number(one, other).then(std::cmp::Ordering::Greater))
            }
        };
        found.map_or_else(String::new, |(year, number)| {
            self.text(message!(stress_region_in_year, figure = self.cell(line, number), year = year.to_string()))
        })
    }

    /// The years of one scenario, side by side.
    pub(super) fn region_years(&self, region: &RegionOutcome) -> String {
        let years = || region.years.keys();
        let row = |name: Message, cell: &dyn Fn(&i32) -> Option<String>| {
            let cells: Vec<String> = years().map(|year| cell(year).unwrap_or_default()).collect();
            let known = cells.iter().any(|cell| !cell.is_empty());
            known.then(|| std::iter::once(self.text(name)).chain(cells).collect::<Vec<_>>())
        };
        let of = |name: Message, line: Line| {
            row(name, &|year| region.years[year].get(&line).map(|number| self.cell(line, *number)))
        };
        let budget = |name: Message, of: fn(&crate::stats::summary::BudgetYear) -> f64| {
            row(message!(region_budget, line = name), &|year| {
                region.budget.get(year).map(|year| self.millions(of(year)))
            })
        };
        let missed = |year: &i32| {
            let given = region.budget.contains_key(year);
            let happened = region.happened[year].contains(&RegionEvent::RequirementMissed);
            given.then(|| self.text(if happened { message!(stress_region_yes) } else { message!(stress_region_no) }))
        };
        let rows = [
            budget(message!(region_result), |year| year.result),
            of(message!(region_result), Line::Result),
            of(message!(stress_region_realised), Line::Realised),
            of(message!(stress_region_unrealised), Line::Unrealised),
            of(message!(stress_region_indexation), Line::Indexation),
            budget(message!(region_after_adjustments), |year| year.result_after_adjustments),
            of(message!(region_after_adjustments), Line::AfterAdjustments),
            of(message!(region_used), Line::Used),
            of(message!(region_balance_requirement), Line::BalanceRequirement),
            row(message!(stress_region_missed), &missed),
            of(message!(stress_region_deficit), Line::Deficit),
            of(message!(region_reserves), Line::Reserves),
            of(message!(region_equity_ratio), Line::EquityRatio),
            of(message!(region_equity_ratio_full), Line::EquityRatioFull),
            of(message!(region_cash), Line::Cash),
            of(message!(region_debt), Line::Debt),
            of(message!(region_capital), Line::Capital),
            of(message!(region_funding_ratio), Line::FundingRatio),
            of(message!(region_funding_ratio_full), Line::FundingRatioFull),
            of(message!(region_due), Line::Due),
        ];
        let head = [self.text(message!(stress_region_years))].into_iter().chain(years().map(ToString::to_string));
        let table = self.table(&head.collect::<Vec<_>>(), rows.into_iter().flatten());
        format!("{table}\n{}\n", self.text(message!(stress_region_years_caption)))
    }

    fn cell(&self, line: Line, number: f64) -> String {
        match line.unit() {
            LineUnit::Amount => self.millions(number),
            LineUnit::Ratio => self.percent(number),
        }
    }
}

/// What is shown of a line's years.
#[derive(Clone, Copy)]
enum YearsOf {
    Lowest,
    Greatest,
    Sum,
}

/// The years in which a line has a number.
fn course(region: &RegionOutcome, line: Line) -> impl Iterator<Item = (i32, f64)> {
    region.years.iter().filter_map(move |(year, lines)| Some((*year, *lines.get(&line)?)))
}
