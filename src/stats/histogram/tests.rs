use super::*;
use crate::lanes::LANES;
use crate::random::Stream;

fn normals(seed: u64, blocks: u64) -> Vec<f64> {
    let mut stream = Stream::new(seed, "histogram");
    let mut all = Vec::new();
    for block in 0..blocks {
        let mut out = vec![0.0; LANES];
        stream.begin(block);
        stream.normals(&mut out);
        all.extend(out);
    }
    all
}

fn histogram(scale: Scale, numbers: &[f64]) -> Histogram {
    let mut histogram = Histogram::pilot(scale);
    numbers.chunks(LANES).for_each(|chunk| histogram.add(chunk));
    histogram
}

#[test]
fn quantiles_lie_within_a_bin_of_the_sorted_sample() {
    let mut numbers: Vec<f64> = normals(1, 80).iter().map(|z| libm::exp(0.2 * z)).collect();
    let histogram = histogram(Scale::Relative, &numbers);
    numbers.sort_by(f64::total_cmp);
    for (level, index) in [(0.01, 204), (0.05, 1023), (0.5, 10_239), (0.99, 20_275)] {
        let found = histogram.quantile(Rank::new(20_480, level)).value;
        assert!((found / numbers[index] - 1.0).abs() < 1e-3, "{level}: {found} against {}", numbers[index]);
    }
}

#[test]
fn parts_merge_to_the_whole_in_any_order() {
    let numbers: Vec<f64> = normals(2, 8).iter().map(|z| z.max(0.0)).collect();
    let whole = histogram(Scale::Absolute, &numbers);
    let (left, right) = numbers.split_at(LANES);
    let (left, right) = (histogram(Scale::Absolute, left), histogram(Scale::Absolute, right));
    for (first, second) in [(&left, &right), (&right, &left)] {
        let mut merged = first.clone();
        merged.merge(second);
        let rank = Rank::new(whole.count(), 0.9);
        assert_eq!(merged.quantile(rank), whole.quantile(rank));
        assert_eq!((merged.count(), merged.zeros), (whole.count(), whole.zeros));
    }
}

/// At a million numbers interpolation misses a quantile by less than a tenth of its standard error, down to a spread of 5e-5 and
/// whatever the pilot's own spread happens to be.
#[test]
fn bins_follow_the_spread_of_a_pilot() {
    for (seed, sigma) in [(1, 5e-5), (2, 1e-3), (3, 0.05), (4, 0.9)] {
        // A normal sample without noise: its quantiles at the ranks' middles.
        let numbers: Vec<f64> = (0..1_000_000_u32)
            .map(|rank| libm::exp(sigma * standard_normal_quantile((f64::from(rank) + 0.5) / 1e6)))
            .collect();
        let pilot: Vec<f64> = normals(seed, 1).iter().map(|z| libm::exp(sigma * z)).collect();
        let mut shaped = histogram(Scale::Relative, &pilot).shaped(1 << 16);
        numbers.chunks(LANES).for_each(|chunk| shaped.add(chunk));
        assert!(shaped.counts.len() < 4096);
        for level in [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.9, 0.99] {
            let estimate = shaped.quantile(Rank::new(1_000_000, level));
            let exact = libm::exp(sigma * standard_normal_quantile(level));
            let missed = (estimate.value - exact).abs() / estimate.standard_error;
            assert!(missed < 0.1, "σ {sigma}, level {level}: {missed} standard errors");
        }
    }
}

/// By bisection of the distribution function of an independent library.
fn standard_normal_quantile(p: f64) -> f64 {
    let (mut low, mut high) = (-9.0, 9.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        let below = 0.5 * libm::erfc(-middle / std::f64::consts::SQRT_2) < p;
        (low, high) = if below { (middle, high) } else { (low, middle) };
    }
    0.5 * (low + high)
}

/// Numbers over six hundred decades take no more bins than allowed, and merge to the same whole in any order.
#[test]
fn memory_is_bounded_whatever_comes() {
    let wild: Vec<f64> = (0..2000_u32).map(|i| libm::pow(10.0, f64::from(i * 7919 % 601) - 300.0)).collect();
    let shape = histogram(Scale::Relative, &wild[..LANES]).shaped(1 << 11);
    let fill = |numbers: &[f64]| {
        let mut filled = shape.clone();
        numbers.chunks(LANES).for_each(|chunk| filled.add(chunk));
        filled
    };
    let whole = fill(&wild);
    assert!(whole.counts.len() <= (1 << 11) + 64 && whole.count() == 2000);
    let (left, right) = (fill(&[1.0; 10]), fill(&wild[1..]));
    let (mut one, mut other) = (left.clone(), right.clone());
    one.merge(&right);
    other.merge(&left);
    let rank = Rank::new(one.count(), 0.3);
    assert_eq!(
        (one.quantile(rank), one.grid.shift, one.count()),
        (other.quantile(rank), other.grid.shift, other.count())
    );
}

#[test]
fn what_is_no_number_leaves_no_estimate() {
    for wrong in [f64::NAN, f64::INFINITY, -1.0] {
        let quantile = histogram(Scale::Relative, &[1.0, wrong, 2.0]).quantile(Rank::new(3, 0.5));
        assert!(quantile.value.is_nan(), "{wrong}");
    }
}

#[test]
fn an_interval_that_the_sample_cannot_close_is_open() {
    let numbers: Vec<f64> = (1..=100_u32).map(f64::from).collect();
    let quantile = histogram(Scale::Whole, &numbers).quantile(Rank::new(100, 0.01));
    assert!(quantile.interval[0].is_nan() && quantile.interval[1].is_finite() && quantile.standard_error.is_nan());
    assert_eq!(quantile.value.to_bits(), 1f64.to_bits());
}

#[test]
fn equal_numbers_have_that_quantile_exactly() {
    for number in [0.0, 0.6, 1.0, 5_200_000_000.0] {
        let histogram = histogram(Scale::Relative, &[number; 1000]);
        let quantile = histogram.quantile(Rank::new(1000, 0.05));
        assert_eq!((quantile.value, quantile.interval), (number, [number; 2]));
        assert!((histogram.tail_mean(0.05).value - number).abs() <= 1e-15 * number);
    }
}

/// Case `se_quantile_cte`: the mean estimated standard errors over many samples of 10 000, against their asymptotic values
/// and against the spread of the estimates themselves. Numbers are shifted by 10 to be positive, which moves no error.
#[test]
fn standard_errors_of_quantile_and_tail_mean_are_the_asymptotic_ones() {
    let samples = 300;
    let rank = Rank::new(10_000, 0.05);
    let mut sums = [0.0; 2];
    let mut estimates = [Vec::new(), Vec::new()];
    for sample in 0..samples {
        let mut numbers = normals(100 + sample, 40);
        numbers.truncate(10_000);
        for z in &mut numbers {
            *z += 10.0;
        }
        let histogram = histogram(Scale::Absolute, &numbers);
        for (index, estimate) in [histogram.quantile(rank), histogram.tail_mean(0.05)].into_iter().enumerate() {
            sums[index] += estimate.standard_error / real(samples);
            estimates[index].push(estimate.value);
        }
    }
    for (index, expected) in [0.021_131_875_109_690_845, 0.024_655_729_418_081_394].into_iter().enumerate() {
        assert!((sums[index] - expected).abs() < 0.0006, "{} against {expected}", sums[index]);
        let spread = crate::stats::moments::Moments::of(&estimates[index]).deviation();
        assert!((spread / expected - 1.0).abs() < 4.0 / 24.5, "spread {spread} against {expected}");
    }
}

#[test]
fn counts_between_add_up() {
    let histogram = histogram(Scale::Absolute, &[0.0, 0.0, 0.1, 0.25, 0.25, 0.9]);
    assert!((histogram.count_between(0.0, 0.05) - 2.0).abs() < 1e-12);
    assert!((histogram.count_between(0.05, 1.0) - 4.0).abs() < 1e-9);
}
