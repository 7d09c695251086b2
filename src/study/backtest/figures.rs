//! Figures of a path, and their spread over starts.

use serde::Serialize;

use crate::numerics::{elementary, mean, real};
use crate::plan::{Plan, Pool};
use crate::pool::floor::{depth, is_below};
use crate::pool::rolling_high::fall;
use crate::stats::summary::PathTrace;
use crate::units::{MONTHS_PER_YEAR, Month};

/// One start, followed.
#[derive(Debug, Clone, Serialize)]
pub struct FollowedStart {
    /// The month-end of the opening value, `t = 0`.
    pub start: Month,
    /// The last month-end.
    pub end: Month,
    /// Months from one to the other.
    pub months: u32,
    /// The pool under its rule.
    pub rule: PathFigures,
    /// A static mix with the rule's average share in the same months, at the same costs; none for a pool whose rule is
    /// static.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub static_mix: Option<PathFigures>,
}

impl FollowedStart {
    /// Return a year of the rule less that of the static mix: negative where the rule earned less.
    #[must_use]
    pub fn difference(&self) -> Option<f64> {
        self.static_mix.as_ref().map(|mix| self.rule.return_per_year - mix.return_per_year)
    }
}

/// The figures of one path.
#[derive(Debug, Clone, Serialize)]
pub struct PathFigures {
    /// Return a year of a unit, after fees and trading costs.
    pub return_per_year: f64,
    /// Deepest fall from the rolling high, a positive fraction of it.
    pub deepest_fall_rolling: f64,
    /// Deepest fall from the highest since the start.
    pub deepest_fall_all_time: f64,
    /// Months below the floor known the month before; none of a pool without a floor.
    pub breaches_ex_ante: Option<usize>,
    /// Months below the floor of the day.
    pub breaches_ex_post: Option<usize>,
    /// The deepest ex-post breach, a positive fraction of the floor; 0 for none.
    pub deepest_breach: Option<f64>,
    /// Months in cash-lock.
    pub months_in_cash_lock: usize,
    /// Mean equity share after trading.
    pub mean_share: f64,
    /// `Σ |Δw|` traded, a year.
    pub turnover_per_year: f64,
}

/// The spread of figures over the starts.
#[derive(Debug, Clone, Serialize)]
pub struct OverStarts {
    /// Starts.
    pub starts: usize,
    /// Starts with at least one ex-ante breach.
    pub with_breach_ex_ante: Option<usize>,
    /// Starts with at least one ex-post breach.
    pub with_breach_ex_post: Option<usize>,
    /// Return a year.
    pub return_per_year: StartSpread,
    /// Deepest fall from the rolling high.
    pub deepest_fall_rolling: StartSpread,
    /// Deepest fall from the highest since the start.
    pub deepest_fall_all_time: StartSpread,
    /// Months below the floor known the month before.
    pub breaches_ex_ante: Option<StartSpread>,
    /// Months below the floor of the day.
    pub breaches_ex_post: Option<StartSpread>,
    /// Months in cash-lock.
    pub months_in_cash_lock: StartSpread,
    /// Mean equity share.
    pub mean_share: StartSpread,
    /// Return a year of the static mix with the same mean share.
    pub static_return_per_year: Option<StartSpread>,
    /// Deepest fall of the static mix from its rolling high.
    pub static_deepest_fall_rolling: Option<StartSpread>,
    /// Return a year of the rule less that of the static mix.
    pub difference_to_static: Option<StartSpread>,
    /// Starts from which the rule earned less than the static mix.
    pub behind_static: Option<usize>,
}

/// Least, quartiles, greatest and mean of a figure over starts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct StartSpread {
    /// The least.
    pub min: f64,
    /// The lower quartile.
    pub q25: f64,
    /// The median.
    pub q50: f64,
    /// The upper quartile.
    pub q75: f64,
    /// The greatest.
    pub max: f64,
    /// The mean.
    pub mean: f64,
}

impl StartSpread {
    /// The spread of numbers that are not known; `null` in JSON.
    pub const UNKNOWN: Self =
        Self { min: f64::NAN, q25: f64::NAN, q50: f64::NAN, q75: f64::NAN, max: f64::NAN, mean: f64::NAN };

    /// The spread of some numbers; `None` of none.
    #[must_use]
    pub fn of(numbers: impl Iterator<Item = f64>) -> Option<Self> {
        let mut numbers: Vec<f64> = numbers.collect();
        numbers.sort_by(f64::total_cmp);
        let (&min, &max) = (numbers.first()?, numbers.last()?);
        let quarter = |quarters: usize| {
            let place = (numbers.len() - 1) * quarters;
            let (below, part) = (place / 4, 0.25 * real(place % 4));
            let above = numbers[(below + 1).min(numbers.len() - 1)];
            numbers[below] + part * (above - numbers[below])
        };
        Some(Self { min, q25: quarter(1), q50: quarter(2), q75: quarter(3), max, mean: mean(&numbers) })
    }
}

impl OverStarts {
    /// Summarises some starts; what none tells is unknown.
    pub(crate) fn new(starts: &[FollowedStart]) -> Self {
        let of = |figure: &dyn Fn(&FollowedStart) -> Option<f64>| StartSpread::of(starts.iter().filter_map(figure));
        let always = |figure: &dyn Fn(&PathFigures) -> f64| {
            of(&|start| Some(figure(&start.rule))).unwrap_or(StartSpread::UNKNOWN)
        };
        let some = |figure: &dyn Fn(&FollowedStart) -> Option<usize>| {
            let counts: Vec<usize> = starts.iter().filter_map(figure).collect();
            (!counts.is_empty()).then(|| counts.into_iter().filter(|count| *count > 0).count())
        };
        let behind: Vec<f64> = starts.iter().filter_map(FollowedStart::difference).collect();
        Self {
            starts: starts.len(),
            with_breach_ex_ante: some(&|start| start.rule.breaches_ex_ante),
            with_breach_ex_post: some(&|start| start.rule.breaches_ex_post),
            return_per_year: always(&|rule| rule.return_per_year),
            deepest_fall_rolling: always(&|rule| rule.deepest_fall_rolling),
            deepest_fall_all_time: always(&|rule| rule.deepest_fall_all_time),
            breaches_ex_ante: of(&|start| start.rule.breaches_ex_ante.map(real)),
            breaches_ex_post: of(&|start| start.rule.breaches_ex_post.map(real)),
            months_in_cash_lock: always(&|rule| real(rule.months_in_cash_lock)),
            mean_share: always(&|rule| rule.mean_share),
            static_return_per_year: of(&|start| Some(start.static_mix.as_ref()?.return_per_year)),
            static_deepest_fall_rolling: of(&|start| Some(start.static_mix.as_ref()?.deepest_fall_rolling)),
            difference_to_static: StartSpread::of(behind.iter().copied()),
            behind_static: (!behind.is_empty()).then(|| behind.iter().filter(|difference| **difference < 0.0).count()),
        }
    }
}

/// The figures of a path.
pub(super) fn figures(plan: &Plan, pool: &Pool, trace: &PathTrace) -> PathFigures {
    let months = trace.share.len();
    let observed = trace.observed(pool.high.of);
    let below = |floors: &[f64]| {
        let count = observed.iter().zip(floors).filter(|&(&observed, &floor)| is_below(observed, floor)).count();
        (!floors.is_empty()).then_some(count)
    };
    let deepest = |highs: &mut dyn Iterator<Item = f64>| {
        observed.iter().zip(highs).map(|(&observed, high)| fall(observed, high)).fold(0.0, f64::max)
    };
    let mut highest = 0.0_f64;
    let mut all_time = observed.iter().map(|&observed| {
        highest = highest.max(observed);
        highest
    });
    let years = real(months) / MONTHS_PER_YEAR;
    let last = trace.price.last().copied().unwrap_or(1.0);
    let traded = trace.traded.iter().fold(0.0, |sum, traded| sum + traded.abs());
    let depths = observed.iter().zip(&trace.floor).map(|(&observed, &floor)| depth(observed, floor));
    PathFigures {
        return_per_year: elementary::annual_return(last, years),
        deepest_fall_rolling: deepest(&mut trace.high.iter().copied()),
        deepest_fall_all_time: deepest(&mut all_time),
        breaches_ex_ante: below(&trace.known_floor),
        breaches_ex_post: below(&trace.floor),
        deepest_breach: (!trace.floor.is_empty()).then(|| depths.fold(0.0, f64::max)),
        months_in_cash_lock: trace.share.iter().filter(|share| **share < plan.outputs.cash_lock.get()).count(),
        mean_share: mean(&trace.share),
        turnover_per_year: traded / years,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_lie_between_ordered_starts() {
        let of = |numbers: &[f64]| StartSpread::of(numbers.iter().copied());
        let spread = StartSpread { min: 1.0, q25: 1.75, q50: 2.5, q75: 3.25, max: 4.0, mean: 2.5 };
        assert_eq!(of(&[4.0, 1.0, 3.0, 2.0]), Some(spread));
        assert_eq!(of(&[7.0]), Some(StartSpread { min: 7.0, q25: 7.0, q50: 7.0, q75: 7.0, max: 7.0, mean: 7.0 }));
        assert_eq!(of(&[]), None);
    }
}
