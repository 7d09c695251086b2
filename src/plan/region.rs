//! The region whose capital the pools are: its pensions, what flows between its budget and the pools, its accounts.

use super::Accounts;
use crate::units::{Amount, MonthOfYear, Rate, Ratio, Share};

/// The region. Its years are calendar years.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Region {
    /// The pensions that the capital is to cover.
    pub liability: Option<Liability>,
    /// Contributions that a rule decides each year.
    pub contributions: Vec<RuledContribution>,
    /// The pool that is kept between bounds, if there is one.
    pub buffer: Option<Buffer>,
    /// The accounts, year by year.
    pub accounts: Option<Accounts>,
}

impl Region {
    /// The region in a world whose short rate never moves.
    #[must_use]
    pub fn at_short_rate(mut self, rate: Rate) -> Self {
        if let Some(accounts) = &mut self.accounts {
            accounts.rate = rate;
        }
        if let Some(liability) = &mut self.liability {
            liability.market = liability.market.map(|market| match market {
                MarketRate::Short { premium } => MarketRate::Constant(rate.plus(premium)),
                MarketRate::Constant(rate) => MarketRate::Constant(rate),
            });
        }
        self
    }
}

/// The two parts of the pension liability (blandmodellen).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LiabilityPart {
    /// Avsättning: earned from 1998 on, on the balance sheet.
    Provision,
    /// Ansvarsförbindelse: earned before 1998, off the balance sheet.
    Contingent,
}

impl LiabilityPart {
    /// Both parts.
    pub const ALL: [Self; 2] = [Self::Provision, Self::Contingent];
}

/// Pensions to be paid, and how they are valued.
#[derive(Debug, Clone, PartialEq)]
pub struct Liability {
    /// The payments of each part by calendar year after the start, to the last one that has any. They are SEK in the
    /// money of the start, before payroll tax. Each is paid in twelve equal parts at month-ends, and rises with
    /// simulated prices.
    pub payments: [Vec<Amount>; LiabilityPart::ALL.len()],
    /// Special payroll tax on what is paid (särskild löneskatt).
    pub payroll_tax: Share,
    /// The real rate a year at which payments are discounted (RIPS).
    pub real_rate: Rate,
    /// The rate of a second valuation, if there is one.
    pub market: Option<MarketRate>,
    /// Whether a pool's capital backs the liability, by pool in the plan's order.
    pub backed_by: Vec<bool>,
    /// The payments that the pools make; none where the region's budget makes all.
    pub paid_by_pools: Option<PaidByPools>,
}

/// A real rate of the market, at which the liability is valued a second time, after the sector's fixed rate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MarketRate {
    /// The same real rate always.
    Constant(Rate),
    /// The simulated short rate of the day and a premium, which stands for the longer term less expected inflation.
    Short {
        /// The premium.
        premium: Rate,
    },
}

/// The part of the pensions that the pools pay.
#[derive(Debug, Clone, PartialEq)]
pub struct PaidByPools {
    /// The first calendar year.
    pub from: i16,
    /// Share of each payment.
    pub share: Share,
    /// The pools that pay, in this order: the next pays what the one before cannot.
    pub order: Vec<usize>,
}

/// A contribution that is decided at the end of each calendar year and paid in the next one.
#[derive(Debug, Clone, PartialEq)]
pub struct RuledContribution {
    /// The pool it goes to.
    pub into: usize,
    /// The month of the year in which it is paid.
    pub month: MonthOfYear,
    /// Its size.
    pub size: ContributionSize,
    /// The first and the last year at whose end it is decided.
    pub years: [i16; 2],
}

/// The size of a contribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ContributionSize {
    /// A share of the year's result, where that is positive.
    ShareOfResult(Share),
    /// An amount where the funding ratio is below a bound.
    FundingBelow {
        /// The bound.
        ratio: Ratio,
        /// Whether the contingent liability is counted.
        full: bool,
        /// The amount, in the money of the start.
        amount: Amount,
    },
}

impl ContributionSize {
    /// Whether it is in the money of the start, and rises with prices until it is paid.
    #[must_use]
    pub const fn is_indexed(self) -> bool {
        match self {
            Self::FundingBelow { .. } => true,
            Self::ShareOfResult(_) => false,
        }
    }
}

/// A pool that is kept between bounds at each month-end. What is above goes to the first of other pools; what is
/// lacking comes from them, in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Buffer {
    /// The pool.
    pub pool: usize,
    /// The bound to which it is filled.
    pub least: BufferBound,
    /// The bound above which money leaves it; none to let it grow.
    pub most: Option<BufferBound>,
    /// The other pools.
    pub others: Vec<usize>,
}

/// A bound of a buffer: the greater of two amounts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BufferBound {
    /// An amount, in the money of its day.
    pub amount: Amount,
    /// A multiple of the pensions that the pools pay in the next 12 months, at the prices of the day.
    pub of_next_year: Ratio,
}
