//! Estimates are made of counts and sums.

mod amounts;
mod detail;
mod distribution;
mod region;

pub use region::{budget, region};

use distribution::{deviation_with_the_unseen, distribution, mean_with_the_unseen, probability_of, ranks};
use indexmap::IndexMap;

use super::Estimate;
use super::correlation::explained;
use super::figure::{PathFigure, PoolEvent, PoolFigure, Quantile, Term};
use super::histogram::{Histogram, Rank};
use super::moments::Moments;
use super::subject::{self, Subject, can_be_emptied, observations_per_month};
use super::summary::{Distribution, PoolSummary};
use super::tally::{Places, PoolSums, PoolTally, Span};
use crate::numerics::{elementary, real};
use crate::plan::{FigureGroup, Floor, Plan, Pool};
use crate::units::{Millions, Percentage};

/// The estimates of one subject.
pub struct Summariser<'a> {
    plan: &'a Plan,
    subject: Subject<'a>,
    tally: &'a PoolTally,
    sums: &'a PoolSums,
    spans: Vec<Span>,
    places: Places,
    /// The reported quantiles, with their ranks among all paths.
    ranks: Vec<(Quantile, Rank)>,
}

impl<'a> Summariser<'a> {
    /// The estimates of a pool, or of the total.
    #[must_use]
    pub fn new(plan: &'a Plan, subject: Subject<'a>, tally: &'a PoolTally, sums: &'a PoolSums) -> Self {
        let (spans, places) = (Span::all(plan), Places::new(plan));
        Self { plan, subject, tally, sums, spans, places, ranks: ranks(plan, tally.paths) }
    }

    fn wants(&self, group: FigureGroup) -> bool {
        self.plan.outputs.wants(group)
    }

    fn has_floor(&self) -> bool {
        self.subject.is_some_and(|pool| pool.floor != Floor::None)
    }

    fn distribution(&self, moments: &Moments, histogram: &Histogram) -> Distribution {
        distribution(moments, histogram, &self.ranks)
    }

    /// The pool's figures.
    #[must_use]
    pub fn summary(&self) -> PoolSummary {
        let mut pool = PoolSummary::default();
        if self.wants(FigureGroup::Value) {
            self.values(&mut pool);
        }
        self.returns(&mut pool);
        self.losses(&mut pool);
        if self.wants(FigureGroup::Breach) && self.has_floor() {
            self.breaches(&mut pool);
        }
        if self.wants(FigureGroup::Drawdown) {
            self.falls(&mut pool);
        }
        if self.wants(FigureGroup::Recovery) {
            pool.insert(PoolFigure::NotRecovered, self.probability(self.tally.not_recovered));
            pool.insert_all(PoolFigure::RecoveryMonths, &self.recovery_months());
        }
        self.shares(&mut pool);
        if self.wants(FigureGroup::FloorByMonth) && self.has_floor() {
            for (term, month) in self.places.terms() {
                pool.insert_all(|statistic| PoolFigure::Floor(term, statistic), &self.floor(month));
            }
        }
        if self.wants(FigureGroup::Trading) && self.subject.is_some() {
            pool.insert(PoolFigure::Turnover, self.path_mean(PathFigure::Turnover));
            pool.insert(PoolFigure::TradingCost, self.path_mean(PathFigure::Cost));
        }
        self.roll_offs(&mut pool);
        if self.has_flows() {
            self.flows(&mut pool);
        }
        if self.wants(FigureGroup::Flows) && can_be_emptied(self.plan, self.subject) {
            self.events(&mut pool, PoolEvent::Emptied, PoolFigure::Emptied);
        }
        self.parameter_uncertainty(&mut pool);
        pool
    }

    fn parameter_uncertainty(&self, pool: &mut PoolSummary) {
        let causes = &self.sums.expected_returns;
        if !causes.is_empty() {
            let share_of_variance = explained(causes);
            let share_of_width = share_of_variance.map(|share| 1.0 - (1.0 - share).max(0.0).sqrt());
            pool.insert(PoolFigure::UncertaintyOfVariance, share_of_variance);
            pool.insert(PoolFigure::UncertaintyOfWidth, share_of_width);
        }
    }

    fn values(&self, pool: &mut PoolSummary) {
        let amounts = &self.plan.outputs.values;
        for (term, month) in self.places.terms() {
            pool.insert_all(|statistic| PoolFigure::Value(term, statistic), &self.value(month));
            let Some(place) = self.places.place_of(month) else { continue };
            let (moments, histogram) = (&self.sums.value[place], &self.tally.value[place]);
            let mean = moments.mean().value;
            let fourth = histogram.fourth_moment(mean, |values, out| out.copy_from_slice(values));
            let mut deviation = moments.deviation_with(fourth);
            if let Some([count, least]) = self.may_hide_emptied(month) {
                deviation = deviation_with_the_unseen(count, least, mean, deviation);
            }
            pool.insert(PoolFigure::ValueDeviation(term), deviation);
            for (amount, &hits) in amounts.iter().zip(&self.tally.at_least[place * amounts.len()..]) {
                let figure = PoolFigure::ValueAtLeast(term, Millions::of(amount.get()));
                pool.insert(figure, self.probability(hits));
            }
        }
    }

    /// The value at a month-end that is kept.
    fn value(&self, month: usize) -> Distribution {
        let found = self.kept(month, &self.sums.value, &self.tally.value);
        let Some([count, least]) = self.may_hide_emptied(month) else { return found };
        Distribution { mean: mean_with_the_unseen(count, least, found.mean), ..found }
    }

    /// The count and the least of the values at a month-end, where most paths have one value that none passes and
    /// another path may have an emptied pool.
    fn may_hide_emptied(&self, month: usize) -> Option<[f64; 2]> {
        let values = &self.tally.value[self.places.place_of(month)?];
        let may_hide = self.may_differ(month) && values.crowded_boundary().is_some();
        may_hide.then(|| [real(values.count()), values.least()])
    }

    /// The floor at a month-end that is kept.
    fn floor(&self, month: usize) -> Distribution {
        self.kept(month, &self.sums.floor, &self.tally.floor)
    }

    fn kept(&self, month: usize, moments: &[Moments], histograms: &[Histogram]) -> Distribution {
        let Some(at) = self.places.place_of(month) else {
            return Distribution { mean: Estimate::UNKNOWN, quantiles: IndexMap::new() };
        };
        let mut found = self.distribution(&moments[at], &histograms[at]);
        let all_equal = matches!(histograms[at].crowded_boundary(), Some((_, 0)));
        if all_equal && self.may_differ(month) {
            found.mean = Estimate::without_error(found.mean.value);
        }
        found
    }

    fn returns(&self, pool: &mut PoolSummary) {
        if !self.wants(FigureGroup::Return) {
            return;
        }
        let expected = self.subject.and_then(|pool| pool.expected_return);
        let asked =
            |span: &Span| span.term == Term::Horizon || self.plan.outputs.return_years.contains(&(span.month / 12));
        for (index, span) in self.spans.iter().enumerate().filter(|(_, span)| asked(span)) {
            let annual = |moments: &Moments, histogram: &Histogram| {
                let growth = self.distribution(moments, histogram);
                Distribution { mean: moments.mean(), quantiles: annualised(growth.quantiles, span.years()) }
            };
            let spread = |moments: &Moments, growth: &Histogram| {
                let of = |growth: &[f64], annual: &mut [f64]| elementary::annual_returns(span.years(), growth, annual);
                moments.deviation_with(growth.fourth_moment(moments.mean().value, of))
            };
            let (moments, growth) = (&self.sums.nominal[index], &self.tally.growth[index]);
            pool.insert_all(|statistic| PoolFigure::NominalReturn(span.term, statistic), &annual(moments, growth));
            pool.insert(PoolFigure::NominalDeviation(span.term), spread(moments, growth));
            let (moments, growth) = (&self.sums.real[index], &self.tally.real_growth[index]);
            pool.insert_all(|statistic| PoolFigure::RealReturn(span.term, statistic), &annual(moments, growth));
            pool.insert(PoolFigure::RealDeviation(span.term), spread(moments, growth));
            let log_growth = self.sums.log_growth[index].mean().scaled(1.0 / span.years());
            pool.insert(PoolFigure::LogGrowth(span.term), log_growth);
            if expected.is_some() {
                let below = self.probability(self.tally.below_expected[index]);
                pool.insert(PoolFigure::BelowExpected(span.term), below);
            }
        }
    }

    fn losses(&self, pool: &mut PoolSummary) {
        if !self.wants(FigureGroup::Loss) {
            return;
        }
        let tail = |level| Rank::new(self.tally.paths, level);
        let (tail95, tail99) = (tail(0.05), tail(0.01));
        for (index, span) in self.spans.iter().enumerate() {
            let (growth, term) = (&self.tally.growth[index], span.term);
            pool.insert(PoolFigure::Loss(term), self.probability(self.tally.losses[index]));
            pool.insert(PoolFigure::ValueAtRisk95(term), growth.quantile(tail95).loss());
            pool.insert(PoolFigure::ValueAtRisk99(term), growth.quantile(tail99).loss());
            pool.insert(PoolFigure::Shortfall95(term), growth.tail_mean(0.05).loss());
            pool.insert(PoolFigure::Shortfall99(term), growth.tail_mean(0.01).loss());
        }
    }

    fn breaches(&self, pool: &mut PoolSummary) {
        self.events(pool, PoolEvent::BreachExAnte, PoolFigure::BreachExAnte);
        self.events(pool, PoolEvent::BreachExPost, PoolFigure::BreachExPost);
        self.events(pool, PoolEvent::BelowFloor, PoolFigure::BelowFloor);
        pool.insert(PoolFigure::Episodes, self.path_mean(PathFigure::Episodes));
        pool.insert(PoolFigure::MonthsBelow, self.path_mean(PathFigure::MonthsBelow));
        pool.insert_all(PoolFigure::DepthExAnte, &self.depth(PathFigure::DepthExAnte));
        pool.insert_all(PoolFigure::DepthExPost, &self.depth(PathFigure::DepthExPost));
        if can_be_emptied(self.plan, self.subject) {
            pool.insert(PoolFigure::BreachAfterEmptied, self.probability(self.tally.breached_after_emptied));
        }
    }

    /// The depth of breaches over the paths that have one.
    fn depth(&self, figure: PathFigure) -> Distribution {
        let depths = &self.tally.path[figure as usize];
        let breached = depths.count();
        let q95 = if breached == 0 { Estimate::UNKNOWN } else { depths.quantile(Rank::new(breached, 0.95)) };
        Distribution { mean: self.path_mean(figure), quantiles: IndexMap::from([(Quantile::Q95, q95)]) }
    }

    fn probability(&self, hits: u64) -> Estimate {
        probability_of(self.plan, hits, self.tally.paths)
    }

    /// The probability of an event by the end of each term.
    fn events(&self, pool: &mut PoolSummary, event: PoolEvent, figure: fn(Term) -> PoolFigure) {
        for (term, month) in self.places.terms() {
            pool.insert(figure(term), self.event(event, month));
        }
    }

    /// The share of paths to which an event has happened by a month, or of which it is a state at its end.
    fn event(&self, event: PoolEvent, month: usize) -> Estimate {
        let counts = &self.tally.events[event as usize];
        self.probability(if event.is_state() { counts[month] } else { counts[..=month].iter().sum() })
    }

    fn falls(&self, pool: &mut PoolSummary) {
        let thresholds = || self.plan.outputs.falls.iter().map(|fall| Percentage::of(fall.get()));
        pool.insert_all(PoolFigure::RollingFall, &self.path_distribution(PathFigure::FallRolling));
        for (fall, &over) in thresholds().zip(&self.tally.over_rolling) {
            pool.insert(PoolFigure::RollingFallOver(fall), self.probability(over));
        }
        pool.insert_all(PoolFigure::AllTimeFall, &self.path_distribution(PathFigure::FallAllTime));
        for (fall, &over) in thresholds().zip(&self.tally.over_all_time) {
            pool.insert(PoolFigure::AllTimeFallOver(fall), self.probability(over));
        }
        pool.insert_all(PoolFigure::UnitFall, &self.path_distribution(PathFigure::FallUnit));
        for (fall, &over) in thresholds().zip(&self.tally.over_unit) {
            pool.insert(PoolFigure::UnitFallOver(fall), self.probability(over));
        }
    }

    fn path_distribution(&self, figure: PathFigure) -> Distribution {
        self.distribution(&self.sums.path[figure as usize], &self.tally.path[figure as usize])
    }

    fn recovery_months(&self) -> Distribution {
        let observations = &self.tally.path[PathFigure::Recovery as usize];
        let recovered = ranks(self.plan, observations.count());
        let months = 1.0 / real(observations_per_month(self.subject, self.plan.time));
        distribution(&self.sums.path[PathFigure::Recovery as usize], observations, &recovered).scaled(months)
    }

    fn shares(&self, pool: &mut PoolSummary) {
        let by_month = self.wants(FigureGroup::ShareByMonth);
        if !(self.wants(FigureGroup::Share) || by_month) {
            return;
        }
        pool.insert(PoolFigure::EquityShare, self.path_mean(PathFigure::Share));
        if self.holds_equities() {
            pool.insert(PoolFigure::CashLock, self.path_mean(PathFigure::CashLock));
        }
        for (term, month) in self.places.terms().into_iter().filter(|_| by_month) {
            pool.insert_all(|statistic| PoolFigure::EquityShareAt(term, statistic), &self.share_at(month - 1));
        }
    }

    fn roll_offs(&self, pool: &mut PoolSummary) {
        let possible = self.subject.is_some_and(|pool| pool.rule.is_dynamic() && pool.floor.follows_high());
        if self.wants(FigureGroup::RollOff) && possible {
            pool.insert(PoolFigure::RollOff, self.probability(self.tally.jumped));
            pool.insert(PoolFigure::RollOffsPerYear, self.path_mean(PathFigure::Jumps));
            pool.insert_all(PoolFigure::LargestRollOff, &self.path_distribution(PathFigure::LargestJump));
        }
    }

    /// The pools that the subject is made of.
    fn pools(&self) -> impl Iterator<Item = &Pool> {
        subject::pools(self.plan, self.subject)
    }

    fn has_flows(&self) -> bool {
        self.wants(FigureGroup::Flows) && self.pools().any(|pool| !pool.flows.is_empty())
    }

    fn flows(&self, pool: &mut PoolSummary) {
        pool.insert(PoolFigure::Contributions, self.path_mean(PathFigure::Contributed));
        pool.insert(PoolFigure::PaymentsDue, self.path_mean(PathFigure::Due));
        pool.insert(PoolFigure::PaymentsMissed, self.path_mean(PathFigure::PaymentsMissed));
        self.events(pool, PoolEvent::PaymentMissed, PoolFigure::PaymentMissed);
    }
}

/// Growth factors over a span as returns a year.
fn annualised(growth: IndexMap<Quantile, Estimate>, years: f64) -> IndexMap<Quantile, Estimate> {
    let annual = |growth: f64| elementary::annual_return(growth, years);
    growth.into_iter().map(|(key, estimate)| (key, estimate.map(annual))).collect()
}
