//! Why the share is what it is: the facts of a month-end that decide it.

use super::month::{Decision, MonthSeen, date};
use super::reason::Reason;
use crate::plan::{AfterBreach, Plan, Pool};
use crate::pool::exposure;
use crate::pool::floor::{depth, is_below};
use crate::pool::opening::Opening;
use crate::stats::summary::PathTrace;
use crate::units::{Exposure, Month, Share};

/// Shares nearer to each other than this are the same.
const SAME: f64 = 1e-9;

/// Net amounts up to this are what rounding leaves of amounts that cancel, SEK.
const ROUNDING: f64 = 1.0;

/// Writes the reasons of each month-end down.
pub fn with_reasons(plan: &Plan, pool: &Pool, trace: &PathTrace, mut months: Vec<MonthSeen>) -> Vec<MonthSeen> {
    let opening = Opening::of(pool, plan.time);
    let mut locked_since = None;
    for month in 0..months.len() {
        let now = &months[month];
        let ex_ante = month > 0 && now.known_floor.is_some_and(|floor| is_below(now.observed, floor));
        if ex_ante && locked_since.is_none() {
            locked_since = Some(month);
        }
        let of_month = MonthReasons { plan, pool, trace, opening: &opening, months: &months, month, locked_since };
        let mut reasons = of_month.state();
        if let Some(decision) = now.decision {
            reasons.extend(of_month.trade(&decision));
            reasons.extend(of_month.rule(&decision));
        }
        months[month].reasons = reasons;
    }
    months
}

/// The reasons of one month-end of a path.
struct MonthReasons<'a> {
    plan: &'a Plan,
    pool: &'a Pool,
    trace: &'a PathTrace,
    /// What the prices before the start left.
    opening: &'a Opening,
    months: &'a [MonthSeen],
    month: usize,
    /// The month-end of the first ex-ante breach so far.
    locked_since: Option<usize>,
}

impl MonthReasons<'_> {
    fn now(&self) -> &MonthSeen {
        &self.months[self.month]
    }

    fn before(&self) -> Option<&MonthSeen> {
        self.month.checked_sub(1).map(|before| &self.months[before])
    }

    fn date(&self, month: usize) -> String {
        date(self.plan, month).to_string()
    }

    /// The month-end so many months before the start.
    fn date_before(&self, months: usize) -> Option<Month> {
        let ordinal = self.plan.start.ordinal() - i64::try_from(months).ok()?;
        let year = i16::try_from(ordinal.div_euclid(12)).ok()?;
        Month::new(year, i8::try_from(ordinal.rem_euclid(12)).ok()? + 1)
    }

    /// The events of the pool at the month-end.
    fn state(&self) -> Vec<Reason> {
        let now = self.now();
        let mut reasons = Vec::new();
        let depth =
            |floor: Option<f64>| floor.filter(|_| self.month > 0).map_or(0.0, |floor| depth(now.observed, floor));
        let (ex_post, ex_ante) = (depth(now.floor), depth(now.known_floor));
        if ex_post > 0.0 || ex_ante > 0.0 {
            reasons.push(Reason::Below { ex_post, ex_ante });
        }
        reasons.extend(self.high_left());
        let flows = [
            (now.contribution, Reason::Received { amount: now.contribution }),
            (now.payment - now.unpaid, Reason::Paid { amount: now.payment - now.unpaid }),
            (now.unpaid, Reason::Unpaid { amount: now.unpaid }),
        ];
        reasons.extend(flows.into_iter().filter(|(amount, _)| *amount > 0.0).map(|(_, reason)| reason));
        if now.region.abs() > ROUNDING {
            reasons.push(Reason::Region { net: now.region });
        }
        reasons
    }

    /// An old high has left the window, where the high has fallen.
    fn high_left(&self) -> Option<Reason> {
        let (before, now) = (self.before()?, self.now());
        now.floor?;
        if now.high >= before.high {
            return None;
        }
        let same = |observed: f64| observed.to_bits() == before.high.to_bits();
        let seen = (0..self.month).rev().find(|&month| same(self.months[month].observed));
        let opening = self.pool.opening_observed();
        let earlier = || {
            let back = self.pool.history.get().iter().rev().position(|price| same(price * opening))?;
            self.date_before(back + 1)
        };
        let of = seen.map(|month| self.date(month)).or_else(|| earlier().map(|month| month.to_string()));
        let jump = self.trace.jump.get(self.month).copied().unwrap_or(0.0);
        Some(Reason::HighLeft { of, jump, counts: jump >= self.plan.outputs.jump.get() })
    }

    /// The trade, and why it was made then.
    fn trade(&self, decision: &Decision) -> Vec<Reason> {
        if self.month == 0 {
            let opening = Reason::Opening { given: self.pool.opening_share.is_some(), share: decision.share };
            let locked = self.is_locked(decision).then_some(Reason::Locked { since: None });
            return std::iter::once(opening).chain(locked).collect();
        }
        if self.is_locked(decision) {
            let sold = self.traded(decision).into_iter();
            let locked = Reason::Locked { since: self.locked_since.map(|month| self.date(month)) };
            return std::iter::once(locked).chain(sold).collect();
        }
        let per_month = self.plan.time.steps_per_month() as usize;
        let step = self.month * per_month;
        let rebalancing = self.pool.rebalancing;
        if !rebalancing.is_due(step) {
            let next = rebalancing.every_steps.map(|every| (step / every + 1) * every.get());
            let next = next.filter(|&next| next < self.plan.time.steps());
            return vec![Reason::NoRebalancingDay { next: next.map(|next| self.date(next / per_month)) }];
        }
        let mut reasons: Vec<Reason> = self.acts_on(step, decision).into_iter().collect();
        let off = (decision.due - decision.before).abs();
        match self.traded(decision) {
            Some(traded) => reasons.push(traded),
            None if off <= SAME => reasons.push(Reason::OnTarget),
            None => reasons.push(Reason::InsideBand { off, band: rebalancing.band.map_or(0.0, Share::get) }),
        }
        reasons
    }

    fn traded(&self, decision: &Decision) -> Option<Reason> {
        // The last month explains a trade that follows its decision at once, and the trades of every month.
        let at_once = self.pool.lag == 0
            && self
                .pool
                .rebalancing
                .every_steps
                .is_some_and(|every| every.get() <= self.plan.time.steps_per_month() as usize);
        let cushion_before = self.before().and_then(|before| before.cushion).filter(|_| at_once);
        let traded = Reason::Traded { change: decision.traded, cushion_before, cushion: self.now().cushion };
        (decision.traded.abs() > SAME).then_some(traded)
    }

    /// The decision that a trade follows, where it is an earlier one.
    fn acts_on(&self, step: usize, decision: &Decision) -> Option<Reason> {
        let decided = step.saturating_sub(self.pool.lag) / self.plan.time.steps_per_month() as usize;
        let before = self.pool.lag.checked_sub(step).and_then(|back| self.opening.months_back(back));
        let decided =
            before.map_or_else(|| Some(self.date(decided)), |months| Some(self.date_before(months)?.to_string()));
        (self.pool.lag > 0).then_some(Reason::ActsOn { decided: decided?, share: decision.due })
    }

    /// Whether the pool is locked: by an ex-ante breach at a month-end, or, where every step is watched, between two.
    fn is_locked(&self, decision: &Decision) -> bool {
        let hidden = || {
            self.pool.high.every_step
                && decision.allowed <= 0.0
                && self.would(decision).is_some_and(|would| would > 0.0)
        };
        self.opening.is_locked
            || self.pool.after_breach == AfterBreach::Locked && (self.locked_since.is_some() || hidden())
    }

    /// The share that cushion and stress alone would allow.
    fn would(&self, decision: &Decision) -> Option<f64> {
        let fixed_income_stress = self.pool.rule.dynamic()?.fixed_income_stress();
        let now = self.now();
        Some(exposure::unbounded(now.observed, now.floor?, decision.stress?, fixed_income_stress.get()))
    }

    /// Why the rule allows what it does.
    fn rule(&self, decision: &Decision) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let Some(rule) = self.pool.rule.dynamic() else { return reasons };
        let [min_share, max_share] = rule.bounds().map(Exposure::get);
        if !self.is_locked(decision)
            && let (Some(would), Some(stress), Some(cushion)) =
                (self.would(decision), decision.stress, self.now().cushion)
        {
            let was = self.before().and_then(|before| before.decision?.stress);
            if let Some(from) = was.filter(|from| (from - stress).abs() > SAME) {
                reasons.push(Reason::StressChanged { from, to: stress });
            }
            let share = decision.allowed;
            reasons.push(if would >= max_share - SAME {
                Reason::AtMost { share, cushion, stress, would }
            } else if would <= min_share {
                Reason::AtLeast { share, cushion, stress, would }
            } else {
                Reason::Allowed { share, cushion, stress }
            });
        }
        let below = self.plan.outputs.cash_lock.get();
        if decision.share < below {
            reasons.push(Reason::CashLock { share: decision.share, below });
        }
        reasons
    }
}
