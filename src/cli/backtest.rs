//! `skans backtest`.

use std::path::PathBuf;

use clap::Args;
use indexmap::IndexMap;

use super::driver::Task;
use super::failure::Failure;
use super::input;
use super::options::{HindsightArgs, PoolArgs, RoleArgs, WorkArgs, key_value, month};
use crate::config::{Config, history};
use crate::plan::LeftOut;
use crate::report::answer::backtest::BacktestAnswer;
use crate::report::sources::Sources;
use crate::study::backtest::{self, BacktestError, BacktestRequest, LEAST_MONTHS};
use crate::study::pools::pool;
use crate::texts::Worded;
use crate::units::Month;

/// Arguments of `backtest`.
#[derive(Debug, Args)]
pub(super) struct BacktestArgs {
    /// The configuration file.
    config: PathBuf,
    /// The history: date,NAME,… by month; simple returns as fractions. May be gzipped.
    #[arg(long, value_name = "CSV")]
    history: PathBuf,
    #[command(flatten)]
    pool: PoolArgs,
    /// The history's column of an asset, where the configuration does not name it and it is not called as the asset is.
    /// May be repeated.
    #[arg(long = "column", value_name = "ASSET=COLUMN", value_parser = key_value)]
    columns: Vec<(String, String)>,
    #[command(flatten)]
    roles: RoleArgs,
    /// The month-end of the opening value, one start alone, told month by month; every possible start if left out.
    #[arg(long, value_name = "YYYY-MM", value_parser = month)]
    from: Option<Month>,
    /// How many months each start is followed, at least 12; to the end of the history if left out.
    #[arg(long, value_name = "N")]
    months: Option<u32>,
    #[command(flatten)]
    hindsight: HindsightArgs,
}

impl BacktestArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        input::each_once("--column", &self.columns)?;
        let kinds = self.roles.kinds()?;
        let mut loaded = self.hindsight.load(&self.config)?;
        let (name, file) = (self.history.display().to_string(), input::file_name(&self.history));
        let (input, content) = input::table(format!("--history {file}"), &self.history)?;
        loaded.inputs.push(input);
        let history = history::read(&name, &content, LEAST_MONTHS as usize, kinds)?;
        let request = self.request(&loaded.config);
        let left_out = backtest::check(&loaded.plan, &history, &request).map_err(|error| self.wrong(&error))?;
        loaded.notes.extend(history.notes().chain(left_out.iter().map(LeftOut::note)).map(|note| note.at(&file)));
        let plan = &loaded.plan;
        let pool = pool(plan, self.pool.pool.as_deref()).map_err(|error| self.wrong(&error.into()))?;
        let show = self.hindsight.show(WorkArgs::default());
        let task = Task::new("backtest", &plan.name, &[&pool.name], &show)?;
        task.answer(Sources::Config(&loaded), || {
            let found = backtest::backtest(plan, &history, &request).map_err(|error| self.wrong(&error))?;
            Ok(BacktestAnswer { found, plan, file: &file })
        })?;
        Ok(())
    }

    fn wrong(&self, error: &BacktestError) -> Failure {
        Failure::wrong(match error {
            BacktestError::NoColumn { .. } | BacktestError::TooShort { .. } => {
                error.message().at(self.history.display().to_string())
            }
            BacktestError::Steps { .. } => error.message().at(self.config.display().to_string()),
            BacktestError::Pool(_)
            | BacktestError::NoSuchAsset { .. }
            | BacktestError::Months { .. }
            | BacktestError::From { .. } => error.message(),
        })
    }

    fn request(&self, config: &Config) -> BacktestRequest {
        let own = config.market.law.assets().into_iter();
        let mut columns: IndexMap<String, String> =
            own.filter_map(|(name, asset)| Some((name.clone(), asset.column.cloned()?))).collect();
        columns.extend(self.columns.iter().cloned());
        BacktestRequest { pool: self.pool.pool.clone(), columns, from: self.from, months: self.months }
    }
}
