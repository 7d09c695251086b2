//! One path, month by month: what was seen, what was decided, what was traded, and why.

mod choose;
mod reasons;

use indexmap::IndexMap;
use serde::Serialize;

pub use choose::{Choice, MOST_MEDIAN, NotFound, choose};
pub use reasons::Reason;

use super::trace::trace;
use crate::plan::{Amounts, FigureGroup, Floor, Plan, Pool};
use crate::pool::floor;
use crate::stats::summary::PathTrace;
use crate::units::Month;

/// One path of one pool.
#[derive(Debug, Clone, Serialize)]
pub struct Explanation {
    /// Version of skans.
    pub skans: String,
    /// The run's name.
    pub name: String,
    /// Paths of the run.
    pub paths: u64,
    /// Seed of all random numbers.
    pub seed: u64,
    /// The pool's name.
    pub pool: String,
    /// How the path was chosen.
    pub choice: Choice,
    /// Its number in the run, from 0.
    pub path: u64,
    /// How to read the numbers.
    pub conventions: IndexMap<&'static str, &'static str>,
    /// The month-ends, the start among them.
    pub months: Vec<MonthSeen>,
}

/// A month-end of a path: the month that ends, what is observed then, and the trade that follows.
#[derive(Debug, Clone, Serialize)]
pub struct MonthSeen {
    /// Months since the start.
    pub month: u32,
    /// Its date.
    pub date: String,
    /// Unit price, 1 at the start.
    pub price: f64,
    /// Value, SEK.
    pub value: f64,
    /// What is observed, of which high and floor are: unit price, or SEK.
    pub observed: f64,
    /// Rolling high.
    pub high: f64,
    /// Floor of the day.
    pub floor: Option<f64>,
    /// Floor known at the observation before.
    pub known_floor: Option<f64>,
    /// `max(observed - floor, 0) / observed`.
    pub cushion: Option<f64>,
    /// Return of the equity leg over the month.
    pub equity_return: f64,
    /// Return of the fixed-income leg over the month.
    pub fixed_income_return: f64,
    /// Contribution received at the month-end, SEK.
    pub contribution: f64,
    /// Payment due at the month-end, SEK.
    pub payment: f64,
    /// Of it not paid, SEK.
    pub unpaid: f64,
    /// Received less paid by the region's rules at the month-end, beside the pool's own flows, SEK.
    pub region: f64,
    /// What is decided and traded; none at the horizon.
    pub decision: Option<Decision>,
    /// Why, in order.
    pub reasons: Vec<Reason>,
}

impl MonthSeen {
    /// What a unit's price is of what is observed: 1 but where the high is that of the market value.
    #[must_use]
    pub fn of_unit(&self) -> f64 {
        if self.observed > 0.0 { self.price / self.observed } else { 0.0 }
    }
}

/// What is decided and traded at a month-end.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Decision {
    /// Equities' stress that the rule reckons with.
    pub stress: Option<f64>,
    /// Equity share that the rule allows.
    pub allowed: f64,
    /// Equity share that a trade goes to: decided the lag before.
    pub due: f64,
    /// Equity share before trading.
    pub before: f64,
    /// Equity share after trading.
    pub share: f64,
    /// Change of the share by trading.
    pub traded: f64,
    /// Trading cost, SEK.
    pub cost: f64,
}

const CONVENTIONS: [(&str, &str); 7] = [
    ("path", "one path has no Monte Carlo error; numbers count from 0, as in charts and summary"),
    ("time", "a row is a month-end: returns and flows of the month up to it, then what is observed, then the trade"),
    ("amounts", "SEK, nominal; shares, returns and depths are fractions; a loss is a negative return"),
    (
        "region",
        "received less paid by the region's rules at the month-end, after the pool's own flows: pensions that it bears, contributions by rule, transfers of the buffer; 0 without a region",
    ),
    ("floor", "of the unit price (1 at the start), or of the value in SEK where the high is that of the market value"),
    ("ex_post", "below the floor of the day itself"),
    ("ex_ante", "below the floor known one observation earlier (a fixed floor: grown to the day)"),
];

/// A plan whose paths tell all that an explanation needs; no number of theirs changes.
fn telling(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    if !plan.outputs.wants(FigureGroup::RollOff) {
        plan.outputs.figures.push(FigureGroup::RollOff);
    }
    plan
}

/// The pool that is asked about where none is named: the first with the dynamic rule, else the first with a floor, else the first.
#[must_use]
pub fn default_pool(plan: &Plan) -> usize {
    let first = |is: fn(&Pool) -> bool| plan.pools.iter().position(is);
    let dynamic = first(|pool| pool.rule.is_dynamic());
    dynamic.or_else(|| first(|pool| pool.floor != Floor::None)).unwrap_or(0)
}

/// Explains a path of the pool at a place in the plan: the numbers are the run's, bit for bit.
#[must_use]
pub fn explain(plan: &Plan, place: usize, choice: Choice, path: u64) -> Explanation {
    let plan = telling(plan);
    let pool = &plan.pools[place];
    let trace = trace(&plan, &[path]).swap_remove(place).swap_remove(0);
    let months: Vec<MonthSeen> = (0..trace.price.len()).map(|month| seen(&plan, pool, &trace, month)).collect();
    Explanation {
        skans: env!("CARGO_PKG_VERSION").to_owned(),
        name: plan.name.clone(),
        paths: plan.paths,
        seed: plan.seed,
        pool: pool.name.clone(),
        choice,
        path,
        conventions: CONVENTIONS.into_iter().collect(),
        months: reasons::with_reasons(&plan, pool, &trace, months),
    }
}

/// A month-end of the run's, `months` after the start.
fn date(plan: &Plan, months: usize) -> Month {
    plan.month(u32::try_from(months).unwrap_or(u32::MAX))
}

fn seen(plan: &Plan, pool: &Pool, trace: &PathTrace, month: usize) -> MonthSeen {
    let observed = trace.observed(pool.high.of)[month];
    let floor = trace.floor.get(month).copied();
    let cushion = floor.map(|floor| floor::cushion(observed, floor));
    let amount = |amounts: &Amounts| {
        let step = month * plan.time.steps_per_month as usize;
        amounts.at(step).map_or(0.0, |[nominal, indexed]| nominal + indexed * trace.price_level[month])
    };
    MonthSeen {
        month: u32::try_from(month).unwrap_or(u32::MAX),
        date: date(plan, month).date().to_string(),
        price: trace.price[month],
        value: trace.value[month],
        observed,
        high: trace.high[month],
        floor,
        known_floor: trace.known_floor.get(month).copied(),
        cushion,
        equity_return: trace.equity_growth[month] - 1.0,
        fixed_income_return: trace.fixed_income_growth[month] - 1.0,
        contribution: amount(&pool.flows.contributions),
        payment: amount(&pool.flows.payments),
        unpaid: trace.unpaid[month],
        region: trace.region[month],
        decision: trace.share.get(month).map(|&share| Decision {
            stress: trace.stress.get(month).copied(),
            allowed: trace.target[month],
            due: trace.due[month],
            before: share - trace.traded[month],
            share,
            traded: trace.traded[month],
            cost: trace.cost[month],
        }),
        reasons: Vec::new(),
    }
}
