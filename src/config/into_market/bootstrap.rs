//! The stationary bootstrap, from its keys and a history.

mod block_length;

use ndarray::{Array2, s};

use crate::config::into_plan::Reader;
use crate::config::schema::{BlockLength, BootstrapConfig, Config, DrawnHistoryConfig, FromHistory};
use crate::numerics::real;
use crate::plan::{Bootstrap, History, RowChain};
use crate::texts::message;
use crate::units::{MONTHS_PER_YEAR, Month};

/// The least number of months that are drawn from.
const LEAST_MONTHS: usize = 10;
/// The least where months of the calendar stay together: two of each.
const LEAST_ALIGNED: usize = 24;
/// The least of which something is estimated: a volatility, a length of blocks.
const LEAST_TO_ESTIMATE: usize = 60;

impl Reader<'_> {
    pub(super) fn bootstrap(&mut self, config: &DrawnHistoryConfig, whole: &Config) -> Option<Bootstrap> {
        let blocks = &config.bootstrap;
        self.monthly(message!(the_model, model = "\"bootstrap\""), whole.time());
        if blocks.lambda.is_some() && !blocks.filtered {
            self.problem("market.bootstrap.lambda", message!(lambda_without_filtered), message!(filtered_or_no_lambda));
        }
        let history = self.history_file("market.file", &config.file)?;
        let history = self.cut("market.bootstrap", &history, (blocks.from, blocks.until))?;
        let mut columns = self.asset_columns(&whole.market.law, &history)?;
        if let Some(inflation) = &blocks.inflation_column {
            columns.push(self.column("market.bootstrap.inflation_column", inflation, &history)?);
        }
        let (first, log_growth) = self.joint_rows(blocks, &history, &columns)?;
        let (means, deviations) = centred(log_growth);
        let rows = self.chain(blocks, &deviations, alignment(blocks, whole.start.plus(1), first))?;
        let mut law = Bootstrap::new(first, means, deviations, rows)?;
        law.inflation = blocks.inflation_column.is_some();
        law.automatic = matches!(blocks.mean_block_months, BlockLength::FromHistory(_));
        law.lambda = blocks.effective_lambda();
        self.centre_history(config, &mut law)?;
        Some(law)
    }

    /// Log growth by (series, row), over the months in which all columns have values, and the first of them.
    fn joint_rows(
        &mut self,
        blocks: &BootstrapConfig,
        history: &History,
        columns: &[usize],
    ) -> Option<(Month, Array2<f64>)> {
        let key = "market.bootstrap";
        let whole = |row: usize| columns.iter().all(|&column| !history.values()[(row, column)].is_nan());
        let all = history.months().len();
        let bounds = (0..all).find(|&row| whole(row)).zip((0..all).rev().find(|&row| whole(row)));
        let Some((first, last)) = bounds else {
            self.problem(key, message!(no_joint_month), message!(some_joint_months));
            return None;
        };
        let (given_first, given_last) = (blocks.from.map(|_| 0), blocks.until.map(|_| all - 1));
        let (first, last) = (given_first.unwrap_or(first), given_last.unwrap_or(last));
        if let Some(row) = (first..=last).find(|&row| !whole(row)) {
            let missing = columns.iter().find(|&&column| history.values()[(row, column)].is_nan());
            let name = missing.map_or("", |&column| &history.columns()[column]);
            let found = message!(no_value_for, column = name, month = history.months()[row].to_string());
            self.problem(key, found, message!(months_without_a_gap));
            return None;
        }
        // Whole years, the latest ones.
        let count = last - first + 1;
        let count = if blocks.align_calendar_months { count - count % 12 } else { count };
        let estimated = blocks.filtered || matches!(blocks.mean_block_months, BlockLength::FromHistory(_));
        let least = match (estimated, blocks.align_calendar_months) {
            (true, _) => LEAST_TO_ESTIMATE,
            (false, true) => LEAST_ALIGNED,
            (false, false) => LEAST_MONTHS,
        };
        if count < least {
            self.problem(key, message!(joint_months, count), message!(at_least, number = least));
            return None;
        }
        let first = last + 1 - count;
        let growth = Array2::from_shape_fn((columns.len(), count), |(series, row)| {
            libm::log1p(history.values()[(first + row, columns[series])])
        });
        Some((history.months()[first], growth))
    }

    fn chain(
        &mut self,
        blocks: &BootstrapConfig,
        deviations: &Array2<f64>,
        aligned: Option<usize>,
    ) -> Option<RowChain> {
        let count = deviations.ncols();
        let months = match blocks.mean_block_months {
            BlockLength::Months(months) => months,
            BlockLength::FromHistory(FromHistory::Automatic) => {
                let lengths = deviations.rows().into_iter().map(|row| block_length::stationary(&row.to_vec()));
                lengths.fold(1.0, f64::max)
            }
        };
        // A block longer than the history would show each path all of it, in its order.
        let most = real(count);
        if months > most {
            let key = "market.bootstrap.mean_block_months";
            self.problem(key, months.to_string(), message!(most_block, count));
            return None;
        }
        RowChain::new(count, months, aligned)
    }

    /// Moves means to the expected returns of the assets that have one.
    fn centre_history(&mut self, config: &DrawnHistoryConfig, law: &mut Bootstrap) -> Option<()> {
        for (place, (name, asset)) in config.assets.iter().enumerate() {
            let Some(expected) = asset.law.expected_return else { continue };
            let (log, arithmetic) = self.expected_log(name, expected)?;
            let mean = if arithmetic {
                if law.lambda.is_some() {
                    let key = format!("market.assets.{name}.expected_return");
                    self.problem(&key, message!(filtered_arithmetic), "geometric");
                    return None;
                }
                let growth: Vec<f64> = law.deviations().slice(s![place, ..]).iter().map(|&x| libm::exp(x)).collect();
                log - libm::log(law.rows().mean_product(&growth, 12)) / MONTHS_PER_YEAR
            } else {
                log
            };
            law.set_mean(place, mean);
        }
        Some(())
    }
}

/// The place, modulo 12, of the rows of the run's first month.
fn alignment(blocks: &BootstrapConfig, run: Month, history: Month) -> Option<usize> {
    blocks.align_calendar_months.then(|| usize::try_from(run.months_since(history).rem_euclid(12)).unwrap_or(0))
}

/// The mean of each series, and deviations from it.
fn centred(mut log_growth: Array2<f64>) -> (Vec<f64>, Array2<f64>) {
    let means = log_growth.rows_mut().into_iter().map(|mut row| {
        let mean = row.iter().fold(0.0, |sum, x| sum + x) / real(row.len());
        row.iter_mut().for_each(|x| *x -= mean);
        mean
    });
    (means.collect(), log_growth)
}
