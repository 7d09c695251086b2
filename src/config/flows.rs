//! Contributions and payments, from formula or file, as an amount at each step.

use super::files::{Row, Table};
use super::into_plan::Reader;
use super::problem::Problem;
use super::schema::{Config, FlowConfig, FlowEvery};
use crate::plan::Amounts;
use crate::units::Month;

impl Reader<'_> {
    /// The amounts of a list of flows at each step.
    pub(super) fn flows(&mut self, pool: &str, list: &str, flows: &[FlowConfig], config: &Config) -> Amounts {
        let nothing = || vec![0.0; config.horizon_months as usize + 1];
        let (mut nominal, mut indexed) = (nothing(), nothing());
        for (index, flow) in flows.iter().enumerate() {
            let key = format!("{pool}.{list}.{index}");
            let amounts = match &flow.file {
                Some(file) => self.file(&key, file, flow, config),
                None => self.formula(&key, flow, config),
            };
            for (month, amount) in amounts.unwrap_or_default() {
                let by_month = if flow.indexed { &mut indexed } else { &mut nominal };
                if let Some(sum) = by_month.get_mut(month) {
                    *sum += amount;
                }
            }
        }
        Amounts { nominal: by_step(&nominal, config), indexed: by_step(&indexed, config) }
    }

    fn formula(&mut self, key: &str, flow: &FlowConfig, config: &Config) -> Option<Vec<(usize, f64)>> {
        let (Some(amount), Some(from), Some(every)) = (flow.amount_mnkr, flow.from, flow.every) else {
            self.problem(key, "neither file nor a whole formula", "file, or amount_mnkr, from and every");
            return None;
        };
        let first = from.months_since(config.start);
        if first < 1 {
            let allowed = format!("a month after the start, {} or later", config.start.plus(1));
            self.problem(&format!("{key}.from"), from.to_string(), allowed);
            return None;
        }
        let last = flow.until.map_or(i64::from(config.horizon_months), |until| until.months_since(config.start));
        if last < first {
            self.problem(&format!("{key}.until"), "a month before from", "from or later");
            return None;
        }
        let growth = 1.0 + flow.growth.map_or(0.0, crate::units::Rate::get);
        let (step, part) = match every {
            FlowEvery::Month => (1, 1.0 / 12.0),
            FlowEvery::Year => (12, 1.0),
        };
        let last = last.min(i64::from(config.horizon_months));
        let months = (first..=last).step_by(step);
        Some(
            months
                .filter_map(|month| {
                    let years = i32::try_from((month - first) / 12).ok()?;
                    Some((
                        usize::try_from(month).ok()?,
                        amount.sek().get() * part * libm::pow(growth, f64::from(years)),
                    ))
                })
                .collect(),
        )
    }

    fn file(&mut self, key: &str, file: &str, flow: &FlowConfig, config: &Config) -> Option<Vec<(usize, f64)>> {
        let formula = [flow.amount_mnkr.is_some(), flow.from.is_some(), flow.until.is_some()];
        if formula.contains(&true) || flow.every.is_some() || flow.growth.is_some() {
            self.problem(key, "a file and keys of the formula", "file and indexed alone, or the formula");
        }
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

/// Amounts by month at the steps that are month-ends; empty if nothing flows.
fn by_step(by_month: &[f64], config: &Config) -> Vec<f64> {
    if by_month.iter().all(|&amount| amount == 0.0) {
        return Vec::new();
    }
    let steps_per_month = config.steps_per_month as usize;
    let mut by_step = vec![0.0; config.horizon_months as usize * steps_per_month + 1];
    for (month, &amount) in by_month.iter().enumerate() {
        by_step[month * steps_per_month] = amount;
    }
    by_step
}

/// The amounts of a table by month since the start: dates after the start, in order.
fn amounts(table: &Table, start: Month) -> Result<Vec<(usize, f64)>, Problem> {
    let mut amounts = Vec::new();
    let mut before = start;
    for row in &table.rows {
        let months = months(table, row)?;
        if months[0] <= before {
            let allowed = format!("a date after {before}: after the start, each once, in order");
            return Err(table.problem(row, 0, format!("\"{}\"", table.text(row, 0)), &allowed));
        }
        before = months[months.len() - 1];
        let allowed = "an amount in kronor from 0 to 1e13";
        let amount = table.number(row, 1, allowed)?;
        if !(0.0..=1e13).contains(&amount) {
            return Err(table.problem(row, 1, amount.to_string(), allowed));
        }
        let parts = f64::from(u32::try_from(months.len()).unwrap_or(1));
        let since = |month: &Month| usize::try_from(month.months_since(start)).unwrap_or(usize::MAX);
        amounts.extend(months.iter().map(|month| (since(month), amount / parts)));
    }
    Ok(amounts)
}

/// The months of a row: its own, or, for a year, all twelve.
fn months(table: &Table, row: &Row) -> Result<Vec<Month>, Problem> {
    let text = table.text(row, 0);
    let wrong =
        || table.problem(row, 0, format!("\"{text}\""), "a month as YYYY-MM or a year as YYYY, from 1800 to 2300");
    if text.len() == 4 {
        let year = text.parse().map_err(|_| wrong())?;
        return (1..=12).map(|month| Month::new(year, month).ok_or_else(wrong)).collect();
    }
    Ok(vec![Month::try_from(text.to_owned()).map_err(|_| wrong())?])
}
