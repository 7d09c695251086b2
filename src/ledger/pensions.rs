//! Pensions to be paid: amounts due by month, and their present value.
//!
//! A year's payment is made in twelve equal parts at its month-ends. At the end of a year `Y` it is `PV(Y) = Σ_{y > Y}
//! a_y A v^(y - Y - 1)` with `v = 1 / (1 + r)`. `A = (1/12) Σ_{j=1..12} v^(j/12)` is the annuity of a year paid monthly
//! in arrears. Payments are in the money of the start, and the rate `r` is real. So the liability is the present value
//! times the level of consumer prices, and follows them in full (prisbasbeloppet). The sector's rate is fixed (RIPS),
//! so that the liability does not move with rates of the market.

use crate::plan::{Liability, LiabilityPart};
use crate::units::{Amount, MONTHS_PER_YEAR};

/// Present value of a krona a year, paid in twelve parts over the next year, at a rate a year.
#[must_use]
pub fn monthly_annuity(rate: f64) -> f64 {
    let month = libm::pow(1.0 + rate, -1.0 / MONTHS_PER_YEAR);
    let (sum, _) = (0..12).fold((0.0, 1.0), |(sum, factor), _| (sum + factor * month, factor * month));
    sum / MONTHS_PER_YEAR
}

/// Present value of yearly payments from the next year on, at a rate a year.
#[must_use]
pub fn present_value(payments: &[Amount], rate: f64) -> f64 {
    let (annuity, discount) = (monthly_annuity(rate), 1.0 / (1.0 + rate));
    payments.iter().rev().fold(0.0, |later, payment| payment.get() * annuity + discount * later)
}

/// The cost of a payment of one krona with payroll tax.
fn gross(liability: &Liability) -> f64 {
    1.0 + liability.payroll_tax.get()
}

/// The liability at the end of each year from the start on: SEK in the money of the start, payroll tax included.
pub struct Valuation {
    present: [Vec<f64>; LiabilityPart::ALL.len()],
}

impl Valuation {
    /// Values pensions at the liability's own real rate.
    #[must_use]
    pub fn new(liability: &Liability) -> Self {
        let of = |payments: &Vec<Amount>| {
            let at = |year: usize| gross(liability) * present_value(&payments[year..], liability.real_rate.get());
            (0..=payments.len()).map(at).collect()
        };
        Self { present: liability.payments.each_ref().map(of) }
    }

    /// A part of the liability, `years` after the start.
    #[must_use]
    pub fn at(&self, part: LiabilityPart, years: usize) -> f64 {
        self.present[part as usize].get(years).copied().unwrap_or(0.0)
    }
}

/// Both parts of the liability at another real rate, `years` after the start: SEK in the money of the start, payroll
/// tax included.
#[must_use]
pub fn value_at_rate(liability: &Liability, years: usize, rate: f64) -> f64 {
    let part = |payments: &Vec<Amount>| present_value(payments.get(years..).unwrap_or(&[]), rate);
    gross(liability) * liability.payments.iter().map(part).sum::<f64>()
}

/// Payments of both parts in a year, SEK in the money of the start, before payroll tax.
fn paid_in(liability: &Liability, year: usize) -> f64 {
    liability.payments.iter().filter_map(|part| part.get(year)).map(|amount| amount.get()).sum()
}

/// Pensions due for the pools at each month-end, from the first after the start on: SEK in the money of the start,
/// payroll tax included. `first_year` is the calendar year after the start.
#[must_use]
pub fn due_by_month(liability: &Liability, first_year: i16) -> Vec<f64> {
    let Some(paid_by_pools) = &liability.paid_by_pools else { return Vec::new() };
    let years = liability.payments.iter().map(Vec::len).max().unwrap_or(0);
    let paid = |year: usize| paid_in(liability, year);
    (0..years)
        .flat_map(|year| {
            let calendar_year = first_year.saturating_add(i16::try_from(year).unwrap_or(i16::MAX));
            let share = if calendar_year >= paid_by_pools.from { paid_by_pools.share.get() } else { 0.0 };
            [share * gross(liability) * paid(year) / MONTHS_PER_YEAR; 12]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{Rate, Share};

    fn amounts(kronor: impl IntoIterator<Item = f64>) -> Vec<Amount> {
        kronor.into_iter().map(|kronor| Amount::new(kronor).unwrap()).collect()
    }

    fn both(valuation: &Valuation, years: usize) -> f64 {
        LiabilityPart::ALL.iter().map(|part| valuation.at(*part, years)).sum()
    }

    #[track_caller]
    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-12 * expected.abs().max(1.0), "{found} is not {expected}");
    }

    #[test]
    fn annuity_and_perpetuity_have_their_closed_forms() {
        for rate in [0.01, 0.025, 0.1] {
            let month = libm::pow(1.0 + rate, 1.0 / 12.0) - 1.0;
            // An annuity of n years paid monthly: (1 - v^n) / (12 i) with i the rate of a month.
            for years in [1, 30, 200] {
                let closed = (1.0 - libm::pow(1.0 + rate, -f64::from(years))) / (12.0 * month);
                near(present_value(&amounts(vec![1.0; usize::try_from(years).unwrap()]), rate), closed);
            }
            near(present_value(&amounts(vec![1.0; 6000]), rate), 1.0 / (12.0 * month));
        }
        near(monthly_annuity(0.0), 1.0);
        near(present_value(&amounts([3.0, 4.0]), 0.0), 7.0);
    }

    #[test]
    fn growing_payments_have_their_closed_form() {
        // a (1 + g)^k, k = 0 … n-1: A Σ ((1 + g) v)^k.
        let payments = amounts((0..40).map(|year| libm::pow(1.02, f64::from(year))));
        let ratio: f64 = 1.02 / 1.01;
        let closed = monthly_annuity(0.01) * (libm::pow(ratio, 40.0) - 1.0) / (ratio - 1.0);
        near(present_value(&payments, 0.01), closed);
    }

    #[test]
    fn a_year_of_payments_and_a_year_of_interest_are_all_that_moves_it() {
        let liability = Liability {
            payments: [amounts([10.0, 20.0, 30.0]), amounts([5.0])],
            payroll_tax: Share::new(0.2426).unwrap(),
            real_rate: Rate::new(0.01).unwrap(),
            market: None,
            backed_by: vec![true],
            paid_by_pools: None,
        };
        let valuation = Valuation::new(&liability);
        for year in 0..3 {
            let paid = paid_in(&liability, year);
            let closing = both(&valuation, year) * 1.01 - 1.2426 * paid * monthly_annuity(0.01) * 1.01;
            near(both(&valuation, year + 1), closing);
            near(value_at_rate(&liability, year, 0.01), both(&valuation, year));
        }
        near(both(&valuation, 3), 0.0);
        near(both(&valuation, 9), 0.0);
        assert!(value_at_rate(&liability, 0, 0.03) < both(&valuation, 0));
    }

    #[test]
    fn pools_bear_their_share_from_their_year_on() {
        let by_pools = |from| crate::plan::PaidByPools { from, share: Share::new(0.5).unwrap(), order: vec![0] };
        let mut liability = Liability {
            payments: [amounts([12.0, 24.0, 36.0]), amounts([12.0])],
            payroll_tax: Share::new(0.25).unwrap(),
            real_rate: Rate::new(0.01).unwrap(),
            market: None,
            backed_by: vec![true],
            paid_by_pools: Some(by_pools(2024)),
        };
        let yearly = |liability: &Liability| -> Vec<f64> {
            due_by_month(liability, 2023).chunks(12).map(|year| year.iter().sum()).collect()
        };
        assert!(yearly(&liability).iter().zip([0.0, 15.0, 22.5]).all(|(found, wanted)| (found - wanted).abs() < 1e-12));
        liability.paid_by_pools = Some(by_pools(2000));
        near(yearly(&liability)[0], 15.0);
        liability.paid_by_pools = None;
        assert!(due_by_month(&liability, 2023).is_empty());
    }
}
