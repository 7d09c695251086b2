//! Streams of random numbers: (seed, factor, block) → numbers. The one place that names a generator.
//!
//! The generator is `ChaCha8` (Bernstein 2008), a counter-based cipher. The key is made of the seed and of the factor's name,
//! the nonce is the block's number, so that two factors, blocks or seeds never share a stream, and none depends on how many
//! others there are. Normal numbers come in pairs, one word each pair, by the transform of Box & Muller: path `j` of a block and
//! path `j + LANES/2` share a word at each step, and their numbers are independent.

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

use crate::elementary;

/// Paths simulated together, side by side. Part of what a seed means: changing it changes every path.
pub const LANES: usize = 512;

/// The random numbers of one factor, block by block.
pub struct Stream {
    key: [u8; 32],
    generator: ChaCha8Rng,
    bytes: Vec<u8>,
}

impl Stream {
    /// The stream of a factor, at the start of block 0.
    #[must_use]
    pub fn new(seed: u64, factor: &str) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..].copy_from_slice(&Sha256::digest(factor.as_bytes())[..24]);
        Self { key, generator: ChaCha8Rng::from_seed(key), bytes: vec![0; 4 * LANES] }
    }

    /// Goes to the start of a block's numbers.
    pub fn begin(&mut self, block: u64) {
        self.generator = ChaCha8Rng::from_seed(self.key);
        self.generator.set_stream(block);
    }

    /// The next standard normal number of each of the block's paths, in path order.
    pub fn normals(&mut self, out: &mut [f64]) {
        debug_assert_eq!(out.len(), LANES);
        self.generator.fill_bytes(&mut self.bytes);
        let (first, second) = out.split_at_mut(LANES / 2);
        elementary::normal_pairs(self.bytes.as_chunks::<8>().0, first, second);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn neighbouring_seeds_factors_and_blocks_are_uncorrelated() {
        let base = draw(0, "equity", 0);
        for other in [draw(1, "equity", 0), draw(0, "equity", 1), draw(0, "equity2", 0), draw(0, "bonds", 0)] {
            assert!(correlation(&base, &other).abs() < 4.0 / 22.6, "{}", correlation(&base, &other));
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
        let n = f64::from(blocks) * 512.0;
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

    const STABLE: [&str; 3] = ["-0.162586351634", "1.956958432282", "0.815968155770"];
}
