//! Laws of streams, of the numbers made of their words, and of words by path.

use rand::distr::StandardUniform;
use rand::rngs::ChaCha8Rng;
use rand::{Rng, RngExt};

use super::chacha::BLOCK_WORDS;
use super::*;

#[allow(clippy::cast_precision_loss, reason = "some hundreds")]
const LANES_F64: f64 = LANES as f64;

fn draw(seed: u64, factor: &str, block: u64) -> Vec<f64> {
    let mut stream = Stream::new(seed, factor);
    stream.begin(block);
    let mut out = vec![0.0; LANES];
    stream.normals(&mut out);
    out
}

fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let dot = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f64>();
    dot(a, b) / (dot(a, a) * dot(b, b)).sqrt()
}

#[test]
fn a_block_starts_anew_wherever_the_stream_stood() {
    let mut stream = Stream::new(7, "equity");
    let (mut first, mut again) = (vec![0.0; LANES], vec![0.0; LANES]);
    stream.begin(3);
    stream.normals(&mut first);
    stream.normals(&mut again);
    assert_ne!(first, again);
    stream.begin(3);
    stream.normals(&mut again);
    assert_eq!(first, again);
}

/// Numbers, their squares and their products with the next one are uncorrelated across neighbouring streams. They are
/// so across the two halves of a block, too, which share random words.
#[test]
fn neighbouring_streams_and_the_two_numbers_of_a_word_are_independent() {
    let many = |seed: u64, factor: &str, first: u64| -> Vec<f64> {
        (first..first + 200).flat_map(|block| draw(seed, factor, block)).collect()
    };
    let base = many(0, "equity", 0);
    let halves: (Vec<f64>, Vec<f64>) = base
        .chunks(LANES)
        .flat_map(|block| block[..LANES / 2].iter().copied().zip(block[LANES / 2..].iter().copied()))
        .unzip();
    let others = [many(1, "equity", 0), many(0, "equity", 200), many(0, "equity2", 0), many(0, "bonds", 0)];
    let pairs = others.iter().map(|other| (&base, other)).chain([(&halves.0, &halves.1)]);
    let square = |numbers: &[f64]| -> Vec<f64> { numbers.iter().map(|z| z * z - 1.0).collect() };
    let next = |numbers: &[f64]| -> Vec<f64> { numbers.windows(2).map(|pair| pair[0] * pair[1]).collect() };
    for (one, other) in pairs {
        let bound = 4.0 / real(one.len()).sqrt();
        for found in [
            correlation(one, other),
            correlation(&square(one), &square(other)),
            correlation(one, &square(other)),
            correlation(&next(one), &next(other)),
        ] {
            assert!(found.abs() < bound, "{found} against {bound}");
        }
    }
}

/// Counts beyond 1 to 6 standard deviations in both tails are Poisson about the normal law's.
#[test]
fn tails_are_normal_to_six_standard_deviations() {
    let mut stream = Stream::new(5, "tails");
    let mut out = vec![0.0; LANES];
    let mut beyond = [[0_u32; 7]; 2];
    // Beyond 6 one in a thousand million: so many numbers that some are expected beyond 5.5, and none must be
    // absurd.
    let blocks = 200_000_u32;
    for block in 0..blocks / 8 {
        stream.begin(u64::from(block));
        for _ in 0..8 {
            stream.normals(&mut out);
            for &z in out.iter().filter(|z| z.abs() > 1.0) {
                let tail = &mut beyond[usize::from(z < 0.0)];
                for (level, count) in [1.0, 2.0, 3.0, 4.0, 5.0, 5.5, 6.0].into_iter().zip(tail) {
                    *count += u32::from(z.abs() > level);
                }
            }
        }
    }
    let n = f64::from(blocks) * LANES_F64;
    for (tail, counts) in beyond.iter().enumerate() {
        for (level, &count) in [1.0, 2.0, 3.0, 4.0, 5.0, 5.5, 6.0].into_iter().zip(counts) {
            let expected = n * 0.5 * libm::erfc(level / std::f64::consts::SQRT_2);
            // The square root of a Poisson count has a standard deviation of a half.
            let distance = 2.0 * (f64::from(count).sqrt() - expected.sqrt());
            assert!(distance.abs() < 4.0, "tail {tail} beyond {level}: {count} against {expected}");
        }
    }
}

/// The transform itself, at the edges of the radius: the law of the words of greatest radius, which draws rarely
/// meet.
#[test]
fn the_far_tail_of_the_radius_has_the_exponential_law() {
    // P(r > x) = e^(-x²/2): the radius of the k-th of 2^40 steps lies between those of its edges.
    for step in (0..40).map(|power| 1_u64 << power) {
        let (x, y) = elementary::normal_pair((step - 1) << 24);
        let half_squared = 0.5 * (x * x + y * y);
        let edge = |step: u64| -libm::log(real(step) / 1_099_511_627_776.0);
        assert!(half_squared > edge(step) - 1e-12, "{step}");
        assert!(step == 1 || half_squared < edge(step - 1) + 1e-12, "{step}");
    }
}

#[test]
fn the_numbers_are_standard_normal_to_the_eighth_moment() {
    let mut stream = Stream::new(11, "equity");
    let mut out = vec![0.0; LANES];
    let mut sums = [0.0; 8];
    let blocks = 2000_u32;
    for block in 0..blocks {
        stream.begin(u64::from(block));
        stream.normals(&mut out);
        for z in &out {
            let mut power = 1.0;
            for sum in &mut sums {
                power *= z;
                *sum += power;
            }
        }
    }
    let n = f64::from(blocks) * LANES_F64;
    // E z^2k = (2k-1)!!, and Var z^k = E z^2k - (E z^k)^2.
    let moment = |k: u32| if k % 2 == 1 { 0.0 } else { (1..k).step_by(2).map(f64::from).product::<f64>() };
    for (k, sum) in (1_u32..).zip(sums) {
        let error = ((moment(2 * k) - moment(k) * moment(k)) / n).sqrt();
        assert!((sum / n - moment(k)).abs() < 4.0 * error, "moment {k}: {} against {}", sum / n, moment(k));
    }
}

/// The first numbers of a stream, kept so that a change of generator or of block cannot go unseen.
#[test]
fn the_values_of_a_seed_are_stable() {
    let found: Vec<String> = draw(1, "equity", 0)[..3].iter().map(|z| format!("{z:.12}")).collect();
    assert_eq!(found, STABLE);
}

const STABLE: [&str; 3] = ["-0.162586351634", "-0.283755519502", "1.252165920629"];

/// A law that takes as many words as it is asked for.
struct Words(usize);

impl Distribution<Vec<u64>> for Words {
    fn sample<R: Rng + ?Sized>(&self, generator: &mut R) -> Vec<u64> {
        generator.sample_iter(StandardUniform).take(self.0).collect()
    }
}

fn by_path(count: usize) -> Vec<Vec<u64>> {
    let mut words = vec![Vec::new(); LANES];
    Stream::new(3, "paths").draw_by_path(5, &Words(count), &mut words);
    words
}

/// A path's words go on across batches as the cipher's blocks do, and more words asked for change none of the
/// first.
#[test]
fn a_path_has_the_cipher_blocks_of_its_own() {
    let mut key = [0; 32];
    key[0] = 3;
    key[8..].copy_from_slice(&Sha256::digest(b"paths")[..24]);
    let mut library = ChaCha8Rng::from_seed(key);
    library.set_stream(5);
    let long = by_path(20);
    for (path, words) in long.iter().enumerate() {
        for (word, found) in words.iter().enumerate() {
            let block = path + LANES * (word / BLOCK_WORDS);
            library.set_word_pos(16 * block as u128 + 2 * (word % BLOCK_WORDS) as u128);
            assert_eq!(*found, library.next_u64(), "path {path}, word {word}");
        }
    }
    for (short, long) in by_path(3).iter().zip(&long) {
        assert_eq!(short[..], long[..3]);
    }
}

/// A path that rejects words, here half of them, changes nothing of the others.
#[test]
fn what_a_path_takes_shifts_no_other() {
    struct Odd;
    impl Distribution<u64> for Odd {
        fn sample<R: Rng + ?Sized>(&self, generator: &mut R) -> u64 {
            std::iter::repeat_with(|| generator.next_u64()).find(|word| word % 2 == 1).unwrap_or(0)
        }
    }
    let mut found = vec![0; LANES];
    Stream::new(3, "paths").draw_by_path(5, &Odd, &mut found);
    for (found, words) in found.iter().zip(by_path(40)) {
        assert_eq!(words.iter().find(|word| *word % 2 == 1), Some(found));
    }
}
