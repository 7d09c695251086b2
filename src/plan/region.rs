//! The region whose capital the pools are: its pensions, what flows between its budget and the pools, its accounts.

use super::Accounts;
use crate::units::{Balance, Rate, Ratio, Share};

/// What is told of the region. All of it is closed at the ends of calendar years.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Region {
    /// Pensions, which the capital stands against.
    pub liability: Option<Liability>,
    /// Contributions that a rule decides, each year.
    pub contributions: Vec<RuledContribution>,
    /// The pool that is kept between bounds.
    pub buffer: Option<Buffer>,
    /// The accounts, year by year.
    pub accounts: Option<Accounts>,
}

impl Region {
    /// The same in a world whose short rate is always this, a year.
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
    /// Both.
    pub const ALL: [Self; 2] = [Self::Provision, Self::Contingent];
}

/// Pensions to be paid, and how they are valued.
#[derive(Debug, Clone, PartialEq)]
pub struct Liability {
    /// By part: payments of each calendar year after the start, to the last one that has any, SEK in the money of the start, before
    /// payroll tax. Each is paid in twelve equal parts at month-ends, and rises with simulated prices.
    pub payments: [Vec<f64>; LiabilityPart::ALL.len()],
    /// Special payroll tax on what is paid (särskild löneskatt).
    pub payroll_tax: Share,
    /// The real rate a year at which payments are discounted (RIPS).
    pub real_rate: Rate,
    /// A valuation beside it at a rate of the market.
    pub market: Option<MarketRate>,
    /// By pool, in the plan's order: whether its capital stands against the liability.
    pub backed_by: Vec<bool>,
    /// Which payments the pools make; none where the region's budget makes all.
    pub borne: Option<Borne>,
}

/// A real rate of the market at which the liability is valued beside the sector's fixed one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MarketRate {
    /// The same always, real, a year.
    Constant(Rate),
    /// The simulated short rate of the day, and so much more, which stands for the longer term less the inflation that is expected.
    Short {
        /// What is added, a year.
        premium: Rate,
    },
}

/// What pensions the pools pay.
#[derive(Debug, Clone, PartialEq)]
pub struct Borne {
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
    /// The month of the year in which it is paid, 1 to 12.
    pub month: u32,
    /// How much it is.
    pub size: ContributionSize,
    /// The first and the last year at whose end it is decided.
    pub years: [i16; 2],
}

/// How large a contribution is.
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
        amount: Balance,
    },
}

/// A pool that is kept between bounds at each month-end: what is above goes to the first of other pools, what is lacking comes from
/// them, in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Buffer {
    /// The pool.
    pub pool: usize,
    /// It is filled up to this.
    pub least: BufferBound,
    /// What is above this leaves it; none to let it grow.
    pub most: Option<BufferBound>,
    /// The other pools.
    pub others: Vec<usize>,
}

/// A bound of a buffer: the greater of the two.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BufferBound {
    /// An amount, in the money of its day.
    pub amount: Balance,
    /// Of the pensions that the pools pay in the next 12 months, at the prices of the day.
    pub of_next_year: Ratio,
}
