//! A crisis in a simulated world, from its keys.

use ndarray::Array2;

use super::history::{GivenSpan, HISTORY};
use crate::config::into_plan::Reader;
use crate::config::schema::{Config, CrisisConfig, CrisisSource};
use crate::plan::{Crisis, CrisisStart, History, HistorySpan, MonthRange};
use crate::texts::message;
use crate::units::Month;

impl Reader<'_> {
    pub(super) fn crisis(&mut self, config: &CrisisConfig, whole: &Config, inflation: bool) -> Option<Crisis> {
        self.monthly("[market.crisis]", whole.time());
        let span: GivenSpan = (config.from, config.until);
        let (name, history) = match &config.source {
            CrisisSource::Name(name) => (name.as_str(), self.named_crisis("market.crisis.name", name)?),
            CrisisSource::File(file) => (HISTORY, self.history_file("market.crisis.file", file)?),
        };
        let history = self.cut("market.crisis", &history, span)?;
        let start = self.crisis_start(config, whole, history.months().len());
        let columns = self.crisis_columns(whole, &history)?;
        let at = |month: usize, column: Option<usize>| {
            column.map_or(f64::NAN, |column| 1.0 + history.values()[(month, column)])
        };
        let months = history.months().len();
        let growth = Array2::from_shape_fn((months, columns.len()), |(month, asset)| at(month, columns[asset]));
        let prices = match &config.inflation_column {
            Some(column) => {
                let key = "market.crisis.inflation_column";
                if !inflation {
                    self.problem(key, message!(crisis_inflation), "[market.inflation]");
                }
                Some(self.column(key, column, &history)?)
            }
            None => inflation.then(|| history.column(CrisisConfig::INFLATION)).flatten(),
        };
        let (first, last) = history.span()?;
        let source = HistorySpan { name: name.to_owned(), first, last };
        Crisis::new(source, growth, (0..months).map(|month| at(month, prices)).collect(), start?)
    }

    /// The column of each asset that has one: the one that it names, or the one of its name.
    fn crisis_columns(&mut self, whole: &Config, history: &History) -> Option<Vec<Option<usize>>> {
        let mut columns = Vec::new();
        let drawn = whole.market.law.has_own_history();
        for (name, asset) in whole.market.law.assets() {
            columns.push(match (asset.column, drawn) {
                // The column may be one of the history that the world is drawn from, and of no other.
                (Some(column), false) => Some(self.column(&format!("market.assets.{name}.column"), column, history)?),
                (column, _) => history.column(column.unwrap_or(name)),
            });
        }
        if columns.iter().all(Option::is_none) {
            let allowed = message!(crisis_columns, columns = history.columns().join(", "));
            self.problem("market.crisis", message!(crisis_no_columns), allowed);
            return None;
        }
        Some(columns)
    }

    fn crisis_start(&mut self, config: &CrisisConfig, whole: &Config, months: usize) -> Option<CrisisStart> {
        let (first, last) = (whole.start.plus(1), whole.start.plus(whole.horizon_months));
        let place = |month: Month| u32::try_from(month.months_since(first)).unwrap_or(0);
        let ends = [first, last].map(|month| month.to_string());
        if config.at == CrisisConfig::RANDOM {
            let fits = whole.horizon_months.saturating_sub(u32::try_from(months).unwrap_or(u32::MAX));
            let [from, until] = config.between.unwrap_or([first, first.plus(fits)]);
            if from < first || until > last || from > until {
                let found = message!(two_months, first = from.to_string(), last = until.to_string());
                let [first, last] = ends;
                self.problem("market.crisis.between", found, message!(two_months_of_the_run, first, last));
                return None;
            }
            return MonthRange::new(place(from), place(until)).map(CrisisStart::Random);
        }
        if config.between.is_some() {
            let key = "market.crisis.between";
            self.problem(key, message!(between_beside_a_month), message!(between_with_random));
        }
        match Month::try_from(config.at.clone()) {
            Ok(month) if (first..=last).contains(&month) => Some(CrisisStart::At(place(month))),
            _ => {
                let [first, last] = ends;
                let allowed = message!(random_or_a_month, first, last);
                self.problem("market.crisis.at", format!("\"{}\"", config.at), allowed);
                None
            }
        }
    }
}
