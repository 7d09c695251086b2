//! The end of a block: facts of its paths become counts and sums.

use super::{PoolRecorder, count};
use crate::lanes::LANES;
use crate::numerics::real;
use crate::plan::{FigureGroup, Floor};
use crate::stats::figure::{PathFigure, PoolEvent};
use crate::stats::moments::Moments;
use crate::stats::subject::observations_per_month;
use crate::stats::tally::PoolSums;
use crate::units::Share;

impl PoolRecorder<'_> {
    /// Ends the block: counts its paths, and gives the block's sums.
    pub fn end(&mut self) -> PoolSums {
        self.tally.paths += self.lanes as u64;
        let per_month = f64::from(self.plan.time.steps_per_month());
        for &figure in PathFigure::ALL {
            if self.counts(figure) {
                self.take_in(figure);
            }
        }
        if self.has_breaches() {
            self.count_first(PoolEvent::BreachExAnte, per_month);
            self.count_first(PoolEvent::BreachExPost, per_month);
            let after_emptied = self.facts.breaches_after_emptied().take(self.lanes);
            self.tally.breached_after_emptied += count(after_emptied.filter(|after| *after));
        }
        if self.wants(FigureGroup::Flows) {
            self.count_first(PoolEvent::PaymentMissed, per_month);
        }
        if self.can_be_emptied {
            self.count_first(PoolEvent::Emptied, per_month);
        }
        std::mem::replace(&mut self.sums, self.no_sums.clone())
    }

    fn has_breaches(&self) -> bool {
        self.wants(FigureGroup::Breach) && self.subject.is_some_and(|pool| pool.floor != Floor::None)
    }

    /// Whether a number of each path is counted.
    fn counts(&self, figure: PathFigure) -> bool {
        match figure {
            PathFigure::Episodes | PathFigure::MonthsBelow | PathFigure::DepthExAnte | PathFigure::DepthExPost => {
                self.has_breaches()
            }
            PathFigure::FallRolling | PathFigure::FallAllTime | PathFigure::FallUnit => {
                self.wants(FigureGroup::Drawdown) || self.wants(FigureGroup::Recovery)
            }
            PathFigure::Recovery => self.wants(FigureGroup::Recovery),
            PathFigure::Share | PathFigure::CashLock => {
                self.wants(FigureGroup::Share) || self.wants(FigureGroup::ShareByMonth)
            }
            PathFigure::Turnover | PathFigure::Cost => self.wants(FigureGroup::Trading),
            PathFigure::Jumps | PathFigure::LargestJump => self.wants(FigureGroup::RollOff),
            PathFigure::PaymentsMissed | PathFigure::Contributed | PathFigure::Due => self.wants(FigureGroup::Flows),
        }
    }

    /// Takes in a number of each path that has it.
    fn take_in(&mut self, figure: PathFigure) {
        let mut numbers = vec![0.0; LANES];
        self.path(figure, &mut numbers);
        numbers.truncate(self.lanes);
        // A path without a breach has no depth, one that has not recovered no months. Of another number NaN is an
        // overflow, which stays.
        if let PathFigure::DepthExAnte | PathFigure::DepthExPost | PathFigure::Recovery = figure {
            numbers.retain(|number| !number.is_nan());
        }
        self.scale(figure, &mut numbers);
        self.sums.path[figure as usize] = Moments::of(&numbers);
        match figure {
            PathFigure::FallRolling => count_over(&numbers, &self.plan.outputs.falls, &mut self.tally.over_rolling),
            PathFigure::FallAllTime => count_over(&numbers, &self.plan.outputs.falls, &mut self.tally.over_all_time),
            PathFigure::FallUnit => count_over(&numbers, &self.plan.outputs.falls, &mut self.tally.over_unit),
            PathFigure::Recovery => self.tally.not_recovered += (self.lanes - numbers.len()) as u64,
            PathFigure::DepthExAnte | PathFigure::DepthExPost | PathFigure::LargestJump => {}
            PathFigure::Jumps => {
                self.tally.jumped += count(numbers.iter().filter(|&&jumps| jumps > 0.0));
                return;
            }
            // Of the others the mean alone is wanted.
            PathFigure::Episodes
            | PathFigure::MonthsBelow
            | PathFigure::Share
            | PathFigure::CashLock
            | PathFigure::Turnover
            | PathFigure::Cost
            | PathFigure::PaymentsMissed
            | PathFigure::Contributed
            | PathFigure::Due => return,
        }
        self.tally.path[figure as usize].add(&numbers);
    }

    /// Scales sums over a path to the unit of their figure: months, a mean over steps, or so much a year.
    fn scale(&self, figure: PathFigure, numbers: &mut [f64]) {
        let time = self.plan.time;
        let scale: &dyn Fn(f64) -> f64 = match figure {
            PathFigure::MonthsBelow => &|below| below / real(observations_per_month(self.subject, time)),
            PathFigure::Share | PathFigure::CashLock => &|sum| sum * (1.0 / real(time.steps())),
            PathFigure::Turnover | PathFigure::Cost | PathFigure::Jumps => &|sum| sum * (1.0 / time.years()),
            PathFigure::Episodes
            | PathFigure::DepthExAnte
            | PathFigure::DepthExPost
            | PathFigure::FallRolling
            | PathFigure::FallAllTime
            | PathFigure::Recovery
            | PathFigure::LargestJump
            | PathFigure::PaymentsMissed
            | PathFigure::Contributed
            | PathFigure::Due
            | PathFigure::FallUnit => return,
        };
        for number in numbers {
            *number = scale(*number);
        }
    }

    /// Counts the paths by the month in which an event happened to them.
    fn count_first(&mut self, event: PoolEvent, per_month: f64) {
        let steps = self.facts.first(event).map_or(&[][..], |first| &first[..self.lanes]);
        for step in steps.iter().filter(|step| step.is_finite()) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a month of the run")]
            let month = (step / per_month).ceil() as usize;
            self.tally.events[event as usize][month] += 1;
        }
    }
}

/// Counts the falls that are over each threshold.
fn count_over(falls: &[f64], thresholds: &[Share], over: &mut [u64]) {
    for (over, threshold) in over.iter_mut().zip(thresholds) {
        *over += count(falls.iter().filter(|&&fall| fall > threshold.get()));
    }
}
