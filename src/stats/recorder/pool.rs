//! Writes down what happens to the paths of one pool, or of the total, as the engine steps through a block.

mod end;
mod kept;
mod numbers;
mod unit_high;

use kept::KeptNumbers;
use unit_high::UnitHigh;

use super::super::correlation::CoMoments;
use super::super::figure::PoolEvent;
use super::super::moments::Moments;
use super::super::path::{self, PathFacts};
use super::super::subject::{self, Subject, can_be_emptied, known_top};
use super::super::tally::{Places, PoolSums, PoolTally, Span, WorstPath};
use super::super::variable::Variable;
use crate::lanes::{LANES, Lanes};
use crate::market::MarketStep;
use crate::numerics::{elementary, less_rounding, real};
use crate::plan::{FigureGroup, HighOf, Plan};
use crate::pool::{Observed, Traded};

/// Prices and the market at an observation.
#[derive(Clone, Copy)]
pub struct Economy<'a> {
    /// Levels of consumer prices, 1 at the start, as of the month-end; one number a path.
    pub prices: &'a [f64],
    /// The market over the step that ends here; at the start nothing has happened.
    pub market: &'a MarketStep,
}

/// Writes down one subject's paths, block after block.
pub struct PoolRecorder<'a> {
    plan: &'a Plan,
    subject: Subject<'a>,
    spans: Vec<Span>,
    places: Places,
    facts: PathFacts,
    tally: PoolTally,
    sums: PoolSums,
    no_sums: PoolSums,
    wanted: [bool; FigureGroup::ALL.len()],
    /// Number of the block's first path.
    first_path: u64,
    /// Paths of the block that count: all but in the last block.
    lanes: usize,
    scratch: Lanes,
    /// Real growth of a unit.
    real: Lanes,
    unit_high: Option<UnitHigh>,
    can_be_emptied: bool,
    /// The block's numbers at month-ends and over spans, where they are compared path by path.
    kept: Option<KeptNumbers>,
}

impl<'a> PoolRecorder<'a> {
    /// A recorder that adds to an earlier tally; `keep` keeps each path's numbers for a comparison.
    #[must_use]
    pub fn new(plan: &'a Plan, subject: Subject<'a>, tally: PoolTally, keep: bool) -> Self {
        let (spans, places) = (Span::all(plan), Places::new(plan));
        Self {
            plan,
            subject,
            kept: keep.then(|| KeptNumbers::new(&places, spans.len())),
            spans,
            places,
            facts: PathFacts::new(),
            tally,
            sums: PoolSums::new(plan),
            no_sums: PoolSums::new(plan),
            wanted: FigureGroup::ALL.map(|group| plan.outputs.wants(group)),
            first_path: 0,
            lanes: LANES,
            scratch: Lanes::all(0.0),
            real: Lanes::all(0.0),
            unit_high: UnitHigh::beside_that_of(subject).filter(|_| plan.outputs.wants(FigureGroup::Drawdown)),
            can_be_emptied: can_be_emptied(plan, subject),
        }
    }

    fn wants(&self, group: FigureGroup) -> bool {
        self.wanted[group as usize]
    }

    /// Goes to the start of a block of paths, of which the first `lanes` count.
    pub fn begin(&mut self, first_path: u64, lanes: usize) {
        self.first_path = first_path;
        self.lanes = lanes;
        let (top, since) = self.subject.map_or((0.0, 0.0), |pool| known_top(pool, self.plan.time));
        let wanted = self.wanted;
        self.facts.begin(top, since, |group| wanted[group as usize]);
        if let Some((unit_high, pool)) = self.unit_high.as_mut().zip(self.subject) {
            unit_high.begin(pool.history.get());
        }
    }

    /// Writes down an observation, before trading.
    pub fn observed(&mut self, step: usize, seen: &Observed, economy: &Economy) {
        let month_end = self.plan.time.month_end(step);
        let every_step = self.subject.is_some_and(|pool| pool.high.every_step);
        if every_step || month_end.is_some() {
            self.observation(step, seen);
        }
        if let Some(month) = month_end {
            self.month_end(month, step, seen, economy);
        }
    }

    fn observation(&mut self, step: usize, seen: &Observed) {
        let time = real(step);
        if let Some(floored) = &seen.floor
            && step > 0
            && self.wants(FigureGroup::Breach)
        {
            self.facts.breach(seen.observed, floored, time);
        }
        if self.wants(FigureGroup::Recovery) {
            self.facts.fall_and_recovery(seen, time);
        } else if self.wants(FigureGroup::Drawdown) {
            self.facts.fall(seen);
        }
        if let Some(jump) = seen.jump {
            self.facts.jump(jump, self.plan.outputs.jump.get());
        }
    }

    fn month_end(&mut self, month: usize, step: usize, seen: &Observed, economy: &Economy) {
        if step == self.plan.time.steps() {
            for (path, &price) in (self.first_path..).zip(&seen.price[..self.lanes]) {
                self.tally.worst.merge(WorstPath { path, price });
            }
            self.expected_return_effects(seen.price, economy.market.expected_returns());
        }
        if let Some(unit_high) = &mut self.unit_high {
            self.facts.unit_fall(seen.price, unit_high.with(seen.price));
        }
        if self.can_be_emptied {
            self.facts.emptied(seen.value, real(step));
        }
        let place = self.places.place_of(month);
        if let Some(place) = place
            && self.wants(FigureGroup::Value)
        {
            self.value(place, seen.value);
        }
        if let Some(floored) = &seen.floor {
            if self.wants(FigureGroup::Breach) {
                self.below(PoolEvent::BelowFloor, month, seen.observed, floored.level);
            }
            if let Some(place) = place
                && self.wants(FigureGroup::FloorByMonth)
            {
                self.floor_in_sek(seen, floored.level);
                self.tally.floor[place].add(&self.scratch[..self.lanes]);
                self.sums.floor[place] = Moments::of(&self.scratch[..self.lanes]);
                if let Some(kept) = &mut self.kept {
                    kept.floor[place].copy_from_slice(&self.scratch);
                }
            }
        }
        if self.wants(FigureGroup::Flows) {
            self.facts.shortfall(seen.unpaid, real(step));
            for pool in subject::pools(self.plan, self.subject) {
                if let Some(amounts) = pool.flows.contributions.at(step) {
                    self.facts.contributed(amounts, economy.prices);
                }
                if let Some(amounts) = pool.flows.payments.at(step) {
                    self.facts.due(amounts, economy.prices);
                }
            }
        }
        for index in 0..self.spans.len() {
            if self.spans[index].month as usize == month {
                self.span(index, seen, economy.prices);
            }
        }
    }

    /// Values at a month-end that is kept.
    fn value(&mut self, place: usize, values: &[f64]) {
        let counted = &values[..self.lanes];
        self.tally.value[place].add(counted);
        self.sums.value[place] = Moments::of(counted);
        let amounts = &self.plan.outputs.values;
        for (hits, amount) in self.tally.at_least[place * amounts.len()..].iter_mut().zip(amounts) {
            *hits += counted.len() as u64 - count_under(counted, amount.amount().get());
        }
        if let Some(kept) = &mut self.kept {
            kept.value[place].copy_from_slice(values);
        }
    }

    /// Counts the paths with a number below its bound at a month-end.
    fn below(&mut self, event: PoolEvent, month: usize, numbers: &[f64], bounds: &[f64]) {
        let lanes = self.lanes;
        self.tally.events[event as usize][month] += path::count_below(&numbers[..lanes], &bounds[..lanes]);
        if let Some((kept, place)) = self.kept.as_mut().zip(self.places.place_of(month)) {
            path::mark_below(numbers, bounds, &mut kept.states[event as usize][place]);
        }
    }

    /// Takes in the co-moments of the unit's log growth to the horizon and the expected returns drawn.
    fn expected_return_effects(&mut self, price: &[f64], expected_returns: &[Lanes]) {
        elementary::logarithms(price, &mut self.scratch);
        let of = |drawn: &Lanes| CoMoments::of(&drawn[..self.lanes], &self.scratch[..self.lanes]);
        self.sums.expected_returns = expected_returns.iter().map(of).collect();
    }

    fn floor_in_sek(&mut self, seen: &Observed, level: &[f64]) {
        let of_price = self.subject.is_none_or(|pool| pool.high.of == HighOf::UnitPrice);
        for (lane, floor) in self.scratch.iter_mut().enumerate() {
            let worth = if seen.price[lane] > 0.0 { seen.value[lane] / seen.price[lane] } else { 0.0 };
            *floor = if of_price { level[lane] * worth } else { level[lane] };
        }
    }

    fn span(&mut self, index: usize, seen: &Observed, prices: &[f64]) {
        if !(self.wants(FigureGroup::Return) || self.wants(FigureGroup::Loss)) {
            return;
        }
        let years = self.spans[index].years();
        let price = &seen.price[..self.lanes];
        self.tally.growth[index].add(price);
        self.tally.losses[index] += count_under(price, 1.0);
        if let Some(expected) = self.subject.and_then(|pool| pool.expected_return) {
            self.tally.below_expected[index] += count_under(price, self.spans[index].growth_at(expected));
        }
        let (annual, real) = (&mut self.scratch[..self.lanes], &mut self.real[..self.lanes]);
        elementary::annual_returns(years, price, annual);
        self.sums.nominal[index] = Moments::of(annual);
        elementary::logarithms(price, annual);
        self.sums.log_growth[index] = Moments::of(annual);
        elementary::divide(price, &prices[..self.lanes], real);
        self.tally.real_growth[index].add(real);
        elementary::annual_returns(years, real, annual);
        self.sums.real[index] = Moments::of(annual);
        if let Some(kept) = &mut self.kept {
            kept.growth[index].copy_from_slice(seen.price);
            elementary::annual_returns(years, seen.price, &mut kept.nominal[index]);
            kept.real[index][..self.lanes].copy_from_slice(annual);
        }
    }

    /// Writes down the shares and trades of a step.
    pub fn traded(&mut self, step: usize, seen: &Traded) {
        if self.wants(FigureGroup::Trading)
            && let (Some(traded), Some(cost)) = (seen.traded, seen.cost)
        {
            self.facts.trade(traded, cost);
        }
        let by_month = self.wants(FigureGroup::ShareByMonth);
        if !by_month && !self.wants(FigureGroup::Share) {
            return;
        }
        let lock = self.plan.outputs.cash_lock.get();
        let share = if self.can_be_emptied {
            self.facts.share_of_money(seen.share, lock, &mut self.scratch)
        } else {
            self.facts.share(seen.share, lock);
            seen.share
        };
        if by_month && let Some(place) = self.plan.time.month_end(step).and_then(|month| self.places.of_share(month)) {
            self.tally.share[place].add(&share[..self.lanes]);
            self.sums.share[place] = Moments::of(&share[..self.lanes]);
            if let Some(kept) = &mut self.kept {
                kept.share[place].copy_from_slice(share);
            }
        }
    }

    /// The counts so far.
    pub fn tally_mut(&mut self) -> &mut PoolTally {
        &mut self.tally
    }

    /// The counts.
    #[must_use]
    pub fn into_tally(self) -> PoolTally {
        self.tally
    }
}

/// The number of prices under a bound, by more than rounding makes of a price at it.
fn count_under(prices: &[f64], bound: f64) -> u64 {
    let bound = less_rounding(bound);
    count(prices.iter().filter(|&&price| price < bound))
}

fn count<T>(of: impl Iterator<Item = T>) -> u64 {
    of.count() as u64
}
