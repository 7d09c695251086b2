//! The region in a stress test: all scenarios side by side, and the years of one.

use super::Tables;
use crate::ledger::lines::{Line, Mark, Unit};
use crate::report::text::fill;
use crate::study::stress::{Outcome, RegionOutcome};

impl Tables<'_> {
    /// A row for each scenario; nothing where nothing is told of a region.
    pub(super) fn region_summary(&self) -> Option<String> {
        let texts = self.language.region_stress();
        let regions: Vec<(&Outcome, &RegionOutcome)> =
            self.stress.scenarios.iter().filter_map(|outcome| Some((outcome, outcome.region.as_ref()?))).collect();
        let columns = [
            (texts.lowest_result, Line::Result, Of::Lowest),
            (texts.lowest_requirement, Line::BalanceRequirement, Of::Lowest),
            (texts.used, Line::Used, Of::Sum),
            (texts.lowest_equity_ratio, Line::EquityRatioFull, Of::Lowest),
            (texts.debt, Line::Debt, Of::Greatest),
            (texts.lowest_funding_ratio, Line::FundingRatioFull, Of::Lowest),
        ];
        let known = |line: Line| regions.iter().any(|(_, region)| course(region, line).next().is_some());
        let columns: Vec<_> = columns.into_iter().filter(|(_, line, _)| known(*line)).collect();
        let head = [texts.scenario].into_iter().chain(columns.iter().map(|(name, ..)| *name)).map(str::to_owned);
        let rows = regions.iter().map(|(outcome, region)| {
            let cells = columns.iter().map(|(_, line, of)| self.of_years(region, *line, *of));
            std::iter::once(self.language.of(&outcome.label).to_owned()).chain(cells).collect::<Vec<_>>()
        });
        let table = self.table(&head.collect::<Vec<_>>(), rows);
        (!columns.is_empty()).then(|| format!("{table}\n{}\n", texts.caption))
    }

    /// A figure of all years, with its year where it is one year's.
    fn of_years(&self, region: &RegionOutcome, line: Line, of: Of) -> String {
        let sum = || course(region, line).fold(0.0, |sum, (_, number)| sum + number);
        let by_number = |one: &(&str, f64), other: &(&str, f64)| one.1.total_cmp(&other.1);
        let found = match of {
            Of::Sum => return self.cell(line, sum()),
            Of::Lowest => course(region, line).min_by(by_number),
            // The first of equals, as of the lowest.
            Of::Greatest => {
                course(region, line).max_by(|one, other| by_number(one, other).then(std::cmp::Ordering::Greater))
            }
        };
        found.map_or_else(String::new, |(year, number)| {
            fill(self.language.region_stress().in_year, &[&self.cell(line, number), year])
        })
    }

    /// The years of one scenario, side by side.
    pub(super) fn region_years(&self, region: &RegionOutcome) -> String {
        let (texts, names) = (self.language.region_stress(), self.language.region_table());
        let years: Vec<&str> = region.years.keys().map(String::as_str).collect();
        let row = |name: &str, cell: &dyn Fn(&str) -> Option<String>| {
            let cells: Vec<String> = years.iter().map(|year| cell(year).unwrap_or_default()).collect();
            let known = cells.iter().any(|cell| !cell.is_empty());
            known.then(|| std::iter::once(name.to_owned()).chain(cells).collect::<Vec<_>>())
        };
        let of = |name: &str, line: Line| {
            row(name, &|year| region.years[year].get(line.key()).map(|number| self.cell(line, *number)))
        };
        let budget = |name: &str, of: fn(&crate::stats::summary::BudgetYear) -> f64| {
            row(&fill(names.budget, &[name]), &|year| region.budget.get(year).map(|year| self.millions(of(year))))
        };
        let missed = |year: &str| {
            let given = region.budget.contains_key(year);
            let happened = region.happened[year].contains(&Mark::RequirementMissed.key());
            given.then(|| if happened { texts.yes } else { texts.no }.to_owned())
        };
        let rows = [
            budget(names.result, |year| year.result),
            of(names.result, Line::Result),
            of(texts.realised, Line::Realised),
            of(texts.unrealised, Line::Unrealised),
            of(texts.indexation, Line::Indexation),
            budget(names.after_adjustments, |year| year.result_after_adjustments),
            of(names.after_adjustments, Line::AfterAdjustments),
            of(names.used, Line::Used),
            of(names.balance_requirement, Line::BalanceRequirement),
            row(texts.missed, &missed),
            of(texts.deficit, Line::Deficit),
            of(names.reserves, Line::Reserves),
            of(names.equity_ratio, Line::EquityRatio),
            of(names.equity_ratio_full, Line::EquityRatioFull),
            of(names.cash, Line::Cash),
            of(names.debt, Line::Debt),
            of(names.capital, Line::Capital),
            of(names.funding_ratio, Line::FundingRatio),
            of(names.funding_ratio_full, Line::FundingRatioFull),
            of(names.due, Line::Due),
        ];
        let head = [texts.years].into_iter().chain(years.iter().copied()).map(str::to_owned);
        let table = self.table(&head.collect::<Vec<_>>(), rows.into_iter().flatten());
        format!("{table}\n{}\n", texts.years_caption)
    }

    fn cell(&self, line: Line, number: f64) -> String {
        match line.unit() {
            Unit::Amount => self.millions(number),
            Unit::Ratio => self.percent(number),
        }
    }
}

/// What is shown of a line's years.
#[derive(Clone, Copy)]
enum Of {
    Lowest,
    Greatest,
    Sum,
}

/// The years in which a line has a number.
fn course(region: &RegionOutcome, line: Line) -> impl Iterator<Item = (&str, f64)> {
    region.years.iter().filter_map(move |(year, lines)| Some((year.as_str(), *lines.get(line.key())?)))
}
