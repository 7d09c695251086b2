//! The months in which history can be entered: those that all columns of the pool's assets have.

use std::ops::Range;

use indexmap::IndexMap;

use crate::plan::{History, LeftOut, Plan, Pool, SeriesKind};
use crate::study::pools::{UnknownPool, pool};
use crate::texts::{Message, Worded, message};
use crate::units::Month;
/// The request to history.
#[derive(Debug, Clone, Default)]
pub struct BacktestRequest {
    /// The pool; the only one with the dynamic rule (or the only one at all) if none is named.
    pub pool: Option<String>,
    /// The history's column of an asset, where it is not called as the asset is.
    pub columns: IndexMap<String, String>,
    /// The month-end of the opening value, `t = 0`; every possible one if none is named.
    pub from: Option<Month>,
    /// The months that each start is followed; to the end of the history if left out.
    pub months: Option<u32>,
}

/// Months that a start must leave before the history ends: a return a year over less than a year misleads.
pub const LEAST_MONTHS: u32 = 12;

/// Why a plan cannot be held against a history.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.message())]
pub enum BacktestError {
    /// No pool, or several.
    Pool(#[from] UnknownPool),
    /// History is monthly.
    Steps {
        /// The plan's steps a month.
        found: u32,
    },
    /// A column was named for what is no asset.
    NoSuchAsset {
        /// The name.
        found: String,
        /// The assets.
        allowed: String,
    },
    /// An asset has no column.
    NoColumn {
        /// The asset.
        asset: String,
        /// The column looked for.
        column: String,
        /// Columns of returns.
        allowed: String,
    },
    /// No months that all assets have.
    TooShort {
        /// The columns.
        columns: String,
        /// The months.
        found: usize,
    },
    /// A length that does not fit.
    Months {
        /// What was asked for.
        found: u32,
        /// The most.
        most: usize,
    },
    /// A start outside.
    From {
        /// What was asked for.
        found: Month,
        /// The first start.
        first: Month,
        /// The last one.
        last: Month,
    },
}

impl Worded for BacktestError {
    fn message(&self) -> Message {
        match self {
            Self::Pool(error) => error.message(),
            Self::Steps { found } => message!(backtest_steps, found = *found),
            Self::NoSuchAsset { found, allowed } => message!(backtest_no_asset, found, allowed),
            Self::NoColumn { asset, column, allowed } => message!(backtest_no_column, asset, column, allowed),
            Self::TooShort { columns, found } => {
                message!(backtest_too_short, columns, found = *found, least = LEAST_MONTHS)
            }
            Self::Months { found, most } => {
                message!(backtest_months, found = *found, least = LEAST_MONTHS, most = *most)
            }
            Self::From { found, first, last } => {
                let [found, first, last] = [found, first, last].map(ToString::to_string);
                message!(backtest_from, found, first, last)
            }
        }
    }
}

/// A pool and the part of a history that it can go through.
pub(super) struct PoolHistory<'a> {
    pub(super) pool: &'a Pool,
    pub(super) history: &'a History,
    /// By asset of the market: its column, where the pool holds it.
    pub(super) columns: Vec<Option<usize>>,
    /// The rows that all columns have.
    pub(super) rows: Range<usize>,
}

impl<'a> PoolHistory<'a> {
    pub(super) fn new(plan: &'a Plan, history: &'a History, request: &BacktestRequest) -> Result<Self, BacktestError> {
        let pool = pool(plan, request.pool.as_deref())?;
        if plan.time.steps_per_month() != 1 {
            return Err(BacktestError::Steps { found: plan.time.steps_per_month() });
        }
        let columns = columns(plan, pool, history, &request.columns)?;
        let held: Vec<usize> = columns.iter().flatten().copied().collect();
        let rows = history.joint_rows(&held);
        if rows.len() < LEAST_MONTHS as usize {
            let columns: Vec<&str> = held.iter().map(|&column| history.columns()[column].as_str()).collect();
            return Err(BacktestError::TooShort { columns: columns.join(", "), found: rows.len() });
        }
        Ok(Self { pool, history, columns, rows })
    }

    /// Every start asked for, with its months: the month-end before its first row, and how many rows follow.
    pub(super) fn starts(&self, request: &BacktestRequest) -> Result<Vec<(Month, u32)>, BacktestError> {
        let rows = self.rows.len();
        let wanted = request.months.unwrap_or(LEAST_MONTHS);
        if wanted < LEAST_MONTHS || wanted as usize > rows {
            return Err(BacktestError::Months { found: wanted, most: rows });
        }
        let first = self.history.months()[self.rows.start].minus(1);
        let all = (0_u32..).zip(0..=rows - wanted as usize).map(|(later, row)| {
            let left = u32::try_from(rows - row).unwrap_or(u32::MAX);
            (first.plus(later), request.months.unwrap_or(left))
        });
        let starts: Vec<(Month, u32)> = all.collect();
        let Some(from) = request.from else { return Ok(starts) };
        let last = starts.last().map_or(first, |(start, _)| *start);
        let found = starts.into_iter().find(|(start, _)| *start == from);
        found.map(|start| vec![start]).ok_or(BacktestError::From { found: from, first, last })
    }

    /// The row of the first return after a start.
    pub(super) fn first_row(&self, start: Month) -> usize {
        usize::try_from(start.plus(1).months_since(self.history.months()[0])).unwrap_or(0)
    }

    /// The months that are left out, since a column has no value beside them.
    pub(super) fn left_out(&self) -> Vec<LeftOut> {
        self.history.left_out(&self.columns.iter().flatten().copied().collect::<Vec<_>>())
    }

    /// The column's name of each asset held.
    pub(super) fn names(&self, plan: &Plan, history: &History) -> IndexMap<String, String> {
        let held = plan.market.assets.iter().zip(&self.columns);
        held.filter_map(|(asset, column)| Some((asset.name.clone(), history.columns()[(*column)?].clone()))).collect()
    }
}

fn columns(
    plan: &Plan,
    pool: &Pool,
    history: &History,
    named: &IndexMap<String, String>,
) -> Result<Vec<Option<usize>>, BacktestError> {
    let assets = &plan.market.assets;
    if let Some(unknown) = named.keys().find(|name| !assets.iter().any(|asset| asset.name == **name)) {
        let allowed = assets.iter().map(|asset| asset.name.as_str()).collect::<Vec<_>>().join(", ");
        return Err(BacktestError::NoSuchAsset { found: unknown.clone(), allowed });
    }
    let held =
        |asset: usize| pool.equities.weights().iter().chain(pool.fixed_income.weights()).any(|(own, _)| *own == asset);
    let of = |(place, asset): (usize, &crate::plan::Asset)| {
        if !held(place) {
            return Ok(None);
        }
        let column = named.get(&asset.name).unwrap_or(&asset.name);
        let found = history.column(column).filter(|column| history.kinds()[*column] != SeriesKind::Rate);
        found.map(Some).ok_or_else(|| {
            let columns = history.columns().iter().zip(history.kinds());
            let returns = columns.filter(|(_, kind)| **kind != SeriesKind::Rate).map(|(name, _)| name.as_str());
            BacktestError::NoColumn {
                asset: asset.name.clone(),
                column: column.clone(),
                allowed: returns.collect::<Vec<_>>().join(", "),
            }
        })
    };
    assets.iter().enumerate().map(of).collect()
}
