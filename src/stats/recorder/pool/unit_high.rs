//! The high of a unit over 24 months, from which every subject's falls of a unit are measured.

use crate::lanes::Lanes;
use crate::plan::{High, HighOf, Pool};
use crate::pool::rolling_high::RollingHigh;
use crate::pool::total::TotalState;

/// The high of a unit at month-ends.
pub(super) struct UnitHigh {
    rolling: RollingHigh,
    high: Lanes,
}

impl UnitHigh {
    /// Room for a block of a pool with another high of its own. `None` where the pool's own high is this one, as the
    /// total's is.
    pub(super) fn beside_that_of(pool: Option<&Pool>) -> Option<Self> {
        const OWN: High = High {
            window_months: Some(TotalState::WINDOW_MONTHS),
            closed: true,
            every_step: false,
            of: HighOf::UnitPrice,
        };
        let other = pool.is_some_and(|pool| pool.high != OWN);
        other.then(|| Self { rolling: RollingHigh::new(Some(TotalState::WINDOW)), high: Lanes::all(0.0) })
    }

    /// Sees the month-ends before the start.
    pub(super) fn begin(&mut self, history: &[f64]) {
        self.rolling.begin(history.iter().copied(), 1);
    }

    /// The high with a month-end's prices.
    pub(super) fn with(&mut self, price: &[f64]) -> &[f64] {
        self.rolling.push(price, &mut self.high);
        &self.high
    }
}
