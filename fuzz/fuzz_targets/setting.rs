//! A key and its value set on the command line over a right configuration: the first line and the rest.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use skans::Override;

fuzz_target!(|text: &str| {
    let (key, value) = text.split_once('\n').unwrap_or((text, "1"));
    let set = Override { option: "--set".to_owned().into(), key: key.to_owned(), value: value.to_owned() };
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/good/one-pool.toml");
    if let Err(problems) = skans::load(Path::new(file), &[set]) {
        assert!(!problems.to_string().is_empty());
    }
});
