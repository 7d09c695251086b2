//! The region over a block of paths: what flows between its budget and the pools, and the close of each calendar year.
//!
//! At a month-end, the pools' own flows come first. Then the pools pay pensions, in their order. Contributions that
//! were decided at the last year's end come in. The buffer is filled, or gives away its excess. After the flows of a
//! December the year is closed: books, accounts, liability, and the next year's contributions.

mod available;
mod flows;
mod year_end;

use crate::lanes::{LANES, Lanes};
use crate::market::MarketStep;
use crate::numerics::elementary::add_scaled;
use crate::plan::{Accounts, AccountsYear, FactorKind, Liability, LiabilityPart, MarketRate, Plan, Region};
use crate::pool::PoolState;
use crate::units::Sek;

use super::accounts::{AnnualAccounts, FinancialOutcome, Ledger};
use super::block_books::BlockBooks;
use super::lines::{Line, RegionEvent};
use super::pensions::{Valuation, value_at_rate};
pub use available::{events, lines};
use flows::RegionFlows;
pub use year_end::YearEnd;

/// A share of taxes, grants and equalisation; a smaller amount below a bound is rounding.
const ROUNDING: f64 = 1e-12;

/// The region of one plan over a block of paths.
pub struct RegionState<'a> {
    plan: &'a Plan,
    region: &'a Region,
    /// The place of the short rate among the world's factors.
    short_rate: Option<usize>,
    valuation: Option<(&'a Liability, Valuation)>,
    flows: RegionFlows<'a>,
    books: Option<BlockBooks>,
    ledgers: Vec<Ledger>,
    /// Since the year began: payments out of the pools less payments into them, SEK.
    from_pools: Lanes,
    /// Since the year began: payments that the pools could not make, SEK.
    unpaid: Lanes,
    /// Since the year began: interest on a krona of debt.
    debt_rate: Lanes,
    /// The short rate at the last step's end.
    rate: Lanes,
    /// The price level that the given provisions assume.
    expected_prices: f64,
    /// Income of the year that was closed last, by pool of the region.
    incomes: Vec<Lanes>,
    year_end: YearEnd,
}

impl<'a> RegionState<'a> {
    /// Room for a block, if the plan has a region.
    #[must_use]
    pub fn new(plan: &'a Plan) -> Option<Self> {
        let region = plan.region.as_ref()?;
        let lanes = || Lanes::all(0.0);
        let short_rate = plan.market.law.factor(FactorKind::ShortRate);
        Some(Self {
            plan,
            region,
            short_rate,
            valuation: region.liability.as_ref().map(|liability| (liability, Valuation::new(liability))),
            flows: RegionFlows::new(plan, region),
            books: region.accounts.as_ref().map(|accounts| BlockBooks::new(accounts.left_out.len())),
            ledgers: Vec::new(),
            from_pools: lanes(),
            unpaid: lanes(),
            debt_rate: lanes(),
            rate: lanes(),
            expected_prices: 1.0,
            incomes: region.accounts.iter().flat_map(|accounts| &accounts.left_out).map(|_| lanes()).collect(),
            year_end: YearEnd::new(),
        })
    }

    /// Goes to the start of a block.
    pub fn begin(&mut self) {
        self.flows.begin();
        if let Some(accounts) = &self.region.accounts {
            self.ledgers = vec![Ledger::open(&accounts.opening); LANES];
        }
        for zero in [&mut self.from_pools, &mut self.unpaid, &mut self.debt_rate, &mut self.rate] {
            zero.fill(0.0);
        }
        self.expected_prices = 1.0;
        self.year_end.begin(self.region.accounts.as_ref().map_or(0.0, |accounts| accounts.opening.debt.get()));
    }

    /// The accounts, and the given year that ends `year + 1` years after the start, if there is one.
    fn accounts_year(&self, year: usize) -> Option<(&'a Accounts, Option<&'a AccountsYear>)> {
        let accounts = self.region.accounts.as_ref()?;
        Some((accounts, accounts.years.get(year)))
    }

    /// Whether books are kept in the step that ends at `end`.
    fn keeps_books(&self, end: usize) -> bool {
        let steps = 12 * self.plan.time.steps_per_month() as usize;
        matches!(self.accounts_year((end - 1) / steps), Some((_, Some(_))))
    }

    /// Sees what the pools traded.
    pub fn traded(&mut self, step: usize, pools: &[PoolState]) {
        if let Some(books) = &mut self.books {
            books.traded(step, pools);
        }
    }

    /// Takes the region to the end of a step: flows, books, and the close of a year. `flow` makes the pools' own flows.
    pub fn step(
        &mut self,
        end: usize,
        prices: &[f64],
        market: &MarketStep,
        pools: &mut [PoolState],
        flow: impl FnOnce(&mut [PoolState]),
    ) {
        add_values(1.0, &pools[..self.incomes.len()], &mut self.from_pools);
        flow(pools);
        let month = self.plan.time.month_end(end);
        if let Some(month) = month {
            for pool in &pools[..self.incomes.len()] {
                add_scaled(1.0, pool.observed().unpaid, &mut self.unpaid);
            }
            self.flows.month_end(month, prices, pools);
            add_scaled(1.0, self.flows.unpaid(), &mut self.unpaid);
        }
        add_values(-1.0, &pools[..self.incomes.len()], &mut self.from_pools);
        if let Some(short_rate) = self.short_rate {
            self.rate.copy_from_slice(market.factor(short_rate));
        }
        self.accrue_interest();
        if self.keeps_books(end)
            && let Some(books) = &mut self.books
        {
            books.book(pools, market);
        }
        if let Some(month) = month
            && month.is_multiple_of(12)
        {
            self.close(month / 12 - 1, prices, pools);
        }
    }

    /// Adds a step's interest on a krona of debt: the short rate and the margin, at least 0.
    fn accrue_interest(&mut self) {
        let Some(accounts) = &self.region.accounts else { return };
        let years = self.plan.time.step_in_years();
        let known = self.short_rate.is_none().then_some(accounts.rate.get());
        for (interest, &rate) in self.debt_rate.iter_mut().zip(self.rate.iter()) {
            *interest += years * (known.unwrap_or(rate) + accounts.margin.get()).max(0.0);
        }
    }

    /// Closes the year that ends `year + 1` years after the start.
    fn close(&mut self, year: usize, prices: &[f64], pools: &[PoolState]) {
        match self.accounts_year(year) {
            Some((accounts, Some(given))) => self.close_accounts(accounts, given, prices),
            Some((accounts, None)) => self.carry_forward(accounts),
            None => {}
        }
        self.value_liability(year, prices, pools);
        self.flows.write(&mut self.year_end);
        let debt = self.ledgers.iter().map(Ledger::debt);
        self.flows.decide(year, &self.year_end, debt);
        for sum in [&mut self.from_pools, &mut self.unpaid, &mut self.debt_rate] {
            sum.fill(0.0);
        }
    }

    fn close_accounts(&mut self, accounts: &Accounts, given: &AccountsYear, prices: &[f64]) {
        if let Some(inflation) = given.inflation {
            self.expected_prices *= 1.0 + inflation.get();
        }
        let [base, budget] = [given.base(), given.budget()].map(Sek::get);
        let rounding = ROUNDING * base;
        for lane in 0..LANES {
            let (mut realised, mut unrealised, mut left_out) = (0.0, 0.0, 0.0);
            for (pool, income) in self.incomes.iter_mut().enumerate() {
                let earned = self.books.as_mut().map_or_else(Default::default, |books| books.close(pool, lane));
                income[lane] = earned.total();
                realised += earned.realised;
                unrealised += earned.unrealised;
                left_out += if accounts.left_out[pool] { earned.unrealised } else { 0.0 };
            }
            let outcome = FinancialOutcome {
                pools: realised + unrealised,
                unrealised_left_out: left_out,
                from_pools: self.from_pools[lane],
                prices: if given.inflation.is_some() { prices[lane] / self.expected_prices } else { 1.0 },
                debt_rate: self.debt_rate[lane],
            };
            let closed = self.ledgers[lane].close(accounts, given, &outcome);
            self.year_end.accounts(lane, &closed, [realised, unrealised]);
            self.year_end.debt(lane, closed.debt, 0.0 - closed.debt_interest);
            let AnnualAccounts { result, after_adjustments, balance_requirement, used_up, overdue, .. } = closed;
            self.year_end.set_event(RegionEvent::BelowBudget, lane, result < budget - rounding);
            self.year_end.set_event(RegionEvent::Loss, lane, result < 0.0 - rounding);
            self.year_end.set_event(RegionEvent::RequirementMissed, lane, balance_requirement < 0.0 - rounding);
            self.year_end.set_event(
                RegionEvent::TargetMissed,
                lane,
                after_adjustments < given.target.get() * base - rounding,
            );
            self.year_end.set_event(RegionEvent::ReservesUsedUp, lane, used_up);
            self.year_end.set_event(RegionEvent::Overdue, lane, overdue > rounding);
        }
    }

    fn carry_forward(&mut self, accounts: &Accounts) {
        for (lane, ledger) in self.ledgers.iter_mut().enumerate() {
            let to_repay = self.flows.to_repay()[lane];
            let interest = ledger.carry_forward(accounts, self.unpaid[lane], to_repay, self.debt_rate[lane]);
            self.year_end.debt(lane, ledger.debt(), interest);
        }
    }

    fn value_liability(&mut self, year: usize, prices: &[f64], pools: &[PoolState]) {
        let Some((liability, valuation)) = &self.valuation else { return };
        let capital = self.year_end.line_mut(Line::Capital);
        capital.fill(0.0);
        for (pool, _) in pools.iter().zip(&liability.backed_by).filter(|(_, backs)| **backs) {
            add_scaled(1.0, pool.observed().value, capital);
        }
        let provision = valuation.at(LiabilityPart::Provision, year + 1);
        let contingent = valuation.at(LiabilityPart::Contingent, year + 1);
        for (lane, &level) in prices.iter().enumerate() {
            let capital = self.year_end.line(Line::Capital)[lane];
            let [provision, both] = [provision, provision + contingent].map(|real| real * level);
            self.year_end.set(Line::LiabilityProvision, lane, provision);
            self.year_end.set(Line::LiabilityContingent, lane, both - provision);
            self.year_end.set(Line::FundingRatio, lane, capital / provision);
            self.year_end.set(Line::FundingRatioFull, lane, capital / both);
            self.year_end.set_event(RegionEvent::Underfunded, lane, capital < provision);
            self.year_end.set_event(RegionEvent::UnderfundedFull, lane, capital < both);
        }
        let Some(market) = liability.market else { return };
        for (lane, &level) in prices.iter().enumerate() {
            let rate = match market {
                MarketRate::Constant(rate) => rate.get(),
                // A rate of -100 % would make of any payment an infinite debt.
                MarketRate::Short { premium } => (self.rate[lane] + premium.get()).max(-0.5),
            };
            let worth = level * value_at_rate(liability, year + 1, rate);
            self.year_end.set(Line::FundingRatioMarket, lane, self.year_end.line(Line::Capital)[lane] / worth);
        }
    }

    /// The lines and events of the year that was closed last.
    #[must_use]
    pub const fn year_end(&self) -> &YearEnd {
        &self.year_end
    }

    /// The income of each pool in the year that was closed last, SEK, in the plan's order.
    #[must_use]
    pub fn incomes(&self) -> &[Lanes] {
        &self.incomes
    }

    /// The accounts in one path, where there are any.
    #[must_use]
    pub fn ledger(&self, lane: usize) -> Option<&Ledger> {
        self.ledgers.get(lane)
    }

    /// The books of a pool in one path, where they are kept.
    #[must_use]
    pub fn books(&self) -> Option<&BlockBooks> {
        self.books.as_ref()
    }
}

fn add_values(factor: f64, pools: &[PoolState], sum: &mut [f64]) {
    for pool in pools {
        add_scaled(factor, pool.observed().value, sum);
    }
}
