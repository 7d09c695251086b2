//! Pensions paid from a pool, against closed forms at two step lengths.

use skans::ledger::lines::Line;
use skans::plan::{Liability, Region};
use skans::stats::figure::Quantile;
use skans::stats::summary::Summary;

use super::{M, liability, market, pool, with_region};
use crate::case::{amount, deviation, run, share};

fn paying(months: u32, steps: u32, equity: (f64, f64), mnkr: f64, pensions: Liability, paths: u64) -> Summary {
    let text =
        market(months, steps, equity, (0.0, 0.0)) + &pool("pool", mnkr, "rule = { kind = \"static\", share = 1 }");
    run(&with_region(&text, Region { liability: Some(pensions), ..Region::default() }).with_paths(paths))
}

fn line(summary: &Summary, year: i32, line: Line) -> &skans::stats::summary::Distribution {
    &summary.region.as_ref().unwrap().years[&year][&line]
}

#[test]
fn level_payments_under_lognormal_returns_have_their_mean_and_variance() {
    // V' = G V - p with G lognormal: E[V'] = m E[V] - p, E[V'^2] = s E[V²] - 2 p m E[V] + p².
    let (mu, sigma) = (0.05_f64, 0.12_f64);
    let (m, s) = ((mu / 12.0_f64).exp(), ((2.0 * mu + sigma * sigma) / 12.0_f64).exp());
    let (mut mean, mut square) = (1000.0, 1_000_000.0);
    for _ in 0..120 {
        square = s * square - 2.0 * 2.0 * m * mean + 4.0;
        mean = m * mean - 2.0;
    }
    for steps in [1, 4] {
        let summary = paying(120, steps, (mu, sigma), 1000.0, liability(vec![24.0; 10], 1, vec![0]), 100_000);
        let found = line(&summary, 2032, Line::Capital).mean;
        assert!((found.value / M - mean).abs() < 4.0 * found.standard_error / M, "{found:?} is not {mean}");
        let spread = (square - mean * mean).sqrt();
        assert!((deviation(found, 100_000) / M / spread - 1.0).abs() < 0.02, "{found:?} has not the spread {spread}");
        let paid = line(&summary, 2032, Line::Paid).mean.value / M;
        assert!((paid - 24.0).abs() < 1e-6, "{paid}");
    }
}

#[test]
fn without_risk_the_capital_ends_when_its_formula_says() {
    // 100 = p (1 - (1 + i)^-n) / i: the last whole payment is the n-th, n = -ln(1 - 100 i / p) / ln(1 + i).
    for (rate, yearly) in [(0.0, 12.0), (0.03, 12.0), (0.05, 9.0), (0.05, 5.5)] {
        let i = (rate / 12.0_f64).exp() - 1.0;
        let p = yearly / 12.0;
        let payments = if rate > 0.0 { -(1.0 - 100.0 * i / p).ln() / (1.0 + i).ln() } else { 100.0 / p };
        for steps in [1, 4] {
            let summary = paying(480, steps, (rate, 0.0), 100.0, liability(vec![yearly; 40], 1, vec![0]), 256);
            let region = summary.region.as_ref().unwrap();
            for (place, (year, lasts)) in region.lasts.iter().enumerate() {
                let whole = f64::from(12 * (u32::try_from(place).unwrap() + 1));
                let expected = if whole <= payments + 1e-9 { 1.0 } else { 0.0 };
                assert!((lasts.value - expected).abs() < 1e-12, "{rate} {yearly} {year}: {lasts:?}");
            }
            // The first year by whose end a payment is missing.
            let missing = (2023..=2062).find(|year| f64::from(12 * (year - 2022)) > payments + 1e-9);
            assert_eq!(region.exhausted_by[&Quantile::MEDIAN], missing, "{rate} {yearly}");
            // What is paid of 480 payments: p while there is as much, then what is left.
            let paid = (0..480).fold((100.0_f64, 0.0), |(left, paid), _| {
                let grown = left * (1.0 + i);
                (grown - p.min(grown), paid + p.min(grown))
            });
            let borne = line(&summary, 2062, Line::ShareBorne).mean.value;
            assert!((borne - paid.1 / (480.0 * p)).abs() < 1e-9, "{borne} of {paid:?}");
        }
    }
}

/// A pool that stands still pays pensions that follow prices until it is empty. The share that it bears counts each
/// payment, and what is missing of it, in the prices of the start.
#[test]
fn the_share_borne_is_in_the_prices_of_the_start() {
    let text = market(36, 1, (0.0, 0.0), (0.0, 0.0)).replace("[market]", "inflation = 0.1\n[market]")
        + &pool("pool", 50.0, "rule = { kind = \"static\", share = 1 }");
    let region = Region { liability: Some(liability(vec![24.0; 10], 1, vec![0])), ..Region::default() };
    let summary = run(&with_region(&text, region));
    let (_, borne) = (1..=36).fold((50.0_f64, 0.0), |(left, borne), month| {
        let level = 1.1_f64.powf(f64::from(month) / 12.0);
        let paid = left.min(2.0 * level);
        (left - paid, borne + paid / level)
    });
    let found = line(&summary, 2025, Line::ShareBorne).mean.value;
    assert!((found - borne / 72.0).abs() < 1e-9 && found < 0.7, "{found} is not {}", borne / 72.0);
}

#[test]
fn a_liability_follows_prices_and_a_point_more_moves_it_by_what_is_stated() {
    let value = |inflation: f64, year: i32, part: Line| {
        let mut pensions = liability(vec![24.0; 10], 1, vec![0]);
        pensions.payments[1] = vec![amount(12.0 * M); 5];
        pensions.payroll_tax = share(0.2426);
        pensions.paid_by_pools = None;
        let text = market(120, 1, (0.0, 0.0), (0.0, 0.0))
            .replace("[market]", &format!("inflation = {inflation:?}\n[market]"))
            + &pool("pool", 100.0, "rule = { kind = \"static\", share = 1 }");
        let region = Region { liability: Some(pensions), ..Region::default() };
        let summary = run(&with_region(&text, region));
        line(&summary, year, part).mean.value / M
    };
    // Paid in twelve parts in arrears: i(12) of 1 %.
    let month = 1.01_f64.powf(1.0 / 12.0) - 1.0;
    let annuity = |years: i32| (1.0 - 1.01_f64.powi(-years)) / (12.0 * month);
    for inflation in [0.0_f64, 0.02, 0.03] {
        for (year, passed) in [(2023, 1), (2027, 5)] {
            let level = (1.0 + inflation).powi(passed);
            let closed = 24.0 * 1.2426 * annuity(10 - passed) * level;
            let found = value(inflation, year, Line::LiabilityProvision);
            assert!((found / closed - 1.0).abs() < 1e-9, "{inflation} {year}: {found} is not {closed}");
        }
        let closed = 12.0 * 1.2426 * annuity(1) * (1.0 + inflation).powi(4);
        let found = value(inflation, 2026, Line::LiabilityContingent);
        assert!((found / closed - 1.0).abs() < 1e-9, "{found} is not {closed}");
    }
    // A point more of inflation over five years: (1.03 / 1.02)^5 - 1 = 4.998 % more.
    let ratio = value(0.03, 2027, Line::LiabilityProvision) / value(0.02, 2027, Line::LiabilityProvision);
    assert!((ratio - 1.049_984).abs() < 1e-5, "{ratio}");
}
