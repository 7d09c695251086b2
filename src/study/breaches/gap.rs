//! The gap of a breach below the floor, divided among its causes exactly.

use serde::Serialize;

use crate::plan::HighOf;

/// A cause that takes a pool below its floor between two observations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The fall of equities, at the share that the rule allows.
    Equities,
    /// The fall of fixed income, at the share that the rule leaves to it.
    FixedIncome,
    /// Another share than the rule allows, because trades follow an earlier decision.
    Lag,
    /// Another share than the one decided, because of the band, of no rebalancing day, or of a given opening share.
    NotTraded,
    /// Trading costs.
    TradingCost,
    /// The fee.
    Fee,
    /// The floor's own rise: of a given floor that grows.
    FloorRise,
    /// Payments, where the high is that of the market value.
    Flows,
}

impl Cause {
    /// Every cause.
    pub const ALL: [Self; 8] = [
        Self::Equities,
        Self::FixedIncome,
        Self::Lag,
        Self::NotTraded,
        Self::TradingCost,
        Self::Fee,
        Self::FloorRise,
        Self::Flows,
    ];
}

/// A step of a path, from what is observed before its trade to what is observed at its end.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// The unit price, or value, before the trade.
    pub before: f64,
    /// The same after the trade's cost.
    pub invested: f64,
    /// Equity share after the trade.
    pub share: f64,
    /// Equity share that the rule allows.
    pub allowed: f64,
    /// Equity share that a trade goes to.
    pub due: f64,
    /// Growth of the equity leg.
    pub equities: f64,
    /// Growth of the fixed-income leg.
    pub fixed_income: f64,
    /// The part of a unit that the fee leaves.
    pub after_fee: f64,
    /// The unit price, or value, at the end.
    pub after: f64,
}

/// A gap below the floor at the end of one or several steps, `F' - O'`. `O` is what is observed, the unit price or the
/// value, and `F` its floor:
///
/// `F' - O' = -(O - F) + (F' - F) + Σ over steps (O_s - O_{s+1})`. With `I` what is invested after the trade's cost,
/// `κ` what the fee leaves, and the shares `w` held, `w*` allowed and `w°` due:
///
/// ```text
/// O_s - O_{s+1} = (O_s - I)                              trading cost
///               - I κ w* (G_E - 1)                       equities
///               - I κ (1 - w*) (G_B - 1)                 fixed income
///               - I κ (w° - w*) (G_E - G_B)              lag
///               - I κ (w - w°) (G_E - G_B)               not traded
///               + I (1 - κ)                              fee
///               - flows                                  where the value is observed
/// ```
///
/// A borrower that has lost all owes nothing: what was lost beyond is taken off the equities' part. Sums to the gap but
/// for rounding.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// `F' - O'`: positive below the floor.
    pub amount: f64,
    /// `O - F` at the observation before: what there was to lose.
    pub cushion: f64,
    /// The loss by each cause, in the order of [`Cause::ALL`]; a gain is negative.
    pub taken: [f64; Cause::ALL.len()],
}

impl Gap {
    /// Makes it from the floor at the observation before, the steps since, and the floor of the day.
    ///
    /// There is nothing to part without a step.
    #[must_use]
    pub fn new(of: HighOf, floors: [f64; 2], steps: impl Iterator<Item = Step>) -> Self {
        let mut taken = [0.0; Cause::ALL.len()];
        let mut take = |cause: Cause, amount: f64| taken[cause as usize] += amount;
        let (mut first, mut last) = (None, 0.0);
        for step in steps {
            first = first.or(Some(step.before));
            last = step.after;
            let [equities, fixed_income] = [step.equities - 1.0, step.fixed_income - 1.0];
            let apart = step.equities - step.fixed_income;
            let at_work = step.invested * step.after_fee;
            let growth = step.share * step.equities + (1.0 - step.share) * step.fixed_income;
            let beyond_all = if growth < 0.0 { growth } else { 0.0 };
            take(Cause::TradingCost, step.before - step.invested);
            take(Cause::Equities, at_work * (beyond_all - step.allowed * equities));
            take(Cause::FixedIncome, -at_work * (1.0 - step.allowed) * fixed_income);
            take(Cause::Lag, -at_work * (step.due - step.allowed) * apart);
            take(Cause::NotTraded, -at_work * (step.share - step.due) * apart);
            take(Cause::Fee, step.invested * (1.0 - step.after_fee));
            if of == HighOf::MarketValue {
                take(Cause::Flows, at_work * (growth - beyond_all) - step.after);
            }
        }
        let [before, now] = floors;
        take(Cause::FloorRise, now - before);
        Self { amount: now - last, cushion: first.unwrap_or(last) - before, taken }
    }

    /// The cause without which there would have been no breach; of several such, the one that took most. None where no
    /// cause alone averts it.
    #[must_use]
    pub fn main_cause(&self) -> Option<Cause> {
        let averts = |cause: &Cause| self.amount - self.taken[*cause as usize] <= 0.0;
        let mut main: Option<Cause> = None;
        for cause in Cause::ALL.into_iter().filter(averts) {
            if main.is_none_or(|main| self.taken[cause as usize] > self.taken[main as usize]) {
                main = Some(cause);
            }
        }
        main
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    fn step(numbers: [f64; 7], before: f64) -> Step {
        let [cost, share, allowed, due, equities, fixed_income, fee] = numbers;
        let invested = before * (1.0 - 0.01 * cost);
        let growth = (share * equities + (1.0 - share) * fixed_income).max(0.0);
        let after_fee = 1.0 - 0.01 * fee;
        let after = invested * growth * after_fee;
        Step { before, invested, share, allowed, due, equities, fixed_income, after_fee, after }
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default()
        })]
        /// Leverage, several steps, flows: the parts add up.
        #[test]
        fn the_parts_sum_to_the_gap(
            steps in prop::collection::vec(prop::array::uniform7(0.0..2.0_f64), 1..5),
            floors in prop::array::uniform2(0.5..1.5_f64),
            flow in -0.3..0.3_f64,
        ) {
            for of in [HighOf::UnitPrice, HighOf::MarketValue] {
                let mut before = 1.0;
                let mut walked = Vec::new();
                for numbers in &steps {
                    let mut one = step(*numbers, before);
                    if of == HighOf::MarketValue {
                        one.after += flow;
                    }
                    before = one.after;
                    walked.push(one);
                }
                let gap = Gap::new(of, floors, walked.into_iter());
                let sum = gap.taken.iter().fold(-gap.cushion, |sum, taken| sum + taken);
                prop_assert!((sum - gap.amount).abs() < 1e-12, "{sum} {gap:?}");
                prop_assert!((gap.amount - (floors[1] - before)).abs() < 1e-15);
            }
        }
    }

    #[test]
    fn where_none_alone_averts_it_there_is_no_main_cause() {
        let mut taken = [0.0; 8];
        taken[Cause::Equities as usize] = 0.06;
        taken[Cause::FixedIncome as usize] = 0.06;
        let gap = |gap| Gap { amount: gap, cushion: 0.12 - gap, taken };
        assert_eq!(gap(0.07).main_cause(), None);
        assert_eq!(gap(0.05).main_cause(), Some(Cause::Equities));
    }
}
