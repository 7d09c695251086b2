//! Means of amounts that cannot be negative, and of those that the plan makes zero.

use super::{Distribution, Estimate, PathFigure, Summariser};
use crate::units::BasisPoints;

impl Summariser<'_> {
    /// The mean of a path figure, none of which can be negative.
    pub(super) fn path_mean(&self, figure: PathFigure) -> Estimate {
        let moments = &self.sums.path[figure as usize];
        if self.is_zero(figure) { moments.mean() } else { moments.mean_of_amounts() }
    }

    /// The equity share after trading at a month-end, before one that is kept.
    pub(super) fn share_at(&self, month: usize) -> Distribution {
        let Some(place) = self.places.of_share(month) else {
            return Distribution { mean: Estimate::UNKNOWN, quantiles: indexmap::IndexMap::new() };
        };
        let share = self.distribution(&self.sums.share[place], &self.tally.share[place]);
        if self.holds_equities() { share } else { Distribution { mean: self.sums.share[place].mean(), ..share } }
    }

    /// Whether a figure is 0 on every path there could be, so that paths on which it was 0 leave no doubt.
    fn is_zero(&self, figure: PathFigure) -> bool {
        match figure {
            PathFigure::Share | PathFigure::Turnover => !self.holds_equities(),
            PathFigure::Cost => {
                !self.holds_equities() || self.pools().all(|pool| pool.rebalancing.cost == BasisPoints::ZERO)
            }
            PathFigure::Contributed => self.pools().all(|pool| pool.flows.contributions.is_empty()),
            PathFigure::Due | PathFigure::Unpaid => self.pools().all(|pool| pool.flows.payments.is_empty()),
            _ => false,
        }
    }

    /// Whether there can be equities at all: without, a share below the bound is no lock.
    pub(super) fn holds_equities(&self) -> bool {
        self.pools().any(|pool| !pool.equities.is_empty())
    }
}
