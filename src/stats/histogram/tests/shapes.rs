//! Bins that follow a law, and what lies inside the intervals where they do not.

use super::*;
use crate::numerics::normal;
use crate::stats::Estimate;

/// More than half at a cap, of which rounding makes two values; a tenth at zero.
#[test]
fn an_atom_is_known_exactly() {
    let numbers: Vec<f64> = normals(6, 400).iter().map(|z| (0.65 + 0.5 * z).clamp(0.0, 0.6)).collect();
    let rounded: Vec<f64> =
        (0..).zip(&numbers).map(|(i, &x)| if x > 0.599 { x + 1e-16 * f64::from(i % 2) } else { x }).collect();
    let histogram = histogram(Scale::Absolute, &rounded);
    let at = |level| histogram.quantile(Rank::new(102_400, level));
    for level in [0.5, 0.75, 0.9, 0.99] {
        let Estimate { value, standard_error, interval } = at(level);
        assert!((value - 0.6).abs() < 1e-15, "{level}");
        assert_eq!((interval, standard_error), ([value; 2], 0.0), "{level}");
    }
    assert_eq!((at(0.05).value, at(0.05).interval), (0.0, [0.0; 2]));
    // Between them the law is normal.
    let exact = 0.65 + 0.5 * normal::quantile(0.3);
    assert!(at(0.3).interval[0] < exact && exact < at(0.3).interval[1]);
}

/// An opening floor: 45 % at the least value, the others above it and none below.
#[test]
fn an_atom_at_the_least_value_is_known_exactly() {
    let numbers: Vec<f64> =
        normals(7, 400).iter().map(|z| 850_000.0 * libm::exp(0.04 * (z + 0.125)).max(1.0)).collect();
    let histogram = histogram(Scale::Relative, &numbers);
    for level in [0.05, 0.25, 0.4] {
        let estimate = histogram.quantile(Rank::new(102_400, level));
        assert_eq!((estimate.value, estimate.interval), (850_000.0, [850_000.0; 2]));
        let tail = histogram.tail_mean(level);
        assert_eq!((tail.value, tail.interval), (850_000.0, [850_000.0; 2]));
    }
    let median = histogram.quantile(Rank::new(102_400, 0.5));
    let exact = 850_000.0 * libm::exp(0.04 * 0.125);
    assert!(median.interval[0] < exact && exact < median.interval[1]);
}

/// An atom that the pilot does not have widens intervals to what the bins allow.
#[test]
fn an_atom_that_the_pilot_missed_lies_inside_the_interval() {
    for atom in [0.6, 0.4, 0.2] {
        let numbers: Vec<f64> = normals(8, 400).iter().map(|z| (0.4 + 0.1 * z).clamp(0.1, 0.6)).collect();
        let shape = histogram(Scale::Absolute, &numbers[..LANES]);
        let mixed: Vec<f64> = (0..).zip(&numbers).map(|(i, &x)| if i > 256 && i % 3 > 0 { atom } else { x }).collect();
        let mut shape = Histogram { kept: Kept::default(), ..shape };
        shape.clear();
        let estimate = filled(&shape, &mixed).quantile(Rank::new(102_400, 0.5));
        assert!(estimate.interval[0] <= atom && atom <= estimate.interval[1], "{atom}: {:?}", estimate.interval);
    }
}

/// A law by its quantiles, as an increasing function of a normal number.
type Law = fn(f64) -> f64;

/// At a million numbers interpolation misses a quantile, and a tail mean, by less than a tenth of the standard error.
/// That holds for a spread down to 5e-5, and for a law that crowds over a floor or under a cap. It also holds for a law
/// of two narrow modes. It holds whatever the pilot's own spread happens to be.
#[test]
fn bins_follow_the_law_of_a_pilot() {
    let laws: [(&str, Law); 8] = [
        ("σ 5e-5", |z| libm::exp(5e-5 * z)),
        ("σ 0.001", |z| libm::exp(1e-3 * z)),
        ("σ 0.05", |z| libm::exp(0.05 * z)),
        ("σ 0.9", |z| libm::exp(0.9 * z)),
        ("over a floor", |z| 0.85 + 0.15 * libm::exp(2.86 * z - 2.0)),
        ("over a floor, less", |z| 0.85 + 0.15 * libm::exp(1.43 * z - 0.5)),
        ("under a cap", |z| 1e6 - 1e3 * libm::exp(-1.2 * z)),
        ("two modes", |z| if z < -0.3 { 1.0 + 0.001 * z } else { 2.0 + 0.001 * z }),
    ];
    let levels = [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.9, 0.99];
    // A normal sample without noise: its quantiles at the ranks' middles.
    let ranks = (0..1_000_000_u32).map(|rank| normal::quantile((f64::from(rank) + 0.5) / 1e6));
    let ranks: Vec<f64> = ranks.collect();
    for (name, law) in laws {
        let numbers: Vec<f64> = ranks.iter().map(|&z| law(z)).collect();
        for seed in 1..6 {
            let pilot: Vec<f64> = normals(seed, 1).iter().map(|&z| law(z)).collect();
            let mut shape = Histogram::pilot(Scale::Relative);
            shape.add(&pilot);
            let shaped = filled(&shape.shaped(1 << 16), &numbers);
            for level in levels {
                let estimate = shaped.quantile(Rank::new(1_000_000, level));
                let missed = (estimate.value - law(normal::quantile(level))).abs() / estimate.standard_error;
                assert!(missed < 0.1, "{name}, seed {seed}, level {level}: {missed} standard errors");
            }
            for (level, count) in [(0.05, 50_000), (0.01, 10_000)] {
                let exact =
                    numbers[..count].iter().fold(0.0, |sum, x| sum + x) / f64::from(u32::try_from(count).unwrap());
                let estimate = shaped.tail_mean(level);
                let missed = (estimate.value - exact).abs() / estimate.standard_error;
                assert!(missed < 0.1, "{name}, seed {seed}, tail {level}: {missed} standard errors");
            }
        }
    }
}

/// Bins far too wide for the law still have the truth inside their intervals.
#[test]
fn intervals_hold_what_coarse_bins_hide() {
    let law = |z: f64| 0.85 + 0.15 * libm::exp(2.86 * z - 2.0);
    let wide: Vec<f64> = normals(9, 1).iter().map(|z| libm::exp(0.5 * z)).collect();
    let mut pilot = Histogram::pilot(Scale::Relative);
    pilot.add(&wide);
    let numbers: Vec<f64> = normals(10, 400).iter().map(|&z| law(z)).collect();
    let coarse = filled(&pilot.shaped(1 << 16), &numbers);
    let held = |[low, high]: [f64; 2], exact: f64| low <= exact && exact <= high;
    for level in [0.01, 0.05, 0.25, 0.5] {
        let interval = coarse.quantile(Rank::new(102_400, level)).interval;
        assert!(held(interval, law(normal::quantile(level))), "{level}: {interval:?}");
    }
    let mut tail = numbers.clone();
    tail.sort_by(f64::total_cmp);
    let exact = tail[..5120].iter().fold(0.0, |sum, x| sum + x) / 5120.0;
    assert!(held(coarse.tail_mean(0.05).interval, exact));
}

/// However many histograms a plan has, and with leverage.
#[test]
fn shares_have_bins_of_a_ten_thousandth_or_less() {
    let shares: Vec<f64> = normals(11, 40).iter().map(|z| (0.4 + 0.3 * z).clamp(0.0, 20.0)).chain([20.0]).collect();
    let mut pilot = Histogram::pilot(Scale::Absolute);
    pilot.add(&shares[..LANES]);
    let shaped = filled(&pilot.shaped(16), &shares);
    let widest = shaped
        .segments()
        .iter()
        .filter(|segment| segment.high <= 1.0)
        .map(|segment| segment.high - segment.low)
        .fold(0.0, f64::max);
    assert!(widest <= 1e-4, "{widest}");
}
