//! The CSV files that a configuration names: read whole, checked whole.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use ndarray::Array3;

use super::document::{Place, Problem};
use super::into_plan::Reader;
use super::load::Input;
use super::words::MarketConfig;
use crate::plan::{Asset, Scenarios, Time};
use crate::units::Month;

/// The largest file read.
const MOST_BYTES: u64 = 1 << 30;
/// The most by which prices of an opening history may differ, as a ratio to the first.
const MOST_GROWN: f64 = 1e6;
/// The most numbers of a scenario set: 1 GiB held.
const MOST_NUMBERS: usize = 1 << 27;

/// A table with a header.
pub(super) struct Table {
    file: String,
    /// Which field of a record each wanted column is.
    order: Vec<usize>,
    pub(super) rows: Vec<csv::StringRecord>,
}

/// A row of a table.
pub(super) type Row = csv::StringRecord;

impl Table {
    /// A problem at a field (counted from 0) of a row.
    pub(super) fn problem(&self, row: &Row, field: usize, found: impl Into<String>, allowed: &str) -> Problem {
        self.at(row.position().map_or(0, csv::Position::line), field, found, allowed)
    }

    fn at(&self, line: u64, field: usize, found: impl Into<String>, allowed: &str) -> Problem {
        Problem {
            place: Place::File {
                file: self.file.clone(),
                line: usize::try_from(line).unwrap_or(usize::MAX),
                column: field + 1,
            },
            key: String::new(),
            found: found.into(),
            allowed: allowed.to_owned(),
            hint: None,
        }
    }

    /// The text of a field.
    pub(super) fn text<'r>(&self, row: &'r Row, field: usize) -> &'r str {
        &row[self.order[field]]
    }

    /// A finite number in a field.
    pub(super) fn number(&self, row: &Row, field: usize, allowed: &str) -> Result<f64, Problem> {
        let text = self.text(row, field);
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(number),
            _ => {
                let mut problem = self.problem(row, field, format!("\"{text}\""), allowed);
                if text.contains(',') {
                    problem.hint = Some("write decimals with a point, and fields apart with commas".to_owned());
                }
                Err(problem)
            }
        }
    }
}

/// The content of a regular file (a device or a pipe may never end), up to one byte more than `most`.
pub(super) fn read_file(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let kind = fs::metadata(path)?;
    if !kind.is_file() {
        let what = if kind.is_dir() { "a folder" } else { "a device or a pipe" };
        return Err(io::Error::other(what));
    }
    let mut content = Vec::new();
    fs::File::open(path)?.take(most + 1).read_to_end(&mut content)?;
    Ok(content)
}

impl Reader<'_> {
    /// The content of a named file.
    fn content(&mut self, key: &str, name: &str) -> Option<Vec<u8>> {
        let path = self.base.join(name);
        let read = read_file(&path, MOST_BYTES);
        match read {
            Ok(content) if content.len() as u64 > MOST_BYTES => {
                self.problem(key, format!("{} with more than 1 GiB", path.display()), "a file of at most 1 GiB");
                None
            }
            Ok(content) => Some(content),
            Err(error) => {
                let found = format!("{}, which cannot be read ({error})", path.display());
                self.problem(key, found, "a file, named relative to the configuration's folder");
                None
            }
        }
    }

    /// A table whose header holds exactly these columns, in any order; fields come in the order of `columns`.
    pub(super) fn table(&mut self, key: &str, name: &str, columns: &[&str]) -> Option<Table> {
        let content = self.content(key, name)?;
        let file = self.base.join(name).display().to_string();
        let mut table = Table { file, order: Vec::new(), rows: Vec::new() };
        let filled = fill(&mut table, &content, columns);
        self.inputs.push(Input { name: name.to_owned(), path: self.base.join(name), content });
        match filled {
            Ok(()) if table.rows.is_empty() => {
                let problem = table.at(2, 0, "no rows", "at least one row under the header");
                self.report(problem);
                None
            }
            Ok(()) => Some(table),
            Err(problem) => {
                self.report(problem);
                None
            }
        }
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
            if asset.expected_return.is_some() || asset.volatility.is_some() {
                let key = format!("market.assets.{name}");
                self.problem(&key, "expected_return or volatility", "neither: the model \"given\" has no law");
            }
        }
        if !config.correlations.is_empty() {
            self.problem("market.correlations", "correlations", "none: the model \"given\" has no law");
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

fn fill(table: &mut Table, content: &[u8], columns: &[&str]) -> Result<(), Problem> {
    let content = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(content);
    let wanted = format!("the columns {}", columns.join(","));
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => return Err(table.at(1, 0, format!("no header ({error})"), &wanted)),
    };
    let found: Vec<&str> = header.iter().collect();
    let distinct: BTreeSet<&str> = found.iter().copied().collect();
    let order: Option<Vec<usize>> = columns.iter().map(|name| found.iter().position(|column| column == name)).collect();
    table.order = match order {
        Some(order) if found.len() == columns.len() && distinct.len() == found.len() => order,
        _ => {
            let mut problem = table.at(1, 0, format!("the columns {}", found.join(",")), &wanted);
            if found.len() == 1 && found[0].contains(';') {
                problem.hint = Some("set columns apart with commas, not semicolons".to_owned());
            }
            return Err(problem);
        }
    };
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(table, &error, columns.len()))?;
        table.rows.push(record);
    }
    Ok(())
}

fn unreadable(table: &Table, error: &csv::Error, columns: usize) -> Problem {
    let line = error.position().map_or(0, csv::Position::line);
    let found = match error.kind() {
        csv::ErrorKind::UnequalLengths { len, .. } => format!("{len} fields"),
        csv::ErrorKind::Utf8 { .. } => "bytes that are not UTF-8 text".to_owned(),
        _ => error.to_string(),
    };
    table.at(line, 0, found, &format!("{columns} fields of UTF-8 text, as in the header"))
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

fn scenarios(table: &Table, assets: usize, steps: usize) -> Result<Scenarios, Problem> {
    let whole = |row: &Row, field: usize, expected: usize| {
        let text = table.text(row, field);
        let allowed =
            format!("{expected}: paths and steps counted from 1, by path and then by step, {steps} steps a path");
        if text.parse() == Ok(expected) {
            Ok(())
        } else {
            Err(table.problem(row, field, format!("\"{text}\""), &allowed))
        }
    };
    if table.rows.len().saturating_mul(assets) > MOST_NUMBERS {
        let allowed = format!("at most {MOST_NUMBERS} numbers (1 GiB)");
        return Err(table.at(1, 0, format!("{} rows of {assets} assets", table.rows.len()), &allowed));
    }
    let mut returns = Vec::with_capacity(table.rows.len() * assets);
    let mut grown = vec![1.0_f64; assets];
    for (index, row) in table.rows.iter().enumerate() {
        whole(row, 0, index / steps + 1)?;
        whole(row, 1, index % steps + 1)?;
        if index % steps == 0 {
            grown.fill(1.0);
        }
        for (asset, grown) in grown.iter_mut().enumerate() {
            let allowed = "a simple return above -1, at most 1: a fraction (0.01 is 1 %)";
            let simple = table.number(row, asset + 2, allowed)?;
            *grown *= 1.0 + simple;
            if !(simple > -1.0 && simple <= 1.0) {
                return Err(table.problem(row, asset + 2, simple.to_string(), allowed));
            }
            if !(1e-100..1e100).contains(grown) {
                let allowed = "growth since the path's start between 1e-100 and 1e100";
                return Err(table.problem(row, asset + 2, format!("growth to {grown:e}"), allowed));
            }
            returns.push(simple);
        }
    }
    let paths = table.rows.len() / steps;
    let last = table.rows.len() - 1;
    Array3::from_shape_vec((paths, steps, assets), returns).map(|returns| Scenarios { returns }).map_err(|_| {
        let found = format!("{} steps of the last path", table.rows.len() % steps);
        table.problem(&table.rows[last], 1, found, &format!("{steps} steps of every path"))
    })
}
