//! Flows between the region and its pools that follow from the path: pensions, contributions by rule, the buffer.

use super::super::lines::{Line, RegionEvent};
use super::super::pensions::due_by_month;
use super::year_end::YearEnd;
use crate::lanes::{LANES, Lanes};
use crate::numerics::elementary::add_scaled;
use crate::plan::{Buffer, BufferBound, ContributionSize, Plan, Region, RuledContribution};
use crate::pool::PoolState;

/// The flows between the region and its pools, over a block of paths.
pub struct RegionFlows<'a> {
    region: &'a Region,
    first_year: i16,
    /// The pools that pay pensions, in their order.
    order: &'a [usize],
    /// Pensions due at each month-end after the start, SEK in the money of the start.
    due: Vec<f64>,
    /// By rule: the contribution decided at the last year's end, SEK; by funding ratio, in the money of the start.
    decided: Vec<Lanes>,
    /// Debt at the last year's end that contributions have not repaid yet, SEK.
    unrepaid: Lanes,
    /// Since the year began, in the money of the day.
    due_in_year: Lanes,
    paid_in_year: Lanes,
    contributed: Lanes,
    moved: Lanes,
    /// Since the year began: contributions that repay debt instead of reaching a pool.
    to_repay: Lanes,
    /// Since the start, in the money of the start.
    due_so_far: f64,
    paid_so_far: Lanes,
    /// Pensions that the pools could not pay at the last month-end.
    unpaid: Lanes,
    unpaid_in_year: Lanes,
    /// The amount that is being moved.
    amount: Lanes,
}

impl<'a> RegionFlows<'a> {
    pub(super) fn new(plan: &Plan, region: &'a Region) -> Self {
        let lanes = || Lanes::all(0.0);
        let first_year = i16::try_from(plan.start.year() + 1).unwrap_or(i16::MAX);
        let paid_by_pools = region.liability.as_ref().and_then(|liability| liability.paid_by_pools.as_ref());
        Self {
            region,
            first_year,
            order: paid_by_pools.map_or(&[], |paid| &paid.order),
            due: region.liability.as_ref().map_or_else(Vec::new, |liability| due_by_month(liability, first_year)),
            decided: vec![lanes(); region.contributions.len()],
            unrepaid: lanes(),
            due_in_year: lanes(),
            paid_in_year: lanes(),
            contributed: lanes(),
            moved: lanes(),
            to_repay: lanes(),
            due_so_far: 0.0,
            paid_so_far: lanes(),
            unpaid: lanes(),
            unpaid_in_year: lanes(),
            amount: lanes(),
        }
    }

    pub(super) fn begin(&mut self) {
        self.decided.iter_mut().for_each(|decided| decided.fill(0.0));
        self.due_so_far = 0.0;
        self.paid_so_far.fill(0.0);
        self.unpaid.fill(0.0);
        self.unrepaid.fill(0.0);
        self.begin_year();
    }

    fn begin_year(&mut self) {
        for sum in [
            &mut self.due_in_year,
            &mut self.paid_in_year,
            &mut self.contributed,
            &mut self.moved,
            &mut self.to_repay,
            &mut self.unpaid_in_year,
        ] {
            sum.fill(0.0);
        }
    }

    /// The flows of a month-end, where the price level since the start is `prices`.
    pub(super) fn month_end(&mut self, month: usize, prices: &[f64], pools: &mut [PoolState]) {
        if month % 12 == 1 {
            self.begin_year();
        }
        self.pay_pensions(month, prices, pools);
        self.contribute(month, prices, pools);
        if let Some(buffer) = &self.region.buffer {
            self.keep_buffer(buffer, month, prices, pools);
        }
    }

    fn pay_pensions(&mut self, month: usize, prices: &[f64], pools: &mut [PoolState]) {
        let due = self.due.get(month - 1).copied().unwrap_or(0.0);
        if due <= 0.0 {
            self.unpaid.fill(0.0);
            return;
        }
        for (left, level) in self.unpaid.iter_mut().zip(prices) {
            *left = due * level;
        }
        add_scaled(1.0, &self.unpaid, &mut self.due_in_year);
        add_scaled(1.0, &self.unpaid, &mut self.paid_in_year);
        for &pool in self.order {
            pools[pool].pay(&mut self.unpaid);
        }
        add_scaled(-1.0, &self.unpaid, &mut self.paid_in_year);
        add_scaled(1.0, &self.unpaid, &mut self.unpaid_in_year);
        self.due_so_far += due;
        for ((paid, left), level) in self.paid_so_far.iter_mut().zip(self.unpaid.iter()).zip(prices) {
            *paid += due - left / level;
        }
    }

    fn contribute(&mut self, month: usize, prices: &[f64], pools: &mut [PoolState]) {
        for (rule, decided) in self.region.contributions.iter().zip(&self.decided) {
            if !rule.month.is_month(month) {
                continue;
            }
            self.amount.copy_from_slice(decided);
            if rule.size.is_indexed() {
                self.amount.iter_mut().zip(prices).for_each(|(amount, level)| *amount *= level);
            }
            // Debt is repaid first.
            for (amount, (unrepaid, repaid)) in
                self.amount.iter_mut().zip(self.unrepaid.iter_mut().zip(self.to_repay.iter_mut()))
            {
                let part = amount.min(*unrepaid);
                *amount -= part;
                *unrepaid -= part;
                *repaid += part;
            }
            pools[rule.into].receive(&self.amount);
            add_scaled(1.0, &self.amount, &mut self.contributed);
        }
    }

    fn keep_buffer(&mut self, buffer: &Buffer, month: usize, prices: &[f64], pools: &mut [PoolState]) {
        let next_year: f64 = self.due.iter().skip(month).take(12).sum();
        let bound =
            |bound: BufferBound, level: f64| bound.amount.get().max(bound.of_next_year.get() * next_year * level);
        if let (Some(most), Some(&to)) = (buffer.most, buffer.others.first()) {
            let value = pools[buffer.pool].observed().value;
            for ((excess, value), level) in self.amount.iter_mut().zip(value).zip(prices) {
                *excess = (value - bound(most, *level)).max(0.0);
            }
            pools[to].receive(&self.amount);
            add_scaled(1.0, &self.amount, &mut self.moved);
            pools[buffer.pool].pay(&mut self.amount);
        }
        let value = pools[buffer.pool].observed().value;
        let mut needed = Lanes::all(0.0);
        for ((needed, value), level) in needed.iter_mut().zip(value).zip(prices) {
            *needed = (bound(buffer.least, *level) - value).max(0.0);
        }
        self.amount.copy_from_slice(&needed);
        for &from in &buffer.others {
            pools[from].pay(&mut self.amount);
        }
        add_scaled(-1.0, &self.amount, &mut needed);
        pools[buffer.pool].receive(&needed);
        add_scaled(-1.0, &needed, &mut self.moved);
    }

    /// Pensions that the pools could not pay at the last month-end, SEK.
    pub(super) fn unpaid(&self) -> &Lanes {
        &self.unpaid
    }

    /// The year's contributions that repay debt, SEK.
    pub(super) fn to_repay(&self) -> &Lanes {
        &self.to_repay
    }

    /// Writes the year's flows into its lines and events.
    pub(super) fn write(&self, year_end: &mut YearEnd) {
        for (line, lanes) in [
            (Line::Due, &self.due_in_year),
            (Line::Paid, &self.paid_in_year),
            (Line::Contributed, &self.contributed),
            (Line::Moved, &self.moved),
        ] {
            year_end.line_mut(line).copy_from_slice(lanes);
        }
        for lane in 0..LANES {
            year_end.set(Line::ShareBorne, lane, self.paid_so_far[lane] / self.due_so_far);
            year_end.set_event(RegionEvent::Unpaid, lane, self.unpaid_in_year[lane] > 0.0);
        }
    }

    /// Decides the next year's contributions at the end of the year that ends so many years, less one, after the start.
    pub(super) fn decide(&mut self, year: usize, year_end: &YearEnd, debt: impl Iterator<Item = f64>) {
        let calendar = self.first_year.saturating_add(i16::try_from(year).unwrap_or(i16::MAX));
        self.unrepaid.fill(0.0);
        self.unrepaid.iter_mut().zip(debt).for_each(|(unrepaid, debt)| *unrepaid = debt);
        let has_accounts = self.region.accounts.as_ref().is_some_and(|accounts| year < accounts.years.len());
        for (RuledContribution { size, years: [first, last], .. }, decided) in
            self.region.contributions.iter().zip(&mut self.decided)
        {
            decided.fill(0.0);
            if !(*first..=*last).contains(&calendar) {
                continue;
            }
            match *size {
                ContributionSize::ShareOfResult(share) if has_accounts => {
                    let results = year_end.line(Line::Result);
                    decided
                        .iter_mut()
                        .zip(results.iter())
                        .for_each(|(amount, result)| *amount = share.get() * result.max(0.0));
                }
                ContributionSize::ShareOfResult(_) => {}
                ContributionSize::FundingBelow { ratio, full, amount } => {
                    let line = if full { Line::FundingRatioFull } else { Line::FundingRatio };
                    let ratios = year_end.line(line);
                    decided.iter_mut().zip(ratios.iter()).for_each(|(decided, funded)| {
                        *decided = if *funded < ratio.get() { amount.get() } else { 0.0 };
                    });
                }
            }
        }
    }
}
