//! Numbers of either sign.

use super::*;

/// A zero in ten, debts and surpluses on both sides of it.
fn either_side(unit: f64) -> Vec<f64> {
    normals(11, 80).iter().map(|z| if z.abs() < 0.125 { 0.0 } else { unit * (z - 0.5) }).collect()
}

#[test]
fn quantiles_lie_within_a_bin_of_the_sorted_sample_whatever_the_size_of_the_numbers() {
    for unit in [1e-3, 1.0, 1e9, 1e15] {
        let mut numbers = either_side(unit);
        let histogram = histogram(Scale::Signed, &numbers);
        numbers.sort_by(f64::total_cmp);
        for (level, index) in [(0.01, 204), (0.25, 5119), (0.5, 10_239), (0.6, 12_287), (0.99, 20_275)] {
            let found = histogram.quantile(Rank::new(20_480, level)).value;
            assert!((found - numbers[index]).abs() < 0.02 * unit, "{unit}, {level}: {found}, {}", numbers[index]);
        }
    }
}

/// Nine paths in ten have none, as of a debt: the median is 0 and known to be.
#[test]
fn zero_among_numbers_of_either_sign_is_known_exactly() {
    let rare: Vec<f64> = normals(12, 80).iter().map(|z| if *z > 1.3 { 5e9 * z } else { 0.0 }).collect();
    let mirrored: Vec<f64> = rare.iter().map(|x| 0.0 - x).collect();
    for (numbers, level) in [(&rare, 0.05), (&rare, 0.5), (&mirrored, 0.5), (&mirrored, 0.95)] {
        let histogram = histogram(Scale::Signed, numbers);
        let found = histogram.quantile(Rank::new(20_480, level));
        assert_eq!((found.value, found.interval, found.standard_error), (0.0, [0.0; 2], 0.0), "{level}");
        assert_eq!(histogram.zeros(), real_zeros(numbers));
    }
}

fn real_zeros(numbers: &[f64]) -> u64 {
    numbers.iter().filter(|x| **x == 0.0).count() as u64
}

/// A pilot of nothing but zeros knows no size; what comes later has its quantiles all the same.
#[test]
fn what_the_pilot_did_not_see_has_quantiles() {
    for size in [1e-2, 1e6, 1e13] {
        let mut numbers = vec![0.0; 20 * LANES];
        for (place, number) in numbers.iter_mut().enumerate().skip(LANES).filter(|(place, _)| place % 4 > 0) {
            *number = size * (1.0 + real(place) / real(20 * LANES));
        }
        let histogram = histogram(Scale::Signed, &numbers);
        let exact = exact_median(numbers);
        let found = histogram.quantile(Rank::new(20 * LANES as u64, 0.5));
        assert!((found.value / exact - 1.0).abs() < 5e-3, "{size}: {} against {exact}", found.value);
    }
}

fn exact_median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

#[test]
fn a_number_of_no_size_makes_no_estimate() {
    for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e200] {
        let found = histogram(Scale::Signed, &[1.0, wrong, -2.0]).quantile(Rank::new(3, 0.5));
        assert!(found.value.is_nan(), "{wrong}");
    }
}
