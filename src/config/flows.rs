//! Contributions and payments, from formula or file, as an amount at each step.

pub(super) mod slips;

use super::files::{Table, TableRow};
use super::into_plan::Reader;
use super::problem::Problem;
use super::schema::{Config, FlowAmounts, FlowConfig, FlowEvery};
use super::warning::Warning;
use crate::numerics::real;
use crate::plan::{Amounts, Money};
use crate::texts::{Argument, message};
use crate::units::{Amount, MNKR, MONTHS_PER_YEAR, Month};
use slips::Dated;

impl Reader<'_> {
    /// The amounts of a list of flows at each step.
    pub(super) fn flows(&mut self, pool: &str, list: &str, flows: &[FlowConfig], config: &Config) -> Amounts {
        let steps_per_month = config.steps_per_month as usize;
        let mut sums = Amounts::default();
        for (index, flow) in flows.iter().enumerate() {
            let key = format!("{pool}.{list}.{index}");
            if let Some(same) = flows[..index].iter().position(|before| before == flow) {
                self.warn(&key, message!(flow_twice, key = format!("{pool}.{list}.{same}")));
            }
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
            self.warn_of_odd_amounts(&key, amounts.as_deref().unwrap_or_default(), config);
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
    fn months(
        &mut self,
        key: &str,
        (from, until): FormulaSpan,
        every: FlowEvery,
        config: &Config,
    ) -> Option<Vec<usize>> {
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
        let (amounts, warnings) = self.read_file(&format!("{key}.file"), file, |name, content| {
            amounts(&Table::read(name, content, &[&["date"], &AMOUNTS])?, config.start)
        })?;
        self.warn_all(warnings);
        self.note_after_the_horizon(file, &amounts, config);
        Some(amounts)
    }

    /// Warns of amounts that are next to nothing, or more than everything, beside the pools: their unit may be another.
    fn warn_of_odd_amounts(&mut self, key: &str, amounts: &[(usize, Amount)], config: &Config) {
        let (Some((first, _)), Some((last, _))) = (amounts.first(), amounts.last()) else { return };
        let years = real((last - first + 1).div_ceil(12));
        let a_year = amounts.iter().fold(0.0, |sum, (_, amount)| sum + amount.get()) / years;
        if let Some(a_year) = Amount::new(a_year) {
            self.warn_of_odd_amount(key, a_year, config);
        }
    }

    /// Warns of an amount of a year that is next to nothing, or more than everything, beside the pools.
    pub(super) fn warn_of_odd_amount(&mut self, key: &str, a_year: Amount, config: &Config) {
        let a_year = a_year.get();
        let pools = config.pools.values().fold(0.0, |sum, pool| sum + pool.opening_value_mnkr.amount().get());
        if a_year > 0.0 && !(LEAST_OF_POOLS * pools..=pools).contains(&a_year) {
            let [amount, pools] = [a_year, pools].map(|number| Argument::Number { number, decimals: 0 });
            self.warn(key, message!(odd_amount, amount, pools));
        }
    }

    /// Says what a file holds after the horizon, which is left out.
    fn note_after_the_horizon(&mut self, file: &str, amounts: &[(usize, Amount)], config: &Config) {
        let after = |(month, _): &&(usize, Amount)| *month > config.horizon_months as usize;
        let sum = amounts.iter().filter(after).fold(0.0, |sum, (_, amount)| sum + amount.get());
        let (Some((first, _)), Some((last, _))) = (amounts.iter().find(after), amounts.last()) else { return };
        let months = |months: usize| config.start.plus(u32::try_from(months).unwrap_or(u32::MAX)).to_string();
        let [first, last, horizon] = [*first, *last, config.horizon_months as usize].map(months);
        let mnkr = Argument::Number { number: sum / MNKR, decimals: 1 };
        self.note(message!(flows_after_the_horizon, first, last, horizon, mnkr).at(file));
    }
}

/// Amounts with their months since the start.
type DatedAmounts = Vec<(usize, Amount)>;

/// The first month of a formula, and the last one if it has any.
type FormulaSpan = (Month, Option<Month>);

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
            Self::Month => 1.0 / MONTHS_PER_YEAR,
            Self::Year => 1.0,
        }
    }
}

/// The amounts of a table by month since the start: dates after the start, in order. Rows that may be slips are warned
/// of.
fn amounts(table: &Table, start: Month) -> Result<(DatedAmounts, Vec<Warning>), Problem> {
    let (mut amounts, mut rows) = (Vec::new(), Vec::new());
    let mut before = start;
    for (row, (first, last)) in table.rows.iter().zip(table.spans()?) {
        if first <= before {
            let allowed = message!(date_after, before = before.to_string());
            return Err(table.problem(row, 0, format!("\"{}\"", table.text(row, 0)), allowed));
        }
        before = last;
        let amount = amount(table, row, MOST_MNKR)?;
        rows.push(Dated { row, first, last, amount });
        let since = |month: Month| usize::try_from(month.months_since(start)).unwrap_or(usize::MAX);
        let months = since(first)..=since(last);
        let parts = real(months.clone().count());
        amounts.extend(months.filter_map(|month| Some((month, Amount::new(amount / parts)?))));
    }
    Ok((amounts, slips::of(table, &rows)))
}

/// The part of the pools' opening value below which a year's flow is taken for a slip.
const LEAST_OF_POOLS: f64 = 1e-4;
/// The columns of which a file of amounts has one.
pub(super) const AMOUNTS: [&str; 2] = ["amount_mnkr", "amount_sek"];
/// The greatest amount of a row, million kronor.
const MOST_MNKR: f64 = 1e7;

/// The amount in a row's second field, in kronor; at most so many million kronor.
pub(super) fn amount(table: &Table, row: &TableRow, most_mnkr: f64) -> Result<f64, Problem> {
    let in_mnkr = table.names()[1] == AMOUNTS[0];
    let most = if in_mnkr { most_mnkr } else { most_mnkr * MNKR };
    let allowed = || {
        let most = format!("{most:e}");
        if in_mnkr { message!(mnkr_up_to, most) } else { message!(kronor_up_to, most) }
    };
    let amount = table.number(row, 1, allowed)?;
    if !(0.0..=most).contains(&amount) {
        return Err(table.problem(row, 1, amount.to_string(), allowed()));
    }
    Ok(if in_mnkr { amount * MNKR } else { amount })
}
