//! Simulated years against years worked by hand.

use skans::ledger::lines::{Line, RegionEvent};
use skans::plan::{Buffer, BufferBound, ContributionSize, Region, RuledContribution};
use skans::stats::figure::{PoolFigure, Statistic, Term};
use skans::stats::summary::Summary;

use super::{M, accounts, liability, market, pool, with_region, year};
use crate::case::{amount, month_of_year, ratio, run, sek, share};

#[track_caller]
fn near(summary: &Summary, year: i32, line: Line, mnkr: f64) {
    let found = summary.region.as_ref().unwrap().years[&year][&line].mean.value / M;
    assert!((found - mnkr).abs() < 1e-6 * (1.0 + mnkr.abs()), "{line:?} of {year}: {found} is not {mnkr}");
}

/// A continuous rate that is so much a year.
fn rate(yearly: f64) -> f64 {
    (1.0 + yearly).ln()
}

#[test]
fn without_risk_and_with_five_percent_the_income_of_2023_is_229() {
    let text = market(24, 1, (rate(0.05), 0.0), (rate(0.05), 0.0))
        + &pool("long", 4580.0, "rule = { kind = \"static\", share = 0.5 }");
    let region = Region { accounts: Some(accounts(2, vec![true])), ..Region::default() };
    let summary = run(&with_region(&text, region));
    near(&summary, 2023, Line::PoolIncome, 229.0);
    near(&summary, 2024, Line::PoolIncome, 229.0 * 1.05);
    // Nothing is sold, so that nothing is realised: all of it is adjusted out.
    near(&summary, 2023, Line::Realised, 0.0);
    near(&summary, 2023, Line::Adjustment, -229.0);
}

#[test]
fn a_year_of_accounts_by_hand() {
    // 1000 mnkr grow at 10 % a year, and half of them are sold for a pension at the year's end.
    let text =
        market(24, 1, (rate(0.10), 0.0), (0.0, 0.0)) + &pool("long", 1000.0, "rule = { kind = \"static\", share = 1 }");
    let mut books = accounts(1, vec![true]);
    books.years[0].inflation = None;
    let mut pensions = liability(vec![0.0, 1320.0, 1320.0], 1, vec![0]);
    pensions.payroll_tax = share(0.25);
    let region = Region { accounts: Some(books), liability: Some(pensions), ..Region::default() };
    let summary = run(&with_region(&text, region));
    // 2023: 1000 - 10900 - 300 + 7500 + 2700 = 0 of operations; 40 + 100 of income; -200 of costs.
    near(&summary, 2023, Line::PoolIncome, 100.0);
    near(&summary, 2023, Line::FinancialIncome, 140.0);
    near(&summary, 2023, Line::FinancialCosts, -200.0);
    near(&summary, 2023, Line::Result, -60.0);
    near(&summary, 2023, Line::AfterAdjustments, -160.0);
    // 150 in the reserve; 10 are left to restore.
    near(&summary, 2023, Line::Used, 150.0);
    near(&summary, 2023, Line::BalanceRequirement, -10.0);
    near(&summary, 2023, Line::Deficit, 10.0);
    near(&summary, 2023, Line::Reserves, 0.0);
    near(&summary, 2023, Line::Equity, 5940.0);
    // Cash: 300 - 60 - 100 + 300 (depreciation) + 200 (provisions 4800 to 5000) - 250 = 390.
    near(&summary, 2023, Line::Cash, 390.0);
    near(&summary, 2023, Line::EquityRatio, 5940.0 / (5940.0 + 5000.0 + 1900.0) / M);
    near(&summary, 2023, Line::EquityRatioFull, (5940.0 - 3800.0) / 12840.0 / M);
    let events = &summary.region.as_ref().unwrap().events[&2023];
    assert!(events[&RegionEvent::RequirementMissed].in_year.value > 0.999);
    assert!(events[&RegionEvent::ReservesUsedUp].in_year.value > 0.999);
    assert!(events[&RegionEvent::InDebt].in_year.value < 0.001);
    // 2024, not given any more: pensions of 1320 × 1.25 = 1650, 137.5 a month, from 1100 that grow by 10 % a year.
    let month = 1.1_f64.powf(1.0 / 12.0);
    let (mut value, mut paid) = (1100.0, 0.0);
    for _ in 0..12 {
        value *= month;
        let pays = 137.5_f64.min(value);
        value -= pays;
        paid += pays;
    }
    near(&summary, 2024, Line::Due, 1650.0);
    near(&summary, 2024, Line::Paid, paid);
    near(&summary, 2024, Line::ShareBorne, paid / 1650.0 / M);
    near(&summary, 2024, Line::Capital, 0.0);
    // What is missing takes cash down to 100, and is borrowed beyond.
    near(&summary, 2024, Line::Debt, 1650.0 - paid - 290.0);
    near(&summary, 2024, Line::PeakDebt, 1650.0 - paid - 290.0);
}

#[test]
fn debt_costs_the_rate_and_its_margin_and_is_repaid_first() {
    let text = market(36, 1, (0.0, 0.0), (0.0, 0.0)) + &pool("long", 100.0, "rule = { kind = \"static\", share = 0 }");
    let mut books = accounts(2, vec![true]);
    books.opening.debt = amount(1000.0 * M);
    books.years.iter_mut().for_each(|year| year.inflation = None);
    books.years[1].operating_costs = books.years[1].operating_costs + sek(700.0 * M);
    let funding = ContributionSize::FundingBelow { ratio: ratio(10.0), full: true, amount: amount(200.0 * M) };
    let region = Region {
        accounts: Some(books),
        liability: Some(liability(vec![0.0, 0.0, 0.0, 900.0], 1, vec![0])),
        contributions: vec![RuledContribution { into: 0, month: month_of_year(6), size: funding, years: [2023, 2030] }],
        buffer: None,
    };
    let summary = run(&with_region(&text, region));
    // 2 % and 1 % on 1000.
    near(&summary, 2023, Line::DebtInterest, -30.0);
    near(&summary, 2023, Line::Result, -160.0 - 30.0);
    // Cash 300 - 190 + 300 + 200 - 250 = 360, of which 100 are kept: 260 repay debt.
    near(&summary, 2023, Line::Debt, 740.0);
    near(&summary, 2023, Line::Cash, 100.0);
    // 2024: interest 22.2; result -160 + 700 - 22.2. The contribution of 200 repays debt, for there is more: none
    // reaches the pool.
    near(&summary, 2024, Line::DebtInterest, -22.2);
    near(&summary, 2024, Line::Contributed, 0.0);
    near(&summary, 2024, Line::Capital, 100.0);
    // Cash before debt: 100 + 517.8 + 300 + 0 - 250 = 667.8, of which 567.8 repay.
    near(&summary, 2024, Line::Debt, 740.0 - 567.8);
    // 2025, not given: interest of 3 % on 172.2 from cash; 172.2 of the contribution repay debt, the rest reaches the
    // pool.
    near(&summary, 2025, Line::InterestSoFar, 30.0 + 22.2 + 0.03 * 172.2);
    near(&summary, 2025, Line::Contributed, 200.0 - 172.2);
    near(&summary, 2025, Line::Capital, 127.8);
    near(&summary, 2025, Line::Debt, 0.03 * 172.2);
    near(&summary, 2025, Line::PeakDebt, 1000.0);
}

#[test]
fn contributions_follow_the_result_and_the_buffer_its_bounds() {
    let text = market(36, 1, (0.0, 0.0), (0.0, 0.0))
        + &pool("short", 500.0, "rule = { kind = \"static\", share = 0 }")
        + &pool("medium", 50.0, "rule = { kind = \"static\", share = 0 }")
        + &pool("long", 1000.0, "rule = { kind = \"static\", share = 0 }");
    let mut books = accounts(3, vec![false, false, true]);
    books.years = [2023, 2024, 2025].map(year).to_vec();
    books.years.iter_mut().for_each(|year| year.inflation = None);
    books.years[0].operating_costs = books.years[0].operating_costs + sek(400.0 * M);
    let result = ContributionSize::ShareOfResult(share(0.25));
    let bound = |mnkr: f64, times: f64| BufferBound { amount: amount(mnkr * M), of_next_year: ratio(times) };
    let region = Region {
        accounts: Some(books),
        // 120 a year from the short pool, from 2024 on.
        liability: Some(liability(vec![0.0, 120.0, 120.0, 600.0], 3, vec![0, 1, 2])),
        contributions: vec![RuledContribution { into: 2, month: month_of_year(4), size: result, years: [2023, 2023] }],
        buffer: Some(Buffer { pool: 0, least: bound(0.0, 1.0), most: Some(bound(300.0, 0.0)), others: vec![1, 2] }),
    };
    let summary = run(&with_region(&text, region));
    // 2023: a result of 400 - 160 = 240. The short pool gives the 200 above 300 to the medium one.
    near(&summary, 2023, Line::Result, 240.0);
    near(&summary, 2023, Line::Moved, 200.0);
    near(&summary, 2023, Line::Contributed, 0.0);
    // 2024: a quarter of 240; 120 of pensions from the short pool leave 180, above the 120 of the next year.
    near(&summary, 2024, Line::Contributed, 60.0);
    near(&summary, 2024, Line::Moved, 0.0);
    near(&summary, 2024, Line::Capital, 500.0 + 50.0 + 1000.0 + 60.0 - 120.0);
    // 2025: at each month-end it holds what the next 12 months pay, which by the year's end is 600. It first takes 240
    // of the medium pool's 250, at last all of its 250 and the rest from the long one.
    near(&summary, 2025, Line::Moved, -(600.0 - (180.0 - 120.0)));
    near(&summary, 2025, Line::Contributed, 0.0);
    near(&summary, 2025, Line::Capital, 1490.0 - 120.0);
    let pools = &summary.pools;
    for (name, mnkr) in [("short", 600.0), ("medium", 0.0), ("long", 1060.0 - (540.0 - 250.0))] {
        let found = pools[name][PoolFigure::Value(Term::Horizon, Statistic::Mean)].value / M;
        assert!((found - mnkr).abs() < 1e-6, "{name}: {found} is not {mnkr}");
    }
}

/// A contribution by rule follows a year whose funding ratio was below its bound, be it by a millionth.
#[test]
fn a_contribution_comes_after_a_funding_ratio_below_its_bound() {
    let text = market(24, 1, (0.0, 0.0), (0.0, 0.0)) + &pool("long", 100.0, "rule = { kind = \"static\", share = 0 }");
    let mut pensions = liability(vec![24.0; 10], 1, vec![0]);
    pensions.payments[1] = vec![amount(6.0 * M); 10];
    let with_bound = |bound: f64, full: bool| {
        let size = ContributionSize::FundingBelow { ratio: ratio(bound), full, amount: amount(50.0 * M) };
        let rule = RuledContribution { into: 0, month: month_of_year(6), size, years: [2023, 2030] };
        let liability = Some(pensions.clone());
        run(&with_region(&text, Region { liability, contributions: vec![rule], ..Region::default() }))
    };
    for (full, line) in [(false, Line::FundingRatio), (true, Line::FundingRatioFull)] {
        let funded = with_bound(1.0, full).region.unwrap().years[&2023][&line].mean.value;
        near(&with_bound(funded * (1.0 + 1e-6), full), 2024, Line::Contributed, 50.0);
        near(&with_bound(funded * (1.0 - 1e-6), full), 2024, Line::Contributed, 0.0);
    }
}

/// The result of a year against nought, the budget and the financial target: a krona decides.
#[test]
fn a_year_is_marked_from_a_krona_below_each_bound_on() {
    let text = market(12, 1, (0.0, 0.0), (0.0, 0.0)) + &pool("long", 100.0, "rule = { kind = \"static\", share = 0 }");
    let marked = |mark: RegionEvent, result: f64, expected_pools: f64| {
        let mut books = accounts(1, vec![true]);
        let year = &mut books.years[0];
        (year.inflation, year.usable, year.expected_pools) = (None, Vec::new(), sek(expected_pools));
        // As the year stands, its result without the pools is -160 mnkr.
        year.operating_costs = year.operating_costs + sek(160.0 * M + result);
        let summary = run(&with_region(&text, Region { accounts: Some(books), ..Region::default() }));
        near(&summary, 2023, Line::Result, result / M);
        summary.region.unwrap().events[&2023][&mark].in_year.value.to_bits() == 1.0_f64.to_bits()
    };
    for (mark, bound, expected_pools) in [
        (RegionEvent::Loss, 0.0, 0.0),
        (RegionEvent::RequirementMissed, 0.0, 0.0),
        // 1 % of taxes and grants of 10 200 mnkr.
        (RegionEvent::TargetMissed, 102.0 * M, 0.0),
    ] {
        assert!(marked(mark, bound - 1.0, expected_pools), "{mark:?}");
        assert!(!marked(mark, bound + 1.0, expected_pools), "{mark:?}");
    }
    assert!(marked(RegionEvent::BelowBudget, 50.0 * M, 1.0) && !marked(RegionEvent::BelowBudget, 50.0 * M, -1.0));
}
