mod shapes;
mod signed;

use super::*;
use crate::kernel::Kernel;
use crate::numerics::real;
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

/// A histogram shaped by a first block of numbers, with all of them.
fn histogram(scale: Scale, numbers: &[f64]) -> Histogram {
    let mut pilot = Histogram::pilot(scale);
    pilot.add(&numbers[..numbers.len().min(LANES)]);
    filled(&pilot.shaped(1 << 16), numbers)
}

/// The numbers in a shape.
fn filled(shape: &Histogram, numbers: &[f64]) -> Histogram {
    let mut filled = shape.clone();
    numbers.chunks(LANES).for_each(|chunk| filled.add(chunk));
    filled
}

/// The number of bins stored.
fn stored(histogram: &Histogram) -> usize {
    let Kept::Counts { counts, .. } = &histogram.kept else { panic!("bins are counted") };
    counts.len()
}

#[test]
fn quantiles_lie_within_a_bin_of_the_sorted_sample() {
    let mut numbers: Vec<f64> = normals(1, 80).iter().map(|z| libm::exp(0.2 * z)).collect();
    let histogram = histogram(Scale::Relative, &numbers);
    numbers.sort_by(f64::total_cmp);
    for (level, index) in [(0.01, 204), (0.05, 1023), (0.5, 10_239), (0.99, 20_275)] {
        let found = histogram.quantile(Rank::new(20_480, level)).value;
        assert!((found / numbers[index] - 1.0).abs() < 2.5e-3, "{level}: {found} against {}", numbers[index]);
    }
}

/// Numbers with an atom at 0.6 (in two roundings), one at 0.2, zeros, and others.
fn with_atoms(seed: u64) -> Vec<f64> {
    let capped = |z: f64| if z > 2.0 { 0.6 + 1e-16 } else { (0.3 + 0.2 * z).clamp(0.0, 0.6) };
    normals(seed, 8).iter().map(|&z| if (-0.6..-0.4).contains(&z) { 0.2 } else { capped(z) }).collect()
}

/// Whether counted at once, in parts in any order, by lists of bins, or in a wider range first: the same bytes.
#[test]
fn parts_merge_to_the_whole_in_any_order() {
    for (scale, numbers) in [
        (Scale::Absolute, with_atoms(2)),
        (Scale::Relative, with_atoms(3)),
        (Scale::Signed, with_atoms(3).iter().map(|x| 1e9 * (x - 0.2)).collect()),
        (Scale::Signed, normals(5, 8).iter().map(|z| if z.abs() < 2.5 { 0.0 } else { 1e9 * z }).collect()),
        (Scale::Relative, normals(4, 8).iter().map(|z| 0.85 + 0.15 * libm::exp(2.86 * z - 2.0)).collect()),
    ] {
        let whole = histogram(scale, &numbers);
        let shape = histogram(scale, &numbers[..LANES]);
        let mut shape = Histogram { kept: Kept::default(), ..shape };
        shape.clear();
        let parts: Vec<Histogram> = numbers.chunks(512).map(|part| filled(&shape, part)).collect();
        let lists: Vec<Histogram> = numbers.chunks(512).map(|part| filled(&shape.list(), part)).collect();
        for order in [[0, 1, 2, 3], [3, 1, 0, 2], [2, 3, 1, 0]] {
            for parts in [&parts, &lists] {
                let mut merged = shape.clone();
                for part in order {
                    merged.merge(&parts[part]);
                }
                let mut whole = whole.clone();
                merged.trim();
                whole.trim();
                assert_eq!(merged, whole);
                assert_eq!(serde_json::to_string(&merged).unwrap(), serde_json::to_string(&whole).unwrap());
            }
        }
    }
}

/// Bins are joined by the range of all numbers, of those counted apart too.
#[test]
fn a_part_with_one_value_alone_joins_as_the_whole_does() {
    let others: Vec<f64> = normals(14, 1)[..200].iter().map(|z| libm::exp(0.1 * z)).collect();
    let alone = [1e6; 50];
    let numbers = [&others[..], &alone].concat();
    let mut pilot = Histogram::pilot(Scale::Relative);
    pilot.add(&numbers);
    let shape = pilot.shaped(64);
    let trimmed = |mut histogram: Histogram| {
        histogram.trim();
        histogram
    };
    let (left, right) = (trimmed(filled(&shape, &others)), trimmed(filled(&shape, &alone)));
    let whole = trimmed(filled(&shape, &numbers));
    for (first, second) in [(&left, &right), (&right, &left)] {
        let mut merged = first.clone();
        merged.merge(second);
        assert_eq!(trimmed(merged), whole);
    }
}

#[test]
fn every_kernel_finds_the_same_bins() {
    let crowded: Vec<f64> = normals(12, 4).iter().map(|z| 0.85 + 0.15 * libm::exp(2.86 * z - 2.0)).collect();
    let capped = with_atoms(13);
    let found = || [histogram(Scale::Relative, &crowded), histogram(Scale::Absolute, &capped)];
    let mut each = Vec::new();
    Kernel::with_each(|_| each.push(found()));
    assert!(each.iter().all(|found| *found == each[0]));
}

#[test]
fn a_part_comes_back_as_it_was() {
    let histogram = histogram(Scale::Absolute, &with_atoms(5));
    let text = serde_json::to_string(&histogram).unwrap();
    assert_eq!(serde_json::from_str::<Histogram>(&text).unwrap(), histogram);
}

/// Numbers over six hundred decades take no more bins than allowed, and merge to the same whole in any order.
#[test]
fn memory_is_bounded_whatever_comes() {
    let wild: Vec<f64> = (0..2000_u32).map(|i| libm::pow(10.0, f64::from(i * 7919 % 601) - 300.0)).collect();
    let mut pilot = Histogram::pilot(Scale::Relative);
    pilot.add(&wild[..LANES]);
    let shape = pilot.shaped(1 << 11);
    let whole = filled(&shape, &wild);
    assert!(stored(&whole) <= (1 << 11) + 64 && whole.count() == 2000);
    let (left, right) = (filled(&shape, &[1.0; 10]), filled(&shape, &wild[1..]));
    let (mut one, mut other) = (left.clone(), right.clone());
    one.merge(&right);
    other.merge(&left);
    let rank = Rank::new(one.count(), 0.3);
    assert_eq!((one.quantile(rank), one.joined, one.count()), (other.quantile(rank), other.joined, other.count()));
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

/// Case `se_quantile_cte`: the mean estimated standard errors over many samples of 10 000, against their asymptotic
/// values and against the spread of the estimates themselves. Numbers are shifted by 10 to be positive, which moves no
/// error.
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
