//! The CSV file of what `today` observed.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|content: &[u8]| {
    if let Err(problem) = skans::config::values::read("values.csv", content) {
        assert!(!problem.to_string().is_empty());
    }
});
