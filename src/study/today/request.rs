//! The request, checked against the pool and its observations.

use crate::plan::{
    AllocationRule, EquityStress, Floor, HighOf, Plan, Pool, Rebalancing, RiskMeasure, TimeGrid, Values,
};
use crate::study::pools::{UnknownPool, pool};
use crate::texts::{Message, Worded, message};
use crate::units::{Day, Exposure, Month, Stress};

/// The request without the values.
#[derive(Debug, Clone, Default)]
pub struct TodayRequest {
    /// The pool; the only one with the dynamic rule (or the only one at all) if none is named.
    pub pool: Option<String>,
    /// The equity share held; the values' own if left out.
    pub share: Option<f64>,
    /// Market value, SEK; the values' own if left out.
    pub value: Option<f64>,
    /// Volatility a year of equities, in place of the one estimated.
    pub volatility: Option<f64>,
    /// Stress of equities, in place of the configuration's.
    pub stress: Option<f64>,
}

/// Why a pool cannot be told where it stands.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.message())]
pub enum TodayError {
    /// No pool, or several.
    Pool(#[from] UnknownPool),
    /// More equities than the rule can ever hold.
    Share {
        /// The pool.
        pool: String,
        /// The share.
        found: f64,
        /// The most that is allowed.
        most: f64,
    },
    /// There is nothing to hold the price against.
    NoFloor {
        /// The pool.
        pool: String,
    },
    /// The floor follows the value.
    NoValues {
        /// The pool.
        pool: String,
    },
    /// A fixed floor stands at the start.
    NoStart {
        /// The pool.
        pool: String,
        /// The configuration's start.
        start: Month,
    },
    /// The risk of equities is not known.
    NoRisk {
        /// The pool.
        pool: String,
    },
    /// A volatility where none is asked for.
    Volatility {
        /// The volatility.
        found: f64,
        /// The pool.
        pool: String,
        /// What its stress is.
        stress: StressKind,
    },
    /// A static rule has no stress.
    Static {
        /// The stress.
        found: f64,
        /// The pool.
        pool: String,
    },
    /// A stress out of range.
    Stress {
        /// The stress.
        found: f64,
        /// A little above the stress of fixed income.
        least: f64,
    },
    /// A lag between month-ends.
    Lag {
        /// The pool.
        pool: String,
        /// The lag.
        found: usize,
        /// Steps a month.
        per_month: usize,
    },
    /// No rows.
    Nothing,
}

impl Worded for TodayError {
    fn message(&self) -> Message {
        match self {
            Self::Pool(error) => error.message(),
            Self::Share { pool, found, most } => {
                message!(today_share, pool, found = found.to_string(), most = most.to_string())
            }
            Self::NoFloor { pool } => message!(today_no_floor, pool),
            Self::NoValues { pool } => message!(today_no_values, pool),
            Self::NoStart { pool, start } => message!(today_no_start, pool, start = start.to_string()),
            Self::NoRisk { pool } => message!(today_no_risk, pool),
            Self::Volatility { found, pool, stress } => {
                let why = match stress {
                    StressKind::None => message!(stress_is_none),
                    StressKind::Constant => message!(stress_is_constant),
                    StressKind::Quantile => message!(stress_is_quantile),
                };
                message!(today_volatility, found = found.to_string(), pool, why)
            }
            Self::Static { found, pool } => message!(today_static, found = found.to_string(), pool),
            Self::Stress { found, least } => {
                message!(today_stress_range, found = found.to_string(), least = least.to_string())
            }
            Self::Lag { pool, found, per_month } => message!(today_lag, pool, found = *found, months = *per_month),
            Self::Nothing => message!(today_nothing),
        }
    }
}

/// A pool's stress of equities that follows no volatility.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StressKind {
    /// A static rule has none.
    None,
    /// A number.
    Constant,
    /// A quantile of losses.
    Quantile,
}

/// A question that can be answered.
pub(super) struct TodayQuestion<'a> {
    /// The pool, its stress as asked for.
    pub(super) pool: Pool,
    pub(super) time: TimeGrid,
    pub(super) start: Month,
    pub(super) values: &'a Values,
    /// The rows that are observations.
    pub(super) rows: Vec<usize>,
    /// The pool's observations, by row.
    pub(super) observed: &'a [f64],
    /// The price at which a fixed floor's opening stands, else 1.
    pub(super) base: f64,
    pub(super) value: Option<f64>,
    pub(super) share: Option<f64>,
}

impl<'a> TodayQuestion<'a> {
    pub(super) fn new(plan: &Plan, values: &'a Values, request: &TodayRequest) -> Result<Self, TodayError> {
        let mut pool = pool(plan, request.pool.as_deref())?.clone();
        let name = pool.name.clone();
        if pool.floor == Floor::None {
            return Err(TodayError::NoFloor { pool: name });
        }
        let observed = match pool.high.of {
            HighOf::UnitPrice => values.price(),
            HighOf::MarketValue if values.value().is_empty() => return Err(TodayError::NoValues { pool: name }),
            HighOf::MarketValue => values.value(),
        };
        let per_month = plan.time.steps_per_month() as usize;
        if !pool.high.every_step && pool.lag % per_month != 0 {
            return Err(TodayError::Lag { pool: name, found: pool.lag, per_month });
        }
        pool.rule = rule(&pool, values, request)?;
        let mut rows = rows(values, pool.high.every_step);
        let mut base = 1.0;
        if let (Floor::Fixed { .. }, HighOf::UnitPrice) = (pool.floor, pool.high.of) {
            let start = rows.iter().position(|&row| values.days()[row].month() == plan.start);
            let start = start.ok_or(TodayError::NoStart { pool: name, start: plan.start })?;
            rows.drain(..start);
            base = observed[rows[0]];
        }
        let share = request.share.or(values.share().map(Exposure::get));
        let most = pool.rule.bounds()[1].get().max(1.0);
        if let Some(found) = share.filter(|share| *share > most) {
            return Err(TodayError::Share { pool: pool.name, found, most });
        }
        let value = request.value.or(values.value().last().copied());
        Ok(Self { pool, time: plan.time, start: plan.start, values, rows, observed, base, value, share })
    }

    /// Observations of a full window; none where it has no end, or where it is one of days.
    pub(super) fn full_window(&self) -> Option<usize> {
        self.pool.high.observations(self.time).filter(|_| !self.pool.high.every_step)
    }

    /// Observations between a decision and its trade.
    pub(super) fn lag(&self) -> usize {
        if self.pool.high.every_step { self.pool.lag } else { self.pool.lag / self.time.steps_per_month() as usize }
    }

    /// Steps from the start to a day, at its month's end.
    pub(super) fn step(&self, day: Day) -> usize {
        let months = usize::try_from(day.month().months_since(self.start)).unwrap_or(0);
        months * self.time.steps_per_month() as usize
    }

    /// Whether a day is one on which the pool is rebalanced.
    pub(super) fn rebalances(&self, day: Day, ends_month: bool) -> bool {
        let per_month = i64::from(self.time.steps_per_month());
        let Rebalancing { every_steps: Some(every), .. } = self.pool.rebalancing else { return false };
        let every = i64::try_from(every.get()).unwrap_or(i64::MAX);
        if every == 1 && (self.pool.high.every_step || per_month > 1) {
            return true;
        }
        ends_month && (day.month().months_since(self.start) * per_month).rem_euclid(every) == 0
    }

    /// Whether the last row is its month's end: of month-ends each row is.
    pub(super) fn now_ends_month(&self) -> bool {
        self.values
            .days()
            .last()
            .is_some_and(|day| (!self.values.is_daily() && day.days_left() < 7) || day.ends_month())
    }
}

/// The rows that are observations: all, or the last of each month, which the last of all is.
fn rows(values: &Values, every_step: bool) -> Vec<usize> {
    let month = |row: usize| values.days().get(row).map(|day| day.month());
    (0..values.days().len()).filter(|&row| every_step || month(row) != month(row + 1)).collect()
}

/// The pool's rule, its stress as asked for.
fn rule(pool: &Pool, values: &Values, request: &TodayRequest) -> Result<AllocationRule, TodayError> {
    let name = || pool.name.clone();
    let Some(rule) = pool.rule.dynamic() else {
        return match (request.stress, request.volatility) {
            (Some(found), _) => Err(TodayError::Static { found, pool: name() }),
            (None, Some(found)) => Err(TodayError::Volatility { found, pool: name(), stress: StressKind::None }),
            (None, None) => Ok(pool.rule),
        };
    };
    let too_low = |found| TodayError::Stress { found, least: rule.least_equity_stress() };
    let equity_stress = match (request.stress, request.volatility, rule.equity_stress()) {
        (Some(found), ..) => EquityStress::Constant(Stress::new(found).ok_or_else(|| too_low(found))?),
        (None, Some(found), EquityStress::Constant(_)) => {
            return Err(TodayError::Volatility { found, pool: name(), stress: StressKind::Constant });
        }
        (None, Some(found), EquityStress::Tied(tied)) => match tied.measure {
            RiskMeasure::Quantile { .. } => {
                return Err(TodayError::Volatility { found, pool: name(), stress: StressKind::Quantile });
            }
            RiskMeasure::Ewma { .. } | RiskMeasure::Rolling { .. } => EquityStress::Constant(tied.at(found)),
        },
        (None, None, EquityStress::Tied(_)) if values.equity_growth().is_empty() => {
            return Err(TodayError::NoRisk { pool: name() });
        }
        (None, None, own) => own,
    };
    let found = equity_stress.least().get();
    rule.with_equity_stress(equity_stress).map(AllocationRule::Dynamic).map_err(|_| too_low(found))
}
