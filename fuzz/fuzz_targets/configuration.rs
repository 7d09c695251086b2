//! A configuration's text: a plan, or problems that can be told.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match skans::from_text("fuzz", text) {
        Ok(plan) => assert!(plan.paths() > 0),
        Err(problems) => assert!(!problems.to_string().is_empty()),
    }
});
