//! The pools' holdings at the start, and their acquisition cost.

use indexmap::IndexMap;
use serde::Serialize;

use super::error::StressError;
use crate::plan::{OpeningCost, Plan};
use crate::study::trace::trace;
use crate::units::{Amount, MNKR};

/// A pool's holdings at the start.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OpeningHoldings {
    /// Its equities.
    pub equities: Leg,
    /// Its fixed income.
    pub fixed_income: Leg,
}

/// A leg of a pool at the start.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Leg {
    /// Value, SEK.
    pub value: f64,
    /// Acquisition cost, SEK.
    pub cost: f64,
    /// Whether no cost is given, so that it is taken to be the value.
    pub cost_assumed: bool,
}

impl OpeningHoldings {
    /// Acquisition cost of both legs, SEK.
    #[must_use]
    pub fn cost(&self) -> f64 {
        self.equities.cost + self.fixed_income.cost
    }

    /// Value of both legs less their cost, SEK.
    #[must_use]
    pub fn surplus(&self) -> f64 {
        self.equities.value + self.fixed_income.value - self.cost()
    }

    /// Whether the cost of neither leg is given.
    #[must_use]
    pub const fn assumed(&self) -> bool {
        self.equities.cost_assumed && self.fixed_income.cost_assumed
    }
}

/// The pools' holdings at the start. `still` is the plan on any path.
///
/// # Errors
/// If a cost is given of a leg that is not held.
pub(super) fn opening(still: &Plan) -> Result<IndexMap<String, OpeningHoldings>, StressError> {
    let traces = trace(still, &[0]);
    let of = |(pool, traces): (&crate::plan::Pool, &Vec<crate::stats::summary::PathTrace>)| {
        let share = traces[0].share.first().copied().unwrap_or(0.0);
        let leg = |place: usize, key: &'static str, share: f64| {
            let (value, given) = (share * pool.opening_value.get(), pool.opening_cost[place]);
            match given {
                OpeningCost::Amount(cost) if cost > Amount::ZERO && value <= 0.0 => {
                    Err(StressError::NotHeld { pool: pool.name.clone(), leg: key, mnkr: cost.get() / MNKR })
                }
                _ => Ok(Leg { value, cost: given.cost_of_leg(value), cost_assumed: given == OpeningCost::VALUE }),
            }
        };
        let [equities, fixed_income] = [leg(0, "equities", share)?, leg(1, "fixed_income", 1.0 - share)?];
        Ok((pool.name.clone(), OpeningHoldings { equities, fixed_income }))
    };
    still.pools.iter().zip(&traces).map(of).collect()
}
