//! Streams of random numbers: (seed, factor, block) → numbers. The one place that names a generator.
//!
//! The generator is `ChaCha8`, a counter-based cipher. The key is made of the seed and of the factor's name, the nonce is the
//! block's number, so that two factors, blocks or seeds never share a stream, and none depends on how many others there are.
//! Normal numbers come in pairs, one word each pair, by the transform of Box & Muller: path `j` of a block and path
//! `j + LANES/2` share a word at each step, and their numbers are independent.

mod chacha;

use chacha::WORDS;
use sha2::{Digest, Sha256};

use crate::lanes::LANES;
use crate::numerics::{elementary, real};

/// The random numbers of one factor, block by block.
pub struct Stream {
    state: chacha::State,
    /// Each makes two numbers.
    words: [u64; WORDS],
}

impl Stream {
    /// The stream of a factor, at the start of block 0.
    #[must_use]
    pub fn new(seed: u64, factor: &str) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..].copy_from_slice(&Sha256::digest(factor.as_bytes())[..24]);
        Self { state: chacha::State::new(&key), words: [0; WORDS] }
    }

    /// Goes to the start of a block's numbers.
    pub const fn begin(&mut self, block: u64) {
        self.state.begin(block);
    }

    /// The next standard normal number of each of the block's paths, in path order.
    pub fn normals(&mut self, out: &mut [f64]) {
        const { assert!(LANES == 2 * WORDS) };
        debug_assert_eq!(out.len(), LANES);
        let (first, second) = out.split_at_mut(WORDS);
        elementary::normal_pairs(self.words(), first, second);
    }

    /// The next number uniform on (0, 1) of each of the block's paths, in path order: `(k + ½) / 2^32`, path `j` and `j + LANES/2`
    /// each with one half of a word.
    pub fn uniforms(&mut self, out: &mut [f64]) {
        debug_assert_eq!(out.len(), LANES);
        let (first, second) = out.split_at_mut(WORDS);
        for ((first, second), &word) in first.iter_mut().zip(second).zip(self.words()) {
            [*first, *second] = [word & 0xffff_ffff, word >> 32].map(unit);
        }
    }

    /// The next random words: the half of a block's paths have one each.
    pub fn words(&mut self) -> &[u64] {
        self.state.next(&mut self.words);
        &self.words
    }
}

/// The middle of the `half`-th of 2^32 parts of (0, 1).
fn unit(half: u64) -> f64 {
    let half = real(half);
    (half + 0.5) * (1.0 / 4_294_967_296.0)
}

#[cfg(test)]
mod tests {
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

    /// Numbers, their squares and their products with the next one are uncorrelated across neighbouring streams, and across the
    /// two halves of a block, which share random words.
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
        // Beyond 6 one in a thousand million: so many numbers that some are expected beyond 5.5, and none must be absurd.
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

    /// The transform itself, at the edges of the radius: the law of the words of greatest radius, which draws rarely meet.
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
}
