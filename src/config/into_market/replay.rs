//! A replay, from its keys and a history.

use ndarray::Array2;

use super::history::HISTORY;
use crate::config::into_plan::Reader;
use crate::config::schema::{Config, ReplayedHistoryConfig};
use crate::plan::{History, HistorySpan, Replay};
use crate::texts::message;
use crate::units::{MONTHS_PER_YEAR, Rate};

impl Reader<'_> {
    pub(super) fn replay(&mut self, config: &ReplayedHistoryConfig, whole: &Config) -> Option<Replay> {
        self.monthly(message!(the_model, model = "\"replay\""), whole.time());
        if whole.paths != 1 {
            self.problem("paths", whole.paths.to_string(), message!(replay_one_path));
        }
        let replayed = &config.replay;
        let (source, history) = self.replayed(config)?;
        let mut columns = self.asset_columns(&whole.market.law, &history)?;
        if let Some(inflation) = &replayed.inflation_column {
            columns.push(self.column("market.replay.inflation_column", inflation, &history)?);
        }
        let months = whole.time().steps();
        let known = |month: usize, column: usize| {
            let value = history.values().get((month, column)).copied().unwrap_or(f64::NAN);
            (!value.is_nan()).then_some(1.0 + value)
        };
        let filled: Vec<usize> =
            columns.iter().map(|&column| (0..months).filter(|&month| known(month, column).is_none()).count()).collect();
        let expected = self.expected_growth(config, whole.constant_inflation(), &filled)?;
        let growth = Array2::from_shape_fn((months, columns.len()), |(month, series)| {
            known(month, columns[series]).unwrap_or(expected[series])
        });
        Some(Replay::new(growth, expected).ok()?.of_history(source, filled))
    }

    /// The span that is replayed, and its months.
    fn replayed(&mut self, config: &ReplayedHistoryConfig) -> Option<(HistorySpan, History)> {
        let replayed = &config.replay;
        let span = (replayed.from, replayed.until);
        let (name, history) = match (&replayed.crisis, &config.file) {
            (Some(crisis), None) => (crisis.as_str(), self.named_crisis("market.replay.crisis", crisis)?),
            (None, Some(file)) => {
                if replayed.from.is_none() {
                    self.problem("market.replay", message!(replay_no_first), message!(replay_first));
                    return None;
                }
                (HISTORY, self.history_file("market.file", file)?)
            }
            (crisis, _) => {
                let found = if crisis.is_some() { message!(replay_both) } else { message!(replay_neither) };
                self.problem("market.replay", found, message!(replay_of));
                return None;
            }
        };
        let cut = self.cut("market.replay", &history, span)?;
        let (first, last) = cut.span()?;
        Some((HistorySpan { name: name.to_owned(), first, last }, cut))
    }

    /// The growth over a month of each asset, then of consumer prices, where history has none; NaN where nothing is
    /// expected and nothing needed.
    fn expected_growth(
        &mut self,
        config: &ReplayedHistoryConfig,
        inflation: Rate,
        filled: &[usize],
    ) -> Option<Vec<f64>> {
        let mut growth = Vec::new();
        for ((name, asset), &filled) in config.assets.iter().zip(filled) {
            growth.push(match asset.law.expected_return {
                // An arithmetic and a geometric return are the same for what does not vary.
                Some(expected) => libm::exp(self.expected_log(name, expected)?.0),
                None if filled == 0 => f64::NAN,
                None => {
                    let found = message!(replay_not_filled, months = filled);
                    let allowed = message!(replay_fill, example = "expected_return = { geometric = 0.05 }");
                    self.problem(&format!("market.assets.{name}"), found, allowed);
                    return None;
                }
            });
        }
        growth.push(libm::exp(libm::log1p(inflation.get()) / MONTHS_PER_YEAR));
        Some(growth)
    }
}
