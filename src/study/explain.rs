//! One path, month by month: what was seen, what was decided, what was traded, and why.

mod choose;
mod month;
mod reason;
mod reasons;

use indexmap::IndexMap;
use serde::Serialize;

pub use choose::{Choice, MOST_MEDIAN, NotFound, choose};
pub use month::{Decision, MonthSeen};
pub use reason::Reason;

use month::date;

use super::conventions::{
    AMOUNTS_AND_FRACTIONS, EX_ANTE, EX_POST, FLOOR, MONTH, ONE_OF_THE_PATHS, REGION_OF_A_MONTH, listed,
};
use super::trace::trace;
use crate::plan::{Amounts, FigureGroup, Plan, Pool};
use crate::pool::floor;
use crate::stats::summary::{PathTrace, VERSION};

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
    pub conventions: IndexMap<String, String>,
    /// The month-ends, the start among them.
    pub months: Vec<MonthSeen>,
}

/// The plan with all numbers that an explanation needs. No number of its paths changes.
fn telling(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    if !plan.outputs.wants(FigureGroup::RollOff) {
        plan.outputs.figures.push(FigureGroup::RollOff);
    }
    plan
}

/// Explains a path of the pool at a place in the plan: the numbers are the run's, bit for bit.
#[must_use]
pub fn explain(plan: &Plan, place: usize, choice: Choice, path: u64) -> Explanation {
    let plan = telling(plan);
    let pool = &plan.pools[place];
    let trace = trace(&plan, &[path]).swap_remove(place).swap_remove(0);
    let months: Vec<MonthSeen> = (0..trace.price.len()).map(|month| seen(&plan, pool, &trace, month)).collect();
    Explanation {
        skans: VERSION.to_owned(),
        name: plan.name.clone(),
        paths: plan.paths(),
        seed: plan.seed,
        pool: pool.name.clone(),
        choice,
        path,
        conventions: listed([
            ONE_OF_THE_PATHS,
            MONTH,
            AMOUNTS_AND_FRACTIONS,
            REGION_OF_A_MONTH,
            FLOOR,
            EX_POST,
            EX_ANTE,
        ]),
        months: reasons::with_reasons(&plan, pool, &trace, months),
    }
}

fn seen(plan: &Plan, pool: &Pool, trace: &PathTrace, month: usize) -> MonthSeen {
    let observed = trace.observed(pool.high.of)[month];
    let floor = trace.floor.get(month).copied();
    let cushion = floor.map(|floor| floor::cushion(observed, floor));
    let amount = |amounts: &Amounts| {
        let step = month * plan.time.steps_per_month() as usize;
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
