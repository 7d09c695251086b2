//! One number a path of the block that was written down last, for comparisons path by path.

use super::{PoolRecorder, Variable};
use crate::lanes::Lanes;
use crate::numerics::{elementary, real};
use crate::stats::figure::PathFigure;
use crate::stats::subject::observations_per_month;

impl PoolRecorder<'_> {
    /// The paths of the block that count.
    #[must_use]
    pub fn lanes(&self) -> usize {
        self.lanes
    }

    /// A variable of each path, before any scaling to a year; NaN where a path has none, as one without a breach has no
    /// depth.
    pub fn numbers(&self, variable: Variable, out: &mut [f64]) {
        let Some(kept) = &self.kept else { return out.fill(f64::NAN) };
        match variable {
            Variable::Value(place) => out.copy_from_slice(&kept.value[place]),
            Variable::Share(place) => out.copy_from_slice(&kept.share[place]),
            Variable::Floor(place) => out.copy_from_slice(&kept.floor[place]),
            Variable::Growth(span) => out.copy_from_slice(&kept.growth[span]),
            Variable::Nominal(span) => out.copy_from_slice(&kept.nominal[span]),
            Variable::Real(span) => out.copy_from_slice(&kept.real[span]),
            Variable::LogGrowth(span) => elementary::logarithms(&kept.growth[span], out),
            Variable::BreachAfterEmptied => {
                out.iter_mut()
                    .zip(self.facts.breaches_after_emptied())
                    .for_each(|(out, after)| *out = f64::from(after));
            }
            Variable::Event(event, month) => match (self.facts.first(event), self.places.place_of(month)) {
                (Some(first), _) => self.happened(first, month, out),
                (None, Some(place)) => out.copy_from_slice(&kept.states[event as usize][place]),
                (None, None) => out.fill(f64::NAN),
            },
            Variable::NotRecovered => each(&self.facts.regained, out, |at| f64::from(!at.is_finite())),
            Variable::Path(figure) => self.path(figure, out),
            Variable::Line(_) | Variable::RegionEvent(..) | Variable::Never(_) => out.fill(f64::NAN),
        }
    }

    /// Whether something had happened by a month: its first step is at most that.
    fn happened(&self, first: &Lanes, month: usize, out: &mut [f64]) {
        let last = real(month * self.plan.time.steps_per_month() as usize);
        each(first, out, |step| f64::from(step <= last));
    }

    /// A number of each path before any scaling; NaN where a path has none.
    pub(super) fn path(&self, figure: PathFigure, out: &mut [f64]) {
        let facts = &self.facts;
        let given = |x: f64| if x > 0.0 { x } else { f64::NAN };
        match figure {
            PathFigure::Episodes => out.copy_from_slice(&facts.episodes),
            PathFigure::MonthsBelow => out.copy_from_slice(&facts.below),
            PathFigure::DepthExAnte => each(&facts.deepest_ex_ante, out, given),
            PathFigure::DepthExPost => each(&facts.deepest_ex_post, out, given),
            PathFigure::FallRolling => each(&facts.least_of_rolling, out, |least| 1.0 - least),
            PathFigure::FallUnit if self.unit_high.is_some() => {
                each(&facts.least_of_unit, out, |least| 1.0 - least);
            }
            PathFigure::FallUnit => each(&facts.least_of_rolling, out, |least| 1.0 - least),
            PathFigure::FallAllTime => each(&facts.least_of_all_time, out, |least| 1.0 - least),
            PathFigure::Recovery => {
                let steps = f64::from(self.plan.time.steps_per_month())
                    / real(observations_per_month(self.subject, self.plan.time));
                for ((out, &regained), &peak) in out.iter_mut().zip(facts.regained.iter()).zip(facts.peak.iter()) {
                    *out = if regained.is_finite() { (regained - peak) / steps } else { f64::NAN };
                }
            }
            PathFigure::Share => out.copy_from_slice(&facts.share),
            PathFigure::CashLock => out.copy_from_slice(&facts.in_cash_lock),
            PathFigure::Turnover => out.copy_from_slice(&facts.turnover),
            PathFigure::Cost => out.copy_from_slice(&facts.cost),
            PathFigure::Jumps => out.copy_from_slice(&facts.jumps),
            PathFigure::LargestJump => out.copy_from_slice(&facts.largest_jump),
            PathFigure::PaymentsMissed => out.copy_from_slice(&facts.unpaid),
            PathFigure::Contributed => out.copy_from_slice(&facts.contributed),
            PathFigure::Due => out.copy_from_slice(&facts.due),
        }
    }
}

fn each(lanes: &Lanes, out: &mut [f64], of: impl Fn(f64) -> f64) {
    for (out, &x) in out.iter_mut().zip(lanes.iter()) {
        *out = of(x);
    }
}
