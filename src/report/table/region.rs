//! A run's meaning for the region as tables: the accounts by year, the capital against the pension liability, the
//! pensions paid, debt.

use super::{BUT_FIRST, Style, grid, wide_grid};
use crate::ledger::lines::RegionEvent;
use crate::plan::Plan;
use crate::report::headlines::region::{self, pools};
use crate::stats::figure::{Quantile, RegionFigure};
use crate::stats::summary::{BudgetYear, RegionSummary, Summary};
use crate::texts::{Language, Message, message};

/// The tables of a summary's region, each with what its figures mean under it; none of what is not told.
pub(super) fn sections(summary: &Summary, plan: &Plan, language: Language, style: Style) -> Vec<String> {
    let Some(region) = &summary.region else { return Vec::new() };
    let tables = RegionTables { region, plan, language, style };
    [tables.accounts(), tables.funding(), tables.payments(), tables.debt()].into_iter().flatten().collect()
}

/// Provisions that differ by less are the same but for rounding.
const APART: f64 = 0.01;

struct RegionTables<'a> {
    region: &'a RegionSummary,
    plan: &'a Plan,
    language: Language,
    style: Style,
}

impl RegionTables<'_> {
    fn text(&self, message: Message) -> String {
        self.language.text(message)
    }

    /// A row for each line, a column for each year of the budget.
    fn accounts(&self) -> Option<String> {
        let expected = |line: Message, of: fn(&BudgetYear) -> f64| {
            let cells = self.region.budget.values().map(|year| self.language.millions(of(year), 0));
            std::iter::once(self.text(line)).chain(cells).collect::<Vec<_>>()
        };
        let budget = |line: Message| message!(region_budget, line);
        let years: Vec<i32> = self.region.budget.keys().copied().collect();
        let mut rows = vec![expected(budget(message!(region_result)), |year| year.result)];
        rows.extend(self.rows(region::result, &years));
        rows.push(expected(budget(message!(region_after_adjustments)), |year| year.result_after_adjustments));
        rows.push(expected(message!(region_target), |year| year.target));
        rows.extend(self.rows(region::after_adjustments, &years));
        rows.extend(self.rows(region::requirement_and_balances, &years));
        if self.in_debt(&years) {
            rows.extend(self.rows(region::debt_of_accounts, &years));
        }
        rows.extend(self.rows(region::likely_in_accounts, &years));
        let accounts = self.text(message!(region_accounts));
        let head: Vec<String> = std::iter::once(accounts).chain(years.iter().map(ToString::to_string)).collect();
        let table = grid(self.style, head, rows, BUT_FIRST);
        (!years.is_empty()).then(|| format!("{table}\n{}\n", self.text(message!(region_accounts_caption))))
    }

    /// A row for each year, a column for each figure.
    fn funding(&self) -> Option<String> {
        let liability = self.plan.region.as_ref()?.liability.as_ref()?;
        let rate = self.language.percent(liability.real_rate.get(), 1);
        let backing = pools::backing(self.plan, self.language)?;
        let mut caption = self.text(message!(region_funding_caption, pools = backing, rate));
        if let Some(provisions) = self.provision_twice() {
            caption = format!("{caption} {provisions}");
        }
        Some(format!("{}\n{caption}\n", self.by_year(region::funding)?))
    }

    /// The first and the last year whose provisions in the balance sheet are others than the schedule's worth.
    fn provision_twice(&self) -> Option<String> {
        let apart = self.region.budget.iter().filter_map(|(year, budget)| {
            let scheduled = budget.scheduled_provisions?;
            let is_apart = (budget.provisions - scheduled).abs() > APART * budget.provisions;
            is_apart.then_some((year, [budget.provisions, scheduled].map(|sek| self.language.millions(sek, 0))))
        });
        let apart: Vec<_> = apart.collect();
        let told: Vec<_> = apart.first().into_iter().chain(apart.last().filter(|_| apart.len() > 1)).collect();
        let years = told.into_iter().map(|(year, [given, schedule])| {
            message!(region_provision_of_year, year = year.to_string(), given, schedule)
        });
        let years: Vec<Message> = years.collect();
        (!years.is_empty()).then(|| self.text(message!(region_provision_twice, years)))
    }

    /// The same for payments, with the year by which the capital is exhausted.
    fn payments(&self) -> Option<String> {
        let table = self.by_year(region::payments)?;
        let exhausted = self.exhausted().map_or_else(String::new, |sentence| format!("{sentence}\n"));
        let paying = pools::paying(self.plan, self.language)?;
        Some(format!("{table}\n{exhausted}{}\n", self.text(message!(region_payments_caption, pools = paying))))
    }

    /// The same for debt, where some path has debt in some year.
    fn debt(&self) -> Option<String> {
        let years: Vec<i32> = self.region.years.keys().copied().collect();
        if !self.in_debt(&years) {
            return None;
        }
        let table = self.by_year(|year| region::debt(year, &self.plan.outputs.quantiles))?;
        Some(format!("{table}\n{}\n", self.text(message!(region_debt_caption))))
    }

    /// Whether some path has had debt by one of the years.
    fn in_debt(&self, years: &[i32]) -> bool {
        let of = |year: &i32| self.region.events.get(year)?.get(&RegionEvent::InDebt);
        years.iter().any(|year| of(year).is_some_and(|found| found.since_start.value > 0.0))
    }

    /// A row for each year that has any of the figures, in steps.
    fn by_year(&self, of: impl Fn(i32) -> Vec<RegionFigure>) -> Option<String> {
        let any = |year: &i32| of(*year).into_iter().any(|figure| self.region.get(figure).is_some());
        let years: Vec<i32> = self.region.years.keys().copied().filter(any).collect();
        let years = steps(&years);
        let columns = self.rows(of, &years);
        let cell = |row: usize| columns.iter().map(move |column| column[row].clone());
        let rows = (1..).zip(&years).map(|(row, year)| std::iter::once(year.to_string()).chain(cell(row)).collect());
        let head: Vec<String> = std::iter::once(self.text(message!(region_year))).chain(cell(0)).collect();
        (!columns.is_empty()).then(|| wide_grid(self.style, &head, rows))
    }

    /// The names of a year's figures, each with its cells by year; without those that no year has.
    fn rows(&self, of: impl Fn(i32) -> Vec<RegionFigure>, years: &[i32]) -> Vec<Vec<String>> {
        let mut rows: Vec<Vec<String>> = Vec::new();
        for &year in years {
            for (place, figure) in of(year).into_iter().enumerate() {
                if place == rows.len() {
                    rows.push(vec![self.language.argument(&figure.name())]);
                }
                let cell = self.region.get(figure).map(|found| self.language.figure(found, figure.unit()));
                rows[place].push(cell.unwrap_or_default());
            }
        }
        rows.retain(|row| row[1..].iter().any(|cell| !cell.is_empty()));
        rows
    }

    /// A sentence on the years by whose ends shares of paths have a pension that could not be paid.
    fn exhausted(&self) -> Option<String> {
        let last = self.region.years.keys().last()?.to_string();
        let levels = self.plan.outputs.quantiles.levels().filter(|&level| level < 0.5).chain([0.5]);
        let years: Vec<(f64, Option<i16>)> =
            levels.filter_map(|level| Some((level, *self.region.exhausted_by.get(&Quantile::of(level))?))).collect();
        let percent = |level: f64| self.language.level(level);
        let (least, first) = years.first()?;
        if first.is_none() {
            return Some(self.text(message!(region_never_exhausted, year = &*last, share = percent(*least))));
        }
        // A greater share than one that is not reached is not reached either.
        let told = years.partition_point(|(_, year)| year.is_some()) + 1;
        let when = years.iter().take(told).map(|(level, year)| match year {
            Some(year) => message!(region_exhausted_by, share = percent(*level), year = *year),
            None => message!(region_not_exhausted, share = percent(*level), year = &*last),
        });
        Some(self.text(message!(region_exhausted, when = when.collect::<Vec<_>>())))
    }
}

/// The first year, those that five divides, and the last one.
fn steps(years: &[i32]) -> Vec<i32> {
    let ends = [years.first(), years.last()];
    years.iter().filter(|year| **year % 5 == 0 || ends.contains(&Some(year))).copied().collect()
}
