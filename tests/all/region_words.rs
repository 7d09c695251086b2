//! The region's words: what is left out, formulas of payments, files, and a configuration that is written and read
//! again.

use std::fs;
use std::path::Path;

use skans::config;
use skans::ledger::accounts::{FinancialOutcome, Ledger};
use skans::plan::{BufferBound, ContributionSize, LiabilityPart, Plan, Region, ReserveKind};

use crate::case::{amount, month_of_year, rate, ratio, share};

const GOOD: &str = "tests/good/region.toml";
const ACCOUNTS: &str = "configs/region-norrbotten-accounts.toml";

fn loaded(file: &str) -> config::Loaded {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    config::load(&file, &[]).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

fn region(plan: &Plan) -> &Region {
    plan.region.as_ref().unwrap()
}

#[track_caller]
fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not {expected}");
}

/// A formula is level, rises evenly to its peak, and falls evenly to nothing in the year after its last. A file's gaps
/// are years without.
#[test]
fn payments_are_those_of_the_formula_and_of_the_file() {
    let plan = loaded(GOOD).plan;
    let liability = region(&plan).liability.as_ref().unwrap();
    let [provision, contingent] = &liability.payments;
    let by_hand = [0.0, 30.0, 30.0, 30.0, 40.0, 50.0, 60.0, 45.0, 30.0, 15.0];
    assert_eq!(provision.len(), by_hand.len());
    provision.iter().zip(by_hand).for_each(|(found, mnkr)| near(found.get(), mnkr * 1e6, 1e-6));
    let of_file = [80e6, 0.0, 40e6];
    assert_eq!(contingent.len(), of_file.len());
    contingent.iter().zip(of_file).for_each(|(found, sek)| near(found.get(), sek, 0.0));
}

/// What is left out is what the page of the configuration says.
#[test]
fn what_is_left_out_is_the_default() {
    let plan = loaded(GOOD).plan;
    let region = region(&plan);
    let liability = region.liability.as_ref().unwrap();
    near(liability.real_rate.get(), 0.01, 0.0);
    near(liability.payroll_tax.get(), 0.2426, 0.0);
    assert_eq!(liability.backed_by, [true, true, true]);
    let paid = liability.paid_by_pools.as_ref().unwrap();
    assert_eq!((paid.from, &paid.order[..]), (2025, &[0, 1, 2][..]));
    near(paid.share.get(), 1.0, 0.0);
    let [of_result, below] = &region.contributions[..] else { panic!("two contributions") };
    assert_eq!(
        (of_result.size, of_result.month, of_result.years),
        (ContributionSize::ShareOfResult(share(0.25)), month_of_year(4), [2023, 2026])
    );
    assert_eq!(below.size, ContributionSize::FundingBelow { ratio: ratio(1.0), full: true, amount: amount(10e6) });
    assert_eq!((below.into, below.month, below.years), (1, month_of_year(6), [2024, 2030]));
    let buffer = region.buffer.as_ref().unwrap();
    assert_eq!((buffer.pool, &buffer.others[..]), (2, &[0, 1][..]));
    assert_eq!(buffer.least, BufferBound { amount: amount(0.0), of_next_year: ratio(1.0) });
    assert_eq!(buffer.most, Some(BufferBound { amount: amount(500e6), of_next_year: ratio(1.5) }));
}

#[test]
fn accounts_are_in_kronor_with_their_signs_and_the_oldest_deficit_first() {
    let plan = loaded(GOOD).plan;
    let accounts = region(&plan).accounts.as_ref().unwrap();
    assert_eq!(accounts.opening.deficits, [(2, amount(7e6)), (0, amount(5e6))]);
    assert_eq!(accounts.left_out, [false, true, false]);
    near(accounts.opening.reserves[ReserveKind::Equalisation as usize].get(), 20e6, 0.0);
    near(accounts.opening.reserves[ReserveKind::Result as usize].get(), 0.0, 0.0);
    let year = &accounts.years[0];
    near(year.operating_result().get(), 100e6 - 1080e6 - 20e6 + 1000e6, 1e-6);
    near(year.budget().get(), 52e6, 1e-6);
    near(year.budget_after_adjustments().get(), 7e6, 1e-6);
    assert_eq!(year.usable, [ReserveKind::Result, ReserveKind::Equalisation]);
    assert_eq!((year.inflation, year.reservation.map(|rule| rule.into)), (None, Some(ReserveKind::Result)));
}

/// A region cut, doubled or changed at random is an error or a plan, never a panic.
#[test]
fn mangled_regions_never_panic() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(folder.join(GOOD)).unwrap();
    let text = text.replace("{ file = \"pensions.csv\" }", "{ from = 2023, amount_mnkr = 80, until = 2060 }");
    assert!(config::from_text("region", &text).is_ok());
    crate::bad_input::mangled(&text, &["-", "\"", "=", "{", "}", "\n", "9", "nan", "2023", "99999"], |text| {
        drop(config::from_text("mangled", text));
    });
}

/// The shipped schedules are worth what the plan says of the end of 2022: with payroll tax, at the sector's rate, paid
/// at month-ends.
#[test]
fn the_clients_pensions_are_worth_what_the_plan_says() {
    let plan = loaded(ACCOUNTS).plan;
    let liability = region(&plan).liability.as_ref().unwrap();
    let discount = 1.0 / 1.01_f64;
    let year: f64 = (1..=12).map(|month| discount.powf(f64::from(month) / 12.0)).sum::<f64>() / 12.0;
    for (part, mnkr) in [(LiabilityPart::Provision, 4159.0), (LiabilityPart::Contingent, 3839.0)] {
        let payments = &liability.payments[part as usize];
        let worth: f64 = (0..).zip(payments).map(|(years, amount)| amount.get() * discount.powi(years) * year).sum();
        near(worth * (1.0 + 0.2426) / 1e6, mnkr, 1.0);
    }
}

/// With the budget's own figures the shipped accounts are the plan's tables: result, and result after balance
/// adjustments. Of the years of its balance sheet they are both equity ratios in whole percent, and cash.
#[test]
fn the_clients_accounts_are_the_plans_tables() {
    const RESULTS: [[f64; 2]; 6] =
        [[42.0, -187.0], [47.0, -191.0], [549.0, 308.0], [601.0, 355.0], [567.0, 346.0], [575.0, 354.0]];
    const BALANCES: [[f64; 3]; 3] = [[48.0, 18.0, 1347.0], [46.0, 18.0, 1644.0], [48.0, 22.0, 1999.0]];
    let plan = loaded(ACCOUNTS).plan;
    let accounts = region(&plan).accounts.as_ref().unwrap();
    let mut ledger = Ledger::open(&accounts.opening);
    assert_eq!(accounts.years.len(), RESULTS.len());
    for (place, (year, [result, after])) in accounts.years.iter().zip(RESULTS).enumerate() {
        let seen = FinancialOutcome {
            pools: year.expected_pools.get(),
            unrealised_left_out: year.expected_left_out.get(),
            from_pools: 0.0,
            prices: 1.0,
            debt_rate: 0.03,
        };
        let closed = ledger.close(accounts, year, &seen);
        near(closed.result / 1e6, result, 1.0);
        near(closed.after_adjustments / 1e6, after, 1.0);
        near(closed.balance_requirement.min(0.0), 0.0, 0.0);
        let Some([ratio, full, cash]) = BALANCES.get(place) else { continue };
        near((100.0 * closed.equity_ratio).round(), *ratio, 0.0);
        near((100.0 * closed.equity_ratio_full).round(), *full, 0.0);
        near(closed.cash / 1e6, *cash, 1.0);
    }
}

/// The pools of the accounts earn what the budget expects of them in 2023, and the long one what it adjusts out.
#[test]
fn the_clients_pools_are_what_its_budget_reckons_with() {
    let plan = loaded(ACCOUNTS).plan;
    let year = &region(&plan).accounts.as_ref().unwrap().years[0];
    let income = |pool: &skans::plan::Pool| pool.opening_value.get() * pool.expected_return.unwrap().get();
    near(plan.pools.iter().map(income).sum(), year.expected_pools.get(), 1.0);
    let long = plan.pools.iter().find(|pool| pool.name == "long").unwrap();
    near(income(long), year.expected_left_out.get(), 1.0);
}

/// Both of the client's files have one world; only the inflation of their starts differs, and what the world is held
/// against stands in one.
#[test]
fn the_clients_world_is_the_same_with_accounts() {
    let market = |file: &str| {
        let market = loaded(file).plan.market.as_ref().clone();
        let law = market.law.diffusion().expect("a diffusion").clone();
        let started = |factor: &skans::plan::Factor| skans::plan::Factor { start: rate(0.0), ..*factor };
        let factors: Vec<_> = law.factors().iter().map(started).collect();
        let motions = (law.assets().to_vec(), factors, law.regimes().to_vec(), law.chain(), law.copula());
        (market.assets, market.prices, market.crisis, motions)
    };
    assert!(market(ACCOUNTS) == market("configs/region-norrbotten.toml"));
}
