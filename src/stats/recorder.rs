//! Writes down what happens to the paths of one pool, or of the total, as the engine steps through a block.

use super::histogram::{Histogram, Scale};
use super::moments::Moments;
use super::path::PathFacts;
use super::tree::Merge;
use crate::elementary;
use crate::plan::{Figures, Floor, HighOf, Plan, Pool};
use crate::pool::{Observed, Traded};
use crate::random::LANES;

/// A span from the start over which growth is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// Its name in figures: `y5`, `horizon`.
    pub key: String,
    /// Its length in months.
    pub month: u32,
}

impl Span {
    /// The spans of a plan: the first year, the years asked for, and the horizon; each no longer than the horizon.
    #[must_use]
    pub fn all(plan: &Plan) -> Vec<Self> {
        let mut years = plan.outputs.return_years.clone();
        years.push(1);
        years.sort_unstable();
        years.dedup();
        let horizon = plan.time.months;
        let years = years.into_iter().filter(|year| year * 12 <= horizon);
        let mut spans: Vec<Self> = years.map(|year| Self { key: format!("y{year}"), month: year * 12 }).collect();
        spans.push(Self { key: "horizon".to_owned(), month: horizon });
        spans
    }

    /// Its length in years.
    #[must_use]
    pub fn years(&self) -> f64 {
        f64::from(self.month) / 12.0
    }
}

/// Whose paths are written down: a pool's, or the total's (`None`).
pub type Subject<'a> = Option<&'a Pool>;

/// A figure that each path has one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathFigure {
    /// Episodes below the floor.
    Episodes,
    /// Months below the floor.
    MonthsBelow,
    /// Deepest ex-ante breach, of paths that have one.
    DepthExAnte,
    /// Deepest ex-post breach, of paths that have one.
    DepthExPost,
    /// Deepest fall from the rolling high.
    FallRolling,
    /// Deepest fall from the all-time high.
    FallAllTime,
    /// Months to recovery, of paths that recover.
    Recovery,
    /// Mean equity share.
    Share,
    /// Share of time in cash-lock.
    CashLock,
    /// Turnover a year.
    Turnover,
    /// Trading cost a year.
    Cost,
    /// Roll-off jumps a year.
    Jumps,
    /// Largest roll-off jump.
    LargestJump,
    /// Payments that could not be made.
    Unpaid,
}

const PATH_FIGURES: usize = 14;

/// Integer counts of a recorder: they merge in any order.
#[derive(Debug, Clone)]
pub struct Tally {
    /// Paths seen.
    pub paths: u64,
    /// Value at each month-end.
    pub value: Vec<Histogram>,
    /// Equity share after trading at each month-end but the last.
    pub share: Vec<Histogram>,
    /// Floor at each month-end.
    pub floor: Vec<Histogram>,
    /// Paths below the floor at each month-end.
    pub below: Vec<u64>,
    /// Paths whose first ex-ante breach came in that month.
    pub first_ex_ante: Vec<u64>,
    /// Paths whose first ex-post breach came in that month.
    pub first_ex_post: Vec<u64>,
    /// Paths whose first unpaid payment came in that month.
    pub first_unpaid: Vec<u64>,
    /// Growth factor of a unit over each span.
    pub growth: Vec<Histogram>,
    /// Real growth factor of a unit over each span.
    pub real_growth: Vec<Histogram>,
    /// Paths that miss the expected return over each span.
    pub below_expected: Vec<u64>,
    /// Paths that lose over each span.
    pub losses: Vec<u64>,
    /// By path figure, where its distribution is wanted.
    pub path: Vec<Histogram>,
    /// Paths with a fall from the rolling high over each threshold.
    pub over_rolling: Vec<u64>,
    /// Paths with a fall from the all-time high over each threshold.
    pub over_all_time: Vec<u64>,
    /// Paths that do not regain the high before their deepest fall.
    pub not_recovered: u64,
    /// Paths with a roll-off jump.
    pub jumped: u64,
    /// The path that ends lowest.
    pub worst: Worst,
}

/// The path with the lowest unit price at the horizon, the first of equals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worst {
    /// Its number in the run.
    pub path: u64,
    /// Its unit price at the horizon.
    pub price: f64,
}

impl Worst {
    fn merge(&mut self, other: Self) {
        if (other.price, other.path) < (self.price, self.path) {
            *self = other;
        }
    }
}

impl Tally {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let months = plan.time.months as usize;
        let spans = Span::all(plan).len();
        let path_scale = |index| {
            if index == PathFigure::Recovery as usize { Scale::Linear { width: 1.0 } } else { Scale::BASIS_POINTS }
        };
        Self {
            paths: 0,
            value: vec![Histogram::new(Scale::Log); months + 1],
            share: vec![Histogram::new(Scale::BASIS_POINTS); months],
            floor: vec![Histogram::new(Scale::Log); months + 1],
            below: vec![0; months + 1],
            first_ex_ante: vec![0; months + 1],
            first_ex_post: vec![0; months + 1],
            first_unpaid: vec![0; months + 1],
            growth: vec![Histogram::new(Scale::Log); spans],
            real_growth: vec![Histogram::new(Scale::Log); spans],
            below_expected: vec![0; spans],
            losses: vec![0; spans],
            path: (0..PATH_FIGURES).map(|index| Histogram::new(path_scale(index))).collect(),
            over_rolling: vec![0; plan.outputs.falls.len()],
            over_all_time: vec![0; plan.outputs.falls.len()],
            not_recovered: 0,
            jumped: 0,
            worst: Worst { path: 0, price: f64::INFINITY },
        }
    }

    /// Takes in another part, in any order.
    pub fn merge(&mut self, other: &Self) {
        self.paths += other.paths;
        self.not_recovered += other.not_recovered;
        self.jumped += other.jumped;
        self.worst.merge(other.worst);
        for (mine, theirs) in [
            (&mut self.value, &other.value),
            (&mut self.share, &other.share),
            (&mut self.floor, &other.floor),
            (&mut self.growth, &other.growth),
            (&mut self.real_growth, &other.real_growth),
            (&mut self.path, &other.path),
        ] {
            mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| mine.merge(theirs));
        }
        for (mine, theirs) in [
            (&mut self.below, &other.below),
            (&mut self.first_ex_ante, &other.first_ex_ante),
            (&mut self.first_ex_post, &other.first_ex_post),
            (&mut self.first_unpaid, &other.first_unpaid),
            (&mut self.below_expected, &other.below_expected),
            (&mut self.losses, &other.losses),
            (&mut self.over_rolling, &other.over_rolling),
            (&mut self.over_all_time, &other.over_all_time),
        ] {
            mine.iter_mut().zip(theirs).for_each(|(mine, theirs)| *mine += theirs);
        }
    }
}

/// Sums of a recorder over one block or more: they merge in the order of blocks.
#[derive(Debug, Clone)]
pub struct Sums {
    /// Value at each month-end.
    pub value: Vec<Moments>,
    /// Equity share at each month-end but the last.
    pub share: Vec<Moments>,
    /// Floor at each month-end.
    pub floor: Vec<Moments>,
    /// Annualised nominal return over each span.
    pub nominal: Vec<Moments>,
    /// Annualised real return over each span.
    pub real: Vec<Moments>,
    /// By path figure.
    pub path: [Moments; PATH_FIGURES],
}

impl Sums {
    /// No sums yet.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let (months, spans) = (plan.time.months as usize, Span::all(plan).len());
        Self {
            value: vec![Moments::default(); months + 1],
            share: vec![Moments::default(); months],
            floor: vec![Moments::default(); months + 1],
            nominal: vec![Moments::default(); spans],
            real: vec![Moments::default(); spans],
            path: [Moments::default(); PATH_FIGURES],
        }
    }

    fn lists(&self) -> [&[Moments]; 6] {
        [&self.value, &self.share, &self.floor, &self.nominal, &self.real, &self.path]
    }
}

impl Merge for Sums {
    fn merge(&mut self, next: &Self) {
        let mine: [&mut [Moments]; 6] =
            [&mut self.value, &mut self.share, &mut self.floor, &mut self.nominal, &mut self.real, &mut self.path];
        for (mine, next) in mine.into_iter().zip(next.lists()) {
            mine.iter_mut().zip(next).for_each(|(mine, next)| mine.merge(next));
        }
    }
}

impl<T: Merge> Merge for Vec<T> {
    fn merge(&mut self, next: &Self) {
        self.iter_mut().zip(next).for_each(|(mine, next)| mine.merge(next));
    }
}

/// Writes down one subject's paths, block after block.
pub struct Recorder<'a> {
    plan: &'a Plan,
    subject: Subject<'a>,
    spans: Vec<Span>,
    facts: PathFacts,
    tally: Tally,
    sums: Sums,
    /// Number of the block's first path.
    first_path: u64,
    /// Paths of the block that count: all but in the last block.
    lanes: usize,
    scratch: Vec<f64>,
}

impl<'a> Recorder<'a> {
    /// For a pool, or the total.
    #[must_use]
    pub fn new(plan: &'a Plan, subject: Subject<'a>) -> Self {
        Self {
            plan,
            subject,
            spans: Span::all(plan),
            facts: PathFacts::new(),
            tally: Tally::new(plan),
            sums: Sums::new(plan),
            first_path: 0,
            lanes: LANES,
            scratch: vec![0.0; LANES],
        }
    }

    fn wants(&self, group: Figures) -> bool {
        self.plan.outputs.wants(group)
    }

    /// Goes to the start of a block of paths, of which the first `lanes` count.
    pub fn begin(&mut self, first_path: u64, lanes: usize) {
        self.first_path = first_path;
        self.lanes = lanes;
        self.sums = Sums::new(self.plan);
        let known = self.subject.map_or(0.0, |pool| {
            let opening = if pool.high.of == HighOf::UnitPrice { 1.0 } else { pool.opening_value };
            pool.history.iter().fold(0.0_f64, |top, &price| top.max(price)) * opening
        });
        self.facts.begin(known);
    }

    /// Writes down an observation, before trading.
    pub fn observed(&mut self, step: usize, seen: &Observed) {
        let month_end = self.plan.time.month_end(step);
        let every_step = self.subject.is_some_and(|pool| pool.high.every_step);
        if every_step || month_end.is_some() {
            self.observation(step, seen);
        }
        if let Some(month) = month_end {
            self.month_end(month, step, seen);
        }
    }

    fn observation(&mut self, step: usize, seen: &Observed) {
        let time = number(step);
        if let Some(floored) = &seen.floor
            && step > 0
            && self.wants(Figures::Breach)
        {
            self.facts.breach(floored, time);
        }
        if self.wants(Figures::Recovery) {
            self.facts.fall_and_recovery(seen, time);
        } else if self.wants(Figures::Drawdown) {
            self.facts.fall(seen);
        }
        if let Some(jump) = seen.jump {
            self.facts.jump(jump, self.plan.outputs.jump);
        }
    }

    fn month_end(&mut self, month: usize, step: usize, seen: &Observed) {
        if step == self.plan.time.steps() {
            for (path, &price) in (self.first_path..).zip(&seen.price[..self.lanes]) {
                self.tally.worst.merge(Worst { path, price });
            }
        }
        if self.wants(Figures::Value) {
            self.tally.value[month].add(&seen.value[..self.lanes]);
            self.sums.value[month] = Moments::of(&seen.value[..self.lanes]);
        }
        if let Some(floored) = &seen.floor {
            if self.wants(Figures::Breach) {
                let depth = &floored.depth_ex_post[..self.lanes];
                self.tally.below[month] += count(depth.iter().filter(|&&depth| depth > 0.0));
            }
            if self.wants(Figures::FloorByMonth) {
                self.floor_in_sek(seen, floored.level);
                self.tally.floor[month].add(&self.scratch[..self.lanes]);
                self.sums.floor[month] = Moments::of(&self.scratch[..self.lanes]);
            }
        }
        if self.wants(Figures::Flows) {
            self.facts.shortfall(seen.unpaid, number(step));
        }
        for index in 0..self.spans.len() {
            if self.spans[index].month as usize == month {
                self.span(index, seen);
            }
        }
    }

    fn floor_in_sek(&mut self, seen: &Observed, level: &[f64]) {
        let of_price = self.subject.is_none_or(|pool| pool.high.of == HighOf::UnitPrice);
        for (lane, floor) in self.scratch.iter_mut().enumerate() {
            let worth = if seen.price[lane] > 0.0 { seen.value[lane] / seen.price[lane] } else { 0.0 };
            *floor = if of_price { level[lane] * worth } else { level[lane] };
        }
    }

    fn span(&mut self, index: usize, seen: &Observed) {
        if !(self.wants(Figures::Return) || self.wants(Figures::Loss)) {
            return;
        }
        let years = self.spans[index].years();
        let price = &seen.price[..self.lanes];
        self.tally.growth[index].add(price);
        self.tally.losses[index] += count(price.iter().filter(|&&price| price < 1.0));
        if let Some(expected) = self.subject.and_then(|pool| pool.expected_return) {
            let bound = libm::pow(1.0 + expected, years);
            self.tally.below_expected[index] += count(price.iter().filter(|&&price| price < bound));
        }
        let deflator = libm::pow(1.0 + self.plan.inflation, years);
        let scratch = &mut self.scratch[..self.lanes];
        for (annual, &price) in scratch.iter_mut().zip(price) {
            *annual = elementary::pow(price, 1.0 / years) - 1.0;
        }
        self.sums.nominal[index] = Moments::of(scratch);
        for (annual, &price) in scratch.iter_mut().zip(price) {
            *annual = elementary::pow(price / deflator, 1.0 / years) - 1.0;
        }
        self.sums.real[index] = Moments::of(scratch);
        for (real, &price) in scratch.iter_mut().zip(price) {
            *real = price / deflator;
        }
        self.tally.real_growth[index].add(scratch);
    }

    /// Writes down the shares and trades of a step.
    pub fn traded(&mut self, step: usize, seen: &Traded) {
        if self.wants(Figures::Share) || self.wants(Figures::ShareByMonth) {
            self.facts.share(seen, self.plan.outputs.cash_lock);
        }
        if self.wants(Figures::Trading)
            && let (Some(traded), Some(cost)) = (seen.traded, seen.cost)
        {
            self.facts.trade(traded, cost);
        }
        if self.wants(Figures::ShareByMonth)
            && let Some(month) = self.plan.time.month_end(step)
        {
            self.tally.share[month].add(&seen.share[..self.lanes]);
            self.sums.share[month] = Moments::of(&seen.share[..self.lanes]);
        }
    }

    /// Ends the block: counts its paths, and gives the block's sums.
    pub fn end(&mut self) -> Sums {
        self.tally.paths += self.lanes as u64;
        let years = self.plan.time.years();
        let steps = number(self.plan.time.steps());
        let per_month = f64::from(self.plan.time.steps_per_month);
        let observations_per_month =
            if self.subject.is_some_and(|pool| pool.high.every_step) { per_month } else { 1.0 };
        if self.wants(Figures::Breach) && self.subject.is_some_and(|pool| pool.floor != Floor::None) {
            self.breaches(observations_per_month, per_month);
        }
        if self.wants(Figures::Drawdown) || self.wants(Figures::Recovery) {
            self.falls(per_month);
        }
        for (figure, facts, scale) in [
            (PathFigure::Share, &self.facts.share, 1.0 / steps),
            (PathFigure::CashLock, &self.facts.locked, 1.0 / steps),
            (PathFigure::Turnover, &self.facts.turnover, 1.0 / years),
            (PathFigure::Cost, &self.facts.cost, 1.0 / years),
            (PathFigure::Jumps, &self.facts.jumps, 1.0 / years),
            (PathFigure::Unpaid, &self.facts.unpaid, 1.0),
        ] {
            for (scaled, &fact) in self.scratch.iter_mut().zip(facts) {
                *scaled = fact * scale;
            }
            self.sums.path[figure as usize] = Moments::of(&self.scratch[..self.lanes]);
        }
        let largest = &self.facts.largest_jump[..self.lanes];
        self.sums.path[PathFigure::LargestJump as usize] = Moments::of(largest);
        self.tally.path[PathFigure::LargestJump as usize].add(largest);
        self.tally.jumped += count(self.facts.jumps[..self.lanes].iter().filter(|&&jumps| jumps > 0.0));
        by_month(&self.facts.first_unpaid[..self.lanes], per_month, &mut self.tally.first_unpaid);
        std::mem::replace(&mut self.sums, Sums::new(self.plan))
    }

    fn breaches(&mut self, observations_per_month: f64, per_month: f64) {
        let lanes = self.lanes;
        by_month(&self.facts.first_ex_ante[..lanes], per_month, &mut self.tally.first_ex_ante);
        by_month(&self.facts.first_ex_post[..lanes], per_month, &mut self.tally.first_ex_post);
        self.sums.path[PathFigure::Episodes as usize] = Moments::of(&self.facts.episodes[..lanes]);
        for (months, &below) in self.scratch.iter_mut().zip(&self.facts.below) {
            *months = below / observations_per_month;
        }
        self.sums.path[PathFigure::MonthsBelow as usize] = Moments::of(&self.scratch[..lanes]);
        for (figure, depths) in [
            (PathFigure::DepthExAnte, &self.facts.deepest_ex_ante),
            (PathFigure::DepthExPost, &self.facts.deepest_ex_post),
        ] {
            let breached: Vec<f64> = depths[..lanes].iter().copied().filter(|&depth| depth > 0.0).collect();
            self.sums.path[figure as usize] = Moments::of(&breached);
            self.tally.path[figure as usize].add(&breached);
        }
    }

    fn falls(&mut self, per_month: f64) {
        let lanes = self.lanes;
        for (figure, falls, over) in [
            (PathFigure::FallRolling, &self.facts.fall_rolling, &mut self.tally.over_rolling),
            (PathFigure::FallAllTime, &self.facts.fall_all_time, &mut self.tally.over_all_time),
        ] {
            self.sums.path[figure as usize] = Moments::of(&falls[..lanes]);
            self.tally.path[figure as usize].add(&falls[..lanes]);
            for (over, &threshold) in over.iter_mut().zip(&self.plan.outputs.falls) {
                *over += count(falls[..lanes].iter().filter(|&&fall| fall > threshold));
            }
        }
        if !self.wants(Figures::Recovery) {
            return;
        }
        let spans = self.facts.regained[..lanes].iter().zip(&self.facts.peak);
        let months: Vec<f64> = spans
            .filter(|(regained, _)| regained.is_finite())
            .map(|(regained, peak)| ((regained - peak) / per_month).max(0.0))
            .collect();
        self.tally.not_recovered += (lanes - months.len()) as u64;
        self.sums.path[PathFigure::Recovery as usize] = Moments::of(&months);
        self.tally.path[PathFigure::Recovery as usize].add(&months);
    }

    /// What was counted so far.
    #[must_use]
    pub fn tally(&self) -> &Tally {
        &self.tally
    }
}

/// Counts the paths by the month in which the step lies at which it happened to them.
fn by_month(first: &[f64], per_month: f64, counts: &mut [u64]) {
    for step in first.iter().filter(|step| step.is_finite()) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a month of the run")]
        let month = (step / per_month).ceil() as usize;
        counts[month] += 1;
    }
}

fn count<T>(of: impl Iterator<Item = T>) -> u64 {
    of.count() as u64
}

#[allow(clippy::cast_precision_loss, reason = "a step's number is below 2^52")]
fn number(step: usize) -> f64 {
    step as f64
}
