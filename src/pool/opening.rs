//! What the prices before the start leave to the first steps of a pool.

use super::exposure::Target;
use super::floor::is_below;
use super::floor_level::FloorLevel;
use super::rolling_high::RollingHigh;
use crate::lanes::Lanes;
use crate::plan::{AfterBreach, Pool, TimeGrid};

/// What a pool brings along from the prices before the start. The rule is followed there as it is after it, with the
/// opening estimate of the risk in equities. All paths share it. A floor that is given from the start on has no past.
pub(crate) struct Opening {
    /// Whether an ex-ante breach before the start, or at it, has locked the pool.
    pub is_locked: bool,
    /// The equity shares decided at the month-ends before the start, oldest first.
    decided: Vec<f64>,
    steps_per_month: usize,
}

impl Opening {
    /// What the history of a pool leaves to it.
    pub(crate) fn of(pool: &Pool, time: TimeGrid) -> Self {
        let mut opening =
            Self { is_locked: false, decided: Vec::new(), steps_per_month: time.steps_per_month() as usize };
        let locks = pool.after_breach == AfterBreach::Locked;
        if !pool.floor.follows_high() || !(locks || pool.lag > 0) {
            return opening;
        }
        let [mut observed, mut high] = [0.0; 2].map(Lanes::all);
        let [mut known, mut floor, mut share] = [0.0; 3].map(Lanes::all);
        let mut rolling = RollingHigh::new(pool.high.observations(time));
        let floor_level = FloorLevel::new(pool, time);
        let mut target = Target::new(pool, time);
        target.begin();
        let history = pool.observed_before();
        for (month, price) in history.clone().chain([pool.opening_observed()]).enumerate() {
            observed.fill(price);
            rolling.begin(history.clone().take(month), pool.high.observations_per_month(time));
            rolling.push(&observed, &mut high);
            std::mem::swap(&mut known, &mut floor);
            floor_level.update(0, &high, &mut known, &mut floor);
            opening.is_locked |= locks && is_below(price, known[0]);
            target.decide(&observed, &floor, &mut share);
            opening.decided.push(share[0]);
        }
        opening.decided.pop();
        if opening.is_locked {
            opening.decided.fill(0.0);
        }
        opening
    }

    /// The month-end before the start whose decision stands so many steps before it, counted back from the start. Where
    /// the history does not reach so far, it is the first one. None without a history.
    pub(crate) fn months_back(&self, steps: usize) -> Option<usize> {
        let months = steps.div_ceil(self.steps_per_month).min(self.decided.len());
        (months > 0).then_some(months)
    }

    /// The equity share decided so many steps before the start.
    pub(crate) fn decided(&self, steps: usize) -> Option<f64> {
        self.months_back(steps).map(|months| self.decided[self.decided.len() - months])
    }
}
