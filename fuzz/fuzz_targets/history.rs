//! The CSV file of a market's history.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|content: &[u8]| {
    if let Err(problem) = skans::config::history::read("history.csv", content, 13, &[]) {
        assert!(!problem.to_string().is_empty());
    }
});
