//! Laws of `rand_distr` against which tests hold ours. They use the platform's mathematical library: no result comes
//! from them.

pub use rand_distr::{ChiSquared, StandardNormal, StudentT};

use super::{Distribution, Stream};
use crate::lanes::LANES;
use crate::numerics::real;

/// Numbers of a law, drawn one after another from a stream.
pub fn drawn(law: impl Distribution<f64>, count: usize) -> Vec<f64> {
    law.sample_iter(Stream::new(17, "oracle")).take(count).collect()
}

/// Numbers that `draw` makes, a block of paths at a time.
pub fn batched(count: usize, mut draw: impl FnMut(u64, &mut [f64])) -> Vec<f64> {
    let mut numbers = vec![0.0; count];
    for (block, numbers) in (0..).zip(numbers.chunks_exact_mut(LANES)) {
        draw(block, numbers);
    }
    numbers
}

/// Both samples have one law: their empirical distributions are nowhere further apart than chance allows.
///
/// Smirnov's distance of two samples of `n` numbers passes `2.28 √(2/n)` once in 16 000 times (Smirnov 1948, *Annals of
/// Mathematical Statistics* 19(2)). A normal number passes four standard errors as often.
pub fn assert_one_law(mut one: Vec<f64>, mut other: Vec<f64>) {
    assert_eq!(one.len(), other.len());
    one.sort_by(f64::total_cmp);
    other.sort_by(f64::total_cmp);
    let below = |numbers: &[f64], x: f64| numbers.partition_point(|&number| number <= x);
    let furthest = one.iter().enumerate().map(|(rank, &x)| below(&other, x).abs_diff(rank + 1)).max().unwrap_or(0);
    let [furthest, n] = [furthest, one.len()].map(real);
    assert!(furthest / n < 2.28 * (2.0 / n).sqrt(), "{furthest} of {n}");
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNT: usize = 2000 * LANES;

    #[test]
    fn batched_normal_numbers_have_the_law_of_the_librarys() {
        let mut stream = Stream::new(2, "normal");
        let ours = batched(COUNT, |block, out| {
            stream.begin(block);
            stream.normals(out);
        });
        assert_one_law(ours, drawn(StandardNormal, COUNT));
    }

    /// The distance that chance allows is passed by a mean of a hundredth, and by a deviation of 1.02.
    #[test]
    fn a_slightly_different_law_is_seen() {
        for (shift, scale) in [(0.01, 1.0), (0.0, 1.02)] {
            let other = drawn(StandardNormal, COUNT).into_iter().map(|z| shift + scale * z).collect();
            let mut stream = Stream::new(2, "normal");
            let ours = batched(COUNT, |block, out| {
                stream.begin(block);
                stream.normals(out);
            });
            assert!(std::panic::catch_unwind(|| assert_one_law(ours, other)).is_err(), "{shift} {scale}");
        }
    }

    /// Single words and whole batches of one stream take turns, and share no word.
    #[test]
    fn a_stream_is_a_generator_of_the_rand_family() {
        use rand::Rng;
        let mut stream = Stream::new(1, "words");
        stream.begin(4);
        let batch = stream.words().to_vec();
        stream.begin(4);
        let single: Vec<u64> = batch.iter().map(|_| stream.next_u64()).collect();
        assert_eq!(single, batch);
        let next = stream.next_u64();
        assert!(!stream.words().contains(&next));
        let mut bytes = [0; 16];
        stream.begin(4);
        stream.fill_bytes(&mut bytes);
        assert_eq!(bytes.as_chunks().0.iter().map(|bytes| u64::from_le_bytes(*bytes)).collect::<Vec<_>>(), batch[..2]);
    }
}
