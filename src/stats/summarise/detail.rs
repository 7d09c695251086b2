//! A pool's month-ends, and its distributions for charts.

use super::Summariser;
use crate::plan::FigureGroup;
use crate::stats::figure::{PathFigure, PoolEvent};
use crate::stats::summary::{Densities, MonthRow, PoolDetail};

impl Summariser<'_> {
    /// The pool's months and distributions.
    #[must_use]
    pub fn detail(&self) -> PoolDetail {
        PoolDetail {
            months: (0..=self.plan.time.months()).map(|month| self.month(month)).collect(),
            densities: self.densities(),
        }
    }

    fn month(&self, month: u32) -> MonthRow {
        let at = month as usize;
        let (breaches, kept) =
            (self.wants(FigureGroup::Breach) && self.has_floor(), self.places.place_of(at).is_some());
        MonthRow {
            month,
            value: (self.wants(FigureGroup::Value) && kept).then(|| self.value(at)),
            share: (self.wants(FigureGroup::ShareByMonth) && self.places.of_share(at).is_some())
                .then(|| self.share_at(at)),
            floor: (self.wants(FigureGroup::FloorByMonth) && self.has_floor() && kept).then(|| self.floor(at)),
            breached_ex_ante: breaches.then(|| self.event(PoolEvent::BreachExAnte, at)),
            breached_ex_post: breaches.then(|| self.event(PoolEvent::BreachExPost, at)),
            below: breaches.then(|| self.event(PoolEvent::BelowFloor, at)),
            unpaid: self.has_flows().then(|| self.event(PoolEvent::PaymentMissed, at)),
        }
    }

    fn densities(&self) -> Densities {
        let spans = || self.spans.iter().enumerate();
        let falls =
            |figure: PathFigure| self.wants(FigureGroup::Drawdown).then(|| self.tally.path[figure as usize].clone());
        Densities {
            value: spans()
                .filter(|_| self.wants(FigureGroup::Value))
                .filter_map(|(_, span)| {
                    let place = self.places.place_of(span.month as usize)?;
                    Some((span.term, self.tally.value[place].clone()))
                })
                .collect(),
            growth: spans()
                .filter(|_| self.wants(FigureGroup::Return))
                .map(|(index, span)| (span.term, (span.years(), self.tally.growth[index].clone())))
                .collect(),
            drawdown_rolling: falls(PathFigure::FallRolling),
            drawdown_all_time: falls(PathFigure::FallAllTime),
        }
    }
}
