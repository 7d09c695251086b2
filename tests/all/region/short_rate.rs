//! Debt and a valuation at the simulated short rate, in a world where it does not swing.

use skans::ledger::lines::Line;
use skans::plan::{MarketRate, Region};

use super::{M, accounts, liability, pool, with_region};
use crate::case::{amount, rate, run};

/// A short rate that stays at 3 %.
fn world(steps: u32) -> String {
    super::market(24, steps, (0.0, 0.0), (0.0, 0.0))
        .replace("equity.bonds = 0.0", "equity.bonds = 0.0\nequity.short_rate = 0.0\nbonds.short_rate = 0.0")
        + "\n[market.short_rate]\nstart = 0.03\nmean = 0.03\nreversion = 0.2\nvolatility = 0.0\n"
        + &pool("long", 100.0, "rule = { kind = \"static\", share = 0 }")
}

fn region() -> Region {
    let mut books = accounts(2, vec![true]);
    books.opening.debt = amount(1000.0 * M);
    books.years.iter_mut().for_each(|year| year.inflation = None);
    let mut pensions = liability(vec![24.0; 10], 1, vec![0]);
    pensions.paid_by_pools = None;
    pensions.market = Some(MarketRate::Short { premium: rate(-0.02) });
    Region { accounts: Some(books), liability: Some(pensions), ..Region::default() }
}

#[test]
fn debt_costs_the_short_rate_and_the_market_values_at_it() {
    for steps in [1, 4] {
        let summary = run(&with_region(&world(steps), region()));
        let of = |line: Line| summary.region.as_ref().unwrap().years[&2023][&line].mean.value;
        // 3 % and a margin of 1 %; the given rate of 2 % plays no part.
        assert!((of(Line::DebtInterest) + 40.0 * M).abs() < 1.0, "{}", of(Line::DebtInterest));
        // 3 % less 2 % is the sector's own 1 %.
        assert!((of(Line::FundingRatioMarket) - of(Line::FundingRatioFull)).abs() < 1e-9);
    }
}

#[test]
fn where_there_is_no_rate_it_stands_at_its_long_run_mean() {
    let plan = with_region(&world(1), region());
    let still = plan.region.clone().unwrap().at_short_rate(plan.market.law.mean_short_rate().unwrap());
    assert!((still.accounts.as_ref().unwrap().rate.get() - 0.03).abs() < 1e-15);
    assert_eq!(still.liability.unwrap().market, Some(MarketRate::Constant(rate(0.03 - 0.02))));
}
