//! From counts and sums to estimates.

mod amounts;
mod region;

pub use region::{budget, region};

use indexmap::IndexMap;

use super::Estimate;
use super::correlation::explained;
use super::histogram::{Histogram, Rank};
use super::moments::Moments;
use super::probability::proportion;
use super::recorder::{Subject, observations_per_month};
use super::summary::{
    BreachSummary, ByYear, Densities, DepthSummary, Distribution, FallSummary, FlowSummary, LossSummary, MonthRow,
    PoolDetail, PoolSummary, RecoverySummary, ReturnSummary, RollOffSummary, ShareSummary, TradingSummary,
    UncertaintySummary,
};
use super::tally::{PathFigure, Places, Span, Sums, Tally};
use crate::numerics::{elementary, real};
use crate::plan::{FigureGroup, Floor, Plan, Pool};
use crate::units::percent_key;

/// The estimates of one subject.
pub struct Summariser<'a> {
    plan: &'a Plan,
    subject: Subject<'a>,
    tally: &'a Tally,
    sums: &'a Sums,
    spans: Vec<Span>,
    places: Places,
    /// The reported quantiles, with their ranks among all paths.
    ranks: Vec<(String, Rank)>,
}

impl<'a> Summariser<'a> {
    /// Of a pool, or of the total.
    #[must_use]
    pub fn new(plan: &'a Plan, subject: Subject<'a>, tally: &'a Tally, sums: &'a Sums) -> Self {
        let (spans, places) = (Span::all(plan), Places::new(plan));
        Self { plan, subject, tally, sums, spans, places, ranks: ranks(plan, tally.paths) }
    }

    fn wants(&self, group: FigureGroup) -> bool {
        self.plan.outputs.wants(group)
    }

    fn has_floor(&self) -> bool {
        self.subject.is_some_and(|pool| pool.floor != Floor::None)
    }

    fn by_year<T>(&self, at: impl Fn(usize) -> T) -> ByYear<T> {
        self.places.years().into_iter().map(|(key, month)| (key, at(month))).collect()
    }

    fn distribution(&self, moments: &Moments, histogram: &Histogram) -> Distribution {
        distribution(moments, histogram, &self.ranks)
    }

    /// The pool's figures.
    #[must_use]
    pub fn summary(&self) -> PoolSummary {
        let falls = self.wants(FigureGroup::Drawdown);
        PoolSummary {
            value: self.group(FigureGroup::Value, |month| self.value(month)),
            returns: self.returns(),
            loss: self.losses(),
            breach: (self.wants(FigureGroup::Breach) && self.has_floor()).then(|| self.breach()),
            drawdown_rolling: falls.then(|| self.fall(PathFigure::FallRolling, &self.tally.over_rolling)),
            drawdown_all_time: falls.then(|| self.fall(PathFigure::FallAllTime, &self.tally.over_all_time)),
            recovery: self.wants(FigureGroup::Recovery).then(|| self.recovery()),
            share: self.share(),
            floor: if self.has_floor() {
                self.group(FigureGroup::FloorByMonth, |month| self.floor(month))
            } else {
                ByYear::new()
            },
            trading: (self.wants(FigureGroup::Trading) && self.subject.is_some()).then(|| TradingSummary {
                turnover_per_year: self.path_mean(PathFigure::Turnover),
                cost_per_year: self.path_mean(PathFigure::Cost),
            }),
            roll_off: self.roll_off(),
            flows: self.flows(),
            parameter_uncertainty: self.parameter_uncertainty(),
        }
    }

    fn parameter_uncertainty(&self) -> Option<UncertaintySummary> {
        let causes = &self.sums.expected_returns;
        (!causes.is_empty()).then(|| {
            let share_of_variance = explained(causes);
            let share_of_width = share_of_variance.map(|share| 1.0 - (1.0 - share).max(0.0).sqrt());
            UncertaintySummary { share_of_variance, share_of_width }
        })
    }

    fn group<T>(&self, group: FigureGroup, at: impl Fn(usize) -> T) -> ByYear<T> {
        if self.wants(group) { self.by_year(at) } else { ByYear::new() }
    }

    /// The value at a month-end that is kept.
    fn value(&self, month: usize) -> Distribution {
        self.kept(month, &self.sums.value, &self.tally.value)
    }

    /// The floor at a month-end that is kept.
    fn floor(&self, month: usize) -> Distribution {
        self.kept(month, &self.sums.floor, &self.tally.floor)
    }

    fn kept(&self, month: usize, moments: &[Moments], histograms: &[Histogram]) -> Distribution {
        let unknown = || Distribution { mean: Estimate::UNKNOWN, quantiles: IndexMap::new() };
        self.places.of(month).map_or_else(unknown, |at| self.distribution(&moments[at], &histograms[at]))
    }

    fn returns(&self) -> ByYear<ReturnSummary> {
        if !self.wants(FigureGroup::Return) {
            return ByYear::new();
        }
        let expected = self.subject.and_then(|pool| pool.expected_return);
        let asked = |span: &Span| span.key == "horizon" || self.plan.outputs.return_years.contains(&(span.month / 12));
        let spans = self.spans.iter().enumerate().filter(|(_, span)| asked(span));
        spans
            .map(|(index, span)| {
                let annual = |moments: &Moments, histogram: &Histogram| {
                    let growth = self.distribution(moments, histogram);
                    Distribution { mean: moments.mean(), quantiles: annualised(growth.quantiles, span.years()) }
                };
                let summary = ReturnSummary {
                    nominal: annual(&self.sums.nominal[index], &self.tally.growth[index]),
                    real: annual(&self.sums.real[index], &self.tally.real_growth[index]),
                    p_below_expected: expected.map(|_| self.probability(self.tally.below_expected[index])),
                };
                (span.key.clone(), summary)
            })
            .collect()
    }

    fn losses(&self) -> ByYear<LossSummary> {
        if !self.wants(FigureGroup::Loss) {
            return ByYear::new();
        }
        let spans = self.spans.iter().enumerate().filter(|(_, span)| span.month == 12 || span.key == "horizon");
        let tail = |level| Rank::new(self.tally.paths, level);
        let (tail95, tail99) = (tail(0.05), tail(0.01));
        spans
            .map(|(index, span)| {
                let growth = &self.tally.growth[index];
                let summary = LossSummary {
                    p_loss: self.probability(self.tally.losses[index]),
                    var95: growth.quantile(tail95).loss(),
                    var99: growth.quantile(tail99).loss(),
                    es95: growth.tail_mean(0.05).loss(),
                    es99: growth.tail_mean(0.01).loss(),
                };
                (span.key.clone(), summary)
            })
            .collect()
    }

    fn breach(&self) -> BreachSummary {
        let depth = |figure: PathFigure| {
            let depths = &self.tally.path[figure as usize];
            let breached = depths.count();
            let q95 = if breached == 0 { Estimate::UNKNOWN } else { depths.quantile(Rank::new(breached, 0.95)) };
            DepthSummary { mean: self.path_mean(figure), q95 }
        };
        BreachSummary {
            ex_ante: self.by_year(|month| self.since_start(&self.tally.first_ex_ante, month)),
            ex_post: self.by_year(|month| self.since_start(&self.tally.first_ex_post, month)),
            below: self.by_year(|month| self.probability(self.tally.below[month])),
            episodes: self.path_mean(PathFigure::Episodes),
            months_below: self.path_mean(PathFigure::MonthsBelow),
            depth_ex_ante: depth(PathFigure::DepthExAnte),
            depth_ex_post: depth(PathFigure::DepthExPost),
        }
    }

    fn probability(&self, hits: u64) -> Estimate {
        probability_of(self.plan, hits, self.tally.paths)
    }

    /// Share of paths to which it has happened by a month.
    fn since_start(&self, first: &[u64], month: usize) -> Estimate {
        self.probability(first[..=month].iter().sum())
    }

    fn fall(&self, figure: PathFigure, over: &[u64]) -> FallSummary {
        let depth = self.distribution(&self.sums.path[figure as usize], &self.tally.path[figure as usize]);
        let thresholds = self.plan.outputs.falls.iter().zip(over);
        let p_over = thresholds
            .map(|(&fall, &over)| (format!("p_over_{}", percent_key(fall.get())), self.probability(over)))
            .collect();
        FallSummary { depth, p_over }
    }

    fn recovery(&self) -> RecoverySummary {
        let observations = &self.tally.path[PathFigure::Recovery as usize];
        let recovered = ranks(self.plan, observations.count());
        let months = 1.0 / real(observations_per_month(self.subject, self.plan.time));
        RecoverySummary {
            p_not_recovered: self.probability(self.tally.not_recovered),
            months: distribution(&self.sums.path[PathFigure::Recovery as usize], observations, &recovered)
                .scaled(months),
        }
    }

    fn share(&self) -> Option<ShareSummary> {
        (self.wants(FigureGroup::Share) || self.wants(FigureGroup::ShareByMonth)).then(|| ShareSummary {
            mean: self.path_mean(PathFigure::Share),
            cash_lock: self.holds_equities().then(|| self.path_mean(PathFigure::CashLock)),
            by_year: self.group(FigureGroup::ShareByMonth, |month| self.share_at(month - 1)),
        })
    }

    fn roll_off(&self) -> Option<RollOffSummary> {
        let pool = self.subject?;
        let jumps = pool.rule.is_dynamic() && pool.floor.follows_high();
        (self.wants(FigureGroup::RollOff) && jumps).then(|| RollOffSummary {
            p_jump: self.probability(self.tally.jumped),
            jumps_per_year: self.path_mean(PathFigure::Jumps),
            largest: self.distribution(
                &self.sums.path[PathFigure::LargestJump as usize],
                &self.tally.path[PathFigure::LargestJump as usize],
            ),
        })
    }

    /// The pools that the subject is made of.
    fn pools(&self) -> impl Iterator<Item = &Pool> {
        self.plan.pools.iter().filter(|pool| self.subject.is_none_or(|one| one.name == pool.name))
    }

    fn has_flows(&self) -> bool {
        self.wants(FigureGroup::Flows) && self.pools().any(|pool| !pool.flows.is_empty())
    }

    fn flows(&self) -> Option<FlowSummary> {
        self.has_flows().then(|| FlowSummary {
            contributed: self.path_mean(PathFigure::Contributed),
            due: self.path_mean(PathFigure::Due),
            unpaid: self.path_mean(PathFigure::Unpaid),
            p_unpaid: self.by_year(|month| self.since_start(&self.tally.first_unpaid, month)),
        })
    }

    /// The pool's months and distributions.
    #[must_use]
    pub fn detail(&self) -> PoolDetail {
        PoolDetail {
            months: (0..=self.plan.time.months).map(|month| self.month(month)).collect(),
            densities: self.densities(),
        }
    }

    fn month(&self, month: u32) -> MonthRow {
        let at = month as usize;
        let (breaches, kept) = (self.wants(FigureGroup::Breach) && self.has_floor(), self.places.of(at).is_some());
        MonthRow {
            month,
            value: (self.wants(FigureGroup::Value) && kept).then(|| self.value(at)),
            share: (self.wants(FigureGroup::ShareByMonth) && self.places.of_share(at).is_some())
                .then(|| self.share_at(at)),
            floor: (self.wants(FigureGroup::FloorByMonth) && self.has_floor() && kept).then(|| self.floor(at)),
            breached_ex_ante: breaches.then(|| self.since_start(&self.tally.first_ex_ante, at)),
            breached_ex_post: breaches.then(|| self.since_start(&self.tally.first_ex_post, at)),
            below: breaches.then(|| self.probability(self.tally.below[at])),
            unpaid: self.has_flows().then(|| self.since_start(&self.tally.first_unpaid, at)),
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
                    let place = self.places.of(span.month as usize)?;
                    Some((span.key.clone(), self.tally.value[place].clone()))
                })
                .collect(),
            growth: spans()
                .filter(|_| self.wants(FigureGroup::Return))
                .map(|(index, span)| (span.key.clone(), (span.years(), self.tally.growth[index].clone())))
                .collect(),
            drawdown_rolling: falls(PathFigure::FallRolling),
            drawdown_all_time: falls(PathFigure::FallAllTime),
        }
    }
}

/// The share of paths with so many hits; of a replay's one path what it is, since nothing was drawn.
fn probability_of(plan: &Plan, hits: u64, paths: u64) -> Estimate {
    if plan.market.law.is_one_path() {
        Estimate::normal(real(hits) / real(paths), 0.0)
    } else {
        proportion(hits, paths)
    }
}

fn ranks(plan: &Plan, paths: u64) -> Vec<(String, Rank)> {
    let levels = plan.outputs.quantiles.levels();
    levels.map(|level| (format!("q{}", percent_key(level)), Rank::new(paths, level))).collect()
}

fn distribution(moments: &Moments, histogram: &Histogram, ranks: &[(String, Rank)]) -> Distribution {
    let found = histogram.quantiles();
    let quantiles = ranks.iter().map(|(key, rank)| (key.clone(), found.at(*rank))).collect();
    Distribution { mean: moments.mean_of_amounts(), quantiles }
}

/// Growth factors over a span as returns a year: `G^(1/years) - 1`.
fn annualised(growth: IndexMap<String, Estimate>, years: f64) -> IndexMap<String, Estimate> {
    let annual = |factor: f64| elementary::pow(factor, 1.0 / years) - 1.0;
    growth.into_iter().map(|(key, estimate)| (key, estimate.map(annual))).collect()
}
