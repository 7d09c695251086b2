//! `skans today`.

use std::path::PathBuf;

use clap::Args;

use super::certain::CertainArgs;
use super::{Failure, Format};
use crate::config::values;
use crate::report::table::Style;
use crate::report::{OutputFile, chart, csv, json, table};
use crate::study::today::{Request, TodayError, today};
use crate::units::{Deviation, Exposure, Mnkr, Stress};

/// Arguments of `today`.
#[derive(Debug, Args)]
pub(super) struct TodayArgs {
    /// The configuration file, of which the pool's rule, rebalancing and floor are used.
    config: PathBuf,
    /// What was observed: `date,price` or `date,value_mnkr,flow_mnkr`, by month-end or by day; `share` or `equities_mnkr`, and `equity_return` or
    /// `equity_price` beside it. The last row is now.
    #[arg(long, value_name = "CSV")]
    values: PathBuf,
    /// The pool; may be left out where one pool alone has the dynamic rule.
    #[arg(long, value_name = "NAME")]
    pool: Option<String>,
    /// The equity share held, 0.48 for 48 %; the file's last row if left out.
    #[arg(long, value_name = "X", value_parser = share)]
    share: Option<f64>,
    /// Market value now, in million kronor; the file's last row if left out.
    #[arg(long, value_name = "MNKR", value_parser = value)]
    value_mnkr: Option<f64>,
    /// Volatility a year of equities, for a pool that ties its stress to it; estimated from the file if left out.
    #[arg(long, value_name = "X", value_parser = volatility, conflicts_with = "stress")]
    volatility: Option<f64>,
    /// The worst loss of equities that is assumed, in place of the configuration's.
    #[arg(long, value_name = "X", value_parser = stress)]
    stress: Option<f64>,
    #[command(flatten)]
    certain: CertainArgs,
}

fn number(text: &str) -> Result<f64, String> {
    text.parse().map_err(|_| format!("found \"{text}\", allowed: a number, decimals with a point"))
}

fn share(text: &str) -> Result<f64, String> {
    Exposure::try_from(number(text)?).map(Exposure::get).map_err(|error| error.to_string())
}

/// In SEK.
fn value(text: &str) -> Result<f64, String> {
    match Mnkr::try_from(number(text)?).map_err(|error| error.to_string())?.amount().get() {
        sek if sek > 0.0 => Ok(sek),
        _ => Err(format!("found {text}, allowed: an amount above 0")),
    }
}

fn volatility(text: &str) -> Result<f64, String> {
    Deviation::try_from(number(text)?).map(Deviation::get).map_err(|error| error.to_string())
}

fn stress(text: &str) -> Result<f64, String> {
    Stress::try_from(number(text)?).map(Stress::get).map_err(|error| error.to_string())
}

impl TodayArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let file = ("--values", self.values.as_path(), values::MOST_MIB);
        let question = self.certain.question("today", &self.config, file)?;
        let name = self.values.display().to_string();
        let read = values::read(&name, &question.content).map_err(|problem| Failure::from(vec![problem]))?;
        let request = Request {
            pool: self.pool.clone(),
            share: self.share,
            value: self.value_mnkr,
            volatility: self.volatility,
            stress: self.stress,
        };
        let plan = &question.loaded.plan;
        let found = today(plan, &read, &request).map_err(|error| {
            Failure::Wrong(vec![match error {
                TodayError::NoValues { .. }
                | TodayError::NoStart { .. }
                | TodayError::NoRisk { .. }
                | TodayError::Nothing => {
                    format!("{name}: {error}")
                }
                TodayError::Lag { .. } => format!("{}: {error}", self.config.display()),
                _ => error.to_string(),
            }])
        })?;
        let out = self.certain.folder(&question, &[&found.pool, &found.date])?;
        let language = self.certain.lang;
        let charts =
            if plan.outputs.charts { vec![chart::today(&found, plan, &question.file, language)] } else { Vec::new() };
        let page = table::today::page(&found, plan, language, Style::Text);
        let said = match self.certain.format {
            Format::Table => page.clone(),
            Format::Markdown => table::today::page(&found, plan, language, Style::Markdown),
            Format::Json => json::pretty(&found),
            Format::Csv => String::from_utf8(csv::today::window(&found)).unwrap_or_default(),
        };
        let files = vec![
            OutputFile::new("today.json", json::pretty(&found)),
            OutputFile::new("today.txt", page),
            OutputFile::new("window.csv", csv::today::window(&found)),
        ];
        self.certain.answer(&question, &out, files, &charts, &said)
    }
}
