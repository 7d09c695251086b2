//! Means of amounts that cannot be negative, and of those that the plan makes zero.

use super::{Distribution, Estimate, PathFigure, Summariser, can_be_emptied};
use crate::plan::{AfterBreach, Pool};
use crate::units::{BasisPoints, Exposure};

impl Summariser<'_> {
    /// The mean of a path figure, none of which can be negative.
    pub(super) fn path_mean(&self, figure: PathFigure) -> Estimate {
        let moments = &self.sums.path[figure as usize];
        if self.is_certain(figure) {
            return moments.mean();
        }
        match figure {
            PathFigure::Share if self.has_leverage() => moments.mean_of_amounts(),
            PathFigure::Share | PathFigure::CashLock => moments.mean_of_shares(),
            PathFigure::Episodes
            | PathFigure::MonthsBelow
            | PathFigure::DepthExAnte
            | PathFigure::DepthExPost
            | PathFigure::FallRolling
            | PathFigure::FallAllTime
            | PathFigure::Recovery
            | PathFigure::Turnover
            | PathFigure::Cost
            | PathFigure::Jumps
            | PathFigure::LargestJump
            | PathFigure::PaymentsMissed
            | PathFigure::Contributed
            | PathFigure::Due
            | PathFigure::FallUnit => moments.mean_of_amounts(),
        }
    }

    /// The equity share after trading at a month-end, before one that is kept.
    pub(super) fn share_at(&self, month: usize) -> Distribution {
        let Some(place) = self.places.of_share(month) else {
            return Distribution { mean: Estimate::UNKNOWN, quantiles: indexmap::IndexMap::new() };
        };
        let share = self.distribution(&self.sums.share[place], &self.tally.share[place]);
        let moments = &self.sums.share[place];
        let mean = match () {
            () if self.is_certain(PathFigure::Share) => moments.mean(),
            () if self.has_leverage() => moments.mean_of_amounts(),
            () => moments.mean_of_shares(),
        };
        Distribution { mean, ..share }
    }

    /// Whether the plan gives a figure the same number on every path there could be. Then paths on which it was 0, or a
    /// share 1, leave no doubt.
    fn is_certain(&self, figure: PathFigure) -> bool {
        match figure {
            PathFigure::Share => {
                let emptied = can_be_emptied(self.plan, self.subject);
                !self.holds_equities() || !emptied && self.pools().all(holds_nothing_else)
            }
            PathFigure::Turnover => !self.holds_equities(),
            PathFigure::Cost => {
                !self.holds_equities() || self.pools().all(|pool| pool.rebalancing.cost == BasisPoints::ZERO)
            }
            PathFigure::Contributed => self.pools().all(|pool| pool.flows.contributions.is_empty()),
            PathFigure::Due | PathFigure::PaymentsMissed => self.pools().all(|pool| pool.flows.payments.is_empty()),
            PathFigure::Episodes
            | PathFigure::MonthsBelow
            | PathFigure::DepthExAnte
            | PathFigure::DepthExPost
            | PathFigure::FallRolling
            | PathFigure::FallAllTime
            | PathFigure::Recovery
            | PathFigure::CashLock
            | PathFigure::Jumps
            | PathFigure::LargestJump
            | PathFigure::FallUnit => false,
        }
    }

    /// Whether values that are equal on all paths at a month-end may differ on one that has not come yet. A buffer that
    /// was filled on every path may lack money on another.
    pub(super) fn may_differ(&self, month: usize) -> bool {
        month > 0 && self.plan.region.is_some()
    }

    /// Whether there can be equities at all: without, a share below the bound is no lock.
    pub(super) fn holds_equities(&self) -> bool {
        self.pools().any(|pool| !pool.equities.is_empty())
    }

    /// Whether a share may be above 1.
    fn has_leverage(&self) -> bool {
        let opening = |pool: &Pool| pool.opening_share.map_or(0.0, Exposure::get);
        self.pools().any(|pool| pool.rule.bounds()[1].get() > 1.0 || opening(pool) > 1.0)
    }
}

/// Whether a pool holds equities alone, whatever comes.
fn holds_nothing_else(pool: &Pool) -> bool {
    let mut shares = pool.rule.bounds().into_iter().chain(pool.opening_share);
    shares.all(|share| share == Exposure::WHOLE) && pool.after_breach != AfterBreach::Locked
}
