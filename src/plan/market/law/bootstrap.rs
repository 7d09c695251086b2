//! The stationary bootstrap of joint monthly rows, and the Markov chain by which rows follow each other.

use ndarray::Array2;

use crate::numerics::real;
use crate::units::{DecayFactor, Month, Share};

/// Months of a path that are months of history.
#[derive(Debug, Clone, PartialEq)]
pub struct Bootstrap {
    /// The month of the first row.
    pub first: Month,
    mean: Vec<f64>,
    deviations: Array2<f64>,
    rows: RowChain,
    /// Whether the last series is consumer prices.
    pub inflation: bool,
    /// Whether the length of blocks was estimated.
    pub automatic: bool,
    /// λ of the volatility by which returns are filtered; `None` for returns as they were.
    pub lambda: Option<DecayFactor>,
}

/// The chain of rows. A block ends after each month with the same probability, and the next one begins at any row. Row
/// follows row within a block, and the first after the last.
///
/// Politis & Romano (1994), *The Stationary Bootstrap*, Journal of the American Statistical Association 89(428).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RowChain {
    count: usize,
    end: Share,
    aligned: Option<usize>,
}

/// Rows at which a block may begin: `first`, `first + stride`, …, so many of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockStarts {
    /// The first.
    pub first: usize,
    /// Rows from one to the next.
    pub stride: usize,
    /// How many.
    pub count: usize,
}

impl Bootstrap {
    /// Makes it from the month of the first row, the means and the deviations, and the chain of rows; `None` if their
    /// sizes differ. The series are the assets in the plan's order, then consumer prices where they are simulated.
    /// Blocks are of a given length, and returns are not filtered.
    #[must_use]
    pub fn new(first: Month, mean: Vec<f64>, deviations: Array2<f64>, rows: RowChain) -> Option<Self> {
        let fits = deviations.dim() == (mean.len(), rows.count);
        fits.then_some(Self { first, mean, deviations, rows, inflation: false, automatic: false, lambda: None })
    }

    /// The months of the first and the last row.
    #[must_use]
    pub fn span(&self) -> [Month; 2] {
        let rows = u32::try_from(self.rows.count).unwrap_or(u32::MAX);
        [self.first, self.first.plus(rows.saturating_sub(1))]
    }

    /// Mean of the log growth a month by series: history's, or moved to the expected return of the configuration.
    #[must_use]
    pub fn mean(&self) -> &[f64] {
        &self.mean
    }

    /// Moves the mean of a series.
    pub fn set_mean(&mut self, series: usize, mean: f64) {
        self.mean[series] = mean;
    }

    /// Log growth less history's mean, by (series, row).
    #[must_use]
    pub const fn deviations(&self) -> &Array2<f64> {
        &self.deviations
    }

    /// How rows follow each other.
    #[must_use]
    pub const fn rows(&self) -> RowChain {
        self.rows
    }

    /// Whether both draw rows of one history in the same way: the same draws then mean the same months.
    #[must_use]
    pub fn same_history(&self, other: &Self) -> bool {
        (self.first, self.rows, self.inflation, self.lambda.is_some())
            == (other.first, other.rows, other.inflation, other.lambda.is_some())
            && self.deviations.dim() == other.deviations.dim()
    }
}

impl RowChain {
    /// Makes it from the number of rows and the mean length of a block in months. `aligned` is the place modulo 12 of
    /// the rows of the run's first month, where calendar months are aligned. `None` without a row, for a length below
    /// 1, and if aligned rows are not whole years.
    #[must_use]
    pub fn new(count: usize, mean_block_months: f64, aligned: Option<usize>) -> Option<Self> {
        let fits = aligned.is_none_or(|place| place < 12 && count.is_multiple_of(12));
        let end = Share::new(1.0 / mean_block_months).filter(|_| mean_block_months >= 1.0)?;
        (count > 0 && fits).then_some(Self { count, end, aligned })
    }

    /// The number of rows.
    #[must_use]
    pub const fn count(self) -> usize {
        self.count
    }

    /// Probability that a block ends after a month: one over the mean length.
    #[must_use]
    pub const fn end(self) -> f64 {
        self.end.get()
    }

    /// Whether each row stands for its own calendar month.
    #[must_use]
    pub const fn is_aligned(self) -> bool {
        self.aligned.is_some()
    }

    /// The rows at which a block may begin in a month of the run, counted from 0.
    #[must_use]
    pub const fn beginnings(self, month: usize) -> BlockStarts {
        match self.aligned {
            None => BlockStarts { first: 0, stride: 1, count: self.count },
            Some(place) => BlockStarts { first: (place + month) % 12, stride: 12, count: self.count / 12 },
        }
    }

    /// The law of the row in the first month.
    #[must_use]
    pub fn start(self) -> Vec<f64> {
        let mut law = vec![0.0; self.count];
        self.spread(1.0, 0, &mut law);
        law
    }

    /// Turns weights of the rows in a month into those in the next, which is `month`, counted from 0: `w P`.
    #[must_use]
    pub fn next(self, weights: &[f64], month: usize) -> Vec<f64> {
        let whole = weights.iter().fold(0.0, |sum, weight| sum + weight);
        let mut next: Vec<f64> =
            (0..self.count).map(|row| (1.0 - self.end()) * weights[(row + self.count - 1) % self.count]).collect();
        self.spread(self.end() * whole, month, &mut next);
        next
    }

    /// Spreads a weight evenly over the rows at which a block may begin.
    fn spread(self, weight: f64, month: usize, law: &mut [f64]) {
        let BlockStarts { first, stride, count } = self.beginnings(month);
        let each = weight / real(count);
        law.iter_mut().skip(first).step_by(stride).for_each(|law| *law += each);
    }

    /// `E Π d(row of month m)` over the run's first months: `π D (P D)^(n-1) 1`, `D` the diagonal of `d`. With `d` the
    /// growth of a month, the mean growth of an account.
    #[must_use]
    pub fn mean_product(self, d: &[f64], months: usize) -> f64 {
        let times = |mut law: Vec<f64>| {
            law.iter_mut().zip(d).for_each(|(law, d)| *law *= d);
            law
        };
        let law = (1..months).fold(times(self.start()), |law, month| times(self.next(&law, month)));
        law.iter().fold(0.0, |sum, weight| sum + weight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every way of a short chain, one by one.
    fn by_hand(chain: RowChain, d: &[f64], months: usize) -> f64 {
        let mut ways: Vec<(usize, f64)> = chain.start().into_iter().enumerate().collect();
        for (row, weight) in &mut ways {
            *weight *= d[*row];
        }
        for month in 1..months {
            let BlockStarts { first, stride, count } = chain.beginnings(month);
            let mut next = Vec::new();
            for (row, weight) in ways {
                let on = (row + 1) % chain.count;
                next.push((on, weight * (1.0 - chain.end()) * d[on]));
                for place in 0..count {
                    let to = first + stride * place;
                    next.push((to, weight * chain.end() / real(count) * d[to]));
                }
            }
            ways = next;
        }
        ways.iter().map(|(_, weight)| weight).sum()
    }

    #[test]
    fn the_mean_product_is_that_of_all_ways() {
        let d = [1.1, 0.9, 1.3, 0.8];
        let chain = RowChain::new(4, 3.0, None).unwrap();
        assert!((chain.mean_product(&d, 5) - by_hand(chain, &d, 5)).abs() < 1e-12);
        let d: Vec<f64> = (0..24).map(|row| 1.0 + 0.01 * f64::from(row * 7 % 5)).collect();
        let chain = RowChain::new(24, 2.5, Some(7)).unwrap();
        assert!((chain.mean_product(&d, 8) - by_hand(chain, &d, 8)).abs() < 1e-12);
    }

    #[test]
    fn aligned_rows_are_whole_years_and_blocks_last_a_month_at_least() {
        assert_eq!([RowChain::new(30, 5.0, Some(5)), RowChain::new(36, 5.0, Some(12))], [None; 2]);
        assert_eq!([RowChain::new(0, 5.0, None), RowChain::new(36, 0.9, None)], [None; 2]);
    }

    #[test]
    fn aligned_rows_are_of_the_months_calendar_month() {
        let chain = RowChain::new(36, 5.0, Some(5)).unwrap();
        let mut law = chain.start();
        for month in 1..30 {
            law = chain.next(&law, month);
            for (row, weight) in law.iter().enumerate() {
                let expected = if row % 12 == (5 + month) % 12 { 1.0 / 3.0 } else { 0.0 };
                assert!((weight - expected).abs() < 1e-15, "{month} {row}");
            }
        }
    }
}
