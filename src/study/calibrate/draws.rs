//! Numbers for tests, one after the other.

use crate::lanes::LANES;
use crate::random::Stream;

/// A source of numbers.
pub(super) struct Draws {
    normals: Stream,
    uniforms: Stream,
    ready: Vec<f64>,
    uniform: Vec<f64>,
}

impl Draws {
    pub(super) fn new(seed: u64) -> Self {
        let [normals, uniforms] = ["test/normal", "test/uniform"].map(|factor| Stream::new(seed, factor));
        Self { normals, uniforms, ready: Vec::new(), uniform: Vec::new() }
    }

    /// Uniform on (0, 1).
    pub(super) fn uniform(&mut self) -> f64 {
        loop {
            if let Some(number) = self.uniform.pop() {
                return number;
            }
            let words = self.uniforms.words().iter();
            self.uniform
                .extend(words.map(|word| (f64::from(u32::try_from(word >> 32).unwrap()) + 0.5) / 4_294_967_296.0));
        }
    }

    /// Standard normal.
    pub(super) fn normal(&mut self) -> f64 {
        loop {
            if let Some(number) = self.ready.pop() {
                return number;
            }
            self.ready = vec![0.0; LANES];
            self.normals.normals(&mut self.ready);
        }
    }
}
