//! The random words of a run of two assets, block after block, as raw bytes on standard output: for test batteries
//! (docs/evidence/random-numbers.md).
//!
//! ```text
//! cargo run --release --example words | ./testu01 small words
//! ```

use std::io::{self, Write};

use skans::random::Stream;

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut factors = [Stream::new(1, "equity"), Stream::new(1, "bonds")];
    for block in 0.. {
        for factor in &mut factors {
            factor.begin(block);
        }
        for _month in 0..240 {
            for factor in &mut factors {
                for word in factor.words() {
                    out.write_all(&word.to_le_bytes())?;
                }
            }
        }
    }
    Ok(())
}
