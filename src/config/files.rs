//! The CSV files that a configuration names: read whole, checked whole.

pub mod history;
mod scenarios;
mod table;

use super::bounded_file;
use super::into_plan::Reader;
use super::load::Input;
use super::problem::Problem;
use super::words::MarketConfig;
use crate::plan::{Asset, Scenarios, Time};
use crate::units::Month;

use scenarios::scenarios;
pub(super) use table::{Row, Table};

/// The largest file read.
const MOST_MIB: u64 = 1024;
/// The most by which prices of an opening history may differ, as a ratio to the first.
const MOST_GROWN: f64 = 1e6;

impl Reader<'_> {
    /// The content of a named file.
    fn content(&mut self, key: &str, name: &str) -> Option<Vec<u8>> {
        let path = self.base.join(name);
        bounded_file::read(&path, MOST_MIB)
            .map_err(|error| {
                let found = format!("{}, which cannot be read ({error})", path.display());
                self.problem(key, found, "a file of at most 1 GiB, named relative to the configuration's folder");
            })
            .ok()
    }

    /// A table whose header holds exactly these columns, in any order; fields come in the order of `columns`.
    pub(super) fn table(&mut self, key: &str, name: &str, columns: &[&str]) -> Option<Table> {
        let content = self.content(key, name)?;
        let file = self.base.join(name).display().to_string();
        let table = Table::read(file, &content, columns);
        self.inputs.push(Input { name: name.to_owned(), path: self.base.join(name), content });
        table.map_err(|problem| self.report(problem)).ok()
    }

    /// Unit prices at the month-ends before the start, relative to the price at the start; oldest first.
    pub(super) fn history(&mut self, pool: &str, name: Option<&str>, start: Month) -> Option<Vec<f64>> {
        let Some(name) = name else { return Some(Vec::new()) };
        let table = self.table(&format!("{pool}.history"), name, &["date", "price"])?;
        match prices(&table, start) {
            Ok(mut prices) => {
                let opening = prices.pop().unwrap_or(1.0);
                Some(prices.into_iter().map(|price| price / opening).collect())
            }
            Err(problem) => {
                self.report(problem);
                None
            }
        }
    }

    /// A set of scenarios: `path,step,ASSET,…` by path and step, both counted from 1 without gaps.
    pub(super) fn given(
        &mut self,
        config: &MarketConfig,
        assets: &[Asset],
        paths: u64,
        time: Time,
    ) -> Option<Scenarios> {
        for (name, asset) in &config.assets {
            if asset.expected_return.is_some() || asset.volatility.is_some() || asset.expected_return_error.is_some() {
                let key = format!("market.assets.{name}");
                self.problem(&key, "expected_return or volatility", "neither: the model \"given\" has no law");
            }
        }
        let Some(name) = &config.file else {
            self.problem("market", "no file for the model \"given\"", "file = \"scenarios.csv\", for one");
            return None;
        };
        let mut columns = vec!["path", "step"];
        columns.extend(assets.iter().map(|asset| asset.name.as_str()));
        let table = self.table("market.file", name, &columns)?;
        match scenarios(&table, assets.len(), time.steps()) {
            Ok(set) if (set.returns.dim().0 as u64) < paths => {
                let held = set.returns.dim().0;
                self.problem("paths", format!("{paths}"), format!("at most {held}, the paths in {name}"));
                None
            }
            Ok(set) => Some(set),
            Err(problem) => {
                self.report(problem);
                None
            }
        }
    }
}

fn month(table: &Table, row: &Row, field: usize) -> Result<Month, Problem> {
    Month::try_from(table.text(row, field).to_owned()).map_err(|error| {
        table.problem(row, field, format!("\"{}\"", error.found), "a month as YYYY-MM, or its last day as YYYY-MM-DD")
    })
}

/// Positive prices, month after month without gaps, the last at the start.
fn prices(table: &Table, start: Month) -> Result<Vec<f64>, Problem> {
    let mut prices = Vec::with_capacity(table.rows.len());
    let mut before: Option<Month> = None;
    for row in &table.rows {
        let month = month(table, row, 0)?;
        if let Some(before) = before
            && month.months_since(before) != 1
        {
            let allowed = format!("{}, the month after the row before", before.plus(1));
            return Err(table.problem(row, 0, month.to_string(), &allowed));
        }
        before = Some(month);
        let allowed = "a price above 0, at most 1e12";
        let price = table.number(row, 1, allowed)?;
        if !(price > 0.0 && price <= 1e12) {
            return Err(table.problem(row, 1, price.to_string(), allowed));
        }
        // Against the oldest price: no ratio of two prices is then beyond the square of the bound.
        let oldest = prices.first().copied().unwrap_or(price);
        if !(1.0 / MOST_GROWN..=MOST_GROWN).contains(&(price / oldest)) {
            let allowed = format!("a price between a millionth and a million times the first one, {oldest}");
            return Err(table.problem(row, 1, table.text(row, 1).to_owned(), &allowed));
        }
        prices.push(price);
    }
    match (before, table.rows.last()) {
        (Some(last), Some(row)) if last != start => {
            Err(table.problem(row, 0, last.to_string(), &format!("{start}, the start, in the last row")))
        }
        _ => Ok(prices),
    }
}
