//! The words of one path: a generator that a law may take any number of words from.

use std::convert::Infallible;

use rand::TryRng;
use rand::rand_core::block::Generator;
use rand::rand_core::utils;

use super::chacha::{BLOCK_WORDS, SIDE, State, WORDS, halves};
use crate::lanes::LANES;

/// The generator of path `j` of a block: the words of the stream's cipher blocks `j`, `j + LANES`, `j + 2 LANES` and so
/// on.
///
/// Sixteen paths have their first words from one batch, at the price of one batch.
pub struct PathRng<'a> {
    /// The batch that comes after the one with the path's present words.
    batch: &'a State,
    /// How many batches of the path came before this one.
    earlier: u64,
    /// The path's place in its batch.
    place: usize,
    words: [u64; BLOCK_WORDS],
    taken: usize,
}

impl<'a> PathRng<'a> {
    /// The path in a place of a batch; the generator stands after that batch.
    pub fn new(batch: &'a State, place: usize, words: &[u64; WORDS]) -> Self {
        Self { batch, earlier: 0, place, words: words_of(place, words), taken: 0 }
    }

    fn refill(&mut self) {
        const BATCHES: u64 = (LANES / SIDE) as u64;
        self.earlier += 1;
        let mut state = self.batch.clone();
        state.skip(BATCHES * self.earlier - 1);
        let mut words = [0; WORDS];
        state.generate(&mut words);
        self.words = words_of(self.place, &words);
        self.taken = 0;
    }
}

/// The words of one cipher block of a batch.
fn words_of(place: usize, words: &[u64; WORDS]) -> [u64; BLOCK_WORDS] {
    std::array::from_fn(|word| words[SIDE * word + place])
}

impl TryRng for PathRng<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.try_next_u64().map(|word| halves(word)[0])
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        if self.taken == BLOCK_WORDS {
            self.refill();
        }
        let word = self.words[self.taken];
        self.taken += 1;
        Ok(word)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        utils::fill_bytes_via_next_word(bytes, || self.try_next_u64())
    }
}
