//! Streams of random numbers: (seed, factor, block) → numbers. The one place that names a generator.
//!
//! The generator is `ChaCha8`, a counter-based cipher. The key is made of the seed and of the factor's name, the nonce
//! is the block's number. So two factors, blocks or seeds never share a stream, and none depends on how many others
//! there are.
//!
//! A factor's stream is drawn from in one of three ways:
//!
//! - [`Stream::normals`] and [`Stream::uniforms`] give every path of a block one number at once. They take as many
//!   words whatever the numbers are, so that no path shifts another's. The market draws its steps so.
//! - [`Stream::draw_by_path`] gives every path words of its own. A law may then reject words and take more of them.
//! - The stream is a generator of the `rand` family: any law of `rand` and `rand_distr` may be drawn from it, one
//!   number after another.
//!
//! Normal numbers come in pairs, one word each pair, by the transform of Box & Muller. The paths `j` and `j + LANES/2`
//! of a block share a word at each step, and their numbers are independent.
//!
//! `rand_distr` computes `ln` and `exp` by the platform's library. Laws that need these serve tests, never results.

mod by_path;
mod chacha;
#[cfg(test)]
pub(crate) mod oracles;
#[cfg(test)]
mod tests;

use std::convert::Infallible;

use chacha::{SIDE, State, WORDS, halves};
use rand::rand_core::block::{BlockRng, Generator};
use rand::{SeedableRng, TryRng};
use sha2::{Digest, Sha256};

use crate::lanes::LANES;
use crate::numerics::{elementary, real};
use by_path::PathRng;
pub use rand::distr::{Distribution, Uniform};
pub use rand_distr::weighted::WeightedAliasIndex;

/// The random numbers of one factor, block by block.
///
/// ```
/// use rand_distr::Poisson;
/// use skans::random::{Distribution, Stream};
///
/// let mut stream = Stream::new(1, "new pensioners");
/// stream.begin(0);
/// let count: f64 = Poisson::new(40.0)?.sample(&mut stream);
/// assert!((10.0..90.0).contains(&count));
/// # Ok::<(), rand_distr::PoissonError>(())
/// ```
pub struct Stream {
    generator: BlockRng<State>,
    /// The words of the last batch.
    words: [u64; WORDS],
}

impl Stream {
    /// The stream of a factor, at the start of block 0.
    #[must_use]
    pub fn new(seed: u64, factor: &str) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..].copy_from_slice(&Sha256::digest(factor.as_bytes())[..24]);
        Self { generator: BlockRng::new(State::from_seed(key)), words: [0; WORDS] }
    }

    /// Goes to the start of a block's numbers.
    pub fn begin(&mut self, block: u64) {
        self.generator.core.begin(block);
        self.generator.reset_and_skip(0);
    }

    /// The next standard normal number of each of the block's paths, in path order.
    pub fn normals(&mut self, out: &mut [f64]) {
        const { assert!(LANES == 2 * WORDS) };
        debug_assert_eq!(out.len(), LANES);
        let (first, second) = out.split_at_mut(WORDS);
        elementary::normal_pairs(self.words(), first, second);
    }

    /// The next number uniform on (0, 1) of each of the block's paths, in path order.
    ///
    /// It is `(k + ½) / 2^32`, with `k` the lower half of a word for path `j`, the upper half for path `j + LANES/2`.
    pub fn uniforms(&mut self, out: &mut [f64]) {
        debug_assert_eq!(out.len(), LANES);
        let (first, second) = out.split_at_mut(WORDS);
        for ((first, second), &word) in first.iter_mut().zip(second).zip(self.words()) {
            [*first, *second] = [word & 0xffff_ffff, word >> 32].map(unit);
        }
    }

    /// The next random words: the half of a block's paths have one each.
    pub fn words(&mut self) -> &[u64] {
        self.generator.core.generate(&mut self.words);
        &self.words
    }

    /// Draws from a law once for each path of a block, in path order, and begins the block.
    ///
    /// The law takes as many of the path's own words as it needs. What it takes shifts no other path's draw.
    pub fn draw_by_path<T>(&mut self, block: u64, law: &impl Distribution<T>, out: &mut [T]) {
        debug_assert_eq!(out.len(), LANES);
        self.begin(block);
        for out in out.chunks_mut(SIDE) {
            self.generator.core.generate(&mut self.words);
            for (place, out) in out.iter_mut().enumerate() {
                *out = law.sample(&mut PathRng::new(&self.generator.core, place, &self.words));
            }
        }
    }
}

/// Single words, in the order in which a batch has them.
impl TryRng for Stream {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(halves(self.generator.next_word())[0])
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.generator.next_word())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.generator.fill_bytes(bytes);
        Ok(())
    }
}

/// The middle of the `half`-th of 2^32 parts of (0, 1).
fn unit(half: u64) -> f64 {
    let half = real(half);
    (half + 0.5) * (1.0 / 4_294_967_296.0)
}
