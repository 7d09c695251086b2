//! The header and the numbers of a part of a run, each a line: what is written there may be anything.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skans::engine::{self, Accumulated};
use skans::study::shard::Header;

fuzz_target!(|lines: &str| {
    let Some((header, numbers)) = lines.split_once('\n') else { return };
    let Ok(header) = serde_json::from_str::<Header>(header) else { return };
    let Ok(accumulated) = serde_json::from_str::<Accumulated>(numbers) else { return };
    let text = include_str!("../../tests/good/one-pool.toml");
    let plan = skans::from_text("one-pool", text).expect("a right configuration");
    let blocks = header.shard.blocks(&plan);
    if accumulated.is_of(&plan, &engine::beginning(&plan), blocks) {
        let _ = skans::study::run::summary(&plan, accumulated);
    }
});
