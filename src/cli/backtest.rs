//! `skans backtest`.

use std::path::PathBuf;

use clap::Args;
use indexmap::IndexMap;

use super::certain::{CertainArgs, Question};
use super::{Failure, Format, key_value, month};
use crate::config::history;
use crate::report::table::Style;
use crate::report::{OutputFile, chart, csv, json, table};
use crate::study::backtest::{self, Backtest, BacktestError, LEAST_MONTHS, Request};
use crate::study::pools::pool;
use crate::units::Month;

/// Arguments of `backtest`.
#[derive(Debug, Args)]
pub(super) struct BacktestArgs {
    /// The configuration file.
    config: PathBuf,
    /// The history: date,NAME,… by month; simple returns as fractions. May be gzipped.
    #[arg(long, value_name = "CSV")]
    history: PathBuf,
    /// The pool; may be left out where one pool alone has the dynamic rule.
    #[arg(long, value_name = "NAME")]
    pool: Option<String>,
    /// The history's column of an asset, where the configuration does not name it and it is not called as the asset is. May be repeated.
    #[arg(long = "column", value_name = "ASSET=COLUMN", value_parser = key_value)]
    columns: Vec<(String, String)>,
    /// The month-end of the opening value, one start alone, told month by month; every possible start if left out.
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    from: Option<Month>,
    /// How many months each start is followed, at least 12; to the end of the history if left out.
    #[arg(long, value_name = "N")]
    months: Option<u32>,
    #[command(flatten)]
    certain: CertainArgs,
}

impl BacktestArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let file = ("--history", self.history.as_path(), history::MOST_MIB);
        let question = self.certain.question("backtest", &self.config, file)?;
        let name = self.history.display().to_string();
        let read = history::read(&name, &question.content, LEAST_MONTHS as usize);
        let history = read.map_err(|problem| Failure::from(vec![problem]))?;
        let request = self.request(&question);
        let wrong = |error: BacktestError| {
            Failure::Wrong(vec![match error {
                BacktestError::NoColumn { .. } | BacktestError::TooShort { .. } => format!("{name}: {error}"),
                BacktestError::Steps { .. } => format!("{}: {error}", self.config.display()),
                _ => error.to_string(),
            }])
        };
        backtest::check(&question.loaded.plan, &history, &request).map_err(wrong)?;
        let pool = pool(&question.loaded.plan, self.pool.as_deref()).map_err(|error| wrong(error.into()))?;
        let out = self.certain.folder(&question, &[&pool.name])?;
        let found = backtest::backtest(&question.loaded.plan, &history, &request).map_err(wrong)?;
        let charts = if question.loaded.plan.outputs.charts {
            chart::backtest(&found, &question.loaded.plan, &question.file, self.certain.lang)
        } else {
            Vec::new()
        };
        self.certain.answer(&question, &out, files(&found), &charts, &self.said(&found, &question))
    }

    fn request(&self, question: &Question) -> Request {
        let own = question.loaded.config.market.law.assets().into_iter();
        let mut columns: IndexMap<String, String> =
            own.filter_map(|(name, asset)| Some((name.clone(), asset.column.cloned()?))).collect();
        columns.extend(self.columns.iter().cloned());
        Request { pool: self.pool.clone(), columns, from: self.from, months: self.months }
    }

    fn said(&self, found: &Backtest, question: &Question) -> String {
        let (plan, language) = (&question.loaded.plan, self.certain.lang);
        match self.certain.format {
            Format::Table => table::backtest::page(found, plan, language, Style::Text),
            Format::Markdown => table::backtest::page(found, plan, language, Style::Markdown),
            Format::Json => json::pretty(found),
            Format::Csv if found.starts.is_empty() => text(csv::backtest::months(found)),
            Format::Csv => text(csv::backtest::starts(found)),
        }
    }
}

fn text(csv: Vec<u8>) -> String {
    String::from_utf8(csv).unwrap_or_default()
}

fn files(found: &Backtest) -> Vec<OutputFile> {
    let mut files = vec![
        OutputFile::new("backtest.json", json::pretty(found)),
        OutputFile::new("months.csv", csv::backtest::months(found)),
    ];
    if !found.starts.is_empty() {
        files.push(OutputFile::new("starts.csv", csv::backtest::starts(found)));
    }
    files
}
