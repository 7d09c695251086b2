//! The main figures: those of the tables on the screen.

pub(crate) mod region;
pub(crate) mod sweep;

use crate::plan::{HighOf, Plan, Prices};
use crate::stats::figure::{Branch, Figure, PoolFigure, Statistic, Term};
use crate::study::compare::yardstick::COMMON;
use crate::units::{Millions, Percentage, Rate};

/// The main figures of a branch of the summary, in the order of tables.
#[must_use]
pub fn of_branch(branch: &Branch, plan: &Plan) -> Vec<Figure> {
    if *branch == Branch::Region {
        return region::compared(plan).into_iter().map(Figure::from).collect();
    }
    of_pools(plan).into_iter().map(Figure::from).collect()
}

/// The main figures of a branch, and those by which any rules can be compared, in the order of tables.
#[must_use]
pub fn compared(branch: &Branch, plan: &Plan) -> Vec<Figure> {
    let common = COMMON.into_iter().map(Figure::from).filter(|_| *branch != Branch::Region);
    of_branch(branch, plan).into_iter().chain(common).collect()
}

/// The main figures of pools, in the order of tables; not every pool has each.
#[must_use]
pub fn of_pools(plan: &Plan) -> Vec<PoolFigure> {
    let mut all = values(plan);
    all.extend(losses());
    all.extend(breaches(plan));
    all.extend(falls(plan));
    all.extend(trades());
    all
}

fn values(plan: &Plan) -> Vec<PoolFigure> {
    let mut all: Vec<PoolFigure> = [Statistic::Q05, Statistic::MEDIAN, Statistic::Q95]
        .map(|statistic| PoolFigure::Value(Term::Horizon, statistic))
        .into();
    let amounts = plan.outputs.values.iter().map(|amount| Millions::of(amount.get()));
    all.extend(amounts.map(|amount| PoolFigure::ValueAtLeast(Term::Horizon, amount)));
    for term in [Term::Years(10), Term::Horizon].into_iter().skip(usize::from(plan.time.months() <= 120)) {
        all.extend([Statistic::Q05, Statistic::MEDIAN].map(|statistic| PoolFigure::NominalReturn(term, statistic)));
    }
    if plan.market.prices != Prices::Constant(Rate::ZERO) {
        all.push(PoolFigure::RealReturn(Term::Horizon, Statistic::MEDIAN));
    }
    all
}

fn losses() -> [PoolFigure; 4] {
    let year = Term::Years(1);
    [
        PoolFigure::BelowExpected(Term::Horizon),
        PoolFigure::Loss(year),
        PoolFigure::ValueAtRisk95(year),
        PoolFigure::Shortfall95(year),
    ]
}

fn breaches(plan: &Plan) -> Vec<PoolFigure> {
    let years = [1_u32, 5, 10].into_iter().filter(|years| years * 12 < plan.time.months());
    let mut all: Vec<PoolFigure> = years.map(|years| PoolFigure::BreachExPost(Term::Years(years))).collect();
    all.extend([
        PoolFigure::BreachExPost(Term::Horizon),
        PoolFigure::BreachExAnte(Term::Horizon),
        PoolFigure::DepthExPost(Statistic::Mean),
        PoolFigure::MonthsBelow,
    ]);
    all
}

/// Falls from each pool's own high; and of a unit, the same measure for all, where some high is of the market value.
fn falls(plan: &Plan) -> Vec<PoolFigure> {
    let over = plan.outputs.falls.iter().map(|fall| PoolFigure::RollingFallOver(Percentage::of(fall.get())));
    let mut all = vec![PoolFigure::RollingFall(Statistic::MEDIAN)];
    all.extend(over);
    if plan.pools.iter().any(|pool| pool.high.of == HighOf::MarketValue) {
        all.push(PoolFigure::UnitFall(Statistic::MEDIAN));
    }
    all.push(PoolFigure::NotRecovered);
    all
}

fn trades() -> [PoolFigure; 7] {
    [
        PoolFigure::EquityShare,
        PoolFigure::CashLock,
        PoolFigure::Turnover,
        PoolFigure::TradingCost,
        PoolFigure::RollOffsPerYear,
        PoolFigure::PaymentMissed(Term::Horizon),
        PoolFigure::Emptied(Term::Horizon),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Language;

    #[test]
    fn each_main_figure_has_a_name_in_the_registry() {
        let accounts = include_str!("../../configs/region-norrbotten-accounts.toml");
        let plan = crate::from_text("configs/region-norrbotten-accounts.toml", accounts).unwrap();
        let horizon = plan.time.years();
        for figure in of_pools(&plan) {
            assert!(figure.name(horizon).is_some(), "{figure}");
        }
        // A key in the place of a name has lines under its words.
        for figure in of_branch(&Branch::Region, &plan) {
            let name = figure.name(horizon, Language::En);
            assert!(!name.contains('_'), "{name}");
        }
    }
}
