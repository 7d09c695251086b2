//! The books of all pools over a block of paths.

use super::average_cost::{Income, PoolBooks, PoolMonth};
use crate::lanes::{LANES, Lanes};
use crate::market::MarketStep;
use crate::pool::PoolState;

/// Average-cost books of each pool and path.
pub struct BlockBooks {
    /// By pool, then path.
    books: Vec<Vec<PoolBooks>>,
    /// By pool and path: the income up to the end of the last closed year.
    closed: Vec<Vec<Income>>,
    /// By pool: equity shares after the last trade, and what it cost, SEK.
    traded: Vec<[Lanes; 2]>,
}

impl BlockBooks {
    /// Books for the first `pools` pools of a plan.
    #[must_use]
    pub fn new(pools: usize) -> Self {
        Self {
            books: vec![vec![PoolBooks::default(); LANES]; pools],
            closed: vec![vec![Income::default(); LANES]; pools],
            traded: (0..pools).map(|_| [Lanes::all(0.0), Lanes::all(0.0)]).collect(),
        }
    }

    /// Notes what the pools traded at a step; opens their books at the start.
    pub fn traded(&mut self, step: usize, pools: &[PoolState]) {
        for (place, pool) in pools.iter().enumerate().take(self.books.len()) {
            let seen = pool.traded();
            let [share, cost] = &mut self.traded[place];
            share.copy_from_slice(seen.share);
            match seen.cost {
                Some(paid) => cost.copy_from_slice(paid),
                None => cost.fill(0.0),
            }
            if step == 0 {
                let (value, costs) = (pool.pool().opening_value.get(), pool.pool().opening_cost);
                for (books, share) in self.books[place].iter_mut().zip(share.iter()) {
                    *books = PoolBooks::open(value, *share, costs);
                }
                self.closed[place].fill(Income::default());
            }
        }
    }

    /// Books a step, after its flows.
    pub fn book(&mut self, pools: &[PoolState], market: &MarketStep) {
        for (place, pool) in pools.iter().enumerate().take(self.books.len()) {
            let ([share, cost], [equities, fixed_income]) = (&self.traded[place], pool.legs(market));
            let value = pool.observed().value;
            for (lane, books) in self.books[place].iter_mut().enumerate() {
                books.book_month(&PoolMonth {
                    share: share[lane],
                    trading_cost: cost[lane],
                    growth: [equities[lane], fixed_income[lane]],
                    after_fee: pool.after_fee(),
                    closing_value: value[lane],
                });
            }
        }
    }

    /// The books of a pool in one path.
    #[must_use]
    pub fn books_of(&self, pool: usize, lane: usize) -> &PoolBooks {
        &self.books[pool][lane]
    }

    /// Closes the year of a pool in one path, and returns its income in that year.
    pub fn close(&mut self, pool: usize, lane: usize) -> Income {
        let income = self.books[pool][lane].income();
        let before = std::mem::replace(&mut self.closed[pool][lane], income);
        income.less(before)
    }
}
