//! What rules are measured by: their own floor and high, or a yardstick that is the same for all.

use std::collections::BTreeSet;

use crate::plan::{Outputs, Pool};
use crate::stats::figure::{Figure, PoolFigure, Statistic};
use crate::units::{Percentage, Share};

/// Falls of a unit from its highest in 24 months, whose probabilities every comparison has. No rule's floor or window
/// has a part in them.
pub const FALLS: [Percentage; 3] = [Percentage::whole(10), Percentage::whole(15), Percentage::whole(20)];

/// The figures by which any rules can be compared, beside the expected shortfall. They are probabilities of falls, and
/// the fall that is exceeded on 5 % of the paths.
pub const COMMON: [PoolFigure; 4] = [FALL_OVER_10, FALL_OVER_15, FALL_OVER_20, DEEP_FALL];

/// The probability of a fall of more than 10 %.
pub const FALL_OVER_10: PoolFigure = PoolFigure::UnitFallOver(FALLS[0]);
/// The probability of a fall of more than 15 %.
pub const FALL_OVER_15: PoolFigure = PoolFigure::UnitFallOver(FALLS[1]);
/// The probability of a fall of more than 20 %.
pub const FALL_OVER_20: PoolFigure = PoolFigure::UnitFallOver(FALLS[2]);
/// The fall that is exceeded on 5 % of the paths.
pub const DEEP_FALL: PoolFigure = PoolFigure::UnitFall(Statistic::Q95);

/// Adds the falls of the common figures to those of a run.
pub fn add_common_falls(outputs: &mut Outputs) {
    let given: BTreeSet<Percentage> = outputs.falls.iter().map(|fall| Percentage::of(fall.get())).collect();
    let missing = FALLS.into_iter().filter(|fall| !given.contains(fall));
    outputs.falls.extend(missing.map(|fall| Share::nearest(fall.fraction())));
    outputs.falls.sort_by(|one, next| one.get().total_cmp(&next.get()));
}

/// Whether a figure of two pools is measured by yardsticks of their own, so that its difference says little.
#[must_use]
pub fn differs(figure: Figure, one: &Pool, other: &Pool) -> bool {
    let Figure::Pool(figure) = figure else { return false };
    let (floor, high) = (one.floor != other.floor, one.high != other.high);
    match figure {
        PoolFigure::BreachExAnte(_)
        | PoolFigure::BreachExPost(_)
        | PoolFigure::BelowFloor(_)
        | PoolFigure::Episodes
        | PoolFigure::MonthsBelow
        | PoolFigure::DepthExAnte(_)
        | PoolFigure::DepthExPost(_)
        | PoolFigure::BreachAfterEmptied
        | PoolFigure::Floor(..) => floor || high,
        PoolFigure::RollingFall(_)
        | PoolFigure::RollingFallOver(_)
        | PoolFigure::RollOff
        | PoolFigure::RollOffsPerYear
        | PoolFigure::LargestRollOff(_) => high,
        PoolFigure::AllTimeFall(_)
        | PoolFigure::AllTimeFallOver(_)
        | PoolFigure::NotRecovered
        | PoolFigure::RecoveryMonths(_) => one.high.of != other.high.of,
        PoolFigure::BelowExpected(_) => one.expected_return != other.expected_return,
        PoolFigure::Value(..)
        | PoolFigure::ValueDeviation(_)
        | PoolFigure::ValueAtLeast(..)
        | PoolFigure::NominalReturn(..)
        | PoolFigure::NominalDeviation(_)
        | PoolFigure::RealReturn(..)
        | PoolFigure::RealDeviation(_)
        | PoolFigure::LogGrowth(_)
        | PoolFigure::Loss(_)
        | PoolFigure::ValueAtRisk95(_)
        | PoolFigure::ValueAtRisk99(_)
        | PoolFigure::Shortfall95(_)
        | PoolFigure::Shortfall99(_)
        | PoolFigure::UnitFall(_)
        | PoolFigure::UnitFallOver(_)
        | PoolFigure::EquityShare
        | PoolFigure::EquityShareAt(..)
        | PoolFigure::CashLock
        | PoolFigure::Turnover
        | PoolFigure::TradingCost
        | PoolFigure::Contributions
        | PoolFigure::PaymentsDue
        | PoolFigure::PaymentsMissed
        | PoolFigure::PaymentMissed(_)
        | PoolFigure::Emptied(_)
        | PoolFigure::UncertaintyOfVariance
        | PoolFigure::UncertaintyOfWidth => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Floor;
    use crate::stats::figure::Term;

    #[test]
    fn figures_of_a_floor_differ_in_meaning_where_the_floors_do_and_common_ones_never() {
        let text = include_str!("../../../configs/reference-job.toml");
        let plan = crate::from_text("reference-job", text).unwrap();
        let one = &plan.pools[0];
        let lower = Pool { floor: Floor::None, ..one.clone() };
        let shorter = Pool { high: crate::plan::High { window_months: Some(12), ..one.high }, ..one.clone() };
        let breach = PoolFigure::BreachExPost(Term::Horizon).into();
        let fall = PoolFigure::RollingFallOver(Percentage::whole(10)).into();
        assert!(differs(breach, one, &lower) && differs(breach, one, &shorter) && !differs(breach, one, one));
        assert!(!differs(fall, one, &lower) && differs(fall, one, &shorter));
        for common in COMMON.map(Figure::from).into_iter().chain([PoolFigure::Shortfall95(Term::Years(1)).into()]) {
            assert!(!differs(common, one, &lower) && !differs(common, one, &shorter), "{common}");
        }
    }
}
