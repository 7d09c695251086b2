//! `ChaCha8` (Bernstein 2008, *`ChaCha`, a variant of Salsa20*), sixteen blocks side by side, as a block generator of
//! the `rand` family.

use rand::SeedableRng;
use rand::rand_core::block::Generator;

use crate::kernel::kernel;

/// Cipher blocks made together.
pub const SIDE: usize = 16;

/// Words of 64 bits in a cipher block.
pub const BLOCK_WORDS: usize = 8;

/// Words in the cipher blocks made together.
pub const WORDS: usize = BLOCK_WORDS * SIDE;

/// The constants, key, counter and stream from which a cipher block is made, in its layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State([u32; 16]);

impl SeedableRng for State {
    type Seed = [u8; 32];

    /// The first blocks of stream 0 of a key.
    fn from_seed(key: [u8; 32]) -> Self {
        let mut words = [0; 16];
        words[..4].copy_from_slice(&[0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574]);
        for (word, bytes) in words[4..12].iter_mut().zip(key.as_chunks().0) {
            *word = u32::from_le_bytes(*bytes);
        }
        Self(words)
    }
}

impl State {
    /// Goes to the first blocks of a stream.
    pub const fn begin(&mut self, stream: u64) {
        [self.0[12], self.0[13]] = [0, 0];
        [self.0[14], self.0[15]] = halves(stream);
    }

    /// Passes over cipher blocks, by sixteens.
    pub const fn skip(&mut self, sixteens: u64) {
        let counter = self.0[12] as u64 | (self.0[13] as u64) << 32;
        [self.0[12], self.0[13]] = halves(counter.wrapping_add(SIDE as u64 * sixteens));
    }
}

impl Generator for State {
    type Output = [u64; WORDS];

    /// The next sixteen cipher blocks. Word `16 k + b` is word `k` of block `b`, read in the order of its bytes.
    fn generate(&mut self, words: &mut [u64; WORDS]) {
        blocks(&self.0, words);
        self.skip(1);
    }
}

/// The lower and the upper 32 bits of a word.
#[allow(clippy::cast_possible_truncation, reason = "the halves are meant")]
pub const fn halves(number: u64) -> [u32; 2] {
    [number as u32, (number >> 32) as u32]
}

#[inline(always)]
#[allow(clippy::many_single_char_names, reason = "the names of the specification")]
fn quarter_round(x: &mut [u32; 16], a: usize, b: usize, c: usize, d: usize) {
    x[a] = x[a].wrapping_add(x[b]);
    x[d] = (x[d] ^ x[a]).rotate_left(16);
    x[c] = x[c].wrapping_add(x[d]);
    x[b] = (x[b] ^ x[c]).rotate_left(12);
    x[a] = x[a].wrapping_add(x[b]);
    x[d] = (x[d] ^ x[a]).rotate_left(8);
    x[c] = x[c].wrapping_add(x[d]);
    x[b] = (x[b] ^ x[c]).rotate_left(7);
}

#[inline(always)]
fn double_round(x: &mut [u32; 16]) {
    quarter_round(x, 0, 4, 8, 12);
    quarter_round(x, 1, 5, 9, 13);
    quarter_round(x, 2, 6, 10, 14);
    quarter_round(x, 3, 7, 11, 15);
    quarter_round(x, 0, 5, 10, 15);
    quarter_round(x, 1, 6, 11, 12);
    quarter_round(x, 2, 7, 8, 13);
    quarter_round(x, 3, 4, 9, 14);
}

kernel! {
    // The rounds are not in a loop, so that the only loop is over blocks, and becomes vectors of them. The counter of
    // the first is a multiple of sixteen: the others differ from it in the low word alone.
    #[allow(clippy::cast_possible_truncation, reason = "a block's place is below 16")]
    fn blocks(first: &[u32; 16], words: &mut [u64; WORDS]) {
        for block in 0..SIDE {
            let mut start = *first;
            start[12] |= block as u32;
            let mut x = start;
            double_round(&mut x);
            double_round(&mut x);
            double_round(&mut x);
            double_round(&mut x);
            for place in 0..BLOCK_WORDS {
                let [low, high] = [2 * place, 2 * place + 1].map(|word| x[word].wrapping_add(start[word]));
                words[SIDE * place + block] = u64::from(low) | u64::from(high) << 32;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use rand::Rng;
    use rand::rngs::ChaCha8Rng;

    use super::*;

    /// The same numbers as an independent library's, also where the counter passes 32 bits.
    #[test]
    fn the_numbers_are_those_of_chacha8() {
        let key: [u8; 32] = std::array::from_fn(|byte| 7 * u8::try_from(byte).unwrap());
        let (mut state, mut library) = (State::from_seed(key), ChaCha8Rng::from_seed(key));
        for stream in [0, 1, u64::MAX / 3] {
            state.begin(stream);
            library.set_stream(stream);
            for skipped in [0_u64, 1 << 32] {
                [state.0[12], state.0[13]] = halves(skipped.saturating_sub(SIDE as u64));
                library.set_word_pos(u128::from(skipped.saturating_sub(SIDE as u64)) * 16);
                for _ in 0..3 {
                    let mut words = [0; WORDS];
                    state.generate(&mut words);
                    for block in 0..SIDE {
                        for place in 0..8 {
                            assert_eq!(words[SIDE * place + block], library.next_u64());
                        }
                    }
                }
            }
        }
    }
}
