//! Contributions and payments, from formula or file, as an amount at each step.

use super::files::{Row, Table};
use super::into_plan::Reader;
use super::problem::Problem;
use super::schema::{Config, FlowAmounts, FlowConfig, FlowEvery};
use crate::plan::{Amounts, Money};
use crate::texts::message;
use crate::units::{Amount, Month};

impl Reader<'_> {
    /// The amounts of a list of flows at each step.
    pub(super) fn flows(&mut self, pool: &str, list: &str, flows: &[FlowConfig], config: &Config) -> Amounts {
        let steps_per_month = config.steps_per_month as usize;
        let mut sums = Amounts::default();
        for (index, flow) in flows.iter().enumerate() {
            let key = format!("{pool}.{list}.{index}");
            let amounts = match &flow.amounts {
                FlowAmounts::File { file } => self.file(&key, file, config),
                FlowAmounts::Formula { amount_mnkr, from, until, every, growth } => {
                    self.months(&key, (*from, *until), *every, config).map(|months| {
                        let (growth, part) = (1.0 + growth.get(), every.part());
                        let years = |month: usize| i32::try_from((month - months[0]) / 12).unwrap_or(i32::MAX);
                        let due = |month: usize| {
                            amount_mnkr.amount().get() * part * libm::pow(growth, f64::from(years(month)))
                        };
                        months.iter().filter_map(|&month| Some((month, Amount::new(due(month))?))).collect()
                    })
                }
            };
            let money = if flow.indexed { Money::OfTheStart } else { Money::OfTheDay };
            for (month, amount) in amounts.unwrap_or_default() {
                if month <= config.horizon_months as usize {
                    sums.add(month * steps_per_month, amount, money);
                }
            }
        }
        sums
    }

    /// The months since the start in which a formula pays.
    fn months(&mut self, key: &str, (from, until): Span, every: FlowEvery, config: &Config) -> Option<Vec<usize>> {
        let first = from.months_since(config.start);
        if first < 1 {
            let allowed = message!(month_after_the_start, first = config.start.plus(1).to_string());
            self.problem(&format!("{key}.from"), from.to_string(), allowed);
            return None;
        }
        let last = until.map_or(i64::from(config.horizon_months), |until| until.months_since(config.start));
        if last < first {
            self.problem(&format!("{key}.until"), message!(month_before_from), message!(from_or_later));
            return None;
        }
        let last = last.min(i64::from(config.horizon_months));
        Some((first..=last).step_by(every.months()).filter_map(|month| usize::try_from(month).ok()).collect())
    }

    fn file(&mut self, key: &str, file: &str, config: &Config) -> Option<Vec<(usize, Amount)>> {
        let table = self.table(&format!("{key}.file"), file, &["date", "amount_sek"])?;
        match amounts(&table, config.start) {
            Ok(amounts) => Some(amounts),
            Err(problem) => {
                self.report(problem);
                None
            }
        }
    }
}

/// The first month of a formula, and the last one if it has any.
type Span = (Month, Option<Month>);

impl FlowEvery {
    /// Months from one payment to the next.
    const fn months(self) -> usize {
        match self {
            Self::Month => 1,
            Self::Year => 12,
        }
    }

    /// The part of a year's amount in each payment.
    const fn part(self) -> f64 {
        match self {
            Self::Month => 1.0 / 12.0,
            Self::Year => 1.0,
        }
    }
}

/// The amounts of a table by month since the start: dates after the start, in order.
fn amounts(table: &Table, start: Month) -> Result<Vec<(usize, Amount)>, Problem> {
    let mut amounts = Vec::new();
    let mut before = start;
    for row in &table.rows {
        let months = months(table, row)?;
        if months[0] <= before {
            let allowed = message!(date_after, before = before.to_string());
            return Err(table.problem(row, 0, format!("\"{}\"", table.text(row, 0)), allowed));
        }
        before = months[months.len() - 1];
        let allowed = || message!(kronor_up_to, most = "1e13");
        let amount = table.number(row, 1, allowed)?;
        if !(0.0..=1e13).contains(&amount) {
            return Err(table.problem(row, 1, amount.to_string(), allowed()));
        }
        let parts = f64::from(u32::try_from(months.len()).unwrap_or(1));
        let since = |month: &Month| usize::try_from(month.months_since(start)).unwrap_or(usize::MAX);
        amounts.extend(months.iter().filter_map(|month| Some((since(month), Amount::new(amount / parts)?))));
    }
    Ok(amounts)
}

/// The months of a row: its own, or, for a year, all twelve.
fn months(table: &Table, row: &Row) -> Result<Vec<Month>, Problem> {
    let text = table.text(row, 0);
    let wrong = || table.problem(row, 0, format!("\"{text}\""), message!(month_or_year));
    if text.len() == 4 {
        let year = text.parse().map_err(|_| wrong())?;
        return (1..=12).map(|month| Month::new(year, month).ok_or_else(wrong)).collect();
    }
    Ok(vec![Month::try_from(text.to_owned()).map_err(|_| wrong())?])
}
