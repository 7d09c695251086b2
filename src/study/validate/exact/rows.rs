//! The stationary bootstrap: every row of a month at which a block may begin is as likely, whatever the block's length.
//! The next month is the next row with probability `1 - 1/L`, else one drawn anew. So with `x` the rows' deviations
//! from the mean `E x[t] x[t+1] = (1 - 1/L) Σ x_r x_(r+1) / n + (1/L) (E x[t]) (E x[t+1])`, the circular autocovariance
//! of Politis & Romano (1994, (3)).
//!
//! With aligned calendar months the rows of a month are those of its calendar month. What is said of a month is then
//! the average over the months of the run. Filtered, each month has a volatility of its path's, and only consumer
//! prices have exact moments.

use super::expected::{ExactMoments, Expected, KnownMoments};
use crate::numerics::real;
use crate::plan::{BlockStarts, Bootstrap, Plan, RowChain};
use crate::study::validate::powers::MOMENTS;

/// Months of the run that have the same law, and the months that follow them.
struct MonthKind {
    rows: Vec<usize>,
    next: Vec<usize>,
    /// Their share of the months, and of the months but the last.
    shares: [f64; 2],
}

/// Exact moments of all assets, and of consumer prices.
pub fn expected(plan: &Plan, law: &Bootstrap) -> Expected {
    let kinds = kinds(law.rows(), plan.time.months() as usize);
    let count = plan.market.assets.len();
    let centres: Vec<f64> = (0..law.mean().len())
        .map(|series| law.mean()[series] + over_months(&kinds, |row| law.deviations()[(series, row)]))
        .collect();
    let deviation = |series: usize, row: usize| law.mean()[series] + law.deviations()[(series, row)] - centres[series];
    let exact = |asset: usize| {
        let x: Vec<f64> = (0..law.rows().count()).map(|row| deviation(asset, row)).collect();
        let growth: Vec<f64> = x.iter().map(|x| libm::exp(x + centres[asset])).collect();
        let known =
            KnownMoments { growth: law.rows().mean_product(&growth, 12), ..known(&kinds, &x, law.rows().end()) };
        known.with_error(plan.market.assets[asset].expected_return_error.get())
    };
    let filtered = law.lambda.is_some();
    let moments = |asset: usize| if filtered { [None; MOMENTS] } else { exact(asset) };
    let pairs = (0..count).flat_map(|one| (0..one).map(move |other| (one, other)));
    let product = |(one, other)| over_months(&kinds, |row| deviation(one, row) * deviation(other, row));
    Expected {
        assets: (0..count).map(|asset| ExactMoments { centre: centres[asset], moments: moments(asset) }).collect(),
        products: pairs.map(|pair| (!filtered).then(|| product(pair))).collect(),
        inflation: law.inflation.then(|| centres[count]),
    }
}

fn kinds(chain: RowChain, months: usize) -> Vec<MonthKind> {
    let rows = |BlockStarts { first, stride, count }: BlockStarts| (0..count).map(|k| first + stride * k).collect();
    let different = if chain.is_aligned() { 12 } else { 1 };
    let so_many = |from: usize, months: usize| real((from..months).step_by(different).count());
    let kind = |month: usize| MonthKind {
        rows: rows(chain.beginnings(month)),
        next: rows(chain.beginnings(month + 1)),
        shares: [so_many(month, months) / real(months), so_many(month, months - 1) / real(months.max(2) - 1)],
    };
    (0..different.min(months)).map(kind).collect()
}

fn over(rows: &[usize], f: impl Fn(usize) -> f64) -> f64 {
    rows.iter().fold(0.0, |sum, &row| sum + f(row)) / real(rows.len())
}

/// The mean over the rows of a month, and over the months.
fn over_months(kinds: &[MonthKind], f: impl Fn(usize) -> f64) -> f64 {
    kinds.iter().fold(0.0, |sum, kind| sum + kind.shares[0] * over(&kind.rows, &f))
}

/// All but the growth; a block ends after a month with probability `end`.
fn known(kinds: &[MonthKind], x: &[f64], end: f64) -> KnownMoments {
    let power = |k: i32| over_months(kinds, |row| (0..k).fold(1.0, |product, _| product * x[row]));
    let pairs = |f: &dyn Fn(&MonthKind) -> f64| kinds.iter().fold(0.0, |sum, kind| sum + kind.shares[1] * f(kind));
    let next = |row: usize| x[(row + 1) % x.len()];
    let lagged = |f: &dyn Fn(f64) -> f64| {
        pairs(&|kind| {
            let alone = over(&kind.rows, |row| f(x[row])) * over(&kind.next, |row| f(x[row]));
            (1.0 - end) * over(&kind.rows, |row| f(x[row]) * f(next(row))) + end * alone
        })
    };
    KnownMoments {
        powers: [power(1), power(2), power(3), power(4)],
        lagged: lagged(&|x| x),
        lagged_squares: lagged(&|x| x * x),
        squares_of_pairs: pairs(&|kind| {
            over(&kind.rows, |row| x[row] * x[row]) + over(&kind.next, |row| x[row] * x[row])
        }),
        growth: f64::NAN,
    }
}
