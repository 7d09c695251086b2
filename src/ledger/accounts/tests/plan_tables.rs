//! The accounts against the tables of a region's plan.

use super::super::{FinancialOutcome, Ledger};
use super::{amount, near, rate, sek, share};
use crate::plan::{Accounts, AccountsOpening, AccountsYear, Reservation, ReserveKind};

/// A year of the Strategic plan 2023–2025 of Region Norrbotten (chapter on the budget, and its balance sheet).
#[derive(Clone, Copy)]
struct PlanYear {
    year: i16,
    operating: [f64; 3],
    taxes: f64,
    grants: f64,
    financial: [f64; 2],
    left_out: f64,
    /// Result and result after balance adjustments.
    results: [f64; 2],
}

const TABLE: [PlanYear; 6] = [
    year(2023, [1054.0, -10679.0, -272.0], 7369.0, 2678.0, [305.0, -413.0], 229.0, [42.0, -187.0]),
    year(2024, [883.0, -10916.0, -286.0], 7647.0, 2763.0, [317.0, -362.0], 238.0, [47.0, -191.0]),
    year(2025, [883.0, -10894.0, -299.0], 7933.0, 2804.0, [321.0, -199.0], 241.0, [549.0, 308.0]),
    year(2026, [883.0, -11172.0, -309.0], 8167.0, 2878.0, [328.0, -173.0], 246.0, [601.0, 355.0]),
    year(2027, [883.0, -11493.0, -314.0], 8406.0, 2960.0, [295.0, -170.0], 221.0, [567.0, 346.0]),
    year(2028, [883.0, -11821.0, -313.0], 8653.0, 3047.0, [295.0, -168.0], 221.0, [575.0, 354.0]),
];

const fn year(
    year: i16,
    operating: [f64; 3],
    taxes: f64,
    grants: f64,
    financial: [f64; 2],
    left_out: f64,
    results: [f64; 2],
) -> PlanYear {
    PlanYear { year, operating, taxes, grants, financial, left_out, results }
}

/// Provisions and contingent liability at the year's end, and what goes out beside the result. Then the plan's figures
/// at the year's end: equity ratios in percent, cash.
const BALANCES: [([f64; 3], [f64; 3]); 3] = [
    ([4731.0, 3888.0, -287.0], [48.0, 18.0, 1347.0]),
    ([5302.0, 3848.0, -369.0], [46.0, 18.0, 1644.0]),
    ([5397.0, 3691.0, -347.0], [48.0, 22.0, 1999.0]),
];

fn given(plan: &PlanYear, ends: [f64; 3]) -> AccountsYear {
    let law_of_2024 = plan.year >= 2024;
    AccountsYear {
        year: plan.year,
        operating_income: sek(plan.operating[0]),
        operating_costs: sek(plan.operating[1]),
        depreciation: sek(plan.operating[2]),
        taxes: sek(plan.taxes),
        grants: sek(plan.grants),
        other_financial_income: sek(plan.financial[0] - plan.left_out),
        other_financial_costs: sek(plan.financial[1]),
        provisions: amount(ends[0]),
        contingent: amount(ends[1]),
        other_cash: sek(ends[2]),
        expected_pools: sek(plan.left_out),
        expected_left_out: sek(plan.left_out),
        inflation: None,
        reservation: Some(Reservation {
            into: if law_of_2024 { ReserveKind::Result } else { ReserveKind::Equalisation },
            above: share(0.01),
            above_when_negative: share(0.02),
            cap: law_of_2024.then_some(share(0.05)),
        }),
        usable: vec![ReserveKind::Equalisation, ReserveKind::Result],
        target: share(0.01),
    }
}

fn accounts() -> Accounts {
    let ends = |place: usize| BALANCES.get(place).map_or([5397.0, 3691.0, 0.0], |(ends, _)| *ends);
    Accounts {
        opening: AccountsOpening {
            equity: sek(5979.0 + 156.0),
            provisions: amount(4159.0),
            other_liabilities: amount(12249.0 - 5979.0 - 156.0 - 4159.0),
            cash: sek(977.0),
            debt: amount(0.0),
            reserves: [amount(1665.0), amount(0.0)],
            deficits: Vec::new(),
        },
        years: TABLE.iter().enumerate().map(|(place, year)| given(year, ends(place))).collect(),
        left_out: vec![true],
        least_cash: amount(0.0),
        margin: rate(0.01),
        rate: rate(0.02),
    }
}

fn as_budgeted(year: &AccountsYear) -> FinancialOutcome {
    FinancialOutcome {
        pools: year.expected_pools.get(),
        unrealised_left_out: year.expected_left_out.get(),
        from_pools: 0.0,
        prices: 1.0,
        debt_rate: 0.03,
    }
}

#[test]
fn the_plans_tables_come_out() {
    let accounts = accounts();
    let mut ledger = Ledger::open(&accounts.opening);
    for (place, (plan, year)) in TABLE.iter().zip(&accounts.years).enumerate() {
        let closed = ledger.close(&accounts, year, &as_budgeted(year));
        near(closed.result, plan.results[0], 1.0);
        near(closed.after_adjustments, plan.results[1], 1.0);
        near(year.budget().get(), closed.result, 1e-9);
        near(year.budget_after_adjustments().get(), closed.after_adjustments, 1e-9);
        if let Some((_, [ratio, full, cash])) = BALANCES.get(place) {
            near((100.0 * closed.equity_ratio).round(), *ratio, 0.0);
            near((100.0 * closed.equity_ratio_full).round(), *full, 0.0);
            near(closed.cash, *cash, 1.0 + f64::from(u8::try_from(place).unwrap()));
        }
        // The deficits of 2023 and 2024 are covered from the reserve; later years have none.
        near(closed.balance_requirement.min(0.0), 0.0, 0.0);
        near(closed.used, (0.0 - closed.after_adjustments).max(0.0), 1e-9);
    }
}

#[test]
fn net_costs_are_the_plans() {
    let net = [-9897.0, -10319.0, -10310.0, -10599.0, -10924.0, -11251.0];
    for (year, net) in accounts().years.iter().zip(net) {
        near(year.net_cost().get(), net, 1.0);
    }
}
