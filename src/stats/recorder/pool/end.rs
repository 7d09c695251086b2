//! The end of a block: facts of its paths become counts and sums.

use super::{PoolRecorder, count};
use crate::numerics::real;
use crate::plan::{FigureGroup, Floor};
use crate::stats::figure::{PathFigure, PoolEvent};
use crate::stats::moments::Moments;
use crate::stats::subject::observations_per_month;
use crate::stats::tally::PoolSums;

impl PoolRecorder<'_> {
    /// Ends the block: counts its paths, and gives the block's sums.
    pub fn end(&mut self) -> PoolSums {
        self.tally.paths += self.lanes as u64;
        let years = self.plan.time.years();
        let steps = real(self.plan.time.steps());
        let per_month = f64::from(self.plan.time.steps_per_month);
        let observations_per_month = real(observations_per_month(self.subject, self.plan.time));
        if self.wants(FigureGroup::Breach) && self.subject.is_some_and(|pool| pool.floor != Floor::None) {
            self.breaches(observations_per_month, per_month);
        }
        if self.wants(FigureGroup::Drawdown) || self.wants(FigureGroup::Recovery) {
            self.falls(per_month / observations_per_month);
        }
        self.means([1.0, 1.0 / steps, 1.0 / years]);
        if self.wants(FigureGroup::RollOff) {
            let largest = &self.facts.largest_jump[..self.lanes];
            self.sums.path[PathFigure::LargestJump as usize] = Moments::of(largest);
            self.tally.path[PathFigure::LargestJump as usize].add(largest);
            self.tally.jumped += count(self.facts.jumps[..self.lanes].iter().filter(|&&jumps| jumps > 0.0));
        }
        if self.wants(FigureGroup::Flows) {
            self.count_first(PoolEvent::PaymentMissed, per_month);
        }
        if self.can_be_emptied {
            self.count_first(PoolEvent::Emptied, per_month);
        }
        std::mem::replace(&mut self.sums, self.no_sums.clone())
    }

    /// Figures of which the mean alone is wanted: whole, a step, a year.
    fn means(&mut self, [whole, a_step, a_year]: [f64; 3]) {
        let share = self.wants(FigureGroup::Share) || self.wants(FigureGroup::ShareByMonth);
        let [trading, roll_off, flows] =
            [FigureGroup::Trading, FigureGroup::RollOff, FigureGroup::Flows].map(|of| self.wants(of));
        for (wanted, figure, facts, scale) in [
            (share, PathFigure::Share, &self.facts.share, a_step),
            (share, PathFigure::CashLock, &self.facts.in_cash_lock, a_step),
            (trading, PathFigure::Turnover, &self.facts.turnover, a_year),
            (trading, PathFigure::Cost, &self.facts.cost, a_year),
            (roll_off, PathFigure::Jumps, &self.facts.jumps, a_year),
            (flows, PathFigure::Unpaid, &self.facts.unpaid, whole),
            (flows, PathFigure::Contributed, &self.facts.contributed, whole),
            (flows, PathFigure::Due, &self.facts.due, whole),
        ] {
            if wanted {
                self.scratch.iter_mut().zip(facts.iter()).for_each(|(scaled, fact)| *scaled = fact * scale);
                self.sums.path[figure as usize] = Moments::of(&self.scratch[..self.lanes]);
            }
        }
    }

    fn breaches(&mut self, observations_per_month: f64, per_month: f64) {
        let lanes = self.lanes;
        self.count_first(PoolEvent::BreachExAnte, per_month);
        self.count_first(PoolEvent::BreachExPost, per_month);
        let after_emptied = self.facts.breaches_after_emptied().take(lanes);
        self.tally.breached_after_emptied += count(after_emptied.filter(|after| *after));
        self.sums.path[PathFigure::Episodes as usize] = Moments::of(&self.facts.episodes[..lanes]);
        for (months, &below) in self.scratch.iter_mut().zip(self.facts.below.iter()) {
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

    /// Falls, and recoveries, in observations of so many steps each.
    fn falls(&mut self, steps: f64) {
        let lanes = self.lanes;
        let least_of_unit =
            if self.unit_high.is_some() { &self.facts.least_of_unit } else { &self.facts.least_of_rolling };
        for (figure, least, over) in [
            (PathFigure::FallRolling, &self.facts.least_of_rolling, &mut self.tally.over_rolling),
            (PathFigure::FallAllTime, &self.facts.least_of_all_time, &mut self.tally.over_all_time),
            (PathFigure::FallUnit, least_of_unit, &mut self.tally.over_unit),
        ] {
            let falls = &mut self.scratch[..lanes];
            for (fall, ratio) in falls.iter_mut().zip(least.iter()) {
                *fall = 1.0 - ratio;
            }
            self.sums.path[figure as usize] = Moments::of(falls);
            self.tally.path[figure as usize].add(falls);
            for (over, &threshold) in over.iter_mut().zip(&self.plan.outputs.falls) {
                *over += count(falls.iter().filter(|&&fall| fall > threshold.get()));
            }
        }
        if !self.wants(FigureGroup::Recovery) {
            return;
        }
        let spans = self.facts.regained[..lanes].iter().zip(self.facts.peak.iter());
        let observations: Vec<f64> = spans
            .filter(|(regained, _)| regained.is_finite())
            .map(|(regained, peak)| (regained - peak) / steps)
            .collect();
        self.tally.not_recovered += (lanes - observations.len()) as u64;
        self.sums.path[PathFigure::Recovery as usize] = Moments::of(&observations);
        self.tally.path[PathFigure::Recovery as usize].add(&observations);
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
