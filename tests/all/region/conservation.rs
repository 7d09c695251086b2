//! Nothing is lost and nothing made: over every path and year, in each pool, in cash and in debt.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use skans::engine::{BlockState, Event};
use skans::lanes::LANES;
use skans::ledger::lines::Line;
use skans::market;
use skans::plan::{Accounts, AccountsYear, Buffer, BufferBound, ContributionSize, Plan, Region, RuledContribution};

use super::{M, accounts, liability, pool, with_region};
use crate::case::{amount, month_of_year, ratio, share};

/// Years of the accounts, and to the horizon.
const GIVEN: usize = 4;
const YEARS: usize = 6;

/// What a policy may be.
#[derive(Debug, Clone)]
struct Policy {
    steps: u32,
    volatility: f64,
    values: [f64; 3],
    equity_stress: f64,
    band: bool,
    cost_bp: f64,
    fee: f64,
    contribution: f64,
    payments: f64,
    share_borne: f64,
    ruled: [f64; 2],
    buffer: [f64; 2],
    opening_cost: f64,
    debt: f64,
}

fn policies() -> impl Strategy<Value = Policy> {
    let numbers = (
        prop_oneof![Just(1_u32), Just(3)],
        0.0..0.5_f64,
        [1.0..2000.0_f64, 1.0..2000.0, 10.0..5000.0],
        0.2..0.6_f64,
        any::<bool>(),
        prop_oneof![Just(0.0), 1.0..100.0_f64],
        prop_oneof![Just(0.0), 0.001..0.02_f64],
    );
    let flows = (
        prop_oneof![Just(0.0), 1.0..500.0_f64],
        prop_oneof![Just(0.0), 1.0..3000.0_f64],
        0.1..1.0_f64,
        [0.0..1.0_f64, 0.0..300.0],
        [0.0..800.0_f64, 800.0..2500.0],
        0.3..1.3_f64,
        prop_oneof![Just(0.0), 0.0..900.0_f64],
    );
    (numbers, flows).prop_map(|(numbers, flows)| {
        let (steps, volatility, values, equity_stress, band, cost_bp, fee) = numbers;
        let (contribution, payments, share_borne, ruled, buffer, opening_cost, debt) = flows;
        Policy {
            steps,
            volatility,
            values,
            equity_stress,
            band,
            cost_bp,
            fee,
            contribution,
            payments,
            share_borne,
            ruled,
            buffer,
            opening_cost,
            debt,
        }
    })
}

impl Policy {
    fn plan(&self) -> Plan {
        let Self { values: [short, medium, long], cost_bp, fee, equity_stress, opening_cost, contribution, .. } = self;
        let band = if self.band { ", band = 0.03" } else { "" };
        let costs = format!(
            "rebalancing = {{ every_months = 1, cost_bp = {cost_bp:?}{band} }}\nfee = {fee:?}\n\
             opening_cost_share = {{ equities = {opening_cost:?} }}\n"
        );
        let dynamic = format!(
            "rule = {{ kind = \"dynamic\", equity_stress = {equity_stress:?}, max_share = 0.9 }}\n\
             floor = {{ kind = \"rolling-high\", share = 0.85 }}\n{costs}\n[[pools.long.contributions]]\n\
             amount_mnkr = {contribution:?}\nfrom = \"2023-06\"\nevery = \"year\"\n"
        );
        let text = super::market(12 * u32::try_from(YEARS).unwrap(), self.steps, (0.06, self.volatility), (0.02, 0.05))
            + &pool("short", *short, "rule = { kind = \"static\", share = 0 }")
            + &pool("medium", *medium, &format!("rule = {{ kind = \"static\", share = 0.25 }}\n{costs}"))
            + &pool("long", *long, &dynamic);
        let mut pensions = liability(vec![self.payments; 30], 3, vec![2, 1, 0]);
        pensions.paid_by_pools.as_mut().unwrap().share = share(self.share_borne);
        let ruled = |size| RuledContribution { into: 2, month: month_of_year(4), size, years: [2000, 2100] };
        let bound = |mnkr: f64| BufferBound { amount: amount(mnkr * M), of_next_year: ratio(0.5) };
        let mut books = accounts(i16::try_from(GIVEN).unwrap(), vec![false, false, true]);
        books.opening.debt = amount(self.debt * M);
        with_region(
            &text,
            Region {
                liability: Some(pensions),
                contributions: vec![
                    ruled(ContributionSize::ShareOfResult(share(self.ruled[0]))),
                    ruled(ContributionSize::FundingBelow {
                        ratio: ratio(1.0),
                        full: true,
                        amount: amount(self.ruled[1] * M),
                    }),
                ],
                buffer: Some(Buffer {
                    pool: 0,
                    least: bound(self.buffer[0]),
                    most: Some(bound(self.buffer[1] + 3000.0)),
                    others: vec![1, 2],
                }),
                accounts: Some(books),
            },
        )
    }
}

/// A year's end in one path: what is needed to hold the next one to it.
#[derive(Debug, Clone, Copy, Default)]
struct End {
    equity: f64,
    provisions: f64,
    cash: f64,
    debt: f64,
    interest: f64,
    flows: [f64; 3],
    /// All that has flowed so far, whichever way.
    gross: f64,
}

impl End {
    /// The end of the year before the start.
    fn before(accounts: &Accounts) -> Self {
        let opening = &accounts.opening;
        Self {
            equity: opening.equity.get(),
            provisions: opening.provisions.get(),
            cash: opening.cash.get(),
            debt: opening.debt.get(),
            ..Self::default()
        }
    }
}

/// The largest amounts of the accounts, SEK.
const LARGEST: f64 = 2e10;

#[track_caller]
fn equal(found: f64, expected: f64, largest: f64) {
    assert!((found - expected).abs() <= 1e-12 * largest.abs().max(1.0), "{found} is not {expected}, of {largest}");
}

/// Holds a year of accounts to its lines, and its end to the one before; `contributed` went into the pools by plan.
fn holds_its_accounts(given: &AccountsYear, line: &dyn Fn(Line) -> f64, [before, now]: [End; 2], contributed: f64) {
    equal(line(Line::Realised) + line(Line::Unrealised), line(Line::PoolIncome), LARGEST);
    // What goes into the pools and out of them, from the region's side and from the pools'.
    let moved: f64 = (0..3).map(|pool| now.flows[pool] - before.flows[pool]).sum();
    equal(moved, contributed + line(Line::Contributed) - line(Line::Paid), LARGEST);
    equal(now.equity - before.equity, line(Line::Result), LARGEST);
    let result = (given.net_cost() + given.base()).get() + line(Line::FinancialIncome) + line(Line::FinancialCosts);
    equal(result, line(Line::Result), LARGEST);
    let cash = before.cash + line(Line::Result) - line(Line::PoolIncome) - given.depreciation.get()
        + (now.provisions - before.provisions)
        - moved
        + given.other_cash.get()
        + (now.debt - before.debt);
    equal(now.cash, cash, LARGEST);
    let reserves = line(Line::BalanceRequirement) - line(Line::Used) + line(Line::Reserved);
    equal(reserves, line(Line::AfterAdjustments), LARGEST);
}

/// After the accounts, contributions repay debt first: never more than there was.
fn repays_debt_first(unpaid: f64, [before, now]: [End; 2]) {
    let repaid = now.cash - before.cash - (now.debt - before.debt) + unpaid + now.interest - before.interest;
    assert!(repaid > -1.0 && repaid < before.debt + 1.0, "{repaid} of {}", before.debt);
}

/// Values of pools add up to the total, and are those of the books where a year was closed.
fn add_up(values: &[f64], total: f64, books: Option<&[f64; 3]>) {
    assert!(values.iter().all(|value| *value >= 0.0));
    let sum: f64 = values.iter().sum();
    equal(sum, total, sum);
    for (books, value) in books.into_iter().flatten().zip(values) {
        equal(*books, *value, LARGEST);
    }
}

/// Follows a block of the plan's paths, and holds each year to the one before.
fn conserves(plan: &Plan) {
    let accounts = plan.region.as_ref().and_then(|region| region.accounts.as_ref()).unwrap();
    let mut ends = vec![End::before(accounts); LANES];
    let mut book_values = vec![[0.0; 3]; LANES];
    let (mut closed, mut observed) = (Vec::new(), 0);
    let model = market::model(plan);
    BlockState::new(plan, model.as_ref()).run(0, |event| match event {
        Event::Closed(year, region) => {
            let year_end = region.year_end();
            closed.push(year);
            for lane in 0..LANES {
                let line = |line: Line| year_end.line(line)[lane];
                let ledger = region.ledger(lane).unwrap();
                let before = ends[lane];
                let mut now = before;
                (now.cash, now.debt, now.interest) = (ledger.cash(), ledger.debt(), line(Line::InterestSoFar));
                let given = &plan.pools[2].flows.contributions;
                let contributed =
                    (0..=plan.time.steps()).filter_map(|step| given.at(step)).map(|[sek, _]| sek).sum::<f64>() / 6.0;
                let ruled = [Line::Due, Line::Contributed, Line::Moved].map(|flow| line(flow).abs());
                now.gross += contributed + ruled.iter().sum::<f64>();
                if let Some(given) = accounts.years.get(year) {
                    let mut incomes = 0.0;
                    for (pool, value) in book_values[lane].iter_mut().enumerate() {
                        let books = region.books().unwrap().books_of(pool, lane);
                        let income = books.income();
                        let opening = plan.pools[pool].opening_value.get();
                        let largest = opening + income.realised.abs() + income.unrealised.abs() + now.gross;
                        equal(opening + income.realised + income.unrealised + books.flows(), books.value(), largest);
                        incomes += region.incomes()[pool][lane];
                        now.flows[pool] = books.flows();
                        *value = books.value();
                    }
                    equal(incomes, line(Line::PoolIncome), LARGEST);
                    (now.equity, now.provisions) = (line(Line::Equity), line(Line::Provisions));
                    holds_its_accounts(given, &line, [before, now], contributed);
                } else {
                    let unpaid = line(Line::Due) - line(Line::Paid);
                    repays_debt_first(unpaid, [before, now]);
                }
                assert!(now.debt >= 0.0 && (now.debt <= 0.0 || (now.cash - accounts.least_cash.get()).abs() < 1.0));
                ends[lane] = now;
            }
        }
        Event::Observed(step, pools, total, _) => {
            observed += 1;
            let total = total.unwrap().observed().value;
            let year = step / (12 * plan.time.steps_per_month() as usize);
            let is_closed = step > 0 && step.is_multiple_of(12 * plan.time.steps_per_month() as usize) && year <= GIVEN;
            for (lane, books) in book_values.iter().enumerate() {
                let values: Vec<f64> = pools.iter().map(|pool| pool.observed().value[lane]).collect();
                add_up(&values, total[lane], is_closed.then_some(books));
            }
        }
        Event::Traded(..) => {}
    });
    assert_eq!((closed, accounts.years.len()), ((0..YEARS).collect(), GIVEN));
    assert_eq!(observed, plan.time.steps() + 1);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_is_lost_and_nothing_made(policy in policies()) {
        conserves(&policy.plan());
    }
}
