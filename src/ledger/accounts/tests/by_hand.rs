//! The accounts against years worked by hand.

use super::super::{FinancialOutcome, Ledger};
use super::{amount, near, rate, sek, share};
use crate::plan::{Accounts, AccountsOpening, AccountsYear, Reservation, ReserveKind};

/// A year whose result is `result` and of which so much is unrealised; nothing else happens.
fn plain(result: f64) -> AccountsYear {
    AccountsYear {
        year: 2030,
        operating_income: sek(0.0),
        operating_costs: sek(result - 1000.0),
        depreciation: sek(0.0),
        taxes: sek(800.0),
        grants: sek(200.0),
        other_financial_income: sek(0.0),
        other_financial_costs: sek(0.0),
        provisions: amount(400.0),
        contingent: amount(100.0),
        other_cash: sek(0.0),
        expected_pools: sek(0.0),
        expected_left_out: sek(0.0),
        inflation: None,
        reservation: Some(Reservation {
            into: ReserveKind::Result,
            above: share(0.01),
            above_when_negative: share(0.02),
            cap: Some(share(0.05)),
        }),
        usable: vec![ReserveKind::Equalisation, ReserveKind::Result],
        target: share(0.01),
    }
}

fn small(reserves: [f64; 2], cash: f64) -> Accounts {
    let opening = AccountsOpening {
        equity: sek(600.0),
        provisions: amount(400.0),
        other_liabilities: amount(100.0),
        cash: sek(cash),
        debt: amount(0.0),
        reserves: reserves.map(amount),
        deficits: Vec::new(),
    };
    Accounts {
        opening,
        years: Vec::new(),
        left_out: vec![true],
        least_cash: amount(0.0),
        margin: rate(0.01),
        rate: rate(0.02),
    }
}

fn quiet() -> FinancialOutcome {
    FinancialOutcome { prices: 1.0, ..FinancialOutcome::default() }
}

#[test]
fn a_loss_that_is_not_realised_is_added_back_and_comes_off_when_it_is() {
    let accounts = small([0.0, 0.0], 50.0);
    let mut ledger = Ledger::open(&accounts.opening);
    // 80 is lost on paper: the result falls, the balance requirement does not.
    let fallen = FinancialOutcome { pools: -80.0, unrealised_left_out: -80.0, ..quiet() };
    let first = ledger.close(&accounts, &plain(20.0), &fallen);
    near(first.result, -60.0, 1e-9);
    near(first.after_adjustments, 20.0, 1e-9);
    // Sold next year at the same price: nothing is earned, the surplus rises from -80 to 0, and the loss counts now.
    let sold = FinancialOutcome { pools: 0.0, unrealised_left_out: 80.0, ..quiet() };
    let second = ledger.close(&accounts, &plain(20.0), &sold);
    near(second.result, 20.0, 1e-9);
    near(second.after_adjustments, -60.0, 1e-9);
    near(first.result + second.result, first.after_adjustments + second.after_adjustments, 1e-9);
}

#[test]
fn reserves_are_used_in_order_and_the_rest_is_a_deficit_to_restore() {
    let accounts = small([30.0, 10.0], 500.0);
    let mut ledger = Ledger::open(&accounts.opening);
    let missed = ledger.close(&accounts, &plain(-100.0), &quiet());
    near(missed.used, 40.0, 1e-9);
    near(missed.balance_requirement, -60.0, 1e-9);
    near(missed.deficit, 60.0, 1e-9);
    // 25 goes to the deficit whole; nothing is left to reserve.
    let next = ledger.close(&accounts, &plain(25.0), &quiet());
    near(next.restored, 25.0, 1e-9);
    near(next.reserved, 0.0, 1e-9);
    near(next.deficit, 35.0, 1e-9);
    near(next.overdue, 0.0, 0.0);
    // Not overdue before the third year after, which is the last in time.
    let second = ledger.close(&accounts, &plain(0.0), &quiet());
    near(second.overdue, 0.0, 0.0);
    let third = ledger.close(&accounts, &plain(0.0), &quiet());
    near(third.overdue, 35.0, 1e-9);
    // 90: 35 restored, then above 1 % of 1000, 80, but no more than is left, 55, nor than 5 %, 50.
    let good = ledger.close(&accounts, &plain(90.0), &quiet());
    near(good.restored, 35.0, 1e-9);
    near(good.reserved, 50.0, 1e-9);
    near(good.balance_requirement, 40.0, 1e-9);
    near(good.deficit, 0.0, 0.0);
    // The reserve holds its 5 %: nothing more is set aside, until 20 of it have been used.
    near(ledger.close(&accounts, &plain(90.0), &quiet()).reserved, 0.0, 1e-9);
    near(ledger.close(&accounts, &plain(-20.0), &quiet()).used, 20.0, 1e-9);
    near(ledger.close(&accounts, &plain(90.0), &quiet()).reserved, 20.0, 1e-9);
}

#[test]
fn what_cash_lacks_is_borrowed_and_repaid_first() {
    let mut accounts = small([0.0, 0.0], 10.0);
    accounts.least_cash = amount(5.0);
    let mut ledger = Ledger::open(&accounts.opening);
    let short = ledger.close(&accounts, &plain(-40.0), &quiet());
    near(short.debt, 35.0, 1e-9);
    near(short.cash, 5.0, 1e-9);
    near(short.assets, 560.0 + 400.0 + 100.0 + 35.0, 1e-9);
    // 4 % of 35; 30 comes in, less the interest: debt falls by 28.6.
    let next = ledger.close(&accounts, &plain(30.0), &FinancialOutcome { debt_rate: 0.04, ..quiet() });
    near(next.debt_interest, -1.4, 1e-9);
    near(next.result, 28.6, 1e-9);
    near(next.debt, 6.4, 1e-9);
    near(next.cash, 5.0, 1e-9);
    let last = ledger.close(&accounts, &plain(20.0), &quiet());
    near(last.debt, 0.0, 0.0);
    near(last.cash, 5.0 + 20.0 - 6.4, 1e-9);
}

#[test]
fn prices_above_the_plans_make_provisions_dearer_once() {
    let accounts = small([0.0, 0.0], 100.0);
    let mut ledger = Ledger::open(&accounts.opening);
    let dear = FinancialOutcome { prices: 1.02, ..quiet() };
    // 2 % of 400 in the year in which prices rise, nothing in the next; no money goes out for it.
    let first = ledger.close(&accounts, &plain(0.0), &dear);
    near(first.result, -8.0, 1e-9);
    near(first.provisions, 408.0, 1e-9);
    near(first.cash, 100.0, 1e-9);
    let second = ledger.close(&accounts, &plain(0.0), &dear);
    near(second.result, 0.0, 1e-9);
    near(second.equity_ratio_full, (592.0 - 102.0) / second.assets, 1e-12);
}

#[test]
fn returns_stay_in_the_pools_and_flows_come_as_cash() {
    let accounts = small([0.0, 0.0], 100.0);
    let mut ledger = Ledger::open(&accounts.opening);
    let earned = FinancialOutcome { pools: 70.0, unrealised_left_out: 50.0, from_pools: 15.0, ..quiet() };
    let closed = ledger.close(&accounts, &plain(0.0), &earned);
    near(closed.result, 70.0, 1e-9);
    near(closed.after_adjustments, 20.0, 1e-9);
    near(closed.cash, 115.0, 1e-9);
    near(closed.equity, 670.0, 1e-9);
}

#[test]
fn where_equity_less_the_contingent_liability_is_negative_less_may_be_set_aside() {
    // 1000 of taxes and grants; a result of 35: 25 above 1 %, 15 above 2 %.
    for (equity, reserved) in [(600.0, 25.0), (64.9, 15.0), (65.0, 25.0)] {
        let mut accounts = small([0.0, 0.0], 50.0);
        accounts.opening.equity = sek(equity);
        let mut ledger = Ledger::open(&accounts.opening);
        let closed = ledger.close(&accounts, &plain(35.0), &quiet());
        near(closed.reserved, reserved, 1e-9);
    }
}

#[test]
fn reserves_that_never_were_are_not_used_up() {
    let none = small([0.0, 0.0], 50.0);
    assert!(!Ledger::open(&none.opening).close(&none, &plain(-10.0), &quiet()).used_up);
    let some = small([6.0, 0.0], 50.0);
    assert!(Ledger::open(&some.opening).close(&some, &plain(-10.0), &quiet()).used_up);
    // What is set aside and then lost.
    let mut ledger = Ledger::open(&none.opening);
    assert!(!ledger.close(&none, &plain(30.0), &quiet()).used_up);
    assert!(ledger.close(&none, &plain(-30.0), &quiet()).used_up);
}
