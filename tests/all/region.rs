//! The region: conservation over random policies, closed forms, years worked by hand, and paths explained.

mod by_hand;
mod closed_forms;
mod conservation;
mod explained;
mod same;
mod short_rate;
mod stressed;

use skans::plan::{
    Accounts, AccountsOpening, AccountsYear, Liability, PaidByPools, Plan, Region, Reservation, ReserveKind,
};

use skans::units::Share;

use crate::case::{amount, plan, rate, sek, share, two_assets};

/// A million kronor.
pub const M: f64 = 1e6;

/// A plan of pools that is started at the end of 2022, with what is told of its region, on a block of paths.
pub fn with_region(text: &str, region: Region) -> Plan {
    let mut plan = plan(text).with_paths(256);
    plan.region = Some(region);
    plan
}

/// Payments of a liability, each year's in mnkr of the start's money, borne by the pools from the first year on.
pub fn liability(payments: Vec<f64>, pools: usize, order: Vec<usize>) -> Liability {
    Liability {
        payments: [payments.into_iter().map(|mnkr| amount(mnkr * M)).collect(), Vec::new()],
        payroll_tax: share(0.0),
        real_rate: rate(0.01),
        market: None,
        backed_by: vec![true; pools],
        paid_by_pools: Some(PaidByPools { from: 2023, share: Share::WHOLE, order }),
    }
}

/// A year of accounts with round numbers.
pub fn year(year: i16) -> AccountsYear {
    AccountsYear {
        year,
        operating_income: sek(1000.0 * M),
        operating_costs: sek(-10_900.0 * M),
        depreciation: sek(-300.0 * M),
        taxes: sek(7500.0 * M),
        grants: sek(2700.0 * M),
        other_financial_income: sek(40.0 * M),
        other_financial_costs: sek(-200.0 * M),
        provisions: amount(5000.0 * M),
        contingent: amount(3800.0 * M),
        other_cash: sek(-250.0 * M),
        expected_pools: sek(260.0 * M),
        expected_left_out: sek(220.0 * M),
        inflation: Some(rate(0.02)),
        reservation: Some(Reservation {
            into: ReserveKind::Result,
            above: share(0.005),
            above_when_negative: share(0.005),
            cap: Some(share(0.05)),
        }),
        usable: vec![ReserveKind::Equalisation, ReserveKind::Result],
        target: share(0.01),
    }
}

/// Accounts of so many years from 2023 on; of the pools those are left out of the balance requirement.
pub fn accounts(years: i16, left_out: Vec<bool>) -> Accounts {
    Accounts {
        opening: AccountsOpening {
            equity: sek(6000.0 * M),
            provisions: amount(4800.0 * M),
            other_liabilities: amount(1900.0 * M),
            cash: sek(300.0 * M),
            debt: amount(0.0),
            reserves: [amount(150.0 * M), amount(0.0)],
            deficits: Vec::new(),
        },
        years: (2023..2023 + years).map(year).collect(),
        left_out,
        least_cash: amount(100.0 * M),
        margin: rate(0.01),
        rate: rate(0.02),
    }
}

/// Two assets, from the end of 2022 on, without a pool.
pub fn market(months: u32, steps: u32, equity: (f64, f64), bonds: (f64, f64)) -> String {
    two_assets("2022-12", months, steps, equity, bonds)
}

/// A pool of so many mnkr; `more` holds its other keys.
pub fn pool(name: &str, mnkr: f64, more: &str) -> String {
    format!(
        "\n[pools.{name}]\nopening_value_mnkr = {mnkr:?}\nequities = {{ equity = 1.0 }}\n\
         fixed_income = {{ bonds = 1.0 }}\n{more}\n"
    )
}
