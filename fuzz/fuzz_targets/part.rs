//! The file of a part of a run whose hash is right: what is written there may be anything.
#![no_main]

use std::cell::OnceCell;

use libfuzzer_sys::fuzz_target;
use skans::engine;
use skans::report::{manifest, part};
use tempfile::TempDir;

thread_local! {
    static PLACE: OnceCell<TempDir> = const { OnceCell::new() };
}

fuzz_target!(|body: &[u8]| {
    PLACE.with(|place| {
        let folder = place.get_or_init(|| tempfile::tempdir().expect("a folder")).path();
        let content = [format!("skans part {}\n", manifest::sha256(body)).as_bytes(), body].concat();
        std::fs::write(folder.join(part::PART), content).expect("a file");
        let Ok(header) = part::header(folder) else { return };
        let Ok(accumulated) = part::read(folder, &header) else { return };
        let text = include_str!("../../tests/good/one-pool.toml");
        let plan = skans::from_text("one-pool", text).expect("a right configuration");
        let blocks = header.shard.blocks(&plan);
        if accumulated.is_of(&plan, &engine::beginning(&plan), blocks) {
            let _ = skans::study::run::summary(&plan, accumulated);
        }
    });
});
